#include "client/ui/document_reader/pdf_view.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEventLoop>
#include <QGuiApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPrinter>
#include <QScrollBar>

#include "client/ui/document_reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr int kMargin = 16;

QVector<QRectF> boxesOf(const QJsonObject& answer) {
  QVector<QRectF> boxes;
  for (const auto& one : answer.value(QLatin1String("boxes")).toArray()) {
    const auto box = one.toArray();
    if (box.size() == 4) boxes << QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
  }
  return boxes;
}

}  // namespace

PdfView::PdfView(QWidget* parent) : QAbstractScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Pages of the document"));
  viewport()->setCursor(Qt::IBeamCursor);
  connect(&process_, &PdfProcess::failed, this, &PdfView::failed);
  connect(&process_, &PdfProcess::opened, this, [this](QSizeF first) {
    // The others are taken to be as the first until they have told: the first page is not kept waiting for that.
    sizes_ = QVector<QSizeF>(process_.pages(), first);
    layOut();
    goToPage(qMax(1, firstPage_));
    Q_EMIT opened();
    process_.sizes([this](const QJsonObject& answer) {
      const auto list = answer.value(QLatin1String("sizes")).toArray();
      if (list.size() != sizes_.size()) return;
      const int now = page();
      for (int i = 0; i < list.size(); ++i)
        sizes_[i] = {list[i].toArray().at(0).toDouble(), list[i].toArray().at(1).toDouble()};
      layOut();
      if (now != page()) goToPage(now);
    });
  });
}

void PdfView::open(const QString& file, int page) {
  close();
  firstPage_ = page;
  process_.open(file);
}

void PdfView::close() {
  process_.close();
  sizes_.clear();
  tops_.clear();
  pictures_.clear();
  asked_.clear();
  found_.clear();
  foundBoxes_.clear();
  words_.clear();
  selected_.clear();
  selectedBoxes_.clear();
  selectedPage_ = current_ = -1;
  isFirstShown_ = false;
  viewport()->update();
}

// ---- places ----------------------------------------------------------------------------------------------

double PdfView::scale() const {
  if (sizes_.isEmpty()) return 1;
  if (zoom_ > 0) return zoom_ * logicalDpiX() / 72.0;
  double widest = 1;
  for (const auto& size : sizes_) widest = std::max(widest, size.width());
  return std::max(0.1, (viewport()->width() - 2 * kMargin) / widest);
}

void PdfView::layOut() {
  const double now = scale();
  tops_.clear();
  int y = kMargin;
  int widest = 0;
  for (const auto& size : std::as_const(sizes_)) {
    tops_ << y;
    y += static_cast<int>(std::lround(size.height() * now)) + kPageGap;
    widest = std::max(widest, static_cast<int>(std::lround(size.width() * now)));
  }
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(40);
  verticalScrollBar()->setRange(0, std::max(0, y - kPageGap + kMargin - viewport()->height()));
  horizontalScrollBar()->setPageStep(viewport()->width());
  horizontalScrollBar()->setRange(0, std::max(0, widest + 2 * kMargin - viewport()->width()));
  renderSome();
  viewport()->update();
}

QRect PdfView::pageRect(int page) const {
  const QSizeF size = sizes_[page] * scale();
  const int width = static_cast<int>(std::lround(size.width()));
  const int left = std::max(kMargin, (viewport()->width() - width) / 2) - horizontalScrollBar()->value();
  return {left, tops_[page] - verticalScrollBar()->value(), width, static_cast<int>(std::lround(size.height()))};
}

std::pair<int, int> PdfView::inSight() const {
  const int top = verticalScrollBar()->value();
  const auto first = std::upper_bound(tops_.begin(), tops_.end(), top) - tops_.begin() - 1;
  const auto last = std::upper_bound(tops_.begin(), tops_.end(), top + viewport()->height()) - tops_.begin() - 1;
  return {std::max<int>(0, static_cast<int>(first)), std::max<int>(0, static_cast<int>(last))};
}

int PdfView::page() const {
  if (tops_.isEmpty()) return 0;
  const int middle = verticalScrollBar()->value() + viewport()->height() / 3;
  return std::max<int>(1, static_cast<int>(std::upper_bound(tops_.begin(), tops_.end(), middle) - tops_.begin()));
}

void PdfView::goToPage(int page) {
  if (tops_.isEmpty()) return;
  verticalScrollBar()->setValue(tops_[std::clamp(page, 1, pages()) - 1] - kPageGap);
}

PdfView::Place PdfView::placeAt(QPoint point) const {
  if (sizes_.isEmpty()) return {};
  const auto [first, last] = inSight();
  for (int page = first; page <= last && page < pages(); ++page) {
    const QRect rect = pageRect(page);
    if (point.y() <= rect.bottom() + kPageGap) return {page, QPointF(point - rect.topLeft()) / scale()};
  }
  return {};
}

// ---- pictures --------------------------------------------------------------------------------------------

void PdfView::renderSome() {
  if (sizes_.isEmpty()) return;
  const auto [first, last] = inSight();
  process_.forgetPictures();
  asked_.clear();
  const double ratio = devicePixelRatioF();
  const int from = std::max(0, first - kPagesAhead);
  const int to = std::min(pages() - 1, last + kPagesAhead);
  if (pictures_.size() > kPagesKeptMax)
    for (const int page : pictures_.keys())
      if (page < from || page > to) pictures_.remove(page);
  QVector<int> order;
  for (int page = first; page <= std::min(last, pages() - 1); ++page) order << page;
  for (int page = from; page <= to; ++page)
    if (!order.contains(page)) order << page;
  for (const int page : std::as_const(order)) {
    const QSize wanted = (QSizeF(pageRect(page).size()) * ratio).toSize();
    if (pictures_.value(page).size() == wanted || wanted.isEmpty()) continue;
    asked_[page] = wanted;
    process_.render(page, wanted, [this, page, ratio](const QImage& picture) {
      if (picture.isNull() || page >= pages()) return;
      pictures_[page] = picture;
      pictures_[page].setDevicePixelRatio(ratio);
      viewport()->update();
      if (!std::exchange(isFirstShown_, true)) Q_EMIT firstPageShown();
    });
  }
}

void PdfView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  const Tokens& t = tokens();
  painter.fillRect(viewport()->rect(), t.bg);
  if (!sizes_.isEmpty()) {
    const auto [first, last] = inSight();
    for (int page = first; page <= last && page < pages(); ++page) {
      const QRect rect = pageRect(page);
      // Paper is white in the dark too: a document is read as it was made.
      painter.fillRect(rect, Qt::white);
      if (const auto picture = pictures_.constFind(page); picture != pictures_.constEnd())
        painter.drawImage(rect, *picture);
      painter.setCompositionMode(QPainter::CompositionMode_Multiply);
      const auto mark = [&](const QVector<QRectF>& boxes, const QColor& color) {
        for (const auto& box : boxes)
          painter.fillRect(QRectF(rect.topLeft() + box.topLeft() * scale(), box.size() * scale()), color);
      };
      for (int i = 0; i < found_.size(); ++i)
        if (found_[i].page == page)
          mark(foundBoxes_.value(i), i == current_ ? QColor(255, 180, 60) : QColor(255, 232, 150));
      if (selectedPage_ == page) mark(selectedBoxes_, QColor(160, 215, 222));
      painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
      painter.setPen(t.line);
      painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
  }
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintFocusRing(&painter, viewport()->rect(), 2);
  }
}

void PdfView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  const int now = page();
  layOut();
  if (zoom_ == 0 && now > 1 && page() != now) goToPage(now);
}

void PdfView::scrollContentsBy(int, int) {
  renderSome();
  viewport()->update();
  Q_EMIT pageChanged();
}

void PdfView::zoom(int step) {
  const int now = page();
  const double fit = scale() * 72.0 / logicalDpiX();
  zoom_ = step == 0 ? 0 : std::clamp(step > 0 ? fit * kZoomStep : fit / kZoomStep, kZoomMin, kZoomMax);
  layOut();
  goToPage(now);
}

// ---- finding ---------------------------------------------------------------------------------------------

void PdfView::find(const QString& words) {
  ++search_;
  words_ = words.trimmed();
  found_.clear();
  foundBoxes_.clear();
  current_ = -1;
  viewport()->update();
  if (words_.isEmpty() || sizes_.isEmpty()) return void(Q_EMIT foundChanged(0, 0));
  lookIn(0);
}

// One page after the other: what is found shows at once, and a new search ends this one.
void PdfView::lookIn(int page) {
  if (page >= pages() || found_.size() >= kFoundMax) {
    if (found_.isEmpty()) Q_EMIT foundChanged(0, 0);
    return;
  }
  process_.text(page, [this, page, search = search_](const QJsonObject& answer) {
    if (search != search_) return;
    const QString text = answer.value(QLatin1String("text")).toString();
    for (qsizetype at = text.indexOf(words_, 0, Qt::CaseInsensitive); at >= 0 && found_.size() < kFoundMax;
         at = text.indexOf(words_, at + words_.size(), Qt::CaseInsensitive)) {
      const int number = static_cast<int>(found_.size());
      found_.append({page, static_cast<int>(at), static_cast<int>(words_.size())});
      process_.boxes(page, static_cast<int>(at), static_cast<int>(words_.size()),
                     [this, number, search](const QJsonObject& boxes) {
                       if (search != search_) return;
                       foundBoxes_[number] = boxesOf(boxes);
                       if (number == current_) showFound();
                       viewport()->update();
                     });
    }
    if (current_ < 0 && !found_.isEmpty() && (found_.last().page + 1 >= this->page() || page + 1 == pages())) {
      const auto next =
          std::find_if(found_.begin(), found_.end(), [this](const Found& one) { return one.page + 1 >= this->page(); });
      current_ = next == found_.end() ? 0 : static_cast<int>(next - found_.begin());
      showFound();
    }
    if (current_ >= 0) Q_EMIT foundChanged(current_ + 1, static_cast<int>(found_.size()));
    lookIn(page + 1);
  });
}

void PdfView::findNext(bool forward) {
  if (found_.isEmpty()) return;
  const int count = static_cast<int>(found_.size());
  current_ = (current_ + (forward ? 1 : count - 1)) % count;
  showFound();
  Q_EMIT foundChanged(current_ + 1, count);
}

void PdfView::showFound() {
  if (current_ < 0 || current_ >= found_.size()) return;
  const auto boxes = foundBoxes_.value(current_);
  const int page = found_[current_].page;
  if (page >= pages()) return;
  const int y = tops_[page] + (boxes.isEmpty() ? 0 : static_cast<int>(boxes.first().top() * scale()));
  auto* bar = verticalScrollBar();
  if (y < bar->value() + kMargin || y > bar->value() + viewport()->height() - 3 * kMargin)
    bar->setValue(y - viewport()->height() / 3);
  viewport()->update();
}

// ---- hands -----------------------------------------------------------------------------------------------

void PdfView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  from_ = placeAt(event->pos());
  selected_.clear();
  selectedBoxes_.clear();
  selectedPage_ = -1;
  viewport()->update();
}

void PdfView::mouseMoveEvent(QMouseEvent* event) {
  if ((event->buttons() & Qt::LeftButton) == 0 || from_.page < 0) return;
  const auto to = placeAt(event->pos());
  if (to.page != from_.page) return;
  process_.select(from_.page, from_.point, to.point, [this, page = from_.page](const QJsonObject& answer) {
    selectedPage_ = page;
    selectedBoxes_ = boxesOf(answer);
    selected_ = answer.value(QLatin1String("text")).toString();
    viewport()->update();
  });
}

void PdfView::mouseReleaseEvent(QMouseEvent*) {}

void PdfView::copy() const {
  if (!selected_.isEmpty()) QGuiApplication::clipboard()->setText(selected_);
}

void PdfView::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  auto* copying = menu.addAction(tr("Copy"), this, [this] { copy(); });
  copying->setEnabled(!selected_.isEmpty());
  menu.exec(event->globalPos());
}

void PdfView::wheelEvent(QWheelEvent* event) {
  if ((event->modifiers() & Qt::ControlModifier) == 0) return QAbstractScrollArea::wheelEvent(event);
  if (event->angleDelta().y() != 0) zoom(event->angleDelta().y() > 0 ? 1 : -1);
}

void PdfView::keyPressEvent(QKeyEvent* event) {
  auto* bar = verticalScrollBar();
  if (event->matches(QKeySequence::Copy)) return copy();
  switch (event->key()) {
    case Qt::Key_Home:
      return bar->setValue(0);
    case Qt::Key_End:
      return bar->setValue(bar->maximum());
    case Qt::Key_Space:
      return bar->setValue(bar->value() + (event->modifiers() & Qt::ShiftModifier ? -1 : 1) * bar->pageStep());
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void PdfView::print(QPrinter& printer) {
  // Pages that are printed are made anew, larger than on screen; the printer waits for each.
  QPainter painter(&printer);
  const int from = printer.fromPage() > 0 ? printer.fromPage() : 1;
  const int to = printer.toPage() > 0 ? std::min(printer.toPage(), pages()) : pages();
  for (int page = from; page <= to; ++page) {
    if (page > from) printer.newPage();
    const QRectF paper = printer.pageLayout().paintRectPixels(printer.resolution());
    const QSizeF fit = sizes_[page - 1].scaled(paper.size(), Qt::KeepAspectRatio);
    QImage made;
    bool isMade = false;
    QEventLoop loop;
    process_.render(page - 1, fit.toSize().boundedTo(QSize(5000, 5000)), [&](const QImage& picture) {
      made = picture;
      isMade = true;
      loop.quit();
    });
    connect(&process_, &PdfProcess::failed, &loop, &QEventLoop::quit);
    if (!isMade) loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (made.isNull()) return;
    painter.drawImage(QRectF(QPointF(0, 0), fit), made);
  }
}

}  // namespace vb::client::ui

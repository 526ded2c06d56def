#include "client/ui/controls/markdown_view.h"

#include <cmath>
#include <memory>

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include "client/ui/controls/label.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

// Line height of the design, 1.6 of the size of the text; Inter's own is 1.21.
constexpr double kLineHeightPercent = 132;

QImage blank() {
  QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  return image;
}

// Gives a blank picture for everything it is asked for: what is not valid would be looked for on disk.
class SealedDocument : public QTextDocument {
 public:
  using QTextDocument::QTextDocument;

 protected:
  QVariant loadResource(int, const QUrl&) override { return blank(); }
};

}  // namespace

MarkdownView::MarkdownView(const QString& accessibleName, QWidget* parent) : QTextBrowser(parent) {
  setAccessibleName(accessibleName);
  setFrameShape(QFrame::NoFrame);
  setOpenLinks(false);
  setOpenExternalLinks(false);
  setUndoRedoEnabled(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextInteractionFlags(Qt::TextBrowserInteraction);
  setTabChangesFocus(true);
  document()->setDocumentMargin(kRingRoom);
  setTextRole(this, TextRole::reading);
  viewport()->setAutoFillBackground(false);
  setMouseTracking(true);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
    if (isSafeLink(url))
      Q_EMIT linkActivated(url);
    else
      Q_EMIT linkRefused(url);
  });
}

void MarkdownView::setMarkdownText(const QString& markdown) {
  source_ = markdown;
  render();
}

void MarkdownView::render() {
  rendering_ = true;
  heights_.clear();
  // Read and stripped of pictures before any layout sees it: the layout asks for a picture, and on a refusal Qt opens
  // the file of that name itself.
  auto* text = new SealedDocument(this);
  text->setUndoRedoEnabled(false);
  text->setDocumentMargin(kRingRoom);
  text->setDefaultFont(fontOf(TextRole::reading));
  // Bidirectional overrides reorder what is read, links above all; they have no place in a question.
  static const QRegularExpression overrides(QStringLiteral("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]"));
  QString shown = source_;
  shown.remove(overrides);
  text->setMarkdown(
      shown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML) | QTextDocument::MarkdownDialectGitHub);
  namePictures(*text);
  format(*text);
  // The very first one belongs to the browser, which deletes it itself.
  const std::unique_ptr<QTextDocument> before(document()->parent() == this ? document() : nullptr);
  setDocument(text);
  rendering_ = false;
  updateGeometry();
  viewport()->update();
}

void MarkdownView::namePictures(QTextDocument& text) {
  struct Picture {
    int at;
    int length;
    QString name;
  };
  QVector<Picture> pictures;
  for (QTextBlock block = text.begin(); block.isValid(); block = block.next())
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      const QTextCharFormat face = fragment.charFormat();
      if (face.isImageFormat() || fragment.text().contains(QChar::ObjectReplacementCharacter))
        pictures.append({fragment.position(), fragment.length(), face.property(QTextFormat::ImageAltText).toString()});
    }
  // From the end, so that the places before it stay true.
  for (auto picture = pictures.crbegin(); picture != pictures.crend(); ++picture) {
    QTextCursor part(&text);
    part.setPosition(picture->at);
    part.setPosition(picture->at + picture->length, QTextCursor::KeepAnchor);
    part.insertText(
        picture->name.isEmpty() ? tr("[picture, not shown]") : tr("[picture, not shown: %1]").arg(picture->name),
        QTextCharFormat());
  }
}

void MarkdownView::format(QTextDocument& text) {
  const Tokens& t = tokens();
  const double reading = fontOf(TextRole::reading).pixelSize();
  for (QTextFrame* frame : text.rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (table == nullptr) continue;
    QTextTableFormat lines = table->format();
    lines.setBorderCollapse(true);
    lines.setBorder(1);
    lines.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    lines.setBorderBrush(t.line);
    lines.setCellPadding(reading * 0.4);
    lines.setBottomMargin(reading * 0.7);
    table->setFormat(lines);
  }
  for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(kLineHeightPercent, QTextBlockFormat::ProportionalHeight);
    const bool last = !block.next().isValid();
    const bool listGoesOn = block.textList() != nullptr && block.next().textList() != nullptr;
    format.setTopMargin(0);
    format.setBottomMargin(last ? 0 : listGoesOn ? 2 : reading * 0.7);
    if (format.headingLevel() > 0) {
      // A heading inside a text never outshouts the title of the question.
      QTextCharFormat face;
      face.setFontWeight(kSemibold);
      face.setProperty(QTextFormat::FontPixelSize, static_cast<int>(std::lround(reading * 1.08)));
      face.clearProperty(QTextFormat::FontSizeAdjustment);
      face.setProperty(QTextFormat::FontSizeAdjustment, 0);
      cursor.select(QTextCursor::BlockUnderCursor);
      cursor.mergeCharFormat(face);
    }
    cursor.setPosition(block.position());
    cursor.setBlockFormat(format);
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      if (!fragment.charFormat().isAnchor()) continue;
      QTextCursor part(&text);
      part.setPosition(fragment.position());
      part.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
      QTextCharFormat link;
      link.setForeground(t.primary);
      link.setFontUnderline(true);
      link.setToolTip(QString());
      part.mergeCharFormat(link);
    }
  }
}

int MarkdownView::heightForWidth(int width) const {
  const auto* text = document();
  if (std::lround(text->textWidth()) == width) return static_cast<int>(std::ceil(text->size().height()));
  if (const auto known = heights_.constFind(width); known != heights_.constEnd()) return *known;
  // The shown document is laid out for the shown width; asking for another must not disturb it. There is no picture
  // left in it, and the copy would get a blank one.
  const std::unique_ptr<QTextDocument> copy(text->clone());
  copy->setResourceProvider([](const QUrl&) { return QVariant(blank()); });
  copy->setTextWidth(width);
  const int height = static_cast<int>(std::ceil(copy->size().height()));
  heights_.insert(width, height);
  return height;
}

QSize MarkdownView::sizeHint() const {
  const int wide = std::min(px(680), std::max(px(320), width()));
  return {wide, heightForWidth(width() > 40 ? width() : wide)};
}

QSize MarkdownView::minimumSizeHint() const { return {px(120), fontMetrics().height()}; }

QVariant MarkdownView::loadResource(int, const QUrl&) { return blank(); }

void MarkdownView::doSetSource(const QUrl&, QTextDocument::ResourceType) {}

bool MarkdownView::isSafeLink(const QUrl& url) {
  if (!url.isValid()) return false;
  const QString scheme = url.scheme().toLower();
  if (scheme == QLatin1String("mailto")) return url.path().contains(QLatin1Char('@'));
  if (scheme != QLatin1String("https") && scheme != QLatin1String("http")) return false;
  return !url.host().isEmpty() && url.userInfo().isEmpty();
}

QString MarkdownView::shownTarget(const QUrl& url) {
  if (url.scheme().toLower() == QLatin1String("mailto")) return url.path();
  return QString::fromLatin1(url.host(QUrl::FullyEncoded).isEmpty() ? QByteArray() : QUrl::toAce(url.host()));
}

void MarkdownView::changeEvent(QEvent* event) {
  const auto type = event->type();
  if ((type == QEvent::FontChange || type == QEvent::PaletteChange) && !rendering_ && !source_.isEmpty()) render();
  QTextBrowser::changeEvent(event);
}

void MarkdownView::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) updateGeometry();
}

// The reader scrolls, not the text.
void MarkdownView::wheelEvent(QWheelEvent* event) { event->ignore(); }

void MarkdownView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
      event->ignore();
      return;
    default:
      QTextBrowser::keyPressEvent(event);
  }
}

void MarkdownView::mouseMoveEvent(QMouseEvent* event) {
  QTextBrowser::mouseMoveEvent(event);
  const QString anchor = anchorAt(event->pos());
  const QUrl url(anchor);
  setToolTip(anchor.isEmpty()  ? QString()
             : isSafeLink(url) ? plainToolTip(shownTarget(url))
                               : tr("This link is not opened"));
}

void MarkdownView::paintEvent(QPaintEvent* event) {
  QTextBrowser::paintEvent(event);
  if (!hasFocus() || textCursor().hasSelection()) return;
  QPainter painter(viewport());
  paintFocusRing(&painter, viewport()->rect(), 4);
}

}  // namespace vb::client::ui

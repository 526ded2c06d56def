#include "client/ui/reader/content_scroll.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vb::client::ui {

ContentScroll::ContentScroll(int widthMax, QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWidgetResizable(true);
  setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget;
  auto* across = new QHBoxLayout(content);
  across->setContentsMargins(0, 0, 0, 0);
  auto* inner = new QWidget;
  inner->setMaximumWidth(widthMax);
  column_ = new QVBoxLayout(inner);
  column_->setContentsMargins(0, 0, 0, 0);
  across->addWidget(inner, 1);
  across->addStretch(0);
  setWidget(content);
  content->installEventFilter(this);
  viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);
}

void ContentScroll::settle() {
  column_->activate();
  widget()->layout()->activate();
  QCoreApplication::sendPostedEvents(widget(), QEvent::LayoutRequest);
  fit();
}

void ContentScroll::keepPlace(const std::function<void()>& change) {
  settle();
  const int top = verticalScrollBar()->value();
  QWidget* anchor = nullptr;
  int offset = 0;
  for (int i = 0; top > 0 && i < column_->count(); ++i) {
    QWidget* item = column_->itemAt(i)->widget();
    if (item == nullptr || !item->isVisibleTo(widget()) || item->geometry().bottom() < top) continue;
    anchor = item;
    offset = item->y() - top;
    break;
  }
  change();
  settle();
  bool there = false;
  for (int i = 0; i < column_->count(); ++i) there = there || column_->itemAt(i)->widget() == anchor;
  if (anchor != nullptr && there) verticalScrollBar()->setValue(anchor->y() - offset);
}

void ContentScroll::fit() {
  const int width = viewport()->width();
  const QLayout* layout = widget()->layout();
  const int height =
      layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
  setMaximumHeight(qMax(1, height));
}

bool ContentScroll::eventFilter(QObject* watched, QEvent* event) {
  const bool handled = QScrollArea::eventFilter(watched, event);
  if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)) fit();
  return handled;
}

void ContentScroll::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  fit();
}

}  // namespace vb::client::ui

#include "client/ui/reader/content_scroll.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "client/ui/reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {

ContentScroll::ContentScroll(int widthMax, int margin, QWidget* parent)
    : QScrollArea(parent), widthMax_(widthMax + 2 * margin) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget;
  column_ = new QVBoxLayout(content);
  column_->setContentsMargins(margin - kRingRoom, 0, margin, px(16));
  setWidget(content);
  content->installEventFilter(this);
  viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);
}

void ContentScroll::settle() {
  // A text that gets its width asks for another height, which its parents hear in the next turn.
  for (int turn = 0; turn < kSettleTurns; ++turn) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    column_->activate();
    fit();
  }
}

void ContentScroll::keepPlace(const std::function<void()>& change) {
  settle();
  const int top = verticalScrollBar()->value();
  QWidget* anchor = nullptr;
  int offset = 0;
  const auto parts = widget()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
  for (QWidget* part : parts) {
    if (top == 0 || !part->isVisibleTo(widget()) || part->geometry().bottom() < top) continue;
    if (anchor == nullptr || part->y() < anchor->y()) anchor = part;
  }
  if (anchor != nullptr) offset = anchor->y() - top;
  change();
  settle();
  if (anchor != nullptr && widget()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly).contains(anchor))
    verticalScrollBar()->setValue(anchor->y() - offset);
}

int ContentScroll::topOf(const QWidget* inside) const { return inside->mapTo(widget(), QPoint()).y(); }

void ContentScroll::showAtTop(const QWidget* inside) {
  verticalScrollBar()->setValue(qMax(0, topOf(inside) - px(kRevealMargin)));
}

// Our own in place of QScrollArea's: its content is never higher than its text needs, so no part of it is stretched.
void ContentScroll::fit() {
  if (fitting_) return;
  fitting_ = true;
  // The scroll bar comes and goes with the height, and the height with the width.
  for (int turn = 0; turn < 2; ++turn) {
    const int width = qMin(viewport()->width(), widthMax_);
    const int height =
        column_->hasHeightForWidth() ? column_->totalHeightForWidth(width) : column_->totalSizeHint().height();
    widget()->resize(width, height);
  }
  fitting_ = false;
}

bool ContentScroll::eventFilter(QObject* watched, QEvent* event) {
  const bool handled = QScrollArea::eventFilter(watched, event);
  if (watched == widget() && event->type() == QEvent::LayoutRequest) fit();
  return handled;
}

void ContentScroll::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  fit();
}

bool ContentScroll::scrollByKey(const QKeyEvent& event) {
  using Slider = QAbstractSlider;
  const bool shift = event.modifiers() & Qt::ShiftModifier;
  const auto scroll = [this](Slider::SliderAction action) {
    verticalScrollBar()->triggerAction(action);
    return true;
  };
  switch (event.key()) {
    case Qt::Key_Up:
      return scroll(Slider::SliderSingleStepSub);
    case Qt::Key_Down:
      return scroll(Slider::SliderSingleStepAdd);
    case Qt::Key_PageUp:
      return scroll(Slider::SliderPageStepSub);
    case Qt::Key_PageDown:
      return scroll(Slider::SliderPageStepAdd);
    case Qt::Key_Space:
      return scroll(shift ? Slider::SliderPageStepSub : Slider::SliderPageStepAdd);
    case Qt::Key_Home:
      return scroll(Slider::SliderToMinimum);
    case Qt::Key_End:
      return scroll(Slider::SliderToMaximum);
    default:
      return false;
  }
}

void ContentScroll::keyPressEvent(QKeyEvent* event) {
  if (!scrollByKey(*event)) event->ignore();
}

void reveal(QWidget* opened) {
  for (QWidget* up = opened->parentWidget(); up != nullptr; up = up->parentWidget()) {
    auto* scroll = qobject_cast<ContentScroll*>(up);
    if (scroll == nullptr) continue;
    scroll->settle();
    scroll->ensureWidgetVisible(opened, 0, px(kRevealMargin));
    return;
  }
}

}  // namespace vb::client::ui

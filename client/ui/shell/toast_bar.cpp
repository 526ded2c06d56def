#include "client/ui/shell/toast_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

ToastBar::ToastBar(QWidget* window)
    : QFrame(window),
      text_(new PlainLabel({}, TextRole::row, ColorRole::railOnSelected, this)),
      action_(new LinkButton({}, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 8, 10, 8);
  row->setSpacing(16);
  text_->wrapped();
  row->addWidget(text_, 1);
  row->addWidget(action_);
  action_->setInk(ColorRole::railAccent);
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, [this] { end(false); });
  connect(action_, &QAbstractButton::clicked, this, [this] { end(true); });
  hide();
}

void ToastBar::show(const Navigator::Toast& toast) {
  expire();
  current_ = toast;
  text_->setText(toast.text);
  action_->setText(toast.actionText);
  action_->setVisible(!toast.actionText.isEmpty());
  setAccessibleName(toast.text);
  place();
  QFrame::show();
  raise();
  timer_.start(toast.milliseconds);
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void ToastBar::expire() {
  if (current_) end(false);
}

void ToastBar::end(bool acted) {
  if (!current_) return;
  const Navigator::Toast ended = *std::exchange(current_, std::nullopt);
  timer_.stop();
  hide();
  const auto& follow = acted ? ended.action : ended.expired;
  if (follow) follow();
}

void ToastBar::place() {
  const QWidget* window = parentWidget();
  const int wide = std::min({px(560), window->width() - 32, std::max(px(280), sizeHint().width() + px(40))});
  const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide) : sizeHint().height();
  setGeometry((window->width() - wide) / 2, window->height() - high - px(48), wide, high);
}

void ToastBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(tokens().highContrast || tokens().dark ? QPen(tokens().field) : QPen(Qt::NoPen));
  painter.setBrush(tokens().rail);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

}  // namespace vb::client::ui

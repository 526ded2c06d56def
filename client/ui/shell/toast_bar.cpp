#include "client/ui/shell/toast_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {
constexpr int kOutside = 10;  // between the words' ground and the window's edge
}

ToastBar::ToastBar(QWidget* parent)
    : QFrame(parent),
      text_(new PlainLabel({}, TextRole::row, ColorRole::railOnSelected, this)),
      action_(new LinkButton({}, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kOutside + 16, 6, kOutside + 10, kOutside + 6);
  row->setSpacing(16);
  row->addWidget(text_);
  row->addWidget(action_);
  row->addStretch(1);
  action_->setInk(ColorRole::railAccent);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
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
  fit();
  QFrame::show();
  timer_.start(toast.milliseconds);
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void ToastBar::expire() {
  if (current_) end(false);
}

void ToastBar::forget() {
  current_.reset();
  timer_.stop();
  hide();
}

void ToastBar::end(bool acted) {
  if (!current_) return;
  const Navigator::Toast ended = *std::exchange(current_, std::nullopt);
  timer_.stop();
  hide();
  const auto& follow = acted ? ended.action : ended.expired;
  if (follow) follow();
}

// As wide as its words, in more lines only when there is no room for one.
void ToastBar::fit() {
  const int others = 2 * kOutside + 26 + (action_->isHidden() ? 0 : action_->sizeHint().width() + 16);
  const int wanted = text_->fontMetrics().horizontalAdvance(text_->text()) + 2;
  const int room = std::max(px(120), width() - others);
  text_->setWordWrap(wanted > room);
  text_->setFixedWidth(std::min(wanted, room));
}

QRect ToastBar::pill() const {
  const QWidget* last = action_->isHidden() ? static_cast<const QWidget*>(text_) : action_;
  const int right = last->geometry().right() + 1 + (action_->isHidden() ? 16 : 10);
  return {kOutside, 0, right - kOutside, height() - kOutside};
}

void ToastBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

void ToastBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(tokens().highContrast || tokens().dark ? QPen(tokens().field) : QPen(Qt::NoPen));
  painter.setBrush(tokens().rail);
  painter.drawRoundedRect(QRectF(pill()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

}  // namespace vb::client::ui

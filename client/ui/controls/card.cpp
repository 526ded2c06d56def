#include "client/ui/controls/card.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include "client/ui/theme/icons.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

Card::Card(Kind kind, QWidget* parent) : QFrame(parent), kind_(kind) {
  setFrameShape(QFrame::NoFrame);
  setContentsMargins(0, 0, 0, 0);
}

void Card::setKind(Kind kind) {
  kind_ = kind;
  update();
}

void Card::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool border = kind_ != Kind::soft || t.highContrast;
  painter.setPen(border ? QPen(kind_ == Kind::helpful ? t.ok : t.line, 1) : QPen(Qt::NoPen));
  painter.setBrush(kind_ == Kind::soft ? t.soft : t.surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius + 2, kRadius + 2);
}

Banner::Banner(Kind kind, const QString& title, const QString& text, QWidget* parent)
    : QFrame(parent),
      kind_(kind),
      title_(new PlainLabel({}, TextRole::rowStrong)),
      text_(new PlainLabel({}, TextRole::row)) {
  text_->wrapped();
  row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  row_->setContentsMargins(14, 10, 14, 10);
  row_->setSpacing(12);
  actions_ = new QBoxLayout(QBoxLayout::LeftToRight);
  actions_->setSpacing(8);
  row_->addWidget(title_);
  row_->addWidget(text_, 1);
  row_->addLayout(actions_);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  set(kind, title, text);
}

void Banner::set(Kind kind, const QString& title, const QString& text) {
  kind_ = kind;
  title_->setText(title);
  title_->setVisible(!title.isEmpty());
  text_->setText(text);
  setColorRole(title_, kind == Kind::bad ? ColorRole::bad : kind == Kind::wait ? ColorRole::wait : ColorRole::onSoft);
  setAccessibleName(title.isEmpty() ? text : title + QLatin1String(". ") + text);
  update();
}

Button* Banner::addAction(const QString& text, bool quiet) {
  auto* button = new LinkButton(text, this);
  button->setQuiet(quiet);
  actions_->addWidget(button);
  return button;
}

QVector<QWidget*> Banner::actionButtons() const {
  QVector<QWidget*> buttons;
  for (int i = 0; i < actions_->count(); ++i) buttons.append(actions_->itemAt(i)->widget());
  return buttons;
}

void Banner::clearActions() {
  while (QLayoutItem* item = actions_->takeAt(0)) {
    if (item->widget() != nullptr) item->widget()->deleteLater();
    delete item;
  }
}

void Banner::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(t.highContrast ? QPen(t.line) : QPen(Qt::NoPen));
  painter.setBrush(kind_ == Kind::bad ? t.badSoft : kind_ == Kind::wait ? t.waitSoft : t.soft);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

void Banner::resizeEvent(QResizeEvent* event) {
  // Narrow: the title stands above the text, the actions below it.
  const bool narrow = width() < px(460);
  row_->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  row_->setSpacing(narrow ? 4 : 12);
  actions_->setAlignment(narrow ? Qt::AlignLeft : Qt::AlignVCenter);
  QFrame::resizeEvent(event);
}

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      icon_(new QLabel),
      title_(new PlainLabel({}, TextRole::subheading)),
      text_(new PlainLabel({}, TextRole::row, ColorRole::muted)),
      action_(new SecondaryButton({})) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(32, 32, 32, 32);
  column->setSpacing(8);
  column->addStretch(2);
  column->addWidget(icon_, 0, Qt::AlignHCenter);
  title_->setAlignment(Qt::AlignHCenter);
  title_->wrapped();
  column->addWidget(title_);
  text_->setAlignment(Qt::AlignHCenter);
  text_->wrapped();
  column->addWidget(text_);
  column->addSpacing(8);
  column->addWidget(action_, 0, Qt::AlignHCenter);
  column->addStretch(3);
  connect(action_, &QAbstractButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::set(const QString& iconName, const QString& title, const QString& text, const QString& actionText) {
  iconName_ = iconName;
  title_->setText(title);
  text_->setText(text);
  text_->setVisible(!text.isEmpty());
  action_->setText(actionText);
  action_->setVisible(!actionText.isEmpty());
  setAccessibleName(title + QLatin1String(". ") + text);
  renewIcon();
}

void EmptyState::renewIcon() { icon_->setPixmap(iconPixmap(iconName_, tokens().muted, px(40), devicePixelRatioF())); }

void EmptyState::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && !iconName_.isEmpty()) renewIcon();
  QWidget::changeEvent(event);
}

}  // namespace vb::client::ui

#include "client/ui/shell/rail.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "client/ui/controls/label.h"
#include "client/ui/theme/icons.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {
constexpr int kWide = 196;
constexpr int kNarrow = 60;
}  // namespace

RailButton::RailButton(Kind kind, const QString& iconName, QWidget* parent)
    : QAbstractButton(parent), kind_(kind), iconName_(iconName) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setCheckable(kind == Kind::destination);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setTextRole(this, kind == Kind::destination ? TextRole::rowMedium : TextRole::rowStrong);
}

void RailButton::setCount(int count, bool urgent) {
  if (count_ == count && urgent_ == urgent) return;
  count_ = count;
  urgent_ = urgent;
  nameYourself();
  update();
}

void RailButton::setCollapsed(bool collapsed) {
  collapsed_ = collapsed;
  nameYourself();
  updateGeometry();
  update();
}

void RailButton::setWords(const QString& text, const QString& shortcut) {
  setText(text);
  shortcut_ = shortcut;
  nameYourself();
}

void RailButton::nameYourself() {
  setAccessibleName(count_ > 0 ? QStringLiteral("%1, %2").arg(text()).arg(count_) : text());
  const QString key = shortcut_.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(shortcut_);
  setToolTip(text() + key);
}

QSize RailButton::sizeHint() const {
  const int high = std::max(px(kind_ == Kind::brand ? 38 : 37), fontMetrics().height() + 16);
  return {collapsed_ ? px(44) : px(kWide - 20), high};
}

void RailButton::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const bool hover = underMouse();
  QColor ink = t.railText;
  if (kind_ == Kind::ask) {
    painter.setBrush(hover ? t.railAccent.lighter(108) : t.railAccent);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
    ink = t.railOnAccent;
  } else if (isChecked() || hover) {
    QColor ground = t.railSelected;
    if (!isChecked()) ground.setAlphaF(0.55F);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
    ink = t.railOnSelected;
  }
  const qreal ratio = devicePixelRatioF();
  const int icon = px(20);
  QFont face = font();
  if (kind_ == Kind::brand) {
    face.setPixelSize(face.pixelSize() + 2);
    ink = t.railOnSelected;
    const int mark = px(22);
    const int left = collapsed_ ? (width() - mark) / 2 : 10;
    painter.drawPixmap(left, (height() - mark) / 2, iconPixmap(QStringLiteral("brand"), ink, mark, ratio));
    if (!collapsed_) {
      painter.setFont(face);
      painter.setPen(ink);
      painter.drawText(rect().adjusted(left + mark + 9, 0, -px(26), 0), Qt::AlignVCenter | Qt::AlignLeft, text());
      painter.drawPixmap(width() - px(26), (height() - px(16)) / 2,
                         iconPixmap(QStringLiteral("menu"), t.railMuted, px(16), ratio));
    }
  } else if (collapsed_) {
    painter.drawPixmap((width() - icon) / 2, (height() - icon) / 2, iconPixmap(iconName_, ink, icon, ratio));
  } else if (kind_ == Kind::ask) {
    painter.setFont(face);
    const int mark = px(16);
    const int whole = mark + 8 + painter.fontMetrics().horizontalAdvance(text());
    const int left = std::max(8, (width() - whole) / 2);
    painter.drawPixmap(left, (height() - mark) / 2, iconPixmap(iconName_, ink, mark, ratio));
    painter.setPen(ink);
    painter.drawText(rect().adjusted(left + mark + 8, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - left - mark - 12));
  } else {
    painter.setFont(face);
    painter.setPen(ink);
    const int room = width() - 20 - (count_ > 0 ? px(34) : 0);
    painter.drawText(QRect(10, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
  }
  if (count_ > 0) {
    const QString number = count_ > 99 ? QStringLiteral("99+") : QString::number(count_);
    QFont small = fontOf(TextRole::caption);
    small.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    small.setWeight(static_cast<QFont::Weight>(kSemibold));
    painter.setFont(small);
    const int high = std::max(collapsed_ ? px(16) : px(20), painter.fontMetrics().height() + 2);
    const int wide = std::max(collapsed_ ? high : px(24), painter.fontMetrics().horizontalAdvance(number) + 10);
    const QRect badge = collapsed_ ? QRect(width() - wide, 0, wide, high)
                                   : QRect(width() - wide - 10, (height() - high) / 2, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(urgent_ ? QColor("#F2B8B2") : t.railAccent);
    painter.drawRoundedRect(badge, high / 2.0, high / 2.0);
    painter.setPen(urgent_ ? QColor("#5C0F0A") : t.railOnAccent);
    painter.drawText(badge, Qt::AlignCenter, number);
  }
  if (hasFocus()) {
    painter.setPen(QPen(kind_ == Kind::ask ? t.railOnSelected : t.railAccent, kFocusWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
  }
}

void RailButton::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    click();
    return;
  }
  // Arrows are the rail's.
  if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
    event->ignore();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

bool RailButton::event(QEvent* event) {
  if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) update();
  return QAbstractButton::event(event);
}

Rail::Rail(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  column_->setContentsMargins(10, 10, 10, 10);
  column_->setSpacing(1);
  brand_ = new RailButton(RailButton::Kind::brand, QStringLiteral("brand"), this);
  connect(brand_, &QAbstractButton::clicked, this, &Rail::menuAsked);
  column_->addWidget(brand_);
  column_->addSpacing(8);
  addButton(Destination::ask, QStringLiteral("plus"));
  column_->addSpacing(10);
  addButton(Destination::forYou, QStringLiteral("inbox"));
  addButton(Destination::questions, QStringLiteral("questions"));
  addButton(Destination::mine, QStringLiteral("mine"));
  addButton(Destination::saved, QStringLiteral("bookmark"));
  addButton(Destination::outbox, QStringLiteral("outbox"));
  addButton(Destination::drafts, QStringLiteral("draft"));
  more_ = new PlainLabel({}, TextRole::caption, ColorRole::railMuted, this);
  more_->setContentsMargins(10, 14, 0, 6);
  column_->addWidget(more_);
  addButton(Destination::search, QStringLiteral("search"));
  addButton(Destination::settings, QStringLiteral("settings"));
  addButton(Destination::help, QStringLiteral("help"));
  column_->addStretch(1);
  retranslate();
  fit();
}

void Rail::addButton(Destination destination, const QString& iconName) {
  const auto kind = destination == Destination::ask ? RailButton::Kind::ask : RailButton::Kind::destination;
  auto* made = new RailButton(kind, iconName, this);
  buttons_.insert(destination, made);
  order_.append(made);
  column_->addWidget(made);
  connect(made, &QAbstractButton::clicked, this, [this, made, destination] {
    // The window decides what is current.
    if (made->isCheckable()) made->setChecked(!made->isChecked());
    Q_EMIT destinationChosen(destination);
  });
}

void Rail::setCurrent(Destination destination) {
  for (auto it = buttons_.begin(); it != buttons_.end(); ++it)
    if (it.value()->isCheckable()) it.value()->setChecked(it.key() == destination);
}

void Rail::setCount(Destination destination, int count, bool urgent) {
  if (RailButton* found = buttons_.value(destination)) found->setCount(count, urgent);
}

void Rail::setCollapsed(bool collapsed) {
  if (collapsed_ == collapsed) return;
  collapsed_ = collapsed;
  brand_->setCollapsed(collapsed);
  for (RailButton* made : order_) made->setCollapsed(collapsed);
  more_->setVisible(!collapsed);
  fit();
}

void Rail::fit() {
  const int wide = collapsed_ ? px(kNarrow) : px(kWide);
  setFixedWidth(wide);
  column_->setContentsMargins(collapsed_ ? 8 : 10, 10, collapsed_ ? 8 : 10, 10);
}

void Rail::retranslate() {
  brand_->setWords(QStringLiteral("Vraagbaak"), {});
  brand_->setAccessibleName(tr("Menu"));
  brand_->setToolTip(tr("Menu with every command (F10)"));
  const auto words = [this](Destination destination, const QString& text, const QString& shortcut) {
    buttons_[destination]->setWords(text, shortcut);
  };
  words(Destination::ask, tr("Ask a question"), QStringLiteral("Ctrl+N"));
  words(Destination::forYou, tr("For you"), QStringLiteral("Ctrl+1"));
  words(Destination::questions, tr("Questions"), QStringLiteral("Ctrl+2"));
  words(Destination::mine, tr("My questions"), QStringLiteral("Ctrl+3"));
  words(Destination::saved, tr("Saved"), QStringLiteral("Ctrl+4"));
  words(Destination::outbox, tr("Still to send"), QStringLiteral("Ctrl+5"));
  words(Destination::drafts, tr("Drafts"), QStringLiteral("Ctrl+6"));
  words(Destination::search, tr("Search"), QStringLiteral("Ctrl+F"));
  words(Destination::settings, tr("Settings"), QStringLiteral("Ctrl+,"));
  words(Destination::help, tr("Help"), QStringLiteral("F1"));
  more_->setText(tr("MORE"));
}

void Rail::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens().rail); }

void Rail::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) fit();
  QWidget::changeEvent(event);
}

void Rail::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
  if (step == 0) return QWidget::keyPressEvent(event);
  const auto at = order_.indexOf(qobject_cast<RailButton*>(focusWidget()));
  const auto next = std::clamp<qsizetype>(at + step, 0, order_.size() - 1);
  order_[next]->setFocus(Qt::TabFocusReason);
}

}  // namespace vb::client::ui

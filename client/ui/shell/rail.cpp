#include "client/ui/shell/rail.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "client/ui/controls/avatar.h"
#include "client/ui/controls/label.h"
#include "client/ui/theme/icons.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {
constexpr int kWide = 196;
constexpr int kNarrow = 60;
constexpr int kChannelsMax = 6;  // more would push the rest of the rail off a small screen
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
  } else if (collapsed_ && iconName_.isEmpty()) {
    // A channel: its initials.
    painter.setFont(face);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, Avatar::initials(text()));
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
  channelsHead_ = new PlainLabel({}, TextRole::caption, ColorRole::railMuted, this);
  channelsHead_->setContentsMargins(10, 14, 0, 6);
  column_->addWidget(channelsHead_);
  channelRows_ = new QVBoxLayout;
  channelRows_->setSpacing(1);
  column_->addLayout(channelRows_);
  addButton(Destination::channels, QStringLiteral("people"));
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

void Rail::setCurrent(Destination destination, ChannelId channel) {
  current_ = destination;
  currentChannel_ = destination == Destination::channel ? channel : ChannelId{};
  showCurrent();
}

void Rail::showCurrent() {
  bool isShown = false;
  for (const auto& [channel, made] : std::as_const(channels_)) {
    const bool isCurrent = !currentChannel_.isNil() && channel.id == currentChannel_;
    made->setChecked(isCurrent);
    isShown = isShown || (isCurrent && made->isVisibleTo(this));
  }
  // One that has no button of its own is behind "All channels".
  const bool isBehind = current_ == Destination::channel && !isShown;
  for (auto it = buttons_.begin(); it != buttons_.end(); ++it)
    if (it.value()->isCheckable())
      it.value()->setChecked(it.key() == current_ || (isBehind && it.key() == Destination::channels));
}

void Rail::setChannels(const QVector<RailChannel>& channels, int waiting) {
  setCount(Destination::channels, waiting);
  const auto shown = channels.mid(0, kChannelsMax);
  const auto same = [](const auto& made, const RailChannel& wanted) {
    return made.first.id == wanted.id && made.first.name == wanted.name;
  };
  // Buttons that stay keep the keyboard.
  if (!std::equal(channels_.begin(), channels_.end(), shown.begin(), shown.end(), same)) {
    for (const auto& [channel, made] : std::as_const(channels_)) {
      channelRows_->removeWidget(made);
      made->deleteLater();
    }
    channels_.clear();
    for (const RailChannel& channel : shown) {
      auto* made = new RailButton(RailButton::Kind::destination, {}, this);
      made->setWords(channel.name, {});
      made->setCollapsed(collapsed_);
      channelRows_->addWidget(made);
      channels_.append({channel, made});
      connect(made, &QAbstractButton::clicked, this, [this, made, id = channel.id] {
        made->setChecked(!made->isChecked());
        Q_EMIT channelChosen(id);
      });
    }
    QWidget* before = buttons_[Destination::drafts];
    for (const auto& [channel, made] : std::as_const(channels_)) {
      setTabOrder(before, made);
      before = made;
    }
    setTabOrder(before, buttons_[Destination::channels]);
    showCurrent();
  }
  for (qsizetype i = 0; i < shown.size(); ++i) {
    channels_[i].first = shown[i];
    channels_[i].second->setCount(shown[i].unread);
  }
  fitChannels();
}

void Rail::fitChannels() {
  int needed = column_->contentsMargins().top() + column_->contentsMargins().bottom() + px(18);
  for (RailButton* made : std::as_const(order_)) needed += made->sizeHint().height() + column_->spacing();
  needed += brand_->sizeHint().height();
  if (!collapsed_) needed += more_->sizeHint().height() + channelsHead_->sizeHint().height();
  for (const auto& [channel, made] : std::as_const(channels_)) {
    needed += made->sizeHint().height() + channelRows_->spacing();
    made->setVisible(needed <= height());
  }
  showCurrent();
}

void Rail::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitChannels();
}

RailButton* Rail::channelButton(ChannelId channel) const {
  for (const auto& [one, made] : channels_)
    if (one.id == channel) return made;
  return nullptr;
}

QVector<RailButton*> Rail::inOrder() const {
  QVector<RailButton*> all;
  for (RailButton* made : order_) {
    if (made == buttons_.value(Destination::channels))
      for (const auto& [channel, button] : channels_)
        if (button->isVisibleTo(this)) all.append(button);
    all.append(made);
  }
  return all;
}

void Rail::setCount(Destination destination, int count, bool urgent) {
  if (RailButton* found = buttons_.value(destination)) found->setCount(count, urgent);
}

void Rail::setCollapsed(bool collapsed) {
  if (collapsed_ == collapsed) return;
  collapsed_ = collapsed;
  brand_->setCollapsed(collapsed);
  for (RailButton* made : std::as_const(order_)) made->setCollapsed(collapsed);
  for (const auto& [channel, made] : std::as_const(channels_)) made->setCollapsed(collapsed);
  more_->setVisible(!collapsed);
  channelsHead_->setVisible(!collapsed);
  fit();
}

void Rail::fit() {
  const int wide = collapsed_ ? px(kNarrow) : px(kWide);
  setFixedWidth(wide);
  column_->setContentsMargins(collapsed_ ? 8 : 10, 10, collapsed_ ? 8 : 10, 10);
  fitChannels();
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
  words(Destination::channels, tr("All channels"), QStringLiteral("Ctrl+7"));
  words(Destination::search, tr("Search"), QStringLiteral("Ctrl+F"));
  words(Destination::settings, tr("Settings"), QStringLiteral("Ctrl+,"));
  words(Destination::help, tr("Help"), QStringLiteral("F1"));
  more_->setText(tr("MORE"));
  channelsHead_->setText(tr("CHANNELS"));
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
  const auto order = inOrder();
  const auto at = order.indexOf(qobject_cast<RailButton*>(focusWidget()));
  const auto next = std::clamp<qsizetype>(at + step, 0, order.size() - 1);
  order[next]->setFocus(Qt::TabFocusReason);
}

}  // namespace vb::client::ui

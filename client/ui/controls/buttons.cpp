#include "client/ui/controls/buttons.h"

#include <algorithm>

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include "client/ui/controls/label.h"
#include "client/ui/theme/icons.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {

QString buttonText(const QString& text) { return QString(text).replace(QLatin1Char('&'), QLatin1String("&&")); }

Button::Button(Kind kind, const QString& text, QWidget* parent) : QAbstractButton(parent), kind_(kind) {
  setText(text);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  const bool small = kind == Kind::link || kind == Kind::pill;
  setTextRole(this, small ? TextRole::metaStrong : TextRole::rowStrong);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Button::setIconName(const QString& name) {
  iconName_ = name;
  updateGeometry();
  update();
}

void Button::setQuiet(bool quiet) {
  quiet_ = quiet;
  update();
}

void Button::setInk(ColorRole role) {
  ink_ = role;
  update();
}

void Button::setCompact(bool compact) {
  compact_ = compact;
  updateGeometry();
}

int Button::iconSize() const { return kind_ == Kind::icon ? px(20) : px(16); }

QString Button::shownText() const {
  QString shown = text();
  shown.replace(QLatin1String("&&"), QLatin1String("\1")).remove(QLatin1Char('&'));
  return shown.replace(QLatin1Char('\1'), QLatin1Char('&'));
}

QFont Button::shownFont() const {
  QFont face = font();
  if (kind_ == Kind::pill && isChecked()) face.setWeight(static_cast<QFont::Weight>(kSemibold));
  return face;
}

bool Button::hasTick() const { return kind_ == Kind::pill && showsTick_ && isChecked(); }

void Button::setShowsTick(bool shows) {
  showsTick_ = shows;
  updateGeometry();
}

QSize Button::sizeHint() const {
  const QFontMetrics metrics(shownFont());
  int width = kind_ == Kind::icon ? 0 : metrics.horizontalAdvance(shownText());
  if (hasTick()) width += px(16);
  if (!iconName_.isEmpty()) width += iconSize() + (kind_ == Kind::icon ? 0 : 8);
  switch (kind_) {
    case Kind::primary:
    case Kind::secondary:
    case Kind::danger:
      return {width + (compact_ ? 20 : 30),
              std::max(compact_ ? px(30) : px(36), metrics.height() + (compact_ ? 8 : 14))};
    case Kind::link:
      return {width + 2 * kRingRoom, std::max(px(24), metrics.height() + 6)};
    case Kind::icon:
      return {px(32), px(32)};
    case Kind::pill:
      return {width + 20, std::max(px(26), metrics.height() + 8)};
  }
  return {};
}

QSize Button::minimumSizeHint() const {
  const QSize full = sizeHint();
  return kind_ == Kind::link || kind_ == Kind::pill ? QSize(std::min(full.width(), px(48)), full.height()) : full;
}

QColor Button::ink() const {
  const Tokens& t = tokens();
  if (ink_ && isEnabled()) return colorOf(*ink_);
  if (!isEnabled()) return kind_ == Kind::primary ? t.onPrimary : t.muted;
  switch (kind_) {
    case Kind::primary:
      return t.onPrimary;
    case Kind::danger:
      return t.bad;
    case Kind::pill:
      return isChecked() ? t.onPrimary : t.text;
    case Kind::icon:
      return quiet_ ? t.muted : t.text;
    default:
      return quiet_ ? t.muted : t.primary;
  }
}

void Button::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool hover = underMouse() && isEnabled();
  const double radius = kind_ == Kind::pill ? height() / 2.0 : kind_ == Kind::link ? 4 : kRadius;
  QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(Qt::NoPen);
  switch (kind_) {
    case Kind::primary: {
      QColor ground = hover ? (t.dark ? t.primary.lighter(110) : t.primary.darker(112)) : t.primary;
      if (!isEnabled()) ground = t.highContrast ? t.muted : t.dark ? QColor("#3A6468") : QColor("#8FB6BB");
      painter.setBrush(isDown() ? ground.darker(110) : ground);
      painter.drawRoundedRect(shape, radius, radius);
      break;
    }
    case Kind::secondary:
    case Kind::danger:
      painter.setPen(QPen(t.line, 1));
      painter.setBrush(hover ? t.hover : t.surface);
      painter.drawRoundedRect(shape, radius, radius);
      break;
    case Kind::pill:
      painter.setBrush(isChecked() ? t.primary : hover ? t.selected : t.chip);
      if (t.highContrast) painter.setPen(t.line);
      painter.drawRoundedRect(shape, radius, radius);
      break;
    case Kind::icon:
      if (hover) {
        painter.setBrush(t.hover);
        painter.drawRoundedRect(shape, radius, radius);
      }
      break;
    case Kind::link:
      break;
  }
  QFont face = shownFont();
  if (kind_ == Kind::link && hover) face.setUnderline(true);
  painter.setFont(face);
  painter.setPen(ink());
  const bool tick = hasTick();
  const int icon = iconName_.isEmpty() ? 0 : iconSize();
  const int gap = icon > 0 && kind_ != Kind::icon ? 8 : 0;
  const int side = kind_ == Kind::link ? kRingRoom : 10;
  const QString shown =
      kind_ == Kind::icon ? QString()
                          : painter.fontMetrics().elidedText(shownText(), Qt::ElideRight,
                                                             width() - 2 * side - icon - gap - (tick ? px(16) : 0) + 2);
  const int textWidth = painter.fontMetrics().horizontalAdvance(shown);
  const int whole = textWidth + icon + gap + (tick ? px(16) : 0);
  int x = kind_ == Kind::link ? side : (width() - whole) / 2;
  const qreal ratio = devicePixelRatioF();
  if (icon > 0) {
    painter.drawPixmap(x, (height() - icon) / 2, iconPixmap(iconName_, ink(), icon, ratio));
    x += icon + gap;
  }
  painter.drawText(QRect(x, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
  if (tick)
    painter.drawPixmap(x + textWidth + 4, (height() - px(13)) / 2,
                       iconPixmap(QStringLiteral("check"), ink(), px(13), ratio));
  if (hasFocus()) {
    // On a filled button the ring needs a gap of the button's own ink to be seen.
    const bool filled = kind_ == Kind::primary || (kind_ == Kind::pill && isChecked());
    if (filled) {
      painter.setPen(QPen(t.onPrimary, 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), radius - 2, radius - 2);
    }
    paintFocusRing(&painter, rect(), radius);
  }
}

void Button::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (isEnabled()) click();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

bool Button::event(QEvent* event) {
  if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) update();
  return QAbstractButton::event(event);
}

void Button::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  if (event->type() == QEvent::EnabledChange) setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
  QAbstractButton::changeEvent(event);
}

IconButton::IconButton(const QString& iconName, const QString& name, QWidget* parent)
    : Button(Kind::icon, QString(), parent) {
  setIconName(iconName);
  setAccessibleName(name);
  setToolTip(plainToolTip(name));
}

PillButton::PillButton(const QString& text, QWidget* parent) : Button(Kind::pill, text, parent) {
  setCheckable(true);
  // Chosen, it is bolder and may have a tick: wider.
  connect(this, &QAbstractButton::toggled, this, &QWidget::updateGeometry);
}

}  // namespace vb::client::ui

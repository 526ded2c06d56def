#include "client/ui/controls/chip.h"

#include <algorithm>

#include <QFontMetrics>
#include <QPainter>

#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kPadding = 7;

std::pair<QColor, QColor> colorsOf(ChipKind kind) {
  const Tokens& t = tokens();
  switch (kind) {
    case ChipKind::ok:
      return {t.ok, t.okSoft};
    case ChipKind::wait:
      return {t.wait, t.waitSoft};
    case ChipKind::bad:
      return {t.bad, t.badSoft};
    case ChipKind::grey:
      return {t.muted, t.chip};
    case ChipKind::category:
      return {t.onSoft, t.soft};
  }
  return {t.text, t.chip};
}

}  // namespace

Chip::Chip(const QString& text, ChipKind kind, QWidget* parent) : QWidget(parent), kind_(kind) {
  setTextRole(this, TextRole::metaStrong);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  set(text, kind);
}

void Chip::set(const QString& text, ChipKind kind) {
  text_ = text;
  kind_ = kind;
  setAccessibleName(text);
  updateGeometry();
  update();
}

QSize Chip::sizeHint() const { return sizeFor(text_); }
QSize Chip::minimumSizeHint() const { return {std::min(sizeHint().width(), px(40)), sizeHint().height()}; }

QSize Chip::sizeFor(const QString& text) {
  const QFontMetrics metrics(fontOf(TextRole::metaStrong));
  return {metrics.horizontalAdvance(text) + 2 * kPadding, std::max(px(20), metrics.height() + 4)};
}

void Chip::paint(QPainter* painter, const QRect& rect, const QString& text, ChipKind kind) {
  const auto [ink, ground] = colorsOf(kind);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(ground);
  if (tokens().highContrast) {
    painter->setPen(ink);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  } else {
    painter->setPen(Qt::NoPen);
    painter->drawRoundedRect(rect, 4, 4);
  }
  painter->setFont(fontOf(TextRole::metaStrong));
  painter->setPen(ink);
  const QRect inner = rect.adjusted(kPadding, 0, -kPadding + 2, 0);
  painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
  painter->restore();
}

void Chip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(&painter, rect(), text_, kind_);
}

}  // namespace vb::client::ui

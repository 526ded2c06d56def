#include "client/ui/search/switcher_delegate.h"

#include <QPainter>

#include "client/ui/search/switcher.h"
#include "client/ui/theme/icons.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {

QSize SwitcherDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {option.rect.width(), qMax(px(36), QFontMetrics(fontOf(TextRole::row)).lineSpacing() + 14)};
}

void SwitcherDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& entry = static_cast<const SwitcherModel*>(index.model())->entry(index.row());
  const Tokens& t = tokens();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.state & QStyle::State_Selected ? t.selected : t.hover);
    painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), kRadius, kRadius);
    if (t.highContrast && (option.state & QStyle::State_Selected)) paintFocusRing(painter, option.rect);
  }
  const QRect area = option.rect.adjusted(10, 0, -10, 0);
  const int size = px(18);
  const QPixmap picture = iconPixmap(entry.iconName, t.muted, size, painter->device()->devicePixelRatioF());
  painter->drawPixmap(QRect(area.left(), area.center().y() - size / 2, size, size), picture);
  const QFont detailFont = fontOf(TextRole::meta);
  const int detailWidth = QFontMetrics(detailFont).horizontalAdvance(entry.detail);
  painter->setFont(detailFont);
  painter->setPen(t.muted);
  painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, entry.detail);
  const QFont font = fontOf(TextRole::row);
  const QRect text = area.adjusted(size + 10, 0, -(detailWidth > 0 ? detailWidth + 12 : 0), 0);
  painter->setFont(font);
  painter->setPen(t.text);
  painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(font).elidedText(entry.text, Qt::ElideRight, text.width()));
  painter->restore();
}

}  // namespace vb::client::ui

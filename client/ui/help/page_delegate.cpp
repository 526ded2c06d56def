#include "client/ui/help/page_delegate.h"

#include <QPainter>

#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {

QSize PageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {option.rect.width(), QFontMetrics(fontOf(TextRole::row)).lineSpacing() + px(22)};
}

void PageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const bool selected = option.state & QStyle::State_Selected;
  painter->save();
  if (selected) {
    painter->fillRect(option.rect, t.selected);
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.primary);
  } else if (option.state & QStyle::State_MouseOver) {
    painter->fillRect(option.rect, t.hover);
  }
  const QFont font = fontOf(selected ? TextRole::rowStrong : TextRole::row);
  const QRect text = option.rect.adjusted(px(20), 0, -8, 0);
  painter->setFont(font);
  painter->setPen(t.text);
  painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
  if (option.state & QStyle::State_HasFocus) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, option.rect.adjusted(4, 2, -4, -2));
  }
  painter->restore();
}

}  // namespace vb::client::ui

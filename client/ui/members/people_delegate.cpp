#include "client/ui/members/people_delegate.h"

#include <QPainter>

#include "client/ui/controls/chip.h"
#include "client/ui/members/people_model.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kSide = 16;
constexpr int kBar = 3;
constexpr int kGap = 4;

const PeopleRow& rowOf(const QModelIndex& index) {
  return static_cast<const PeopleModel*>(index.model())->row(index.row());
}
int nameHeight() { return QFontMetrics(fontOf(TextRole::rowMedium)).lineSpacing(); }
int metaHeight() { return Chip::sizeFor(QStringLiteral("X")).height(); }
int headingHeight() { return QFontMetrics(fontOf(TextRole::caption)).lineSpacing() + px(20); }

}  // namespace

QSize PeopleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  if (rowOf(index).kind == PeopleRow::Kind::heading) return {px(200), headingHeight()};
  return {px(200), 2 * rowPadding() + nameHeight() + px(kGap) + metaHeight()};
}

void PeopleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& row = rowOf(index);
  const Tokens& t = tokens();
  const QRect area = option.rect;
  painter->save();
  if (row.kind == PeopleRow::Kind::heading) {
    painter->setFont(fontOf(TextRole::caption));
    painter->setPen(t.muted);
    painter->drawText(area.adjusted(kSide, 0, -kSide, -px(4)), Qt::AlignLeft | Qt::AlignBottom, row.name.toUpper());
    painter->restore();
    return;
  }
  const bool selected = option.state & QStyle::State_Selected;
  painter->fillRect(area, selected ? t.selected : (option.state & QStyle::State_MouseOver) ? t.hover : t.bg);
  painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), t.line);
  if (selected) painter->fillRect(QRect(area.left(), area.top(), kBar, area.height()), t.primary);
  const int width = area.width() - 2 * kSide;
  int y = area.top() + rowPadding();
  painter->setFont(fontOf(TextRole::rowMedium));
  painter->setPen(t.text);
  painter->drawText(QRect(area.left() + kSide, y, width, nameHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(row.name, Qt::ElideRight, width));
  y += nameHeight() + px(kGap);
  int x = area.left() + kSide;
  if (!row.chip.isEmpty()) {
    const bool isWaiting = row.kind != PeopleRow::Kind::member;
    const int chipWidth = qMin(Chip::sizeFor(row.chip).width(), width);
    Chip::paint(painter, QRect(x, y, chipWidth, metaHeight()), row.chip,
                isWaiting ? ChipKind::wait : ChipKind::category);
    x += chipWidth + 10;
  }
  painter->setFont(fontOf(TextRole::meta));
  painter->setPen(t.muted);
  const QRect rest(x, y, qMax(0, area.right() - kSide - x), metaHeight());
  painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(row.meta, Qt::ElideRight, rest.width()));
  if ((option.state & QStyle::State_HasFocus) != 0) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, area, 2);
  }
  painter->restore();
}

}  // namespace vb::client::ui

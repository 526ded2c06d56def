#include "client/ui/topics/topic_delegate.h"

#include <QPainter>

#include "client/ui/controls/chip.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"
#include "client/ui/topics/topic_list_model.h"
#include "client/ui/topics/topic_words.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

constexpr int kSide = 16;
constexpr int kDot = 8;
constexpr int kBar = 3;
constexpr int kGap = 4;

const TopicListRow& rowOf(const QModelIndex& index) {
  return static_cast<const TopicListModel*>(index.model())->row(index.row());
}
int titleHeight() { return QFontMetrics(fontOf(TextRole::rowStrong)).lineSpacing(); }
int chipHeight() { return Chip::sizeFor(QStringLiteral("X")).height(); }

struct Mark {
  QString text;
  ChipKind kind;
};
QVector<Mark> marksOf(const TopicListRow& row) {
  QVector<Mark> marks;
  const auto& topic = row.topic;
  if (topic.sendState != store::SendState::none)
    marks.append({stateName(topic.sendState), chipKindOf(topic.sendState)});
  if (row.isLesson) return marks;
  if (topic.unread > 0) marks.append({TopicDelegate::tr("%n new", nullptr, topic.unread), ChipKind::ok});
  if (topic.pinned) marks.append({TopicDelegate::tr("pinned"), ChipKind::category});
  if (topic.closed) marks.append({TopicDelegate::tr("closed"), ChipKind::grey});
  if (topic.followed) marks.append({TopicDelegate::tr("following"), ChipKind::category});
  if (topic.muted) marks.append({TopicDelegate::tr("muted"), ChipKind::grey});
  if (topic.eraseAt > 0) marks.append({eraseWords(topic.eraseAt, QDateTime::currentDateTime()), ChipKind::wait});
  return marks;
}

}  // namespace

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto& row = rowOf(index);
  if (row.isHeading) return {px(200), QFontMetrics(fontOf(TextRole::caption)).lineSpacing() + px(20)};
  const int marks = marksOf(row).isEmpty() ? 0 : chipHeight() + px(kGap);
  const int meta = QFontMetrics(fontOf(TextRole::meta)).lineSpacing();
  return {px(200), 2 * rowPadding() + titleHeight() + px(kGap) + meta + marks};
}

void TopicDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& row = rowOf(index);
  const Tokens& t = tokens();
  const QRect area = option.rect;
  painter->save();
  if (row.isHeading) {
    painter->setFont(fontOf(TextRole::caption));
    painter->setPen(t.muted);
    painter->drawText(area.adjusted(kSide, 0, -kSide, -px(4)), Qt::AlignLeft | Qt::AlignBottom, row.heading.toUpper());
    return painter->restore();
  }
  const bool selected = option.state & QStyle::State_Selected;
  painter->fillRect(area, selected ? t.selected : (option.state & QStyle::State_MouseOver) ? t.hover : t.bg);
  painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), t.line);
  if (selected) painter->fillRect(QRect(area.left(), area.top(), kBar, area.height()), t.primary);
  const bool isUnread = row.topic.unread > 0 && !row.isLesson && !row.topic.muted;
  int left = area.left() + kSide;
  int width = area.width() - 2 * kSide;
  int y = area.top() + rowPadding();
  if (isUnread) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.primary);
    painter->drawEllipse(QRectF(left, y + (titleHeight() - kDot) / 2.0, kDot, kDot));
    left += kDot + 8;
    width -= kDot + 8;
  }
  const bool isGone = row.topic.deleted && !row.isLesson;
  painter->setFont(fontOf(isUnread ? TextRole::rowStrong : TextRole::rowMedium));
  painter->setPen(isGone ? t.muted : t.text);
  painter->drawText(QRect(left, y, width, titleHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(isGone ? tr("Deleted") : row.topic.title, Qt::ElideRight, width));
  left = area.left() + kSide;
  width = area.width() - 2 * kSide;
  y += titleHeight() + px(kGap);
  painter->setFont(fontOf(TextRole::meta));
  painter->setPen(t.muted);
  const int metaHeight = painter->fontMetrics().lineSpacing();
  const QString meta =
      row.isLesson ? personName(row.topic.authorName) : topicMeta(row.topic, QDateTime::currentDateTime());
  painter->drawText(QRect(left, y, width, metaHeight), Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(meta, Qt::ElideRight, width));
  y += metaHeight + px(kGap);
  for (const auto& mark : marksOf(row)) {
    const int wide = Chip::sizeFor(mark.text).width();
    if (left + wide > area.right() - kSide) break;
    Chip::paint(painter, QRect(left, y, wide, chipHeight()), mark.text, mark.kind);
    left += wide + 8;
  }
  if (option.state & QStyle::State_HasFocus) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, area, 2);
  }
  painter->restore();
}

}  // namespace vb::client::ui

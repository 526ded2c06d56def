#include "client/ui/lists/question_delegate.h"

#include <cmath>

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include "client/models/question_list_model.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/label.h"
#include "client/ui/lists/row_words.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kSide = 16;
constexpr int kDot = 8;
constexpr int kBar = 3;
constexpr int kMetaGap = 10;
constexpr int kTitleLines = 2;

int titleLineHeight() { return std::max(px(20), QFontMetrics(fontOf(TextRole::rowStrong)).height()); }

// Breaks the title over two lines, the second cut with an ellipsis.
QStringList titleLines(const QString& title, const QFont& face, int width) {
  QTextLayout layout(title, face);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  QStringList lines;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    const bool last = lines.size() + 1 == kTitleLines;
    const int from = line.textStart();
    if (last) {
      lines << QFontMetrics(face).elidedText(title.mid(from), Qt::ElideRight, width);
      break;
    }
    lines << title.mid(from, line.textLength()).trimmed();
  }
  layout.endLayout();
  return lines;
}

}  // namespace

QuestionDelegate::QuestionDelegate(const QuestionListModel& model, Directory& directory, Now now, QObject* parent)
    : QStyledItemDelegate(parent), model_(model), directory_(directory), now_(std::move(now)) {}

int QuestionDelegate::metaHeight() const { return Chip::sizeFor(QStringLiteral("X")).height(); }

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {px(200), 2 * rowPadding() + kTitleLines * titleLineHeight() + px(4) + metaHeight()};
}

void QuestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const store::QuestionRow* row = model_.row(index.row());
  const Tokens& t = tokens();
  const QRect& area = option.rect;
  const bool selected = option.state & QStyle::State_Selected;
  const bool hover = option.state & QStyle::State_MouseOver;
  painter->save();
  painter->fillRect(area, selected ? t.selected : hover ? t.hover : t.bg);
  painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), t.line);
  if (selected) painter->fillRect(QRect(area.left(), area.top(), kBar, area.height()), t.primary);
  if (row != nullptr) {
    const QFont face = fontOf(row->unread ? TextRole::rowStrong : TextRole::rowMedium);
    const int left = area.left() + kSide;
    const int width = area.width() - 2 * kSide;
    const QStringList lines = titleLines(row->title, face, width - kDot - 16);
    const int high = static_cast<int>(lines.size()) * titleLineHeight() + px(4) + metaHeight();
    int y = area.top() + (area.height() - high) / 2;
    painter->setFont(face);
    painter->setPen(t.text);
    for (const QString& line : lines) {
      painter->drawText(QRect(left, y, width, titleLineHeight()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                        line);
      y += titleLineHeight();
    }
    if (row->unread) {
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(Qt::NoPen);
      painter->setBrush(t.primary);
      const double top = y - lines.size() * titleLineHeight() + (titleLineHeight() - kDot) / 2.0;
      painter->drawEllipse(QRectF(area.right() - kSide - kDot, top, kDot, kDot));
    }
    y += px(4);
    const RowWords words = wordsOf(*row, directory_, now_());
    painter->setFont(fontOf(TextRole::meta));
    const QFontMetrics metrics(painter->font());
    // The words come first, the two chips share what is left, the state before the category.
    const int fixed = metrics.horizontalAdvance(words.age) + metrics.horizontalAdvance(words.answers) + 2 * kMetaGap;
    const int stateWish = words.stateText.isEmpty() ? 0 : Chip::sizeFor(words.stateText).width() + kMetaGap;
    const int room = std::max(0, width - fixed);
    const int categoryWish = words.category.isEmpty() ? 0 : Chip::sizeFor(words.category).width();
    int stateWidth = stateWish;
    int categoryWidth = categoryWish;
    if (categoryWish + stateWish > room) {
      // Both are cut rather than one to nothing.
      categoryWidth = std::min(categoryWish, std::max(room / 2, room - stateWish));
      stateWidth = std::min(stateWish, room - categoryWidth);
    }
    int x = left;
    if (categoryWidth > 0) {
      Chip::paint(painter, QRect(x, y, categoryWidth, metaHeight()), words.category, ChipKind::category);
      x += categoryWidth + kMetaGap;
    }
    painter->setPen(t.muted);
    for (const QString& word : {words.age, words.answers}) {
      painter->drawText(QRect(x, y, area.right() - kSide - x, metaHeight()),
                        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, word);
      x += metrics.horizontalAdvance(word) + kMetaGap;
    }
    stateWidth = std::min(stateWidth - kMetaGap, area.right() - kSide - x + 1);
    if (stateWidth > px(36))
      Chip::paint(painter, QRect(x, y, stateWidth, metaHeight()), words.stateText, words.stateKind);
  }
  // The ring only while the keyboard is in the list: the bar says which row it is otherwise.
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  if (view != nullptr && view->hasFocus() && view->currentIndex() == index) paintFocusRing(painter, area, 2);
  painter->restore();
}

bool QuestionDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
  const store::QuestionRow* row = index.isValid() ? model_.row(index.row()) : nullptr;
  if (row == nullptr || event->type() != QEvent::ToolTip)
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  QToolTip::showText(event->globalPos(), plainToolTip(row->title), view);
  return true;
}

}  // namespace vb::client::ui

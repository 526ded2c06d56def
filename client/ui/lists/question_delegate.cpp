#include "client/ui/lists/question_delegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include "client/models/question_list_model.h"
#include "client/ui/controls/label.h"
#include "client/ui/lists/question_list_view.h"
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
constexpr int kMetaLineGap = 4;
constexpr int kTitleLines = 2;

QFont titleFace(const store::QuestionRow& row) {
  return fontOf(row.unread ? TextRole::rowStrong : TextRole::rowMedium);
}

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

int QuestionDelegate::heightOf(int titleLines, int metaLines) const {
  return 2 * rowPadding() + titleLines * titleLineHeight() + metaLines * (px(kMetaLineGap) + metaHeight());
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto known = heights_.constFind(model_.idAt(index.row()));
  return {px(200), known == heights_.constEnd() ? heightOf(kTitleLines, 1) : *known};
}

bool QuestionDelegate::measure(const QModelIndex& index, int width) {
  if (const auto basis = std::pair(width, heightOf(1, 1)); basis != measuredFor_) {
    measuredFor_ = basis;
    heights_.clear();
  }
  const store::QuestionRow* row = model_.row(index.row());
  if (row == nullptr) return false;
  const Layout layout = layOut(*row, QRect(0, 0, width, 0));
  const int height = heightOf(static_cast<int>(layout.titleLines.size()), layout.metaLines);
  const int before = heights_.value(row->id, heightOf(kTitleLines, 1));
  heights_.insert(row->id, height);
  return height != before;
}

QuestionDelegate::Layout QuestionDelegate::layOut(const store::QuestionRow& row, const QRect& area) const {
  Layout layout;
  const int left = area.left() + kSide;
  const int width = std::max(1, area.width() - 2 * kSide);
  layout.titleLines = titleLines(row.title, titleFace(row), std::max(1, width - kDot - kSide));
  const RowWords words = wordsOf(row, directory_, now_());
  const QFontMetrics metrics(fontOf(TextRole::meta));
  int x = left;
  int y = area.top() + rowPadding() + static_cast<int>(layout.titleLines.size()) * titleLineHeight() + px(kMetaLineGap);
  layout.metaLines = 1;
  // Side by side, going on below when there is no room; cut only when wider than the row.
  const auto add = [&](const QString& text, bool chip, ChipKind kind) {
    if (text.isEmpty()) return;
    const int wish = std::min(width, chip ? Chip::sizeFor(text).width() : metrics.horizontalAdvance(text) + 1);
    if (x > left && x + wish > left + width) {
      x = left;
      y += metaHeight() + px(kMetaLineGap);
      ++layout.metaLines;
    }
    layout.meta.append({QRect(x, y, wish, metaHeight()), text, chip, kind});
    x += wish + kMetaGap;
  };
  add(words.category, true, ChipKind::category);
  add(words.age, false, {});
  add(words.answers, false, {});
  add(words.stateText, true, words.stateKind);
  return layout;
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
    const Layout layout = layOut(*row, area);
    int y = area.top() + rowPadding();
    if (row->unread) {
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(Qt::NoPen);
      painter->setBrush(t.primary);
      painter->drawEllipse(QRectF(area.right() - kSide - kDot, y + (titleLineHeight() - kDot) / 2.0, kDot, kDot));
    }
    painter->setFont(titleFace(*row));
    painter->setPen(t.text);
    for (const QString& line : layout.titleLines) {
      painter->drawText(QRect(area.left() + kSide, y, area.width() - 2 * kSide, titleLineHeight()),
                        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
      y += titleLineHeight();
    }
    painter->setFont(fontOf(TextRole::meta));
    painter->setPen(t.muted);
    for (const Part& part : layout.meta) {
      if (part.chip)
        Chip::paint(painter, part.place, part.text, part.kind);
      else
        painter->drawText(part.place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(part.text, Qt::ElideRight, part.place.width()));
    }
  }
  // The bar says which row is open; the ring is for who moves by keyboard.
  const auto* view = qobject_cast<const QuestionListView*>(option.widget);
  if (view != nullptr && view->showsRing() && view->currentIndex() == index) paintFocusRing(painter, area, 2);
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

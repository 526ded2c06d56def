#include "client/ui/search/hit_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include "client/models/age.h"
#include "client/ui/controls/chip.h"
#include "client/ui/search/hit_model.h"
#include "client/ui/search/marked_text.h"
#include "client/ui/search/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

constexpr int kGap = 4;
constexpr int kSnippetLines = 2;

// The words of a result, in line with the heading of the screen and not wider than can be read.
QRect textArea(const QRect& row) {
  const QRect area = row.adjusted(px(kSearchMargin), px(12), -px(kSearchMargin), -px(12));
  return {area.topLeft(), QSize(qMin(area.width(), px(kHitWidthMax)), area.height())};
}

int snippetHeight(const store::SearchHit& hit, int width) {
  if (hit.snippet.isEmpty()) return 0;
  const QFont font = fontOf(TextRole::row);
  return QFontMetrics(font).lineSpacing() * linesOf(hit.snippet, font, width, kSnippetLines) + kGap;
}

}  // namespace

HitDelegate::HitDelegate(Directory& directory, QObject* parent) : QStyledItemDelegate(parent), directory_(directory) {}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& hit = static_cast<const HitModel*>(index.model())->hit(index.row());
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
  const int title = QFontMetrics(fontOf(TextRole::rowMedium)).lineSpacing();
  const int meta =
      qMax(Chip::sizeFor(QStringLiteral("X")).height(), QFontMetrics(fontOf(TextRole::meta)).lineSpacing());
  const int snippet = snippetHeight(hit, textArea(QRect(0, 0, width, 0)).width());
  // The view is as wide as it is, whatever a row would like.
  return {px(200), 2 * px(12) + title + kGap + snippet + meta};
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& hit = static_cast<const HitModel*>(index.model())->hit(index.row());
  const Tokens& t = tokens();
  const QRect all = option.rect;
  painter->save();
  if (option.state & QStyle::State_Selected) {
    painter->fillRect(all, t.selected);
    painter->fillRect(QRect(all.left(), all.top(), 3, all.height()), t.primary);
  } else if (option.state & QStyle::State_MouseOver) {
    painter->fillRect(all, t.hover);
  }
  painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), t.line);

  QRect area = textArea(all);
  const QFont titleFont = fontOf(TextRole::rowMedium);
  const int titleHeight = QFontMetrics(titleFont).lineSpacing();
  paintMarked(painter, QRect(area.left(), area.top(), area.width(), titleHeight), hit.title, hit.titleMarks, titleFont,
              t.text, 1);
  area.setTop(area.top() + titleHeight + kGap);
  if (!hit.snippet.isEmpty()) {
    const QFont font = fontOf(TextRole::row);
    const int height = snippetHeight(hit, area.width());
    paintMarked(painter, QRect(area.left(), area.top(), area.width(), height), hit.snippet, hit.marks, font, t.muted,
                kSnippetLines);
    area.setTop(area.top() + height);
  }
  int x = area.left();
  const auto chip = [&](const QString& text, ChipKind kind) {
    const QSize size = Chip::sizeFor(text);
    Chip::paint(painter, QRect(x, area.top(), qMin(size.width(), area.right() - x), size.height()), text, kind);
    x += size.width() + 10;
  };
  if (hit.kind != store::SearchKind::question) chip(searchKindName(hit.kind), ChipKind::grey);
  const QString category = hit.kind == store::SearchKind::category ? QString() : directory_.categoryName(hit.category);
  if (!category.isEmpty()) chip(category, ChipKind::category);
  QStringList meta;
  if (hit.kind == store::SearchKind::answer || hit.kind == store::SearchKind::comment ||
      hit.kind == store::SearchKind::question || hit.kind == store::SearchKind::topic ||
      hit.kind == store::SearchKind::post)
    meta << personName(hit.authorName);
  if (!hit.place.isEmpty()) meta << hit.place;
  if (hit.page > 1) meta << tr("page %1").arg(hit.page);
  if (hit.at > 0) meta << shortAge(hit.at, QDateTime::currentDateTime());
  const QFont metaFont = fontOf(TextRole::meta);
  painter->setFont(metaFont);
  painter->setPen(t.muted);
  const QRect rest(x, area.top(), qMax(0, area.right() - x), Chip::sizeFor(QStringLiteral("X")).height());
  painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(metaFont).elidedText(meta.join(QStringLiteral("   ")), Qt::ElideRight, rest.width()));
  if ((option.state & QStyle::State_HasFocus) != 0) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, all.adjusted(2, 2, -2, -2));
  }
  painter->restore();
}

}  // namespace vb::client::ui

#include "client/ui/documents/document_delegate.h"

#include <QDateTime>
#include <QPainter>

#include "client/ui/controls/chip.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/documents/document_list_model.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/search/marked_text.h"
#include "client/ui/theme/icons.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

constexpr int kSide = 16;
constexpr int kBar = 3;
constexpr int kGap = 5;
constexpr int kProgress = 4;
constexpr int kSnippetLines = 2;

const DocumentListRow& rowOf(const QModelIndex& index) {
  return static_cast<const DocumentListModel*>(index.model())->row(index.row());
}
int nameHeight() { return QFontMetrics(fontOf(TextRole::rowMedium)).lineSpacing(); }
int metaHeight() { return QFontMetrics(fontOf(TextRole::meta)).lineSpacing(); }
int chipHeight() { return Chip::sizeFor(QStringLiteral("X")).height(); }
int snippetHeight(const DocumentListRow& row, int width) {
  if (row.snippet.isEmpty()) return 0;
  const QFont font = fontOf(TextRole::meta);
  return linesOf(row.snippet, font, width, kSnippetLines) * QFontMetrics(font).lineSpacing() + px(kGap);
}

QString metaOf(const DocumentListRow& row) {
  const auto& document = row.document;
  QStringList parts;
  if (row.page > 1) parts << DocumentDelegate::tr("page %1").arg(row.page);
  if (document.number > 1) parts << DocumentDelegate::tr("version %1").arg(document.number);
  parts << sizeText(document.size) << dayText(document.changedAt, QDateTime::currentMSecsSinceEpoch());
  if (!row.place.isEmpty()) parts << row.place;
  return parts.join(QStringLiteral("  ·  "));
}

struct Mark {
  QString text;
  ChipKind kind;
};
QVector<Mark> marksOf(const store::DocumentRow& document) {
  const auto presence = presenceOf(document);
  QVector<Mark> marks{{presence.text, presence.kind}};
  if (document.pinned) marks.append({DocumentDelegate::tr("kept"), ChipKind::category});
  if (document.concurrent) marks.append({DocumentDelegate::tr("two versions at once"), ChipKind::wait});
  const bool isOnItsWay =
      document.sendState != store::SendState::none && document.presence != store::Presence::uploading;
  if (isOnItsWay) marks.append({stateName(document.sendState), chipKindOf(document.sendState)});
  return marks;
}

}  // namespace

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& row = rowOf(index);
  const int width = qMax(option.rect.width(), px(200)) - 2 * kSide;
  if (row.isFolder) return {px(200), 2 * rowPadding() + nameHeight() + px(kGap) + metaHeight()};
  const int bar = progressOf(row.document) >= 0 ? kProgress + px(kGap) : 0;
  return {px(200), 2 * rowPadding() + nameHeight() + px(kGap) + chipHeight() + px(kGap) + metaHeight() + bar +
                       snippetHeight(row, width)};
}

void DocumentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& row = rowOf(index);
  const Tokens& t = tokens();
  const QRect area = option.rect;
  const bool selected = option.state & QStyle::State_Selected;
  painter->save();
  painter->fillRect(area, selected ? t.selected : (option.state & QStyle::State_MouseOver) ? t.hover : t.bg);
  painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), t.line);
  if (selected) painter->fillRect(QRect(area.left(), area.top(), kBar, area.height()), t.primary);
  int left = area.left() + kSide;
  int width = area.width() - 2 * kSide;
  int y = area.top() + rowPadding();
  const auto line = [&](TextRole role, const QColor& ink, const QString& text, int height) {
    painter->setFont(fontOf(role));
    painter->setPen(ink);
    painter->drawText(QRect(left, y, width, height), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, width));
  };
  if (row.isFolder) {
    const int size = px(20);
    painter->drawPixmap(left, area.top() + (area.height() - size) / 2,
                        iconPixmap(QStringLiteral("folder"), t.primary, size, painter->device()->devicePixelRatioF()));
    left += size + px(10);
    width -= size + px(10);
    line(TextRole::rowMedium, t.text, row.folder.name, nameHeight());
    y += nameHeight() + px(kGap);
    QString meta = tr("%n document(s)", nullptr, row.folder.documents);
    if (row.folder.sendState != store::SendState::none)
      meta += QStringLiteral("  ·  ") + stateName(row.folder.sendState);
    line(TextRole::meta, t.muted, meta, metaHeight());
  } else {
    line(TextRole::rowMedium, t.text, row.document.name, nameHeight());
    y += nameHeight() + px(kGap);
    int at = left;
    for (const auto& mark : marksOf(row.document)) {
      const int wide = Chip::sizeFor(mark.text).width();
      if (at + wide > area.right() - kSide && at > left) break;
      Chip::paint(painter, QRect(at, y, qMin(wide, width), chipHeight()), mark.text, mark.kind);
      at += wide + 8;
    }
    y += chipHeight() + px(kGap);
    line(TextRole::meta, t.muted, metaOf(row), metaHeight());
    y += metaHeight() + px(kGap);
    if (!row.snippet.isEmpty()) {
      const int height = snippetHeight(row, width) - px(kGap);
      paintMarked(painter, QRect(left, y, width, height), row.snippet, row.marks, fontOf(TextRole::meta), t.muted,
                  kSnippetLines);
      y += height + px(kGap);
    }
    if (const int progress = progressOf(row.document); progress >= 0) {
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(Qt::NoPen);
      painter->setBrush(t.line);
      painter->drawRoundedRect(QRectF(left, y, width, kProgress), 2, 2);
      painter->setBrush(t.primary);
      painter->drawRoundedRect(QRectF(left, y, width * progress / 100.0, kProgress), 2, 2);
    }
  }
  if (option.state & QStyle::State_HasFocus) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintFocusRing(painter, area, 2);
  }
  painter->restore();
}

}  // namespace vb::client::ui

#include "client/ui/help/page_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kBar = 3;
constexpr int kSide = 16;

class PageDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QFontMetrics metrics(fontOf(TextRole::rowMedium));
    // The rectangle is not known yet while rows are measured.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int room = std::max(px(80), (view != nullptr ? view->viewport()->width() : 0) - 2 * kSide);
    const int high =
        metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, index.data(Qt::DisplayRole).toString())
            .height();
    return {px(120), high + 2 * rowPadding() - px(4)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = tokens();
    const QRect& area = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(area, selected ? t.selected : option.state & QStyle::State_MouseOver ? t.hover : t.bg);
    if (selected) painter->fillRect(QRect(area.left(), area.top(), kBar, area.height()), t.primary);
    painter->setFont(fontOf(selected ? TextRole::rowStrong : TextRole::rowMedium));
    painter->setPen(t.text);
    painter->drawText(area.adjusted(kSide, 0, -kSide, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                      index.data(Qt::DisplayRole).toString());
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view != nullptr && view->hasFocus() && view->currentIndex() == index) paintFocusRing(painter, area, 2);
    painter->restore();
  }
};

}  // namespace

PageList::PageList(QWidget* parent) : QListWidget(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setResizeMode(Adjust);
  setMouseTracking(true);
  setUniformItemSizes(false);
  viewport()->setAutoFillBackground(false);
  setItemDelegate(new PageDelegate(this));
  connect(this, &QListWidget::itemClicked, this, &PageList::opened);
}

void PageList::add(const QString& name, const QString& title) {
  auto* item = new QListWidgetItem(title, this);
  item->setData(Qt::UserRole, name);
}

QString PageList::current() const {
  return currentItem() == nullptr ? QString() : currentItem()->data(Qt::UserRole).toString();
}

bool PageList::select(const QString& name) {
  for (int row = 0; row < count(); ++row)
    if (item(row)->data(Qt::UserRole).toString() == name) {
      setCurrentRow(row);
      return true;
    }
  return false;
}

void PageList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return void(Q_EMIT opened());
  QListWidget::keyPressEvent(event);
}

// Rows are as high as their words need in the new width.
void PageList::resizeEvent(QResizeEvent* event) {
  QListWidget::resizeEvent(event);
  scheduleDelayedItemsLayout();
}

void PageList::paintEvent(QPaintEvent* event) {
  QPainter(viewport()).fillRect(viewport()->rect(), tokens().bg);
  QListWidget::paintEvent(event);
}

}  // namespace vb::client::ui

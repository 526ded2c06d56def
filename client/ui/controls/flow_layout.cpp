#include "client/ui/controls/flow_layout.h"

#include <algorithm>

namespace vb::client::ui {

FlowLayout::FlowLayout(QWidget* parent, int horizontalGap, int verticalGap)
    : QLayout(parent), horizontalGap_(horizontalGap), verticalGap_(verticalGap) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(items_); }

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  int height = 0;
  for (const QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    width += item->sizeHint().width() + (width > 0 ? horizontalGap_ : 0);
    height = std::max(height, item->sizeHint().height());
  }
  const QMargins margins = contentsMargins();
  return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
  const QMargins margins = contentsMargins();
  const QRect area = rect.marginsRemoved(margins);
  int x = area.left();
  int y = area.top();
  int lineHeight = 0;
  QVector<std::pair<QLayoutItem*, QRect>> line;
  // Items of one line are centred on it.
  const auto placeLine = [&] {
    for (auto& [item, place] : line) {
      place.translate(0, (lineHeight - place.height()) / 2);
      if (move) item->setGeometry(place);
    }
    line.clear();
  };
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    QSize size = item->sizeHint();
    size.setWidth(std::min(size.width(), std::max(area.width(), item->minimumSize().width())));
    if (item->hasHeightForWidth()) size.setHeight(item->heightForWidth(size.width()));
    if (!line.isEmpty() && x + size.width() > area.right() + 1) {
      placeLine();
      x = area.left();
      y += lineHeight + verticalGap_;
      lineHeight = 0;
    }
    line.append({item, QRect(QPoint(x, y), size)});
    x += size.width() + horizontalGap_;
    lineHeight = std::max(lineHeight, size.height());
  }
  placeLine();
  return y + lineHeight - rect.top() + margins.bottom();
}

FlowRow::FlowRow(int horizontalGap, int verticalGap, QWidget* parent) : QWidget(parent) {
  new FlowLayout(this, horizontalGap, verticalGap);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

}  // namespace vb::client::ui

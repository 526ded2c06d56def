// PageDelegate: paints a page's name in the list of the help as the rows of other lists are. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace vb::client::ui {

class PageDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace vb::client::ui

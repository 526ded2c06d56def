// PeopleDelegate: paints a row of PeopleModel as the other lists do: name, then a chip and one line of meta; headings
// small and quiet. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace vb::client::ui {

class PeopleDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace vb::client::ui

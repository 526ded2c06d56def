// DocumentDelegate: paints a row of DocumentListModel: name; where it is, its version and size; a bar while it comes or
// goes; what was found in it. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace vb::client::ui {

class DocumentDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace vb::client::ui

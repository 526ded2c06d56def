// TopicDelegate: paints a row of TopicListModel as the list of questions does: title, chips and one line of meta, a dot
// when something in it is unread. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace vb::client::ui {

class TopicDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace vb::client::ui

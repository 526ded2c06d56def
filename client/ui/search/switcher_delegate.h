// SwitcherDelegate: one line of the switcher: icon, name, and at the right what it is. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace vb::client::ui {

class SwitcherDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace vb::client::ui

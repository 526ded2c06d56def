// HitDelegate: paints one search result: title and snippet with what was found marked, and where it stands. GUI thread.
#pragma once

#include <QStyledItemDelegate>

#include "client/models/directory.h"

namespace vb::client::ui {

class HitDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  HitDelegate(Directory& directory, QObject* parent);
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Directory& directory_;
};

}  // namespace vb::client::ui

// QuestionDelegate: paints a row of a list of questions: title of at most two lines, unread dot, meta line with chips,
// selection as a soft ground and a bar. Every row is equally high, so that a long list costs what is on screen.
#pragma once

#include <functional>

#include <QDateTime>
#include <QStyledItemDelegate>

#include "client/models/directory.h"

namespace vb::client {
class QuestionListModel;
}

namespace vb::client::ui {

using Now = std::function<QDateTime()>;

class QuestionDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  QuestionDelegate(const QuestionListModel& model, Directory& directory, Now now, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

 private:
  int metaHeight() const;

  const QuestionListModel& model_;
  Directory& directory_;
  Now now_;
};

}  // namespace vb::client::ui

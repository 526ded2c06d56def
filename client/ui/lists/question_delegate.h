// QuestionDelegate: paints a row of a list of questions: title of at most two lines, unread dot, meta with chips that
// goes on below when there is no room, selection as a soft ground and a bar. A row counts as an ordinary one until the
// view measures it, which it does for what is on screen: a long list costs no more than that.
#pragma once

#include <functional>

#include <QDateTime>
#include <QHash>
#include <QStyledItemDelegate>

#include "client/models/directory.h"
#include "client/ui/controls/chip.h"

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
  // Looks how high the row really is for this width; true when that is not what sizeHint said.
  bool measure(const QModelIndex& index, int width);
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

 private:
  struct Part {
    QRect place;
    QString text;
    bool chip = false;
    ChipKind kind = ChipKind::grey;
  };
  struct Layout {
    QStringList titleLines;
    QVector<Part> meta;
    int metaLines = 1;
  };

  int metaHeight() const;
  int heightOf(int titleLines, int metaLines) const;
  // In the coordinates of `area`, whose height does not matter.
  Layout layOut(const store::QuestionRow& row, const QRect& area) const;

  const QuestionListModel& model_;
  Directory& directory_;
  Now now_;
  QHash<QuestionId, int> heights_;
  std::pair<int, int> measuredFor_;  // width, and a height that tells of fonts and density
};

}  // namespace vb::client::ui

// QuestionListModel: a list of questions as ids in order, with rows fetched in windows around what is asked for. Owned
// by its list pane, GUI thread. Promises: a live update never moves, inserts or removes a row at or above the last row
// on screen by itself; such newcomers are counted (heldBack) and come in with takeHeldBack().
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include "client/core/engine/engine.h"
#include "client/core/store/reader.h"

namespace vb::client {

class QuestionListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Roles { idRole = Qt::UserRole + 1, unreadRole };

  explicit QuestionListModel(store::Reader& reader, QObject* parent = nullptr);

  const store::QuestionQuery& query() const { return query_; }
  // Another list: everything is asked anew.
  void setQuery(const store::QuestionQuery& query);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

  // The row's values; nullptr when it is gone from the cache. Valid until the next call into the model.
  const store::QuestionRow* row(int index) const;
  QuestionId idAt(int index) const { return index >= 0 && index < ids_.size() ? ids_[index] : QuestionId{}; }
  int indexOf(QuestionId id) const { return static_cast<int>(ids_.indexOf(id)); }

  // What is on screen, so that updates leave it alone; and what is being read, which is never taken away.
  void setLastVisible(int index) { lastVisible_ = index; }
  void setCurrent(QuestionId id) { current_ = id; }

  int heldBack() const { return static_cast<int>(held_.size()); }
  void takeHeldBack();
  // How the model makes a row's text for a screen reader.
  using Describe = std::function<QString(const store::QuestionRow&)>;
  void setDescribe(Describe describe) { describe_ = std::move(describe); }

  // Something changed in the cache; looked at soon, together with what else changes.
  void noticeChange(const ChangeSet& changes);
  // Looks now.
  void refresh();

 Q_SIGNALS:
  void heldBackChanged(int count);
  // Around a refresh that may move rows: the view keeps its place between these.
  void aboutToRefresh();
  void refreshed();

 private:
  // Takes off what follows the last row here: it is fetched when somebody scrolls there, so that a list that is open
  // all day does not grow by a page with each change. True when there was some.
  bool leaveTail(QVector<QuestionId>& now) const;
  void removeMissing(const QSet<QuestionId>& present);
  void insertNew(const QVector<QuestionId>& wanted, bool everywhere);
  void forgetRows();

  store::Reader& reader_;
  store::QuestionQuery query_;
  QVector<QuestionId> ids_;
  QSet<QuestionId> shown_;
  QSet<QuestionId> held_;
  mutable QHash<QuestionId, store::QuestionRow> rows_;
  Describe describe_;
  QuestionId current_;
  int lastVisible_ = -1;
  bool atEnd_ = false;
  bool queried_ = false;
  QTimer soon_;
};

}  // namespace vb::client

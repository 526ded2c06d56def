// HitModel: the results of one search as rows, in the order found (newest first), of one kind when filtered. GUI
// thread.
#pragma once

#include <optional>

#include <QAbstractListModel>

#include "client/core/store/views.h"

namespace vb::client::ui {

class HitModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setResults(const store::SearchResults& results);
  // None: every kind.
  void setKind(std::optional<store::SearchKind> kind);
  void clear() { setResults({}); }

  const store::SearchHit& hit(int row) const { return shown_[row]; }
  int countOf(std::optional<store::SearchKind> kind) const;
  const store::SearchResults& results() const { return results_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  void refill();

  store::SearchResults results_;
  QVector<store::SearchHit> shown_;
  std::optional<store::SearchKind> kind_;
};

// "Question", "Answer", ...
QString searchKindName(store::SearchKind kind);

}  // namespace vb::client::ui

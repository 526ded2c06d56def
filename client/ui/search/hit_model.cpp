#include "client/ui/search/hit_model.h"

#include <algorithm>

#include <QCoreApplication>

namespace vb::client::ui {

QString searchKindName(store::SearchKind kind) {
  switch (kind) {
    case store::SearchKind::question:
      return HitModel::tr("Question");
    case store::SearchKind::answer:
      return HitModel::tr("Answer");
    case store::SearchKind::comment:
      return HitModel::tr("Comment");
    case store::SearchKind::person:
      return HitModel::tr("Colleague");
    case store::SearchKind::category:
      return HitModel::tr("Category");
    case store::SearchKind::topic:
      return HitModel::tr("Discussion");
    case store::SearchKind::post:
      return HitModel::tr("Post");
    case store::SearchKind::document:
      return HitModel::tr("Document");
    case store::SearchKind::channel:
      return HitModel::tr("Channel");
  }
  return {};
}

void HitModel::setResults(const store::SearchResults& results) {
  results_ = results;
  refill();
}

void HitModel::setKind(std::optional<store::SearchKind> kind) {
  if (kind == kind_) return;
  kind_ = kind;
  refill();
}

int HitModel::countOf(std::optional<store::SearchKind> kind) const {
  return static_cast<int>(std::count_if(results_.hits.begin(), results_.hits.end(),
                                        [&](const store::SearchHit& hit) { return !kind || hit.kind == *kind; }));
}

void HitModel::refill() {
  beginResetModel();
  shown_.clear();
  for (const auto& hit : results_.hits)
    if (!kind_ || hit.kind == *kind_) shown_.append(hit);
  endResetModel();
}

int HitModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant HitModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= shown_.size()) return {};
  const auto& hit = shown_[index.row()];
  if (role == Qt::DisplayRole) return hit.title;
  if (role == Qt::AccessibleTextRole) {
    QStringList parts{searchKindName(hit.kind), hit.title};
    if (!hit.snippet.isEmpty()) parts << hit.snippet;
    return parts.join(QStringLiteral(", "));
  }
  return {};
}

}  // namespace vb::client::ui

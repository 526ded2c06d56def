#include "client/models/question_list_model.h"

#include <algorithm>

#include "client/models/tuning.h"

namespace vb::client {

QuestionListModel::QuestionListModel(store::Reader& reader, QObject* parent)
    : QAbstractListModel(parent), reader_(reader) {
  soon_.setSingleShot(true);
  soon_.setInterval(kRefreshDelayMs);
  connect(&soon_, &QTimer::timeout, this, &QuestionListModel::refresh);
}

void QuestionListModel::setQuery(const store::QuestionQuery& query) {
  beginResetModel();
  query_ = query;
  queried_ = true;
  rows_.clear();
  held_.clear();
  ids_ = reader_.questionIds(query_, 0, kIdsPerPage);
  atEnd_ = ids_.size() < kIdsPerPage;
  shown_ = QSet<QuestionId>(ids_.begin(), ids_.end());
  lastVisible_ = -1;
  endResetModel();
  Q_EMIT heldBackChanged(0);
}

int QuestionListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

QVariant QuestionListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == idRole) return QString::fromStdString(idAt(index.row()).text());
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != unreadRole) return {};
  const store::QuestionRow* found = row(index.row());
  if (found == nullptr) return {};
  if (role == unreadRole) return found->unread;
  if (role == Qt::AccessibleTextRole && describe_) return describe_(*found);
  return found->title;
}

bool QuestionListModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && queried_ && !atEnd_;
}

void QuestionListModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  // What was held back is in the cache's order already, so it shifts the offset.
  const int offset = static_cast<int>(ids_.size() + held_.size());
  QVector<QuestionId> more = reader_.questionIds(query_, offset, kIdsPerPage);
  atEnd_ = more.size() < kIdsPerPage;
  more.removeIf([this](QuestionId id) { return shown_.contains(id) || held_.contains(id); });
  if (more.isEmpty()) return;
  const int first = static_cast<int>(ids_.size());
  beginInsertRows({}, first, first + static_cast<int>(more.size()) - 1);
  ids_ += more;
  for (const QuestionId id : more) shown_.insert(id);
  endInsertRows();
}

const store::QuestionRow* QuestionListModel::row(int index) const {
  const QuestionId id = idAt(index);
  if (id.isNil()) return nullptr;
  if (const auto known = rows_.constFind(id); known != rows_.constEnd()) return &*known;
  if (rows_.size() > kRowsKeptMax) rows_.clear();
  const int first = std::max(0, index - kRowsPerWindow / 3);
  const int last = std::min(static_cast<int>(ids_.size()), first + kRowsPerWindow);
  QVector<QuestionId> missing;
  for (int i = first; i < last; ++i)
    if (!rows_.contains(ids_[i])) missing.append(ids_[i]);
  for (store::QuestionRow& fetched : reader_.questionRows(missing)) {
    const QuestionId key = fetched.id;
    rows_.insert(key, std::move(fetched));
  }
  const auto known = rows_.constFind(id);
  return known == rows_.constEnd() ? nullptr : &*known;
}

void QuestionListModel::noticeChange(const ChangeSet& changes) {
  if (!queried_) return;
  const bool touches = changes.manyQuestions || !changes.questions.isEmpty() || changes.marks || changes.outbox ||
                       changes.expertise || changes.categories || changes.people;
  if (touches && !soon_.isActive()) soon_.start();
}

void QuestionListModel::takeHeldBack() {
  held_.clear();
  const int wanted = std::max(static_cast<int>(ids_.size()), kIdsPerPage);
  beginResetModel();
  ids_ = reader_.questionIds(query_, 0, wanted);
  atEnd_ = ids_.size() < wanted;
  shown_ = QSet<QuestionId>(ids_.begin(), ids_.end());
  forgetRows();
  endResetModel();
  Q_EMIT heldBackChanged(0);
}

void QuestionListModel::refresh() {
  if (!queried_) return;
  const int before = static_cast<int>(held_.size());
  const int wanted = static_cast<int>(ids_.size()) + before + kIdsPerPage;
  QVector<QuestionId> now = reader_.questionIds(query_, 0, wanted);
  atEnd_ = !leaveTail(now) && now.size() < wanted;
  const QSet<QuestionId> present(now.begin(), now.end());
  Q_EMIT aboutToRefresh();
  forgetRows();
  removeMissing(present);
  held_.intersect(present);
  // What one asked oneself belongs in its list at once; an empty list has no place to lose.
  insertNew(now, ids_.isEmpty() || query_.list == store::QuestionList::mine);
  if (!ids_.isEmpty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(ids_.size()) - 1));
  Q_EMIT refreshed();
  if (held_.size() != before) Q_EMIT heldBackChanged(static_cast<int>(held_.size()));
}

bool QuestionListModel::leaveTail(QVector<QuestionId>& now) const {
  if (atEnd_) return false;
  qsizetype keep = now.size();
  while (keep > kIdsPerPage && !shown_.contains(now[keep - 1])) --keep;
  const bool leaves = keep < now.size();
  now.resize(keep);
  return leaves;
}

void QuestionListModel::removeMissing(const QSet<QuestionId>& present) {
  for (int last = static_cast<int>(ids_.size()) - 1; last >= 0; --last) {
    const auto goes = [&](int i) { return !present.contains(ids_[i]) && ids_[i] != current_; };
    if (!goes(last)) continue;
    int first = last;
    while (first > 0 && goes(first - 1)) --first;
    beginRemoveRows({}, first, last);
    for (int i = first; i <= last; ++i) shown_.remove(ids_[i]);
    ids_.remove(first, last - first + 1);
    endRemoveRows();
    if (last <= lastVisible_) lastVisible_ -= last - first + 1;
    last = first;
  }
}

void QuestionListModel::insertNew(const QVector<QuestionId>& wanted, bool everywhere) {
  // Each newcomer goes after the row it follows in the cache's order.
  QHash<QuestionId, int> place;
  for (int i = 0; i < ids_.size(); ++i) place.insert(ids_[i], i);
  struct Run {
    int after;  // index in ids_ before any insertion; -1 = at the top
    QVector<QuestionId> ids;
  };
  QVector<Run> runs;
  int after = -1;
  for (const QuestionId id : wanted) {
    if (const auto known = place.constFind(id); known != place.constEnd()) {
      after = *known;
      continue;
    }
    if (held_.contains(id) && !everywhere) continue;
    if (!everywhere && after < lastVisible_) {
      held_.insert(id);
      continue;
    }
    held_.remove(id);
    if (runs.isEmpty() || runs.last().after != after) runs.append(Run{after, {}});
    runs.last().ids.append(id);
  }
  // From the bottom up, so that the places above stay true.
  std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.after > b.after; });
  for (const Run& run : runs) {
    const int first = run.after + 1;
    beginInsertRows({}, first, first + static_cast<int>(run.ids.size()) - 1);
    for (int i = 0; i < run.ids.size(); ++i) {
      ids_.insert(first + i, run.ids[i]);
      shown_.insert(run.ids[i]);
    }
    endInsertRows();
  }
}

void QuestionListModel::forgetRows() { rows_.clear(); }

}  // namespace vb::client

#include "client/core/sync/change_applier.h"

#include <algorithm>

namespace vb::client::sync {

session::Cursor toSession(const store::Cursor& cursor) { return {cursor.epoch, cursor.grant, cursor.low, cursor.high}; }
store::Cursor toStore(const session::Cursor& cursor) { return {cursor.epoch, cursor.grant, cursor.low, cursor.high}; }

Result<void> ChangeApplier::kept(const Scope& scope, const store::Cursor& cursor, Result<void> result) {
  if (result)
    held_[scope] = cursor;
  else
    stall(scope);
  return result;
}

bool ChangeApplier::bringsNews(const session::ApplyRecords& action) const {
  const auto before = held_.find(action.scope);
  return before != held_.end() && !before->second.isNew() && action.cursor.high > before->second.high;
}

bool ChangeApplier::mayWait(const session::ApplyRecords& action) const {
  const auto before = held_.find(action.scope);
  const bool isFirstPage = before == held_.end() || before->second.isNew();  // the newest: readable at once
  return !action.isPush && !isFirstPage && !bringsNews(action);
}

ChangeApplier::Unstored ChangeApplier::storeWaiting() {
  Unstored unstored;
  if (auto stored = cache_.storeHeld(); !stored) unstored.error = stored.error();
  for (const auto& scope : cache_.takeUnstored()) {
    if (!unstored.scopes.insert(scope).second) continue;
    held_[scope] = cache_.cursor(scope);
    stall(scope);
  }
  return unstored;
}

Result<void> ChangeApplier::apply(const session::ApplyRecords& action) {
  if (stalled_.contains(action.scope)) return {};
  const auto cursor = toStore(action.cursor);
  if (mayWait(action)) return kept(action.scope, cursor, cache_.holdRecords(action.scope, action.records, cursor));
  takingNews_ = bringsNews(action);
  auto result = cache_.applyRecords(action.scope, action.records, cursor);
  takingNews_ = false;
  return kept(action.scope, cursor, std::move(result));
}

Result<void> ChangeApplier::apply(const session::BeginRebuild& action) {
  if (stalled_.contains(action.scope)) return {};
  auto begun = cache_.beginRebuild(action.scope);
  if (!begun) stall(action.scope);
  return begun;
}

Result<void> ChangeApplier::apply(const session::StageRecords& action) {
  if (stalled_.contains(action.scope)) return {};
  auto staged = cache_.stageRecords(action.scope, action.records);
  if (!staged) stall(action.scope);
  return staged;
}

Result<void> ChangeApplier::apply(const session::FinishRebuild& action) {
  if (stalled_.contains(action.scope)) return {};
  const auto cursor = toStore(action.cursor);
  return kept(action.scope, cursor, cache_.finishRebuild(action.scope, cursor));
}

Result<void> ChangeApplier::apply(const session::ScopeRefused& action) {
  const auto kind = action.scope.kind();
  if (kind == ScopeKind::user || kind == ScopeKind::directory) return {};
  held_.erase(action.scope);
  return cache_.purgeScope(action.scope);
}

int ChangeApplier::percent() const {
  Seq held = 0;
  Seq all = 0;
  for (const auto& [scope, cursor] : held_) {
    if (cursor.isNew()) continue;
    all += cursor.high;
    held += cursor.high - std::max<Seq>(cursor.low, 1) + 1;
  }
  if (all <= 0 || held >= all) return -1;
  return static_cast<int>(std::clamp<Seq>(held * 100 / all, 0, 99));
}

}  // namespace vb::client::sync

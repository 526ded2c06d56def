// ChangeApplier: carries what the session concluded about scopes into the cache, records and cursor in one transaction
// (C1): one per push, one for some pages of history together. What could not be stored stalls its scope: nothing after
// it is stored either, so that a cursor never passes a gap. Owned by SyncEngine.
#pragma once

#include <map>
#include <set>

#include "client/core/store/cache.h"
#include "shared/session/client_session.h"

namespace vb::client::sync {

session::Cursor toSession(const store::Cursor& cursor);
store::Cursor toStore(const session::Cursor& cursor);

class ChangeApplier {
 public:
  explicit ChangeApplier(store::Cache& cache) : cache_(cache) {}

  // Whether this may wait for more to be stored together: history, that nobody waits for.
  bool mayWait(const session::ApplyRecords& action) const;
  // Stores what waits. Scopes of which something was lost, now or by an earlier write, are stalled: tell the session.
  struct Unstored {
    std::set<Scope> scopes;
    Error error;  // of the last try, when there was one
  };
  Unstored storeWaiting();
  // Something that waited was lost: storeWaiting() before anything else comes in.
  bool hasLost() const { return cache_.hasUnstored(); }

  // An error stalls the scope: tell the session, and let nothing in before resumed().
  Result<void> apply(const session::ApplyRecords& action);
  Result<void> apply(const session::BeginRebuild& action);
  Result<void> apply(const session::StageRecords& action);
  Result<void> apply(const session::FinishRebuild& action);
  // No longer readable: everything of it goes (C6). The user's own scope and the directory stay.
  Result<void> apply(const session::ScopeRefused& action);

  void stall(const Scope& scope) { stalled_.insert(scope); }
  void resumed(const Scope& scope) { stalled_.erase(scope); }
  void resumedAll() { stalled_.clear(); }
  const std::set<Scope>& stalled() const { return stalled_; }

  // Inside a commit: what arrives now happened since the last time, it is not history coming down.
  bool isTakingNews() const { return takingNews_; }
  // 0..100 of the history of all scopes; -1 when complete or not known.
  int percent() const;
  void startFrom(const Scope& scope, const store::Cursor& cursor) { held_[scope] = cursor; }

 private:
  bool bringsNews(const session::ApplyRecords& action) const;
  Result<void> kept(const Scope& scope, const store::Cursor& cursor, Result<void> result);

  store::Cache& cache_;
  std::set<Scope> stalled_;
  std::map<Scope, store::Cursor> held_;
  bool takingNews_ = false;
};

}  // namespace vb::client::sync

// SyncEngine: the life of the sync connection: opens it, carries the session's conclusions into the cache and the
// outbox, keeps it alive, and comes back after it broke. Lives on the core thread (or a test's only thread); time,
// randomness, timers and the connection are injected. It never trusts the network and never waits for it.
#pragma once

#include <deque>
#include <set>
#include <string>

#include "client/core/net/transport.h"
#include "client/core/sync/change_applier.h"
#include "client/core/sync/outbox_sender.h"
#include "client/core/sync/scheduler.h"
#include "client/core/sync/sync_status.h"
#include "client/core/sync/wish_list.h"
#include "shared/session/backoff.h"
#include "shared/session/client_session.h"

namespace vb::client::sync {

// Borrowed for the engine's whole life.
struct SyncParts {
  store::Cache& cache;
  store::Reader& reader;  // on the same thread
  outbox::Outbox& outbox;
  net::Transport& transport;
  Scheduler& scheduler;
  const Clock& clock;
  RandomSource& random;
};

class SyncEngine final : private net::TransportEvents {
 public:
  SyncEngine(SyncParts parts, SyncEvents& events);
  ~SyncEngine() override;

  // Connects, and keeps connecting. The cache is bound to a user.
  void start(std::string server, std::string token);
  void stop();
  // The network changed or the computer woke up: try now; is the connection still alive?
  void wake();

  // Something was queued, rewritten, retried or discarded.
  void outboxChanged();
  // The cache now tells of other ticked categories, marks or questions.
  void interestsChanged();
  void refresh(const Scope& scope);
  void askReach(std::int64_t re, std::vector<CategoryId> categories);

  const SyncStatus& status() const { return told_; }
  bool isTakingNews() const { return applier_.isTakingNews(); }
  const std::string& epoch() const { return epoch_; }

 private:
  // TransportEvents
  void opened() override;
  void textReceived(std::string text) override;
  void ponged() override;
  void closed(int status, std::string reason) override;
  void failed(ErrorCode code, std::string detail) override;

  void connect();
  void connectionLost(ErrorCode code, std::string detail, Milliseconds retryAfter);
  void watchLiveness();
  void wishAgain();
  void refreshAll();

  // Carries out in order; what the carrying out leads to comes behind it.
  void carryOut(session::ClientActions actions);
  void handle(session::SendFrame action);
  void handle(session::Greeted action);
  void handle(session::ApplyRecords action);
  void handle(session::BeginRebuild action) { stored(action.scope, applier_.apply(action)); }
  void handle(session::StageRecords action) { stored(action.scope, applier_.apply(action)); }
  void handle(session::FinishRebuild action);
  void handle(session::CommandAnswered action);
  void handle(session::ScopeCurrent) {}
  void handle(session::ScopeRefused action);
  void handle(session::ReachAnswered action);
  void handle(session::RequestFailed action);
  void handle(session::BackupKnown action);
  void handle(session::Settled action);
  void handle(session::Disconnect action);

  void stored(const Scope& scope, const Result<void>& result);
  // What waits for a channel that one is not in any more.
  void accessChanged(const std::optional<Scope>& refused = {});
  void membershipsChanged();
  // Pages of history that wait to be stored together.
  void storeHistory();
  void storeTrouble(const Error& error);
  void retryStore();
  void offerCommands();
  void refreshLater(const Scope& scope, Milliseconds delay);
  void forgetReach();
  void updateStatus();

  SyncParts parts_;
  SyncEvents& events_;
  ChangeApplier applier_;
  OutboxSender sender_;
  WishList wishList_;
  session::Backoff backoff_;
  std::optional<session::ClientSession> session_;  // for the life of a start()
  std::string server_;
  std::string token_;
  std::string epoch_;
  SyncStatus status_;
  SyncStatus told_;
  Phase phase_ = Phase::stopped;
  std::deque<session::ClientAction> actions_;
  bool carrying_ = false;
  bool wishesDue_ = false;       // pages brought what decides about wishes: not live before they were asked for
  bool wantsReconnect_ = false;  // the answer of a command could not be stored: only a new connection repeats it
  std::set<std::int64_t> reachAsked_;
  std::set<Scope> refreshNeeded_;
  bool heard_ = false;  // something came in since the last look

  Timer reconnect_;
  Timer opening_;  // connect and welcome
  Timer pings_;
  Timer pong_;
  Timer stable_;
  Timer refreshes_;
  Timer scopeRetry_;
  Timer storeRetry_;
  Timer commandRetry_;
  Timer wishing_;
  Timer history_;
};

}  // namespace vb::client::sync

#include "client/core/sync/sync_engine.h"

#include <algorithm>
#include <utility>

#include "client/core/sync/tuning.h"
#include "shared/domain/channel_records.h"
#include "shared/protocol/messages.h"

namespace vb::client::sync {

SyncEngine::SyncEngine(SyncParts parts, SyncEvents& events)
    : parts_(parts),
      events_(events),
      applier_(parts.cache),
      sender_(parts.outbox, parts.cache),
      wishList_(parts.cache, parts.reader),
      backoff_(parts.random),
      reconnect_(parts.scheduler),
      opening_(parts.scheduler),
      pings_(parts.scheduler),
      pong_(parts.scheduler),
      stable_(parts.scheduler),
      refreshes_(parts.scheduler),
      scopeRetry_(parts.scheduler),
      storeRetry_(parts.scheduler),
      commandRetry_(parts.scheduler),
      wishing_(parts.scheduler),
      history_(parts.scheduler) {}

SyncEngine::~SyncEngine() { parts_.transport.close(); }

// ---- the connection --------------------------------------------------------------------------------------

void SyncEngine::start(std::string server, std::string token) {
  stop();
  server_ = std::move(server);
  token_ = std::move(token);
  const auto binding = parts_.cache.binding();
  backoff_.succeeded();
  session_.emplace(session::ClientIdentity{"vraagbaak/" VRAAGBAAK_VERSION, binding.serverId, binding.userId});
  for (const auto& held : parts_.cache.heldScopes()) applier_.startFrom(held.scope, held.cursor);
  if (auto result = sender_.connectionLost(parts_.clock, parts_.random); !result) storeTrouble(result.error());
  connect();
}

void SyncEngine::stop() {
  if (session_) connectionLost(ErrorCode::unknown, {}, {});
  for (Timer* timer : {&reconnect_, &storeRetry_, &wishing_}) timer->stop();
  session_.reset();
  token_.clear();
  phase_ = Phase::stopped;
  status_.reason = ErrorCode::unknown;
  status_.detail.clear();
  updateStatus();
}

void SyncEngine::wake() {
  // Stopped with a session left over: the token was rejected, and there is nothing to connect with.
  if (!session_ || phase_ == Phase::stopped) return;
  if (phase_ == Phase::offline) {
    backoff_.succeeded();
    connect();
  } else if (phase_ != Phase::connecting && !pong_.isRunning()) {
    heard_ = false;
    watchLiveness();
  }
}

void SyncEngine::connect() {
  reconnect_.stop();
  phase_ = Phase::connecting;
  opening_.start(kConnectTimeout, [this] { failed(ErrorCode::network, "no answer in time"); });
  parts_.transport.open({server_, token_, protocol::kSubprotocol}, *this);
  updateStatus();
}

void SyncEngine::opened() {
  opening_.start(kWelcomeTimeout, [this] { connectionLost(ErrorCode::captivePortal, "no welcome in time", {}); });
  phase_ = Phase::syncing;
  applier_.resumedAll();
  carryOut(session_->wish(wishList_.wishes()));
  carryOut(session_->connected());
  heard_ = true;
  watchLiveness();
}

void SyncEngine::failed(ErrorCode code, std::string detail) { connectionLost(code, std::move(detail), {}); }

void SyncEngine::closed(int status, std::string reason) {
  connectionLost(ErrorCode::network, "closed " + std::to_string(status) + " " + reason, {});
}

void SyncEngine::connectionLost(ErrorCode code, std::string detail, Milliseconds retryAfter) {
  parts_.transport.close();
  actions_.clear();
  for (Timer* timer : {&opening_, &pings_, &pong_, &stable_, &refreshes_, &scopeRetry_, &commandRetry_}) timer->stop();
  storeHistory();
  if (phase_ == Phase::live) (void)parts_.cache.setLastSynced(parts_.clock.now().time_since_epoch().count());
  session_->disconnected();
  for (const CommandId id : sender_.handedOut()) session_->withdraw(id);
  if (auto result = sender_.connectionLost(parts_.clock, parts_.random); !result) storeTrouble(result.error());
  forgetReach();
  refreshNeeded_.clear();
  wantsReconnect_ = false;
  status_.readOnly = false;
  status_.reason = code;
  status_.detail = std::move(detail);
  if (code == ErrorCode::unauthorized) {
    reconnect_.stop();
    phase_ = Phase::stopped;
    token_.clear();
    updateStatus();
    events_.tokenRejected();
    return;
  }
  phase_ = Phase::offline;
  reconnect_.start(backoff_.next(retryAfter), [this] { connect(); });
  updateStatus();
}

void SyncEngine::textReceived(std::string text) {
  heard_ = true;
  pong_.stop();
  const bool wasGreeted = session_->greeted();
  auto actions = session_->received(text);
  if (!wasGreeted && !actions.empty()) {
    // Whatever speaks on this address before the welcome and is no protocol of ours is not our server (F14).
    if (auto* disconnect = std::get_if<session::Disconnect>(&actions.back());
        disconnect != nullptr &&
        (disconnect->code == ErrorCode::badMessage || disconnect->code == ErrorCode::unsupported))
      disconnect->code = ErrorCode::captivePortal;
  }
  carryOut(std::move(actions));
}

void SyncEngine::ponged() { pong_.stop(); }

void SyncEngine::watchLiveness() {
  pings_.start(kPingEvery, [this] { watchLiveness(); });
  if (std::exchange(heard_, false)) return;
  parts_.transport.ping();
  pong_.start(kPongTimeout, [this] { connectionLost(ErrorCode::network, "no pong in time", {}); });
}

// ---- what the session concludes --------------------------------------------------------------------------

void SyncEngine::carryOut(session::ClientActions actions) {
  std::move(actions.begin(), actions.end(), std::back_inserter(actions_));
  if (std::exchange(carrying_, true)) return;
  while (!actions_.empty()) {
    auto action = std::move(actions_.front());
    actions_.pop_front();
    std::visit([this](auto&& one) { handle(std::forward<decltype(one)>(one)); }, std::move(action));
  }
  carrying_ = false;
  updateStatus();
}

void SyncEngine::handle(session::SendFrame action) {
  // Noted before it leaves: a row that may have been sent never goes out with another text.
  if (auto noted = sender_.noteSent(session_->commandsWaiting()); !noted) {
    storeTrouble(noted.error());
    connectionLost(ErrorCode::diskFull, noted.error().detail, kStoreRetry);
    return;
  }
  parts_.transport.send(std::move(action.text));
}

void SyncEngine::handle(session::Greeted action) {
  const auto& welcome = action.welcome;
  opening_.stop();
  stable_.start(kStableAfter, [this] { backoff_.succeeded(); });
  const auto difference = welcome.now - parts_.clock.now();
  status_.clockWrong = difference > kClockDifferenceMax || difference < -kClockDifferenceMax;
  status_.readOnly = welcome.readOnly;
  status_.reason = ErrorCode::unknown;
  status_.detail.clear();
  epoch_ = welcome.epoch;

  auto ready = parts_.cache.bind(welcome.serverId, welcome.userId);
  // Nothing was sent on this connection yet; a full disk may have kept the loss of the last one from being noted.
  if (ready) ready = parts_.outbox.connectionLost();
  if (ready) {
    auto requeued = parts_.outbox.epochIs(epoch_);
    if (!requeued) ready = requeued.error();
  }
  if (ready) ready = parts_.outbox.backedUp(welcome.epoch, welcome.backedUpCommit);
  if (!ready) {
    if (ready.error().code != ErrorCode::forbidden) storeTrouble(ready.error());
    connectionLost(ready.error().code, ready.error().detail, kStoreRetry);
    return;
  }
  sender_.reload();
  offerCommands();
  refreshes_.start(kRefreshEvery, [this] { refreshAll(); });
}

void SyncEngine::handle(session::ApplyRecords action) {
  const auto kind = action.scope.kind();
  const bool tellsWishes = kind == ScopeKind::user || kind == ScopeKind::directory ||
                           std::any_of(action.records.begin(), action.records.end(),
                                       [](const Record& record) { return record.kind == kinds::kQuestionRef; });
  // Before news is stored: what comes with it would be told as news too.
  const bool waits = applier_.mayWait(action);
  if (!waits) storeHistory();
  stored(action.scope, applier_.apply(action));
  if (std::any_of(action.records.begin(), action.records.end(),
                  [](const Record& record) { return record.kind == kinds::kMembership; }))
    membershipsChanged();
  if (applier_.hasLost()) storeHistory();
  if (waits && !history_.isRunning()) history_.start(kHistoryTogether, [this] { storeHistory(); });
  if (!tellsWishes) return;
  // What a push changes is fetched beside being live; what a page brings belongs to becoming so.
  wishesDue_ = wishesDue_ || !action.isPush;
  // References come by the page while history does: looking at the lists for each would slow the first sync down.
  if (kind == ScopeKind::category && !action.isPush && !wishing_.isRunning())
    wishing_.start(kWishDelayHistory, [this] { wishAgain(); });
  else
    interestsChanged();
}

void SyncEngine::handle(session::FinishRebuild action) {
  stored(action.scope, applier_.apply(action));
  if (action.scope.kind() == ScopeKind::user) membershipsChanged();
  wishesDue_ = true;
  interestsChanged();
}

void SyncEngine::handle(session::ScopeRefused action) {
  // First what is beside the scope: the purge then clears the logs of both.
  accessChanged(action.scope);
  stored(action.scope, applier_.apply(action));
}

void SyncEngine::handle(session::CommandAnswered action) {
  const auto& ack = action.ack;
  auto answered = sender_.answered(ack, epoch_);
  if (!answered) {
    wantsReconnect_ = true;
    storeTrouble(answered.error());
    return;
  }
  if (answered->answer == outbox::Answer::later) {
    status_.readOnly = status_.readOnly || answered->readOnly;
    const auto delay = std::max(ack.retryAfterMs.value_or(kRequestRetry), Milliseconds(100));
    commandRetry_.start(delay, [this] {
      sender_.reload();
      offerCommands();
    });
    return;
  }
  status_.readOnly = false;
  if (!commandRetry_.isRunning()) offerCommands();
}

void SyncEngine::handle(session::ReachAnswered action) {
  if (reachAsked_.erase(action.reply.re) == 0) return;
  store::Reader::KnownReach reach;
  reach.total = static_cast<int>(action.reply.total);
  for (const auto& [role, count] : action.reply.byRole) reach.byRole.append({role, static_cast<int>(count)});
  reach.other = static_cast<int>(action.reply.other);
  reach.at = parts_.clock.now().time_since_epoch().count();
  events_.reachAnswered(action.reply.re, std::move(reach));
}

void SyncEngine::handle(session::RequestFailed action) {
  const auto& failure = action.failed;
  if (failure.request == protocol::ReachQuery::kType && reachAsked_.erase(failure.re) > 0) {
    events_.reachAnswered(failure.re, std::nullopt);
    return;
  }
  if (const auto scope = Scope::parse(failure.scope)) {
    status_.readOnly = status_.readOnly || failure.code == errorName(ErrorCode::readOnly);
    refreshLater(*scope, failure.retryAfterMs.value_or(kRequestRetry));
  }
}

void SyncEngine::handle(session::BackupKnown action) {
  if (auto result = parts_.outbox.backedUp(action.epoch, action.commit); !result) storeTrouble(result.error());
}

void SyncEngine::handle(session::Settled) {
  storeHistory();
  accessChanged();
  backoff_.succeeded();
  if (auto result = parts_.cache.setLastSynced(parts_.clock.now().time_since_epoch().count()); !result)
    storeTrouble(result.error());
  // No page follows that the wait would spare a look at the lists for. From the timer, not from within carryOut.
  if (wishesDue_ && wishing_.isRunning()) wishing_.start(Milliseconds(0), [this] { wishAgain(); });
}

void SyncEngine::handle(session::Disconnect action) {
  connectionLost(action.code, std::move(action.detail), action.retryAfter);
}

void SyncEngine::accessChanged(const std::optional<Scope>& refused) {
  if (refused && refused->kind() != ScopeKind::channel && refused->kind() != ScopeKind::discussion) return;
  const auto changed = parts_.outbox.accessChanged(refused);
  if (!changed) return storeTrouble(changed.error());
  if (*changed > 0) outboxChanged();
}

void SyncEngine::membershipsChanged() {
  accessChanged();
  // Who left and came back before the next look at the wishes was refused in between.
  wishList_.wishChannels(parts_.cache.binding().userId, [this](const Scope& scope, bool isLive) {
    if (isLive && session_) carryOut(session_->askAgain(scope));
  });
}

// ---- storing ---------------------------------------------------------------------------------------------

void SyncEngine::stored(const Scope& scope, const Result<void>& result) {
  if (result) {
    if (applier_.stalled().empty()) status_.diskFull = false;
    // An edit that waits for its base, or rows that are settled now.
    if (!sender_.isEmpty() && !commandRetry_.isRunning()) offerCommands();
    return;
  }
  session_->stalled(scope, toSession(parts_.cache.cursor(scope)));
  storeTrouble(result.error());
}

void SyncEngine::storeHistory() {
  history_.stop();
  const auto unstored = applier_.storeWaiting();
  for (const auto& scope : unstored.scopes) session_->stalled(scope, toSession(parts_.cache.cursor(scope)));
  if (!unstored.scopes.empty()) storeTrouble(unstored.error);
}

void SyncEngine::storeTrouble(const Error& error) {
  status_.diskFull = status_.diskFull || error.code == ErrorCode::diskFull;
  if (!storeRetry_.isRunning()) storeRetry_.start(kStoreRetry, [this] { retryStore(); });
  if (error.code != ErrorCode::diskFull) events_.storeFailed(error);
}

void SyncEngine::retryStore() {
  if (applier_.stalled().empty()) status_.diskFull = false;
  if (!session_ || !session_->greeted()) return updateStatus();
  if (wantsReconnect_) return connectionLost(ErrorCode::network, "an answer could not be stored", {});
  for (const auto& scope : std::set<Scope>(applier_.stalled())) refresh(scope);
  updateStatus();
}

// ---- what the owner wants --------------------------------------------------------------------------------

void SyncEngine::offerCommands() {
  if (session_ && session_->greeted()) carryOut(session_->offer(sender_.next()));
}

void SyncEngine::outboxChanged() {
  // What the session holds but has not sent may have another text now, or be gone.
  if (session_)
    for (const CommandId id : sender_.unsent())
      if (session_->withdraw(id)) sender_.forget(id);
  if (!commandRetry_.isRunning()) {
    sender_.reload();
    offerCommands();
  }
  interestsChanged();
  updateStatus();
}

void SyncEngine::interestsChanged() {
  if (!wishing_.isRunning()) wishing_.start(kWishDelay, [this] { wishAgain(); });
}

void SyncEngine::wishAgain() {
  if (!session_) return;
  if (carrying_) return interestsChanged();
  wishing_.stop();
  storeHistory();  // expertise and categories are read where pages that wait cannot be seen
  wishesDue_ = false;
  carryOut(session_->wish(wishList_.wishes()));
}

void SyncEngine::refreshAll() {
  refreshes_.start(kRefreshEvery, [this] { refreshAll(); });
  wishAgain();
  // Live scopes too: a push that was lost, with none after it, is found here (F12).
  for (const auto& wish : wishList_.wishes()) {
    if (session_) carryOut(session_->askAgain(wish.scope));
    refresh(wish.scope);
  }
}

void SyncEngine::refresh(const Scope& scope) {
  if (!session_) return;
  applier_.resumed(scope);
  carryOut(session_->refresh(scope));
}

void SyncEngine::refreshLater(const Scope& scope, Milliseconds delay) {
  refreshNeeded_.insert(scope);
  if (scopeRetry_.isRunning()) return;
  scopeRetry_.start(delay, [this] {
    for (const auto& one : std::exchange(refreshNeeded_, {})) refresh(one);
  });
}

void SyncEngine::askReach(std::int64_t re, std::vector<CategoryId> categories) {
  if (!session_ || !session_->greeted()) return events_.reachAnswered(re, std::nullopt);
  reachAsked_.insert(re);
  carryOut(session_->askReach(re, std::move(categories)));
}

void SyncEngine::forgetReach() {
  for (const auto re : std::exchange(reachAsked_, {})) events_.reachAnswered(re, std::nullopt);
}

void SyncEngine::updateStatus() {
  if (carrying_) return;
  if (phase_ == Phase::syncing || phase_ == Phase::live) {
    const bool isAll = session_->greeted() && session_->settled() && sender_.isEmpty() && !wishesDue_;
    phase_ = isAll ? Phase::live : Phase::syncing;
  }
  status_.phase = phase_;
  status_.percent = phase_ == Phase::syncing ? applier_.percent() : -1;
  if (status_ == told_) return;
  told_ = status_;
  events_.statusChanged(told_);
}

}  // namespace vb::client::sync

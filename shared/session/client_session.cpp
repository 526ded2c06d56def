#include "shared/session/client_session.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/base/planted_bugs.h"
#include "shared/protocol/codec.h"
#include "shared/session/tuning.h"

namespace vb::session {

ClientSession::ClientSession(ClientIdentity identity) : identity_(std::move(identity)) {}

// ---- events ----------------------------------------------------------------------------------------------

ClientActions ClientSession::connected() {
  ClientActions out;
  forgetConnection();
  open_ = true;
  send(protocol::Hello{protocol::kVersion, identity_.client, identity_.serverId}, out);
  return out;
}

ClientActions ClientSession::received(std::string_view frame) {
  ClientActions out;
  auto messages = protocol::decodeServerFrame(frame);
  if (!messages) {
    out.push_back(Disconnect{messages.error().code, messages.error().detail, {}});
    return out;
  }
  for (auto& message : *messages) {
    std::visit([&](auto&& one) { handle(std::forward<decltype(one)>(one), out); }, std::move(message));
    if (!out.empty() && std::holds_alternative<Disconnect>(out.back())) return out;
  }
  advance(out);
  std::stable_partition(out.begin(), out.end(),
                        [](const ClientAction& action) { return std::holds_alternative<SendFrame>(action); });
  return out;
}

void ClientSession::disconnected() { forgetConnection(); }

ClientActions ClientSession::wish(std::vector<ScopeWish> wishes) {
  ClientActions out;
  std::stable_partition(wishes.begin(), wishes.end(),
                        [](const ScopeWish& one) { return one.scope.kind() == ScopeKind::user; });
  std::vector<ScopeState> kept;
  for (auto& one : wishes) {
    ScopeState state;
    if (const auto* known = find(one.scope.text())) state = *known;
    if (state.subscribed && !one.live) {
      send(protocol::Unsubscribe{one.scope.text()}, out);
      state.subscribed = false;
    }
    // Becoming live leaves a gap between what is held and the first push.
    if (one.live && !state.subscribed) state.current = false;
    state.cursor = one.cursor;
    state.wish = std::move(one);
    kept.push_back(std::move(state));
  }
  for (const auto& old : scopes_) {
    const bool stays =
        std::any_of(kept.begin(), kept.end(), [&](const auto& k) { return k.wish.scope == old.wish.scope; });
    if (!stays && old.subscribed) send(protocol::Unsubscribe{old.wish.scope.text()}, out);
  }
  scopes_ = std::move(kept);
  advance(out);
  return out;
}

ClientActions ClientSession::refresh(const Scope& scope) {
  ClientActions out;
  if (auto* state = find(scope.text())) {
    state->current = false;
    state->stalled = false;
  }
  advance(out);
  return out;
}

ClientActions ClientSession::askAgain(const Scope& scope) {
  ClientActions out;
  if (auto* state = find(scope.text())) state->refused = false;
  advance(out);
  return out;
}

ClientActions ClientSession::offer(std::vector<OutgoingCommand> commands) {
  ClientActions out;
  const auto isKnown = [this](CommandId id) {
    const auto same = [id](const OutgoingCommand& command) { return command.id == id; };
    return std::any_of(waiting_.begin(), waiting_.end(), same) || std::any_of(inFlight_.begin(), inFlight_.end(), same);
  };
  for (auto& command : commands)
    if (!isKnown(command.id)) waiting_.push_back(std::move(command));
  advance(out);
  return out;
}

bool ClientSession::withdraw(CommandId id) {
  return std::erase_if(waiting_, [id](const OutgoingCommand& command) { return command.id == id; }) > 0;
}

ClientActions ClientSession::askReach(std::int64_t re, std::vector<CategoryId> categories) {
  ClientActions out;
  if (greeted_) send(protocol::ReachQuery{re, std::move(categories)}, out);
  return out;
}

void ClientSession::stalled(const Scope& scope, const Cursor& stored) {
  auto* state = find(scope.text());
  if (state == nullptr) return;
  state->cursor = stored;
  state->stalled = true;
  state->current = false;
  state->rebuilding = false;
  state->pullAfter = state->backBefore = -1;
}

bool ClientSession::isCurrent(const Scope& scope) const {
  return std::any_of(scopes_.begin(), scopes_.end(),
                     [&](const ScopeState& state) { return state.wish.scope == scope && state.current; });
}

// ---- messages --------------------------------------------------------------------------------------------

void ClientSession::handle(protocol::Welcome message, ClientActions& out) {
  if (greeted_) return;  // doubled
  if (message.version != protocol::kVersion) {
    out.push_back(Disconnect{ErrorCode::versionUnsupported, "server speaks another version", {}});
    return;
  }
  const bool otherServer = !identity_.serverId.empty() && identity_.serverId != message.serverId;
  const bool otherUser = !identity_.userId.isNil() && identity_.userId != message.userId;
  if (otherServer || otherUser) {
    out.push_back(Disconnect{ErrorCode::forbidden, otherServer ? "another server" : "another user", {}});
    return;
  }
  greeted_ = true;
  identity_.serverId = message.serverId;
  identity_.userId = message.userId;
  inFlightMax_ = static_cast<std::size_t>(std::clamp<std::int64_t>(
      message.commandsInFlightMax, 1, static_cast<std::int64_t>(limits::kCommandsInFlightMax)));
  out.push_back(Greeted{std::move(message)});
}

void ClientSession::handle(protocol::Subscribed message, ClientActions& out) {
  auto* state = find(message.scope);
  if (state == nullptr) return;
  state->told = std::max(state->told, message.head);
  // Another epoch or grant: the pull under way or the next one is answered with Resync.
  if (!state->cursor.isNew() && (message.epoch != state->cursor.epoch || message.grant != state->cursor.grant))
    state->current = false;
  (void)out;
}

void ClientSession::handle(protocol::Page page, ClientActions& out) {
  auto* state = find(page.scope);
  if (state == nullptr) return;
  if (state->rebuilding) return rebuildPage(*state, std::move(page), out);
  if (state->stalled || state->cursor.isNew() || page.epoch != state->cursor.epoch || page.grant != state->cursor.grant)
    return;
  if (page.after == state->pullAfter) state->pullAfter = -1;
  // A page is complete for (after, to]: it helps when it joins what is held and reaches further. Late or doubled
  // pages do neither.
  const bool joins = page.after <= state->cursor.high;
  if (!joins) return;
  state->told = std::max(state->told, page.head);
  if (page.to > state->cursor.high) {
    state->cursor.high = page.to;
    out.push_back(ApplyRecords{state->wish.scope, std::move(page.records), state->cursor, false});
  }
  if (state->cursor.high >= page.head) becomeCurrent(*state, out);
}

void ClientSession::rebuildPage(ScopeState& state, protocol::Page page, ClientActions& out) {
  if (page.epoch != state.rebuild.epoch || page.grant != state.rebuild.grant || page.after != state.rebuild.high ||
      page.after != state.pullAfter)
    return;
  state.pullAfter = -1;
  state.rebuild.high = page.to;
  out.push_back(StageRecords{state.wish.scope, std::move(page.records)});
  if (page.more) return;
  state.rebuilding = false;
  state.cursor = state.rebuild;
  out.push_back(FinishRebuild{state.wish.scope, state.cursor});
  becomeCurrent(state, out);
}

void ClientSession::handle(protocol::PageBack page, ClientActions& out) {
  auto* state = find(page.scope);
  if (state == nullptr || state->stalled || page.before != state->backBefore) return;
  const bool first = page.before == 0;
  if (first != state->cursor.isNew()) return;
  if (!first && (page.epoch != state->cursor.epoch || page.grant != state->cursor.grant)) return;
  state->backBefore = -1;
  if (first)
    state->cursor = Cursor{page.epoch, page.grant, page.from, page.head};
  else
    state->cursor.low = std::min(state->cursor.low, page.from);
  out.push_back(ApplyRecords{state->wish.scope, std::move(page.records), state->cursor, false});
  if (first) becomeCurrent(*state, out);
}

void ClientSession::handle(protocol::Resync message, ClientActions& out) {
  auto* state = find(message.scope);
  if (state == nullptr || state->stalled) return;
  // Only an answer to what is asked now counts; a late one would throw a good scope away.
  if (state->pullAfter < 0 && state->backBefore < 0) return;
  state->rebuilding = true;
  state->current = false;
  state->told = message.head;
  state->pullAfter = state->backBefore = -1;
  state->rebuild = Cursor{message.epoch, message.grant, 1, 0};
  state->rebuildFloor = message.floor;
  out.push_back(BeginRebuild{state->wish.scope, message.epoch, message.grant});
}

void ClientSession::handle(protocol::Change change, ClientActions& out) {
  auto* state = find(change.scope);
  if (state == nullptr) return;
  state->told = std::max(state->told, change.to);
  if (state->rebuilding || state->stalled || state->cursor.isNew()) return;
  if (change.epoch != state->cursor.epoch) {
    state->current = false;
    return;
  }
  const bool joins = change.prev <= state->cursor.high || planted(PlantedBug::pushTrustedAsComplete);
  if (!joins || change.to <= state->cursor.high) return;
  state->cursor.high = change.to;
  out.push_back(ApplyRecords{state->wish.scope, std::move(change.records), state->cursor, true});
}

void ClientSession::handle(protocol::Ack ack, ClientActions& out) {
  const auto found =
      std::find_if(inFlight_.begin(), inFlight_.end(), [&](const OutgoingCommand& one) { return one.id == ack.id; });
  if (found == inFlight_.end()) return;  // doubled
  inFlight_.erase(found);
  // No push will bring what one's own command wrote into a scope that is not live.
  for (const auto& effect : ack.effects)
    if (auto* state = find(effect.scope); state != nullptr && !state->wish.live)
      state->told = std::max(state->told, effect.seq);
  out.push_back(CommandAnswered{std::move(ack)});
}

void ClientSession::handle(protocol::ReachReply reply, ClientActions& out) {
  out.push_back(ReachAnswered{std::move(reply)});
}

void ClientSession::handle(protocol::Failed failed, ClientActions& out) {
  const auto code = errorFromName(failed.code);
  if (code == ErrorCode::unauthorized) {
    out.push_back(Disconnect{code, failed.detail, {}});
    return;
  }
  if (auto* state = find(failed.scope)) {
    state->pullAfter = state->backBefore = -1;
    if (code == ErrorCode::notFound) {
      // What was held goes, and the server pushes nothing of it any more.
      state->refused = true;
      state->subscribed = state->rebuilding = state->current = false;
      state->cursor = {};
      out.push_back(ScopeRefused{state->wish.scope, failed.code});
      return;
    }
    state->stalled = true;  // passes by itself: the owner refreshes after retry_after
  }
  out.push_back(RequestFailed{std::move(failed)});
}

void ClientSession::handle(protocol::BackedUp message, ClientActions& out) {
  out.push_back(BackupKnown{std::move(message.epoch), message.commit});
}

void ClientSession::handle(protocol::Bye bye, ClientActions& out) {
  out.push_back(Disconnect{errorFromName(bye.code), "server says bye", bye.retryAfterMs});
}

void ClientSession::handle(protocol::Unknown, ClientActions&) {}

// ---- what to ask next ------------------------------------------------------------------------------------

ClientSession::ScopeState* ClientSession::find(std::string_view scope) {
  const auto found = std::find_if(scopes_.begin(), scopes_.end(),
                                  [&](const ScopeState& state) { return state.wish.scope.text() == scope; });
  return found == scopes_.end() ? nullptr : &*found;
}

void ClientSession::advance(ClientActions& out) {
  if (!greeted_) return;
  const bool ownCurrent = ownScopeCurrent();
  for (auto& state : scopes_)
    if (ownCurrent || state.wish.scope.kind() == ScopeKind::user) requestScope(state, out);
  if (ownCurrent) sendCommands(out);
  if (!settled()) {
    settledSaid_ = false;
  } else if (!settledSaid_) {
    settledSaid_ = true;
    out.push_back(Settled{});
  }
}

void ClientSession::requestScope(ScopeState& state, ClientActions& out) {
  if (state.refused || state.stalled) return;
  const auto& scope = state.wish.scope.text();
  if (state.wish.live && !state.subscribed) {
    state.subscribed = true;
    send(protocol::Subscribe{scope}, out);
  }
  if (requestsUnderWay() >= kRequestsMax) return;
  if (state.rebuilding) {
    if (state.pullAfter >= 0) return;
    state.pullAfter = state.rebuild.high;
    send(protocol::Pull{scope, state.rebuild.epoch, state.rebuild.grant, state.rebuild.high, 0, state.rebuildFloor},
         out);
    return;
  }
  if (state.cursor.isNew()) {
    if (state.backBefore >= 0) return;
    state.backBefore = 0;
    send(protocol::PullBack{scope, "", 0, 0, 0}, out);
    return;
  }
  const bool behind = !state.current || state.told > state.cursor.high;
  if (behind && state.pullAfter < 0) {
    state.pullAfter = state.cursor.high;
    send(protocol::Pull{scope, state.cursor.epoch, state.cursor.grant, state.cursor.high, 0}, out);
  }
  const bool wantsHistory = state.wish.history && !state.cursor.hasBottom();
  if (state.current && wantsHistory && state.backBefore < 0 && requestsUnderWay() < kRequestsMax) {
    state.backBefore = state.cursor.low;
    send(protocol::PullBack{scope, state.cursor.epoch, state.cursor.grant, state.cursor.low, 0}, out);
  }
}

void ClientSession::sendCommands(ClientActions& out) {
  std::string frame;
  while (!waiting_.empty() && inFlight_.size() < inFlightMax_) {
    auto command = std::move(waiting_.front());
    waiting_.pop_front();
    auto body = parseJsonObject(command.bodyJson);
    std::string line = protocol::encode(
        protocol::ClientMessage(protocol::Command{command.id, command.kind, body ? std::move(*body) : json::object()}));
    // Joined while they fit: a reconnect after a day offline is one frame, not fifty.
    if (!frame.empty() && frame.size() + line.size() > limits::kClientFrameBytesMax / 2) {
      out.push_back(SendFrame{std::move(frame)});
      frame.clear();
    }
    if (!frame.empty()) frame.push_back('\n');
    frame += line;
    inFlight_.push_back(std::move(command));
  }
  if (!frame.empty()) out.push_back(SendFrame{std::move(frame)});
}

void ClientSession::send(const protocol::ClientMessage& message, ClientActions& out) {
  if (open_) out.push_back(SendFrame{protocol::encode(message)});
}

void ClientSession::becomeCurrent(ScopeState& state, ClientActions& out) {
  if (state.current) return;
  state.current = true;
  out.push_back(ScopeCurrent{state.wish.scope});
}

void ClientSession::forgetConnection() {
  open_ = greeted_ = settledSaid_ = false;
  for (auto& state : scopes_) {
    state.subscribed = state.rebuilding = state.current = state.stalled = state.refused = false;
    state.pullAfter = state.backBefore = -1;
    state.told = 0;
  }
  // Unanswered: sent again under the same id, before what was typed later.
  waiting_.insert(waiting_.begin(), std::make_move_iterator(inFlight_.begin()),
                  std::make_move_iterator(inFlight_.end()));
  inFlight_.clear();
}

bool ClientSession::ownScopeCurrent() const {
  return std::all_of(scopes_.begin(), scopes_.end(), [](const ScopeState& state) {
    return state.wish.scope.kind() != ScopeKind::user || state.current || state.refused;
  });
}

bool ClientSession::settled() const {
  const auto isSettled = [](const ScopeState& state) {
    if (state.refused) return true;
    return state.current && !state.stalled && state.told <= state.cursor.high &&
           (!state.wish.history || state.cursor.hasBottom());
  };
  return waiting_.empty() && inFlight_.empty() && std::all_of(scopes_.begin(), scopes_.end(), isSettled);
}

int ClientSession::requestsUnderWay() const {
  int count = 0;
  for (const auto& state : scopes_) count += (state.pullAfter >= 0) + (state.backBefore >= 0);
  return count;
}

}  // namespace vb::session

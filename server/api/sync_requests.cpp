// The messages of the sync protocol.
#include <utility>

#include "server/api/core_api.h"
#include "server/api/pages.h"
#include "server/api/tuning.h"
#include "server/services/access.h"
#include "server/services/routing.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

namespace vb::server::api {
namespace {

// How long a client waits before it sends the same again. Nothing for a refusal that stays.
std::optional<Milliseconds> retryAfter(ErrorCode code) {
  switch (code) {
    case ErrorCode::tooManyRequests:
      return kRetryTooFast;
    case ErrorCode::readOnly:
    case ErrorCode::unauthorized:  // of a command: kept until its user signed in again
      return kRetryReadOnly;
    case ErrorCode::unavailable:
      return kRetryUnavailable;
    case ErrorCode::internal:
    case ErrorCode::ioFailed:
    case ErrorCode::diskFull:
      return kRetryDefect;
    default:
      return std::nullopt;
  }
}

std::string failedLine(protocol::Failed failed, const Error& error) {
  failed.code = errorName(error.code);
  // What went wrong inside is for the log, not for the wire.
  if (error.code == ErrorCode::badField || error.code == ErrorCode::tooLarge) failed.detail = error.detail;
  if (error.code != ErrorCode::unauthorized) failed.retryAfterMs = retryAfter(error.code);
  return protocol::encode(protocol::ServerMessage(std::move(failed)));
}

Line lineOf(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

services::Identity identityOf(const Caller& caller) { return {caller.user, caller.tokenHash}; }

protocol::Ack ackOf(CommandId id, Result<services::CommandAnswer> answer) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::refused;
  if (!answer) {
    ack.code = errorName(answer.error().code);
    ack.retryAfterMs = retryAfter(answer.error().code);
    return ack;
  }
  switch (answer->outcome) {
    case services::Outcome::applied:
      ack.status = protocol::AckStatus::applied;
      break;
    case services::Outcome::refused:
      break;
    case services::Outcome::conflict:
      ack.status = protocol::AckStatus::conflict;
      break;
  }
  ack.code = std::move(answer->code);
  ack.detail = std::move(answer->detail);
  for (auto& effect : answer->effects) ack.effects.push_back({std::move(effect.scope), effect.seq});
  ack.commit = answer->commit;
  ack.routedTo = answer->routedTo;
  ack.newest = std::move(answer->newest);
  return ack;
}

}  // namespace

void CoreApi::answer(const Caller& caller, protocol::Failed failed, Answering answering, OnLine done) {
  storage::readValue<std::string>(
      options_.storage,
      [who = identityOf(caller), now = options_.clock.now(), failed,
       answering = std::move(answering)](const storage::Tables& tables) {
        if (auto good = services::checkToken(tables, who, now); !good) return failedLine(failed, good.error());
        return answering(tables);
      },
      [failed, done = std::move(done)](Result<std::string> line) {
        done(lineOf(line ? std::move(*line) : failedLine(failed, line.error())));
      });
}

void CoreApi::answerOfScope(const Caller& caller, protocol::Failed failed,
                            std::function<std::string(const storage::Tables&, const Scope&)> answering, OnLine done) {
  auto scope = Scope::parse(failed.scope);
  if (!scope) return done(lineOf(failedLine(failed, scope.error())));
  answer(
      caller, failed,
      [user = caller.user, failed, scope = *scope, answering = std::move(answering)](const storage::Tables& tables) {
        if (auto allowed = services::mayRead(tables, user, scope); !allowed) return failedLine(failed, allowed.error());
        return answering(tables, scope);
      },
      std::move(done));
}

void CoreApi::greet(Caller caller, protocol::Hello request, OnLine done) {
  const protocol::Failed failed{request.kType, {}, 0, {}, {}, {}};
  if (request.version < 1) return done(lineOf(failedLine(failed, fail(ErrorCode::versionUnsupported))));
  protocol::Welcome welcome;
  welcome.userId = caller.user;
  welcome.now = options_.clock.now();
  welcome.commandsInFlightMax = limits::kCommandsInFlightMax;
  welcome.frameBytesMax = limits::kClientFrameBytesMax;
  welcome.readOnly = options_.storage.readOnly();
  answer(
      caller, failed,
      [welcome](const storage::Tables& tables) mutable {
        const auto meta = tables.meta();
        welcome.serverId = meta.serverId;
        welcome.epoch = meta.epoch;
        welcome.backedUpCommit = meta.backedUpCommit;
        return protocol::encode(protocol::ServerMessage(welcome));
      },
      std::move(done));
}

void CoreApi::openScope(Caller caller, protocol::Subscribe request, OnLine done) {
  answerOfScope(
      caller, {request.kType, request.scope, 0, {}, {}, {}},
      [](const storage::Tables& tables, const Scope& scope) {
        const auto state = tables.records().state(scope);
        return protocol::encode(
            protocol::ServerMessage(protocol::Subscribed{scope.text(), tables.meta().epoch, state.grant, state.head}));
      },
      std::move(done));
}

void CoreApi::pull(Caller caller, protocol::Pull request, OnLine done) {
  answerOfScope(
      caller, {request.kType, request.scope, 0, {}, {}, {}},
      [request](const storage::Tables& tables, const Scope& scope) { return pageLine(tables, scope, request); },
      std::move(done));
}

void CoreApi::pullBack(Caller caller, protocol::PullBack request, OnLine done) {
  answerOfScope(
      caller, {request.kType, request.scope, 0, {}, {}, {}},
      [request](const storage::Tables& tables, const Scope& scope) { return pageBackLine(tables, scope, request); },
      std::move(done));
}

void CoreApi::execute(Caller caller, protocol::Command request, OnLine done) {
  const auto id = request.id;
  commands_->execute(identityOf(caller), id, std::move(request.kind), std::move(request.body),
                     [id, done = std::move(done)](Result<services::CommandAnswer> answered) {
                       done(lineOf(protocol::encode(protocol::ServerMessage(ackOf(id, std::move(answered))))));
                     });
}

void CoreApi::reach(Caller caller, protocol::ReachQuery request, OnLine done) {
  const protocol::Failed failed{request.kType, {}, request.re, {}, {}, {}};
  answer(
      caller, failed,
      [failed, user = caller.user, request](const storage::Tables& tables) {
        auto reached = services::reach(tables, request.categoryIds, user);
        if (!reached) return failedLine(failed, reached.error());
        return protocol::encode(protocol::ServerMessage(
            protocol::ReachReply{request.re, reached->total, std::move(reached->byRole), reached->other}));
      },
      std::move(done));
}

}  // namespace vb::server::api

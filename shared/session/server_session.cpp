#include "shared/session/server_session.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/protocol/codec.h"
#include "shared/session/tuning.h"

namespace vb::session {
namespace {

protocol::Failed failure(std::string request, std::string scope, ErrorCode code, std::string detail) {
  protocol::Failed failed;
  failed.request = std::move(request);
  failed.scope = std::move(scope);
  failed.code = errorName(code);
  failed.detail = std::move(detail);
  return failed;
}

}  // namespace

ServerActions ServerSession::received(std::string_view frame) {
  ServerActions out;
  int lines = 0;
  // Line by line, so that one message of a newer client does not take its neighbours with it.
  while (!closed_) {
    const auto end = std::min(frame.find('\n'), frame.size());
    const auto line = frame.substr(0, end);
    const bool last = end == frame.size();
    if (!line.empty()) {
      if (++lines > kMessagesPerFrameMax) {
        close(1008, ErrorCode::tooLarge, "", "messages in a frame", out);
        break;
      }
      receiveLine(line, out);
    }
    if (last) break;
    frame.remove_prefix(end + 1);
  }
  if (lines == 0 && !closed_) close(1007, ErrorCode::badMessage, "", "empty frame", out);
  return out;
}

void ServerSession::receiveLine(std::string_view line, ServerActions& out) {
  auto decoded = protocol::decodeClientFrame(line);
  if (!decoded) {
    const auto& error = decoded.error();
    if (error.code != ErrorCode::unsupported) return close(1007, error.code, "", error.detail, out);
    if (!greeted_) return close(1002, ErrorCode::badMessage, "", "hello comes first", out);
    constexpr std::string_view kPrefix = "type ";
    out.push_back(Reply{failure(error.detail.substr(std::min(kPrefix.size(), error.detail.size())), "",
                                ErrorCode::unsupported, "unknown type")});
    return;
  }
  for (auto& message : *decoded) {
    if (!greeted_ && !std::holds_alternative<protocol::Hello>(message))
      return close(1002, ErrorCode::badMessage, "", "hello comes first", out);
    std::visit([&](auto&& one) { handle(std::forward<decltype(one)>(one), out); }, std::move(message));
  }
}

void ServerSession::refused(std::string_view scope) {
  if (const auto parsed = Scope::parse(scope)) std::erase(subscriptions_, ScopeKey(parsed->kind(), parsed->id()));
}

void ServerSession::handle(protocol::Hello message, ServerActions& out) {
  if (greeted_) return close(1002, ErrorCode::badMessage, "hello", "a second hello", out);
  if (message.version != protocol::kVersion)
    return close(1002, ErrorCode::versionUnsupported, "hello", "version 1 is spoken here", out);
  greeted_ = true;
  out.push_back(Greet{std::move(message)});
}

void ServerSession::handle(protocol::Subscribe message, ServerActions& out) {
  const auto scope = Scope::parse(message.scope);
  if (!scope) {
    out.push_back(
        Reply{failure("subscribe", message.scope.substr(0, limits::kScopeBytesMax), ErrorCode::badField, "scope")});
    return;
  }
  const ScopeKey key(scope->kind(), scope->id());
  if (std::find(subscriptions_.begin(), subscriptions_.end(), key) == subscriptions_.end()) {
    if (subscriptions_.size() >= limits::kSubscriptionsMax) {
      out.push_back(Reply{failure("subscribe", scope->text(), ErrorCode::tooLarge, "scopes on a connection")});
      return;
    }
    subscriptions_.push_back(key);
  }
  message.scope = scope->text();  // as the pushes name it, however it was written
  out.push_back(OpenScope{std::move(message)});
}

void ServerSession::handle(protocol::Unsubscribe message, ServerActions& out) {
  const auto scope = Scope::parse(message.scope);
  if (!scope) return;
  refused(scope->text());
  out.push_back(CloseScope{scope->text()});
}

void ServerSession::handle(protocol::Pull message, ServerActions& out) {
  out.push_back(AnswerPull{std::move(message)});
}

void ServerSession::handle(protocol::PullBack message, ServerActions& out) {
  out.push_back(AnswerPullBack{std::move(message)});
}

void ServerSession::handle(protocol::Command message, ServerActions& out) {
  if (commandsInFlight_ >= static_cast<int>(limits::kCommandsInFlightMax))
    return close(1008, ErrorCode::tooManyRequests, "command", "commands in flight", out);
  ++commandsInFlight_;
  out.push_back(Execute{std::move(message)});
}

void ServerSession::handle(protocol::ReachQuery message, ServerActions& out) {
  out.push_back(AnswerReach{std::move(message)});
}

void ServerSession::close(int status, ErrorCode code, std::string request, std::string detail, ServerActions& out) {
  closed_ = true;
  out.push_back(Reply{failure(std::move(request), "", code, detail)});
  out.push_back(CloseConnection{status, code, std::move(detail)});
}

}  // namespace vb::session

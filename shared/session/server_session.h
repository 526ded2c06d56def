// ServerSession: the server's side of one sync connection, without I/O and without rights: it keeps the order of the
// conversation and its limits, and says what is to be done. Whether the user may read or write is decided per request
// in the transaction that does it; a session holds no membership.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/error.h"
#include "shared/domain/scope.h"
#include "shared/protocol/messages.h"

namespace vb::session {

// Answer with a Welcome.
struct Greet {
  protocol::Hello hello;
};
// Check the right to read, then live pushes from now on and a Subscribed.
struct OpenScope {
  protocol::Subscribe request;
};
struct CloseScope {
  std::string scope;
};
struct AnswerPull {
  protocol::Pull request;
};
struct AnswerPullBack {
  protocol::PullBack request;
};
struct Execute {
  protocol::Command command;
};
struct AnswerReach {
  protocol::ReachQuery request;
};
struct Reply {
  protocol::ServerMessage message;
};
// Close with this WebSocket status (RFC 6455, 7.4): 1002 broken conversation, 1007 not valid data, 1008 limits. A Reply
// with the reason comes before it.
struct CloseConnection {
  int status;
  ErrorCode code;
  std::string detail;
};

using ServerAction = std::variant<Greet, OpenScope, CloseScope, AnswerPull, AnswerPullBack, Execute, AnswerReach, Reply,
                                  CloseConnection>;
using ServerActions = std::vector<ServerAction>;

class ServerSession {
 public:
  // One text frame, or several messages of it. After a CloseConnection nothing more comes out.
  ServerActions received(std::string_view frame);
  // A command's answer goes out: it no longer counts as in flight.
  void answered() { --commandsInFlight_; }
  // OpenScope ended in a refusal: the scope no longer counts as subscribed.
  void refused(std::string_view scope);

  bool greeted() const { return greeted_; }
  bool closed() const { return closed_; }
  int commandsInFlight() const { return commandsInFlight_; }
  std::size_t subscriptionCount() const { return subscriptions_.size(); }

 private:
  // 20 bytes instead of a name of 45: thousands of idle connections hold dozens of these.
  using ScopeKey = std::pair<ScopeKind, Uuid>;

  void receiveLine(std::string_view line, ServerActions& out);
  void handle(protocol::Hello message, ServerActions& out);
  void handle(protocol::Subscribe message, ServerActions& out);
  void handle(protocol::Unsubscribe message, ServerActions& out);
  void handle(protocol::Pull message, ServerActions& out);
  void handle(protocol::PullBack message, ServerActions& out);
  void handle(protocol::Command message, ServerActions& out);
  void handle(protocol::ReachQuery message, ServerActions& out);
  void close(int status, ErrorCode code, std::string request, std::string detail, ServerActions& out);

  bool greeted_ = false;
  bool closed_ = false;
  int commandsInFlight_ = 0;
  std::vector<ScopeKey> subscriptions_;
};

}  // namespace vb::session

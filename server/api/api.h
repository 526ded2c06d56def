// Api: the requests of the protocol and of the HTTP endpoints, as functions: message -> service -> reply. Knows no
// socket. Every answer is given through its callback exactly once, on the thread of the `post` it was created with.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"

namespace vb::server::api {

// Who asks. Rights and the token's validity are looked up again in the transaction of every request.
struct Caller {
  UserId user;
  std::string tokenHash;  // SHA-256 of the bearer token, hexadecimal; never the token
};

// One encoded server message (no line end), ready for a frame; shared so that nobody copies a page.
using Line = std::shared_ptr<const std::string>;
using OnLine = std::function<void(Line)>;

struct HttpRequest {
  std::string method;         // "GET", "POST", "DELETE"
  std::string path;           // "/v1/session"
  std::string bearer;         // token of the Authorization header, or empty
  std::string body;           // JSON
  std::string clientAddress;  // after X-Forwarded-For of a configured proxy; of IPv6 the network, as limits count it
};
struct HttpReply {
  int status = 200;
  std::string body;  // JSON
  std::optional<int> retryAfterSeconds;
};

class Contents;

class Api {
 public:
  virtual ~Api() = default;

  // Is this token good? unauthorized otherwise. For the WebSocket upgrade: before anything else is read.
  virtual void authenticate(std::string bearer, std::function<void(Result<Caller>)> done) = 0;

  // Ends, over the bus, the sessions of those connected callers whose token is no longer good; one read for all these.
  virtual void recheck(std::vector<Caller> connected) = 0;

  virtual void greet(Caller caller, protocol::Hello request, OnLine done) = 0;          // Welcome or Failed
  virtual void openScope(Caller caller, protocol::Subscribe request, OnLine done) = 0;  // Subscribed or Failed
  virtual void pull(Caller caller, protocol::Pull request, OnLine done) = 0;            // Page, Resync or Failed
  virtual void pullBack(Caller caller, protocol::PullBack request, OnLine done) = 0;    // PageBack, Resync or Failed
  // The Ack comes after the commit is on disk.
  virtual void execute(Caller caller, protocol::Command request, OnLine done) = 0;
  virtual void reach(Caller caller, protocol::ReachQuery request, OnLine done) = 0;  // ReachReply or Failed

  // POST /v1/session, DELETE /v1/session, POST /v1/account, POST /v1/password, GET /v1/server. 404 for any other path.
  virtual void http(HttpRequest request, std::function<void(HttpReply)> done) = 0;

  // /v1/uploads and /v1/contents. None: this server keeps no documents.
  virtual Contents* contents() { return nullptr; }
};

}  // namespace vb::server::api

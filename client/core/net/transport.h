// Transport: one connection that carries text frames both ways. Owned by whoever owns the SyncEngine, used on its
// thread only. Promises: after `closed`, `failed` or close() there are no more events until the next open(), and no
// event is ever delivered from within a call of this interface.
#pragma once

#include <string>

#include "shared/base/error.h"

namespace vb::client::net {

// Whom to connect to. The token goes into the Authorization header and nowhere else.
struct Endpoint {
  std::string server;       // base address, https://host[:port][/path]; http:// only to this computer itself
  std::string token;        // bearer
  std::string subprotocol;  // Sec-WebSocket-Protocol that the server must choose
};

class TransportEvents {
 public:
  virtual ~TransportEvents() = default;
  virtual void opened() = 0;
  virtual void textReceived(std::string text) = 0;
  // The other side is alive: the answer to a ping.
  virtual void ponged() = 0;
  // It was open and is not any more. `status` as in RFC 6455, 7.4; 1006 when it was cut.
  virtual void closed(int status, std::string reason) = 0;
  // It did not open: network, captivePortal, untrustedPeer, unauthorized, unavailable, versionUnsupported.
  virtual void failed(ErrorCode code, std::string detail) = 0;
};

class Transport {
 public:
  virtual ~Transport() = default;
  // Ends what was open before, silently.
  virtual void open(const Endpoint& endpoint, TransportEvents& events) = 0;
  virtual void send(std::string text) = 0;
  virtual void ping() = 0;
  // Finishes politely; without events.
  virtual void close() = 0;
};

}  // namespace vb::client::net

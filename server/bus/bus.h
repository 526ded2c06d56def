// Bus: committed changes on their way to the sessions. A hint carrier: losing one costs latency, never data.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/domain/scope.h"

namespace vb::server::bus {

// What one commit wrote into one scope, encoded once (a protocol::Change without line end) for all its receivers.
// `readers` was decided in the writing transaction: empty = every signed-in user.
struct Published {
  Scope scope;
  Seq prev = 0;
  Seq to = 0;
  std::shared_ptr<const std::string> frame;
  std::vector<UserId> readers;
};

// Sign-outs, revoked tokens, deactivated accounts: their connections close at once.
struct SessionsEnded {
  UserId user;
  std::string tokenHash;  // empty: all of the user's
};

// Somebody may no longer read a scope: its pushes to him stop at once, and what waits for him of it does not leave.
// Published before the changes of the commit that decided it.
struct AccessEnded {
  UserId user;
  Scope scope;
};

class Bus {
 public:
  using OnPublished = std::function<void(const Published&)>;
  using OnEnded = std::function<void(const SessionsEnded&)>;
  using OnAccessEnded = std::function<void(const AccessEnded&)>;
  // Ends the subscription when destroyed.
  class Subscription {
   public:
    virtual ~Subscription() = default;
  };

  virtual ~Bus() = default;
  // The listeners are called on the bus's delivery thread (the network thread for local_bus), in the order in which
  // things were published.
  virtual std::unique_ptr<Subscription> listen(OnPublished onPublished, OnEnded onEnded,
                                               OnAccessEnded onAccessEnded) = 0;
  // From any thread.
  virtual void publish(Published change) = 0;
  virtual void end(SessionsEnded ended) = 0;
  virtual void endAccess(AccessEnded ended) = 0;
};

// In-process. `post` brings a function to the delivery thread (io_context::post, or a plain call in tests).
std::unique_ptr<Bus> createLocalBus(std::function<void(std::function<void()>)> post);

}  // namespace vb::server::bus

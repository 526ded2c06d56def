// PushHub: who receives which scope's pushes. Listens once to the bus; a push costs its subscribers and nobody else.
// One per network thread. Decides no rights: a scope is opened by the api, and a change names its readers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/api/api.h"
#include "server/bus/bus.h"
#include "server/net/counters.h"
#include "shared/base/ids.h"

namespace vb::server::net {

class PushHub {
 public:
  struct Topic;
  // Where a receiver stands in a topic, so that leaving costs no search among thousands.
  struct Place {
    Topic* topic;
    std::uint32_t index;
  };

  // Must leave before it is destroyed. Its functions must not join or leave within the call.
  struct Receiver {
    virtual ~Receiver() = default;
    virtual UserId user() const = 0;
    virtual const std::string& tokenHash() const = 0;
    virtual void pushed(const bus::Published& change) = 0;
    // The token is no longer good: close at once.
    virtual void ended() = 0;
    // May no longer read this scope; the hub has left it.
    virtual void accessEnded(const Scope& scope, bool wasSubscribed) = 0;
    virtual void told(const std::shared_ptr<const std::string>& line) = 0;

    std::vector<Place> places;  // the hub's own book
  };

  struct Topic {
    std::string scope;
    std::vector<Receiver*> receivers;
  };

  PushHub(bus::Bus& bus, Counters& counters);
  ~PushHub();

  void join(Receiver& receiver);
  void leave(Receiver& receiver);
  // Pushes of this scope from the next change on; again is harmless.
  void subscribe(Receiver& receiver, const std::string& scope);
  void unsubscribe(Receiver& receiver, std::string_view scope);
  // To everybody who joined.
  void broadcast(const std::shared_ptr<const std::string>& line);

  std::size_t connectionsOf(UserId user) const;
  // Of everybody who joined, each token once.
  std::vector<api::Caller> callers() const;

 private:
  void published(const bus::Published& change);
  void ended(const bus::SessionsEnded& ended);
  void accessEnded(const bus::AccessEnded& ended);
  void removeFrom(Place place);
  Place* placeIn(Receiver& receiver, std::string_view scope);

  Counters& counters_;
  std::unordered_map<std::string, std::unique_ptr<Topic>> topics_;
  std::unordered_map<UserId, std::vector<Receiver*>> users_;
  std::unique_ptr<bus::Bus::Subscription> subscription_;
};

}  // namespace vb::server::net

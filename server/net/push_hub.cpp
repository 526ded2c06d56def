#include "server/net/push_hub.h"

#include <algorithm>
#include <set>

namespace vb::server::net {

PushHub::PushHub(bus::Bus& bus, Counters& counters) : counters_(counters) {
  subscription_ = bus.listen([this](const bus::Published& change) { published(change); },
                             [this](const bus::SessionsEnded& those) { ended(those); },
                             [this](const bus::AccessEnded& ended) { accessEnded(ended); });
}

PushHub::~PushHub() = default;

void PushHub::join(Receiver& receiver) { users_[receiver.user()].push_back(&receiver); }

void PushHub::leave(Receiver& receiver) {
  for (const auto& place : receiver.places) removeFrom(place);
  receiver.places = {};
  const auto found = users_.find(receiver.user());
  if (found == users_.end()) return;
  std::erase(found->second, &receiver);
  if (found->second.empty()) users_.erase(found);
}

void PushHub::subscribe(Receiver& receiver, const std::string& scope) {
  if (placeIn(receiver, scope) != nullptr) return;
  auto& topic = topics_[scope];
  if (!topic) topic = std::make_unique<Topic>(Topic{scope, {}});
  receiver.places.push_back(Place{topic.get(), static_cast<std::uint32_t>(topic->receivers.size())});
  topic->receivers.push_back(&receiver);
}

void PushHub::unsubscribe(Receiver& receiver, std::string_view scope) {
  auto* place = placeIn(receiver, scope);
  if (place == nullptr) return;
  const Place gone = *place;
  *place = receiver.places.back();
  receiver.places.pop_back();
  removeFrom(gone);
}

void PushHub::broadcast(const std::shared_ptr<const std::string>& line) {
  for (const auto& [user, receivers] : users_)
    for (auto* receiver : receivers) receiver->told(line);
}

std::size_t PushHub::connectionsOf(UserId user) const {
  const auto found = users_.find(user);
  return found == users_.end() ? 0 : found->second.size();
}

std::vector<api::Caller> PushHub::callers() const {
  std::vector<api::Caller> all;
  for (const auto& [user, receivers] : users_) {
    std::set<std::string_view> hashes;  // a user's devices, and windows of one
    for (const auto* receiver : receivers)
      if (hashes.insert(receiver->tokenHash()).second) all.push_back({user, receiver->tokenHash()});
  }
  return all;
}

void PushHub::published(const bus::Published& change) {
  const auto found = topics_.find(change.scope.text());
  if (found == topics_.end()) return;
  ++counters_.pushes;
  for (auto* receiver : found->second->receivers) {
    const bool reads = change.readers.empty() || std::find(change.readers.begin(), change.readers.end(),
                                                           receiver->user()) != change.readers.end();
    if (!reads) continue;
    ++counters_.deliveries;
    receiver->pushed(change);
  }
}

void PushHub::ended(const bus::SessionsEnded& those) {
  const auto found = users_.find(those.user);
  if (found == users_.end()) return;
  for (auto* receiver : found->second)
    if (those.tokenHash.empty() || those.tokenHash == receiver->tokenHash()) receiver->ended();
}

void PushHub::accessEnded(const bus::AccessEnded& ended) {
  const auto found = users_.find(ended.user);
  if (found == users_.end()) return;
  for (auto* receiver : found->second) {
    const bool wasSubscribed = placeIn(*receiver, ended.scope.text()) != nullptr;
    unsubscribe(*receiver, ended.scope.text());
    receiver->accessEnded(ended.scope, wasSubscribed);
  }
}

void PushHub::removeFrom(Place place) {
  auto& receivers = place.topic->receivers;
  Receiver* moved = receivers.back();
  receivers[place.index] = moved;
  receivers.pop_back();
  if (place.index < receivers.size()) {
    for (auto& other : moved->places)
      if (other.topic == place.topic) other.index = place.index;
  }
  if (receivers.empty()) topics_.erase(std::string(place.topic->scope));
}

PushHub::Place* PushHub::placeIn(Receiver& receiver, std::string_view scope) {
  const auto found = std::find_if(receiver.places.begin(), receiver.places.end(),
                                  [scope](const Place& place) { return place.topic->scope == scope; });
  return found == receiver.places.end() ? nullptr : &*found;
}

}  // namespace vb::server::net

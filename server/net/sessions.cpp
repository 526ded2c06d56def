#include "server/net/sessions.h"

#include <algorithm>
#include <utility>

namespace vb::server::net {

void Sessions::add(std::shared_ptr<Session> session, int seconds) {
  ++size_;
  putIn(std::move(session), seconds);
}

void Sessions::schedule(Session& session, int seconds) {
  if (session.isGone || session.slot < 0) return;  // gone, or just being asked by turn()
  putIn(takeOut(session), seconds);
}

void Sessions::remove(Session& session) {
  if (session.isGone) return;
  session.isGone = true;
  --size_;
  const auto last = session.slot < 0 ? nullptr : takeOut(session);
  if (size_ == 0 && onEmpty_) onEmpty_();
}

void Sessions::turn() {
  ++seconds_;
  hand_ = (hand_ + 1) % kWheelSeconds;
  auto those = std::move(slots_[hand_]);
  slots_[hand_].clear();
  for (auto& session : those) session->slot = -1;
  for (auto& session : those) {
    if (session->isGone) continue;
    const int seconds = session->due();
    if (!session->isGone) putIn(std::move(session), seconds);
  }
}

void Sessions::forEach(const std::function<void(Session&)>& visit) {
  std::vector<std::shared_ptr<Session>> all;
  all.reserve(size_);
  for (const auto& slot : slots_) all.insert(all.end(), slot.begin(), slot.end());
  for (const auto& session : all)
    if (!session->isGone) visit(*session);
}

void Sessions::onEmpty(std::function<void()> then) {
  onEmpty_ = std::move(then);
  if (size_ == 0 && onEmpty_) onEmpty_();
}

std::shared_ptr<Session> Sessions::takeOut(Session& session) {
  auto& slot = slots_[static_cast<std::size_t>(session.slot)];
  auto taken = std::move(slot[session.index]);
  if (session.index + 1 < slot.size()) {
    slot[session.index] = std::move(slot.back());
    slot[session.index]->index = session.index;
  }
  slot.pop_back();
  session.slot = -1;
  return taken;
}

void Sessions::putIn(std::shared_ptr<Session> session, int seconds) {
  const auto turns = static_cast<std::size_t>(std::clamp(seconds, 1, kWheelSeconds - 1));
  const auto at = (hand_ + turns) % kWheelSeconds;
  session->slot = static_cast<std::int32_t>(at);
  session->index = static_cast<std::uint32_t>(slots_[at].size());
  slots_[at].push_back(std::move(session));
}

}  // namespace vb::server::net

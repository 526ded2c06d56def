#include "client/core/engine/link_keeper.h"

#include <tuple>

namespace vb::client {
namespace {

Link linkOf(const sync::SyncStatus& status, bool signedIn) {
  if (!signedIn) return Link::signedOut;
  switch (status.phase) {
    case sync::Phase::live:
      return status.readOnly ? Link::readOnly : Link::live;
    case sync::Phase::syncing:
      return status.readOnly ? Link::readOnly : Link::syncing;
    case sync::Phase::stopped:
      return Link::offline;
    case sync::Phase::connecting:
      if (status.reason == ErrorCode::unknown) return Link::connecting;
      break;
    case sync::Phase::offline:
      break;
  }
  if (status.reason == ErrorCode::captivePortal) return Link::captive;
  // Another server or another user behind the same address (C7) is as little to be trusted as a bad certificate.
  if (status.reason == ErrorCode::untrustedPeer || status.reason == ErrorCode::forbidden) return Link::untrusted;
  return Link::offline;
}

auto fields(const LinkState& s) {
  return std::tie(s.link, s.lastSyncedAt, s.waiting, s.needsAttention, s.syncPercent, s.clockWrong, s.diskFull,
                  s.detail);
}

}  // namespace

bool LinkKeeper::update(const sync::SyncStatus& status, const LinkFacts& facts, qint64 now) {
  LinkState next = state_;
  next.link = linkOf(status, facts.signedIn);
  next.lastSyncedAt = facts.lastSyncedAt;
  next.waiting = facts.waiting;
  next.needsAttention = facts.needsAttention;
  next.syncPercent = facts.lastSyncedAt == 0 && next.link == Link::syncing ? status.percent : -1;
  next.clockWrong = status.clockWrong;
  next.diskFull = status.diskFull || facts.writesHeld;
  next.detail = QString::fromStdString(status.detail);
  if (next.link != state_.link || state_.since == 0) next.since = now;
  const bool isOther = fields(next) != fields(state_) || state_.since == 0;
  state_ = next;
  return isOther;
}

}  // namespace vb::client

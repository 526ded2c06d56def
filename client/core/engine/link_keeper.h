// LinkKeeper: makes the one LinkState out of what sync, outbox and account know. Owned by the core. An attempt to
// connect again does not flicker: until it succeeds, the reason of the last failure stays on screen.
#pragma once

#include "client/core/engine/engine.h"
#include "client/core/sync/sync_status.h"

namespace vb::client {

struct LinkFacts {
  bool signedIn = false;
  bool writesHeld = false;  // something typed waits in memory for the disk
  int waiting = 0;
  int needsAttention = 0;
  qint64 lastSyncedAt = 0;
};

class LinkKeeper {
 public:
  // True when the state is another one now.
  bool update(const sync::SyncStatus& status, const LinkFacts& facts, qint64 now);
  const LinkState& state() const { return state_; }

 private:
  LinkState state_;
};

}  // namespace vb::client

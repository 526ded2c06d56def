// ChangeCourier: brings what changed in the cache to the screens: the first change at once, what follows in bunches, so
// that a first sync of a hundred pages a second does not become a hundred repaints. Core thread.
#pragma once

#include <functional>

#include "client/core/engine/engine.h"
#include "client/core/store/change_feed.h"
#include "client/core/sync/scheduler.h"

namespace vb::client {

class ChangeCourier {
 public:
  using Bring = std::function<void(const ChangeSet&)>;
  ChangeCourier(sync::Scheduler& scheduler, Bring bring) : bring_(std::move(bring)), pause_(scheduler) {}
  void add(const store::Changes& changes);
  // While the first sync runs everything changes all the time: told less often, but for one's own writing.
  void setFirstSync(bool runs) { firstSync_ = runs; }

 private:
  void bring();

  Bring bring_;
  store::Changes waiting_;
  sync::Timer pause_;
  bool firstSync_ = false;
};

}  // namespace vb::client

// Backoff: how long to wait before the next attempt to connect: doubling with full jitter, so that a thousand clients
// of a restarted server do not come back together.
#pragma once

#include "shared/base/clock.h"

namespace vb::session {

class Backoff {
 public:
  explicit Backoff(RandomSource& random) : random_(random) {}
  // At least `atLeast` (the server's retry_after), plus jitter.
  Milliseconds next(Milliseconds atLeast = Milliseconds(0));
  void succeeded() { attempts_ = 0; }

 private:
  RandomSource& random_;
  int attempts_ = 0;
};

}  // namespace vb::session

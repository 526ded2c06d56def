#include "shared/session/backoff.h"

#include <algorithm>

#include "shared/session/tuning.h"

namespace vb::session {

Milliseconds Backoff::next(Milliseconds atLeast) {
  const auto ceiling = std::min(kBackoffMax, kBackoffFirst * (1 << std::min(attempts_, kBackoffDoublingsMax)));
  ++attempts_;
  // Full jitter over [ceiling/2, ceiling]: spread without ever being immediate.
  const auto half = ceiling / 2;
  return atLeast + half +
         Milliseconds(static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(half.count()) + 1)));
}

}  // namespace vb::session

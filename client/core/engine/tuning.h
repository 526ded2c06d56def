// Limits of the engine room.
#pragma once

#include "shared/base/clock.h"

namespace vb::client {

inline constexpr Milliseconds kChangesEvery{50};            // the first change is told at once, what follows in bunches
inline constexpr Milliseconds kChangesEveryFirstSync{500};  // lists fill visibly, and the screen has time for its user
inline constexpr Milliseconds kNewsWindow{1500};            // new questions within it become one notification
inline constexpr Milliseconds kWriteRetry{5000};            // disk full: try again to store what was typed
inline constexpr int kSearchHitsMax = 500;                  // more than anybody reads

}  // namespace vb::client

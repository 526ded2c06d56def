// Limits of the engine room.
#pragma once

#include "shared/base/clock.h"

namespace vb::client {

inline constexpr Milliseconds kChangesEvery{50};            // the first change is told at once, what follows in bunches
inline constexpr Milliseconds kChangesEveryFirstSync{500};  // lists fill visibly, and the screen has time for its user
inline constexpr Milliseconds kNewsWindow{1500};            // new questions within it become one notification
inline constexpr Milliseconds kWriteRetry{5000};            // disk full: try again to store what was typed
inline constexpr Milliseconds kRevokeRetry{30'000};         // signed out, the server was not reached; doubles
inline constexpr Milliseconds kRevokeRetryMax{600'000};     // a server that is gone must not keep a laptop awake
inline constexpr std::size_t kRevocationsMax = 16;          // more sign-outs than happen between two connections
inline constexpr int kSearchHitsMax = 500;                  // more than anybody reads
inline constexpr Milliseconds kExpiryAfterChange{
    2'000};  // a case may have come that must go soon; several changes together
inline constexpr Milliseconds kExpiryEvery{3'600'000};  // how late a case may be erased after the computer slept

}  // namespace vb::client

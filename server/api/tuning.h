// Limits of the api room.
#pragma once

#include "shared/base/clock.h"

namespace vb::server::api {

inline constexpr Milliseconds kRetryTooFast{1'000};   // a bucket has ten more by then
inline constexpr Milliseconds kRetryReadOnly{5'000};  // an operator frees space in minutes; asking is cheap
inline constexpr Milliseconds kRetryUnavailable{2'000};
inline constexpr Milliseconds kRetryDefect{30'000};  // after `internal`: kept by the client, not hammered
inline constexpr int kRetryAttemptsSeconds = 60;     // failed sign-ins: told in minutes, the window is longer
inline constexpr int kRetryBusySeconds = 5;

}  // namespace vb::server::api

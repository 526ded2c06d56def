// Limits of the api room.
#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/clock.h"

namespace vb::server::api {

inline constexpr Milliseconds kRetryTooFast{1'000};   // a bucket has ten more by then
inline constexpr Milliseconds kRetryReadOnly{5'000};  // an operator frees space in minutes; asking is cheap
inline constexpr Milliseconds kRetryUnavailable{2'000};
inline constexpr Milliseconds kRetryDefect{30'000};  // after `internal`: kept by the client, not hammered
inline constexpr int kRetryAttemptsSeconds = 60;     // failed sign-ins: told in minutes, the window is longer
inline constexpr int kRetryBusySeconds = 5;

// Contents
inline constexpr std::int64_t kUploadBytesMaxUsual = 200LL * 1024 * 1024;  // an operator may set another
inline constexpr Milliseconds kRightsKept{500};  // while bytes flow; so that they stop within a second
inline constexpr std::int64_t kNotedEveryBytes = 8 * 1024 * 1024;  // what a crash of this server makes be sent again
inline constexpr Milliseconds kNotedEvery{2'000};                  // the same on a slow line
inline constexpr int kUploadsPerUserMax = 200;     // under way or waiting for their command; a client has a few at once
inline constexpr double kContentsPerSecond = 500;  // requests of a user: small files over a fast line
inline constexpr double kContentsAtOnce = 5'000;   // the first fetch of a large channel
inline constexpr std::size_t kContentUsersRemembered = 10'000;  // by their rate; the oldest go first

}  // namespace vb::server::api

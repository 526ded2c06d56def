// Limits of the session room.
#pragma once

#include "shared/base/clock.h"

namespace vb::session {

inline constexpr int kRequestsMax = 6;               // pulls under way at once: keeps the pipe full, memory bounded
inline constexpr Milliseconds kBackoffFirst{500};    // a server that only restarted is back by then
inline constexpr Milliseconds kBackoffMax{120'000};  // two minutes: a laptop that wakes up is not left waiting
inline constexpr int kBackoffDoublingsMax = 8;       // 0.5 s * 2^8 passes the maximum
inline constexpr int kMessagesPerFrameMax =
    1'000;  // server: a frame of 256 KiB of the smallest messages would answer with megabytes

}  // namespace vb::session

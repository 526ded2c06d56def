// Limits of the storage room.
#pragma once

#include <cstddef>

#include "shared/base/clock.h"

namespace vb::server::storage {

inline constexpr std::size_t kGroupJobsMax = 256;  // a commit stays short enough for the readers and for the pushes
inline constexpr std::size_t kWritesWaitingMax = 20'000;  // about a second of work; more is answered `unavailable`
inline constexpr std::size_t kReadsWaitingMax =
    50'000;                                        // every client of a full server may ask at once after a restart
inline constexpr int kCheckpointPages = 8'000;     // 32 MiB of log: what changes often is written back once
inline constexpr int kWriterCacheKiB = 16 * 1024;  // the upper levels of the indexes stay in memory
inline constexpr int kReaderCacheKiB = 8 * 1024;
inline constexpr int kReaderBusyMs = 5'000;               // a reader waits only while the log is begun anew
inline constexpr Milliseconds kRetryWritingAfter{1'000};  // how often a read-only storage tries again

}  // namespace vb::server::storage

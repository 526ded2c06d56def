// Limits of the documents room.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "shared/base/clock.h"

namespace vb::client::documents {

using namespace std::chrono_literals;

inline constexpr std::size_t kFetchesAtOnce = 4;          // more fill no line, and make a slow one stutter
inline constexpr std::size_t kFetchesHeldMax = 64;        // with those that are whole and wait for the disk
inline constexpr int kSyncsAtOnce = 16;                   // files brought to disk: they share its commits
inline constexpr std::int64_t kTakenAtOnce = 1 << 20;     // of a download, before it is written
inline constexpr std::size_t kPiecesUnwrittenMax = 4;     // of a download: the disk is slower than the line
inline constexpr Milliseconds kStoredEvery = 200ms;       // rows of what came: one transaction for many small files
inline constexpr std::size_t kStoredAtOnce = 256;         // at the latest
inline constexpr std::int64_t kShownFromBytes = 1 << 20;  // smaller ones are here before anybody reads "fetching"
inline constexpr Milliseconds kPlanAfter = 50ms;          // what comes together is looked at once
inline constexpr Milliseconds kAgainAfter = 1s;           // with a content that came wrong; longer each time
inline constexpr Milliseconds kDiskRetry = 30s;           // with a full disk
inline constexpr Milliseconds kExportRetry = 1s;          // of a content that was cut: somebody waits for it
inline constexpr int kFailuresPerContent = 5;             // then it waits for the next start or the user
inline constexpr std::int64_t kPieceBytes = 4 << 20;      // of an upload: lost at most when the line is cut
inline constexpr std::size_t kUploadsAtOnce = 2;          // one waits for the server while another sends
inline constexpr std::int64_t kCopyBytes = 1 << 20;       // read at once while copying
inline constexpr std::size_t kCopiesAtOnce = 2;           // of files that are added: one is noted while another is made
inline constexpr int kCopyTries = 3;                      // of a file that changes while it is copied
inline constexpr std::size_t kFilesInFolderMax = 20'000;  // of one folder that is added: more is a mistake
inline constexpr int kTextsAtOnce = 16;                   // in one transaction, and asked of one process
inline constexpr std::int64_t kTextSignsAtOnce = 1 << 20;  // stored at the latest: the core waits for it, some 0.1 s
inline constexpr int kRestWhileFetching = 3;               // times as long as it took
inline constexpr Milliseconds kTextTimeout = 60s;          // of one file
inline constexpr std::int64_t kTextBytesMax = 256 << 20;   // larger ones are not looked into
inline constexpr Milliseconds kOutsideKept = 24h * 7;      // a copy for another program, after which it is removed

}  // namespace vb::client::documents

// Limits of the services room.
#pragma once

#include <chrono>
#include <cstddef>

#include "shared/base/clock.h"

namespace vb::server::services {

using namespace std::chrono_literals;

inline constexpr double kCommandsPerSecond = 10;  // 600 a minute: nobody types that fast, an outbox may send that fast
inline constexpr double kCommandsAtOnce = 200;    // a day's outbox after the train
inline constexpr Milliseconds kAttemptWindow = 15min;       // failed sign-ins are forgotten after this
inline constexpr int kFailuresPerAccount = 10;              // a person who forgot gives up earlier
inline constexpr int kFailuresPerAddress = 100;             // a town hall behind one address
inline constexpr int kRegistrationsPerAddress = 50;         // a training day behind one address
inline constexpr std::size_t kKeysRememberedMax = 50'000;   // of a limiter: 5 MB; the oldest go first
inline constexpr std::size_t kHashesWaitingMax = 64;        // some seconds of hashing; more is answered `unavailable`
inline constexpr std::size_t kTokensPerUserMax = 20;        // devices; the one unused for longest goes
inline constexpr Milliseconds kTokenUnusedMax = 24h * 180;  // a token nobody used for half a year is no good
inline constexpr Milliseconds kTokenTouchedEvery = 24h;     // so that reading does not write
inline constexpr std::size_t kDeviceBytesMax = 120;         // name of a device
inline constexpr Milliseconds kInvitationCodeKept = 24h * 30;  // from hand to hand; after that it is forgotten
inline constexpr Milliseconds kDeletionNoticeMin = 24h * 30;   // to export what one wants to keep
inline constexpr int kCasesErasedAtOnce = 20;                  // in one transaction, with all their posts
inline constexpr int kPrunedAtOnce = 500;                      // tombstones in one transaction

inline constexpr Milliseconds kBinKept = 24h * 30;         // long enough to miss what somebody threw away
inline constexpr int kBinsEmptiedAtOnce = 20;              // documents in one transaction, with all their versions
inline constexpr Milliseconds kUploadKept = 24h * 7;       // a laptop that was closed over a week's holiday
inline constexpr int kUploadsForgottenAtOnce = 200;        // in one transaction
inline constexpr Milliseconds kContentKept = 24h;          // unused: a sweep must not race what just came in
inline constexpr std::size_t kContentsLookedAtOnce = 500;  // in one reading job

}  // namespace vb::server::services

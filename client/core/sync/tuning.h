// Limits of the sync room.
#pragma once

#include <cstddef>

#include "shared/base/clock.h"

namespace vb::client::sync {

inline constexpr Milliseconds kConnectTimeout{30'000};  // TCP, TLS, proxy and upgrade on a bad line
inline constexpr Milliseconds kWelcomeTimeout{20'000};  // opened, but nothing that speaks our protocol answers
inline constexpr Milliseconds kPingEvery{30'000};       // under the idle limit of common proxies (60 s)
inline constexpr Milliseconds kPongTimeout{15'000};     // a half-open connection after sleep is noticed within a minute
inline constexpr Milliseconds kStableAfter{30'000};     // a connection that lives this long starts the backoff anew
inline constexpr Milliseconds kRefreshEvery{15 *
                                            60'000};  // every scope: those that are not live, and pushes that were lost
inline constexpr Milliseconds kStoreRetry{20'000};    // disk full: look whether it passed
inline constexpr Milliseconds kRequestRetry{5'000};   // a failed pull without retry_after
inline constexpr Milliseconds kClockDifferenceMax{10 * 60'000};  // beyond it, times on screen mislead
inline constexpr Milliseconds kWishDelay{200};                   // changes of interest come in bunches
inline constexpr Milliseconds kWishDelayHistory{1500};           // references that come with history: not once a page
inline constexpr Milliseconds kHistoryTogether{250};    // lists fill visibly; a commit costs as much as ten pages
inline constexpr std::size_t kOfferedMax = 64;          // commands handed to the session at a time: the in-flight limit
inline constexpr std::size_t kLiveCategoriesMax = 200;  // under the 256 subscriptions of a connection
inline constexpr int kConcernedQuestionsMax = 200;      // per list: older ones are looked at every quarter of an hour
inline constexpr int kOutboxWindow = 256;               // rows looked at for the next ones to offer

}  // namespace vb::client::sync

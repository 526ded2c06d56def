// Limits of the app room, each with its reason.
#pragma once

namespace vb::client::app {

// Longest that the tour waits for the first sync.
inline constexpr int kTourPatienceMs = 120'000;
// Between going to a screen and its picture: searches in the other thread take less.
inline constexpr int kTourSettleMs = 350;

inline constexpr int kTourPdfTurns = 3;  // times to settle until a page that another process draws is there

}  // namespace vb::client::app

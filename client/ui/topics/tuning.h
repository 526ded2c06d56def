// Limits of the topics room.
#pragma once

namespace vb::client::ui {

inline constexpr int kPostsAtOnce = 6;        // added when one scrolls near an end: half of what a turn may take
inline constexpr int kPostsShownMax = 40;     // widgets at a time, however many posts there are
inline constexpr int kPostsAtStart = 18;      // a screen and something to scroll
inline constexpr int kNearEnd = 400;          // px at scale 1: then more is added
inline constexpr int kTopicsShown = 2'000;    // rows of the list
inline constexpr int kMarkDelayMs = 1'500;    // what was read and where one is, is noted when the reading pauses
inline constexpr int kUndoDeleteMs = 10'000;  // a deletion is queued after this; until then it can be undone

}  // namespace vb::client::ui

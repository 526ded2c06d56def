// Limits of the search room.
#pragma once

namespace vb::client::ui {

inline constexpr int kHitsMax = 200;          // more than anybody reads; another word narrows it
inline constexpr int kSearchMargin = 34;      // px at scale 1, beside the page
inline constexpr int kHitWidthMax = 760;      // px at scale 1: a longer line is hard to read
inline constexpr int kPersonCardWidth = 420;  // px at scale 1
inline constexpr int kSwitcherHitsMax = 40;   // asked of the search; a few of each kind are shown
inline constexpr int kSwitcherPerKind = 6;
inline constexpr int kSwitcherWidth = 560;  // px at scale 1
inline constexpr int kSwitcherRows = 10;    // in sight at once

}  // namespace vb::client::ui

// Limits of the search room.
#pragma once

namespace vb::client::ui {

inline constexpr int kHitsMax = 200;         // more than anybody reads; another word narrows it
inline constexpr int kSwitcherHitsMax = 40;  // asked of the search; a few of each kind are shown
inline constexpr int kSwitcherPerKind = 6;
inline constexpr int kSwitcherWidth = 560;  // px at scale 1
inline constexpr int kSwitcherRows = 10;    // in sight at once

}  // namespace vb::client::ui

// Limits of the shell, each with its reason.
#pragma once

namespace vb::client::ui {

// Below this width (at 100 %) the rail shows icons only: list and reader need the room.
inline constexpr int kRailCollapsesBelow = 1000;
// Below this width one pane is shown at a time.
inline constexpr int kOnePaneBelow = 720;
// Ages in words change by the minute.
inline constexpr int kAgeTickMs = 60'000;
// How many documents are coming is told twice a second: reading it at each of thousands would be felt.
inline constexpr int kDocumentsTickMs = 500;
// A problem in words stays long enough to be read twice.
inline constexpr int kToastMs = 15'000;
// What concerns one's privacy waits for somebody who looks away.
inline constexpr int kImportantToastMs = 120'000;
// Steps of "back" that are remembered.
inline constexpr int kHistoryMax = 50;

}  // namespace vb::client::ui

// Limits of the models, each with its reason. GUI thread.
#pragma once

namespace vb::client {

// Ids asked for at once: fills any screen twice, costs under a millisecond.
inline constexpr int kIdsPerPage = 400;
// Rows fetched together: one screen of 20 rows with room above and below.
inline constexpr int kRowsPerWindow = 48;
// Rows kept: a screen can be scrolled for a while without asking again, and 100,000 rows cost no memory.
inline constexpr int kRowsKeptMax = 1200;
// Changes of a busy minute are looked at together; below what a person notices.
inline constexpr int kRefreshDelayMs = 60;

}  // namespace vb::client

// Limits of the ask screen.
#pragma once

#include <chrono>

namespace vb::client::ui {

// Similar questions and suggestions follow the typing, not each key.
inline constexpr std::chrono::milliseconds kLookDelay{250};
inline constexpr int kSimilarMax = 5;        // as many as fit beside the form
inline constexpr int kSuggestionsMax = 4;    // one line of chips
inline constexpr int kFormWidthMax = 720;    // px at scale 1; a line stays readable
inline constexpr int kBesideWidthMin = 900;  // px at scale 1; below it the similar questions go under the form

}  // namespace vb::client::ui

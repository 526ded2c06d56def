// Limits of the text room, each with its reason.
#pragma once

#include <cstddef>

namespace vb::text::tuning {

inline constexpr std::size_t kWordBytesMax = 64;        // longer "words" are data; the index keeps their beginning
inline constexpr std::size_t kCompoundLettersMin = 6;   // below it a split says more about chance than about meaning
inline constexpr std::size_t kCompoundLettersMax = 48;  // the longest real ones stay below 45
inline constexpr std::size_t kGuardContextBytes = 40;   // a word that explains a number stands this near
inline constexpr std::size_t kSuggestReasonsMax = 4;    // more words than this explain nothing better

}  // namespace vb::text::tuning

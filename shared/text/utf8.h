// Reading UTF-8 that may be broken, and folding letters for comparison. Pure; never reads past the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vb::text {

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at `at`, which moves on; a byte that starts none gives kReplacement and moves by one.
char32_t nextCodePoint(std::string_view utf8, std::size_t& at);
void appendUtf8(std::string& out, char32_t codePoint);
// Lower case without diacritics; combining marks and soft hyphens add nothing.
void appendFolded(std::string& out, char32_t codePoint);
bool isCombining(char32_t codePoint);  // also soft hyphen and joiners: part of the word they stand in
bool isWordLetter(char32_t codePoint);

}  // namespace vb::text

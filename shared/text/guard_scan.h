// What the detectors of the guard share: looking at bytes around a place, and collecting findings that do not overlap.
// Used within shared/text only. Everything is bounds-checked; bytes >= 0x80 count as letters unless they are a space
// or punctuation of U+00A0, U+2000..U+206F.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/guard.h"

namespace vb::text::guard {

inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool isAsciiLetter(char c) { return isUpper(c) || (c >= 'a' && c <= 'z'); }
inline bool isAlnum(char c) { return isDigit(c) || isAsciiLetter(c); }

inline char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

// Bytes of the space (plain, no-break, thin) at i; 0 when there is none. A tab or newline is no space here.
std::size_t spaceBytes(std::string_view text, std::size_t i);
// Bytes of the hyphen or dash at i; 0 when there is none.
std::size_t dashBytes(std::string_view text, std::size_t i);
// A letter or digit, or part of a letter beyond ASCII, stands right before / at i.
bool wordBefore(std::string_view text, std::size_t i);
bool wordAt(std::string_view text, std::size_t i);
// Lower case ASCII of the bytes just before i, and from i on.
std::string contextBefore(std::string_view text, std::size_t i, std::size_t bytes);
std::string contextAfter(std::string_view text, std::size_t i, std::size_t bytes);
bool containsAny(std::string_view context, std::initializer_list<std::string_view> words);

// Digit groups with what may stand between them: "1234.56.782", "06 - 12 34 56 78".
struct Group {
  std::size_t begin;
  std::size_t end;
  char joint;  // before this group: ' ', '-', '.', '/', ')' or 0 for the first
};
// At most `max` groups, so that hostile rows of digits cost no more than their length.
std::vector<Group> digitGroups(std::string_view text, std::size_t from, std::size_t max);

class Findings {
 public:
  bool isFree(std::size_t begin, std::size_t end) const;
  void add(PersonalData kind, std::size_t begin, std::size_t end);  // ignored when something is there
  void block(std::size_t begin, std::size_t end);                   // links: nothing is found inside
  std::vector<Finding> take();                                      // by position

 private:
  std::vector<Finding> found_;
  std::vector<Finding> blocked_;  // `kind` means nothing here
};

void findLinksAndEmails(std::string_view text, Findings& findings);
void findIbans(std::string_view text, Findings& findings);
void findPhones(std::string_view text, Findings& findings);
void findBsns(std::string_view text, Findings& findings);
void findBirthDates(std::string_view text, Findings& findings);
void findAddresses(std::string_view text, Findings& findings);

}  // namespace vb::text::guard

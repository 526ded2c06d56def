// IndexWords: what a text is found by. Turns a text into the tokens of the index, and a typed word into the tokens that
// find it; both sides of one agreement. Remembers the stems of words it saw; one per thread.
//
// Tokens of a word: itself, its stem, the parts of a compound, and for each of these the first four letters with a mark
// (so that a typed beginning is one lookup); words of a title also their first one, two and three letters with another
// mark: so few letters find titles only. From five letters on FTS5's own prefix search is quick enough.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vb::client::store {

// Change it whenever the tokens of some text change: an index of another version is made again.
inline constexpr int kIndexVersion = 1;

class IndexWords {
 public:
  // Tokens of both, each once, joined by a space. Stop words have none.
  std::string tokens(std::string_view title, std::string_view body);

 private:
  struct Known {
    std::vector<std::uint32_t> anywhere;
    std::vector<std::uint32_t> inTitle;
  };
  const Known& known(const std::string& folded);
  std::uint32_t intern(std::string token);
  void append(std::string_view text, bool isTitle, std::string& out);

  std::unordered_map<std::string, Known> known_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> tokens_;
  std::vector<std::uint64_t> lastText_;  // by token: the text that had it last
  std::uint64_t text_ = 0;
};

// A folded word without its joiners: letters and digits only, so that it never is FTS5 syntax.
std::string plainToken(std::string_view folded);
// The first `letters` code points, marked; empty when there are fewer.
std::string beginningToken(std::string_view plain, int letters);
inline constexpr int kTitleBeginningLetters = 3;
inline constexpr int kBeginningLetters = 4;
int letterCount(std::string_view utf8);

}  // namespace vb::client::store

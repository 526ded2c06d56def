// QueryWords: what somebody typed, as words to look for. Whatever is typed becomes words; nothing of it is ever syntax
// of FTS5 or SQL. Pure, but for what WordForms remembers.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vb::client::store {

struct Spelling {
  std::string plain;
  std::string stem;
};
struct QueryWord {
  std::string folded;
  std::string plain;  // letters and digits
  std::string stem;
  bool isBeginning = false;       // still being typed: a beginning of a word will do
  std::vector<Spelling> spelled;  // other spellings that exist, when this one does not (a typing error)
};

// The last word is a beginning unless something follows it. Stop words are left out when others remain.
std::vector<QueryWord> queryWords(std::string_view typed);
// The expression for FTS5's MATCH: every word, in any of its forms. Tokens are letters and digits in quotes.
std::string matchExpression(const std::vector<QueryWord>& words);
// Of one word.
std::string matchExpression(const QueryWord& word);

// The forms of words as they stand in texts, remembered: finding them costs more than comparing them. One per thread.
class WordForms {
 public:
  // Its letters and digits, its stem, and the parts of a compound; of a folded word. Valid until the next call.
  const std::vector<std::string>& of(const std::string& folded);

 private:
  std::unordered_map<std::string, std::vector<std::string>> known_;
};

// As it stands in a text.
bool matches(const QueryWord& word, const std::string& foldedInText, WordForms& forms);
// Every spelling that is one swapped, missing, doubled or wrong letter away.
std::vector<std::string> oneErrorAway(const std::string& plain);

}  // namespace vb::client::store

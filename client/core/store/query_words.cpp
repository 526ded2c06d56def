#include "client/core/store/query_words.h"

#include <algorithm>
#include <set>

#include "client/core/store/index_words.h"
#include "client/core/store/tuning.h"
#include "shared/text/words.h"

namespace vb::client::store {
namespace {

void addTerm(std::string& group, const std::string& token, bool asPrefix) {
  if (token.empty()) return;
  if (!group.empty()) group += " OR ";
  group += '"' + token + '"';
  if (asPrefix) group += '*';
}

void addForms(std::string& group, const std::string& plain, const std::string& stem, bool isBeginning) {
  const int letters = letterCount(plain);
  addTerm(group, plain, isBeginning && letters > kBeginningLetters);
  if (stem != plain) addTerm(group, stem, false);
  // Few letters have a token of their own; see IndexWords.
  if (isBeginning && letters <= kBeginningLetters) addTerm(group, beginningToken(plain, letters), false);
}

}  // namespace

std::vector<QueryWord> queryWords(std::string_view typed) {
  typed = typed.substr(0, kQueryBytesMax);
  std::vector<QueryWord> words;
  const auto cut = text::cutWords(typed);
  for (std::size_t at = 0; at < cut.size() && words.size() < kQueryWordsMax; ++at) {
    QueryWord word;
    word.folded = cut[at].folded;
    word.plain = plainToken(word.folded);
    word.stem = plainToken(text::stem(word.folded));
    word.isBeginning = at + 1 == cut.size() && cut[at].end == typed.size();
    if (!word.plain.empty()) words.push_back(std::move(word));
  }
  const auto isStop = [](const QueryWord& word) { return text::isStopWord(word.folded); };
  const auto others = std::count_if(words.begin(), words.end(), [&](const QueryWord& word) { return !isStop(word); });
  if (others > 0) std::erase_if(words, isStop);
  return words;
}

std::string matchExpression(const QueryWord& word) {
  std::string group;
  if (word.spelled.empty()) {
    addForms(group, word.plain, word.stem, word.isBeginning);
  } else {
    for (const auto& spelling : word.spelled) addForms(group, spelling.plain, spelling.stem, word.isBeginning);
  }
  return '(' + group + ')';
}

std::string matchExpression(const std::vector<QueryWord>& words) {
  std::string expression;
  for (const auto& word : words) {
    if (!expression.empty()) expression += " AND ";
    expression += matchExpression(word);
  }
  return expression;
}

const std::vector<std::string>& WordForms::of(const std::string& folded) {
  if (const auto found = known_.find(folded); found != known_.end()) return found->second;
  if (known_.size() > kKnownWordsMax) known_.clear();
  std::vector<std::string> forms = {plainToken(folded), plainToken(text::stem(folded))};
  for (const auto& part : text::compoundParts(folded)) forms.push_back(plainToken(part));
  return known_.emplace(folded, std::move(forms)).first->second;
}

bool matches(const QueryWord& word, const std::string& foldedInText, WordForms& forms) {
  const auto& inText = forms.of(foldedInText);
  const auto fits = [&](const std::string& plain, const std::string& stem) {
    return std::any_of(inText.begin(), inText.end(), [&](const std::string& form) {
      return form == plain || form == stem || (word.isBeginning && form.starts_with(plain));
    });
  };
  if (word.spelled.empty()) return fits(word.plain, word.stem);
  return std::any_of(word.spelled.begin(), word.spelled.end(),
                     [&](const Spelling& spelling) { return fits(spelling.plain, spelling.stem); });
}

std::vector<std::string> oneErrorAway(const std::string& plain) {
  std::set<std::string> found;
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  // Only for words of plain letters: the position of a byte is that of a letter then.
  if (std::any_of(plain.begin(), plain.end(), [](char c) { return (c & 0x80) != 0; })) return {};
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    if (at + 1 < plain.size()) {
      std::string swapped = plain;
      std::swap(swapped[at], swapped[at + 1]);
      found.insert(std::move(swapped));
    }
    if (at < plain.size()) found.insert(plain.substr(0, at) + plain.substr(at + 1));
    for (const char letter : letters) {
      found.insert(plain.substr(0, at) + letter + plain.substr(at));
      if (at < plain.size()) found.insert(plain.substr(0, at) + letter + plain.substr(at + 1));
    }
  }
  found.erase(plain);
  return {found.begin(), found.end()};
}

}  // namespace vb::client::store

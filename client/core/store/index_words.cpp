#include "client/core/store/index_words.h"

#include <algorithm>

#include "client/core/store/tuning.h"
#include "shared/text/words.h"

namespace vb::client::store {
namespace {

// Two signs that no word holds; FTS5's ascii tokenizer takes every byte above 127 as a letter.
constexpr std::string_view kTitleMark = "\xC2\xB9";
constexpr std::string_view kTextMark = "\xC2\xB2";

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

int letterCount(std::string_view utf8) {
  return static_cast<int>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return !isContinuation(c); }));
}

std::string plainToken(std::string_view folded) {
  std::string plain;
  plain.reserve(folded.size());
  for (const char c : folded) {
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (isLetter) plain.push_back(c);
  }
  std::size_t end = std::min(plain.size(), kWordBytesMax);
  while (end < plain.size() && isContinuation(plain[end])) --end;
  plain.resize(end);
  return plain;
}

std::string beginningToken(std::string_view plain, int letters) {
  std::size_t end = 0;
  for (int seen = 0; end < plain.size(); ++end) {
    if (isContinuation(plain[end])) continue;
    if (seen == letters) break;
    ++seen;
  }
  if (letterCount(plain.substr(0, end)) < letters) return {};
  std::string token(letters <= kTitleBeginningLetters ? kTitleMark : kTextMark);
  token += plain.substr(0, end);
  return token;
}

std::uint32_t IndexWords::intern(std::string token) {
  const auto [found, isNew] = numbers_.try_emplace(std::move(token), static_cast<std::uint32_t>(tokens_.size()));
  if (isNew) {
    tokens_.push_back(found->first);
    lastText_.push_back(0);
  }
  return found->second;
}

const IndexWords::Known& IndexWords::known(const std::string& folded) {
  if (const auto found = known_.find(folded); found != known_.end()) return found->second;
  Known made;
  if (!text::isStopWord(folded)) {
    std::vector<std::string> forms = {plainToken(folded), plainToken(text::stem(folded))};
    for (const auto& part : text::compoundParts(folded)) forms.push_back(plainToken(part));
    // "wijk-team" is found as "wijkteam", as "wijk" and as "team".
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find_first_of("-'", begin), folded.size());
      if (end - begin >= 2 && end - begin < folded.size()) {
        forms.push_back(plainToken(folded.substr(begin, end - begin)));
        forms.push_back(plainToken(text::stem(folded.substr(begin, end - begin))));
      }
      begin = end + 1;
    }
    const auto add = [](std::vector<std::uint32_t>& into, std::uint32_t number) {
      if (std::find(into.begin(), into.end(), number) == into.end()) into.push_back(number);
    };
    for (const auto& form : forms) {
      if (form.empty()) continue;
      add(made.anywhere, intern(form));
      if (auto beginning = beginningToken(form, kBeginningLetters); !beginning.empty())
        add(made.anywhere, intern(std::move(beginning)));
    }
    for (int letters = 1; letters <= kTitleBeginningLetters; ++letters)
      if (auto beginning = beginningToken(forms.front(), letters); !beginning.empty())
        add(made.inTitle, intern(std::move(beginning)));
  }
  return known_.emplace(folded, std::move(made)).first->second;
}

void IndexWords::append(std::string_view text, bool isTitle, std::string& out) {
  std::size_t count = 0;
  for (const auto& word : text::cutWords(text)) {
    if (++count > kWordsPerTextMax) break;
    const auto& tokens = known(word.folded);
    const auto take = [&](std::uint32_t number) {
      if (lastText_[number] == text_) return;
      lastText_[number] = text_;
      if (!out.empty()) out.push_back(' ');
      out += tokens_[number];
    };
    for (const auto number : tokens.anywhere) take(number);
    if (isTitle)
      for (const auto number : tokens.inTitle) take(number);
  }
}

std::string IndexWords::tokens(std::string_view title, std::string_view body) {
  if (known_.size() > kKnownWordsMax) {
    known_.clear();
    numbers_.clear();
    tokens_.clear();
    lastText_.clear();
  }
  ++text_;
  std::string out;
  append(title, true, out);
  append(body, false, out);
  return out;
}

}  // namespace vb::client::store

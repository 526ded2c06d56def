#include "client/core/store/snippet.h"

#include <algorithm>

#include "client/core/store/tuning.h"
#include "shared/text/words.h"

namespace vb::client::store {
namespace {

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Signs that only format; what stands between them stays.
bool isMarkdown(char c) {
  return c == '*' || c == '_' || c == '`' || c == '#' || c == '>' || c == '[' || c == ']' || c == '|';
}

bool isAny(const std::vector<QueryWord>& words, const std::string& folded, WordForms& forms) {
  return std::any_of(words.begin(), words.end(), [&](const QueryWord& word) { return matches(word, folded, forms); });
}

// One line of [begin, end) with the marks in it.
Snippet line(std::string_view text, std::size_t begin, std::size_t end,
             const std::vector<std::pair<std::size_t, std::size_t>>& hits) {
  Snippet made;
  std::size_t hit = 0;
  std::string run;
  const auto flush = [&] {
    made.text += QString::fromUtf8(run.data(), static_cast<qsizetype>(run.size()));
    run.clear();
  };
  int markedFrom = -1;
  for (std::size_t at = begin; at < end; ++at) {
    while (hit < hits.size() && hits[hit].second <= at && markedFrom < 0) ++hit;
    if (hit < hits.size() && at == hits[hit].first) {
      flush();
      markedFrom = static_cast<int>(made.text.size());
    }
    const char c = text[at];
    const bool isSpace = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (isSpace) {
      const bool doubled =
          run.empty() ? made.text.isEmpty() || made.text.endsWith(QLatin1Char(' ')) : run.back() == ' ';
      if (!doubled) run.push_back(' ');
    } else if (!isMarkdown(c) || markedFrom >= 0) {
      run.push_back(c);
    }
    if (markedFrom >= 0 && (at + 1 == hits[hit].second || at + 1 == end)) {
      flush();
      made.marks.append({markedFrom, static_cast<int>(made.text.size()) - markedFrom});
      markedFrom = -1;
      ++hit;
    }
  }
  flush();
  return made;
}

std::vector<std::pair<std::size_t, std::size_t>> hitsIn(std::string_view text, const std::vector<QueryWord>& words,
                                                        WordForms& forms, std::size_t reach) {
  std::vector<std::pair<std::size_t, std::size_t>> hits;
  for (const auto& word : text::cutWords(text)) {
    if (!hits.empty() && word.begin > hits.front().first + reach) break;
    if (isAny(words, word.folded, forms)) hits.emplace_back(word.begin, word.end);
  }
  return hits;
}

}  // namespace

Snippet marked(std::string_view title, const std::vector<QueryWord>& words, WordForms& forms) {
  return line(title, 0, title.size(), hitsIn(title, words, forms, title.size()));
}

Snippet snippet(std::string_view body, const std::vector<QueryWord>& words, WordForms& forms) {
  constexpr auto kLength = static_cast<std::size_t>(kSnippetChars);
  const auto hits = hitsIn(body, words, forms, kLength);
  // A third before the first hit, the rest after it; whole words and whole characters.
  const std::size_t first = hits.empty() ? 0 : hits.front().first;
  std::size_t begin = first > kLength / 3 ? first - kLength / 3 : 0;
  while (begin > 0 && begin < first && body[begin - 1] != ' ' && body[begin - 1] != '\n') ++begin;
  std::size_t end = std::min(body.size(), begin + kLength);
  while (end < body.size() && end > begin && isContinuation(body[end])) --end;
  if (const auto gap = body.find_last_of(" \n", end); end < body.size() && gap != body.npos && gap > first) end = gap;
  auto made = line(body, begin, end, hits);
  if (end < body.size()) made.text += QChar(0x2026);
  if (begin > 0) {
    made.text.prepend(QChar(0x2026));
    for (auto& mark : made.marks) ++mark.first;
  }
  return made;
}

bool holdsAll(std::string_view text, const std::vector<QueryWord>& words, WordForms& forms) {
  const auto cut = text::cutWords(text);
  return std::all_of(words.begin(), words.end(), [&](const QueryWord& word) {
    return std::any_of(cut.begin(), cut.end(), [&](const text::Word& one) { return matches(word, one.folded, forms); });
  });
}

}  // namespace vb::client::store

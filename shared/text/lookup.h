// Read-only tables over the vocabulary's lists, built once on first use. Views into static text; thread-safe after
// that.
#pragma once

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace vb::text {

template <class Each>
void eachWord(std::string_view list, Each each) {
  for (std::size_t at = 0; at < list.size();) {
    std::size_t end = list.find(' ', at);
    if (end == std::string_view::npos) end = list.size();
    if (end > at) each(list.substr(at, end - at));
    at = end + 1;
  }
}

using WordSet = std::unordered_set<std::string_view>;
using WordMap = std::unordered_map<std::string_view, std::string_view>;

inline WordSet wordSet(std::string_view list) {
  WordSet set;
  eachWord(list, [&set](std::string_view word) { set.insert(word); });
  return set;
}
inline std::pair<std::string_view, std::string_view> splitPair(std::string_view pair) {
  const std::size_t colon = pair.find(':');
  return {pair.substr(0, colon), pair.substr(colon + 1)};
}
inline WordMap wordMap(std::string_view list) {
  WordMap map;
  eachWord(list, [&map](std::string_view pair) { map.insert(splitPair(pair)); });
  return map;
}

// Buckets by two letters: a few comparisons instead of a hash for every possible length.
template <class Entry>
class LetterPairs {
 public:
  void add(char first, char second, Entry entry) { buckets_[slot(first, second)].push_back(std::move(entry)); }
  const std::vector<Entry>& find(char first, char second) const { return buckets_[slot(first, second)]; }

 private:
  static std::size_t slot(char first, char second) {
    const auto index = [](char letter) {
      return letter >= 'a' && letter <= 'z' ? std::size_t(letter - 'a') : std::size_t{26};
    };
    return index(first) * 27 + index(second);
  }
  std::array<std::vector<Entry>, 27 * 27> buckets_;
};

}  // namespace vb::text

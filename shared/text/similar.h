// Similar questions and category suggestion, from words alone; no model, no network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"

namespace vb::text {

// The words of a draft that carry meaning, as stems, the rarest-looking first, at most `max`: what a similar-questions
// query asks the index for.
std::vector<std::string> queryStems(std::string_view title, std::string_view body, std::size_t max = 12);
// 0..1: how alike two texts are (weighted overlap of stems).
double similarity(std::string_view a, std::string_view b);

struct CategoryWords {
  CategoryId id;
  std::string name;
  std::vector<std::string> words;  // operator's list, any case
};
struct Suggestion {
  CategoryId id;
  double score;
  std::vector<std::string> because;  // words of the draft, as written, that led to it
};
// Best first; only those with a reason; at most `max`.
std::vector<Suggestion> suggestCategories(std::string_view title, std::string_view body,
                                          const std::vector<CategoryWords>& categories, std::size_t max = 4);

}  // namespace vb::text

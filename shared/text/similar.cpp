#include "shared/text/similar.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "shared/text/tuning.h"
#include "shared/text/words.h"

namespace vb::text {
namespace {

bool isNumber(std::string_view folded) { return folded.find_first_not_of("0123456789.-") == std::string_view::npos; }
bool carriesMeaning(const Word& word) {
  return word.folded.size() >= 2 && !isStopWord(word.folded) && !isNumber(word.folded);
}

// Long words are rare words: without counting a corpus, the length of a stem says most about how much it tells.
double weightOf(std::string_view stem) {
  return 1.0 + static_cast<double>(std::min<std::size_t>(stem.size(), 16)) / 4.0;
}

constexpr double kTitleFactor = 2.0;  // the title is what the asker thinks it is about
constexpr double kPartFactor = 0.5;   // part of a compound: related, not the same

using Weights = std::unordered_map<std::string, double>;

void raise(Weights& weights, const std::string& stem, double weight) {
  double& kept = weights[stem];
  kept = std::max(kept, weight);
}

Weights weigh(std::string_view text, double factor, bool withParts) {
  Weights weights;
  for (const Word& word : cutWords(text)) {
    if (!carriesMeaning(word)) continue;
    const std::string own = stem(word.folded);
    raise(weights, own, weightOf(own) * factor);
    if (!withParts) continue;
    for (const std::string& part : compoundParts(word.folded))
      raise(weights, part, weightOf(part) * factor * kPartFactor);
  }
  return weights;
}

// The draft's words, by stem: how much each counts, and how it was written.
struct Heard {
  double weight;
  std::string written;
};
using Draft = std::unordered_map<std::string, Heard>;

void hear(Draft& draft, std::string_view text, double factor) {
  const auto note = [&draft](const std::string& stem, double weight, std::string_view written) {
    const auto [entry, fresh] = draft.try_emplace(stem, Heard{weight, std::string(written)});
    if (!fresh && weight > entry->second.weight) entry->second = {weight, std::string(written)};
  };
  for (const Word& word : cutWords(text)) {
    if (!carriesMeaning(word)) continue;
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    note(stem(word.folded), factor, written);
    for (const std::string& part : compoundParts(word.folded)) note(part, factor * kPartFactor, written);
  }
}

// One term of a category: a word, or several that must all be there ("beschermd wonen").
std::vector<std::string> termStems(std::string_view term) {
  std::vector<std::string> stems;
  for (const Word& word : cutWords(term)) {
    if (!isStopWord(word.folded)) stems.push_back(stem(word.folded));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

struct Term {
  std::vector<std::string> stems;
  double weight = 1.0;
};
std::vector<Term> termsOf(const CategoryWords& category) {
  std::vector<Term> terms;
  for (const std::string& word : category.words) terms.push_back({termStems(word), 1.0});
  // A name is "Schulden en geldzorgen": each of its words counts by itself.
  for (const Word& word : cutWords(category.name)) {
    if (!isStopWord(word.folded)) terms.push_back({{stem(word.folded)}, 1.0});
  }
  std::erase_if(terms, [](const Term& term) { return term.stems.empty(); });
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.stems < b.stems; });
  terms.erase(std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.stems == b.stems; }),
              terms.end());
  return terms;
}

std::string keyOf(const Term& term) {
  std::string key;
  for (const std::string& stem : term.stems) key += stem + ' ';
  return key;
}

}  // namespace

std::vector<std::string> queryStems(std::string_view title, std::string_view body, std::size_t max) {
  Weights weights = weigh(title, kTitleFactor, false);
  for (const auto& [stem, weight] : weigh(body, 1.0, false)) raise(weights, stem, weight);
  std::vector<std::pair<std::string, double>> ranked(weights.begin(), weights.end());
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (ranked.size() > max) ranked.resize(max);
  std::vector<std::string> stems;
  for (auto& [stem, weight] : ranked) stems.push_back(std::move(stem));
  return stems;
}

double similarity(std::string_view a, std::string_view b) {
  const Weights left = weigh(a, 1.0, true);
  const Weights right = weigh(b, 1.0, true);
  double common = 0.0;
  double all = 0.0;
  for (const auto& [stem, weight] : left) {
    all += weight;
    if (const auto found = right.find(stem); found != right.end()) common += std::min(weight, found->second) * 2.0;
  }
  for (const auto& [stem, weight] : right) all += weight;
  return all > 0.0 ? std::min(common / all, 1.0) : 0.0;
}

std::vector<Suggestion> suggestCategories(std::string_view title, std::string_view body,
                                          const std::vector<CategoryWords>& categories, std::size_t max) {
  Draft draft;
  hear(draft, title, kTitleFactor);
  hear(draft, body, 1.0);
  std::vector<std::vector<Term>> terms;
  std::unordered_map<std::string, int> holders;  // a word that points to many categories points to none
  for (const CategoryWords& category : categories) {
    terms.push_back(termsOf(category));
    for (const Term& term : terms.back()) ++holders[keyOf(term)];
  }

  std::vector<Suggestion> suggestions;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    Suggestion suggestion{categories[i].id, 0.0, {}};
    std::vector<std::pair<double, std::string>> reasons;
    for (const Term& term : terms[i]) {
      double weakest = kTitleFactor;
      const auto heard = [&draft, &weakest](const std::string& stem) {
        const auto found = draft.find(stem);
        if (found != draft.end()) weakest = std::min(weakest, found->second.weight);
        return found != draft.end();
      };
      if (!std::all_of(term.stems.begin(), term.stems.end(), heard)) continue;
      // A term of several words is a stronger hint than any one of them.
      const double gain = term.weight * weakest * static_cast<double>(term.stems.size()) / holders[keyOf(term)];
      suggestion.score += gain;
      for (const std::string& stem : term.stems) reasons.emplace_back(gain, draft.at(stem).written);
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [gain, word] : reasons) {
      const bool known =
          std::find(suggestion.because.begin(), suggestion.because.end(), word) != suggestion.because.end();
      if (!known && suggestion.because.size() < tuning::kSuggestReasonsMax) suggestion.because.push_back(word);
    }
    if (!suggestion.because.empty()) suggestions.push_back(std::move(suggestion));
  }
  std::stable_sort(suggestions.begin(), suggestions.end(),
                   [](const Suggestion& a, const Suggestion& b) { return a.score > b.score; });
  if (suggestions.size() > max) suggestions.resize(max);
  return suggestions;
}

}  // namespace vb::text

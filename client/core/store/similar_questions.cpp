#include <algorithm>
#include <map>

#include "client/core/store/index_words.h"
#include "client/core/store/search.h"
#include "client/core/store/tuning.h"
#include "shared/domain/fields.h"
#include "shared/text/similar.h"

namespace vb::client::store {
namespace {

constexpr std::size_t kStemsMax = 10;
constexpr std::size_t kPairStems = 6;  // 15 pairs: two shared words say more than one
constexpr int kPerExpression = 25;
constexpr double kLikeEnough = 0.12;  // below it the words are shared by chance

}  // namespace

std::vector<QuestionFacts> Search::similar(const std::string& title, const std::string& body, int limit) {
  std::vector<std::string> stems;
  for (const auto& stem : text::queryStems(title, body, kStemsMax))
    if (auto token = plainToken(stem); !token.empty()) stems.push_back(std::move(token));

  // Candidates: the newest texts that share a word, and those that share two.
  std::map<QuestionId, int> shared;
  const auto collect = [&](const std::string& expression, int weight) {
    auto rows = texts_.query(expression, kPerExpression);
    while (rows.next()) {
      const auto found = textAt(rows.number(0));
      if (!found) continue;
      if (found->kind == kinds::kQuestion) {
        shared[QuestionId{found->id}] += weight;
      } else if (found->kind == kinds::kAnswer) {
        if (const auto answer = fromJsonText<Answer>(found->body)) shared[answer->questionId] += weight;
      }
    }
  };
  for (std::size_t one = 0; one < stems.size(); ++one) {
    collect('"' + stems[one] + '"', 1);
    for (std::size_t two = one + 1; two < std::min(stems.size(), kPairStems); ++two)
      collect('"' + stems[one] + "\" AND \"" + stems[two] + '"', 3);
  }
  std::vector<std::pair<int, QuestionId>> candidates;
  for (const auto& [id, weight] : shared) candidates.emplace_back(weight, id);
  std::sort(candidates.rbegin(), candidates.rend());
  if (candidates.size() > static_cast<std::size_t>(kSimilarCandidates)) candidates.resize(kSimilarCandidates);

  const std::string draft = title + '\n' + body;
  std::vector<std::pair<double, QuestionFacts>> scored;
  for (const auto& [weight, id] : candidates) {
    auto facts = lists_.facts(id);
    if (!facts || facts->answers == 0 || facts->rid == 0) continue;
    const double likeness = text::similarity(draft, facts->title + '\n' + questionBody(facts->rid));
    if (likeness >= kLikeEnough) scored.emplace_back(likeness, std::move(*facts));
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<QuestionFacts> best;
  for (auto& [likeness, facts] : scored)
    if (static_cast<int>(best.size()) < limit) best.push_back(std::move(facts));
  return best;
}

std::string Search::questionBody(std::int64_t rid) {
  auto rows = bodyAt_.query(rid);
  if (!rows.next()) return {};
  const auto question = fromJsonText<Question>(rows.bytes(0));
  return question ? question->body : std::string();
}

}  // namespace vb::client::store

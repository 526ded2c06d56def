#include <algorithm>

#include "client/core/store/projectors.h"

namespace vb::client::store {
namespace {

std::string packed(const std::vector<CategoryId>& categories) {
  std::string bytes;
  for (const auto& category : categories) bytes += bytesOf(category.uuid);
  return bytes;
}

void addOnce(std::vector<CategoryId>& list, CategoryId category) {
  if (std::find(list.begin(), list.end(), category) == list.end()) list.push_back(category);
}

// The row of a question: from its record, or while that is not here, from a reference; its categories are those of
// both (the ladder adds references that the question does not name).
class QuestionRows {
 public:
  QuestionRows(Connection& connection, QuestionTotals& totals, Changes& changes)
      : totals_(totals),
        changes_(changes),
        insert_(connection,
                "INSERT OR REPLACE INTO question (id, rid, author, categories, asked_at, activity_at, closed, "
                "asked_seq, title)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8)"),
        remove_(connection, "DELETE FROM question WHERE id = ?"),
        homeRecord_(
            connection,
            "SELECT record.body FROM question JOIN record USING (rid) WHERE question.id = ? AND question.rid > 0"),
        setCategories_(connection, "UPDATE question SET categories = ?2 WHERE id = ?1"),
        refs_(connection,
              "SELECT category, body FROM question_ref JOIN record USING (rid) WHERE question_ref.question = ?") {}

  void putHome(QuestionId id, std::int64_t rid, const Question& question) {
    totals_.touch(id);
    if (question.authorId != totals_.user() && !totals_.wasHere(id)) Arrivals::note(changes_.arrivals.questions, id);
    auto categories = question.categoryIds;
    for (const auto& [category, ref] : refs(id)) addOnce(categories, category);
    insert_.run(id, rid, question.authorId, Blob{packed(categories)}, question.askedAt.time_since_epoch().count(),
                question.state == QuestionState::closed, question.askedSeq, question.title);
  }

  void removeHome(QuestionId id) {
    totals_.touch(id);
    remove_.run(id);
    fromRefs(id);
  }

  // References of this question changed.
  void refsChanged(QuestionId id, bool isArrival) {
    if (isArrival && !totals_.wasHere(id)) Arrivals::note(changes_.arrivals.questions, id);
    std::optional<std::vector<CategoryId>> own;
    {
      auto rows = homeRecord_.query(id);
      json::value body;
      if (rows.next() && parse(rows.bytes(0), body))
        if (auto question = fromJson<Question>(body.get_object())) own = question->categoryIds;
    }
    if (!own) return fromRefs(id);
    for (const auto& [category, ref] : refs(id)) addOnce(*own, category);
    setCategories_.run(id, Blob{packed(*own)});
  }

 private:
  static bool parse(std::string_view text, json::value& into) {
    json::error_code failed;
    into = json::parse(json::string_view(text.data(), text.size()), failed);
    return !failed && into.is_object();
  }

  std::vector<std::pair<CategoryId, QuestionRef>> refs(QuestionId id) {
    std::vector<std::pair<CategoryId, QuestionRef>> found;
    auto rows = refs_.query(id);
    while (rows.next()) {
      json::value body;
      if (!parse(rows.bytes(1), body)) continue;
      if (auto ref = fromJson<QuestionRef>(body.get_object()))
        found.emplace_back(CategoryId{rows.uuid(0)}, std::move(*ref));
    }
    return found;
  }

  void fromRefs(QuestionId id) {
    const auto found = refs(id);
    if (found.empty()) {
      remove_.run(id);
      return;
    }
    const auto& ref = found.front().second;
    std::vector<CategoryId> categories;
    if (!ref.homeCategoryId.isNil()) categories.push_back(ref.homeCategoryId);
    for (const auto& [category, other] : found) addOnce(categories, category);
    insert_.run(id, 0, ref.authorId, Blob{packed(categories)}, ref.askedAt.time_since_epoch().count(), false, 0,
                ref.title);
  }

  QuestionTotals& totals_;
  Changes& changes_;
  Statement insert_;
  Statement remove_;
  Statement homeRecord_;
  Statement setCategories_;
  Statement refs_;
};

class QuestionProjector : public Projector {
 public:
  QuestionProjector(Connection& connection, QuestionTotals& totals, Changes& changes)
      : rows_(connection, totals, changes) {}

  void put(const Projected& record) override {
    const auto id = QuestionId::parse(record.id);
    const auto question = fromJson<Question>(record.body);
    if (!id || !question || question->categoryIds.empty()) return;
    rows_.putHome(*id, record.rid, *question);
  }

  void remove(const Projected& record) override {
    if (const auto id = QuestionId::parse(record.id)) rows_.removeHome(*id);
  }

 private:
  QuestionRows rows_;
};

class QuestionRefProjector : public Projector {
 public:
  QuestionRefProjector(Connection& connection, QuestionTotals& totals, Changes& changes)
      : totals_(totals),
        rows_(connection, totals, changes),
        insert_(connection,
                "INSERT OR REPLACE INTO question_ref (question, category, asked_seq, rid) VALUES (?, ?, ?, ?)"),
        remove_(connection, "DELETE FROM question_ref WHERE question = ? AND category = ?") {}

  void put(const Projected& record) override {
    const auto id = QuestionId::parse(record.id);
    const auto ref = fromJson<QuestionRef>(record.body);
    if (!id || !ref || record.category.isNil()) return;
    totals_.touch(*id);
    insert_.run(*id, record.category, ref->askedSeq, record.rid);
    rows_.refsChanged(*id, ref->authorId != totals_.user());
  }

  void remove(const Projected& record) override {
    const auto id = QuestionId::parse(record.id);
    if (!id) return;
    totals_.touch(*id);
    remove_.run(*id, record.category);
    rows_.refsChanged(*id, false);
  }

 private:
  QuestionTotals& totals_;
  QuestionRows rows_;
  Statement insert_;
  Statement remove_;
};

}  // namespace

std::unique_ptr<Projector> createQuestionProjector(Connection& connection, QuestionTotals& totals, Changes& changes) {
  return std::make_unique<QuestionProjector>(connection, totals, changes);
}

std::unique_ptr<Projector> createQuestionRefProjector(Connection& connection, QuestionTotals& totals,
                                                      Changes& changes) {
  return std::make_unique<QuestionRefProjector>(connection, totals, changes);
}

}  // namespace vb::client::store

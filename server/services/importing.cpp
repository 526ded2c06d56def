#include "server/services/importing.h"

#include <optional>
#include <utility>

#include "server/services/catalogue.h"
#include "server/services/changes.h"
#include "server/services/people.h"
#include "server/services/tuning.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::server::services {
namespace {

// One batch in one job; stops at the first row that may not be.
class Importing {
 public:
  explicit Importing(Changes& changes) : changes_(changes) {}

  Result<ImportedCounts> run(const ImportBatch& batch) {
    for (const auto& [id, category] : batch.categories)
      count(putIfOther(changes_, Scope::directory(), kinds::kCategory, id.text(), "", toJson(category)));
    for (const auto& [id, profile] : batch.people) putPerson(id, profile);
    for (const auto& [user, category] : batch.expertise)
      if (auto put = putExpertise(user, category); !put) return put.error();
    for (const auto& [id, question] : batch.questions)
      if (auto put = putQuestion(id, question); !put) return put.error();
    for (const auto& row : batch.answers)
      if (auto put = putAnswer(row); !put) return put.error();
    for (const auto& row : batch.comments)
      if (auto put = putComment(row); !put) return put.error();
    for (const auto& row : batch.thanks)
      if (auto put = putThanks(row); !put) return put.error();
    return counts_;
  }

 private:
  void count(bool written) { ++(written ? counts_.written : counts_.unchanged); }

  void putPerson(UserId id, const Profile& profile) {
    if (std::as_const(changes_.tables()).accounts().find(id)) return count(false);
    auto seen = profile;
    seen.imported = true;
    count(putIfOther(changes_, Scope::directory(), kinds::kProfile, id.text(), "", toJson(seen)));
  }

  Result<void> putExpertise(UserId user, CategoryId category) {
    if (!findCategory(changes_.tables(), category) || !std::as_const(changes_.tables()).accounts().find(user))
      return fail(ErrorCode::badField, user.text());
    count(switchExpertise(changes_, user, category, true));
    return {};
  }

  Result<void> putQuestion(QuestionId id, Question question) {
    const AskQuestion asking{id, question.title, question.body, question.categoryIds, true};
    if (auto valid = validate(asking); !valid) return fail(valid.error().code, id.text());
    for (const auto category : question.categoryIds)
      if (!findCategory(changes_.tables(), category)) return fail(ErrorCode::badField, id.text());
    keepHome(id, question);
    const auto home = Scope::category(question.categoryIds.front());
    if (const auto stored = changes_.find(home, kinds::kQuestion, id.text())) {
      const auto known = readBody<Question>(*stored);
      question.askedSeq = known.askedSeq;
      question.routedTo = known.routedTo;
    } else {
      question.askedSeq = changes_.nextSeq(home);
      question.routedTo = std::as_const(changes_.tables()).experts().count(question.categoryIds, question.authorId);
    }
    count(putIfOther(changes_, home, kinds::kQuestion, id.text(), "", toJson(question)));
    for (std::size_t i = 1; i < question.categoryIds.size(); ++i) putRef(id, question, question.categoryIds[i]);
    return {};
  }

  // The home stays what it is, as the first of the categories.
  void keepHome(QuestionId id, Question& question) const {
    auto& categories = question.categoryIds;
    const auto home = storedHome(id);
    if (!home || *home == categories.front()) return;
    std::erase(categories, *home);
    categories.insert(categories.begin(), *home);
    if (categories.size() > limits::kCategoriesPerQuestionMax) categories.pop_back();
  }

  std::optional<CategoryId> storedHome(QuestionId id) const {
    const auto scope = std::as_const(changes_.tables()).records().homeOf(kinds::kQuestion, id.text());
    return scope ? std::optional(CategoryId{scope->id()}) : std::nullopt;
  }

  void putRef(QuestionId id, const Question& question, CategoryId category) {
    const auto scope = Scope::category(category);
    const auto stored = changes_.find(scope, kinds::kQuestionRef, id.text());
    const Seq askedSeq = stored ? readBody<QuestionRef>(*stored).askedSeq : changes_.nextSeq(scope);
    count(putIfOther(changes_, scope, kinds::kQuestionRef, id.text(), "",
                     toJson(QuestionRef{id, question.categoryIds.front(), question.title, question.authorId,
                                        question.askedAt, askedSeq})));
  }

  Result<void> putAnswer(const ImportedAnswer& row) {
    const PostAnswer posting{row.id, row.answer.questionId, row.home, row.answer.body, row.answer.sources, true};
    if (auto valid = validate(posting); !valid) return fail(valid.error().code, row.id.text());
    const auto stored = storedHome(row.answer.questionId);
    if (!stored) return fail(ErrorCode::badField, row.id.text());
    const auto home = Scope::category(*stored);
    const auto about = row.answer.questionId.text();
    count(putIfOther(changes_, home, kinds::kAnswer, row.id.text(), about, toJson(row.answer)));
    if (row.accepted)
      count(putIfOther(changes_, home, kinds::kHelpful, row.id.text(), about,
                       toJson(Helpful{row.answer.questionId, row.id, row.answer.postedAt})));
    return {};
  }

  Result<void> putComment(const ImportedComment& row) {
    const auto& comment = row.comment;
    const PostComment posting{row.id, comment.questionId, row.home, comment.parentId, comment.body, true};
    if (auto valid = validate(posting); !valid) return fail(valid.error().code, row.id.text());
    const auto stored = storedHome(comment.questionId);
    if (!stored) return fail(ErrorCode::badField, row.id.text());
    const auto home = Scope::category(*stored);
    const bool isUnderAnswer = changes_.find(home, kinds::kAnswer, comment.parentId).has_value();
    if (!isUnderAnswer && comment.parentId != comment.questionId.text())
      return fail(ErrorCode::badField, row.id.text());
    count(putIfOther(changes_, home, kinds::kComment, row.id.text(), comment.questionId.text(), toJson(comment)));
    return {};
  }

  Result<void> putThanks(const ImportedThanks& row) {
    const auto id = row.thanks.answerId.text() + "." + row.thanks.userId.text();
    const auto home = Scope::category(storedHome(row.thanks.questionId).value_or(row.home));
    if (!changes_.find(home, kinds::kAnswer, row.thanks.answerId.text())) return fail(ErrorCode::badField, id);
    count(putIfOther(changes_, home, kinds::kThanks, id, row.thanks.questionId.text(), toJson(row.thanks)));
    return {};
  }

  Changes& changes_;
  ImportedCounts counts_;
};

}  // namespace

Result<ImportedCounts> importBatch(storage::Tables& tables, const ImportBatch& batch) {
  Changes changes(tables, {}, batch.at);
  return Importing(changes).run(batch);
}

void importBatch(storage::Storage& storage, ImportBatch batch, std::function<void(Result<ImportedCounts>)> done) {
  storage::writeValue<ImportedCounts>(
      storage, [batch = std::move(batch)](storage::Tables& tables) { return importBatch(tables, batch); },
      std::move(done));
}

void pruneTombstones(storage::Storage& storage, Timestamp before, std::function<void(Result<int>)> done) {
  storage::writeValue<int>(
      storage,
      [before](storage::Tables& tables) -> Result<int> {
        return tables.records().pruneTombstones(before, kPrunedAtOnce);
      },
      [&storage, before, done = std::move(done)](Result<int> pruned) {
        if (!pruned || *pruned < kPrunedAtOnce) return done(std::move(pruned));
        pruneTombstones(storage, before, [done, first = *pruned](Result<int> rest) {
          done(rest ? Result<int>(first + *rest) : std::move(rest));
        });
      });
}

}  // namespace vb::server::services

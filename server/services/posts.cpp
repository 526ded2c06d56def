// Asking, answering, commenting.
#include "server/services/catalogue.h"
#include "server/services/effects.h"

namespace vb::server::services {
namespace {

Result<void> checkCategories(const Changes& changes, const std::vector<CategoryId>& categories) {
  for (const auto id : categories) {
    const auto category = findCategory(changes.tables(), id);
    if (!category) return fail(ErrorCode::notFound, "category_ids");
    if (category->archived) return fail(ErrorCode::forbidden, "category_ids");
  }
  return {};
}

}  // namespace

Result<Carried> carryOut(Changes& changes, const AskQuestion& command) {
  const auto id = command.questionId.text();
  if (auto checked = checkCategories(changes, command.categoryIds); !checked) return checked.error();
  if (std::as_const(changes.tables()).records().isUsed(kinds::kQuestion, id))
    return fail(ErrorCode::idReused, "question_id");

  const auto home = Scope::category(command.categoryIds.front());
  Question question;
  question.title = command.title;
  question.body = command.body;
  question.authorId = changes.user();
  question.categoryIds = command.categoryIds;
  question.askedAt = changes.now();
  question.askedSeq = changes.nextSeq(home);
  question.routedTo = std::as_const(changes.tables()).experts().count(command.categoryIds, changes.user());
  changes.put(home, kinds::kQuestion, id, "", toJson(question));

  for (std::size_t i = 1; i < command.categoryIds.size(); ++i) {
    const auto scope = Scope::category(command.categoryIds[i]);
    const QuestionRef ref{command.questionId, command.categoryIds.front(), command.title, changes.user(),
                          changes.now(),      changes.nextSeq(scope)};
    changes.put(scope, kinds::kQuestionRef, id, "", toJson(ref));
  }
  return Carried{question.routedTo, {}};
}

Result<Carried> carryOut(Changes& changes, const PostAnswer& command) {
  const auto home = Scope::category(command.homeCategoryId);
  const auto questionId = command.questionId.text();
  const auto question = changes.find(home, kinds::kQuestion, questionId);
  if (!question) return fail(ErrorCode::notFound, "question_id");
  const auto asked = readBody<Question>(*question);
  if (!may(changes.user(), PostAction::answer, {{}, asked.authorId, asked.state == QuestionState::open}))
    return fail(ErrorCode::forbidden, "question_id");
  const auto id = command.answerId.text();
  if (std::as_const(changes.tables()).records().isUsed(kinds::kAnswer, id))
    return fail(ErrorCode::idReused, "answer_id");

  Answer answer;
  answer.questionId = command.questionId;
  answer.body = command.body;
  answer.authorId = changes.user();
  answer.postedAt = changes.now();
  answer.sources = command.sources;
  changes.put(home, kinds::kAnswer, id, questionId, toJson(answer));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const PostComment& command) {
  const auto home = Scope::category(command.homeCategoryId);
  const auto questionId = command.questionId.text();
  if (!changes.find(home, kinds::kQuestion, questionId)) return fail(ErrorCode::notFound, "question_id");
  if (command.parentId != questionId) {
    const auto answer = changes.find(home, kinds::kAnswer, command.parentId);
    if (!answer || readBody<Answer>(*answer).questionId != command.questionId)
      return fail(ErrorCode::notFound, "parent_id");
  }
  const auto id = command.commentId.text();
  if (std::as_const(changes.tables()).records().isUsed(kinds::kComment, id))
    return fail(ErrorCode::idReused, "comment_id");

  Comment comment;
  comment.questionId = command.questionId;
  comment.parentId = command.parentId;
  comment.body = command.body;
  comment.authorId = changes.user();
  comment.postedAt = changes.now();
  changes.put(home, kinds::kComment, id, questionId, toJson(comment));
  return Carried{};
}

}  // namespace vb::server::services

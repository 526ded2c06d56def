#include "client/core/actions/write_post.h"

#include "shared/domain/validate.h"

namespace vb::client::actions {
namespace {

QString draftOf(const char* kind, const std::string& id) {
  return QLatin1String(kind) + QLatin1Char('/') + QString::fromStdString(id);
}

}  // namespace

Result<CommandId> askQuestion(const ActionParts& parts, const AskQuestion& question, const QString& draftKey) {
  if (auto valid = validate(question); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), question, QString::fromStdString(question.title), draftKey);
}

Result<CommandId> postAnswer(const ActionParts& parts, PostAnswer answer) {
  answer.homeCategoryId = parts.cache.homeCategory(answer.questionId);
  if (answer.homeCategoryId.isNil()) return fail(ErrorCode::notFound, "question_id");
  if (auto valid = validate(answer); !valid) return valid.error();
  const auto rows = parts.reader.questionRows({answer.questionId});
  const PostFacts facts{{}, {}, rows.isEmpty() || !rows.first().closed};
  if (!may(parts.me(), PostAction::answer, facts)) return fail(ErrorCode::forbidden, "the question is closed");
  return parts.outbox.queue(parts.freshId(), answer, rows.isEmpty() ? QString() : rows.first().title,
                            draftOf("answer", answer.questionId.text()));
}

Result<CommandId> postComment(const ActionParts& parts, PostComment comment) {
  comment.homeCategoryId = parts.cache.homeCategory(comment.questionId);
  if (comment.homeCategoryId.isNil()) return fail(ErrorCode::notFound, "question_id");
  if (comment.parentId.empty()) comment.parentId = comment.questionId.text();
  if (auto valid = validate(comment); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), comment, questionTitle(parts, comment.questionId),
                            draftOf("comment", comment.parentId));
}

}  // namespace vb::client::actions

#include "client/core/actions/appreciate.h"

#include "shared/domain/validate.h"

namespace vb::client::actions {
namespace {

template <class Command>
Result<CommandId> appreciate(const ActionParts& parts, PostAction action, QuestionId question, AnswerId answer,
                             bool on) {
  const CategoryId home = parts.cache.homeCategory(question);
  if (home.isNil()) return fail(ErrorCode::notFound, "question_id");
  const PostFacts facts{authorOf(parts, kinds::kAnswer, answer.text()),
                        authorOf(parts, kinds::kQuestion, question.text()), true};
  if (facts.postAuthor.isNil()) return fail(ErrorCode::notFound, "answer_id");
  if (!may(parts.me(), action, facts)) return fail(ErrorCode::forbidden, "answer_id");
  const Command command{question, answer, home, on};
  if (auto valid = validate(command); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), command, questionTitle(parts, question));
}

}  // namespace

Result<CommandId> thankAnswer(const ActionParts& parts, QuestionId question, AnswerId answer, bool on) {
  return appreciate<ThankAnswer>(parts, PostAction::thank, question, answer, on);
}

Result<CommandId> markHelpful(const ActionParts& parts, QuestionId question, AnswerId answer, bool on) {
  return appreciate<MarkHelpful>(parts, PostAction::markHelpful, question, answer, on);
}

}  // namespace vb::client::actions

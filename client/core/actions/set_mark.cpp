#include "client/core/actions/set_mark.h"

#include "shared/domain/validate.h"

namespace vb::client::actions {
namespace {

SetMark mark(const char* kind, QuestionId question, bool on) {
  SetMark command;
  command.markKind = kind;
  command.targetId = question.text();
  command.questionId = question;
  command.on = on;
  return command;
}

Result<CommandId> queue(const ActionParts& parts, const SetMark& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), command, questionTitle(parts, command.questionId));
}

}  // namespace

Result<CommandId> setSaved(const ActionParts& parts, QuestionId question, const std::string& targetId, bool on) {
  auto command = mark(kinds::kSaved, question, on);
  if (!targetId.empty()) command.targetId = targetId;
  return queue(parts, command);
}

Result<CommandId> setFollow(const ActionParts& parts, QuestionId question, bool on) {
  return queue(parts, mark(kinds::kFollow, question, on));
}

Result<CommandId> setLater(const ActionParts& parts, QuestionId question, bool on, qint64 until) {
  auto command = mark(kinds::kLater, question, on);
  if (on && until > 0) command.until = Timestamp(Milliseconds(until));
  return queue(parts, command);
}

Result<CommandId> setNotForMe(const ActionParts& parts, QuestionId question, bool on) {
  return queue(parts, mark(kinds::kNotForMe, question, on));
}

Result<CommandId> markRead(const ActionParts& parts, QuestionId question) {
  const auto rows = parts.reader.questionRows({question});
  if (rows.isEmpty()) return fail(ErrorCode::notFound, "question_id");
  if (!rows.first().unread) return CommandId();
  auto command = mark(kinds::kRead, question, true);
  const CategoryId home = parts.cache.homeCategory(question);
  if (!home.isNil()) command.seq = parts.cache.cursor(Scope::category(home)).high;
  return queue(parts, command);
}

}  // namespace vb::client::actions

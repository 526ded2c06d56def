// Thanks, the asker's "helped", and one's own marks.
#include <algorithm>

#include "server/services/effects.h"

namespace vb::server::services {
namespace {

// The answer, when it is there and belongs to the question.
Result<Answer> findAnswer(const Changes& changes, const Scope& home, AnswerId id, QuestionId question) {
  const auto record = changes.find(home, kinds::kAnswer, id.text());
  if (!record) return fail(ErrorCode::notFound, "answer_id");
  auto answer = readBody<Answer>(*record);
  if (answer.questionId != question) return fail(ErrorCode::notFound, "answer_id");
  return answer;
}

// Writes or removes, unless it is so already.
template <class Body>
void switchRecord(Changes& changes, const Scope& scope, std::string_view kind, const std::string& id,
                  const std::string& about, bool on, const Body& body) {
  const bool isOn = changes.find(scope, kind, id).has_value();
  if (on && !isOn) changes.put(scope, kind, id, about, toJson(body));
  if (!on && isOn) changes.remove(scope, kind, id);
}

}  // namespace

Result<Carried> carryOut(Changes& changes, const ThankAnswer& command) {
  const auto home = Scope::category(command.homeCategoryId);
  const auto answer = findAnswer(changes, home, command.answerId, command.questionId);
  if (!answer) return answer.error();
  if (!may(changes.user(), PostAction::thank, {answer->authorId, {}, true}))
    return fail(ErrorCode::forbidden, "answer_id");
  const auto id = command.answerId.text() + "." + changes.user().text();
  switchRecord(changes, home, kinds::kThanks, id, command.questionId.text(), command.on,
               Thanks{command.questionId, command.answerId, changes.user(), changes.now()});
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const MarkHelpful& command) {
  const auto home = Scope::category(command.homeCategoryId);
  const auto question = changes.find(home, kinds::kQuestion, command.questionId.text());
  if (!question) return fail(ErrorCode::notFound, "question_id");
  const auto answer = findAnswer(changes, home, command.answerId, command.questionId);
  if (!answer) return answer.error();
  const auto asker = readBody<Question>(*question).authorId;
  if (!may(changes.user(), PostAction::markHelpful, {answer->authorId, asker, true}))
    return fail(ErrorCode::forbidden, "answer_id");
  switchRecord(changes, home, kinds::kHelpful, command.answerId.text(), command.questionId.text(), command.on,
               Helpful{command.questionId, command.answerId, changes.now()});
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const SetMark& command) {
  const auto scope = Scope::user(changes.user());
  const auto stored = changes.find(scope, command.markKind, command.targetId);
  if (!command.on) {
    if (stored) changes.remove(scope, command.markKind, command.targetId);
    return Carried{};
  }
  Mark mark{command.targetId, command.questionId, changes.now(), command.until, command.seq};
  if (!stored) {
    changes.put(scope, command.markKind, command.targetId, "", toJson(mark));
    return Carried{};
  }
  const auto known = readBody<Mark>(*stored);
  // Two devices read in any order: what was seen stays seen.
  mark.seq = std::max(mark.seq, known.seq);
  if (mark.seq == known.seq && mark.until == known.until) return Carried{};
  auto body = merged(*stored, mark);
  if (!mark.until) body.erase("until");
  changes.put(scope, command.markKind, command.targetId, "", body);
  return Carried{};
}

}  // namespace vb::server::services

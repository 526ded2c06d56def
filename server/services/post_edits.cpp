// Editing and deleting one's own posts.
#include <vector>

#include "server/services/effects.h"
#include "shared/base/planted_bugs.h"

namespace vb::server::services {
namespace {

// What every post has in common.
struct Authored {
  UserId authorId;
  QuestionId questionId;  // nil in a question
};
BOOST_DESCRIBE_STRUCT(Authored, (), (authorId, questionId))

Result<Record> findOwn(const Changes& changes, const Scope& home, const std::string& kind, const std::string& id,
                       PostAction action) {
  auto record = changes.find(home, kind, id);
  if (!record) return fail(ErrorCode::notFound, "record_id");
  const auto author = readBody<Authored>(*record).authorId;
  if (!may(changes.user(), action, {author, {}, true})) return fail(ErrorCode::forbidden, "record_id");
  return std::move(*record);
}

json::object newestOf(const Record& record) {
  auto body = parseJsonObject(record.body);
  return {{"kind", record.kind},
          {"id", record.id},
          {"seq", record.seq},
          {"body", body ? std::move(*body) : json::object()}};
}

bool isStale(const Record& record, Seq baseSeq) {
  return record.seq != baseSeq && !planted(PlantedBug::staleEditAccepted);
}

std::vector<Scope> furtherScopes(const Question& question) {
  std::vector<Scope> scopes;
  for (std::size_t i = 1; i < question.categoryIds.size(); ++i)
    scopes.push_back(Scope::category(question.categoryIds[i]));
  return scopes;
}

void retitleRefs(Changes& changes, const Record& question, const std::string& title) {
  for (const auto& scope : furtherScopes(readBody<Question>(question))) {
    const auto stored = changes.find(scope, kinds::kQuestionRef, question.id);
    if (!stored) continue;
    auto ref = readBody<QuestionRef>(*stored);
    ref.title = title;
    changes.put(scope, kinds::kQuestionRef, question.id, "", merged(*stored, ref));
  }
}

void deleteQuestion(Changes& changes, const Scope& home, const Record& question) {
  std::vector<std::pair<std::string, std::string>> belonging;
  std::as_const(changes.tables()).records().about(home, question.id, [&](const Record& record) {
    belonging.emplace_back(record.kind, record.id);
    return true;
  });
  for (const auto& [kind, id] : belonging) changes.remove(home, kind, id);
  if (!planted(PlantedBug::refsForgotten))
    for (const auto& scope : furtherScopes(readBody<Question>(question)))
      changes.remove(scope, kinds::kQuestionRef, question.id);
  changes.remove(home, kinds::kQuestion, question.id);
}

// Its comments, thanks and the asker's mark go with it.
void deleteAnswer(Changes& changes, const Scope& home, const Record& answer) {
  std::vector<std::pair<std::string, std::string>> belonging;
  const auto question = readBody<Authored>(answer).questionId.text();
  std::as_const(changes.tables()).records().about(home, question, [&](const Record& record) {
    const bool isComment = record.kind == kinds::kComment && readBody<Comment>(record).parentId == answer.id;
    const bool isThanks = record.kind == kinds::kThanks && record.id.starts_with(answer.id + ".");
    const bool isHelpful = record.kind == kinds::kHelpful && record.id == answer.id;
    if (isComment || isThanks || isHelpful) belonging.emplace_back(record.kind, record.id);
    return true;
  });
  for (const auto& [kind, id] : belonging) changes.remove(home, kind, id);
  changes.remove(home, kinds::kAnswer, answer.id);
}

}  // namespace

Result<Carried> carryOut(Changes& changes, const EditPost& command) {
  const auto home = Scope::category(command.homeCategoryId);
  const auto record = findOwn(changes, home, command.recordKind, command.recordId, PostAction::edit);
  if (!record) return record.error();
  if (isStale(*record, command.baseSeq)) return Carried{{}, newestOf(*record)};

  auto parsed = parseJsonObject(record->body);
  json::object body = parsed ? std::move(*parsed) : json::object();
  const auto before = body;
  if (command.title) body["title"] = *command.title;
  if (command.body) body["body"] = *command.body;
  if (command.sources) body["sources"] = fields::write(*command.sources);
  const bool isNewText = body != before;
  if (isNewText) body["edited_at"] = fields::write(changes.now());
  if (command.state) body["state"] = fields::enumText(*command.state);
  if (body == before) return Carried{};

  const bool isQuestion = command.recordKind == kinds::kQuestion;
  const auto about = isQuestion ? std::string() : readBody<Authored>(*record).questionId.text();
  changes.put(home, command.recordKind, record->id, about, body);
  if (isQuestion && command.title) retitleRefs(changes, *record, *command.title);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const DeletePost& command) {
  const auto home = Scope::category(command.homeCategoryId);
  const auto record = findOwn(changes, home, command.recordKind, command.recordId, PostAction::remove);
  if (!record) return record.error();
  if (isStale(*record, command.baseSeq)) return Carried{{}, newestOf(*record)};
  if (record->kind == kinds::kQuestion)
    deleteQuestion(changes, home, *record);
  else if (record->kind == kinds::kAnswer)
    deleteAnswer(changes, home, *record);
  else
    changes.remove(home, record->kind, record->id);
  return Carried{};
}

}  // namespace vb::server::services

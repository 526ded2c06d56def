#include "client/core/actions/change_post.h"

#include <algorithm>

#include "client/core/store/draft_table.h"
#include "shared/domain/validate.h"

namespace vb::client::actions {
namespace {

std::string textOf(const json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// The post that a row makes or changes.
std::string postOf(const store::OutboxEntry& entry) {
  const auto body = parseJsonObject(entry.bodyJson);
  if (!body) return {};
  if (entry.kind == AskQuestion::kKind) return textOf(*body, "question_id");
  if (entry.kind == PostAnswer::kKind) return textOf(*body, "answer_id");
  if (entry.kind == PostComment::kKind) return textOf(*body, "comment_id");
  if (entry.kind == EditPost::kKind || entry.kind == DeletePost::kKind) return textOf(*body, "record_id");
  return {};
}

bool isSeen(const ActionParts& parts, const store::OutboxEntry& entry) {
  return std::all_of(entry.effects.begin(), entry.effects.end(), [&](const store::Effect& effect) {
    const auto scope = Scope::parse(effect.scope);
    return !scope || parts.cache.cursor(*scope).high >= effect.seq;
  });
}

// Is a change of this post under way that the cache does not show as stored yet?
bool isUnderWay(const ActionParts& parts, const std::string& recordId) {
  const auto entries = parts.cache.outboxTable().all();
  return std::any_of(entries.begin(), entries.end(), [&](const store::OutboxEntry& entry) {
    if (entry.state == store::OutboxState::refused || entry.state == store::OutboxState::conflict) return false;
    if (entry.state == store::OutboxState::confirmed && isSeen(parts, entry)) return false;
    return postOf(entry) == recordId;
  });
}

struct PostPlace {
  QuestionId question;
  CategoryId home;
};

PostPlace placeOf(const ActionParts& parts, const std::string& kind, const std::string& id) {
  PostPlace place;
  if (kind == kinds::kQuestion) {
    if (const auto parsed = QuestionId::parse(id)) place.question = *parsed;
  } else {
    std::string body;
    if (const auto record = parts.cache.record(kind, id)) body = record->body;
    // Only in the outbox yet.
    for (const auto& entry : parts.cache.outboxTable().all())
      if (body.empty() && entry.kind != EditPost::kKind && entry.kind != DeletePost::kKind && postOf(entry) == id)
        body = entry.bodyJson;
    if (const auto object = parseJsonObject(body))
      if (const auto parsed = QuestionId::parse(textOf(*object, "question_id"))) place.question = *parsed;
  }
  if (!place.question.isNil()) place.home = parts.cache.homeCategory(place.question);
  return place;
}

// Puts the new text into a row that was never sent; false when the row has no room for it (closing a question).
bool fold(const EditPost& edit, store::OutboxEntry& entry) {
  auto body = parseJsonObject(entry.bodyJson);
  if (!body) return false;
  if (entry.kind != EditPost::kKind && edit.state) return false;
  if (edit.title) (*body)["title"] = *edit.title;
  if (edit.body) (*body)["body"] = *edit.body;
  if (edit.sources) (*body)["sources"] = fields::write(*edit.sources);
  if (edit.state) (*body)["state"] = fields::enumText(*edit.state);
  if (edit.notBsn) (*body)["not_bsn"] = true;
  const auto command = parseCommand(entry.kind, *body);
  if (!command) return false;
  if (edit.title && entry.kind == AskQuestion::kKind) entry.title = QString::fromStdString(*edit.title);
  entry.bodyJson = json::serialize(*body);
  return true;
}

}  // namespace

Result<CommandId> editPost(const ActionParts& parts, EditPost edit) {
  const auto place = placeOf(parts, edit.recordKind, edit.recordId);
  if (edit.homeCategoryId.isNil()) edit.homeCategoryId = place.home;
  if (edit.homeCategoryId.isNil()) return fail(ErrorCode::notFound, "record_id");
  auto checked = edit;
  checked.baseSeq = std::max<Seq>(edit.baseSeq, 1);
  if (auto valid = validate(checked); !valid) return valid.error();

  store::Cache::Transaction transaction(parts.cache);
  if (auto begun = transaction.begun(); !begun) return begun.error();
  Result<CommandId> done = CommandId();
  auto unsent = parts.outbox.unsentFor(edit.recordId);
  if (unsent && fold(edit, *unsent)) {
    if (auto replaced = parts.cache.outboxTable().replace(unsent->id, *unsent); !replaced) return replaced.error();
    if (auto removed = parts.cache.drafts().remove(QStringLiteral("edit/") + QString::fromStdString(edit.recordId));
        !removed)
      return removed.error();
    done = unsent->id;
  } else {
    if (isUnderWay(parts, edit.recordId)) edit.baseSeq = outbox::kBaseFollows;
    done = parts.outbox.queue(parts.freshId(), edit, questionTitle(parts, place.question),
                              QStringLiteral("edit/") + QString::fromStdString(edit.recordId));
    if (!done) return done;
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return done;
}

Result<CommandId> deletePost(const ActionParts& parts, DeletePost post) {
  const auto place = placeOf(parts, post.recordKind, post.recordId);
  if (post.homeCategoryId.isNil()) post.homeCategoryId = place.home;
  if (post.homeCategoryId.isNil()) return fail(ErrorCode::notFound, "record_id");
  auto checked = post;
  checked.baseSeq = std::max<Seq>(post.baseSeq, 1);
  if (auto valid = validate(checked); !valid) return valid.error();

  store::Cache::Transaction transaction(parts.cache);
  if (auto begun = transaction.begun(); !begun) return begun.error();
  Result<CommandId> done = CommandId();
  bool neverLeft = false;
  if (const auto unsent = parts.outbox.unsentFor(post.recordId)) {
    if (auto discarded = parts.outbox.discard(unsent->id); !discarded) return discarded.error();
    done = unsent->id;
    neverLeft = unsent->kind != EditPost::kKind;
  }
  if (!neverLeft) {
    if (isUnderWay(parts, post.recordId)) post.baseSeq = outbox::kBaseFollows;
    done = parts.outbox.queue(parts.freshId(), post, questionTitle(parts, place.question));
    if (!done) return done;
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return done;
}

}  // namespace vb::client::actions

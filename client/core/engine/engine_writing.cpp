// Engine: what is written, each action as a call that the core runs.
#include "client/core/actions/appreciate.h"
#include "client/core/actions/change_post.h"
#include "client/core/actions/own_profile.h"
#include "client/core/actions/set_mark.h"
#include "client/core/actions/write_post.h"
#include "client/core/engine/engine_private.h"
#include "client/core/store/draft_table.h"

namespace vb::client {
namespace {

std::string utf8(const QString& text) { return text.toStdString(); }

std::vector<std::string> utf8(const QStringList& texts) {
  std::vector<std::string> list;
  for (const auto& text : texts) list.push_back(text.toStdString());
  return list;
}

QString joined(const char* kind, const QString& id) { return QLatin1String(kind) + QLatin1Char('/') + id; }
QString joined(const char* kind, const std::string& id) { return joined(kind, QString::fromStdString(id)); }

// What was typed, to be kept when it is refused.
store::Draft typed(const QString& key, QuestionId question, const QString& body) {
  store::Draft draft;
  draft.key = key;
  draft.question = question;
  draft.body = body;
  return draft;
}

Result<void> done(const Result<CommandId>& result) { return result ? Result<void>() : Result<void>(result.error()); }

}  // namespace

// ---- writing ---------------------------------------------------------------------------------------------

QuestionId Engine::ask(const QString& title, const QString& body, const QVector<CategoryId>& categories, bool notBsn,
                       const QString& draftKey) {
  const auto id = QuestionId::v7(*d_->clock, *d_->random);
  const QString key = draftKey.isEmpty() ? QStringLiteral("ask") : draftKey;
  AskQuestion command{id, utf8(title.trimmed()), utf8(body), {categories.begin(), categories.end()}, notBsn};
  auto draft = typed(key, {}, body);
  draft.title = title;
  draft.categories = categories;
  d_->write(draft, [command, key](const auto& parts) { return done(actions::askQuestion(parts, command, key)); });
  return id;
}

AnswerId Engine::answer(QuestionId question, const QString& body, const QStringList& sources, bool notBsn) {
  const auto id = AnswerId::v7(*d_->clock, *d_->random);
  PostAnswer command{id, question, {}, utf8(body), utf8(sources), notBsn};
  auto draft = typed(joined("answer", question.text()), question, body);
  draft.sources = sources;
  d_->write(draft, [command](const auto& parts) { return done(actions::postAnswer(parts, command)); });
  return id;
}

CommentId Engine::comment(QuestionId question, const QString& parentId, const QString& body, bool notBsn) {
  const auto id = CommentId::v7(*d_->clock, *d_->random);
  PostComment command{id, question, {}, utf8(parentId), utf8(body), notBsn};
  const QString parent = parentId.isEmpty() ? QString::fromStdString(question.text()) : parentId;
  d_->write(typed(joined("comment", parent), question, body),
            [command](const auto& parts) { return done(actions::postComment(parts, command)); });
  return id;
}

void Engine::edit(const EditPost& edit) {
  Core::Write action = [edit](const auto& parts) { return done(actions::editPost(parts, edit)); };
  // Closing a question has no text.
  if (!edit.title && !edit.body) return d_->write(std::move(action));
  auto draft = typed(joined("edit", edit.recordId), {}, QString::fromStdString(edit.body.value_or(std::string())));
  draft.title = QString::fromStdString(edit.title.value_or(std::string()));
  draft.baseSeq = edit.baseSeq;
  if (edit.sources)
    for (const auto& source : *edit.sources) draft.sources.append(QString::fromStdString(source));
  d_->write(draft, std::move(action));
}

void Engine::remove(const DeletePost& post) {
  d_->write([post](const auto& parts) { return done(actions::deletePost(parts, post)); });
}

void Engine::thank(QuestionId question, AnswerId answer, bool on) {
  d_->write([=](const auto& parts) { return done(actions::thankAnswer(parts, question, answer, on)); });
}

void Engine::markHelpful(QuestionId question, AnswerId answer, bool on) {
  d_->write([=](const auto& parts) { return done(actions::markHelpful(parts, question, answer, on)); });
}

void Engine::setExpertise(CategoryId category, bool on) {
  d_->write([=](const auto& parts) { return done(actions::setExpertise(parts, category, on)); });
}

void Engine::updateProfile(const UpdateProfile& profile) {
  d_->write([profile](const auto& parts) { return done(actions::updateProfile(parts, profile)); });
}

void Engine::setSaved(QuestionId question, const QString& targetId, bool on) {
  d_->write(
      [=, target = utf8(targetId)](const auto& parts) { return done(actions::setSaved(parts, question, target, on)); });
}

void Engine::setFollow(QuestionId question, bool on) {
  d_->write([=](const auto& parts) { return done(actions::setFollow(parts, question, on)); });
}

void Engine::setLater(QuestionId question, bool on, qint64 until) {
  d_->write([=](const auto& parts) { return done(actions::setLater(parts, question, on, until)); });
}

void Engine::setNotForMe(QuestionId question, bool on) {
  d_->write([=](const auto& parts) { return done(actions::setNotForMe(parts, question, on)); });
}

void Engine::markRead(QuestionId question) {
  d_->write([=](const auto& parts) { return done(actions::markRead(parts, question)); });
}

void Engine::updateSettings(const UpdateSettings& settings) {
  d_->write([settings](const auto& parts) { return done(actions::updateSettings(parts, settings)); });
}

// ---- outbox and drafts -----------------------------------------------------------------------------------

void Engine::retry(CommandId id) {
  d_->write([id](const actions::ActionParts& parts) { return done(parts.outbox.retry(id, parts.freshId())); });
}

void Engine::discard(CommandId id) {
  d_->write([id](const actions::ActionParts& parts) { return parts.outbox.discard(id); });
}

void Engine::withhold(CommandId id, bool on) {
  d_->write([=](const actions::ActionParts& parts) { return parts.outbox.withhold(id, on); });
}

void Engine::rewrite(CommandId id, const QString& title, const QString& body, bool notBsn) {
  auto draft = typed(joined("outbox", id.text()), {}, body);
  draft.title = title;
  d_->write(draft, [=](const actions::ActionParts& parts) {
    return done(parts.outbox.rewrite(id, parts.freshId(), title, body, notBsn));
  });
}

void Engine::resolveConflict(CommandId id, bool keepMine) {
  d_->write([=](const actions::ActionParts& parts) {
    return done(parts.outbox.resolveConflict(id, parts.freshId(), keepMine));
  });
}

void Engine::saveDraft(const store::Draft& draft) {
  if (draft.title.isEmpty() && draft.body.isEmpty()) return removeDraft(draft.key);
  auto dated = draft;
  dated.savedAt = d_->clock->now().time_since_epoch().count();
  d_->keepDraft(dated.key, dated,
                [dated](const actions::ActionParts& parts) { return parts.cache.drafts().save(dated); });
}

void Engine::removeDraft(const QString& key) {
  d_->keepDraft(key, {}, [key](const actions::ActionParts& parts) { return parts.cache.drafts().remove(key); });
}

}  // namespace vb::client

#include "client/core/outbox/outbox.h"

#include <algorithm>
#include <utility>

#include "client/core/outbox/same_thing.h"
#include "client/core/store/draft_table.h"
#include "client/core/store/overlay.h"
#include "shared/base/planted_bugs.h"
#include "shared/domain/validate.h"

namespace vb::client::outbox {
namespace {

using store::OutboxEntry;
using store::OutboxState;

Result<CommandBody> parse(const OutboxEntry& entry) {
  auto body = parseJsonObject(entry.bodyJson);
  if (!body) return body.error();
  return parseCommand(entry.kind, *body);
}

void setBody(OutboxEntry& entry, const CommandBody& body) { entry.bodyJson = json::serialize(commandJson(body)); }

// Back to the beginning, without what an earlier answer left; but for its effects: when it is applied a second time, on
// a server that was restored, what follows it needs to know what it was.
void requeue(OutboxEntry& entry) {
  entry.state = OutboxState::queued;
  entry.epoch.clear();
  entry.commit = 0;
  entry.errorCode.clear();
  entry.errorDetail.clear();
  entry.newestJson.clear();
  entry.withheld = false;
}

// Has an answer: what is at hand may be changed by the user.
bool needsUser(const OutboxEntry& entry) {
  return entry.state == OutboxState::refused || entry.state == OutboxState::conflict;
}
bool isTooLateToDiscard(const OutboxEntry& entry) {
  return entry.state == OutboxState::inFlight || entry.state == OutboxState::confirmed;
}
// Withheld is as good as gone: nothing new is put into it.
bool isUnsent(const OutboxEntry& entry) {
  return entry.state == OutboxState::queued && entry.attempts == 0 && !entry.withheld;
}

// Of the text while the user changes it.
QString draftOf(CommandId id) { return QStringLiteral("outbox/") + QString::fromStdString(id.text()); }

// The rules for what was typed; the base of an edit may not be known yet.
Result<void> validateText(CommandBody command) {
  if (const auto based = basedUpon(command)) based->seq = std::max<Seq>(based->seq, 1);
  return validate(command);
}

Seq newestSeq(const OutboxEntry& entry) {
  const auto newest = parseJsonObject(entry.newestJson);
  if (!newest) return 0;
  const auto* seq = newest->if_contains("seq");
  return seq != nullptr && seq->is_int64() ? seq->get_int64() : 0;
}

}  // namespace

Outbox::Outbox(store::Cache& cache, const Clock& clock) : cache_(cache), table_(cache.outboxTable()), clock_(clock) {}

Result<CommandId> Outbox::queue(CommandId id, const CommandBody& body, const QString& title, const QString& draftKey) {
  OutboxEntry entry;
  entry.id = id;
  entry.kind = commandKind(body);
  entry.title = title;
  entry.createdAt = clock_.now().time_since_epoch().count();
  setBody(entry, body);

  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun().error();
  bool replaced = false;
  if (const auto key = sameThingKey(body); !key.empty()) {
    for (auto& older : table_.inState(OutboxState::queued)) {
      if (!isUnsent(older) || older.kind != entry.kind) continue;
      const auto olderBody = parse(older);
      if (!olderBody || sameThingKey(*olderBody) != key) continue;
      entry.id = older.id;
      if (auto done = table_.replace(older.id, entry); !done) return done.error();
      replaced = true;
      break;
    }
  }
  if (!replaced)
    if (auto added = table_.add(entry); !added) return added.error();
  if (!draftKey.isEmpty())
    if (auto removed = cache_.drafts().remove(draftKey); !removed) return removed.error();
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return entry.id;
}

std::vector<Sendable> Outbox::toSend() {
  std::vector<Sendable> commands;
  for (auto& entry : table_.inState(OutboxState::queued))
    commands.push_back({entry.id, std::move(entry.kind), std::move(entry.bodyJson), entry.withheld});
  return commands;
}

Result<void> Outbox::sent(const std::vector<CommandId>& ids) {
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun();
  for (const auto& id : ids) {
    auto entry = table_.find(id);
    if (!entry || entry->state != OutboxState::queued) continue;
    entry->state = OutboxState::inFlight;
    ++entry->attempts;
    auto done = planted(PlantedBug::outboxClearedOnSend) ? table_.remove(id) : table_.replace(id, *entry);
    if (!done) return done;
  }
  return transaction.commit();
}

Result<void> Outbox::connectionLost() {
  const auto inFlight = table_.inState(OutboxState::inFlight);
  if (inFlight.empty()) return {};
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun();
  for (auto entry : inFlight) {
    entry.state = OutboxState::queued;
    if (auto done = table_.replace(entry.id, entry); !done) return done;
  }
  return transaction.commit();
}

Result<Answer> Outbox::answered(const protocol::Ack& ack, const std::string& epoch) {
  auto entry = table_.find(ack.id);
  if (!entry) return Answer::unknownId;
  // A late answer to what was answered already, or was queued anew since, changes nothing that is not said again.
  if (entry->state == OutboxState::confirmed || needsUser(*entry)) return Answer::unknownId;
  auto answer = Answer::refused;
  requeue(*entry);
  const auto effectsBefore = std::exchange(entry->effects, {});
  if (ack.status == protocol::AckStatus::applied) {
    answer = Answer::confirmed;
    entry->state = OutboxState::confirmed;
    entry->epoch = epoch;
    entry->commit = ack.commit;
    for (const auto& effect : ack.effects) entry->effects.push_back({effect.scope, effect.seq});
  } else if (ack.retryAfterMs) {
    answer = Answer::later;
  } else {
    const bool isConflict = ack.status == protocol::AckStatus::conflict;
    answer = isConflict ? Answer::conflict : Answer::refused;
    entry->state = isConflict ? OutboxState::conflict : OutboxState::refused;
    entry->errorCode = isConflict ? std::string(errorName(ErrorCode::conflict)) : ack.code;
    entry->errorDetail = ack.detail;
    if (ack.newest) entry->newestJson = json::serialize(*ack.newest);
  }
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun().error();
  if (auto done = table_.replace(ack.id, *entry); !done) return done.error();
  if (auto done = rebase(*entry, effectsBefore); !done) return done.error();
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return answer;
}

Result<void> Outbox::rebase(const OutboxEntry& entry, const std::vector<store::Effect>& before) {
  if (entry.effects == before) return {};
  const auto command = parse(entry);
  const std::string post = command ? postOf(*command) : std::string();
  if (post.empty()) return {};
  const auto seqIn = [](const std::vector<store::Effect>& effects, const std::string& scope) {
    for (const auto& effect : effects)
      if (effect.scope == scope) return effect.seq;
    return Seq{0};
  };
  for (auto& later : table_.inState(OutboxState::queued)) {
    auto change = later.position > entry.position ? parse(later) : Result<CommandBody>(fail(ErrorCode::notFound));
    if (!change || postOf(*change) != post) continue;
    const auto based = basedUpon(*change);
    if (!based || based->seq == kBaseFollows) continue;
    bool isOther = false;
    for (const auto& home : based->homes) {
      const Seq now = seqIn(entry.effects, home);
      if (now == 0 || based->seq != seqIn(before, home)) continue;
      based->seq = now;
      isOther = true;
      break;
    }
    if (!isOther) continue;
    setBody(later, *change);
    if (auto done = table_.replace(later.id, later); !done) return done;
  }
  return {};
}

Result<int> Outbox::epochIs(const std::string& epoch) {
  if (planted(PlantedBug::confirmedNotReoffered)) return 0;
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun().error();
  int offered = 0;
  for (auto& entry : table_.inState(OutboxState::confirmed)) {
    if (entry.epoch == epoch) continue;
    requeue(entry);
    if (auto done = table_.replace(entry.id, entry); !done) return done.error();
    ++offered;
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return offered;
}

bool Outbox::isSettled(const OutboxEntry& entry) {
  return std::all_of(entry.effects.begin(), entry.effects.end(), [&](const store::Effect& effect) {
    const auto scope = Scope::parse(effect.scope);
    if (!scope) return true;
    const auto cursor = cache_.cursor(*scope);
    // A scope that is not held never shows the effect here; the server has it.
    return cursor.isNew() || (cursor.epoch == entry.epoch && cursor.high >= effect.seq);
  });
}

Result<void> Outbox::backedUp(const std::string& epoch, std::int64_t commit) {
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun();
  for (const auto& entry : table_.inState(OutboxState::confirmed)) {
    if (entry.epoch != epoch || entry.commit > commit || !isSettled(entry)) continue;
    if (auto done = table_.remove(entry.id); !done) return done;
  }
  return transaction.commit();
}

// ---- the user --------------------------------------------------------------------------------------------

Result<CommandId> Outbox::retry(CommandId id, CommandId freshId) {
  auto entry = table_.find(id);
  if (!entry) return fail(ErrorCode::notFound, "outbox row");
  if (!needsUser(*entry)) return id;
  // The server answers a known id as before; only another id is looked at anew.
  requeue(*entry);
  entry->id = freshId;
  entry->attempts = 0;
  if (auto done = table_.replace(id, *entry); !done) return done.error();
  return freshId;
}

Result<CommandId> Outbox::rewrite(CommandId id, CommandId freshId, const QString& title, const QString& body,
                                  bool notBsn) {
  auto entry = table_.find(id);
  if (!entry) return fail(ErrorCode::notFound, "outbox row");
  if (!isUnsent(*entry) && !needsUser(*entry)) return fail(ErrorCode::conflict, "it may have been sent");
  auto command = parse(*entry);
  if (!command) return command.error();
  const std::string text = body.toStdString();
  if (auto* ask = std::get_if<AskQuestion>(&*command)) {
    ask->title = title.toStdString();
    ask->body = text;
    ask->notBsn = notBsn;
    entry->title = title;
  } else if (auto* answer = std::get_if<PostAnswer>(&*command)) {
    answer->body = text;
    answer->notBsn = notBsn;
  } else if (auto* comment = std::get_if<PostComment>(&*command)) {
    comment->body = text;
    comment->notBsn = notBsn;
  } else if (auto* edit = std::get_if<EditPost>(&*command)) {
    if (edit->title && !title.isEmpty()) edit->title = title.toStdString();
    // Closing a question, or another title: there was no text to rewrite.
    if (edit->body || !text.empty()) edit->body = text;
    edit->notBsn = notBsn;
    // Written with the newest version in sight: over that one.
    if (entry->state == OutboxState::conflict) edit->baseSeq = newestSeq(*entry);
  } else if (auto* topic = std::get_if<StartTopic>(&*command)) {
    topic->title = title.toStdString();
    if (!topic->caseParts) topic->body = text;
    topic->notBsn = notBsn;
    entry->title = title;
  } else if (auto* post = std::get_if<WritePost>(&*command)) {
    post->body = text;
    post->notBsn = notBsn;
  } else if (auto* lesson = std::get_if<WriteLesson>(&*command)) {
    lesson->title = title.toStdString();
    lesson->body = text;
    lesson->notBsn = notBsn;
  } else if (auto* change = std::get_if<EditInChannel>(&*command)) {
    if (change->title && !title.isEmpty()) change->title = title.toStdString();
    if (change->body || !text.empty()) change->body = text;
    change->notBsn = notBsn;
    if (entry->state == OutboxState::conflict) change->baseSeq = newestSeq(*entry);
  } else {
    return fail(ErrorCode::unsupported, "no text to rewrite");
  }
  if (auto valid = validateText(*command); !valid) return valid.error();
  // Never under the old id when the server has seen that: the same id with another payload is id_reused.
  if (!isUnsent(*entry)) {
    entry->id = freshId;
    entry->attempts = 0;
  }
  requeue(*entry);
  setBody(*entry, *command);
  if (auto done = settle(id, &*entry, {draftOf(id)}); !done) return done.error();
  return entry->id;
}

Result<void> Outbox::settle(CommandId id, const OutboxEntry* entry, const QStringList& drafts) {
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun();
  if (auto done = entry != nullptr ? table_.replace(id, *entry) : table_.remove(id); !done) return done;
  for (const QString& key : drafts)
    if (auto removed = cache_.drafts().remove(key); !removed) return removed;
  return transaction.commit();
}

Result<CommandId> Outbox::resolveConflict(CommandId id, CommandId freshId, bool keepMine) {
  auto entry = table_.find(id);
  if (!entry || entry->state != OutboxState::conflict) return fail(ErrorCode::notFound, "conflict");
  auto command = parse(*entry);
  if (!command) return command.error();
  QStringList drafts{draftOf(id)};
  const auto editDraft = [&](const std::string& record) {
    drafts << QStringLiteral("edit/") + QString::fromStdString(record);
  };
  if (const auto* edit = std::get_if<EditPost>(&*command)) editDraft(edit->recordId);
  if (const auto* edit = std::get_if<EditInChannel>(&*command)) editDraft(edit->recordId);
  if (!keepMine) {
    if (auto removed = settle(id, nullptr, drafts); !removed) return removed.error();
    return id;
  }
  const Seq newest = newestSeq(*entry);
  if (const auto based = basedUpon(*command)) based->seq = newest;
  if (auto* channel = std::get_if<UpdateChannel>(&*command)) channel->baseSeq = newest;
  requeue(*entry);
  entry->id = freshId;
  entry->attempts = 0;
  setBody(*entry, *command);
  if (auto done = settle(id, &*entry, drafts); !done) return done.error();
  return freshId;
}

Result<void> Outbox::discard(CommandId id) {
  const auto entry = table_.find(id);
  if (!entry) return {};
  if (isTooLateToDiscard(*entry)) return fail(ErrorCode::conflict, kAlreadySending);
  return settle(id, nullptr, {draftOf(id)});
}

Result<void> Outbox::withhold(CommandId id, bool on) {
  auto entry = table_.find(id);
  if (!entry) return on ? fail(ErrorCode::notFound, "outbox row") : Result<void>();
  if (on && isTooLateToDiscard(*entry)) return fail(ErrorCode::conflict, kAlreadySending);
  if (entry->withheld == on) return {};
  entry->withheld = on;
  return table_.replace(id, *entry);
}

std::optional<OutboxEntry> Outbox::unsentFor(const std::string& recordId) {
  for (auto& entry : table_.inState(OutboxState::queued)) {
    if (!isUnsent(entry)) continue;
    const auto body = parse(entry);
    if (body && postOf(*body) == recordId) return std::move(entry);
  }
  return std::nullopt;
}

int Outbox::countIn(std::initializer_list<OutboxState> states) {
  std::ptrdiff_t count = 0;
  for (const auto state : states) {
    const auto entries = table_.inState(state);
    count += std::count_if(entries.begin(), entries.end(),
                           [](const auto& entry) { return !entry.withheld && !store::isQuiet(entry); });
  }
  return static_cast<int>(count);
}

int Outbox::waiting() { return countIn({OutboxState::queued, OutboxState::inFlight}); }

int Outbox::needsAttention() { return countIn({OutboxState::refused, OutboxState::conflict}); }

}  // namespace vb::client::outbox

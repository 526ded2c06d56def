#include "client/core/sync/outbox_sender.h"

#include <algorithm>

#include "client/core/outbox/same_thing.h"
#include "client/core/sync/tuning.h"
#include "shared/base/planted_bugs.h"

namespace vb::client::sync {
namespace {

std::string textOf(const json::object& body, const char* name) {
  const auto* value = body.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

OutboxSender::Waiting OutboxSender::read(outbox::Sendable command) const {
  Waiting waiting{std::move(command), {}, {}, false};
  const auto body = parseJsonObject(waiting.command.bodyJson);
  if (!body) return waiting;
  const auto& kind = waiting.command.kind;
  const auto takes = [&](std::set<std::string>& into, const char* name) {
    if (auto id = textOf(*body, name); !id.empty()) into.insert(std::move(id));
  };
  if (kind == AskQuestion::kKind) {
    takes(waiting.makes, "question_id");
  } else if (outbox::isChange(kind)) {
    takes(waiting.makes, "record_id");
    takes(waiting.refersTo, "record_id");
    takes(waiting.refersTo, "topic_id");
    const auto* base = body->if_contains("base_seq");
    waiting.needsBase = base != nullptr && base->is_int64() && base->get_int64() == outbox::kBaseFollows;
  } else {
    if (kind == PostAnswer::kKind) takes(waiting.makes, "answer_id");
    if (kind == PostComment::kKind) takes(waiting.makes, "comment_id");
    if (kind == StartTopic::kKind) takes(waiting.makes, "topic_id");
    if (kind == WritePost::kKind) takes(waiting.makes, "post_id");
    if (kind == InviteToChannel::kKind) takes(waiting.makes, "invitation_id");
    if (kind == AddFolder::kKind) takes(waiting.makes, "folder_id");
    if (kind == AddDocument::kKind) takes(waiting.makes, "document_id");
    if (kind == AddDocument::kKind || kind == AddVersion::kKind) takes(waiting.makes, "version_id");
    for (const char* name :
         {"question_id", "answer_id", "parent_id", "target_id", "topic_id", "quoted_post_id", "invitation_id",
          "folder_id", "document_id", "about_document_id", "base_version_id", "copy_of"})
      takes(waiting.refersTo, name);
    for (const auto& own : waiting.makes) waiting.refersTo.erase(own);
    // One that is told to come back later must not be overtaken by what replaces it.
    const auto parsed = parseCommand(kind, *body);
    if (const auto key = parsed ? outbox::sameThingKey(*parsed) : std::string(); !key.empty()) {
      waiting.makes.insert(key);
      waiting.refersTo.insert(key);
    }
  }
  return waiting;
}

void OutboxSender::reload() {
  const std::set<CommandId> known(handedOut_.begin(), handedOut_.end());
  line_.clear();
  for (auto& command : outbox_.toSend())
    if (!known.contains(command.id)) line_.push_back(read(std::move(command)));
}

bool OutboxSender::isEmpty() const {
  // What refers to a withheld row waits for its user too, not for the server.
  std::set<std::string> withheld;
  const auto waitsForUser = [&withheld](const Waiting& one) {
    const bool waits = one.command.withheld || std::any_of(one.refersTo.begin(), one.refersTo.end(),
                                                           [&](const auto& id) { return withheld.contains(id); });
    if (waits) withheld.insert(one.makes.begin(), one.makes.end());
    return waits;
  };
  return handedOut_.empty() && std::all_of(line_.begin(), line_.end(), waitsForUser);
}

bool OutboxSender::isHeld(const Waiting& waiting, const std::set<std::string>& unanswered) const {
  return waiting.command.withheld || std::any_of(waiting.refersTo.begin(), waiting.refersTo.end(),
                                                 [&](const auto& id) { return unanswered.contains(id); });
}

OutboxSender::Base OutboxSender::giveBase(Waiting& waiting) {
  auto body = parseJsonObject(waiting.command.bodyJson);
  auto entry = cache_.outboxTable().find(waiting.command.id);
  if (!body || !entry) return Base::missing;
  const auto id = textOf(*body, "record_id");
  // The last own change of it must be in the cache, or the base would be stale.
  for (const auto& confirmed : cache_.outboxTable().inState(store::OutboxState::confirmed)) {
    const auto made = read({confirmed.id, confirmed.kind, confirmed.bodyJson}).makes;
    if (!made.contains(id)) continue;
    for (const auto& effect : confirmed.effects) {
      const auto scope = Scope::parse(effect.scope);
      if (scope && cache_.cursor(*scope).high < effect.seq) return Base::missing;
    }
  }
  const auto record = cache_.record(textOf(*body, "record_kind"), id);
  if (!record) {
    // What it changes was refused, or is deleted by now: nothing will ever give it a base. Text and reason stay
    // visible.
    entry->state = store::OutboxState::refused;
    entry->errorCode = errorName(ErrorCode::notFound);
    return cache_.outboxTable().replace(entry->id, *entry) ? Base::gone : Base::missing;
  }
  (*body)["base_seq"] = record->seq;
  entry->bodyJson = json::serialize(*body);
  if (!cache_.outboxTable().replace(entry->id, *entry)) return Base::missing;
  waiting.command.bodyJson = entry->bodyJson;
  waiting.needsBase = false;
  return Base::given;
}

std::vector<session::OutgoingCommand> OutboxSender::next() {
  std::vector<session::OutgoingCommand> commands;
  std::set<std::string> unanswered;
  for (const auto& [id, made] : madeBy_) unanswered.insert(made.begin(), made.end());
  int looked = 0;
  for (auto it = line_.begin(); it != line_.end() && handedOut_.size() < kOfferedMax && looked < kOutboxWindow;
       ++looked) {
    const bool held = isHeld(*it, unanswered);
    const auto base = held || !it->needsBase ? Base::given : giveBase(*it);
    if (base == Base::gone) {
      it = line_.erase(it);
      continue;
    }
    if (held || base == Base::missing) {
      unanswered.insert(it->makes.begin(), it->makes.end());
      ++it;
      continue;
    }
    // The answer of what it follows may have given it another base since it was read.
    if (outbox::isChange(it->command.kind))
      if (auto entry = cache_.outboxTable().find(it->command.id)) it->command.bodyJson = std::move(entry->bodyJson);
    unanswered.insert(it->makes.begin(), it->makes.end());
    handedOut_.push_back(it->command.id);
    madeBy_[it->command.id] = it->makes;
    commands.push_back({it->command.id, it->command.kind, std::move(it->command.bodyJson)});
    it = line_.erase(it);
  }
  return commands;
}

Result<void> OutboxSender::noteSent(std::size_t waiting) {
  const std::size_t sent = handedOut_.size() - std::min(waiting, handedOut_.size());
  if (sent <= sent_) return {};
  const auto begin = handedOut_.begin();
  auto noted = outbox_.sent({begin + static_cast<std::ptrdiff_t>(sent_), begin + static_cast<std::ptrdiff_t>(sent)});
  if (noted) sent_ = sent;
  return noted;
}

Result<OutboxSender::Answered> OutboxSender::answered(const protocol::Ack& ack, const std::string& epoch) {
  const auto found = std::find(handedOut_.begin(), handedOut_.end(), ack.id);
  if (found != handedOut_.end()) {
    if (static_cast<std::size_t>(found - handedOut_.begin()) < sent_) --sent_;
    handedOut_.erase(found);
    madeBy_.erase(ack.id);
  }
  auto answer = outbox_.answered(ack, epoch);
  if (!answer) return answer.error();
  return Answered{*answer, *answer == outbox::Answer::later && ack.code == errorName(ErrorCode::readOnly)};
}

Result<void> OutboxSender::connectionLost(const Clock& clock, RandomSource& random) {
  if (planted(PlantedBug::newIdOnRetry)) {
    for (auto entry : cache_.outboxTable().inState(store::OutboxState::inFlight)) {
      const CommandId old = entry.id;
      entry.id = CommandId::v7(clock, random);
      if (auto replaced = cache_.outboxTable().replace(old, entry); !replaced) return replaced;
    }
  }
  handedOut_.clear();
  madeBy_.clear();
  sent_ = 0;
  return outbox_.connectionLost();
}

void OutboxSender::forget(CommandId id) {
  const auto found = std::find(handedOut_.begin(), handedOut_.end(), id);
  if (found == handedOut_.end()) return;
  if (static_cast<std::size_t>(found - handedOut_.begin()) < sent_) --sent_;
  handedOut_.erase(found);
  madeBy_.erase(id);
}

}  // namespace vb::client::sync

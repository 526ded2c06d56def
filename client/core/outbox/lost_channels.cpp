// What waits for a channel that one may not read any more: one's own unsent text stays, everything else goes.
#include <algorithm>
#include <set>

#include "client/core/outbox/outbox.h"
#include "shared/domain/channel_records.h"

namespace vb::client::outbox {
namespace {

using store::OutboxEntry;
using store::OutboxState;

// How a command depends on being in a channel; a nil channel: not at all.
struct Dependence {
  ChannelId channel;
  TopicId topic;         // that a guest may be in; nil: members only
  bool begins = false;   // asks for or accepts a membership
  bool ends = false;     // gives it up
  bool hasText = false;  // for others to read
  std::string ownTitle = {};
  TopicId about = {};
};

struct Depends {
  Dependence operator()(const JoinChannel& command) const { return {command.channelId, {}, true}; }
  Dependence operator()(const AnswerInvitation& command) const {
    return {command.channelId, {}, command.accept, !command.accept};
  }
  Dependence operator()(const LeaveChannel& command) const { return {command.channelId, {}, false, true}; }
  Dependence operator()(const StartTopic& command) const {
    return {command.channelId, {}, false, false, true, command.title, command.topicId};
  }
  Dependence operator()(const WritePost& command) const {
    return {command.channelId, command.topicId, false, false, true, {}, command.topicId};
  }
  Dependence operator()(const EditInChannel& command) const {
    const bool hasText = command.title || command.body || command.caseParts;
    return {command.channelId, command.topicId, false, false, hasText, command.title.value_or(""), command.topicId};
  }
  Dependence operator()(const WriteLesson& command) const {
    return {command.channelId, {}, false, false, !command.body.empty(), command.title};
  }
  template <class Other>
  Dependence operator()(const Other& command) const {
    Dependence dependence;
    if constexpr (requires { command.channelId; }) dependence.channel = command.channelId;
    if constexpr (requires { command.topicId; }) dependence.topic = dependence.about = command.topicId;
    return dependence;
  }
};

}  // namespace

bool Outbox::mayRead(ChannelId channel, TopicId topic, const std::optional<Scope>& refused) {
  const auto record = cache_.record(std::string(kinds::kMembership), channel.text());
  if (!record) return false;
  const auto membership = fromJsonText<Membership>(record->body);
  if (!membership || membership->state != MembershipState::joined) return false;
  if (membership->role >= ChannelRole::member) return !refused || *refused != Scope::channel(channel);
  if (topic.isNil() || (refused && *refused == Scope::discussion(topic))) return false;
  return std::find(membership->topicIds.begin(), membership->topicIds.end(), topic) != membership->topicIds.end();
}

Result<int> Outbox::accessChanged(const std::optional<Scope>& refused) {
  return giveUp([&](ChannelId channel, TopicId readIn, TopicId) { return !mayRead(channel, readIn, refused); });
}

Result<int> Outbox::casesExpire(Timestamp now) {
  return giveUp([&](ChannelId, TopicId, TopicId about) {
    const auto record = about.isNil() ? std::nullopt : cache_.record(std::string(kinds::kTopic), about.text());
    const auto topic = record ? fromJsonText<Topic>(record->body) : Result<Topic>(fail(ErrorCode::notFound));
    return topic && topic->eraseAt && *topic->eraseAt <= now;
  });
}

Result<int> Outbox::giveUp(const std::function<bool(ChannelId, TopicId, TopicId)>& isLost) {
  struct Row {
    OutboxEntry entry;
    Dependence on;
  };
  std::vector<Row> rows;
  std::set<ChannelId> beginning;
  for (auto& entry : table_.all()) {
    const auto body = parseJsonObject(entry.bodyJson);
    const auto command = body ? parseCommand(entry.kind, *body) : Result<CommandBody>(body.error());
    if (!command) continue;
    auto on = std::visit(Depends{}, *command);
    if (on.channel.isNil()) continue;
    const bool isOver = entry.state == OutboxState::refused || entry.state == OutboxState::conflict ||
                        (entry.state == OutboxState::confirmed && isSettled(entry));
    if (on.begins && !isOver) beginning.insert(on.channel);
    rows.push_back({std::move(entry), std::move(on)});
  }
  int changed = 0;
  store::Cache::Transaction transaction(cache_);
  if (!transaction.begun()) return transaction.begun().error();
  for (auto& [entry, on] : rows) {
    if (beginning.contains(on.channel) || !isLost(on.channel, on.topic, on.about)) continue;
    auto kept = entry;
    kept.title = QString::fromStdString(on.ownTitle);
    kept.newestJson.clear();
    // What is on its way gets its answer first.
    const bool isOnItsWay = entry.state == OutboxState::inFlight;
    const bool isOwnText = on.hasText && entry.state != OutboxState::confirmed;
    if (!isOwnText && !isOnItsWay && !on.begins && !on.ends) {
      if (auto done = table_.remove(entry.id); !done) return done.error();
      ++changed;
      continue;
    }
    if (isOwnText && !isOnItsWay) {
      kept.state = OutboxState::refused;
      kept.errorCode = errorName(ErrorCode::notFound);
      kept.errorDetail = "channel_id";
    }
    if (kept.title == entry.title && kept.state == entry.state && kept.errorCode == entry.errorCode &&
        kept.newestJson == entry.newestJson)
      continue;
    if (auto done = table_.replace(entry.id, kept); !done) return done.error();
    ++changed;
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return changed;
}

}  // namespace vb::client::outbox

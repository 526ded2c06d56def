#include "server/services/channel_log.h"

#include <algorithm>
#include <set>

namespace vb::server::services {
namespace {

using Place = std::pair<std::string, std::string>;  // kind, id

std::optional<Record> living(const storage::Tables& tables, const Scope& scope, std::string_view kind,
                             std::string_view id) {
  auto record = tables.records().find(scope, kind, id);
  if (!record || record->deleted) return std::nullopt;
  return record;
}

std::vector<Record> allOfKind(const storage::Tables& tables, const Scope& scope, std::string_view kind) {
  std::vector<Record> all;
  tables.records().ofKind(scope, kind, [&](const Record& record) {
    all.push_back(record);
    return true;
  });
  return all;
}

std::vector<Place> allAbout(const storage::Tables& tables, const Scope& scope, std::string_view about) {
  std::vector<Place> all;
  tables.records().about(scope, about, [&](const Record& record) {
    all.emplace_back(record.kind, record.id);
    return true;
  });
  return all;
}

bool hasGuests(const Changes& changes, TopicId topic) {
  return changes.find(Scope::discussion(topic), kinds::kTopic, topic.text()).has_value();
}

// What guests see of a channel.
json::object forGuests(const Channel& channel) {
  Channel shown = channel;
  shown.description.clear();
  return toJson(shown);
}

void copyInto(Changes& changes, const Scope& to, const Record& record, std::string_view about) {
  auto parsed = parseJsonObject(record.body);
  json::object body = parsed ? std::move(*parsed) : json::object();
  if (record.kind == kinds::kPost) body["posted_seq"] = changes.nextSeq(to);
  changes.put(to, record.kind, record.id, about, body);
}

// Its discussion begins: everything of the topic so far.
void openDiscussion(Changes& changes, ChannelId channel, TopicId id) {
  const auto scope = Scope::channel(channel);
  const auto to = Scope::discussion(id);
  const auto topic = changes.find(scope, kinds::kTopic, id.text());
  if (!topic || hasGuests(changes, id)) return;
  if (const auto known = findChannel(changes.tables(), channel))
    changes.put(to, kinds::kChannel, channel.text(), "", forGuests(*known));
  auto body = readBody<Topic>(*topic);
  body.startedSeq = changes.nextSeq(to);
  changes.put(to, kinds::kTopic, id.text(), "", merged(*topic, body));
  std::vector<Record> belonging;
  std::as_const(changes.tables()).records().about(scope, id.text(), [&](const Record& record) {
    belonging.push_back(record);
    return true;
  });
  std::sort(belonging.begin(), belonging.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; });
  for (const auto& record : belonging) {
    copyInto(changes, to, record, id.text());
    if (record.kind != kinds::kDocument) continue;
    for (const auto& [kind, version] : allAbout(changes.tables(), scope, record.id))
      if (const auto stored = changes.find(scope, kind, version)) copyInto(changes, to, *stored, record.id);
  }
}

// Its last guest went.
void closeDiscussion(Changes& changes, TopicId id) {
  const auto scope = Scope::discussion(id);
  for (const char* kind :
       {kinds::kVersion, kinds::kDocument, kinds::kEarlier, kinds::kPost, kinds::kTopic, kinds::kChannel})
    for (const auto& record : allOfKind(changes.tables(), scope, kind)) changes.remove(scope, kind, record.id);
}

void leaveDiscussion(Changes& changes, TopicId topic, UserId user) {
  const auto scope = Scope::discussion(topic);
  changes.remove(scope, kinds::kMember, user.text());
  if (allOfKind(changes.tables(), scope, kinds::kMember).empty()) closeDiscussion(changes, topic);
}

std::set<TopicId> topicsWithGuests(const storage::Tables& tables, ChannelId channel) {
  std::set<TopicId> topics;
  for (const auto& record : allOfKind(tables, Scope::channel(channel), kinds::kMember))
    for (const auto topic : readBody<Member>(record).topicIds) topics.insert(topic);
  return topics;
}

}  // namespace

std::optional<Channel> findChannel(const storage::Tables& tables, ChannelId channel) {
  const auto record = living(tables, Scope::channel(channel), kinds::kChannel, channel.text());
  if (!record) return std::nullopt;
  return readBody<Channel>(*record);
}

std::optional<Member> findMember(const storage::Tables& tables, ChannelId channel, UserId user) {
  const auto record = living(tables, Scope::channel(channel), kinds::kMember, user.text());
  if (!record) return std::nullopt;
  return readBody<Member>(*record);
}

std::optional<Lease> findLease(const storage::Tables& tables, ChannelId channel) {
  const auto record = living(tables, Scope::desk(channel), kinds::kLease, channel.text());
  if (!record) return std::nullopt;
  return readBody<Lease>(*record);
}

namespace {

// Not asked yet: what the role may.
Result<InChannel> stepIn(const Changes& changes, ChannelId id) {
  const auto& tables = changes.tables();
  auto record = living(tables, Scope::channel(id), kinds::kChannel, id.text());
  const auto me = findMember(tables, id, changes.user());
  if (!record || !me) return fail(ErrorCode::notFound, "channel_id");
  auto channel = readBody<Channel>(*record);
  return InChannel{id, std::move(channel), std::move(*record), *me};
}

Result<void> allow(const InChannel& in, ChannelAction action, Timestamp now) {
  if (!may(in.me.role, action)) return fail(ErrorCode::forbidden, "channel_id");
  if (!may(in.me.role, action, in.channel, now)) return fail(ErrorCode::forbidden, "lease");
  return {};
}

}  // namespace

Result<InChannel> enter(const Changes& changes, ChannelId channel, ChannelAction action) {
  auto in = stepIn(changes, channel);
  if (!in) return in;
  if (in->me.role == ChannelRole::guest && action != ChannelAction::leave)
    return fail(ErrorCode::forbidden, "channel_id");
  if (auto allowed = allow(*in, action, changes.now()); !allowed) return allowed.error();
  return in;
}

Result<InTopic> enterTopic(const Changes& changes, ChannelId channel, TopicId topic, ChannelAction action) {
  auto in = stepIn(changes, channel);
  if (!in) return in.error();
  const auto& topics = in->me.topicIds;
  const bool isOutside =
      in->me.role == ChannelRole::guest && std::find(topics.begin(), topics.end(), topic) == topics.end();
  auto record = changes.find(Scope::channel(channel), kinds::kTopic, topic.text());
  if (isOutside || !record) return fail(ErrorCode::notFound, "topic_id");
  auto body = readBody<Topic>(*record);
  if (body.deletedAt && action != ChannelAction::readTopic) return fail(ErrorCode::notFound, "topic_id");
  if (auto allowed = allow(*in, action, changes.now()); !allowed) return allowed.error();
  return InTopic{std::move(*in), std::move(body), std::move(*record)};
}

void putInTopic(Changes& changes, ChannelId channel, TopicId topic, std::string_view kind, std::string_view id,
                std::string_view about, const json::object& body) {
  changes.put(Scope::channel(channel), kind, id, about, body);
  if (!hasGuests(changes, topic)) return;
  const auto scope = Scope::discussion(topic);
  // It began at another place in the discussion's log.
  json::object copy = body;
  const auto stored = changes.find(scope, kind, id);
  if (kind == kinds::kTopic)
    copy["started_seq"] = stored ? readBody<Topic>(*stored).startedSeq : changes.nextSeq(scope);
  if (kind == kinds::kPost) copy["posted_seq"] = stored ? readBody<Post>(*stored).postedSeq : changes.nextSeq(scope);
  changes.put(scope, kind, id, about, copy);
}

void removeInTopic(Changes& changes, ChannelId channel, TopicId topic, std::string_view kind, std::string_view id) {
  changes.remove(Scope::channel(channel), kind, id);
  if (hasGuests(changes, topic)) changes.remove(Scope::discussion(topic), kind, id);
}

void putOfDocument(Changes& changes, ChannelId channel, TopicId topic, std::string_view kind, std::string_view id,
                   std::string_view about, const json::object& body) {
  if (topic.isNil())
    changes.put(Scope::channel(channel), kind, id, about, body);
  else
    putInTopic(changes, channel, topic, kind, id, about, body);
}

void removeDocument(Changes& changes, ChannelId channel, DocumentId document) {
  const auto scope = Scope::channel(channel);
  const auto record = changes.find(scope, kinds::kDocument, document.text());
  if (!record) return;
  const TopicId topic = readBody<Document>(*record).topicId;
  auto& contents = changes.tables().contents();
  for (const auto& [kind, id] : allAbout(changes.tables(), scope, document.text())) {
    removeInTopic(changes, channel, topic, kind, id);
    if (const auto version = VersionId::parse(id); version && kind == kinds::kVersion) contents.removeVersion(*version);
  }
  contents.removeBinned(document);
  removeInTopic(changes, channel, topic, kinds::kDocument, document.text());
  noteUsedBytes(changes, channel);
}

void noteUsedBytes(Changes& changes, ChannelId channel) {
  const auto record = changes.find(Scope::desk(channel), kinds::kLease, channel.text());
  if (!record) return;
  auto lease = readBody<Lease>(*record);
  const auto used = std::as_const(changes.tables()).contents().usedBytes(channel);
  if (lease.usedBytes == used) return;
  lease.usedBytes = used;
  changes.put(Scope::desk(channel), kinds::kLease, channel.text(), "", merged(*record, lease));
}

void eraseTopic(Changes& changes, ChannelId channel, TopicId topic) {
  const auto scope = Scope::channel(channel);
  for (const auto& [kind, id] : allAbout(changes.tables(), scope, topic.text())) {
    if (kind == kinds::kDocument)
      removeDocument(changes, channel, *DocumentId::parse(id));
    else
      removeInTopic(changes, channel, topic, kind, id);
  }
  changes.tables().channels().removeCase(topic);
  changes.remove(scope, kinds::kTopic, topic.text());
  // Guests of this topic alone have nothing left in the channel.
  for (const auto& record : allOfKind(changes.tables(), scope, kinds::kMember)) {
    const auto member = readBody<Member>(record);
    if (std::find(member.topicIds.begin(), member.topicIds.end(), topic) == member.topicIds.end()) continue;
    std::vector<TopicId> left = member.topicIds;
    std::erase(left, topic);
    const UserId user = *UserId::parse(record.id);
    if (left.empty())
      removeMember(changes, channel, user);
    else
      putMember(changes, channel, user, ChannelRole::guest, left, {});
  }
}

void putChannel(Changes& changes, ChannelId id, const Channel& channel, const json::object& body) {
  changes.put(Scope::channel(id), kinds::kChannel, id.text(), "", body);
  if (channel.access == ChannelAccess::open || channel.access == ChannelAccess::onRequest)
    putIfOther(changes, Scope::directory(), kinds::kChannelListing, id.text(), "",
               toJson(ChannelListing{channel.name, channel.description, channel.organisation, channel.access}));
  else
    changes.remove(Scope::directory(), kinds::kChannelListing, id.text());
  for (const auto topic : topicsWithGuests(changes.tables(), id))
    if (hasGuests(changes, topic))
      changes.put(Scope::discussion(topic), kinds::kChannel, id.text(), "", forGuests(channel));
}

void putMembership(Changes& changes, ChannelId channel, UserId user, const Membership& membership) {
  changes.put(Scope::user(user), kinds::kMembership, channel.text(), "", toJson(membership));
}

void putMember(Changes& changes, ChannelId channel, UserId user, ChannelRole role, const std::vector<TopicId>& topics,
               UserId invitedBy) {
  const auto before = findMember(changes.tables(), channel, user);
  Member member{role, before ? before->since : changes.now(), {}};
  if (role == ChannelRole::guest) member.topicIds = topics;
  changes.put(Scope::channel(channel), kinds::kMember, user.text(), "", toJson(member));
  if (before)
    for (const auto topic : before->topicIds)
      if (std::find(member.topicIds.begin(), member.topicIds.end(), topic) == member.topicIds.end())
        leaveDiscussion(changes, topic, user);
  for (const auto topic : member.topicIds) {
    openDiscussion(changes, channel, topic);
    putIfOther(changes, Scope::discussion(topic), kinds::kMember, user.text(), "",
               toJson(Member{role, member.since, {}}));
  }
  const auto known = findChannel(changes.tables(), channel).value_or(Channel{});
  Membership own{known.name,      known.organisation, role,        MembershipState::joined,
                 member.topicIds, invitedBy,          member.since};
  if (const auto stored = changes.find(Scope::user(user), kinds::kMembership, channel.text()))
    if (invitedBy.isNil()) own.invitedBy = readBody<Membership>(*stored).invitedBy;
  putMembership(changes, channel, user, own);
}

void removeMember(Changes& changes, ChannelId channel, UserId user) {
  if (const auto member = findMember(changes.tables(), channel, user))
    for (const auto topic : member->topicIds) leaveDiscussion(changes, topic, user);
  changes.remove(Scope::channel(channel), kinds::kMember, user.text());
  changes.remove(Scope::user(user), kinds::kMembership, channel.text());
}

void removeWaiting(Changes& changes, ChannelId channel, UserId user) {
  const auto desk = Scope::desk(channel);
  changes.remove(desk, kinds::kJoinRequest, user.text());
  for (const auto& record : allOfKind(changes.tables(), desk, kinds::kInvitation))
    if (readBody<Invitation>(record).userId == user) changes.remove(desk, kinds::kInvitation, record.id);
}

int countOwners(const storage::Tables& tables, ChannelId channel) {
  int owners = 0;
  tables.records().ofKind(Scope::channel(channel), kinds::kMember, [&](const Record& record) {
    owners += readBody<Member>(record).role == ChannelRole::owner ? 1 : 0;
    return true;
  });
  return owners;
}

Result<void> checkSeats(const storage::Tables& tables, ChannelId channel) {
  const auto lease = findLease(tables, channel);
  if (!lease || lease->seats <= 0) return {};
  int taken = 0;
  tables.records().ofKind(Scope::channel(channel), kinds::kMember, [&](const Record& record) {
    taken += readBody<Member>(record).role >= ChannelRole::member ? 1 : 0;
    return true;
  });
  if (taken >= lease->seats) return fail(ErrorCode::forbidden, "seats");
  return {};
}

}  // namespace vb::server::services

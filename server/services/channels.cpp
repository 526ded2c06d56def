#include "server/services/channels.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "server/services/channel_log.h"
#include "server/services/tuning.h"
#include "shared/base/limits.h"
#include "shared/domain/checks.h"

namespace vb::server::services {
namespace {

Error unknownChannel() { return fail(ErrorCode::notFound, "channel_id"); }

// Its own record, with the members that this version does not know.
Result<std::pair<Record, Channel>> find(const Changes& changes, ChannelId id) {
  const auto record = changes.find(Scope::channel(id), kinds::kChannel, id.text());
  if (!record) return unknownChannel();
  return std::pair(*record, readBody<Channel>(*record));
}

void removeAll(Changes& changes, const Scope& scope, std::initializer_list<const char*> kinds) {
  for (const char* kind : kinds) {
    std::vector<std::string> ids;
    std::as_const(changes.tables()).records().ofKind(scope, kind, [&](const Record& record) {
      ids.push_back(record.id);
      return true;
    });
    for (const auto& id : ids) changes.remove(scope, kind, id);
  }
}

}  // namespace

Result<void> createChannel(storage::Tables& tables, const NewChannel& made, Timestamp now) {
  if (auto named = checks::checkText("name", made.channel.name, 2, limits::kNameCharsMax, true); !named)
    return named.error();
  if (std::as_const(tables).records().isUsed(kinds::kChannel, made.id.text())) return fail(ErrorCode::idReused, "id");
  if (!std::as_const(tables).accounts().find(made.owner)) return fail(ErrorCode::notFound, "owner");
  Changes changes(tables, made.owner, now);
  Channel channel = made.channel;
  channel.createdAt = now;
  channel.leaseEndsAt = made.lease.endsAt;
  tables.channels().insert(made.id);
  putChannel(changes, made.id, channel, toJson(channel));
  changes.put(Scope::desk(made.id), kinds::kLease, made.id.text(), "", toJson(made.lease));
  putMember(changes, made.id, made.owner, ChannelRole::owner, {}, {});
  return {};
}

std::optional<ChannelFacts> channelFacts(const storage::Tables& tables, ChannelId id) {
  const auto channel = findChannel(tables, id);
  if (!channel) return std::nullopt;
  ChannelFacts facts{id, *channel, findLease(tables, id).value_or(Lease{}), 0, 0, {}};
  tables.records().ofKind(Scope::channel(id), kinds::kMember, [&](const Record& record) {
    const auto role = readBody<Member>(record).role;
    ++(role == ChannelRole::guest ? facts.guests : facts.members);
    if (role == ChannelRole::owner) facts.owners.push_back(*UserId::parse(record.id));
    return true;
  });
  return facts;
}

std::vector<ChannelFacts> listChannels(const storage::Tables& tables) {
  std::vector<ChannelFacts> all;
  for (const auto id : tables.channels().all())
    if (auto facts = channelFacts(tables, id)) all.push_back(std::move(*facts));
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.channel.name < b.channel.name; });
  return all;
}

Result<ChannelId> findChannelNamed(const storage::Tables& tables, const std::string& idOrName) {
  if (const auto id = ChannelId::parse(idOrName); id && findChannel(tables, *id)) return *id;
  std::vector<ChannelId> found;
  for (const auto id : tables.channels().all())
    if (const auto channel = findChannel(tables, id); channel && channel->name == idOrName) found.push_back(id);
  if (found.empty()) return unknownChannel();
  if (found.size() > 1) return fail(ErrorCode::conflict, "channels");
  return found.front();
}

Result<void> setLease(storage::Tables& tables, ChannelId id, const Lease& lease, Timestamp now) {
  Changes changes(tables, {}, now);
  const auto found = find(changes, id);
  if (!found) return found.error();
  auto [record, channel] = *found;
  Lease next = lease;
  next.usedBytes = findLease(tables, id).value_or(Lease{}).usedBytes;
  changes.put(Scope::desk(id), kinds::kLease, id.text(), "", toJson(next));
  if (channel.leaseEndsAt == next.endsAt) return {};
  channel.leaseEndsAt = next.endsAt;
  auto body = merged(record, channel);
  if (!channel.leaseEndsAt) body.erase("lease_ends_at");
  putChannel(changes, id, channel, body);
  return {};
}

Result<void> setChannelMember(storage::Tables& tables, ChannelId id, UserId user, ChannelRole role, Timestamp now) {
  Changes changes(tables, {}, now);
  if (!findChannel(tables, id)) return unknownChannel();
  if (!std::as_const(tables).accounts().find(user)) return fail(ErrorCode::notFound, "user_id");
  const auto before = findMember(tables, id, user);
  if (before && before->role == role) return {};
  if (before && before->role == ChannelRole::owner && countOwners(tables, id) < 2)
    return fail(ErrorCode::forbidden, "last_owner");
  if (!before || before->role == ChannelRole::guest)
    if (auto free = checkSeats(tables, id); !free) return free.error();
  removeWaiting(changes, id, user);
  putMember(changes, id, user, role, {}, {});
  return {};
}

Result<void> noticeDeletion(storage::Tables& tables, ChannelId id, std::optional<Timestamp> from, Timestamp now) {
  Changes changes(tables, {}, now);
  const auto found = find(changes, id);
  if (!found) return found.error();
  if (from && *from < now + kDeletionNoticeMin) return fail(ErrorCode::badField, "date");
  auto [record, channel] = *found;
  channel.deletedFrom = from;
  channel.deletionNoticedAt.reset();
  if (from) channel.deletionNoticedAt = now;
  auto body = merged(record, channel);
  if (!from) {
    body.erase("deleted_from");
    body.erase("deletion_noticed_at");
  }
  putChannel(changes, id, channel, body);
  return {};
}

Result<void> deleteChannel(storage::Tables& tables, ChannelId id, Timestamp now) {
  Changes changes(tables, {}, now);
  const auto found = find(changes, id);
  if (!found) return found.error();
  const auto& channel = found->second;
  if (!channel.deletedFrom || now < *channel.deletedFrom) return fail(ErrorCode::forbidden, "notice");
  std::vector<UserId> people;
  std::vector<UserId> waiting;
  std::as_const(tables).records().ofKind(Scope::channel(id), kinds::kMember, [&](const Record& record) {
    people.push_back(*UserId::parse(record.id));
    return true;
  });
  std::as_const(tables).records().ofKind(Scope::desk(id), kinds::kJoinRequest, [&](const Record& record) {
    waiting.push_back(*UserId::parse(record.id));
    return true;
  });
  std::as_const(tables).records().ofKind(Scope::desk(id), kinds::kInvitation, [&](const Record& record) {
    if (const auto user = readBody<Invitation>(record).userId; !user.isNil()) waiting.push_back(user);
    return true;
  });
  for (const auto user : people) removeMember(changes, id, user);
  for (const auto user : waiting) changes.remove(Scope::user(user), kinds::kMembership, id.text());
  removeAll(changes, Scope::channel(id),
            {kinds::kVersion, kinds::kDocument, kinds::kFolder, kinds::kEarlier, kinds::kPost, kinds::kLesson,
             kinds::kTopic, kinds::kChannel});
  removeAll(changes, Scope::desk(id), {kinds::kJoinRequest, kinds::kInvitation, kinds::kLease});
  changes.remove(Scope::directory(), kinds::kChannelListing, id.text());
  tables.channels().remove(id);
  tables.contents().removeChannel(id);
  return {};
}

namespace {

void eraseSome(storage::Storage& storage, Timestamp now, int before, std::function<void(Result<int>)> done) {
  storage::writeValue<int>(
      storage,
      [now](storage::Tables& tables) -> Result<int> {
        const auto due = std::as_const(tables).channels().dueCases(now, kCasesErasedAtOnce);
        Changes changes(tables, {}, now);
        for (const auto& one : due) eraseTopic(changes, one.channel, one.topic);
        return static_cast<int>(due.size());
      },
      [&storage, now, before, done = std::move(done)](Result<int> erased) {
        if (!erased) return done(erased.error());
        if (*erased < kCasesErasedAtOnce) return done(before + *erased);
        eraseSome(storage, now, before + *erased, done);
      });
}

}  // namespace

void eraseDueCases(storage::Storage& storage, Timestamp now, std::function<void(Result<int>)> done) {
  eraseSome(storage, now, 0, std::move(done));
}

}  // namespace vb::server::services

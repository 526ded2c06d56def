// Channels and the people in them; topics and posts are in channel_topics.cpp.
#include "client/core/store/channel_reader_sqlite.h"

#include <algorithm>

#include "client/core/store/packed_id.h"
#include "shared/domain/channel_rights.h"

#define VB_TOPIC_COLUMNS                                                                                 \
  "topic.id, topic.channel, is_case, topic.author, started_at, started_seq, activity_at, posts, pinned," \
  " topic.deleted, erase_at"

namespace vb::client::store {
namespace {

qint64 milliseconds(Timestamp at) { return at.time_since_epoch().count(); }
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QVector<TopicId> list(const std::vector<TopicId>& topics) { return {topics.begin(), topics.end()}; }

}  // namespace

SqliteChannelReader::SqliteChannelReader(Connection& c, DirectoryReader& directory, Snapshot snapshot)
    : directory_(directory),
      documents_(c, directory),
      snapshot_(std::move(snapshot)),
      one_(c,
           "SELECT body, seq FROM record WHERE scope = (SELECT ordinal FROM scope WHERE name = ?1)"
           " AND kind = (SELECT ordinal FROM kind WHERE name = ?2) AND id = ?3 AND deleted = 0"),
      all_(c,
           "SELECT id, body FROM record WHERE scope = (SELECT ordinal FROM scope WHERE name = ?1)"
           " AND kind = (SELECT ordinal FROM kind WHERE name = ?2) AND deleted = 0"),
      held_(c, "SELECT 1 FROM scope WHERE name = ? AND epoch <> ''"),
      unreadTopics_(c,
                    "SELECT count(*) FROM topic t LEFT JOIN topic_mark m ON m.topic = t.id"
                    " LEFT JOIN joined j ON j.channel = t.channel"
                    " WHERE t.channel = ?1 AND t.deleted = 0 AND coalesce(m.mute, 0) = 0"
                    " AND (EXISTS (SELECT 1 FROM post p WHERE p.topic = t.id AND p.posted_seq > coalesce(m.read_seq, 0)"
                    " AND p.author <> ?2 AND p.deleted = 0 AND p.posted_at > coalesce(j.since, 0))"
                    " OR (coalesce(m.read_seq, 0) = 0 AND t.author <> ?2 AND t.started_at > coalesce(j.since, 0)))"),
      topicsOf_(c, "SELECT " VB_TOPIC_COLUMNS
                   ", body FROM topic JOIN record USING (rid) WHERE channel = ?1"
                   " AND is_case = ?2"),
      topicOf_(c, "SELECT " VB_TOPIC_COLUMNS ", body, seq FROM topic JOIN record USING (rid) WHERE topic.id = ?1"),
      mark_(c, "SELECT follow, mute, read_seq, position FROM topic_mark WHERE topic = ?"),
      unread_(c,
              "SELECT count(*) FROM post WHERE topic = ?1 AND posted_seq > ?2 AND author <> ?3 AND deleted = 0"
              " AND posted_at > ?4"),
      since_(c, "SELECT since FROM joined WHERE channel = ?"),
      topicCount_(c, "SELECT count(*) FROM topic WHERE channel = ? AND is_case = 0 AND deleted = 0"),
      caseCount_(c, "SELECT count(*) FROM topic WHERE channel = ? AND is_case = 1 AND deleted = 0"),
      postIds_(c, "SELECT id FROM post WHERE topic = ? ORDER BY posted_seq, id"),
      postOf_(c, "SELECT record.body, record.seq FROM post JOIN record USING (rid) WHERE post.id = ?"),
      isPostHere_(c, "SELECT 1 FROM post WHERE id = ?"),
      postCount_(c, "SELECT count(*) FROM post WHERE topic = ?"),
      earlier_(c, "SELECT record.body FROM earlier JOIN record USING (rid) WHERE of_id = ? ORDER BY earlier.seq DESC"),
      anyRecord_(c,
                 "SELECT body FROM record WHERE id = ?1 AND kind = (SELECT ordinal FROM kind WHERE name = ?2)"
                 " AND scope IN (SELECT ordinal FROM scope WHERE name LIKE 'channel/%' OR name LIKE 'discussion/%')"
                 " AND deleted = 0 LIMIT 1"),
      rule_(c, "SELECT keep, bytes_max FROM own.offline_rule WHERE channel = ?"),
      topicsAbout_(c,
                   "SELECT topic.id FROM topic JOIN record USING (rid) WHERE channel = ?1 AND topic.deleted = 0"
                   " AND json_extract(body, '$.about_document_id') = ?2 ORDER BY activity_at DESC") {}

std::optional<Membership> SqliteChannelReader::membership(ChannelId id) {
  const auto found = one<Membership>(Scope::user(me_), kinds::kMembership, id.text());
  return found ? std::optional(found->first) : std::nullopt;
}

std::optional<std::pair<Channel, Seq>> SqliteChannelReader::channelRecord(ChannelId id,
                                                                          const std::optional<Membership>& membership) {
  if (auto found = one<Channel>(Scope::channel(id), kinds::kChannel, id.text())) return found;
  if (membership && membership->role == ChannelRole::guest)
    for (const auto topic : membership->topicIds)
      if (auto found = one<Channel>(Scope::discussion(topic), kinds::kChannel, id.text())) return found;
  return std::nullopt;
}

bool SqliteChannelReader::isSynced(ChannelId id, const std::optional<Membership>& membership) {
  if (held_.query(Scope::channel(id).text()).next()) return true;
  if (!membership || membership->role != ChannelRole::guest) return false;
  return std::any_of(membership->topicIds.begin(), membership->topicIds.end(),
                     [&](TopicId topic) { return held_.query(Scope::discussion(topic).text()).next(); });
}

int SqliteChannelReader::count(Statement& statement, ChannelId id) {
  auto rows = statement.query(id);
  return rows.next() ? static_cast<int>(rows.number(0)) : 0;
}

std::vector<ChannelId> SqliteChannelReader::known() {
  std::vector<ChannelId> ids;
  const auto add = [&](const std::string& text) {
    const auto id = ChannelId::parse(text);
    if (id && std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
  };
  each<Membership>(Scope::user(me_), kinds::kMembership, [&](const std::string& id, const Membership&) { add(id); });
  each<ChannelListing>(Scope::directory(), kinds::kChannelListing,
                       [&](const std::string& id, const ChannelListing&) { add(id); });
  return ids;
}

// As it will be once what waits is sent.
std::optional<ChannelRow> SqliteChannelReader::row(ChannelId id) {
  const auto mine = membership(id);
  const auto listing = one<ChannelListing>(Scope::directory(), kinds::kChannelListing, id.text());
  if (!mine && !listing) return std::nullopt;
  ChannelRow row;
  row.id = id;
  if (listing) {
    row.name = text(listing->first.name);
    row.organisation = text(listing->first.organisation);
    row.description = text(listing->first.description);
    row.access = listing->first.access;
  }
  if (mine) {
    row.name = row.name.isEmpty() ? text(mine->name) : row.name;
    row.organisation = row.organisation.isEmpty() ? text(mine->organisation) : row.organisation;
    row.role = mine->role;
    row.state = mine->state;
    row.invitedBy = mine->invitedBy.isNil() ? QString() : directory_.author(mine->invitedBy, *overlay_).name;
  }
  if (const auto found = channelRecord(id, mine)) {
    row.name = text(found->first.name);
    row.organisation = text(found->first.organisation);
    row.description = text(found->first.description);
    row.access = found->first.access;
  }
  if (const auto changed = pending().changed.find(id); changed != pending().changed.end()) {
    const auto& change = changed->second.command;
    if (change.name) row.name = text(*change.name);
    if (change.description) row.description = text(*change.description);
    if (change.access) row.access = *change.access;
    row.sendState = changed->second.state;
  }
  if (const auto found = pending().memberships.find(id); found != pending().memberships.end()) {
    using Becomes = ChannelOverlay::Membership;
    const auto [becomes, state] = found->second;
    const bool isOut = becomes == Becomes::leaving || becomes == Becomes::declining;
    if (isOut) {
      if (!listing) return std::nullopt;
      row.role = ChannelRole::none;
      row.state = MembershipState::unknown;
    } else if (row.state != MembershipState::joined) {
      const bool asks = becomes == Becomes::joining && row.access == ChannelAccess::onRequest;
      row.state = asks ? MembershipState::requested : MembershipState::joined;
      if (!asks && row.role == ChannelRole::none) row.role = ChannelRole::member;
    }
    row.sendState = state;
  }
  row.synced = isSynced(id, mine);
  return row;
}

void SqliteChannelReader::countUnread(ChannelRow& row) {
  if (row.state != MembershipState::joined) return;
  auto rows = unreadTopics_.query(row.id, me_);
  if (rows.next()) row.unreadTopics = static_cast<int>(rows.number(0));
}

QVector<ChannelRow> SqliteChannelReader::channelRows() {
  QVector<ChannelRow> rows;
  for (const auto id : known())
    if (auto found = row(id)) rows.append(std::move(*found));
  return rows;
}

QVector<ChannelRow> SqliteChannelReader::channels() {
  QVector<ChannelRow> rows;
  snapshot_([&] {
    rows = channelRows();
    for (auto& row : rows) countUnread(row);
  });
  const auto rank = [](const ChannelRow& one) {
    switch (one.state) {
      case MembershipState::joined:
        return 0;
      case MembershipState::invited:
        return 1;
      case MembershipState::requested:
        return 2;
      case MembershipState::unknown:
        break;
    }
    return 3;
  };
  std::sort(rows.begin(), rows.end(), [&](const ChannelRow& a, const ChannelRow& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (const int order = QString::localeAwareCompare(a.name, b.name); order != 0) return order < 0;
    return a.id < b.id;
  });
  return rows;
}

std::optional<ChannelView> SqliteChannelReader::channel(ChannelId id) {
  std::optional<ChannelView> view;
  snapshot_([&] {
    auto found = row(id);
    if (!found) return;
    view.emplace();
    view->row = std::move(*found);
    countUnread(view->row);
    if (const auto record = channelRecord(id, membership(id))) {
      view->channel = record->first;
      view->seq = record->second;
      view->readOnly = leaseEnded(view->channel, Timestamp(Milliseconds(now_)));
    }
    each<Member>(Scope::channel(id), kinds::kMember, [&](const std::string&, const Member& member) {
      view->members += member.role >= ChannelRole::member ? 1 : 0;
    });
    view->topics = count(topicCount_, id);
    view->cases = count(caseCount_, id);
    view->documents = documents_.count(id);
    if (auto kept = rule_.query(id); kept.next())
      view->rule = {static_cast<OfflineKeep>(kept.number(0)), kept.number(1)};
    each<JoinRequest>(Scope::desk(id), kinds::kJoinRequest, [&](const std::string& user, const JoinRequest&) {
      const auto parsed = UserId::parse(user);
      view->requests += parsed && !pending().answered.contains({id, *parsed}) ? 1 : 0;
    });
    if (may(view->row.role, ChannelAction::seeLease))
      if (auto lease = one<Lease>(Scope::desk(id), kinds::kLease, id.text())) view->lease = lease->first;
  });
  return view;
}

ChannelPeople SqliteChannelReader::people(ChannelId id) {
  ChannelPeople people;
  const auto byName = [](const auto& a, const auto& b) {
    return QString::localeAwareCompare(a.person.name, b.person.name) < 0;
  };
  snapshot_([&] {
    each<Member>(Scope::channel(id), kinds::kMember, [&](const std::string& user, const Member& member) {
      const auto parsed = UserId::parse(user);
      if (!parsed || pending().removedMembers.contains({id, *parsed})) return;
      MemberRow row{directory_.author(*parsed, *overlay_),
                    member.role,
                    milliseconds(member.since),
                    list(member.topicIds),
                    *parsed == me_,
                    SendState::none};
      if (const auto role = pending().roles.find({id, *parsed}); role != pending().roles.end()) {
        row.role = role->second.command.role;
        row.topics = list(role->second.command.topicIds);
        row.sendState = role->second.state;
      }
      people.members.append(std::move(row));
    });
    each<JoinRequest>(Scope::desk(id), kinds::kJoinRequest, [&](const std::string& user, const JoinRequest& request) {
      const auto parsed = UserId::parse(user);
      if (!parsed || pending().answered.contains({id, *parsed})) return;
      people.requests.append({directory_.author(*parsed, *overlay_), text(request.message), milliseconds(request.at)});
    });
    const auto addInvitation = [&](InvitationId invitation, UserId user, const std::string& email, ChannelRole role,
                                   UserId by, qint64 at, qint64 expiresAt) {
      InvitationRow row;
      row.id = invitation;
      if (!user.isNil()) row.person = directory_.author(user, *overlay_);
      row.email = text(email);
      row.role = role;
      row.invitedBy = directory_.author(by, *overlay_).name;
      row.at = at;
      row.expiresAt = expiresAt;
      people.invitations.append(std::move(row));
    };
    std::set<InvitationId> there;
    each<Invitation>(Scope::desk(id), kinds::kInvitation, [&](const std::string& key, const Invitation& one) {
      const auto parsed = InvitationId::parse(key);
      if (!parsed || pending().withdrawn.contains(*parsed)) return;
      there.insert(*parsed);
      addInvitation(*parsed, one.userId, one.email, one.role, one.invitedBy, milliseconds(one.at),
                    one.expiresAt ? milliseconds(*one.expiresAt) : 0);
    });
    if (const auto invited = pending().invited.find(id); invited != pending().invited.end())
      for (const auto& one : invited->second)
        if (!there.contains(one.command.invitationId) && !pending().withdrawn.contains(one.command.invitationId))
          addInvitation(one.command.invitationId, one.command.userId, one.command.email, one.command.role, me_, one.at,
                        0);
  });
  // Owners first, then by what they may.
  std::sort(people.members.begin(), people.members.end(),
            [&](const MemberRow& a, const MemberRow& b) { return a.role != b.role ? a.role > b.role : byName(a, b); });
  std::sort(people.requests.begin(), people.requests.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  std::sort(people.invitations.begin(), people.invitations.end(),
            [](const auto& a, const auto& b) { return a.at < b.at; });
  return people;
}

Scope SqliteChannelReader::scopeOf(ChannelId channel, TopicId topic) {
  Scope scope = Scope::channel(channel);
  snapshot_([&] {
    const auto mine = membership(channel);
    if (mine && mine->role == ChannelRole::guest) scope = Scope::discussion(topic);
  });
  return scope;
}

QString SqliteChannelReader::channelName(ChannelId id) {
  const auto found = row(id);
  return found ? found->name : QString();
}

}  // namespace vb::client::store

// What the users of a SyncWorld do in channels, and what its oracle says of them.
#include <algorithm>

#include "client/core/actions/in_channel.h"
#include "client/core/store/channel_reader.h"
#include "client/core/store/outbox_table.h"
#include "shared/domain/channel_records.h"
#include "tests/convergence/seat.h"

namespace vb::test {

using namespace client;

void WorldClient::noteInChannel(const Result<CommandId>& queued) {
  if (queued && engine_) engine_->outboxChanged();
}

void WorldClient::manageMembers(const store::ChannelRow& channel, const std::vector<UserId>& people) {
  const auto person = people[random_.below(people.size())];
  if (person == person_.user) return;
  if (random_.chance(50)) return noteInChannel(actions::removeMember(parts(), {channel.id, person}));
  InviteToChannel invitation;
  invitation.channelId = channel.id;
  invitation.invitationId = InvitationId::v7(clock_, random_);
  invitation.userId = person;
  const auto topics = reader_->channels().topics(channel.id, store::TopicFilter::discussions, 0, 3);
  if (!topics.isEmpty() && random_.chance(40)) {
    invitation.role = ChannelRole::guest;
    invitation.topicIds = {topics.first().id};
  }
  noteInChannel(actions::inviteToChannel(parts(), invitation));
}

void WorldClient::writeIn(const store::ChannelRow& channel) {
  const auto topics = reader_->channels().topics(channel.id, store::TopicFilter::discussions, 0, 20);
  if (topics.isEmpty() || random_.chance(20)) {
    StartTopic topic;
    topic.channelId = channel.id;
    topic.topicId = TopicId::v7(clock_, random_);
    topic.title = "Onderwerp " + person_.name;
    topic.body = someText();
    return noteInChannel(actions::startTopic(parts(), topic));
  }
  const auto row = topics[static_cast<qsizetype>(random_.below(static_cast<std::uint64_t>(topics.size())))];
  const auto ids = reader_->channels().postIds(row.id);
  const auto posts = reader_->channels().posts(ids);
  const auto own =
      std::find_if(posts.begin(), posts.end(), [](const auto& post) { return post.mine && !post.deleted; });
  if (random_.chance(25)) {
    MarkTopic mark{channel.id, row.id, {}, {}, {}, {}};
    mark.follow = !row.followed;
    return noteInChannel(actions::markTopic(parts(), mark));
  }
  if (own != posts.end() && random_.chance(40)) {
    EditInChannel edit;
    edit.channelId = channel.id;
    edit.topicId = row.id;
    edit.recordKind = kinds::kPost;
    edit.recordId = own->id.text();
    edit.baseSeq = own->seq;
    edit.body = someText();
    return noteInChannel(actions::editInChannel(parts(), edit));
  }
  if (own != posts.end() && random_.chance(15))
    return noteInChannel(
        actions::deleteInChannel(parts(), {channel.id, row.id, std::string(kinds::kPost), own->id.text(), own->seq}));
  WritePost post;
  post.channelId = channel.id;
  post.topicId = row.id;
  post.postId = PostId::v7(clock_, random_);
  post.body = someText();
  noteInChannel(actions::writePost(parts(), post));
}

void WorldClient::actInChannels(const std::vector<UserId>& people) {
  if (!cache_) return;
  const auto rows = reader_->channels().channels();
  if (rows.isEmpty()) return;
  const auto row = rows[static_cast<qsizetype>(random_.below(static_cast<std::uint64_t>(rows.size())))];
  if (row.state == MembershipState::invited)
    return noteInChannel(actions::answerInvitation(parts(), {row.id, random_.chance(85)}));
  if (row.state != MembershipState::joined) return noteInChannel(actions::joinChannel(parts(), {row.id, {}}));
  if (row.role >= ChannelRole::moderator && random_.chance(35)) return manageMembers(row, people);
  if (row.role < ChannelRole::owner && random_.chance(10))
    return noteInChannel(actions::leaveChannel(parts(), {row.id}));
  writeIn(row);
}

// At rest everybody holds of a channel all that the own membership lets one see, and nothing else; what one may not see
// is not in the outbox either.
void SyncWorld::judgeChannels(Seat& seat) {
  const auto truthOf = [&](const Scope& scope) {
    WorldClient::Records truth;
    server_->look([&](const server::storage::Tables& tables) {
      tables.records().after(scope, 0, [&](const Record& record) {
        if (!record.deleted) truth[{record.kind, record.id}] = {record.seq, record.body};
        return true;
      });
    });
    return truth;
  };
  const auto mine = truthOf(Scope::user(seat.client->person().user));
  for (const auto channel : channels_) {
    Membership membership;
    if (const auto found = mine.find({kinds::kMembership, channel.text()}); found != mine.end())
      if (auto read = fromJsonText<Membership>(found->second.second)) membership = *read;
    const bool isIn = membership.state == MembershipState::joined;
    const auto judge = [&](const Scope& scope, bool mayRead) {
      const auto held = seat.client->records(scope);
      if (mayRead && held != truthOf(scope)) {
        const auto truth = truthOf(scope);
        std::string what = seat.name + " differs in " + scope.text() + ":";
        for (const auto& [key, value] : truth)
          if (const auto own = held.find(key); own == held.end() || own->second != value)
            what += (own == held.end() ? " lacks " : " holds another ") + key.first + "@" + std::to_string(value.first);
        for (const auto& [key, value] : held)
          if (!truth.contains(key)) what += " keeps " + key.first + "@" + std::to_string(value.first);
        const auto cursor = seat.client->cache().cursor(scope);
        find(what + " [" + std::to_string(cursor.low) + ", " + std::to_string(cursor.high) + "]");
      }
      if (!mayRead && (!held.empty() || !seat.client->cache().cursor(scope).isNew()))
        find(seat.name + " holds what it may not see: " + scope.text());
    };
    hits_.channelsHeld += isIn ? 1 : 0;
    judge(Scope::channel(channel), isIn && membership.role >= ChannelRole::member);
    judge(Scope::desk(channel), isIn && membership.role >= ChannelRole::moderator);
    for (const auto& held : seat.client->cache().heldScopes()) {
      if (held.scope.kind() != ScopeKind::discussion) continue;
      const TopicId topic{held.scope.id()};
      const auto found = seat.client->cache().record(std::string(kinds::kTopic), topic.text());
      const auto body = found ? fromJsonText<Topic>(found->body) : Result<Topic>(fail(ErrorCode::notFound));
      if (!body || body->channelId != channel) continue;
      const auto& guests = membership.topicIds;
      judge(held.scope, isIn && std::find(guests.begin(), guests.end(), topic) != guests.end());
    }
    if (isIn) continue;
    for (const auto& entry : seat.client->cache().outboxTable().all()) {
      if (entry.kind != WritePost::kKind || entry.bodyJson.find(channel.text()) == std::string::npos) continue;
      if (entry.state == store::OutboxState::confirmed || !entry.title.isEmpty())
        find(seat.name + " keeps what was sent to a channel that it is not in");
    }
  }
}

}  // namespace vb::test

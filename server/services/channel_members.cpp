// Joining, inviting, roles, leaving, and what a channel is.
#include <algorithm>

#include "server/services/access.h"
#include "server/services/channel_log.h"
#include "server/services/effects.h"
#include "server/services/tuning.h"

namespace vb::server::services {
namespace {

Error notThere(const char* field) { return fail(ErrorCode::notFound, field); }

std::optional<Membership> ownMembership(const Changes& changes, ChannelId channel) {
  const auto record = changes.find(Scope::user(changes.user()), kinds::kMembership, channel.text());
  if (!record) return std::nullopt;
  return readBody<Membership>(*record);
}

// The right that it takes to make somebody this, or to take it from him.
ChannelAction rightOver(ChannelRole role, ChannelAction otherwise) {
  return role >= ChannelRole::moderator ? ChannelAction::appointModerator : otherwise;
}

Result<void> checkTopics(const Changes& changes, ChannelId channel, const std::vector<TopicId>& topics) {
  for (const auto id : topics) {
    const auto record = changes.find(Scope::channel(channel), kinds::kTopic, id.text());
    if (!record || readBody<Topic>(*record).deletedAt) return notThere("topic_ids");
  }
  return {};
}

// Comes in as what was offered; who is more than that already stays so.
Result<Carried> become(Changes& changes, ChannelId channel, UserId user, ChannelRole role, std::vector<TopicId> topics,
                       UserId invitedBy) {
  const auto before = findMember(changes.tables(), channel, user);
  if (before && before->role > role) {
    removeWaiting(changes, channel, user);
    putMember(changes, channel, user, before->role, before->topicIds, {});
    return Carried{};
  }
  const bool takesSeat = role >= ChannelRole::member && (!before || before->role == ChannelRole::guest);
  if (takesSeat)
    if (auto free = checkSeats(changes.tables(), channel); !free) return free.error();
  if (role == ChannelRole::guest) {
    // Topics may have gone since the invitation.
    std::erase_if(topics, [&](TopicId id) { return !checkTopics(changes, channel, {id}); });
    if (before)
      for (const auto id : before->topicIds)
        if (std::find(topics.begin(), topics.end(), id) == topics.end()) topics.push_back(id);
    if (topics.empty()) return notThere("topic_ids");
  }
  removeWaiting(changes, channel, user);
  putMember(changes, channel, user, role, topics, invitedBy);
  return Carried{};
}

// The newest invitation of this user.
std::optional<Invitation> findInvitation(const Changes& changes, ChannelId channel, UserId user) {
  std::optional<Invitation> found;
  std::as_const(changes.tables()).records().ofKind(Scope::desk(channel), kinds::kInvitation, [&](const Record& record) {
    auto one = readBody<Invitation>(record);
    if (one.userId == user && (!found || found->at <= one.at)) found = std::move(one);
    return true;
  });
  return found;
}

Result<Carried> decline(Changes& changes, ChannelId channel) {
  removeWaiting(changes, channel, changes.user());
  changes.remove(Scope::user(changes.user()), kinds::kMembership, channel.text());
  return Carried{};
}

json::object newestOf(const Record& record) {
  auto body = parseJsonObject(record.body);
  return {{"kind", record.kind},
          {"id", record.id},
          {"seq", record.seq},
          {"body", body ? std::move(*body) : json::object()}};
}

}  // namespace

Result<Carried> carryOut(Changes& changes, const JoinChannel& command) {
  const auto id = command.channelId;
  const auto channel = findChannel(changes.tables(), id);
  const auto own = ownMembership(changes, id);
  if (!channel) return notThere("channel_id");
  if (own && own->state == MembershipState::joined && own->role != ChannelRole::guest) return Carried{};
  if (const auto invitation = findInvitation(changes, id, changes.user());
      invitation && invitation->role != ChannelRole::guest)
    return become(changes, id, changes.user(), invitation->role, {}, invitation->invitedBy);
  if (channel->access == ChannelAccess::open) return become(changes, id, changes.user(), ChannelRole::member, {}, {});
  if (channel->access != ChannelAccess::onRequest) return notThere("channel_id");
  changes.put(Scope::desk(id), kinds::kJoinRequest, changes.user().text(), "",
              toJson(JoinRequest{command.message, changes.now()}));
  // A guest stays one until somebody decides.
  if (!own || own->state != MembershipState::joined)
    putMembership(
        changes, id, changes.user(),
        {channel->name, channel->organisation, ChannelRole::none, MembershipState::requested, {}, {}, changes.now()});
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const LeaveChannel& command) {
  const auto id = command.channelId;
  const auto own = ownMembership(changes, id);
  if (!own) return notThere("channel_id");
  if (own->state != MembershipState::joined) return decline(changes, id);
  const auto me = findMember(changes.tables(), id, changes.user());
  if (me && me->role == ChannelRole::owner && countOwners(changes.tables(), id) < 2)
    return fail(ErrorCode::forbidden, "last_owner");
  removeWaiting(changes, id, changes.user());
  removeMember(changes, id, changes.user());
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const AnswerJoinRequest& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::invite);
  if (!in) return in.error();
  if (!changes.find(Scope::desk(in->id), kinds::kJoinRequest, command.userId.text())) return notThere("user_id");
  if (command.accept) return become(changes, in->id, command.userId, ChannelRole::member, {}, changes.user());
  removeWaiting(changes, in->id, command.userId);
  if (!findMember(changes.tables(), in->id, command.userId))
    changes.remove(Scope::user(command.userId), kinds::kMembership, in->id.text());
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const InviteToChannel& command) {
  const auto in = enter(changes, command.channelId, rightOver(command.role, ChannelAction::invite));
  if (!in) return in.error();
  if (auto there = checkTopics(changes, in->id, command.topicIds); !there) return there.error();
  const auto& tables = std::as_const(changes.tables());
  if (tables.records().isUsed(kinds::kInvitation, command.invitationId.text()))
    return fail(ErrorCode::idReused, "invitation_id");
  Invitation invitation{
      command.userId, command.email, command.role, command.topicIds, changes.user(), changes.now(), {}};
  const auto desk = Scope::desk(in->id);
  if (!command.email.empty()) {
    invitation.expiresAt = changes.now() + kInvitationCodeKept;
    if (!changes.tables().channels().insertCode(
            {command.codeHash, in->id, command.invitationId, *invitation.expiresAt}))
      return fail(ErrorCode::badField, "code_hash");
    changes.put(desk, kinds::kInvitation, command.invitationId.text(), "", toJson(invitation));
    return Carried{};
  }
  if (!changes.find(Scope::directory(), kinds::kProfile, command.userId.text())) return notThere("user_id");
  const auto member = findMember(tables, in->id, command.userId);
  if (member && (member->role != ChannelRole::guest || command.role == ChannelRole::guest)) {
    if (member->role != ChannelRole::guest) return fail(ErrorCode::forbidden, "is_member");
    return become(changes, in->id, command.userId, command.role, command.topicIds, changes.user());
  }
  // Who asked for it needs not be asked.
  if (changes.find(desk, kinds::kJoinRequest, command.userId.text()))
    return become(changes, in->id, command.userId, command.role, command.topicIds, changes.user());
  removeWaiting(changes, in->id, command.userId);
  changes.put(desk, kinds::kInvitation, command.invitationId.text(), "", toJson(invitation));
  if (!member)
    putMembership(changes, in->id, command.userId,
                  {in->channel.name, in->channel.organisation, command.role, MembershipState::invited, command.topicIds,
                   changes.user(), changes.now()});
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const WithdrawInvitation& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::invite);
  if (!in) return in.error();
  const auto record = changes.find(Scope::desk(in->id), kinds::kInvitation, command.invitationId.text());
  if (!record) return notThere("invitation_id");
  const auto invitation = readBody<Invitation>(*record);
  changes.tables().channels().removeCode(command.invitationId);
  changes.remove(Scope::desk(in->id), kinds::kInvitation, record->id);
  if (!invitation.userId.isNil() && !findMember(changes.tables(), in->id, invitation.userId))
    changes.remove(Scope::user(invitation.userId), kinds::kMembership, in->id.text());
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const AnswerInvitation& command) {
  const auto invitation = findInvitation(changes, command.channelId, changes.user());
  if (!invitation) return notThere("channel_id");
  if (command.accept)
    return become(changes, command.channelId, changes.user(), invitation->role, invitation->topicIds,
                  invitation->invitedBy);
  if (!findMember(changes.tables(), command.channelId, changes.user())) return decline(changes, command.channelId);
  removeWaiting(changes, command.channelId, changes.user());
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const RedeemInvitation& command) {
  const auto& tables = std::as_const(changes.tables());
  const auto code = tables.channels().findCode(tokenHash(command.code));
  const auto account = tables.accounts().find(changes.user());
  if (!code || !account || code->expiresAt <= changes.now()) return notThere("code");
  const auto record = changes.find(Scope::desk(code->channel), kinds::kInvitation, code->invitation.text());
  if (!record) return notThere("code");
  const auto invitation = readBody<Invitation>(*record);
  const auto owner = tables.accounts().findByEmail(invitation.email);
  if (!owner || owner->user != changes.user()) return notThere("code");
  auto carried =
      become(changes, code->channel, changes.user(), invitation.role, invitation.topicIds, invitation.invitedBy);
  if (!carried) return carried;
  changes.tables().channels().removeCode(code->invitation);
  changes.remove(Scope::desk(code->channel), kinds::kInvitation, record->id);
  return carried;
}

Result<Carried> carryOut(Changes& changes, const RemoveMember& command) {
  const auto member = findMember(changes.tables(), command.channelId, command.userId);
  const auto role = member ? member->role : ChannelRole::none;
  const auto in = enter(changes, command.channelId, rightOver(role, ChannelAction::removeMember));
  if (!in) return in.error();
  if (!member) return notThere("user_id");
  if (!mayActOn(in->me.role, role)) return fail(ErrorCode::forbidden, "user_id");
  if (role == ChannelRole::owner && countOwners(changes.tables(), in->id) < 2)
    return fail(ErrorCode::forbidden, "last_owner");
  removeWaiting(changes, in->id, command.userId);
  removeMember(changes, in->id, command.userId);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const SetMemberRole& command) {
  const auto member = findMember(changes.tables(), command.channelId, command.userId);
  const auto role = member ? member->role : ChannelRole::none;
  const auto in = enter(changes, command.channelId, rightOver(std::max(role, command.role), ChannelAction::invite));
  if (!in) return in.error();
  if (!member) return notThere("user_id");
  if (!mayActOn(in->me.role, role)) return fail(ErrorCode::forbidden, "user_id");
  if (auto there = checkTopics(changes, in->id, command.topicIds); !there) return there.error();
  if (role == ChannelRole::owner && command.role != role && countOwners(changes.tables(), in->id) < 2)
    return fail(ErrorCode::forbidden, "last_owner");
  if (role == ChannelRole::guest && command.role != role)
    if (auto free = checkSeats(changes.tables(), in->id); !free) return free.error();
  if (role == command.role && member->topicIds == command.topicIds) return Carried{};
  putMember(changes, in->id, command.userId, command.role, command.topicIds, {});
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const HandOverChannel& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::handOver);
  if (!in) return in.error();
  const auto member = findMember(changes.tables(), in->id, command.userId);
  if (!member || member->role == ChannelRole::guest || command.userId == changes.user()) return notThere("user_id");
  if (member->role != ChannelRole::owner) putMember(changes, in->id, command.userId, ChannelRole::owner, {}, {});
  putMember(changes, in->id, changes.user(), ChannelRole::moderator, {}, {});
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const UpdateChannel& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::changeChannel);
  if (!in) return in.error();
  if (in->record.seq != command.baseSeq) return Carried{{}, newestOf(in->record)};
  Channel channel = in->channel;
  if (command.name) channel.name = *command.name;
  if (command.description) channel.description = *command.description;
  if (command.access) channel.access = *command.access;
  if (command.caseRetentionDays) channel.caseRetentionDays = *command.caseRetentionDays;
  auto body = merged(in->record, channel);
  if (json::serialize(body) == in->record.body) return Carried{};
  putChannel(changes, in->id, channel, body);
  return Carried{};
}

}  // namespace vb::server::services

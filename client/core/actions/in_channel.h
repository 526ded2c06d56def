// What a user does in channels: each checks the table of rights and the rules of its fields, as the server does, and
// puts the command into the outbox. forbidden with detail "lease" when only the channel's lease forbids it.
#pragma once

#include "client/core/actions/parts.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::actions {

// Membership and what a channel is. A leaving takes back a joining that was never sent.
Result<CommandId> joinChannel(const ActionParts& parts, const JoinChannel& command);
Result<CommandId> leaveChannel(const ActionParts& parts, const LeaveChannel& command);
Result<CommandId> answerInvitation(const ActionParts& parts, const AnswerInvitation& command);
Result<CommandId> redeemInvitation(const ActionParts& parts, const RedeemInvitation& command);
Result<CommandId> answerJoinRequest(const ActionParts& parts, const AnswerJoinRequest& command);
Result<CommandId> inviteToChannel(const ActionParts& parts, const InviteToChannel& command);
Result<CommandId> withdrawInvitation(const ActionParts& parts, const WithdrawInvitation& command);
Result<CommandId> removeMember(const ActionParts& parts, const RemoveMember& command);
Result<CommandId> setMemberRole(const ActionParts& parts, const SetMemberRole& command);
Result<CommandId> handOver(const ActionParts& parts, const HandOverChannel& command);
// Folded into one that was never sent.
Result<CommandId> updateChannel(const ActionParts& parts, UpdateChannel command);

// Discussions and cases. The draft that it was typed in goes: "topic/<channel>", "case/<channel>", "post/<topic>",
// "lesson/<topic>", "edit/<record>".
Result<CommandId> startTopic(const ActionParts& parts, const StartTopic& command);
Result<CommandId> writePost(const ActionParts& parts, const WritePost& command);
// Folded into what was never sent; follows what is on its way (outbox::kBaseFollows).
Result<CommandId> editInChannel(const ActionParts& parts, EditInChannel command);
Result<CommandId> deleteInChannel(const ActionParts& parts, DeleteInChannel command);
Result<CommandId> setTopicState(const ActionParts& parts, SetTopicState command);
// Nil when it changes nothing.
Result<CommandId> markTopic(const ActionParts& parts, MarkTopic command);
Result<CommandId> writeLesson(const ActionParts& parts, const WriteLesson& command);

// The draft of a new topic or case.
QString topicDraft(TopicKind kind, ChannelId channel);

}  // namespace vb::client::actions

#include "client/core/store/channel_overlay.h"

namespace vb::client::store {

const Pending<EditInChannel>* ChannelOverlay::edit(const Uuid& record) const {
  const auto found = edits.find(record);
  return found == edits.end() ? nullptr : &found->second;
}

SendState ChannelOverlay::changeState(const Uuid& record) const {
  if (const auto found = failed.find(record); found != failed.end()) return found->second;
  if (const auto* found = edit(record)) return found->state;
  return SendState::none;
}

void AddToChannels::become(ChannelId channel, ChannelOverlay::Membership what) const {
  if (!isFailed()) overlay_.memberships[channel] = {what, state_};
}

void AddToChannels::operator()(const JoinChannel& command) const {
  become(command.channelId, ChannelOverlay::Membership::joining);
}
void AddToChannels::operator()(const LeaveChannel& command) const {
  become(command.channelId, ChannelOverlay::Membership::leaving);
}
void AddToChannels::operator()(const AnswerInvitation& command) const {
  become(command.channelId,
         command.accept ? ChannelOverlay::Membership::accepting : ChannelOverlay::Membership::declining);
}
void AddToChannels::operator()(const AnswerJoinRequest& command) const {
  if (!isFailed()) overlay_.answered[{command.channelId, command.userId}] = state_;
}
void AddToChannels::operator()(const InviteToChannel& command) const {
  if (!isFailed()) overlay_.invited[command.channelId].push_back({command, at_, state_});
}
void AddToChannels::operator()(const WithdrawInvitation& command) const {
  if (!isFailed()) overlay_.withdrawn.insert(command.invitationId);
}
void AddToChannels::operator()(const RemoveMember& command) const {
  if (!isFailed()) overlay_.removedMembers[{command.channelId, command.userId}] = state_;
}
void AddToChannels::operator()(const SetMemberRole& command) const {
  if (!isFailed()) overlay_.roles[{command.channelId, command.userId}] = {command, at_, state_};
}
void AddToChannels::operator()(const HandOverChannel& command) const {
  if (isFailed()) return;
  overlay_.roles[{command.channelId, command.userId}] = {
      {command.channelId, command.userId, ChannelRole::owner, {}}, at_, state_};
}
void AddToChannels::operator()(const UpdateChannel& command) const {
  if (!isFailed()) overlay_.changed[command.channelId] = {command, at_, state_};
}

void AddToChannels::operator()(const StartTopic& command) const {
  overlay_.topics[command.channelId].push_back({command, at_, state_});
}
void AddToChannels::operator()(const WritePost& command) const {
  overlay_.posts[command.topicId].push_back({command, at_, state_});
}

void AddToChannels::operator()(const EditInChannel& command) const {
  const auto id = Uuid::parse(command.recordId);
  if (!id) return;
  if (isFailed()) {
    overlay_.failed[*id] = state_;
    return;
  }
  auto& edit = overlay_.edits[*id];
  auto folded = command;
  if (!folded.title) folded.title = edit.command.title;
  if (!folded.body) folded.body = edit.command.body;
  if (!folded.caseParts) folded.caseParts = edit.command.caseParts;
  if (!folded.documentIds) folded.documentIds = edit.command.documentIds;
  edit = {std::move(folded), at_, state_};
}

void AddToChannels::operator()(const DeleteInChannel& command) const {
  if (const auto id = Uuid::parse(command.recordId)) (isFailed() ? overlay_.failed : overlay_.removed)[*id] = state_;
}

void AddToChannels::operator()(const SetTopicState& command) const {
  if (isFailed()) return;
  auto& state = overlay_.states[command.topicId];
  auto folded = command;
  if (!folded.pinned) folded.pinned = state.command.pinned;
  if (!folded.closed) folded.closed = state.command.closed;
  state = {folded, at_, state_};
}

void AddToChannels::operator()(const MarkTopic& command) const {
  if (isFailed()) return;
  auto& mark = overlay_.marks[command.topicId];
  auto folded = command;
  if (!folded.follow) folded.follow = mark.command.follow;
  if (!folded.mute) folded.mute = mark.command.mute;
  if (!folded.readSeq) folded.readSeq = mark.command.readSeq;
  if (!folded.positionPostId) folded.positionPostId = mark.command.positionPostId;
  mark = {folded, at_, state_};
}

void AddToChannels::operator()(const WriteLesson& command) const {
  if (!isFailed()) overlay_.lessons[command.topicId] = {command, at_, state_};
}

void AddToChannels::operator()(const AddFolder& command) const {
  if (!isFailed()) overlay_.folders[command.channelId].push_back({command, at_, state_});
}

void AddToChannels::operator()(const ChangeFolder& command) const {
  if (isFailed()) return;
  auto& change = overlay_.folderChanges[command.folderId];
  auto folded = command;
  if (!folded.name) folded.name = change.command.name;
  if (!folded.parentId) folded.parentId = change.command.parentId;
  change = {folded, at_, state_};
}

void AddToChannels::operator()(const RemoveFolder& command) const {
  if (!isFailed()) overlay_.removedFolders[command.folderId] = state_;
}

void AddToChannels::operator()(const AddDocument& command) const {
  if (!isFailed()) overlay_.documents[command.channelId].push_back({command, at_, state_});
}

void AddToChannels::operator()(const AddVersion& command) const {
  if (!isFailed()) overlay_.versions[command.documentId].push_back({command, at_, state_});
}

void AddToChannels::operator()(const ChangeDocument& command) const {
  if (isFailed()) return;
  auto& change = overlay_.documentChanges[command.documentId];
  auto folded = command;
  if (!folded.name) folded.name = change.command.name;
  if (!folded.folderId) folded.folderId = change.command.folderId;
  if (!folded.trashed) folded.trashed = change.command.trashed;
  change = {folded, at_, state_};
}

}  // namespace vb::client::store

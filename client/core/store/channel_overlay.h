// ChannelOverlay: what this user did in channels that the cache does not show yet; part of Overlay.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "client/core/store/views.h"
#include "shared/domain/commands.h"

namespace vb::client::store {

template <class Command>
struct Pending {
  Command command;
  qint64 at = 0;
  SendState state = SendState::none;
};

struct ChannelOverlay {
  // What one's own membership becomes; refused ones left out.
  enum class Membership { joining, leaving, accepting, declining };

  std::map<ChannelId, std::pair<Membership, SendState>> memberships;
  std::map<std::pair<ChannelId, UserId>, SendState> removedMembers;
  std::map<std::pair<ChannelId, UserId>, Pending<SetMemberRole>> roles;  // handing over too
  std::map<std::pair<ChannelId, UserId>, SendState> answered;            // requests to join
  std::map<ChannelId, std::vector<Pending<InviteToChannel>>> invited;
  std::set<InvitationId> withdrawn;
  std::map<ChannelId, Pending<UpdateChannel>> changed;

  std::map<ChannelId, std::vector<Pending<StartTopic>>> topics;
  std::map<TopicId, std::vector<Pending<WritePost>>> posts;
  std::map<Uuid, Pending<EditInChannel>> edits;  // by record; several are folded into one
  std::map<Uuid, SendState> removed;             // on its way to be deleted
  std::map<Uuid, SendState> failed;              // a change of it was refused or is in conflict
  std::map<TopicId, Pending<SetTopicState>> states;
  std::map<TopicId, Pending<MarkTopic>> marks;
  std::map<TopicId, Pending<WriteLesson>> lessons;

  std::map<ChannelId, std::vector<Pending<AddFolder>>> folders;
  std::map<FolderId, Pending<ChangeFolder>> folderChanges;  // several are folded into one
  std::map<FolderId, SendState> removedFolders;
  std::map<ChannelId, std::vector<Pending<AddDocument>>> documents;
  std::map<DocumentId, std::vector<Pending<AddVersion>>> versions;
  std::map<DocumentId, Pending<ChangeDocument>> documentChanges;  // several are folded into one

  const Pending<EditInChannel>* edit(const Uuid& record) const;
  // Of a change to something that exists already.
  SendState changeState(const Uuid& record) const;
};

// Adds one row of the outbox, in order of sending.
class AddToChannels {
 public:
  AddToChannels(ChannelOverlay& overlay, qint64 at, SendState state) : overlay_(overlay), at_(at), state_(state) {}

  void operator()(const JoinChannel& command) const;
  void operator()(const LeaveChannel& command) const;
  void operator()(const AnswerInvitation& command) const;
  void operator()(const AnswerJoinRequest& command) const;
  void operator()(const InviteToChannel& command) const;
  void operator()(const WithdrawInvitation& command) const;
  void operator()(const RemoveMember& command) const;
  void operator()(const SetMemberRole& command) const;
  void operator()(const HandOverChannel& command) const;
  void operator()(const UpdateChannel& command) const;
  void operator()(const StartTopic& command) const;
  void operator()(const WritePost& command) const;
  void operator()(const EditInChannel& command) const;
  void operator()(const DeleteInChannel& command) const;
  void operator()(const SetTopicState& command) const;
  void operator()(const MarkTopic& command) const;
  void operator()(const WriteLesson& command) const;
  void operator()(const AddFolder& command) const;
  void operator()(const ChangeFolder& command) const;
  void operator()(const RemoveFolder& command) const;
  void operator()(const AddDocument& command) const;
  void operator()(const AddVersion& command) const;
  void operator()(const ChangeDocument& command) const;
  // Shows nothing until it is answered.
  template <class Other>
  void operator()(const Other&) const {}

 private:
  bool isFailed() const { return state_ == SendState::refused || state_ == SendState::conflict; }
  void become(ChannelId channel, ChannelOverlay::Membership what) const;

  ChannelOverlay& overlay_;
  qint64 at_;
  SendState state_;
};

}  // namespace vb::client::store

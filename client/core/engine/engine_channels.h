// EngineChannels: the door's part about channels, each action as a call that the core runs. Owned by Engine.
#pragma once

#include "client/core/engine/channel_door.h"
#include "client/core/engine/engine_private.h"

namespace vb::client {

class EngineChannels final : public ChannelDoor {
 public:
  explicit EngineChannels(Engine::Private& engine) : d_(engine) {}

  void join(ChannelId channel, const QString& message) override;
  void leave(ChannelId channel) override;
  void answerInvitation(ChannelId channel, bool accept) override;
  void redeemInvitation(const QString& code) override;
  void answerJoinRequest(ChannelId channel, UserId user, bool accept) override;
  void invitePerson(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) override;
  QString inviteByEmail(ChannelId channel, const QString& email, ChannelRole role,
                        const QVector<TopicId>& topics) override;
  void withdrawInvitation(ChannelId channel, InvitationId invitation) override;
  void removeMember(ChannelId channel, UserId user) override;
  void setMemberRole(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) override;
  void handOver(ChannelId channel, UserId user) override;
  void updateChannel(const UpdateChannel& change) override;

  TopicId freshTopic() override;
  TopicId startTopic(StartTopic topic) override;
  PostId writePost(WritePost post) override;
  void editInChannel(const EditInChannel& edit) override;
  void deleteInChannel(const DeleteInChannel& post) override;
  void setTopicState(const SetTopicState& state) override;
  void markTopic(const MarkTopic& mark) override;
  void writeLesson(const WriteLesson& lesson) override;

 private:
  InviteToChannel invitation(ChannelId channel, ChannelRole role, const QVector<TopicId>& topics) const;

  Engine::Private& d_;
};

}  // namespace vb::client

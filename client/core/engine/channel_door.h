// ChannelDoor: the part of the engine's door that is about channels; see engine.h for what holds for every call: it
// returns at once, what the rules refuse is told by Engine::writeRefused, a text stays as a draft.
#pragma once

#include <QString>
#include <QVector>

#include "client/core/store/channel_views.h"
#include "shared/domain/channel_commands.h"

namespace vb::client {

class ChannelDoor {
 public:
  virtual ~ChannelDoor() = default;

  // ---- membership
  virtual void join(ChannelId channel, const QString& message) = 0;
  virtual void leave(ChannelId channel) = 0;
  virtual void answerInvitation(ChannelId channel, bool accept) = 0;
  virtual void redeemInvitation(const QString& code) = 0;
  virtual void answerJoinRequest(ChannelId channel, UserId user, bool accept) = 0;
  virtual void invitePerson(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) = 0;
  // The code that the invited person types in; it is nowhere else.
  virtual QString inviteByEmail(ChannelId channel, const QString& email, ChannelRole role,
                                const QVector<TopicId>& topics) = 0;
  virtual void withdrawInvitation(ChannelId channel, InvitationId invitation) = 0;
  virtual void removeMember(ChannelId channel, UserId user) = 0;
  virtual void setMemberRole(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) = 0;
  virtual void handOver(ChannelId channel, UserId user) = 0;
  virtual void updateChannel(const UpdateChannel& change) = 0;

  // ---- discussions and cases. Drafts: "topic/<channel>", "case/<channel>", "post/<topic>", "edit/<record>",
  // "lesson/<topic>"; the one of a text that was sent goes. Ids that are nil are made.

  // For startTopic, of a topic that something must name before it is started: a file that is attached to it.
  virtual TopicId freshTopic() = 0;
  virtual TopicId startTopic(StartTopic topic) = 0;
  virtual PostId writePost(WritePost post) = 0;
  virtual void editInChannel(const EditInChannel& edit) = 0;
  virtual void deleteInChannel(const DeleteInChannel& post) = 0;
  virtual void setTopicState(const SetTopicState& state) = 0;
  virtual void markTopic(const MarkTopic& mark) = 0;
  virtual void writeLesson(const WriteLesson& lesson) = 0;
};

}  // namespace vb::client

// FakeChannelDoor: records what a screen asked of channels. Owned by FakeDesk.
#pragma once

#include <QStringList>

#include "client/core/engine/channel_door.h"

namespace vb::test {

class FakeChannelDoor : public client::ChannelDoor {
 public:
  QStringList calls;  // in order: "join", "leave", ...
  QVector<StartTopic> topics;
  QVector<WritePost> posts;
  QVector<EditInChannel> edits;
  QVector<DeleteInChannel> removed;
  QVector<SetTopicState> states;
  QVector<MarkTopic> marks;
  QVector<WriteLesson> lessons;
  QVector<InviteToChannel> invited;
  QVector<SetMemberRole> roles;
  QVector<UpdateChannel> changed;
  QVector<UserId> users;  // of removeMember, handOver, answerJoinRequest
  QString message;        // of join
  QString code;           // of redeemInvitation

  void join(ChannelId, const QString& text) override {
    calls << QStringLiteral("join");
    message = text;
  }
  void leave(ChannelId) override { calls << QStringLiteral("leave"); }
  void answerInvitation(ChannelId, bool accept) override {
    calls << (accept ? QStringLiteral("accept") : QStringLiteral("decline"));
  }
  void redeemInvitation(const QString& typed) override {
    calls << QStringLiteral("redeem");
    code = typed;
  }
  void answerJoinRequest(ChannelId, UserId user, bool accept) override {
    calls << (accept ? QStringLiteral("let in") : QStringLiteral("refuse"));
    users << user;
  }
  void invitePerson(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& list) override {
    calls << QStringLiteral("invite");
    invited.append({channel, {}, user, {}, {}, role, {list.begin(), list.end()}});
  }
  QString inviteByEmail(ChannelId channel, const QString& email, ChannelRole role,
                        const QVector<TopicId>& list) override {
    calls << QStringLiteral("invite");
    invited.append({channel, {}, {}, email.toStdString(), {}, role, {list.begin(), list.end()}});
    return QStringLiteral("K7PM-22QX-9RTD-41VB");
  }
  void withdrawInvitation(ChannelId, InvitationId) override { calls << QStringLiteral("withdraw"); }
  void removeMember(ChannelId, UserId user) override {
    calls << QStringLiteral("remove");
    users << user;
  }
  void setMemberRole(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& list) override {
    calls << QStringLiteral("role");
    roles.append({channel, user, role, {list.begin(), list.end()}});
  }
  void handOver(ChannelId, UserId user) override {
    calls << QStringLiteral("hand over");
    users << user;
  }
  void updateChannel(const UpdateChannel& change) override {
    calls << QStringLiteral("update");
    changed << change;
  }

  TopicId freshTopic() override { return TopicId::named("fresh " + std::to_string(topics.size())); }
  TopicId startTopic(StartTopic topic) override {
    calls << QStringLiteral("topic");
    if (topic.topicId.isNil()) topic.topicId = TopicId::named("started " + topic.title);
    topics << topic;
    return topic.topicId;
  }
  PostId writePost(WritePost post) override {
    calls << QStringLiteral("post");
    if (post.postId.isNil()) post.postId = PostId::named("written " + post.body);
    posts << post;
    return post.postId;
  }
  void editInChannel(const EditInChannel& edit) override {
    calls << QStringLiteral("edit");
    edits << edit;
  }
  void deleteInChannel(const DeleteInChannel& post) override {
    calls << QStringLiteral("delete");
    removed << post;
  }
  void setTopicState(const SetTopicState& state) override {
    calls << QStringLiteral("state");
    states << state;
  }
  void markTopic(const MarkTopic& mark) override {
    calls << QStringLiteral("mark");
    marks << mark;
  }
  void writeLesson(const WriteLesson& lesson) override {
    calls << QStringLiteral("lesson");
    lessons << lesson;
  }
};

}  // namespace vb::test

#include "client/core/engine/engine_channels.h"

#include <QCryptographicHash>

#include "client/core/actions/in_channel.h"

namespace vb::client {
namespace {

using Parts = actions::ActionParts;

Result<void> done(const Result<CommandId>& result) { return result ? Result<void>() : Result<void>(result.error()); }

QString joined(const char* kind, const std::string& id) {
  return QLatin1String(kind) + QLatin1Char('/') + QString::fromStdString(id);
}

store::Draft typed(const QString& key, const std::string& title, const std::string& body) {
  store::Draft draft;
  draft.key = key;
  draft.title = QString::fromStdString(title);
  draft.body = QString::fromStdString(body);
  return draft;
}

// The parts of a case, as the draft of one holds them.
std::string draftBody(const StartTopic& topic) {
  return topic.caseParts ? json::serialize(toJson(*topic.caseParts)) : topic.body;
}

// Letters and digits that are not mistaken for each other, in groups: 80 bits.
QString freshCode(RandomSource& random) {
  constexpr char kLetters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  QString code;
  for (int i = 0; i < 16; ++i) {
    if (i > 0 && i % 4 == 0) code += QLatin1Char('-');
    code += QLatin1Char(kLetters[random.below(32)]);
  }
  return code;
}

}  // namespace

void EngineChannels::join(ChannelId channel, const QString& message) {
  d_.write([command = JoinChannel{channel, message.toStdString()}](const Parts& parts) {
    return done(actions::joinChannel(parts, command));
  });
}

void EngineChannels::leave(ChannelId channel) {
  d_.write([channel](const Parts& parts) { return done(actions::leaveChannel(parts, {channel})); });
}

void EngineChannels::answerInvitation(ChannelId channel, bool accept) {
  d_.write([=](const Parts& parts) { return done(actions::answerInvitation(parts, {channel, accept})); });
}

void EngineChannels::redeemInvitation(const QString& code) {
  d_.write([command = RedeemInvitation{code.trimmed().toUpper().toStdString()}](const Parts& parts) {
    return done(actions::redeemInvitation(parts, command));
  });
}

void EngineChannels::answerJoinRequest(ChannelId channel, UserId user, bool accept) {
  d_.write([=](const Parts& parts) { return done(actions::answerJoinRequest(parts, {channel, user, accept})); });
}

InviteToChannel EngineChannels::invitation(ChannelId channel, ChannelRole role, const QVector<TopicId>& topics) const {
  InviteToChannel command;
  command.channelId = channel;
  command.invitationId = InvitationId::v7(*d_.clock, *d_.random);
  command.role = role;
  command.topicIds = {topics.begin(), topics.end()};
  return command;
}

void EngineChannels::invitePerson(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) {
  auto command = invitation(channel, role, topics);
  command.userId = user;
  d_.write([command](const Parts& parts) { return done(actions::inviteToChannel(parts, command)); });
}

QString EngineChannels::inviteByEmail(ChannelId channel, const QString& email, ChannelRole role,
                                      const QVector<TopicId>& topics) {
  const QString code = freshCode(*d_.random);
  auto command = invitation(channel, role, topics);
  command.email = email.trimmed().toStdString();
  command.codeHash = QCryptographicHash::hash(code.toUtf8(), QCryptographicHash::Sha256).toHex().toStdString();
  d_.write([command](const Parts& parts) { return done(actions::inviteToChannel(parts, command)); });
  return code;
}

void EngineChannels::withdrawInvitation(ChannelId channel, InvitationId invitation) {
  d_.write([=](const Parts& parts) { return done(actions::withdrawInvitation(parts, {channel, invitation})); });
}

void EngineChannels::removeMember(ChannelId channel, UserId user) {
  d_.write([=](const Parts& parts) { return done(actions::removeMember(parts, {channel, user})); });
}

void EngineChannels::setMemberRole(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) {
  d_.write([command = SetMemberRole{channel, user, role, {topics.begin(), topics.end()}}](const Parts& parts) {
    return done(actions::setMemberRole(parts, command));
  });
}

void EngineChannels::handOver(ChannelId channel, UserId user) {
  d_.write([=](const Parts& parts) { return done(actions::handOver(parts, {channel, user})); });
}

void EngineChannels::updateChannel(const UpdateChannel& change) {
  d_.write([change](const Parts& parts) { return done(actions::updateChannel(parts, change)); });
}

// ---- discussions and cases -------------------------------------------------------------------------------

TopicId EngineChannels::freshTopic() { return TopicId::v7(*d_.clock, *d_.random); }

TopicId EngineChannels::startTopic(StartTopic topic) {
  if (topic.topicId.isNil()) topic.topicId = freshTopic();
  d_.write(typed(actions::topicDraft(topic.kind, topic.channelId), topic.title, draftBody(topic)),
           [topic](const Parts& parts) { return done(actions::startTopic(parts, topic)); });
  return topic.topicId;
}

PostId EngineChannels::writePost(WritePost post) {
  if (post.postId.isNil()) post.postId = PostId::v7(*d_.clock, *d_.random);
  d_.write(typed(joined("post", post.topicId.text()), {}, post.body),
           [post](const Parts& parts) { return done(actions::writePost(parts, post)); });
  return post.postId;
}

void EngineChannels::editInChannel(const EditInChannel& edit) {
  Core::Write action = [edit](const Parts& parts) { return done(actions::editInChannel(parts, edit)); };
  const std::string body = edit.caseParts ? json::serialize(toJson(*edit.caseParts)) : edit.body.value_or("");
  auto draft = typed(joined("edit", edit.recordId), edit.title.value_or(""), body);
  draft.baseSeq = edit.baseSeq;
  d_.write(draft, std::move(action));
}

void EngineChannels::deleteInChannel(const DeleteInChannel& post) {
  d_.write([post](const Parts& parts) { return done(actions::deleteInChannel(parts, post)); });
}

void EngineChannels::setTopicState(const SetTopicState& state) {
  d_.write([state](const Parts& parts) { return done(actions::setTopicState(parts, state)); });
}

void EngineChannels::markTopic(const MarkTopic& mark) {
  d_.write([mark](const Parts& parts) { return done(actions::markTopic(parts, mark)); });
}

void EngineChannels::writeLesson(const WriteLesson& lesson) {
  d_.write(typed(joined("lesson", lesson.topicId.text()), lesson.title, lesson.body),
           [lesson](const Parts& parts) { return done(actions::writeLesson(parts, lesson)); });
}

}  // namespace vb::client

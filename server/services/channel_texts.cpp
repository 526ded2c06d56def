// Discussions, cases and what was learned from them.
#include <algorithm>

#include "server/services/channel_log.h"
#include "server/services/effects.h"
#include "shared/base/planted_bugs.h"

namespace vb::server::services {
namespace {

constexpr std::chrono::hours kDay{24};

bool isUsed(const Changes& changes, std::string_view kind, const std::string& id) {
  return std::as_const(changes.tables()).records().isUsed(kind, id);
}

// Those who can read it; who left since it was written is no longer named.
std::vector<UserId> readers(const Changes& changes, ChannelId channel, TopicId topic,
                            const std::vector<UserId>& mentioned) {
  std::vector<UserId> all;
  for (const auto user : mentioned) {
    const auto member = findMember(changes.tables(), channel, user);
    if (!member) continue;
    const auto& topics = member->topicIds;
    if (member->role == ChannelRole::guest && std::find(topics.begin(), topics.end(), topic) == topics.end()) continue;
    all.push_back(user);
  }
  return all;
}

// A topic or post that is acted upon.
struct Text {
  Record record;
  UserId author;
  bool deleted = false;
};

Result<Text> findText(const Changes& changes, const InTopic& in, const std::string& kind, const std::string& id,
                      TopicId topic) {
  if (kind == kinds::kTopic) {
    if (id != topic.text()) return fail(ErrorCode::notFound, "record_id");
    return Text{in.record, in.topic.authorId, in.topic.deletedAt.has_value()};
  }
  auto record = changes.find(Scope::channel(in.in.id), kinds::kPost, id);
  if (!record) return fail(ErrorCode::notFound, "record_id");
  const auto post = readBody<Post>(*record);
  if (post.topicId != topic) return fail(ErrorCode::notFound, "record_id");
  return Text{std::move(*record), post.authorId, post.deletedAt.has_value()};
}

// A guest's version of the record has another seq: he edits what he saw in the discussion.
Seq seqSeenBy(const Changes& changes, const InTopic& in, const Record& record, TopicId topic) {
  if (in.in.me.role != ChannelRole::guest) return record.seq;
  const auto copy = changes.find(Scope::discussion(topic), record.kind, record.id);
  return copy ? copy->seq : record.seq;
}

json::object newestOf(const Record& record, Seq seq) {
  auto body = parseJsonObject(record.body);
  return {{"kind", record.kind}, {"id", record.id}, {"seq", seq}, {"body", body ? std::move(*body) : json::object()}};
}

std::string aboutOf(const std::string& kind, TopicId topic) {
  return kind == kinds::kTopic ? std::string() : topic.text();
}

// Keeps the text as it is now, before it is replaced.
void keepEarlier(Changes& changes, ChannelId channel, TopicId topic, const Record& record) {
  Earlier earlier;
  earlier.topicId = topic;
  earlier.ofId = record.id;
  if (record.kind == kinds::kTopic) {
    const auto body = readBody<Topic>(record);
    earlier.title = body.title;
    earlier.body = body.body;
    earlier.caseParts = body.caseParts;
    earlier.writtenAt = body.editedAt.value_or(body.startedAt);
  } else {
    const auto body = readBody<Post>(record);
    earlier.body = body.body;
    earlier.writtenAt = body.editedAt.value_or(body.postedAt);
  }
  const std::string id = record.id + "." + std::to_string(record.seq);
  putInTopic(changes, channel, topic, kinds::kEarlier, id, topic.text(), toJson(earlier));
}

void forgetEarlier(Changes& changes, ChannelId channel, TopicId topic, const std::string& ofId) {
  std::vector<std::string> ids;
  std::as_const(changes.tables()).records().about(Scope::channel(channel), topic.text(), [&](const Record& record) {
    if (record.kind == kinds::kEarlier && record.id.starts_with(ofId + ".")) ids.push_back(record.id);
    return true;
  });
  for (const auto& id : ids) removeInTopic(changes, channel, topic, kinds::kEarlier, id);
}

// Attachments go with the text that brought them.
void removeAttachments(Changes& changes, ChannelId channel, TopicId topic, const std::vector<DocumentId>& documents) {
  for (const auto id : documents) {
    const auto record = changes.find(Scope::channel(channel), kinds::kDocument, id.text());
    if (record && readBody<Document>(*record).topicId == topic) removeDocument(changes, channel, id);
  }
}

}  // namespace

Result<Carried> carryOut(Changes& changes, const StartTopic& command) {
  const bool isCase = command.kind == TopicKind::caseDiscussion;
  const auto in = enter(changes, command.channelId, isCase ? ChannelAction::startCase : ChannelAction::startTopic);
  if (!in) return in.error();
  if (isCase && in->channel.access != ChannelAccess::closed) return fail(ErrorCode::forbidden, "access");
  const auto id = command.topicId.text();
  if (isUsed(changes, kinds::kTopic, id)) return fail(ErrorCode::idReused, "topic_id");
  Topic topic;
  topic.channelId = in->id;
  topic.kind = command.kind;
  topic.title = command.title;
  topic.body = command.body;
  topic.caseParts = command.caseParts;
  topic.authorId = changes.user();
  topic.startedAt = changes.now();
  topic.startedSeq = changes.nextSeq(Scope::channel(in->id));
  topic.aboutDocumentId = command.aboutDocumentId;
  topic.aboutQuestionId = command.aboutQuestionId;
  topic.documentIds = command.documentIds;
  topic.mentionIds = readers(changes, in->id, command.topicId, command.mentionIds);
  if (isCase) {
    topic.eraseAt = changes.now() + in->channel.caseRetentionDays * kDay;
    changes.tables().channels().setCaseDue({in->id, command.topicId}, *topic.eraseAt);
  }
  changes.put(Scope::channel(in->id), kinds::kTopic, id, "", toJson(topic));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const WritePost& command) {
  const auto in = enterTopic(changes, command.channelId, command.topicId, ChannelAction::writePost);
  if (!in) return in.error();
  if (in->topic.closed) return fail(ErrorCode::forbidden, "closed");
  const auto id = command.postId.text();
  if (isUsed(changes, kinds::kPost, id)) return fail(ErrorCode::idReused, "post_id");
  if (!command.quotedPostId.isNil()) {
    const auto quoted = changes.find(Scope::channel(in->in.id), kinds::kPost, command.quotedPostId.text());
    if (!quoted || readBody<Post>(*quoted).topicId != command.topicId)
      return fail(ErrorCode::notFound, "quoted_post_id");
  }
  Post post;
  post.channelId = in->in.id;
  post.topicId = command.topicId;
  post.body = command.body;
  post.authorId = changes.user();
  post.postedAt = changes.now();
  post.postedSeq = changes.nextSeq(Scope::channel(in->in.id));
  post.quotedPostId = command.quotedPostId;
  post.documentIds = command.documentIds;
  post.mentionIds = readers(changes, in->in.id, command.topicId, command.mentionIds);
  putInTopic(changes, in->in.id, command.topicId, kinds::kPost, id, command.topicId.text(), toJson(post));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const EditInChannel& command) {
  const auto in = enterTopic(changes, command.channelId, command.topicId, ChannelAction::editOwn);
  if (!in) return in.error();
  const auto text = findText(changes, *in, command.recordKind, command.recordId, command.topicId);
  if (!text) return text.error();
  if (text->author != changes.user()) return fail(ErrorCode::forbidden, "record_id");
  if (text->deleted) return fail(ErrorCode::notFound, "record_id");
  const Seq seen = seqSeenBy(changes, *in, text->record, command.topicId);
  if (seen != command.baseSeq && !planted(PlantedBug::staleEditAccepted))
    return Carried{{}, newestOf(text->record, seen)};
  auto parsed = parseJsonObject(text->record.body);
  json::object body = parsed ? std::move(*parsed) : json::object();
  const auto before = body;
  const bool isTopic = command.recordKind == kinds::kTopic;
  if (command.title && isTopic) body["title"] = *command.title;
  if (command.body) body["body"] = *command.body;
  if (command.caseParts && isTopic && in->topic.kind == TopicKind::caseDiscussion)
    body["case_parts"] = fields::write(*command.caseParts);
  const bool isNewText = body != before;
  if (command.documentIds) body["document_ids"] = fields::write(*command.documentIds);
  if (body == before) return Carried{};
  if (isNewText) {
    body["edited_at"] = fields::write(changes.now());
    keepEarlier(changes, in->in.id, command.topicId, text->record);
  }
  putInTopic(changes, in->in.id, command.topicId, command.recordKind, text->record.id,
             aboutOf(command.recordKind, command.topicId), body);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const DeleteInChannel& command) {
  const auto in = enterTopic(changes, command.channelId, command.topicId, ChannelAction::readTopic);
  if (!in) return in.error();
  const auto text = findText(changes, *in, command.recordKind, command.recordId, command.topicId);
  if (!text) return text.error();
  const auto action = text->author == changes.user() ? ChannelAction::deleteOwn : ChannelAction::deleteAny;
  if (!may(in->in.me.role, action)) return fail(ErrorCode::forbidden, "record_id");
  if (!may(in->in.me.role, action, in->in.channel, changes.now())) return fail(ErrorCode::forbidden, "lease");
  if (text->deleted) return Carried{};
  const Seq seen = seqSeenBy(changes, *in, text->record, command.topicId);
  if (seen != command.baseSeq) return Carried{{}, newestOf(text->record, seen)};
  const auto empty = [&](auto mark) {
    mark.body.clear();
    removeAttachments(changes, in->in.id, command.topicId, mark.documentIds);
    mark.documentIds.clear();
    mark.mentionIds.clear();
    mark.deletedAt = changes.now();
    mark.deletedBy = changes.user();
    return mark;
  };
  forgetEarlier(changes, in->in.id, command.topicId, text->record.id);
  json::object body;
  if (command.recordKind == kinds::kTopic) {
    auto mark = empty(readBody<Topic>(text->record));
    mark.title.clear();
    mark.caseParts.reset();
    mark.aboutDocumentId = {};
    mark.aboutQuestionId = {};
    body = toJson(mark);
  } else {
    auto mark = empty(readBody<Post>(text->record));
    mark.quotedPostId = {};
    body = toJson(mark);
  }
  putInTopic(changes, in->in.id, command.topicId, command.recordKind, text->record.id,
             aboutOf(command.recordKind, command.topicId), body);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const SetTopicState& command) {
  const auto in = enterTopic(changes, command.channelId, command.topicId, ChannelAction::readTopic);
  if (!in) return in.error();
  const auto check = [&](ChannelAction action) -> Result<void> {
    if (!may(in->in.me.role, action)) return fail(ErrorCode::forbidden, "topic_id");
    if (!may(in->in.me.role, action, in->in.channel, changes.now())) return fail(ErrorCode::forbidden, "lease");
    return {};
  };
  if (in->topic.deletedAt) return fail(ErrorCode::notFound, "topic_id");
  if (command.pinned)
    if (auto allowed = check(ChannelAction::pinTopic); !allowed) return allowed.error();
  if (command.closed) {
    const bool isOwn = in->topic.authorId == changes.user();
    const auto any = check(ChannelAction::closeTopic);
    if (!any && !(isOwn && check(ChannelAction::closeOwnTopic))) return any.error();
  }
  Topic topic = in->topic;
  topic.pinned = command.pinned.value_or(topic.pinned);
  topic.closed = command.closed.value_or(topic.closed);
  if (topic.pinned == in->topic.pinned && topic.closed == in->topic.closed) return Carried{};
  putInTopic(changes, in->in.id, command.topicId, kinds::kTopic, command.topicId.text(), "", merged(in->record, topic));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const MarkTopic& command) {
  const auto in = enterTopic(changes, command.channelId, command.topicId, ChannelAction::readTopic);
  if (!in) return in.error();
  const auto scope = Scope::user(changes.user());
  const auto id = command.topicId.text();
  const auto stored = changes.find(scope, kinds::kTopicMark, id);
  TopicMark mark = stored ? readBody<TopicMark>(*stored) : TopicMark{};
  mark.channelId = in->in.id;
  mark.follow = command.follow.value_or(mark.follow);
  mark.mute = command.mute.value_or(mark.mute);
  mark.readSeq = std::max(mark.readSeq, command.readSeq.value_or(0));
  mark.positionPostId = command.positionPostId.value_or(mark.positionPostId);
  putIfOther(changes, scope, kinds::kTopicMark, id, "", toJson(mark));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const WriteLesson& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::writeLesson);
  if (!in) return in.error();
  const auto scope = Scope::channel(in->id);
  const auto id = command.topicId.text();
  const auto stored = changes.find(scope, kinds::kLesson, id);
  const auto topic = changes.find(scope, kinds::kTopic, id);
  const bool isCase = topic && readBody<Topic>(*topic).kind == TopicKind::caseDiscussion;
  if (!stored && !isCase) return fail(ErrorCode::notFound, "topic_id");
  if (command.body.empty()) {
    if (stored) changes.remove(scope, kinds::kLesson, id);
    return Carried{};
  }
  if (stored) {
    const auto lesson = readBody<Lesson>(*stored);
    if (lesson.title == command.title && lesson.body == command.body) return Carried{};
  }
  changes.put(scope, kinds::kLesson, id, "",
              toJson(Lesson{command.title, command.body, changes.user(), changes.now()}));
  return Carried{};
}

}  // namespace vb::server::services

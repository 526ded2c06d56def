#include "client/core/actions/in_channel.h"

#include <algorithm>

#include "client/core/actions/rights.h"
#include "client/core/store/draft_table.h"

namespace vb::client::actions {
namespace {

QString joined(const char* kind, const std::string& id) {
  return QLatin1String(kind) + QLatin1Char('/') + QString::fromStdString(id);
}

// In a channel where one may do this; under the channel's name.
template <class Command>
Result<CommandId> queueFor(const ActionParts& parts, const Command& command, std::optional<ChannelAction> action) {
  if (auto valid = validate(command); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  if (action)
    if (auto allowed = allow(parts, *view, *action); !allowed) return allowed.error();
  return parts.outbox.queue(parts.freshId(), command, view->row.name);
}

QString topicTitle(const ActionParts& parts, TopicId id) {
  const auto view = parts.reader.channels().topic(id);
  return view ? view->row.title : QString();
}

ChannelAction rightOver(ChannelRole role, ChannelAction otherwise) {
  return role >= ChannelRole::moderator ? ChannelAction::appointModerator : otherwise;
}

ChannelRole roleOf(const ActionParts& parts, ChannelId channel, UserId user) {
  for (const auto& member : parts.reader.channels().people(channel).members)
    if (member.person.id == user) return member.role;
  return ChannelRole::none;
}

// Is a change of this text under way that the cache does not show as stored yet?
bool isUnderWay(const ActionParts& parts, const std::string& recordId) {
  const auto entries = parts.cache.outboxTable().all();
  return std::any_of(entries.begin(), entries.end(), [&](const store::OutboxEntry& entry) {
    if (entry.state == store::OutboxState::refused || entry.state == store::OutboxState::conflict) return false;
    const bool isSeen = std::all_of(entry.effects.begin(), entry.effects.end(), [&](const store::Effect& effect) {
      const auto scope = Scope::parse(effect.scope);
      return !scope || parts.cache.cursor(*scope).high >= effect.seq;
    });
    if (entry.state == store::OutboxState::confirmed && isSeen) return false;
    const auto body = parseJsonObject(entry.bodyJson);
    const auto command = body ? parseCommand(entry.kind, *body) : Result<CommandBody>(body.error());
    return command && outbox::postOf(*command) == recordId;
  });
}

// Puts the new text into a row that was never sent.
bool fold(const EditInChannel& edit, store::OutboxEntry& entry) {
  auto body = parseJsonObject(entry.bodyJson);
  if (!body) return false;
  if (edit.title) (*body)["title"] = *edit.title;
  if (edit.body) (*body)["body"] = *edit.body;
  if (edit.caseParts) (*body)["case_parts"] = fields::write(*edit.caseParts);
  if (edit.documentIds) (*body)["document_ids"] = fields::write(*edit.documentIds);
  if (edit.notBsn) (*body)["not_bsn"] = true;
  if (!parseCommand(entry.kind, *body)) return false;
  if (edit.title && entry.kind == StartTopic::kKind) entry.title = QString::fromStdString(*edit.title);
  entry.bodyJson = json::serialize(*body);
  return true;
}

}  // namespace

QString topicDraft(TopicKind kind, ChannelId channel) {
  return joined(kind == TopicKind::caseDiscussion ? "case" : "topic", channel.text());
}

Result<CommandId> joinChannel(const ActionParts& parts, const JoinChannel& command) {
  return queueFor(parts, command, {});
}

Result<CommandId> leaveChannel(const ActionParts& parts, const LeaveChannel& command) {
  if (const auto join = parts.outbox.unsentFor(outbox::postOf(JoinChannel{command.channelId, {}}))) {
    if (auto dropped = parts.outbox.discard(join->id); !dropped) return dropped.error();
    return join->id;
  }
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  if (view->row.role == ChannelRole::owner) {
    const auto members = parts.reader.channels().people(command.channelId).members;
    const auto owners = std::count_if(members.begin(), members.end(),
                                      [](const auto& member) { return member.role == ChannelRole::owner; });
    if (owners < 2) return fail(ErrorCode::forbidden, "last_owner");
  }
  return queueFor(parts, command, {});
}

Result<CommandId> answerInvitation(const ActionParts& parts, const AnswerInvitation& command) {
  return queueFor(parts, command, {});
}

Result<CommandId> redeemInvitation(const ActionParts& parts, const RedeemInvitation& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), command);
}

Result<CommandId> answerJoinRequest(const ActionParts& parts, const AnswerJoinRequest& command) {
  return queueFor(parts, command, ChannelAction::invite);
}

Result<CommandId> inviteToChannel(const ActionParts& parts, const InviteToChannel& command) {
  return queueFor(parts, command, rightOver(command.role, ChannelAction::invite));
}

Result<CommandId> withdrawInvitation(const ActionParts& parts, const WithdrawInvitation& command) {
  return queueFor(parts, command, ChannelAction::invite);
}

Result<CommandId> removeMember(const ActionParts& parts, const RemoveMember& command) {
  const auto role = roleOf(parts, command.channelId, command.userId);
  return queueFor(parts, command, rightOver(role, ChannelAction::removeMember));
}

Result<CommandId> setMemberRole(const ActionParts& parts, const SetMemberRole& command) {
  const auto role = std::max(command.role, roleOf(parts, command.channelId, command.userId));
  return queueFor(parts, command, rightOver(role, ChannelAction::invite));
}

Result<CommandId> handOver(const ActionParts& parts, const HandOverChannel& command) {
  return queueFor(parts, command, ChannelAction::handOver);
}

Result<CommandId> updateChannel(const ActionParts& parts, UpdateChannel command) {
  if (const auto older = unsent(parts, command)) {
    keep(command.name, older->name);
    keep(command.description, older->description);
    keep(command.access, older->access);
    keep(command.caseRetentionDays, older->caseRetentionDays);
    command.baseSeq = older->baseSeq;
  }
  return queueFor(parts, command, ChannelAction::changeChannel);
}

// ---- discussions and cases -------------------------------------------------------------------------------

Result<CommandId> startTopic(const ActionParts& parts, const StartTopic& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  const bool isCase = command.kind == TopicKind::caseDiscussion;
  if (auto allowed = allow(parts, *view, isCase ? ChannelAction::startCase : ChannelAction::startTopic); !allowed)
    return allowed.error();
  if (isCase && view->channel.access != ChannelAccess::closed) return fail(ErrorCode::forbidden, "access");
  return parts.outbox.queue(parts.freshId(), command, QString::fromStdString(command.title),
                            topicDraft(command.kind, command.channelId));
}

Result<CommandId> writePost(const ActionParts& parts, const WritePost& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  if (auto allowed = allow(parts, *view, ChannelAction::writePost); !allowed) return allowed.error();
  const auto topic = parts.reader.channels().topic(command.topicId);
  if (!topic || topic->row.deleted) return fail(ErrorCode::notFound, "topic_id");
  if (topic->row.closed) return fail(ErrorCode::forbidden, "closed");
  return parts.outbox.queue(parts.freshId(), command, topic->row.title, joined("post", command.topicId.text()));
}

Result<CommandId> editInChannel(const ActionParts& parts, EditInChannel command) {
  auto checked = command;
  checked.baseSeq = std::max<Seq>(command.baseSeq, 1);
  if (auto valid = validate(checked); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  if (auto allowed = allow(parts, *view, ChannelAction::editOwn); !allowed) return allowed.error();
  const QString draft = joined("edit", command.recordId);
  store::Cache::Transaction transaction(parts.cache);
  if (auto begun = transaction.begun(); !begun) return begun.error();
  Result<CommandId> done = CommandId();
  auto row = parts.outbox.unsentFor(command.recordId);
  if (row && row->kind != DeleteInChannel::kKind && fold(command, *row)) {
    if (auto replaced = parts.cache.outboxTable().replace(row->id, *row); !replaced) return replaced.error();
    if (auto removed = parts.cache.drafts().remove(draft); !removed) return removed.error();
    done = row->id;
  } else {
    if (isUnderWay(parts, command.recordId)) command.baseSeq = outbox::kBaseFollows;
    done = parts.outbox.queue(parts.freshId(), command, topicTitle(parts, command.topicId), draft);
    if (!done) return done;
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return done;
}

Result<CommandId> deleteInChannel(const ActionParts& parts, DeleteInChannel command) {
  auto checked = command;
  checked.baseSeq = std::max<Seq>(command.baseSeq, 1);
  if (auto valid = validate(checked); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  if (auto allowed = allow(parts, *view, ChannelAction::deleteOwn); !allowed) return allowed.error();
  store::Cache::Transaction transaction(parts.cache);
  if (auto begun = transaction.begun(); !begun) return begun.error();
  Result<CommandId> done = CommandId();
  bool neverLeft = false;
  const QString title = topicTitle(parts, command.topicId);
  if (const auto row = parts.outbox.unsentFor(command.recordId)) {
    if (auto discarded = parts.outbox.discard(row->id); !discarded) return discarded.error();
    done = row->id;
    neverLeft = row->kind != EditInChannel::kKind;
  }
  if (!neverLeft) {
    if (isUnderWay(parts, command.recordId)) command.baseSeq = outbox::kBaseFollows;
    done = parts.outbox.queue(parts.freshId(), command, title);
    if (!done) return done;
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return done;
}

Result<CommandId> setTopicState(const ActionParts& parts, SetTopicState command) {
  if (const auto older = unsent(parts, command)) {
    keep(command.pinned, older->pinned);
    keep(command.closed, older->closed);
  }
  if (auto valid = validate(command); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  const auto topic = parts.reader.channels().topic(command.topicId);
  if (!topic) return fail(ErrorCode::notFound, "topic_id");
  if (command.pinned)
    if (auto allowed = allow(parts, *view, ChannelAction::pinTopic); !allowed) return allowed.error();
  if (command.closed) {
    const auto action = topic->row.mine ? ChannelAction::closeOwnTopic : ChannelAction::closeTopic;
    if (auto allowed = allow(parts, *view, action); !allowed) return allowed.error();
  }
  return parts.outbox.queue(parts.freshId(), command, topic->row.title);
}

Result<CommandId> markTopic(const ActionParts& parts, MarkTopic command) {
  const auto topic = parts.reader.channels().topic(command.topicId);
  if (!topic) return fail(ErrorCode::notFound, "topic_id");
  const bool isNews = (command.follow && *command.follow != topic->row.followed) ||
                      (command.mute && *command.mute != topic->row.muted) ||
                      (command.readSeq && *command.readSeq > topic->readSeq) ||
                      (command.positionPostId && *command.positionPostId != topic->position);
  if (!isNews) return CommandId();
  if (const auto older = unsent(parts, command)) {
    keep(command.follow, older->follow);
    keep(command.mute, older->mute);
    if (older->readSeq) command.readSeq = std::max(command.readSeq.value_or(0), *older->readSeq);
    keep(command.positionPostId, older->positionPostId);
  }
  if (auto valid = validate(command); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), command, topic->row.title);
}

Result<CommandId> writeLesson(const ActionParts& parts, const WriteLesson& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  const auto view = findChannel(parts, command.channelId);
  if (!view) return view.error();
  if (auto allowed = allow(parts, *view, ChannelAction::writeLesson); !allowed) return allowed.error();
  return parts.outbox.queue(parts.freshId(), command, QString::fromStdString(command.title),
                            joined("lesson", command.topicId.text()));
}

}  // namespace vb::client::actions

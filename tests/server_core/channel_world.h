// ChannelWorld: the server's core with a channel and people in every role. Owned by the test.
#pragma once

#include <map>

#include "server/services/channels.h"
#include "tests/server_core/core_fixture.h"

namespace vb::test {

class ChannelWorld {
 public:
  explicit ChannelWorld(ChannelAccess access = ChannelAccess::closed, Lease lease = {}) {
    for (const char* name : {"olga", "mo", "lid", "gast", "ver"}) people[name] = core.addUser(name);
    services::NewChannel made;
    made.id = channel;
    made.channel.name = "Schuldhulp Noord";
    made.channel.description = "Werkafspraken";
    made.channel.organisation = "Regio Noord";
    made.channel.access = access;
    made.lease = lease;
    made.owner = people["olga"].user;
    must(core.write([&](storage::Tables& tables) {
      must(services::createChannel(tables, made, core.clock.now()).ok(), "createChannel");
    }),
         "write");
    become("mo", ChannelRole::moderator);
    become("lid", ChannelRole::member);
  }

  void become(const char* name, ChannelRole role) {
    must(core.write([&](storage::Tables& tables) {
      must(services::setChannelMember(tables, channel, people.at(name).user, role, core.clock.now()).ok(), name);
    }),
         "write");
  }
  // Somebody invites, the other accepts.
  void invite(const char* by, const char* name, ChannelRole role, std::vector<TopicId> topics = {}) {
    InviteToChannel command;
    command.channelId = channel;
    command.invitationId = InvitationId::v7(core.clock, core.random);
    command.userId = people.at(name).user;
    command.role = role;
    command.topicIds = std::move(topics);
    must(apply(by, command), "invite");
    must(apply(name, AnswerInvitation{channel, true}), "accept");
  }
  template <class Command>
  protocol::Ack tell(const char* name, const Command& command) {
    return core.execute(people.at(name), command);
  }
  template <class Command>
  bool apply(const char* name, const Command& command) {
    return tell(name, command).status == protocol::AckStatus::applied;
  }
  // "applied", or the code and detail of the refusal.
  template <class Command>
  QByteArray answer(const char* name, const Command& command) {
    const auto ack = tell(name, command);
    if (ack.status == protocol::AckStatus::applied) return "applied";
    return QByteArray::fromStdString(ack.code + (ack.detail.empty() ? "" : " " + ack.detail));
  }

  TopicId startTopic(const char* name, const std::string& title = "Een afspraak") {
    StartTopic command;
    command.channelId = channel;
    command.topicId = TopicId::v7(core.clock, core.random);
    command.title = title;
    command.body = "Wat spreken we af?";
    must(apply(name, command), "startTopic");
    return command.topicId;
  }
  TopicId startCase(const char* name) {
    StartTopic command;
    command.channelId = channel;
    command.topicId = TopicId::v7(core.clock, core.random);
    command.kind = TopicKind::caseDiscussion;
    command.title = "Een gezin met schulden";
    command.caseParts = CaseParts{"De situatie", "Wat is geprobeerd", "De vraag", ""};
    must(apply(name, command), "startCase");
    return command.topicId;
  }
  PostId writePost(const char* name, TopicId topic, const std::string& text = "Daar ben ik het mee eens.") {
    WritePost command;
    command.channelId = channel;
    command.topicId = topic;
    command.postId = PostId::v7(core.clock, core.random);
    command.body = text;
    must(apply(name, command), "writePost");
    return command.postId;
  }
  template <class Body>
  std::optional<Body> body(const Scope& where, const char* kind, const std::string& id) {
    const auto record = core.record(where, kind, id);
    if (!record) return std::nullopt;
    auto value = fromJsonText<Body>(record->body);
    must(value.ok(), kind);
    return std::move(*value);
  }
  Seq seqOf(const Scope& where, const char* kind, const std::string& id) {
    const auto record = core.record(where, kind, id);
    return record ? record->seq : 0;
  }
  bool reads(const char* name, const Scope& where) {
    return as<protocol::Subscribed>(core.open(people.at(name), where.text())) != nullptr;
  }
  // Everything of the scope, tombstones too, as one text.
  QByteArray wholeText(const char* name, const Scope& where) {
    QByteArray text;
    for (const auto& record : core.everything(people.at(name), where))
      text += QByteArray::fromStdString(record.kind + " " + record.id + " " + record.body + "\n");
    return text;
  }
  static void must(bool isSo, const char* what) {
    if (!isSo) throw std::runtime_error(what);
  }

  CoreFixture core;
  std::map<std::string, api::Caller, std::less<>>
      people;  // olga owns, mo moderates, lid is in it, gast and ver are not
  ChannelId channel = ChannelId::named("schuldhulp noord");
  Scope scope = Scope::channel(channel);
  Scope desk = Scope::desk(channel);
};

}  // namespace vb::test

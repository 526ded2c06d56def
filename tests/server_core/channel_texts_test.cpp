// Discussions and cases: who may write what, what is kept of a text, and when it is gone for ever.
#include <QFile>
#include <QTest>

#include "tests/server_core/channel_world.h"

using namespace vb;
using namespace vb::test;

class ChannelTextsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ChannelWorld> world_;
  UserId user(const char* name) { return world_->people.at(name).user; }
  EditInChannel edit(TopicId topic, const char* kind, const std::string& id, const std::string& body) {
    EditInChannel command;
    command.channelId = world_->channel;
    command.topicId = topic;
    command.recordKind = kind;
    command.recordId = id;
    command.baseSeq = world_->seqOf(world_->scope, kind, id);
    command.body = body;
    return command;
  }
  DeleteInChannel remove(TopicId topic, const char* kind, const std::string& id) {
    return {world_->channel, topic, kind, id, world_->seqOf(world_->scope, kind, id)};
  }
  std::optional<Post> post(PostId id) { return world_->body<Post>(world_->scope, kinds::kPost, id.text()); }
  std::optional<Topic> topic(TopicId id) { return world_->body<Topic>(world_->scope, kinds::kTopic, id.text()); }

 private Q_SLOTS:
  void init() { world_ = std::make_unique<ChannelWorld>(); }
  void cleanup() { world_.reset(); }

  void aPostStandsInItsTopicAndReachesTheOthers() {
    const auto id = world_->startTopic("lid");
    world_->core.published.clear();
    WritePost command{world_->channel,           id,   PostId::named("p1"), "Goed idee, @Mo", {}, {},
                      {user("mo"), user("ver")}, false};
    const auto ack = world_->tell("olga", command);
    QCOMPARE(ack.status, protocol::AckStatus::applied);
    QCOMPARE(ack.effects.size(), std::size_t(1));
    QCOMPARE(ack.effects.front().scope, world_->scope.text());
    const auto written = post(command.postId);
    QCOMPARE(written->authorId, user("olga"));
    QCOMPARE(written->mentionIds, std::vector<UserId>{user("mo")});  // who is not in it is not named
    QCOMPARE(world_->core.published.size(), std::size_t(1));
    QCOMPARE(world_->answer("olga", command), QByteArray("id_reused post_id"));
    command.postId = PostId::named("p2");
    command.quotedPostId = PostId::named("nowhere");
    QCOMPARE(world_->answer("olga", command), QByteArray("not_found quoted_post_id"));
  }

  void anEditKeepsWhatWasThereBefore() {
    const auto id = world_->startTopic("lid");
    const auto first = world_->writePost("lid", id, "Eerste versie");
    QCOMPARE(world_->answer("mo", edit(id, kinds::kPost, first.text(), "Niet van mij")),
             QByteArray("forbidden record_id"));
    const auto stale = edit(id, kinds::kPost, first.text(), "Derde versie");
    const auto seq = world_->seqOf(world_->scope, kinds::kPost, first.text());
    QVERIFY(world_->apply("lid", edit(id, kinds::kPost, first.text(), "Tweede versie")));
    QCOMPARE(post(first)->body, std::string("Tweede versie"));
    QVERIFY(post(first)->editedAt.has_value());
    const auto earlier =
        world_->body<Earlier>(world_->scope, kinds::kEarlier, first.text() + "." + std::to_string(seq));
    QVERIFY(earlier.has_value());
    QCOMPARE(earlier->body, std::string("Eerste versie"));
    const auto conflict = world_->tell("lid", stale);
    QCOMPARE(conflict.status, protocol::AckStatus::conflict);
    QVERIFY(conflict.newest.has_value());
  }

  void aDeletedTextLeavesAMarkAndNoWords() {
    const auto id = world_->startTopic("lid");
    const auto own = world_->writePost("lid", id, "Geheim woord");
    QVERIFY(world_->apply("lid", edit(id, kinds::kPost, own.text(), "Ander geheim woord")));
    QCOMPARE(world_->answer("ver", remove(id, kinds::kPost, own.text())), QByteArray("not_found channel_id"));
    world_->become("ver", ChannelRole::member);
    QCOMPARE(world_->answer("ver", remove(id, kinds::kPost, own.text())), QByteArray("forbidden record_id"));
    QVERIFY(world_->apply("mo", remove(id, kinds::kPost, own.text())));
    QVERIFY(post(own)->deletedAt.has_value());
    QCOMPARE(post(own)->deletedBy, user("mo"));
    QVERIFY(!world_->wholeText("lid", world_->scope).contains("geheim woord"));
    QVERIFY(!world_->wholeText("lid", world_->scope).contains("Geheim woord"));
  }

  void pinningAndClosing() {
    const auto id = world_->startTopic("lid");
    QCOMPARE(world_->answer("lid", SetTopicState{world_->channel, id, true, {}}), QByteArray("forbidden topic_id"));
    QVERIFY(world_->apply("mo", SetTopicState{world_->channel, id, true, {}}));
    QVERIFY(topic(id)->pinned);
    world_->become("ver", ChannelRole::member);
    QCOMPARE(world_->answer("ver", SetTopicState{world_->channel, id, {}, true}), QByteArray("forbidden topic_id"));
    QVERIFY(world_->apply("lid", SetTopicState{world_->channel, id, {}, true}));  // its author
    QCOMPARE(world_->answer("mo", WritePost{world_->channel, id, PostId::named("p"), "Nog iets", {}, {}, {}, false}),
             QByteArray("forbidden closed"));
    QVERIFY(world_->apply("mo", SetTopicState{world_->channel, id, {}, false}));
    world_->writePost("ver", id);
  }

  void marksAreOnesOwnAndWhatWasReadStaysRead() {
    const auto id = world_->startTopic("lid");
    QVERIFY(world_->apply("mo", MarkTopic{world_->channel, id, true, {}, 7, PostId::named("p")}));
    QVERIFY(world_->apply("mo", MarkTopic{world_->channel, id, {}, true, 3, {}}));
    const auto mark = world_->body<TopicMark>(Scope::user(user("mo")), kinds::kTopicMark, id.text());
    QVERIFY(mark->follow && mark->mute);
    QCOMPARE(mark->readSeq, Seq(7));
    QCOMPARE(mark->positionPostId, PostId::named("p"));
    QCOMPARE(world_->answer("ver", MarkTopic{world_->channel, id, true, {}, {}, {}}),
             QByteArray("not_found channel_id"));
  }

  void aCaseIsErasedAtItsDateAndTheLessonStays() {
    const auto id = world_->startCase("lid");
    const auto reply = world_->writePost("mo", id, "Woord dat weg moet");
    QVERIFY(world_->apply("mo", edit(id, kinds::kPost, reply.text(), "Woord dat ook weg moet")));
    world_->invite("mo", "gast", ChannelRole::guest, {id});
    QVERIFY(world_->apply("lid", WriteLesson{world_->channel, id, "Geleerd", "Begin vroeg.", false}));
    QCOMPARE(topic(id)->eraseAt, std::optional(topic(id)->startedAt + std::chrono::hours(24 * 90)));
    const auto erased = [&] {
      int count = -1;
      services::eraseDueCases(*world_->core.store, world_->core.clock.now(), [&](Result<int> done) { count = *done; });
      return count;
    };
    world_->core.clock.advance(std::chrono::hours(24 * 89));
    QCOMPARE(erased(), 0);
    world_->core.clock.advance(std::chrono::hours(25));
    QCOMPARE(erased(), 1);
    QCOMPARE(erased(), 0);
    const auto left = world_->wholeText("lid", world_->scope);
    QVERIFY(!left.contains("weg moet") && !left.contains("De situatie"));
    QVERIFY(left.contains("Begin vroeg."));
    QVERIFY(!world_->reads("gast", Scope::discussion(id)));
  }

  void casesAreForClosedChannels() {
    world_ = std::make_unique<ChannelWorld>(ChannelAccess::open);
    StartTopic command;
    command.channelId = world_->channel;
    command.topicId = TopicId::named("casus");
    command.kind = TopicKind::caseDiscussion;
    command.title = "Een gezin";
    command.caseParts = CaseParts{"Situatie", "", "Vraag", ""};
    QCOMPARE(world_->answer("lid", command), QByteArray("forbidden access"));
  }

  void theGuardLooksAtEveryPartOfACase() {
    StartTopic command;
    command.channelId = world_->channel;
    command.topicId = TopicId::named("casus");
    command.kind = TopicKind::caseDiscussion;
    command.title = "Een gezin";
    command.caseParts = CaseParts{"Situatie", "Zijn nummer is 111222333", "Vraag", ""};
    QCOMPARE(world_->answer("lid", command), QByteArray("personal_data"));
  }
};

QTEST_APPLESS_MAIN(ChannelTextsTest)
#include "channel_texts_test.moc"

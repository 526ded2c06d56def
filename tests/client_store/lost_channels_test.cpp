// What waits in the outbox for a channel that one may not read any more, and for a case whose date has come: no file
// holds a word of others afterwards.
#include <optional>

#include <QDirIterator>

#include "client/core/outbox/outbox.h"
#include "client/core/store/outbox_table.h"
#include "shared/domain/channel_commands.h"
#include "tests/client_store/profile.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::test;

namespace {

const ChannelId kChannel = ChannelId::named("noord");
const Scope kChannelScope = Scope::channel(kChannel);
const TopicId kTopic = TopicId::named("afspraak");
const TopicId kCase = TopicId::named("casus");
constexpr qint64 kEraseAt = kStart + 90LL * 24 * 3600 * 1000;

Membership joined() {
  Membership membership;
  membership.name = "Noord";
  membership.role = ChannelRole::member;
  membership.state = MembershipState::joined;
  membership.at = Timestamp(Milliseconds(kStart));
  return membership;
}
Topic topic(const std::string& title, TopicKind kind) {
  Topic made;
  made.channelId = kChannel;
  made.kind = kind;
  made.title = title;
  made.authorId = kAnna;
  made.startedAt = Timestamp(Milliseconds(kStart + 1000));
  made.startedSeq = 1;
  if (kind == TopicKind::caseDiscussion) {
    made.caseParts = CaseParts{"Zeldzaamwoord in de situatie", "", "Wat nu?", ""};
    made.eraseAt = Timestamp(Milliseconds(kEraseAt));
  } else {
    made.body = "Tekst";
  }
  return made;
}
Post post(TopicId in, const std::string& body) {
  Post made;
  made.channelId = kChannel;
  made.topicId = in;
  made.body = body;
  made.authorId = kAnna;
  made.postedAt = Timestamp(Milliseconds(kStart + 2000));
  made.postedSeq = 3;
  return made;
}

}  // namespace

class LostChannelsTest : public QObject {
  Q_OBJECT

  std::optional<ProfileFolder> folder_;
  std::unique_ptr<Cache> cache_;

  static int changed(const Result<int>& result) { return result ? *result : -1; }
  int filesWith(const QByteArray& word) {
    int count = 0;
    QDirIterator files(cache_->directory(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word)) ++count;
    }
    return count;
  }

 private Q_SLOTS:
  void init() {
    folder_.emplace();
    cache_ = folder_->openBound();
    STORED(cache_->applyRecords(Scope::user(kMe), {record(kinds::kMembership, kChannel.text(), 1, joined())}, upTo(1)));
    STORED(cache_->applyRecords(
        kChannelScope,
        {record(kinds::kTopic, kTopic.text(), 1, topic("Een afspraak", TopicKind::discussion)),
         record(kinds::kTopic, kCase.text(), 2, topic("Zeldzaamwoord", TopicKind::caseDiscussion)),
         record(kinds::kPost, PostId::named("een").text(), 3, post(kTopic, "Akkoord")),
         record(kinds::kPost, PostId::named("twee").text(), 4, post(kCase, "Zeldzaamwoord, ook hier")),
         record(kinds::kLesson, kCase.text(), 5, Lesson{"Vroeg bellen", "Dat helpt.", kAnna, {}})},
        upTo(5)));
  }
  void cleanup() { cache_.reset(); }

  void aCaseGoesWithWhatWaitsAboutIt() {
    FakeClock clock;
    client::outbox::Outbox outbox(*cache_, clock);
    WritePost command;
    command.channelId = kChannel;
    command.topicId = kCase;
    command.postId = PostId::named("drie");
    command.body = "Mijn eigen woorden";
    QVERIFY(outbox.queue(CommandId::named("1"), command, QStringLiteral("Zeldzaamwoord")));
    QCOMPARE(changed(outbox.casesExpire(Timestamp(Milliseconds(kEraseAt - 1)))), 0);
    QVERIFY(filesWith("zeldzaamwoord") > 0);
    QCOMPARE(changed(outbox.casesExpire(Timestamp(Milliseconds(kEraseAt)))), 1);
    QVERIFY(cache_->eraseExpired(kEraseAt));
    QCOMPARE(filesWith("zeldzaamwoord"), 0);
    QCOMPARE(cache_->outboxTable().all().front().state, client::store::OutboxState::refused);
    QVERIFY(filesWith("mijn eigen woorden") > 0);
  }

  // F28: the own text that was never sent stays, and nothing of others beside it.
  void ownTextOutlivesTheChannel() {
    FakeClock clock;
    client::outbox::Outbox outbox(*cache_, clock);
    WritePost command;
    command.channelId = kChannel;
    command.topicId = kTopic;
    command.postId = PostId::named("drie");
    command.body = "Mijn eigen woorden";
    MarkTopic mark;
    mark.channelId = kChannel;
    mark.topicId = kTopic;
    mark.follow = true;
    QVERIFY(outbox.queue(CommandId::named("1"), command, QStringLiteral("Een afspraak")));
    QVERIFY(outbox.queue(CommandId::named("2"), mark, QStringLiteral("Een afspraak")));
    QCOMPARE(changed(outbox.accessChanged()), 0);
    STORED(cache_->applyRecords(Scope::user(kMe), {tombstone(kinds::kMembership, kChannel.text(), 2)}, upTo(2)));
    QCOMPARE(changed(outbox.accessChanged(kChannelScope)), 2);
    STORED(cache_->purgeScope(kChannelScope));
    const auto rows = cache_->outboxTable().all();
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().state, client::store::OutboxState::refused);
    QCOMPARE(filesWith("een afspraak"), 0);
    QVERIFY(filesWith("mijn eigen woorden") > 0);
    QCOMPARE(changed(outbox.accessChanged()), 0);
  }

  // What was written in a channel that one is only about to join waits for that.
  void whoIsJoiningLosesNothing() {
    FakeClock clock;
    client::outbox::Outbox outbox(*cache_, clock);
    const ChannelId other = ChannelId::named("zuid");
    StartTopic command;
    command.channelId = other;
    command.topicId = TopicId::named("nieuw");
    command.title = "Hallo";
    QVERIFY(outbox.queue(CommandId::named("1"), JoinChannel{other, {}}));
    QVERIFY(outbox.queue(CommandId::named("2"), command, QStringLiteral("Hallo")));
    QCOMPARE(changed(outbox.accessChanged()), 0);
    QCOMPARE(outbox.toSend().size(), std::size_t(2));
  }
};

QTEST_GUILESS_MAIN(LostChannelsTest)
#include "lost_channels_test.moc"

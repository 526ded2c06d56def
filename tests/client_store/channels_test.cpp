// Channels in the cache: what the screens read of them, what waits shown as if it had happened, and that nothing is
// left of a channel one may no longer read.
#include <QDirIterator>
#include <QTest>

#include "shared/domain/channel_records.h"
#include "tests/client_store/outbox_fixture.h"

using namespace vb;
using namespace vb::test;
using client::store::SendState;
using client::store::TopicFilter;

namespace {

const ChannelId kChannel = ChannelId::named("noord");
const TopicId kTopic = TopicId::named("topic");
const TopicId kCase = TopicId::named("case");
const UserId kOther = UserId::named("other");

template <class Body>
Record made(const char* kind, const std::string& id, Seq seq, const Body& body) {
  return Record{kind, id, seq, false, toJsonText(body)};
}

}  // namespace

class ChannelsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ProfileFolder> folder_;
  std::unique_ptr<client::store::Cache> cache_;
  std::unique_ptr<client::store::Reader> reader_;
  Seq next_ = 0;

  void store(const Scope& scope, std::vector<Record> records) {
    Seq top = cache_->cursor(scope).high;
    for (auto& record : records) top = std::max(top, record.seq);
    STORED(cache_->applyRecords(scope, records, {"e", 0, 1, top}));
  }
  Topic topicBy(UserId author, const std::string& title) {
    Topic topic;
    topic.channelId = kChannel;
    topic.title = title;
    topic.body = "Wat spreken we af?";
    topic.authorId = author;
    topic.startedAt = Timestamp(Milliseconds(2000));
    topic.startedSeq = 3;
    return topic;
  }
  Post postBy(UserId author, Seq seq, const std::string& text) {
    Post post;
    post.channelId = kChannel;
    post.topicId = kTopic;
    post.body = text;
    post.authorId = author;
    post.postedAt = Timestamp(Milliseconds(3000 + seq));
    post.postedSeq = seq;
    return post;
  }
  PostId postId(Seq seq) { return PostId::named("post " + std::to_string(seq)); }
  void join(ChannelRole role = ChannelRole::member) {
    Membership membership{"Noord", "Regio", role, MembershipState::joined, {}, {}, Timestamp(Milliseconds(1000))};
    store(Scope::user(kMe), {made(kinds::kMembership, kChannel.text(), 1, membership)});
    Channel channel;
    channel.name = "Schuldhulp Noord";
    channel.organisation = "Regio Noord";
    store(Scope::channel(kChannel), {made(kinds::kChannel, kChannel.text(), 1, channel),
                                     made(kinds::kMember, kMe.text(), 2, Member{role, {}, {}}),
                                     made(kinds::kTopic, kTopic.text(), 3, topicBy(kOther, "Werkafspraken"))});
  }
  void posts(int count) {
    std::vector<Record> records;
    for (Seq seq = 10; seq < 10 + count; ++seq)
      records.push_back(made(kinds::kPost, postId(seq).text(), seq, postBy(kOther, seq, "Bericht zebravink")));
    store(Scope::channel(kChannel), records);
  }
  client::store::ChannelReader& channels() { return reader_->channels(); }
  client::store::TopicRow row() { return channels().topics(kChannel, TopicFilter::discussions, 0, 10).value(0); }
  template <class Command>
  void queue(const Command& command) {
    client::store::OutboxEntry entry;
    entry.id = CommandId::named("command " + std::to_string(++next_));
    entry.kind = Command::kKind;
    entry.bodyJson = toJsonText(command);
    entry.createdAt = 9'000;
    STORED(cache_->outboxTable().add(entry));
  }
  // Of the word in any file of the profile.
  bool isAnywhere(const QByteArray& word) {
    QDirIterator files(folder_->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word)) return true;
    }
    return false;
  }

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<ProfileFolder>();
    cache_ = folder_->openBound();
    reader_ = folder_->reader([] { return qint64(10'000); });
    next_ = 0;
  }
  void cleanup() {
    reader_.reset();
    cache_.reset();
    folder_.reset();
  }

  void aChannelWithItsTopicsAndPosts() {
    join();
    posts(3);
    const auto rows = channels().channels();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].name, QStringLiteral("Schuldhulp Noord"));
    QCOMPARE(rows[0].state, MembershipState::joined);
    QVERIFY(rows[0].synced);
    QCOMPARE(rows[0].unreadTopics, 1);
    QCOMPARE(row().title, QStringLiteral("Werkafspraken"));
    QCOMPARE(row().posts, 3);
    QCOMPARE(row().unread, 4);  // the text itself, and three posts
    QCOMPARE(channels().postIds(kTopic), (QVector<PostId>{postId(10), postId(11), postId(12)}));
    const auto views = channels().posts({postId(11)});
    QCOMPARE(views.size(), 1);
    QCOMPARE(views[0].body, QStringLiteral("Bericht zebravink"));
    QVERIFY(views[0].unread);
  }

  void tellsWhatArrivedAndNotWhatWasChanged() {
    client::store::Changes told;
    cache_->feed().listen([&told](const client::store::Changes& changes) { told = changes; });
    join();
    QCOMPARE(told.arrivals.topics, std::vector{kTopic});
    posts(2);
    QCOMPARE(told.arrivals.posts, (std::vector{postId(10), postId(11)}));
    auto edited = postBy(kOther, 10, "Anders gezegd");
    edited.editedAt = Timestamp(Milliseconds(5000));
    store(Scope::channel(kChannel), {made(kinds::kPost, postId(10).text(), 20, edited)});
    QCOMPARE(told.changedTopics, std::set{kTopic});
    QVERIFY(told.arrivals.posts.empty());
    store(Scope::channel(kChannel), {made(kinds::kTopic, kTopic.text(), 21, topicBy(kOther, "Andere titel"))});
    QVERIFY(told.arrivals.topics.empty());

    const auto south = ChannelId::named("zuid");
    const Membership invited{"Zuid", "Regio", ChannelRole::member, MembershipState::invited, {}, kOther, {}};
    store(Scope::user(kMe), {made(kinds::kMembership, south.text(), 9, invited)});
    QCOMPARE(told.arrivals.invitedTo, std::vector{south});
    store(Scope::desk(kChannel), {made(kinds::kJoinRequest, kOther.text(), 1, JoinRequest{"Graag", {}})});
    QCOMPARE(told.arrivals.askedToJoin, (std::vector{std::pair(kChannel, kOther)}));
    cache_->feed().listen({});
  }

  void anOpeningTextKnowsWhomItMentions() {
    join();
    QVERIFY(!channels().topic(kTopic)->mentionsMe);
    auto topic = topicBy(kOther, "Werkafspraken");
    topic.mentionIds = {kMe};
    store(Scope::channel(kChannel), {made(kinds::kTopic, kTopic.text(), 22, topic)});
    QVERIFY(channels().topic(kTopic)->mentionsMe);
  }

  void postsMayComeBeforeTheirTopic() {
    posts(2);
    join();
    QCOMPARE(row().posts, 2);
    store(Scope::channel(kChannel), {Record{kinds::kPost, postId(10).text(), 20, true, {}}});
    QCOMPARE(row().posts, 1);
  }

  void whatWasReadIsNotNewAndMutedCountsForNothing() {
    join();
    posts(3);
    store(Scope::user(kMe), {made(kinds::kTopicMark, kTopic.text(), 2, TopicMark{kChannel, false, false, 11, {}})});
    QCOMPARE(row().unread, 1);
    QCOMPARE(channels().channels()[0].unreadTopics, 1);
    MarkTopic mark;
    mark.channelId = kChannel;
    mark.topicId = kTopic;
    mark.readSeq = 12;
    queue(mark);
    QCOMPARE(row().unread, 0);
    QCOMPARE(reader_->counts().waitingToSend, 0);  // goes along by itself
    store(Scope::channel(kChannel), {made(kinds::kPost, postId(30).text(), 30, postBy(kOther, 30, "Nog een"))});
    QCOMPARE(row().unread, 1);
    store(Scope::user(kMe), {made(kinds::kTopicMark, kTopic.text(), 3, TopicMark{kChannel, false, true, 11, {}})});
    QVERIFY(row().muted);
    QCOMPARE(channels().channels()[0].unreadTopics, 0);
  }

  void whatWaitsIsShownAsIfItHadHappened() {
    join();
    posts(1);
    WritePost post;
    post.channelId = kChannel;
    post.topicId = kTopic;
    post.postId = PostId::named("mine");
    post.body = "Mijn bericht";
    queue(post);
    QCOMPARE(channels().postIds(kTopic), (QVector<PostId>{postId(10), post.postId}));
    QCOMPARE(channels().posts({post.postId})[0].sendState, SendState::waiting);
    QCOMPARE(row().posts, 2);
    StartTopic topic;
    topic.channelId = kChannel;
    topic.topicId = TopicId::named("new");
    topic.title = "Nieuw onderwerp";
    queue(topic);
    QCOMPARE(channels().topics(kChannel, TopicFilter::discussions, 0, 10).size(), 2);
    queue(SetTopicState{kChannel, kTopic, true, {}});
    QVERIFY(channels().topic(kTopic)->row.pinned);
    queue(DeleteInChannel{kChannel, kTopic, kinds::kPost, postId(10).text(), 10});
    QVERIFY(channels().posts({postId(10)})[0].deleted);
    QVERIFY(channels().posts({postId(10)})[0].body.isEmpty());
    queue(LeaveChannel{kChannel});
    QVERIFY(channels().channels().isEmpty());
  }

  void anEarlierTextIsKeptBesideItsPost() {
    join();
    posts(1);
    Earlier earlier;
    earlier.topicId = kTopic;
    earlier.ofId = postId(10).text();
    earlier.body = "Eerst dit";
    store(Scope::channel(kChannel), {made(kinds::kEarlier, postId(10).text() + ".10", 15, earlier)});
    const auto texts = channels().earlier(QString::fromStdString(postId(10).text()));
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts[0].body, QStringLiteral("Eerst dit"));
  }

  void postsAreFoundWithTheirPlace() {
    join();
    posts(1);
    const auto results = reader_->search(QStringLiteral("zebravinken"), 10);
    QCOMPARE(results.hits.size(), 1);
    QCOMPARE(results.hits[0].kind, client::store::SearchKind::post);
    QCOMPARE(results.hits[0].topic, kTopic);
    QCOMPARE(results.hits[0].channel, kChannel);
    QCOMPARE(results.hits[0].title, QStringLiteral("Werkafspraken"));
    QCOMPARE(results.hits[0].place, QStringLiteral("Schuldhulp Noord"));
  }

  void nothingIsLeftOfAChannelThatIsPurged() {  // C6, F28
    join();
    posts(40);
    cache_.reset();
    reader_.reset();
    cache_ = folder_->openBound();
    QVERIFY(isAnywhere("zebravink"));
    store(Scope::user(kMe), {Record{kinds::kMembership, kChannel.text(), 5, true, {}}});
    STORED(cache_->purgeScope(Scope::channel(kChannel)));
    reader_ = folder_->reader();
    QVERIFY(reader_->channels().channels().isEmpty());
    QVERIFY(!reader_->channels().topic(kTopic));
    QVERIFY(reader_->search(QStringLiteral("zebravink"), 10).hits.isEmpty());
    reader_.reset();
    cache_.reset();
    QVERIFY(!isAnywhere("zebravink"));
    QVERIFY(!isAnywhere("Werkafspraken"));
  }

  void aCaseIsErasedAtItsDateAndTheLessonStays() {
    join();
    auto topic = topicBy(kOther, "Een gezin met kolibrie");
    topic.kind = TopicKind::caseDiscussion;
    topic.caseParts = CaseParts{"Situatie kolibrie", "", "Vraag", ""};
    topic.eraseAt = Timestamp(Milliseconds(50'000));
    auto post = postBy(kOther, 11, "Antwoord kolibrie");
    post.topicId = kCase;
    Earlier earlier;
    earlier.topicId = kCase;
    earlier.ofId = postId(11).text();
    earlier.body = "Eerder kolibrie";
    store(Scope::channel(kChannel),
          {made(kinds::kTopic, kCase.text(), 10, topic), made(kinds::kPost, postId(11).text(), 11, post),
           made(kinds::kEarlier, postId(11).text() + ".9", 12, earlier),
           made(kinds::kLesson, kCase.text(), 13, Lesson{"Geleerd", "Begin vroeg.", kOther, {}})});
    QCOMPARE(cache_->nextExpiry(), qint64(50'000));
    QCOMPARE(*cache_->eraseExpired(49'999), 0);
    QCOMPARE(*cache_->eraseExpired(50'000), 1);
    QCOMPARE(cache_->nextExpiry(), qint64(0));
    const auto view = channels().topic(kCase);
    QVERIFY(view && view->lesson);
    QCOMPARE(channels().topics(kChannel, TopicFilter::cases, 0, 10).size(), 0);
    QCOMPARE(channels().topics(kChannel, TopicFilter::lessons, 0, 10).size(), 1);
    QVERIFY(!channels().postIds(kCase).contains(postId(11)));
    reader_.reset();
    cache_.reset();
    QVERIFY(!isAnywhere("kolibrie"));
  }
};

QTEST_GUILESS_MAIN(ChannelsTest)
#include "channels_test.moc"

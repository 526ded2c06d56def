// What of channels becomes a desktop notification, and what never does.
#include <QDateTime>
#include <QTest>

#include "client/core/engine/news_desk.h"
#include "tests/conversation/virtual_time.h"
#include "tests/support/fake_reader.h"

using namespace vb;
using namespace vb::client;

namespace {

const ChannelId kChannel = ChannelId::named("noord");
const UserId kAsker = UserId::named("asker");

struct Desk {
  test::VirtualTime time;
  test::FakeReader reader;
  test::FakeChannelReader& channels = reader.channelsNow;
  QVector<ChannelNews> told;
  NewsDesk news{reader, time, time, {[](const NewQuestions&) {}, [this](const ChannelNews& one) { told.append(one); }}};

  Desk() {
    const auto now = QDateTime::fromMSecsSinceEpoch(time.now().time_since_epoch().count());
    time.pass(Milliseconds(now.msecsTo(QDateTime(now.date().addDays(1), QTime(12, 0)))));
    channel("noord", MembershipState::joined);
  }
  ChannelId channel(const char* name, MembershipState state, ChannelAccess access = ChannelAccess::open,
                    ChannelRole role = ChannelRole::member) {
    store::ChannelRow row;
    row.id = ChannelId::named(name);
    row.name = QLatin1String(name);
    row.state = state;
    row.access = access;
    row.role = role;
    channels.rows.append(row);
    return row.id;
  }
  store::TopicRow& topic(const char* title, ChannelId channel = kChannel) {
    store::TopicView view;
    view.row.id = TopicId::named(title);
    view.row.title = QLatin1String(title);
    view.row.channel = channel;
    view.row.followed = true;
    channels.topicViews.append(view);
    return channels.topicViews.last().row;
  }
  store::PostView& post(const char* text, const char* topic) {
    store::PostView view;
    view.id = PostId::named(text);
    view.body = QLatin1String(text);
    view.topic = TopicId::named(topic);
    view.unread = true;
    channels.postViews.append(view);
    return channels.postViews.last();
  }
  // All posts, as one change.
  void postsArrive(bool isNews = true, bool firstSync = false) {
    store::Arrivals arrivals;
    for (const auto& post : channels.postViews) store::Arrivals::note(arrivals.posts, post.id);
    arrive(arrivals, isNews, firstSync);
  }
  void arrive(const store::Arrivals& arrivals, bool isNews = true, bool firstSync = false) {
    news.arrived(arrivals, isNews, firstSync);
    time.pass(Milliseconds(5000));
  }
};

}  // namespace

class ChannelNewsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneSummaryOfAPostAndAMention() {
    Desk desk;
    desk.topic("Beleid");
    desk.post("eerste", "Beleid");
    desk.post("tweede", "Beleid").mentionsMe = true;
    desk.postsArrive();
    QCOMPARE(desk.told.size(), 1);
    const auto& news = desk.told.first();
    QCOMPARE(news.posts, 1);
    QCOMPARE(news.mentions, 1);
    QCOMPARE(news.channels, QVector{kChannel});
    QCOMPARE(news.channelName, QStringLiteral("noord"));
    QCOMPARE(news.topic, TopicId::named("Beleid"));
    QCOMPARE(news.post, PostId::named("eerste"));
    QCOMPARE(news.topicTitle, QStringLiteral("Beleid"));
  }

  void aMentionNeedsNoFollowing() {
    Desk desk;
    desk.topic("Beleid").followed = false;
    desk.post("zonder", "Beleid");
    desk.postsArrive();
    QCOMPARE(desk.told.size(), 0);
    desk.post("met", "Beleid").mentionsMe = true;
    desk.postsArrive();
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.told.first().mentions, 1);
    QCOMPARE(desk.told.first().posts, 0);
  }

  void anOpeningTextThatMentionsMe() {
    Desk desk;
    auto& row = desk.topic("Beleid");
    row.followed = false;
    row.unread = 1;
    store::Arrivals arrivals;
    arrivals.topics = {row.id};
    desk.arrive(arrivals);
    QCOMPARE(desk.told.size(), 0);
    desk.channels.topicViews.last().mentionsMe = true;
    desk.arrive(arrivals);
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.told.first().mentions, 1);
    QVERIFY(desk.told.first().post.isNil());
    // Read on another device.
    desk.channels.topicViews.last().readSeq = 4;
    desk.arrive(arrivals);
    QCOMPARE(desk.told.size(), 1);
  }

  void silentWhereItShouldBe_data() {
    QTest::addColumn<QString>("why");
    for (const char* why : {"mine", "read", "deleted", "muted", "history", "first sync", "off", "evening", "left", ""})
      QTest::newRow(why) << QString::fromLatin1(why);
  }
  void silentWhereItShouldBe() {
    QFETCH(QString, why);
    Desk desk;
    desk.topic("Beleid").muted = why == QLatin1String("muted");
    auto& post = desk.post("eerste", "Beleid");
    post.mentionsMe = true;
    post.mine = why == QLatin1String("mine");
    post.unread = why != QLatin1String("read");
    post.deleted = why == QLatin1String("deleted");
    desk.reader.settingsNow.notify = why != QLatin1String("off");
    if (why == QLatin1String("evening")) desk.time.pass(std::chrono::hours(10));
    if (why == QLatin1String("left")) desk.channels.rows.clear();
    desk.postsArrive(why != QLatin1String("history"), why == QLatin1String("first sync"));
    QCOMPARE(desk.told.size(), why.isEmpty() ? 1 : 0);
  }

  void readElsewhereBeforeItWasTold() {
    Desk desk;
    desk.topic("Beleid");
    const auto& post = desk.post("eerste", "Beleid");
    store::Arrivals arrivals;
    arrivals.posts = {post.id};
    desk.news.arrived(arrivals, true, false);
    desk.channels.postViews.last().unread = false;
    desk.time.pass(Milliseconds(5000));
    QCOMPARE(desk.told.size(), 0);
  }

  void tellsNothingOfClosedChannelsAndCases() {
    for (const auto access : {ChannelAccess::closed, ChannelAccess::unknown}) {
      Desk desk;
      desk.topic("Geheim", desk.channel("dicht", MembershipState::joined, access));
      desk.post("eerste", "Geheim");
      desk.postsArrive();
      QCOMPARE(desk.told.size(), 1);
      QCOMPARE(desk.told.first().topicTitle, QString());
      QCOMPARE(desk.told.first().channelName, QStringLiteral("dicht"));
    }
    Desk desk;
    desk.topic("Casus").kind = TopicKind::caseDiscussion;
    desk.post("eerste", "Casus");
    desk.postsArrive();
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.told.first().topicTitle, QString());
    QVERIFY(desk.told.first().isCase);
  }

  void namesNoTopicOrChannelWhenThereAreMore() {
    Desk desk;
    desk.topic("Een");
    desk.topic("Twee", desk.channel("zuid", MembershipState::joined));
    desk.post("eerste", "Een");
    desk.post("tweede", "Twee");
    desk.postsArrive();
    QCOMPARE(desk.told.size(), 1);
    const auto& news = desk.told.first();
    QCOMPARE(news.posts, 2);
    QCOMPARE(news.channels.size(), 2);
    QVERIFY(news.channelName.isEmpty() && news.topicTitle.isEmpty() && news.topic.isNil() && news.post.isNil());
  }

  void anInvitationUntilItIsAnswered() {
    Desk desk;
    store::Arrivals arrivals;
    arrivals.invitedTo = {desk.channel("zuid", MembershipState::invited)};
    desk.arrive(arrivals);
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.told.first().invitations, 1);
    QCOMPARE(desk.told.first().channelName, QStringLiteral("zuid"));
    desk.channels.rows.last().state = MembershipState::joined;
    desk.arrive(arrivals);
    QCOMPARE(desk.told.size(), 1);
  }

  void aRequestForWhoMayAnswerIt() {
    for (const auto role : {ChannelRole::member, ChannelRole::moderator, ChannelRole::owner}) {
      Desk desk;
      const auto channel = desk.channel("zuid", MembershipState::joined, ChannelAccess::onRequest, role);
      store::JoinRequestRow request;
      request.person.id = kAsker;
      desk.channels.peopleOf[channel].requests = {request};
      store::Arrivals arrivals;
      arrivals.askedToJoin = {{channel, kAsker}};
      desk.arrive(arrivals);
      QCOMPARE(desk.told.size(), role == ChannelRole::member ? 0 : 1);
      // Another moderator answered.
      desk.channels.peopleOf[channel].requests.clear();
      desk.told.clear();
      desk.arrive(arrivals);
      QCOMPARE(desk.told.size(), 0);
    }
  }
};

QTEST_GUILESS_MAIN(ChannelNewsTest)
#include "channel_news_test.moc"

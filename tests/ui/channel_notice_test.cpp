// News of channels on the desktop: its words, where a click leads, and when it must go.
#include "client/ui/shell/channel_notice.h"

#include <QTest>

#include "tests/support/fake_channel_reader.h"

using namespace vb;
using namespace vb::client;
using namespace vb::client::ui;

namespace {

const ChannelId kChannel = ChannelId::named("noord");
const TopicId kTopic = TopicId::named("topic");

ChannelNews inNoord(int ChannelNews::*what, int count = 1) {
  ChannelNews news;
  news.*what = count;
  news.channels = {kChannel};
  news.channelName = QStringLiteral("Noord");
  return news;
}

}  // namespace

class ChannelNoticeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPostOpensItsTopic() {
    auto news = inNoord(&ChannelNews::posts);
    news.topic = kTopic;
    news.post = PostId::named("post");
    news.topicTitle = QStringLiteral("Beleid");
    const auto notice = channelNotice(news);
    QCOMPARE(notice.title, QStringLiteral("New post in Noord"));
    QCOMPARE(notice.text, QStringLiteral("Beleid"));
    QCOMPARE(notice.visit.destination, Destination::channel);
    QCOMPARE(notice.visit.channel, kChannel);
    QCOMPARE(notice.visit.tab, ChannelTab::discussions);
    QCOMPARE(notice.visit.topic, kTopic);
    QCOMPARE(notice.visit.post, PostId::named("post"));
    news.isCase = true;
    QCOMPARE(channelNotice(news).visit.tab, ChannelTab::cases);
  }

  void whatMayNotBeToldIsNot() {
    auto news = inNoord(&ChannelNews::posts);
    news.topic = kTopic;
    QCOMPARE(channelNotice(news).title, QStringLiteral("New post in Noord"));
    QCOMPARE(channelNotice(news).text, QString());
  }

  void aMentionAnInvitationARequest() {
    QCOMPARE(channelNotice(inNoord(&ChannelNews::mentions)).title, QStringLiteral("You are mentioned in Noord"));
    const auto invitation = channelNotice(inNoord(&ChannelNews::invitations));
    QCOMPARE(invitation.title, QStringLiteral("Invitation to Noord"));
    QCOMPARE(invitation.visit.destination, Destination::channels);
    const auto request = channelNotice(inNoord(&ChannelNews::requests));
    QCOMPARE(request.title, QStringLiteral("Somebody asks to join Noord"));
    QCOMPARE(request.visit.destination, Destination::channel);
    QCOMPARE(request.visit.tab, ChannelTab::members);
  }

  void severalAreCounted() {
    auto news = inNoord(&ChannelNews::posts, 1);
    news.mentions = 1;
    const auto one = channelNotice(news);
    QCOMPARE(one.title, QStringLiteral("News in Noord"));
    QCOMPARE(one.text.count(QLatin1Char(',')), 1);
    QCOMPARE(one.visit.channel, kChannel);
    news.channels.append(ChannelId::named("zuid"));
    news.channelName.clear();
    const auto two = channelNotice(news);
    QCOMPARE(two.title, QStringLiteral("News in your channels"));
    QVERIFY(!two.text.isEmpty());
    QCOMPARE(two.visit.destination, Destination::channels);
  }

  void F28_goesWithTheChannel() {
    test::FakeChannelReader channels;
    const auto news = inNoord(&ChannelNews::posts);
    store::ChannelRow row;
    row.id = kChannel;
    for (const auto state : {MembershipState::joined, MembershipState::invited}) {
      row.state = state;
      channels.rows = {row};
      QVERIFY(mayStay(news, channels));
    }
    row.state = MembershipState::unknown;  // still listed, for it is open
    channels.rows = {row};
    QVERIFY(!mayStay(news, channels));
    channels.rows.clear();
    QVERIFY(!mayStay(news, channels));
  }
};

QTEST_GUILESS_MAIN(ChannelNoticeTest)
#include "channel_notice_test.moc"

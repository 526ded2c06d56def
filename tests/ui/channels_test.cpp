// All channels, a channel's members and settings, by keyboard: what each role is offered, and what is asked of the
// core.
#include <QComboBox>
#include <QListView>

#include "client/ui/members/rights_table.h"
#include "client/ui/shell/rail.h"
#include "tests/ui/channel_sample.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;
using namespace vb::test;

class ChannelsTest : public test::ScreenTest {
  Q_OBJECT

  Screen* screen_ = nullptr;
  void open(ChannelRole role, ChannelTab tab) {
    begin();
    fillChannels(reader(), role);
    client::ChangeSet changes;
    changes.channels = changes.topics = true;
    made_->tell(changes);
    Visit visit;
    visit.destination = Destination::channel;
    visit.channel = kNorth;
    visit.tab = tab;
    window().visit(visit);
    settle();
    screen_ = window().screen(Destination::channel);
  }
  void choosePerson(const char* name) {
    auto* list = fieldNamed<QListView>(screen_, QStringLiteral("Members"));
    QVERIFY(list != nullptr);
    for (int i = 0; i < list->model()->rowCount(); ++i)
      if (list->model()->index(i, 0).data().toString() == QString::fromUtf8(name)) {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(i, 0));
        return settle();
      }
    QFAIL(name);
  }
  QStringList& calls() { return desk().door.calls; }

 private Q_SLOTS:
  void cleanup() { made_.reset(); }

  void theRailShowsOnesChannelsWithWhatIsNew() {
    open(ChannelRole::member, ChannelTab::discussions);
    auto* rail = window().findChild<Rail*>();
    auto* button = rail->channelButton(kNorth);
    QVERIFY(button != nullptr);
    QCOMPARE(button->count(), 2);
    QVERIFY(button->isChecked());
    QCOMPARE(rail->button(Destination::channels)->count(), 1);  // one invitation waits
    made_->go(Destination::forYou);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    settle();
    QVERIFY(window().screen(Destination::channel)->isVisible());
  }

  void invitationsAreAnsweredAndOpenChannelsJoined() {
    begin();
    fillChannels(reader(), ChannelRole::member);
    screen_ = made_->go(Destination::channels);
    QVERIFY(showsText(screen_, QStringLiteral("Mark Jansen invites you.")));
    QVERIFY(press(screen_, "Accept the invitation to Casuïstiek Zuid"));
    QVERIFY(press(screen_, "Join VWS informeert"));
    QVERIFY(press(screen_, "Ask to join Regio Gooi"));
    auto* message = screen_->findChild<QLineEdit*>();
    QVERIFY(message != nullptr && message->hasFocus());
    QTest::keyClicks(message, QStringLiteral("Ik werk in Hilversum"));
    // What comes in meanwhile leaves what is typed alone.
    client::ChangeSet changes;
    changes.channels = true;
    made_->tell(changes);
    QCOMPARE(message->text(), QStringLiteral("Ik werk in Hilversum"));
    QVERIFY(press(screen_, "Send the request"));
    QCOMPARE(calls(), (QStringList{"accept", "join", "join"}));
    QCOMPARE(desk().door.message, QStringLiteral("Ik werk in Hilversum"));
  }

  void aCodeIsUsed() {
    begin();
    fillChannels(reader(), ChannelRole::member);
    screen_ = made_->go(Destination::channels);
    auto* code = fieldNamed<QLineEdit>(screen_, QStringLiteral("Code that you were given"));
    QVERIFY(code != nullptr);
    type(code, "kort");
    QVERIFY(press(screen_, "Use the code"));
    QVERIFY(calls().isEmpty());
    type(code, "-K7PM-22QX");
    QVERIFY(press(screen_, "Use the code"));
    QCOMPARE(calls(), QStringList{"redeem"});
  }

  void aMemberSeesWhoIsInItAndDoesNothingToThem() {
    open(ChannelRole::member, ChannelTab::members);
    QVERIFY(screen_->findChild<RightsTable*>() != nullptr);
    QVERIFY(buttonNamed(screen_, QStringLiteral("Invite")) == nullptr);
    QVERIFY(buttonNamed(screen_, QStringLiteral("Leave this channel")) != nullptr);
    choosePerson("Sanne de Boer");
    QVERIFY(buttonNamed(screen_, QStringLiteral("Remove from this channel")) == nullptr);
  }

  void aModeratorLetsInInvitesAndRemoves() {
    open(ChannelRole::moderator, ChannelTab::members);
    choosePerson("Iris Bos");
    QVERIFY(showsText(screen_, QStringLiteral("Ik werk in Leek.")));
    QVERIFY(press(screen_, "Let Iris Bos in"));
    QCOMPARE(calls(), QStringList{"let in"});
    choosePerson("Mark Jansen");  // another moderator
    QVERIFY(buttonNamed(screen_, QStringLiteral("Remove from this channel")) == nullptr);
    choosePerson("Sanne de Boer");
    QVERIFY(press(screen_, "Remove from this channel"));
    QCOMPARE(calls().size(), 1);  // it asks first
    QVERIFY(press(screen_, "Keep"));
    QVERIFY(press(screen_, "Remove from this channel"));
    QVERIFY(press(screen_, "Remove"));
    QCOMPARE(calls(), (QStringList{"let in", "remove"}));
    QVERIFY(press(screen_, "Invite"));
    auto* who = fieldNamed<QLineEdit>(screen_, QStringLiteral("Name or e-mail address"));
    QVERIFY(who != nullptr && who->hasFocus());
    type(who, "iemand@gemeente.example");
    QTest::keyClick(who, Qt::Key_Return);
    settle();
    QVERIFY(showsText(screen_, QStringLiteral("K7PM-22QX-9RTD-41VB")));
    QCOMPARE(desk().door.invited.last().email, std::string("iemand@gemeente.example"));
    QCOMPARE(desk().door.invited.last().role, ChannelRole::member);
  }

  void anOwnerAppointsHandsOverAndChangesTheChannel() {
    open(ChannelRole::owner, ChannelTab::members);
    QVERIFY(showsText(screen_, QStringLiteral("Plan: Regio")));
    QVERIFY(showsText(screen_, QStringLiteral("Hand it over to a member first")));
    QVERIFY(!buttonNamed(screen_, QStringLiteral("Save"))->isEnabled());
    auto* name = fieldNamed<QLineEdit>(screen_, QStringLiteral("Name"));
    QVERIFY(name != nullptr);
    type(name, " en Oost");
    QVERIFY(press(screen_, "Save"));
    QCOMPARE(desk().door.changed.last().name, std::optional<std::string>("Schuldhulp Noord en Oost"));
    QVERIFY(!desk().door.changed.last().access);
    QCOMPARE(desk().door.changed.last().baseSeq, Seq(4));
    choosePerson("Sanne de Boer");
    QVERIFY(press(screen_, "Make a moderator"));
    QCOMPARE(desk().door.roles.last().role, ChannelRole::moderator);
    QVERIFY(press(screen_, "Make Sanne de Boer the owner"));
    QVERIFY(press(screen_, "Hand over"));
    QCOMPARE(calls().last(), QStringLiteral("hand over"));
  }

  void whoIsOutIsToldAndLeaves() {
    open(ChannelRole::member, ChannelTab::discussions);
    reader().channelsNow.rows.removeFirst();
    reader().channelsNow.views.clear();
    client::ChangeSet changes;
    changes.channels = true;
    made_->tell(changes);
    settle();
    QVERIFY(showsText(&made_->toast(), QStringLiteral("You are no longer in Schuldhulp Noord.")));
    QVERIFY(window().screen(Destination::channels)->isVisible());
  }
};

QTEST_MAIN(ChannelsTest)
#include "channels_test.moc"

// Screens made anew in the real window: for another size of text with place and typed text kept, and for another user
// with nothing kept at all.
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class WindowLifeTest : public test::ScreenTest {
  Q_OBJECT

 private:
  QLineEdit* askTitle() {
    return test::fieldNamed<QLineEdit>(window().screen(Destination::ask),
                                       QStringLiteral("Your question in one sentence"));
  }

 private Q_SLOTS:
  void init() { begin(); }
  void cleanup() {
    theme_->setFontScalePercent(100);
    made_.reset();
  }

  void anotherSizeOfTextKeepsPlaceAndText() {
    Screen* before = made_->go(Destination::ask);
    type(askTitle(), "Hoe regelen jullie dit?");
    theme_->setFontScalePercent(200);
    // The fake core keeps no drafts by itself.
    QVERIFY(!desk().savedDrafts.isEmpty());
    settle();
    QVERIFY(window().screen(Destination::ask) != before);
    QCOMPARE(window().current(), Destination::ask);
    reader().draftRows.append(desk().savedDrafts.last());
    theme_->setFontScalePercent(150);
    settle();
    QCOMPARE(askTitle()->text(), QStringLiteral("Hoe regelen jullie dit?"));
  }

  void theSettingsStayWhereTheyWere() {
    auto* screen = made_->go(Destination::settings);
    type(test::fieldNamed<QLineEdit>(screen, QStringLiteral("Find a setting")), "profile");
    type(test::fieldNamed<QLineEdit>(screen, QStringLiteral("Your name")), " de V");
    theme_->setFontScalePercent(150);
    settle();
    auto* anew = window().screen(Destination::settings);
    QVERIFY(anew != screen);
    QCOMPARE(test::fieldNamed<QLineEdit>(anew, QStringLiteral("Find a setting"))->text(), QStringLiteral("profile"));
    QVERIFY(test::fieldNamed<QLineEdit>(anew, QStringLiteral("Your name"))->text().endsWith(QStringLiteral(" de V")));
    QVERIFY(desk().profiles.isEmpty());
  }

  // F5: what the disk has no room for is on screen all the same, and is what the next key adds to.
  void aFullDiskKeepsWhatWasTyped() {
    desk().diskFull = true;
    made_->go(Destination::settings);
    type(test::fieldNamed<QLineEdit>(window().screen(Destination::settings), QStringLiteral("Your name")), " de V");
    made_->go(Destination::ask);
    type(askTitle(), "Hoe regelen jullie dit");
    theme_->setFontScalePercent(150);
    settle();
    QCOMPARE(askTitle()->text(), QStringLiteral("Hoe regelen jullie dit"));
    type(askTitle(), "?");
    theme_->setFontScalePercent(100);
    settle();
    QCOMPARE(askTitle()->text(), QStringLiteral("Hoe regelen jullie dit?"));
    auto* settings = made_->go(Destination::settings);
    QVERIFY(test::fieldNamed<QLineEdit>(settings, QStringLiteral("Your name"))->text().endsWith(" de V"));
  }

  void theOpenQuestionStaysOpen() {
    const QuestionId id = reader().views[0].row.id;
    made_->openQuestion(id);
    theme_->setFontScalePercent(150);
    settle();
    QCOMPARE(window().findChild<ReaderPane*>()->question(), id);
  }

  // Sign out and erase everything: the next user finds nothing of this one.
  void erasingLeavesNothingBehind() {
    made_->go(Destination::ask);
    type(askTitle(), "Iets van de vorige gebruiker");
    made_->openQuestion(reader().views[0].row.id);
    preferences().setState(QLatin1String(kReadingState), "x=3");
    made_->go(Destination::settings);
    const auto saved = desk().savedDrafts.size();
    reader().me = desk().me = UserId{};
    desk().signedIn = false;
    reader().draftRows.clear();
    Q_EMIT desk().signedOut();
    settle();
    QCOMPARE(window().current(), Destination::account);
    QCOMPARE(desk().savedDrafts.size(), saved);
    QVERIFY(preferences().state(QLatin1String(kReadingState)).isEmpty());
    QVERIFY(window().findChild<ReaderPane*>() == nullptr);
    window().back();
    QCOMPARE(window().current(), Destination::account);
    QVERIFY(test::buttonNamed(&window(), QStringLiteral("Go on without signing in")) == nullptr);
    made_->go(Destination::ask);
    QVERIFY(askTitle()->text().isEmpty());
  }

  // Never "what you wrote is kept" to who asked to erase it.
  void aFailedEraseIsTold() {
    for (const bool isEmpty : {false, true}) {
      desk().signedIn = false;
      if (isEmpty) reader().me = desk().me = UserId{};
      Q_EMIT desk().signedOut(QStringLiteral("io_failed"));
      settle();
      QVERIFY(test::showsText(&made_->toast(), QStringLiteral("not everything could be erased")));
      QVERIFY(test::showsText(&made_->toast(), QStringLiteral("io_failed")));
    }
    QCOMPARE(window().current(), Destination::account);
  }

  // Half a second of typing that was not stored yet belongs to who left.
  void whatIsBeingTypedIsNotStoredForTheNextUser() {
    made_->go(Destination::ask);
    type(askTitle(), "Nog niet bewaard");
    reader().me = desk().me = UserId{};
    desk().signedIn = false;
    Q_EMIT desk().signedOut();
    settle();
    QVERIFY(desk().savedDrafts.isEmpty());
  }

  void aTokenThatIsGoneLeavesTheScreen() {
    made_->go(Destination::ask);
    desk().signedIn = false;
    Q_EMIT desk().signedOut();
    settle();
    QCOMPARE(window().current(), Destination::ask);
    QVERIFY(test::showsText(&made_->toast(), QStringLiteral("signed out")));
  }

 private:
  Preferences& preferences() { return made_->preferences; }
};

QTEST_MAIN(WindowLifeTest)
#include "window_life_test.moc"

// Signing in, registering and the first run by keyboard; what went wrong in words.
#include <QCheckBox>
#include <QComboBox>

#include "client/ui/account/expertise_grid.h"
#include "client/ui/account/server_url.h"
#include "client/ui/account/sign_in_page.h"
#include "client/ui/shell/rail.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class AccountTest : public test::ScreenTest {
  Q_OBJECT

 private:
  AccountScreen* screen_ = nullptr;
  QLineEdit* field(const char* name) { return test::fieldNamed<QLineEdit>(screen_, QString::fromUtf8(name)); }
  void fill(const char* email, const char* password) {
    field("E-mail address")->clear();
    type(field("E-mail address"), email);
    field("Password")->clear();
    type(field("Password"), password);
  }

 private Q_SLOTS:
  void init() {
    begin();
    desk().signedIn = false;
    screen_ = static_cast<AccountScreen*>(made_->go(Destination::account));
  }
  void cleanup() { made_.reset(); }

  void signsInWithTheKeyboardAlone() {
    QVERIFY(field("E-mail address")->hasFocus());
    fill("noor@breda.example", "een lang wachtwoord");
    QTest::keyClick(field("Password"), Qt::Key_Return);
    QCOMPARE(desk().signIns.size(), 1);
    QCOMPARE(desk().signIns.first().email, QStringLiteral("noor@breda.example"));
    QCOMPARE(desk().signIns.first().server, QUrl(QStringLiteral("https://vraagbaak.example")));
    // A second Enter does not sign in twice.
    QTest::keyClick(field("Password"), Qt::Key_Return);
    QCOMPARE(desk().signIns.size(), 1);
    desk().signedIn = true;
    Q_EMIT desk().signInFinished(QString(), QString());
    settle();
    QCOMPARE(window().current(), Destination::forYou);  // has expertise already
  }

  void eachProblemHasItsOwnWordsAndWhatWasFilledInStays() {
    fill("noor@breda.example", "een lang wachtwoord");
    QStringList seen;
    for (const char* code : {"bad_credentials", "too_many_requests", "network", "captive_portal", "untrusted_peer",
                             "unavailable", "internal"}) {
      QVERIFY(press(screen_->findChild<SignInPage*>(), "Sign in"));
      Q_EMIT desk().signInFinished(QString::fromLatin1(code), QString());
      settle();
      auto* banner = screen_->findChild<Banner*>();
      QVERIFY(banner->isVisible());
      QVERIFY2(!seen.contains(banner->accessibleName()), code);
      seen << banner->accessibleName();
      QCOMPARE(field("E-mail address")->text(), QStringLiteral("noor@breda.example"));
      QCOMPARE(field("Password")->text(), QStringLiteral("een lang wachtwoord"));
    }
    QVERIFY(seen[4].contains(QStringLiteral("Nothing was sent")));  // A19
    QVERIFY(seen[3].contains(QStringLiteral("wifi")));              // F14
  }

  void checksBeforeAnythingIsSent() {
    fill("geen adres", "x");
    field("Server")->setText(QStringLiteral("geen server"));
    QTest::keyClick(field("Password"), Qt::Key_Return);
    QVERIFY(desk().signIns.isEmpty());
    QVERIFY(field("E-mail address")->hasFocus());
    QVERIFY(!field("Server")->accessibleDescription().isEmpty());
  }

  void showsThePasswordOnlyWhenAsked() {
    QCOMPARE(field("Password")->echoMode(), QLineEdit::Password);
    QVERIFY(press(screen_, "Show password"));
    QCOMPARE(field("Password")->echoMode(), QLineEdit::Normal);
  }

  void registersOnlyWithTheHouseRules() {
    QVERIFY(press(screen_, "No account yet? Make one"));
    type(field("Your name"), "Noor Peters");
    fill("noor@breda.example", "kort");
    QVERIFY(press(screen_, "Make account"));
    QVERIFY(desk().signIns.isEmpty());
    QVERIFY(test::showsText(screen_, QStringLiteral("longer password")));
    fill("noor@breda.example", "een lang wachtwoord");
    QVERIFY(press(screen_, "Make account"));
    QVERIFY(desk().signIns.isEmpty());
    QVERIFY(press(screen_, "Read the house rules"));
    QVERIFY(press(screen_, "I keep to the house rules"));
    QVERIFY(press(screen_, "Make account"));
    QCOMPARE(desk().calls.last(), QStringLiteral("registerAccount"));
    QCOMPARE(desk().profiles.last().name, std::string("Noor Peters"));
    desk().signedIn = true;
    Q_EMIT desk().signInFinished(QString(), QString());
    settle();
    QCOMPARE(screen_->step(), AccountScreen::Step::profile);
  }

  void theFirstRunIsTwoStepsAndCanBeSkipped() {
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::profile);
    settle();
    QVERIFY(press(screen_, "Skip this"));
    QCOMPARE(screen_->step(), AccountScreen::Step::expertise);
    QVERIFY(!desk().calls.contains(QStringLiteral("updateProfile")));
    QVERIFY(press(screen_, "Skip this"));
    QCOMPARE(window().current(), Destination::forYou);
  }

  void enterGoesOnFromTheProfile() {
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::profile);
    settle();
    type(field("Job title"), "Regisseur");
    QTest::keyClick(field("Job title"), Qt::Key_Return);
    settle();
    QCOMPARE(screen_->step(), AccountScreen::Step::expertise);
    QCOMPARE(desk().profiles.size(), 1);
  }

  void enterDoesNotGoOnWithoutAName() {
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::profile);
    settle();
    field("Your name")->clear();
    QTest::keyClick(field("Your name"), Qt::Key_Return);
    QCOMPARE(screen_->step(), AccountScreen::Step::profile);
    QVERIFY(desk().profiles.isEmpty());
  }

  void ctrlEnterStartsFromAmongTheTicks() {
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::expertise);
    settle();
    auto* tick = test::buttonNamed(screen_, QStringLiteral("Neighbourhood work"));
    tick->setFocus();
    QTest::keyClick(tick, Qt::Key_Return);
    QCOMPARE(screen_->step(), AccountScreen::Step::expertise);
    QCOMPARE(window().current(), Destination::account);
    QTest::keyClick(tick, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    settle();
    QCOMPARE(window().current(), Destination::forYou);
    QVERIFY(desk().expertise.isEmpty());  // nothing was ticked by it
  }

  void savesProfileAndVisibility() {
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::profile);
    settle();
    QVERIFY(press(screen_, "Others may see: Job title"));
    QVERIFY(press(screen_, "Continue"));
    QCOMPARE(desk().profiles.size(), 1);
    QCOMPARE(desk().profiles.last().hidden, (std::vector<std::string>{"job_title", "municipality"}));
    QCOMPARE(desk().profiles.last().organisation, std::string("Gemeente Breda"));
  }

  void tickingActsAtOnce() {
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::expertise);
    settle();
    QVERIFY(press(screen_, "Neighbourhood work"));
    QCOMPARE(desk().expertise.last(), (std::pair{reader().categoryRows[2].id, true}));
    QVERIFY(press(screen_, "Poverty & Debt"));
    QCOMPARE(desk().expertise.last(), (std::pair{reader().categoryRows[0].id, false}));
  }

  void asksForExpertiseWhenThereIsNone() {
    for (auto& category : reader().categoryRows) category.mine = false;
    const auto profile = std::exchange(reader().profile, std::nullopt);
    fill("noor@breda.example", "een lang wachtwoord");
    QTest::keyClick(field("Password"), Qt::Key_Return);
    desk().signedIn = true;
    desk().state.link = client::Link::syncing;
    desk().state.syncPercent = 40;
    Q_EMIT desk().signInFinished(QString(), QString());
    settle();
    QCOMPARE(screen_->step(), AccountScreen::Step::fetching);
    QVERIFY(test::showsText(screen_, QStringLiteral("40")));
    // As soon as there is something to show, long before everything is here.
    reader().profile = profile;
    client::ChangeSet changes;
    changes.profile = true;
    made_->tell(changes);
    QCOMPARE(screen_->step(), AccountScreen::Step::profile);
  }

  // Somebody who returns on a new computer and does not wait: nothing of the record is blanked.
  void theRecordOfAReturningUserIsNotBlanked() {
    for (auto& category : reader().categoryRows) category.mine = false;
    const auto profile = std::exchange(reader().profile, std::nullopt);
    desk().signedIn = true;
    screen_->setStep(AccountScreen::Step::profile);
    settle();
    auto* go = test::buttonNamed(screen_, QStringLiteral("Continue"));
    QVERIFY(!go->isEnabled());
    QVERIFY(test::showsText(screen_, QStringLiteral("still being fetched")));
    type(field("Job title"), "Regisseur");
    reader().profile = profile;
    client::ChangeSet changes;
    changes.profile = true;
    made_->tell(changes);
    QVERIFY(go->isEnabled());
    QVERIFY(!test::showsText(screen_, QStringLiteral("still being fetched")));
    QVERIFY(press(screen_, "Continue"));
    QCOMPARE(desk().profiles.size(), 1);
    const auto& sent = desk().profiles.last();
    QCOMPARE(sent.jobTitle, std::string("Regisseur"));
    QCOMPARE(sent.name, profile->name);
    QVERIFY(sent.role == profile->role);
    QCOMPARE(sent.organisation, profile->organisation);
    QCOMPARE(sent.hidden, profile->hidden);
  }

  void whoHasExpertiseIsNotAsked() {
    for (auto& category : reader().categoryRows) category.mine = false;
    fill("noor@breda.example", "een lang wachtwoord");
    QTest::keyClick(field("Password"), Qt::Key_Return);
    desk().signedIn = true;
    Q_EMIT desk().signInFinished(QString(), QString());
    settle();
    QCOMPARE(screen_->step(), AccountScreen::Step::profile);
    // The expertise came a page later.
    reader().categoryRows[0].mine = true;
    client::ChangeSet changes;
    changes.expertise = true;
    made_->tell(changes);
    QCOMPARE(window().current(), Destination::forYou);
  }

  void theProfileBeginsWithWhatWasRegistered() {
    reader().profile.reset();
    for (auto& category : reader().categoryRows) category.mine = false;
    QVERIFY(press(screen_, "No account yet? Make one"));
    type(field("Your name"), "Noor Peters");
    fill("noor@breda.example", "een lang wachtwoord");
    QVERIFY(press(screen_, "I keep to the house rules"));
    QVERIFY(press(screen_, "Make account"));
    desk().signedIn = true;
    Q_EMIT desk().signInFinished(QString(), QString());
    settle();
    QCOMPARE(field("Your name")->text(), QStringLiteral("Noor Peters"));
  }

  void goesOnWithoutSigningIn() {
    QVERIFY(press(screen_, "Go on without signing in"));
    QCOMPARE(window().current(), Destination::forYou);
    QVERIFY(window().rail().isVisible());
    QVERIFY(desk().signIns.isEmpty());
  }

  void anotherUsersProfileCanBeErasedFirst() {
    reader().countsNow.drafts = 2;
    fill("iemand@anders.example", "een lang wachtwoord");
    QTest::keyClick(field("Password"), Qt::Key_Return);
    Q_EMIT desk().signInFinished(QStringLiteral("forbidden"), QStringLiteral("another user"));
    settle();
    QVERIFY(test::showsText(screen_, QStringLiteral("another user")));
    QVERIFY(press(screen_, "Erase this profile…"));
    QVERIFY(test::showsText(screen_, QStringLiteral("2 draft")));
    QVERIFY(!desk().calls.contains(QStringLiteral("wipe")));
    QVERIFY(press(screen_, "Erase"));
    QVERIFY(desk().calls.contains(QStringLiteral("wipe")));
  }

  void readsAddressesOfServers() {
    QCOMPARE(serverUrlFrom(QStringLiteral("vraagbaak.example")), QUrl(QStringLiteral("https://vraagbaak.example")));
    QCOMPARE(serverUrlFrom(QStringLiteral("localhost:8080")), QUrl(QStringLiteral("http://localhost:8080")));
    QCOMPARE(serverUrlFrom(QStringLiteral("http://127.0.0.1:9")), QUrl(QStringLiteral("http://127.0.0.1:9")));
    for (const char* bad : {"", "geen server", "file:///etc/passwd", "https://", "https://a:b@vraagbaak.example"})
      QVERIFY2(serverUrlFrom(QString::fromLatin1(bad)).isEmpty(), bad);
  }
};

QTEST_MAIN(AccountTest)
#include "account_test.moc"

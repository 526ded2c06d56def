// Settings and help by keyboard: every setting works, is found by the filter, and erasing asks first.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>

#include "client/ui/controls/markdown_view.h"
#include "client/ui/help/help_pages.h"
#include "client/ui/help/shortcut_table.h"
#include "client/ui/settings/section.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class SettingsTest : public test::ScreenTest {
  Q_OBJECT

 private:
  Screen* screen_ = nullptr;
  void choose(const char* name, const QVariant& value) {
    auto* box = test::fieldNamed<QComboBox>(screen_, QString::fromUtf8(name));
    QVERIFY2(box != nullptr, name);
    QVERIFY(box->findData(value) >= 0);
    box->setCurrentIndex(box->findData(value));
  }

 private Q_SLOTS:
  void init() {
    begin();
    screen_ = made_->go(Destination::settings);
  }
  void cleanup() {
    theme_->setMode(ThemeMode::light);
    theme_->setFontScalePercent(100);
    made_.reset();
  }

  void lookWorksAtOnceAndIsKept() {
    choose("Theme", static_cast<int>(ThemeMode::dark));
    QCOMPARE(theme_->mode(), ThemeMode::dark);
    QCOMPARE(made_->preferences.themeMode(), ThemeMode::dark);
    choose("Text size", 125);
    QCOMPARE(theme_->fontScalePercent(), 125);
    QCOMPARE(made_->preferences.fontScalePercent(), 125);
  }

  void languageIsKeptHereAndForOtherComputers() {
    QSignalSpy chosen(static_cast<SettingsScreen*>(screen_), &SettingsScreen::languageChosen);
    choose("Language", QStringLiteral("en"));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(made_->preferences.language(), QStringLiteral("en"));
    QCOMPARE(desk().settings.last().language, std::string("en"));
    choose("Language", QString());
  }

  void noticesAndHours() {
    QVERIFY(press(screen_, "Tell me of new questions in my expertise, and of what concerns me in channels"));
    QCOMPARE(desk().settings.last().notify, false);
    choose("From", 540);
    QCOMPARE(desk().settings.last().workFromMinutes, 540);
    const auto sent = desk().settings.size();
    choose("Until", 300);
    QCOMPARE(desk().settings.size(), sent);
    QVERIFY(test::showsText(screen_, QStringLiteral("The end must be after the beginning.")));
  }

  void documentsWithoutANetwork() {
    using client::store::OfflineKeep;
    auto& channels = made_->reader.channelsNow;
    channels.views.clear();
    channels.rows.clear();
    for (const char* name : {"Noord", "Zuid", "Gast"}) {
      client::store::ChannelView view;
      view.row.id = ChannelId::named(name);
      view.row.name = QString::fromLatin1(name);
      view.row.state = name == QLatin1String("Zuid") ? MembershipState::invited : MembershipState::joined;
      view.row.role = name == QLatin1String("Gast") ? ChannelRole::guest : ChannelRole::member;
      channels.rows.append(view.row);
      channels.views.append(view);
    }
    channels.storageNow.bytesHere = 12'000'000;
    channels.storageNow.documentsHere = 7;
    channels.storageNow.bytesLimit = 3'000'000'000;
    client::ChangeSet changes;
    changes.channels = true;
    made_->tell(changes);
    QVERIFY(test::showsText(screen_, QStringLiteral("7 document(s) on this computer, 12")));
    auto* limit =
        test::fieldNamed<QSpinBox>(screen_, QStringLiteral("At most so many gigabytes of documents on this computer"));
    QCOMPARE(limit->value(), 3);
    auto& door = desk().documentDoor;
    limit->setValue(5);
    QCOMPARE(door.limit, 5'000'000'000);

    auto* keep = test::fieldNamed<QComboBox>(screen_, QStringLiteral("What is kept of Noord"));
    QCOMPARE(keep->currentData().toInt(), static_cast<int>(OfflineKeep::everything));
    // Neither where one is only invited, nor where one is a guest.
    for (const char* other : {"What is kept of Zuid", "What is kept of Gast"})
      QVERIFY(test::fieldNamed<QComboBox>(screen_, QString::fromLatin1(other)) == nullptr);
    const auto size = QStringLiteral("Largest file that is kept of Noord, in megabytes");
    QVERIFY(test::fieldNamed<QSpinBox>(screen_, size) == nullptr);
    choose("What is kept of Noord", static_cast<int>(OfflineKeep::smallerThan));
    QCOMPARE(door.rule.keep, OfflineKeep::smallerThan);
    settle();
    test::fieldNamed<QSpinBox>(screen_, size)->setValue(25);
    QCOMPARE(door.rule.bytesMax, 25'000'000);

    // Changed elsewhere, in the dialog: shown, and not asked for again.
    channels.views[0].rule.keep = OfflineKeep::pinnedOnly;
    const auto asked = door.calls.size();
    changes = {};
    changes.documents = true;
    made_->tell(changes);
    QCOMPARE(keep->currentData().toInt(), static_cast<int>(OfflineKeep::pinnedOnly));
    QCOMPARE(door.calls.size(), asked);

    channels.rows.clear();
    made_->tell(changes);
    QVERIFY(test::showsText(screen_, QStringLiteral("You are in no channel with documents.")));
  }

  void erasingAsksOnceMoreAndSaysWhatIsLost() {
    QVERIFY(press(screen_, "Sign out and erase everything"));
    QVERIFY(!desk().calls.contains(QStringLiteral("wipe")));
    QVERIFY(test::showsText(screen_, QStringLiteral("3 message(s) not sent yet")));
    QVERIFY(press(screen_, "Keep everything"));
    QVERIFY(!desk().calls.contains(QStringLiteral("wipe")));
    QVERIFY(press(screen_, "Sign out and erase everything"));
    QVERIFY(press(screen_, "Erase"));
    QVERIFY(desk().calls.contains(QStringLiteral("wipe")));
  }

  void savesTheProfile() {
    auto* name = test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Your name"));
    name->clear();
    QVERIFY(press(screen_, "Save profile"));
    QVERIFY(desk().profiles.isEmpty());
    type(name, "Noor de Wit");
    // What comes in meanwhile does not overwrite it.
    client::ChangeSet changes;
    changes.profile = true;
    made_->tell(changes);
    QCOMPARE(name->text(), QStringLiteral("Noor de Wit"));
    QVERIFY(press(screen_, "Save profile"));
    QCOMPARE(desk().profiles.last().name, std::string("Noor de Wit"));
  }

  void theFilterFindsASetting() {
    auto* filter = test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Find a setting"));
    type(filter, "contrast");
    QStringList shown;
    for (const auto* section : screen_->findChildren<Section*>())
      if (section->isVisible()) shown << section->heading();
    QCOMPARE(shown, QStringList{QStringLiteral("Look")});
    filter->clear();
    type(filter, "xyzzy");
    QVERIFY(test::showsText(screen_, QStringLiteral("No setting")));
  }

  void everyPageOfTheHelpIsThereInBothLanguages() {
    QStringList names;
    for (const char* language : {"nl", "en"}) {
      QLocale::setDefault(QLocale(QString::fromLatin1(language)));
      QStringList titles;
      for (const auto& page : helpPages()) {
        QVERIFY2(!page.title.isEmpty(), qPrintable(page.name));
        QVERIFY(helpText(page.name).size() > 200);
        titles << page.title;
      }
      names << titles.join(QLatin1Char('|'));
    }
    QLocale::setDefault(QLocale(QLocale::English));
    QVERIFY(names[0] != names[1]);
  }

  void theHelpListsTheRealShortcuts() {
    screen_ = made_->go(Destination::help);
    auto* pages = screen_->findChild<QListWidget*>();
    QVERIFY(pages->hasFocus());
    for (int i = 0; i + 3 < pages->count(); ++i) QTest::keyClick(pages, Qt::Key_Down);
    settle();
    auto* table = screen_->findChild<ShortcutTable*>();
    QVERIFY(table->isVisible());
    int with = 0;
    for (const QAction* command : window().commands()) {
      if (command->shortcut().isEmpty()) continue;
      ++with;
      QVERIFY2(test::showsText(table, command->shortcut().toString(QKeySequence::NativeText)),
               qPrintable(command->text()));
    }
    QVERIFY(with > 5);
    QVERIFY(test::showsText(table, QStringLiteral("Ctrl+Enter")));  // as the other pages say it
  }

  void theLicenceCameWithTheApp() {
    Visit visit;
    visit.destination = Destination::help;
    visit.text = QStringLiteral("licence");
    window().visit(visit);
    settle();
    auto* text = window().screen(Destination::help)->findChild<MarkdownView*>();
    QVERIFY(text->markdownText().contains(QStringLiteral("EUROPEAN UNION PUBLIC LICENCE")));
  }

  void helpShowsOnePaneWhenNarrow() {
    screen_ = made_->go(Destination::help);
    window().resize(600, 700);
    settle();
    auto* pages = screen_->findChild<QListWidget*>();
    auto* text = screen_->findChild<MarkdownView*>();
    QVERIFY(pages->isVisible() && !text->isVisible());
    QTest::keyClick(pages, Qt::Key_Return);
    settle();
    QVERIFY(!pages->isVisible() && text->isVisible());
    QVERIFY(press(screen_, "Back to the list"));
    QVERIFY(pages->hasFocus());
  }

  void leavingPublishesNothing() {
    auto* name = test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Your name"));
    type(name, " de V");
    made_->go(Destination::forYou);
    QVERIFY(desk().profiles.isEmpty());
    QVERIFY(test::showsText(&made_->toast(), QStringLiteral("not saved")));
    made_->go(Destination::settings);
    QVERIFY(name->text().endsWith(QStringLiteral(" de V")));
    QVERIFY(press(screen_, "Save profile"));
    QCOMPARE(desk().profiles.size(), 1);
  }

  // What was changed and not saved survives closing, also when another screen was made anew last.
  void halfAProfileSurvives() {
    type(test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Your name")), " de V");
    QVERIFY(press(screen_, "Others may see: Job title"));
    made_->go(Destination::forYou);
    theme_->setFontScalePercent(150);
    settle();
    screen_ = made_->go(Destination::settings);
    auto* name = test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Your name"));
    QVERIFY(name->text().endsWith(QStringLiteral(" de V")));
    type(name, "ries");
    window().close();
    settle();
    const auto drafts = reader().draftRows;
    made_.reset();
    begin();
    reader().draftRows = drafts;
    made_->go(Destination::drafts);
    QVERIFY(test::showsText(window().screen(Destination::drafts), QStringLiteral("Noor Peters de Vries")));
    screen_ = made_->go(Destination::settings);
    QVERIFY(press(screen_, "Save profile"));
    QCOMPARE(desk().profiles.size(), 1);
    QCOMPARE(desk().profiles.last().name, std::string("Noor Peters de Vries"));
    QCOMPARE(desk().profiles.last().hidden, (std::vector<std::string>{"job_title", "municipality"}));
    QCOMPARE(desk().profiles.last().organisation, std::string("Gemeente Breda"));
    QVERIFY(desk().removedDrafts.contains(QStringLiteral("profile")));
  }

  void signingOutLeadsToSigningIn() {
    QVERIFY(press(screen_, "Sign out"));
    QVERIFY(desk().calls.contains(QStringLiteral("signOut")));
    QCOMPARE(window().current(), Destination::account);
    QVERIFY(test::showsText(window().screen(Destination::account), QStringLiteral("You are signed out")));
  }

  void aRefusedTickIsTakenBack() {
    auto* box = qobject_cast<QCheckBox*>(test::buttonNamed(screen_, QStringLiteral("Neighbourhood work")));
    QVERIFY(box != nullptr && !box->isChecked());
    box->click();
    QVERIFY(box->isChecked());
    client::ChangeSet changes;
    changes.outbox = true;
    made_->tell(changes);
    QVERIFY(!box->isChecked());
  }

  void theServersHouseRulesComeFirst() {
    screen_ = made_->go(Destination::help);
    Visit visit;
    visit.destination = Destination::help;
    visit.text = QStringLiteral("spelregels");
    window().visit(visit);
    settle();
    QCOMPARE(screen_->findChild<MarkdownView*>()->markdownText(), reader().rules);
  }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"

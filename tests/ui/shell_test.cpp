// The window by keyboard and at every width: rail, lists, status line, toast.
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "client/ui/controls/label.h"
#include "client/ui/lists/question_list_view.h"
#include "client/ui/shell/rail.h"
#include "client/ui/shell/status_line.h"
#include "client/ui/shell/toast_bar.h"
#include "tests/ui/window_fixture.h"

using namespace vb;
using namespace vb::client::ui;

class ShellTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  Theme* theme_ = nullptr;
  std::unique_ptr<test::WindowFixture> made_;

  // Layouts and palettes are renewed by posted events.
  static void settle() {
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();
  }
  MainWindow& window() { return *made_->window; }
  QuestionListView& list() { return made_->browse().pane(window().current())->list(); }

 private Q_SLOTS:
  void initTestCase() { theme_ = new Theme(*qApp); }
  void init() {
    made_ = std::make_unique<test::WindowFixture>(*theme_, folder_.path());
    window().resize(1360, 860);
    window().show();
    window().go(Destination::forYou);
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    window().activateWindow();
  }
  void cleanup() {
    theme_->setMode(ThemeMode::light);
    theme_->setFontScalePercent(100);
    made_.reset();
  }

  void walksTheListByKeyboard() {
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_J);
    const QuestionId first = list().currentQuestion();
    QVERIFY(!first.isNil());
    QTest::keyClick(&list(), Qt::Key_J);
    QVERIFY(list().currentQuestion() != first);
    QTest::keyClick(&list(), Qt::Key_K);
    QCOMPARE(list().currentQuestion(), first);
    QVERIFY(list().hasFocus());
    QCOMPARE(made_->browse().questionPane()->question(), first);
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(made_->browse().questionPane()->isAncestorOf(QApplication::focusWidget()));
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_S);
    QVERIFY(made_->desk.calls.join(QLatin1Char(' ')).contains(QStringLiteral("setSaved")));
  }

  void f6WalksEveryPane() {
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_J);
    QVector<QWidget*> seen;
    for (int i = 0; i < 4; ++i) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
      seen.append(QApplication::focusWidget());
    }
    QVERIFY(made_->browse().questionPane()->isAncestorOf(seen[0]));
    QVERIFY(window().findChild<StatusLine*>()->isAncestorOf(seen[1]));
    QVERIFY(window().rail().isAncestorOf(seen[2]));
    QCOMPARE(seen[3], static_cast<QWidget*>(&list()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), seen[2]);
  }

  void everyDestinationHasAKey() {
    const QVector<std::pair<Qt::Key, Destination>> keys{
        {Qt::Key_1, Destination::forYou}, {Qt::Key_2, Destination::questions}, {Qt::Key_3, Destination::mine},
        {Qt::Key_4, Destination::saved},  {Qt::Key_5, Destination::outbox},    {Qt::Key_6, Destination::drafts},
        {Qt::Key_N, Destination::ask},    {Qt::Key_F, Destination::search},    {Qt::Key_Comma, Destination::settings}};
    for (const auto& [key, destination] : keys) {
      QTest::keyClick(&window(), key, Qt::ControlModifier);
      QCOMPARE(window().current(), destination);
    }
    QTest::keyClick(&window(), Qt::Key_F1);
    QCOMPARE(window().current(), Destination::help);
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window().current(), Destination::settings);
  }

  void shortcutsDoNotClash() {
    QStringList seen;
    for (const QAction* action : window().commands()) {
      QVERIFY2(!action->text().isEmpty(), "a command without words");
      for (const QKeySequence& key : action->shortcuts()) {
        QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
        seen << key.toString();
      }
    }
    QVERIFY(seen.size() >= 20);
  }

  void everyFocusableControlHasAName_data() {
    QTest::addColumn<int>("destination");
    for (int d = 0; d <= static_cast<int>(Destination::account); ++d) QTest::addRow("%d", d) << d;
  }
  void everyFocusableControlHasAName() {
    QFETCH(int, destination);
    window().go(static_cast<Destination>(destination));
    int looked = 0;
    for (QWidget* widget : window().findChildren<QWidget*>()) {
      if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
      QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
      QVERIFY2(face != nullptr, widget->metaObject()->className());
      QVERIFY2(!face->text(QAccessible::Name).trimmed().isEmpty(), widget->metaObject()->className());
      ++looked;
    }
    QVERIFY(looked > 0);
  }

  void rowsTellThemselves() {
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&list());
    QVERIFY(face->childCount() > 3);
    const QString first = list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(first.contains(QStringLiteral("beslagvrije voet")));
    QVERIFY(first.contains(QStringLiteral("Unread")));
  }

  void adaptsToEveryWidth_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("collapsed");
    QTest::addColumn<bool>("onePane");
    QTest::newRow("wide") << 1360 << false << false;
    QTest::newRow("medium") << 900 << true << false;
    QTest::newRow("narrow") << 700 << true << true;
    QTest::newRow("smallest") << 400 << true << true;
  }
  void adaptsToEveryWidth() {
    QFETCH(int, width);
    QFETCH(bool, collapsed);
    QFETCH(bool, onePane);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_J);
    window().resize(width, 700);
    QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window().width(), width);
    QCOMPARE(window().rail().isCollapsed(), collapsed);
    QVERIFY(list().isVisible());
    QCOMPARE(made_->browse().questionPane()->isVisible(), !onePane);
    if (!onePane) return;
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(!list().isVisible());
    QVERIFY(made_->browse().questionPane()->isVisible());
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(list().isVisible());
  }

  void liveUpdateLeavesTheReaderAlone() {
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_J);
    QTest::keyClick(&list(), Qt::Key_J);
    const QuestionId reading = list().currentQuestion();
    auto& pane = static_cast<test::PlainPane&>(*made_->browse().questionPane());
    const int opened = pane.opened;
    QSignalSpy told(&made_->browse().pane(Destination::forYou)->model(), &client::QuestionListModel::refreshed);
    test::FakeReader::Row fresh = made_->reader.rows.first();
    fresh.id = QuestionId::named("fresh");
    made_->reader.rows.prepend(fresh);
    client::ChangeSet changes;
    changes.questions.append(fresh.id);
    Q_EMIT made_->desk.changed(changes);
    QVERIFY(told.wait());
    QCOMPARE(list().currentQuestion(), reading);
    QCOMPARE(pane.opened, opened);
    QVERIFY(list().hasFocus());
    QCOMPARE(made_->browse().pane(Destination::forYou)->model().heldBack(), 1);
    made_->browse().pane(Destination::forYou)->model().takeHeldBack();
    QCOMPARE(list().currentQuestion(), reading);
    QCOMPARE(made_->browse().pane(Destination::forYou)->model().indexOf(fresh.id), 0);
  }

  void toastUndoesOrExpires() {
    int undone = 0;
    int expired = 0;
    Navigator::Toast toast;
    toast.text = QStringLiteral("Weggehaald");
    toast.actionText = QStringLiteral("Ongedaan maken");
    toast.action = [&] { ++undone; };
    toast.expired = [&] { ++expired; };
    QWidget* before = QApplication::focusWidget();
    window().showToast(toast);
    QCOMPARE(QApplication::focusWidget(), before);
    window().showToast(toast);
    QCOMPARE(expired, 1);
    window().toastBar().findChild<QAbstractButton*>()->click();
    QCOMPARE(undone, 1);
    window().showToast(toast);
    window().close();
    QCOMPARE(expired, 2);
  }

  // Never green while something waits, whatever the state (polish row 16).
  void statusIsNeverGreenWithPendingWork() {
    for (int link = 0; link <= static_cast<int>(client::Link::readOnly); ++link)
      for (int waiting : {0, 1, 7})
        for (int attention : {0, 2}) {
          client::LinkState state;
          state.link = static_cast<client::Link>(link);
          state.waiting = waiting;
          state.needsAttention = attention;
          state.lastSyncedAt = state.since = test::kSampleNow;
          const LinkWords words = wordsOf(state, test::WindowFixture::now()());
          QVERIFY(!words.status.isEmpty());
          const bool quiet = state.link == client::Link::live && waiting == 0 && attention == 0;
          QCOMPARE(words.mood == Mood::ok, quiet);
          // Documents that are coming make nothing look better than it is.
          const Mood fetching = wordsOf(state, test::WindowFixture::now()(), {12, 40}).mood;
          QCOMPARE(fetching, quiet ? Mood::wait : words.mood);
        }
  }

  void theStatusSaysThatDocumentsAreComing() {
    auto& storage = made_->reader.channelsNow.storageNow;
    const auto told = [&] {
      client::ChangeSet changes;
      changes.documents = true;
      Q_EMIT made_->desk.changed(changes);
    };
    const auto says = [&](const char* words) {
      for (auto* label : window().findChild<StatusLine*>()->findChildren<ElidedLabel*>())
        if (label->text().contains(QString::fromUtf8(words))) return true;
      return false;
    };
    storage.documentsWaiting = 11;
    storage.documentsFetching = 1;
    storage.percent = 40;
    told();
    QTRY_VERIFY(says("Fetching 12 document(s) · 40 %"));
    // Without a connection nothing is being fetched.
    made_->desk.state.link = client::Link::offline;
    Q_EMIT made_->desk.linkChanged(made_->desk.state);
    QVERIFY(!says("Fetching"));
    made_->desk.state.link = client::Link::live;
    storage.documentsWaiting = storage.documentsFetching = 0;
    told();
    QTRY_VERIFY(says("Updated at"));
  }

  void offlineShowsABannerOnce() {
    made_->desk.state.link = client::Link::offline;
    made_->desk.state.waiting = 2;
    Q_EMIT made_->desk.linkChanged(made_->desk.state);
    auto* banner = window().findChild<Banner*>();
    QVERIFY(banner->isVisible());
    const auto actions = banner->findChildren<QAbstractButton*>();
    actions.last()->click();
    QVERIFY(!banner->isVisible());
    Q_EMIT made_->desk.linkChanged(made_->desk.state);
    QVERIFY(!banner->isVisible());
  }

  void theBannerKeepsTheKeyboard() {
    made_->desk.state.link = client::Link::offline;
    Q_EMIT made_->desk.linkChanged(made_->desk.state);
    auto* action = window().findChild<Banner*>()->findChildren<QAbstractButton*>().first();
    action->setFocus();
    made_->desk.state.waiting = 3;
    Q_EMIT made_->desk.linkChanged(made_->desk.state);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(action));
  }

  void aToastCoversNothing_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1360, 700, 400}) QTest::addRow("%d", width) << width;
  }
  void aToastCoversNothing() {
    QFETCH(int, width);
    window().resize(width, 700);
    settle();
    window().showToast({QStringLiteral("Wat je typte staat bij Concepten, met de reden erbij, zodat het blijft."),
                        QStringLiteral("Ongedaan maken"),
                        {},
                        {}});
    settle();
    const auto place = [&](QWidget* of) { return QRect(of->mapTo(&window(), QPoint()), of->size()); };
    const QRect toast = place(&window().toastBar());
    QVERIFY(window().rect().contains(toast));
    QVERIFY(!toast.intersects(place(&made_->browse())));
    QVERIFY(!toast.intersects(place(window().findChild<StatusLine*>())));
    auto* undo = window().toastBar().findChild<QAbstractButton*>();
    QVERIFY(window().toastBar().rect().contains(undo->geometry()));
    QVERIFY(undo->width() >= undo->sizeHint().width());
    window().toastBar().expire();
  }

  void theStateLosesNoLetterToWhatStandsBesideIt() {
    StatusLine line;
    LinkWords words;
    words.status = QStringLiteral("No connection since 14:02; everything until then is here");
    words.waiting = QStringLiteral("3 waiting");
    line.setWords(words);
    line.setRight(QStringLiteral("Working hours 08:30-17:00 · notifications on"));
    for (const int width : {1200, 700, 500}) {
      line.resize(width, line.sizeHint().height());
      line.show();
      QCoreApplication::processEvents();
      const auto labels = line.findChildren<ElidedLabel*>();
      QCOMPARE(labels.size(), 2);
      QVERIFY(labels[0]->width() >= labels[0]->sizeHint().width());
      QCOMPARE(labels[1]->isVisible(), width == 1200);
    }
  }

  void saysInWordsWhatThisComputerRefused() {
    Q_EMIT made_->desk.writeRefused(QStringLiteral("conflict"), QStringLiteral("it may have been sent"), false);
    QVERIFY(window().toastBar().findChild<QAbstractButton*>()->isHidden());
    Q_EMIT made_->desk.writeRefused(QStringLiteral("forbidden"), QStringLiteral("the question is closed"), true);
    const QString words = window().toastBar().accessibleName();
    QVERIFY(words.contains(QStringLiteral("closed")) && words.contains(QStringLiteral("Drafts")));
    window().toastBar().findChild<QAbstractButton*>()->click();
    QCOMPARE(window().current(), Destination::drafts);
  }

  // For a person to look at: set VRAAGBAAK_PICTURES to a folder.
  void pictures() {
    const QString to = qEnvironmentVariable("VRAAGBAAK_PICTURES");
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_J);
    for (const auto& [name, mode] :
         {std::pair{"light", ThemeMode::light}, {"dark", ThemeMode::dark}, {"contrast", ThemeMode::highContrast}})
      for (const int width : {1360, 900, 700}) {
        theme_->setMode(mode);
        window().resize(width, 860);
        settle();
        const QImage image = window().grab().toImage();
        QCOMPARE(image.width(), width);
        if (!to.isEmpty()) image.save(QStringLiteral("%1/shell-%2-%3.png").arg(to, QLatin1String(name)).arg(width));
      }
    theme_->setMode(ThemeMode::light);
    theme_->setFontScalePercent(200);
    window().resize(1360, 860);
    settle();
    const QImage large = window().grab().toImage();
    if (!to.isEmpty()) large.save(to + QStringLiteral("/shell-200.png"));
    theme_->setFontScalePercent(100);
    made_->desk.state.link = client::Link::offline;
    made_->desk.state.since = test::kSampleNow - 240'000;
    made_->desk.state.waiting = 2;
    Q_EMIT made_->desk.linkChanged(made_->desk.state);
    for (const auto& [name, where] :
         {std::pair{"questions", Destination::questions}, {"mine", Destination::mine}, {"saved", Destination::saved}}) {
      window().go(where);
      settle();
      if (!to.isEmpty()) window().grab().save(QStringLiteral("%1/shell-%2.png").arg(to, QLatin1String(name)));
    }
    made_->reader.rows.clear();
    window().go(Destination::forYou);
    made_->browse().pane(Destination::forYou)->model().refresh();
    settle();
    if (!to.isEmpty()) window().grab().save(to + QStringLiteral("/shell-empty.png"));
  }
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"

// Search while typing, and the switcher, by keyboard.
#include <QAction>
#include <QListView>
#include <QScrollBar>

#include "client/ui/search/fuzzy.h"
#include "client/ui/search/marked_text.h"
#include "client/ui/search/person_card.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class SearchTest : public test::ScreenTest {
  Q_OBJECT

 private:
  Screen* screen_ = nullptr;
  QLineEdit* field() {
    return test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Search everything on this computer"));
  }
  QListView* list() { return screen_->findChild<QListView*>(); }
  client::store::SearchResults found() {
    client::store::SearchHit question;
    question.question = reader().rows[3].id;
    question.id = QString::fromStdString(question.question.text());
    question.title = reader().rows[3].title;
    client::store::SearchHit answer;
    answer.kind = client::store::SearchKind::answer;
    answer.question = reader().views.first().row.id;
    answer.id = QString::fromStdString(reader().views.first().answers[1].id.text());
    answer.title = reader().views.first().row.title;
    client::store::SearchHit person;
    person.kind = client::store::SearchKind::person;
    person.title = QStringLiteral("Mark Jansen");
    person.id = QString::fromStdString(UserId::named("Mark Jansen").text());
    client::store::SearchResults results;
    results.hits = {question, answer, person};
    return results;
  }
  Switcher* switcher() { return window().findChild<Switcher*>(); }

 private Q_SLOTS:
  void init() {
    begin();
    screen_ = made_->go(Destination::search);
  }
  void cleanup() { made_.reset(); }

  void looksAtEveryKeyAndShowsOnlyTheNewestAnswer() {
    type(field(), "schuld");
    QCOMPARE(desk().searchQuery, QStringLiteral("schuld"));
    const quint64 older = desk().searchTicket;
    type(field(), "hulp");
    QVERIFY(desk().searchTicket > older);
    Q_EMIT desk().searchFinished(older, found());
    QCOMPARE(list()->model()->rowCount(), 0);
    Q_EMIT desk().searchFinished(desk().searchTicket, found());
    QCOMPARE(list()->model()->rowCount(), 3);
    QVERIFY(field()->hasFocus());
    field()->clear();
    Q_EMIT desk().searchFinished(desk().searchTicket, found());
    QCOMPARE(list()->model()->rowCount(), 0);
  }

  void opensTheAnswerThatWasFound() {
    type(field(), "voet");
    Q_EMIT desk().searchFinished(desk().searchTicket, found());
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    settle();
    auto* pane = window().findChild<ReaderPane*>();
    QVERIFY(pane != nullptr);
    QCOMPARE(pane->question(), reader().views.first().row.id);
  }

  void showsWhoAColleagueIs() {
    client::store::Person mark;
    mark.id = UserId::named("Mark Jansen");
    mark.name = QStringLiteral("Mark Jansen");
    mark.role = Role::policy;
    mark.jobTitle = QStringLiteral("Beleidsmedewerker");
    mark.organisation = QStringLiteral("Gemeente Amersfoort");
    mark.municipality = QStringLiteral("Amersfoort");
    mark.expertise = {reader().categoryRows.first().id};
    reader().people.append(mark);
    type(field(), "mark");
    Q_EMIT desk().searchFinished(desk().searchTicket, found());
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_End);
    QTest::keyClick(list(), Qt::Key_Return);
    settle();
    auto* card = window().findChild<PersonCard*>();
    QVERIFY(card != nullptr && card->isAncestorOf(QApplication::focusWidget()));
    for (const QString& part : {mark.name, mark.jobTitle, mark.organisation, mark.municipality,
                                client::Directory::nameOf(reader().categoryRows.first())})
      QVERIFY2(card->accessibleName().contains(part), qPrintable(part));
    QCOMPARE(field()->text(), QStringLiteral("mark"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    settle();
    QVERIFY(window().findChild<PersonCard*>() == nullptr);
    QVERIFY(list()->hasFocus());
  }

  void rowsFitTheWindow() {
    type(field(), "voet");
    auto results = found();
    results.hits.first().snippet =
        QString(40, QLatin1Char('x')) + QStringLiteral(" woorden die verder gaan").repeated(9);
    results.hits.last().snippet = QStringLiteral("Eén regel.");
    Q_EMIT desk().searchFinished(desk().searchTicket, results);
    settle();
    QVERIFY(!list()->horizontalScrollBar()->isVisible());
    QCOMPARE(list()->horizontalScrollBar()->maximum(), 0);
    const int two = list()->visualRect(list()->model()->index(0, 0)).height();
    const int none = list()->visualRect(list()->model()->index(1, 0)).height();
    const int one = list()->visualRect(list()->model()->index(2, 0)).height();
    QVERIFY(none < one && one < two);
  }

  void aTextIsCutBetweenWords() {
    const QString text = QStringLiteral("Een briefadres zonder afspraak");
    QCOMPARE(cutAtWord(text, 26), QStringLiteral("Een briefadres zonder…"));
    QCOMPARE(cutAtWord(text, static_cast<int>(text.size())), text);
    QCOMPARE(cutAtWord(QString(30, QLatin1Char('w')), 12), QString(10, QLatin1Char('w')) + QStringLiteral("…"));
  }

  void goesBackUpToTheField() {
    type(field(), "voet");
    Q_EMIT desk().searchFinished(desk().searchTicket, found());
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Up);
    QVERIFY(field()->hasFocus());
  }

  void admitsWhatIsNotHere() {
    type(field(), "voet");
    auto results = found();
    results.historyIncomplete = true;
    Q_EMIT desk().searchFinished(desk().searchTicket, results);
    QVERIFY(test::showsText(screen_, QStringLiteral("not on this computer yet")));
    results.historyIncomplete = false;
    Q_EMIT desk().searchFinished(desk().searchTicket, results);
    QVERIFY(!test::showsText(screen_, QStringLiteral("not on this computer yet")));
  }

  void rowsAreReadOut() {
    type(field(), "voet");
    Q_EMIT desk().searchFinished(desk().searchTicket, found());
    const auto spoken = list()->model()->index(2, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("Colleague")) && spoken.contains(QStringLiteral("Mark Jansen")));
  }

  void theSwitcherGivesTheKeyboardBack() {
    type(field(), "x");
    window().openSwitcher();
    settle();
    QVERIFY(switcher() != nullptr);
    auto* line = switcher()->findChild<QLineEdit*>();
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Escape);
    settle();
    QVERIFY(switcher() == nullptr);
    QVERIFY(field()->hasFocus());
  }

  void theSwitcherOpensACategoryByAFewLetters() {
    window().openSwitcher();
    auto* line = switcher()->findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("neigh"));
    settle();
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    QVERIFY(switcher() == nullptr);
    QCOMPARE(window().current(), Destination::questions);
  }

  void theSwitcherRunsACommand() {
    window().openSwitcher();
    auto* line = switcher()->findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("settings"));
    settle();
    auto* view = switcher()->findChild<QListView*>();
    while (view->currentIndex().data().toString() != QStringLiteral("Settings") &&
           view->currentIndex().row() + 1 < view->model()->rowCount())
      QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    QCOMPARE(window().current(), Destination::settings);
  }

  void theSwitcherShowsQuestionsFirst() {
    const auto entries = switcherEntries({desk(), reader(), window()}, QStringLiteral("ind"), found().hits);
    QCOMPARE(entries.first().text, reader().rows[3].title);
    QVERIFY(entries.last().text.contains(QStringLiteral("Search everything")));
  }

  void aFewLettersFindAName() {
    QVERIFY(fuzzyScore(QStringLiteral("arm sch"), QStringLiteral("Armoede & Schulden")) > 0);
    QVERIFY(fuzzyScore(QStringLiteral("coord"), QStringLiteral("Coördinatie")) > 0);
    QVERIFY(fuzzyScore(QStringLiteral("sch"), QStringLiteral("Schulden")) >
            fuzzyScore(QStringLiteral("sch"), QStringLiteral("Vermenschelijken")));
    QCOMPARE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Armoede & Schulden")), 0);
    QCOMPARE(fuzzyScore(QStringLiteral("sch xyz"), QStringLiteral("Armoede & Schulden")), 0);
  }
};

QTEST_MAIN(SearchTest)
#include "search_test.moc"

// The ask screen by keyboard: from typing to sending, the guard, categories, reach, similar questions and drafts.
#include <QCheckBox>

#include "client/ui/ask/similar_list.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class AskTest : public test::ScreenTest {
  Q_OBJECT

 private:
  AskScreen* screen_ = nullptr;
  QLineEdit* titleField() {
    return test::fieldNamed<QLineEdit>(screen_, QStringLiteral("Your question in one sentence"));
  }
  MarkdownEdit* bodyField() { return test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Explanation")); }
  Button* category(const char* name) {
    return qobject_cast<Button*>(test::buttonNamed(screen_, QString::fromUtf8(name)));
  }
  // The names the keyboard comes past from the title on, up to `last`.
  QStringList tabOrder(const QString& last) {
    QStringList names;
    titleField()->setFocus();
    for (int i = 0; i < 60 && !names.contains(last); ++i) {
      QWidget* at = QApplication::focusWidget();
      const auto* button = qobject_cast<QAbstractButton*>(at);
      names << (at->accessibleName().isEmpty() && button != nullptr ? button->text() : at->accessibleName());
      QTest::keyClick(at, Qt::Key_Tab);
    }
    return names;
  }
  // As they stand: by line, then from the left.
  QStringList chips() {
    QMap<std::pair<int, int>, QString> byPlace;
    for (const auto& row : std::as_const(reader().categoryRows))
      if (const auto* chip = test::buttonNamed(screen_, client::Directory::nameOf(row)))
        byPlace.insert({chip->y(), chip->x()}, chip->accessibleName());
    return byPlace.values();
  }

 private Q_SLOTS:
  void init() {
    begin();
    reader().categoryRows[1].words = {QStringLiteral("briefadres"), QStringLiteral("verordening")};
    screen_ = static_cast<AskScreen*>(made_->go(Destination::ask));
    settle();
  }
  void cleanup() { made_.reset(); }

  void asksWithTheKeyboardAlone() {
    QVERIFY(titleField()->hasFocus());
    type(titleField(), "Mag ik een briefadres weigeren?");
    QTest::keyClick(titleField(), Qt::Key_Return);
    QVERIFY(bodyField()->hasFocus());
    type(bodyField(), "Iemand slaapt bij vrienden.");
    QTRY_VERIFY(category("Law & Regulation") != nullptr);  // suggested
    QVERIFY(test::showsText(screen_, QStringLiteral("briefadres")));
    QVERIFY(press(screen_, "Law & Regulation"));
    QCOMPARE(desk().reachAsked, QVector<CategoryId>{reader().categoryRows[1].id});
    QVERIFY(press(screen_, "Ask question"));
    QCOMPARE(desk().askedQuestions.size(), 1);
    const auto asked = desk().askedQuestions.first();
    QCOMPARE(asked.title, QStringLiteral("Mag ik een briefadres weigeren?"));
    QCOMPARE(asked.body, QStringLiteral("Iemand slaapt bij vrienden."));
    QVERIFY(!asked.notBsn);
    QCOMPARE(window().current(), Destination::mine);
    // The core removes the draft together with queuing the question, or keeps it when it refuses.
    QCOMPARE(desk().askedFrom, QStringList{QStringLiteral("ask")});
    QVERIFY(!desk().calls.contains(QStringLiteral("removeDraft")));
  }

  void sendsFromTheTitleToo() {
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
      cleanup();
      init();
      type(bodyField(), "Iemand slaapt bij vrienden.");
      QVERIFY(press(screen_, "All categories…"));
      QVERIFY(press(screen_, "Law & Regulation"));
      type(titleField(), "Mag ik een briefadres weigeren?");
      const auto modifiers = key == Qt::Key_Enter ? Qt::ControlModifier | Qt::KeypadModifier : Qt::ControlModifier;
      QTest::keyClick(titleField(), key, modifiers);
      QCOMPARE(desk().askedQuestions.size(), 1);
    }
  }

  // What comes up while typing has its place too (WCAG 2.4.3).
  void tabGoesThroughTheFormInTheOrderOnScreen() {
    type(titleField(), "Mag ik een briefadres weigeren?");
    type(bodyField(), "Bel 06 12345678.");
    QTRY_VERIFY(desk().similarTicket > 0);
    QTRY_VERIFY(category("Law & Regulation") != nullptr);
    Q_EMIT desk().similarFound(desk().similarTicket, reader().similarQuestions({}, {}, 2));
    settle();
    const QString similar = screen_->findChildren<SimilarRow*>().first()->accessibleName();
    const QStringList start{titleField()->accessibleName(), bodyField()->accessibleName(), QStringLiteral("Remove")};
    const QStringList end{QStringLiteral("Ask question"), QStringLiteral("Keep as draft"), similar};
    QCOMPARE(tabOrder(similar), start + chips() + QStringList{QStringLiteral("All categories…")} + end);
    QVERIFY(press(screen_, "All categories…"));
    QVERIFY(chips().size() > 2);
    QCOMPARE(tabOrder(similar), start + chips() + QStringList{QStringLiteral("Fewer categories")} + end);
    window().resize(800, 860);  // the similar questions under the form
    type(bodyField(), " BSN 111222333");
    const QStringList held = start + QStringList{QStringLiteral("This is not a BSN")} + chips() +
                             QStringList{QStringLiteral("Fewer categories"), QStringLiteral("Keep as draft"), similar};
    QCOMPARE(tabOrder(similar), held);
  }

  void saysBesideTheFieldsWhatIsMissing() {
    QVERIFY(press(screen_, "Ask question"));
    QVERIFY(desk().askedQuestions.isEmpty());
    QVERIFY(titleField()->hasFocus());
    QVERIFY(test::showsText(screen_, QStringLiteral("Write your question in one sentence.")));
    QVERIFY(!titleField()->accessibleDescription().isEmpty());
    type(titleField(), "Een hele goede vraag");
    QVERIFY(!test::showsText(screen_, QStringLiteral("Write your question in one sentence.")));
    QVERIFY(press(screen_, "Ask question"));
    QVERIFY(test::showsText(screen_, QStringLiteral("Choose at least one category")));
    QVERIFY(desk().askedQuestions.isEmpty());
  }

  void holdsABsnBackAndLetsItGoWhenItIsNone() {
    type(titleField(), "Mag ik dit delen?");
    type(bodyField(), "Zijn burgerservicenummer is 111222333.");
    QVERIFY(press(screen_, "All categories…"));
    QVERIFY(press(screen_, "Law & Regulation"));
    QVERIFY(!test::buttonNamed(screen_, QStringLiteral("Ask question"))->isEnabled());
    QTest::keyClick(bodyField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().askedQuestions.isEmpty());
    QVERIFY(test::showsText(screen_, QStringLiteral("A question with a BSN is not sent")));
    QVERIFY(press(screen_, "This is not a BSN"));
    QVERIFY(press(screen_, "Ask question"));
    QCOMPARE(desk().askedQuestions.size(), 1);
    QVERIFY(desk().askedQuestions.first().notBsn);
  }

  void takesPersonalDataOut() {
    type(titleField(), "Wie kent dit?");
    type(bodyField(), "BSN 111222333, bel 06 12345678.");
    QVERIFY(press(screen_, "Remove"));  // what is held back first
    QVERIFY(!bodyField()->toPlainText().contains(QStringLiteral("111222333")));
    QVERIFY(bodyField()->toPlainText().contains(QStringLiteral("06 12345678")));
    QVERIFY(test::showsText(screen_, QStringLiteral("a phone number")));
    QVERIFY(test::buttonNamed(screen_, QStringLiteral("Ask question"))->isEnabled());
    QVERIFY(press(screen_, "Remove"));
    QVERIFY(!bodyField()->toPlainText().contains(QStringLiteral("12345678")));
    bodyField()->undo();
    QVERIFY(bodyField()->toPlainText().contains(QStringLiteral("12345678")));
  }

  void findsABsnInTheTitleToo() {
    type(titleField(), "Wat doe ik met 111222333?");
    QVERIFY(!test::buttonNamed(screen_, QStringLiteral("Ask question"))->isEnabled());
    QVERIFY(press(screen_, "Remove"));
    QVERIFY(!titleField()->text().contains(QStringLiteral("111222333")));
  }

  void keepsTheDraftAndBringsItBack() {
    type(titleField(), "Nog niet");
    QTRY_VERIFY(!desk().savedDrafts.isEmpty());
    QCOMPARE(desk().savedDrafts.last().key, QStringLiteral("ask"));
    QCOMPARE(desk().savedDrafts.last().title, QStringLiteral("Nog niet"));
    type(bodyField(), "x");
    made_->go(Destination::outbox);  // leaving stores at once
    QCOMPARE(desk().savedDrafts.last().body, QStringLiteral("x"));
    reader().draftRows = {desk().savedDrafts.last()};
    made_.reset();
    QVERIFY(made_ == nullptr);
  }

  void opensOnTheStoredDraft() {
    made_.reset();
    begin();
    client::store::Draft draft;
    draft.key = QStringLiteral("ask");
    draft.title = QStringLiteral("Van voor de stroomstoring");
    draft.body = QStringLiteral("toelichting");
    draft.categories = {reader().categoryRows[0].id};
    reader().draftRows = {draft};
    screen_ = static_cast<AskScreen*>(made_->go(Destination::ask));
    QCOMPARE(titleField()->text(), draft.title);
    QCOMPARE(bodyField()->toPlainText(), draft.body);
    QVERIFY(category("Poverty & Debt") != nullptr && category("Poverty & Debt")->isChecked());
  }

  void keepsAQuestionForLaterAndStartsAfresh() {
    type(titleField(), "Voor volgende week");
    QVERIFY(press(screen_, "Keep as draft"));
    QVERIFY(titleField()->text().isEmpty());
    const auto kept = desk().savedDrafts.last();
    QVERIFY(kept.key.startsWith(QStringLiteral("ask/")));
    QCOMPARE(kept.title, QStringLiteral("Voor volgende week"));
    QVERIFY(desk().removedDrafts.contains(QStringLiteral("ask")));
    QVERIFY(desk().askedQuestions.isEmpty());
  }

  // A kept question is sent or put away while another one is on the way.
  void theNextQuestionDoesNotOverwriteTheOneOnTheWay() {
    type(titleField(), "Nog onderweg");
    Visit visit;
    visit.destination = Destination::ask;
    visit.draftKey = QStringLiteral("ask/1");
    window().visit(visit);
    settle();
    QVERIFY(press(screen_, "Keep as draft"));
    QVERIFY(titleField()->text().isEmpty());
    type(titleField(), "De volgende");
    made_->go(Destination::outbox);
    settle();
    const auto& stored = reader().draftRows;
    for (const char* title : {"Nog onderweg", "De volgende"})
      QVERIFY2(std::any_of(stored.begin(), stored.end(),
                           [&](const auto& draft) { return draft.title == QLatin1String(title); }),
               title);
  }

  void aSearchThatBecomesAQuestionDoesNotOverwriteOne() {
    type(titleField(), "Half geschreven");
    window().openAsk(QStringLiteral("Van het zoeken"));
    settle();
    QCOMPARE(titleField()->text(), QStringLiteral("Van het zoeken"));
    QVERIFY(std::any_of(desk().savedDrafts.begin(), desk().savedDrafts.end(),
                        [](const auto& draft) { return draft.title == QStringLiteral("Half geschreven"); }));
  }

  void saysWhomItReaches() {
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(test::kSampleNow).toLocalTime();
    client::Reach reach;
    QVERIFY(wordsOf(reach, true, now).strong.contains(QStringLiteral("Choose a category")));
    reach.categories = {reader().categoryRows[0].id};
    QVERIFY(wordsOf(reach, false, now).rest.contains(QStringLiteral("as soon as there is a connection")));
    reach.known = true;
    reach.live = true;
    reach.total = 87;
    reach.byRole = {{Role::practitioner, 40}, {Role::policy, 31}};
    reach.other = 16;
    QCOMPARE(wordsOf(reach, true, now).rest, QStringLiteral("40 practice, 31 policy, 16 other"));
    reach.live = false;
    reach.knownAt = test::kSampleNow - 3'600'000;
    QVERIFY(wordsOf(reach, false, now).rest.contains(QStringLiteral("last known")));
  }

  void anOldAnswerAboutReachIsNotShown() {
    QVERIFY(press(screen_, "All categories…"));
    QVERIFY(press(screen_, "Law & Regulation"));
    client::Reach old;
    old.categories = {reader().categoryRows[0].id};
    old.known = old.live = true;
    old.total = 999;
    Q_EMIT desk().reachKnown(old);
    QVERIFY(!test::showsText(screen_, QStringLiteral("999")));
  }

  void saysThatItWaitsWhenOffline() {
    desk().state.link = client::Link::offline;
    type(titleField(), "Een vraag in de trein");
    QVERIFY(press(screen_, "All categories…"));
    QVERIFY(press(screen_, "Law & Regulation"));
    QVERIFY(press(screen_, "Ask question"));
    QCOMPARE(desk().askedQuestions.size(), 1);
    QVERIFY(test::showsText(&made_->toast(), QStringLiteral("waits for a connection")));
  }

  void opensASimilarQuestionAndKeepsWhatWasTyped() {
    type(titleField(), "Briefadres weigeren");
    QTRY_VERIFY(desk().similarTicket > 0);
    Q_EMIT desk().similarFound(desk().similarTicket - 1, reader().similarQuestions({}, {}, 1));
    QVERIFY(screen_->findChildren<SimilarRow*>().isEmpty());  // an older question's answer
    Q_EMIT desk().similarFound(desk().similarTicket, reader().similarQuestions({}, {}, 3));
    settle();
    QCOMPARE(screen_->findChildren<SimilarRow*>().size(), 3);
    auto* first = screen_->findChildren<SimilarRow*>().first();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Return);
    settle();
    QVERIFY(window().current() != Destination::ask);
    QCOMPARE(desk().savedDrafts.last().title, QStringLiteral("Briefadres weigeren"));
  }
};

QTEST_MAIN(AskTest)
#include "ask_test.moc"

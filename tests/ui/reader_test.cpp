// The reader by keyboard: answering, drafts, the guard, editing and deleting one's own, and live updates that move
// nothing.
#include <QScrollBar>

#include "client/ui/drafts/tuning.h"
#include "client/ui/reader/answer_card.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/reader/later.h"
#include "client/ui/reader/question_header.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class ReaderTest : public test::ScreenTest {
  Q_OBJECT

 private:
  ReaderPane* pane_ = nullptr;

  MarkdownEdit* answerField() { return test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your answer")); }
  int cards() { return static_cast<int>(pane_->findChildren<AnswerCard*>().size()); }
  client::store::QuestionView& view() { return reader().views.first(); }
  client::ChangeSet changed() {
    client::ChangeSet changes;
    changes.questions = {view().row.id};
    return changes;
  }

 private Q_SLOTS:
  void init() {
    begin();
    pane_ = made_->openQuestion(view().row.id);
    QVERIFY(pane_ != nullptr);
    settle();
  }
  void cleanup() { made_.reset(); }

  void marksTheQuestionReadWhenItIsShown() { QVERIFY(desk().calls.contains(QStringLiteral("markRead"))); }

  void sendsAnAnswerWithTheKeyboardAlone() {
    type(answerField(), "Ja, dat doen wij ook.");
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QCOMPARE(desk().written.first().body, QStringLiteral("Ja, dat doen wij ook."));
    QVERIFY(!desk().written.first().notBsn);
    QVERIFY(answerField()->toPlainText().isEmpty());
    // The text is in the outbox before its draft goes.
    QVERIFY(desk().calls.indexOf(QStringLiteral("answer")) < desk().calls.lastIndexOf(QStringLiteral("removeDraft")));
  }

  void sendsNothingWhenNothingIsTyped() {
    type(answerField(), "  ");
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().written.isEmpty());
  }

  void keepsADraftWithinASecondUnderTheQuestionsKey() {
    QVERIFY(kDraftDelay < std::chrono::seconds(1));
    type(answerField(), "Half een antw");
    QTRY_VERIFY(!desk().savedDrafts.isEmpty());
    const auto draft = desk().savedDrafts.last();
    QCOMPARE(draft.key, QStringLiteral("answer/") + QString::fromStdString(view().row.id.text()));
    QCOMPARE(draft.body, QStringLiteral("Half een antw"));
    QCOMPARE(draft.question, view().row.id);
  }

  void keepsTheDraftAtOnceWhenAnotherQuestionIsOpened() {
    type(answerField(), "Nog niet af");
    made_->openQuestion(reader().rows[2].id);
    QVERIFY(!desk().savedDrafts.isEmpty());
    QCOMPARE(desk().savedDrafts.last().body, QStringLiteral("Nog niet af"));
    QVERIFY(answerField()->toPlainText().isEmpty());
  }

  void bringsADraftBack() {
    client::store::Draft draft;
    draft.key = QStringLiteral("answer/") + QString::fromStdString(reader().rows[2].id.text());
    draft.body = QStringLiteral("Wat ik gisteren schreef");
    reader().draftRows.append(draft);
    made_->openQuestion(reader().rows[2].id);
    QCOMPARE(answerField()->toPlainText(), draft.body);
  }

  void holdsABsnBackUntilItIsTakenOut() {
    type(answerField(), "Zijn nummer is 111222333 dus");
    QVERIFY(!test::buttonNamed(pane_, QStringLiteral("Answer"))->isEnabled());
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().written.isEmpty());
    QVERIFY(press(pane_, "Remove"));
    QVERIFY(!answerField()->toPlainText().contains(QStringLiteral("111222333")));
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QVERIFY(!desk().written.first().notBsn);
  }

  void letsANumberThatIsNoBsnGo() {
    type(answerField(), "Zaaknummer 111222333");
    QVERIFY(press(pane_, "This is not a BSN"));
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QVERIFY(desk().written.first().notBsn);
  }

  void asksAgainForOtherDigits() {
    type(answerField(), "Zaaknummer 111222333");
    QVERIFY(press(pane_, "This is not a BSN"));
    type(answerField(), " en 123456782");
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().written.isEmpty());
  }

  void deletesAfterTheTimeToUndoOnly() {
    const int before = cards();
    QVERIFY(press(pane_, "Delete your answer"));
    QCOMPARE(cards(), before - 1);
    QVERIFY(desk().removed.isEmpty());
    undo();
    QCOMPARE(cards(), before);
    QVERIFY(desk().removed.isEmpty());
    QVERIFY(press(pane_, "Delete your answer"));
    made_->toast().expire();
    QCOMPARE(desk().removed.size(), 1);
    QCOMPARE(desk().removed.first().recordKind, std::string(kinds::kAnswer));
  }

  void deletesWhenTheWindowCloses() {
    QVERIFY(press(pane_, "Delete your answer"));
    window().close();
    QCOMPARE(desk().removed.size(), 1);
  }

  void changesOnesOwnAnswer() {
    QVERIFY(press(pane_, "Change your answer"));
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text"));
    QVERIFY(field != nullptr && field->hasFocus());
    field->selectAll();
    type(field, "Anders gezegd");
    QVERIFY(press(pane_, "Save changes"));
    QCOMPARE(desk().edits.size(), 1);
    QCOMPARE(desk().edits.first().body, std::optional<std::string>("Anders gezegd"));
    QCOMPARE(desk().edits.first().baseSeq, view().answers[1].seq);
    QVERIFY(!desk().edits.first().title);
  }

  void anUpdateDoesNotTouchWhatIsBeingChanged() {
    QVERIFY(press(pane_, "Change your answer"));
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text"));
    type(field, "!");
    const QString typed = field->toPlainText();
    const Seq base = view().answers[1].seq;
    view().answers[1].body = QStringLiteral("van een andere computer");
    view().answers[1].seq = base + 5;
    made_->tell(changed());
    field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text"));
    QVERIFY(field != nullptr && field->hasFocus());
    QCOMPARE(field->toPlainText(), typed);
  }

  void newAnswersWaitAndMoveNothing() {
    window().resize(1360, 420);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() / 2);
    auto* first = pane_->findChildren<AnswerCard*>().first();
    const int at = first->mapTo(pane_, QPoint()).y();
    answerField()->setFocus();
    const int before = cards();
    auto fresh =
        test::answerBy(test::somebody("Fatma Kaya", Role::coordinator, "Coördinator", "Werkplein"), "Hier ook.", 0);
    view().answers.prepend(fresh);
    made_->tell(changed());
    QCOMPARE(cards(), before);
    QCOMPARE(first->mapTo(pane_, QPoint()).y(), at);
    QVERIFY(answerField()->hasFocus());
    QVERIFY(press(pane_, "%n new answer(s)") || press(pane_, "1 new answer(s)"));
    QCOMPARE(cards(), before + 1);
  }

  void aLongerTextAboveDoesNotMoveWhatIsRead() {
    window().resize(1360, 420);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    auto* last = pane_->findChildren<AnswerCard*>().last();
    scroll->verticalScrollBar()->setValue(last->y());
    settle();
    QVERIFY(scroll->verticalScrollBar()->value() > 0);
    const int at = last->mapTo(pane_, QPoint()).y();
    view().answers[0].body += QStringLiteral("\n\nEn nog een alinea.\n\nEn nog een.");
    const auto cardsNow = pane_->findChildren<AnswerCard*>();
    const bool firstInSight = cardsNow.first()->geometry().bottom() >= scroll->verticalScrollBar()->value();
    made_->tell(changed());
    if (!firstInSight) QCOMPARE(last->mapTo(pane_, QPoint()).y(), at);
    QVERIFY(scroll->verticalScrollBar()->value() > 0);
  }

  void keepsTheReadingPositionPerQuestion() {
    window().resize(1360, 420);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 40);
    scroll->verticalScrollBar()->setValue(40);
    made_->openQuestion(reader().rows[2].id);
    made_->openQuestion(view().row.id);
    QCOMPARE(scroll->verticalScrollBar()->value(), 40);
  }

  void thanksSavesFollows() {
    QVERIFY(press(pane_, "Thank Mark Jansen"));
    QVERIFY(press(pane_, "Save this question"));
    QVERIFY(press(pane_, "Follow this question"));
    QVERIFY(press(pane_, "This question is not for me"));
    for (const char* call : {"thank on", "setSaved on", "setFollow on", "setNotForMe on"})
      QVERIFY2(desk().calls.contains(QString::fromLatin1(call)), call);
    undo();
    QCOMPARE(desk().calls.last(), QStringLiteral("setNotForMe off"));
  }

  void theAskerMarksWhatHelped() {
    pane_ = made_->openQuestion(reader().views.last().row.id);
    QVERIFY(press(pane_, "The answer by Sanne de Boer helped"));
    QVERIFY(desk().calls.contains(QStringLiteral("markHelpful on")));
    // Nobody marks answers to the question of somebody else.
    pane_ = made_->openQuestion(view().row.id);
    QVERIFY(test::buttonNamed(pane_, QStringLiteral("The answer by Mark Jansen helped")) == nullptr);
  }

  void commentsOnAnAnswer() {
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment"));
    QVERIFY(field != nullptr && field->hasFocus());
    type(field, "Geldt dat ook buiten de regio?");
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QCOMPARE(desk().written.first().kind, QStringLiteral("comment"));
    QCOMPARE(desk().written.first().target, QString::fromStdString(view().answers[0].id.text()));
  }

  void laterIsInTheFuture_data() {
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<int>("choices");
    QTest::newRow("morning") << QDateTime(QDate(2026, 11, 16), QTime(9, 30)) << 3;
    QTest::newRow("evening") << QDateTime(QDate(2026, 11, 16), QTime(20, 0)) << 2;
    QTest::newRow("sunday") << QDateTime(QDate(2026, 11, 22), QTime(23, 59)) << 2;
  }
  void laterIsInTheFuture() {
    QFETCH(QDateTime, now);
    QFETCH(int, choices);
    const auto offered = laterChoices(now);
    QCOMPARE(offered.size(), choices);
    qint64 before = now.toMSecsSinceEpoch();
    for (const auto& choice : offered) {
      QVERIFY(choice.until >= before);
      before = choice.until;
    }
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(offered.last().until).date().dayOfWeek(), 1);
  }

  void aClosedQuestionTakesNoAnswer() {
    view().row.closed = true;
    made_->tell(changed());
    QVERIFY(answerField() == nullptr);
    QVERIFY(test::showsText(pane_, QStringLiteral("closed")));
  }

  void namesWithMarkupStayText() {
    view().row.title = QStringLiteral("<b>Vet</b> & <img src=x>");
    made_->tell(changed());
    bool found = false;
    for (const auto* label : pane_->findChildren<QLabel*>())
      if (label->text() == view().row.title) {
        found = true;
        QCOMPARE(label->textFormat(), Qt::PlainText);
      }
    QVERIFY(found);
  }

  void showsOnesOwnStateInWords() {
    client::store::QuestionView mine = reader().views.last();
    mine.row.answers = 0;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("routed to 31"));
    mine.routedTo = -1;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("received"));
    mine.row.sendState = client::store::SendState::waiting;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("waits for a connection"));
    mine.row.sendState = client::store::SendState::refused;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("not sent"));
    mine.row.sendState = client::store::SendState::none;
    mine.row.answers = 2;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("answered"));
  }
};

QTEST_MAIN(ReaderTest)
#include "reader_test.moc"

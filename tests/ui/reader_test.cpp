// Writing in the reader by keyboard: answering, drafts, the guard, editing and deleting of one's own.
#include "tests/ui/reader_fixture.h"

using namespace vb;
using namespace vb::client::ui;

class ReaderTest : public test::ReaderTestBase {
  Q_OBJECT

 private Q_SLOTS:
  void init() { show(); }
  void cleanup() { made_.reset(); }

  void marksTheQuestionReadWhenItIsShown() { QVERIFY(desk().calls.contains(QStringLiteral("markRead"))); }

  void sendsAnAnswerWithTheKeyboardAlone() {
    type(answerField(), "Ja, dat doen wij ook.");
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QCOMPARE(desk().written.first().body, QStringLiteral("Ja, dat doen wij ook."));
    QVERIFY(!desk().written.first().notBsn);
    QVERIFY(answerField()->toPlainText().isEmpty());
    // Stored before it is handed over; the core removes the draft together with queuing the answer.
    QCOMPARE(desk().savedDrafts.last().body, QStringLiteral("Ja, dat doen wij ook."));
    QVERIFY(!desk().calls.contains(QStringLiteral("removeDraft")));
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

  // The core stores in its own thread, and with a full disk not at all: what is typed does not wait for it.
  void newAnswersTouchNothingThatIsBeingWritten_data() {
    QTest::addColumn<bool>("diskFull");
    QTest::newRow("room") << false;
    QTest::newRow("full") << true;
  }
  void newAnswersTouchNothingThatIsBeingWritten() {
    QFETCH(bool, diskFull);
    desk().diskFull = diskFull;
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    auto* comment = commentField();
    type(comment, "Half een reactie");
    QVERIFY(press(pane_, "Change your answer"));
    type(changeField(), "Half. ");
    const QString change = changeField()->toPlainText();
    type(answerField(), "Half een antwoord");
    someoneAnswers();
    const int before = cards();
    QVERIFY(showNewAnswers());
    QCOMPARE(cards(), before + 1);
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Half een antwoord"));
    QCOMPARE(commentField(), comment);  // the same one: the cursor and what can be undone stay too
    QCOMPARE(comment->toPlainText(), QStringLiteral("Half een reactie"));
    QVERIFY(changeField() != nullptr);
    QCOMPARE(changeField()->toPlainText(), change);
  }

  void whatCannotBeStoredComesBackWithItsQuestion() {
    desk().diskFull = true;
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    type(commentField(), "Half een reactie");
    type(answerField(), "Half een antwoord");
    made_->openQuestion(reader().rows[2].id);
    QVERIFY(answerField()->toPlainText().isEmpty());
    made_->openQuestion(view().row.id);
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Half een antwoord"));
    QVERIFY(commentField() != nullptr);
    QCOMPARE(commentField()->toPlainText(), QStringLiteral("Half een reactie"));
  }

  // Its draft cannot be removed yet.
  void whatWasSentDoesNotComeBack() {
    type(answerField(), "Af en klaar");
    made_->openQuestion(reader().rows[2].id);
    made_->openQuestion(view().row.id);
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Af en klaar"));
    desk().diskFull = true;
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    made_->openQuestion(reader().rows[2].id);
    made_->openQuestion(view().row.id);
    QVERIFY(answerField()->toPlainText().isEmpty());
  }

  void whatWasRefusedOpensAgain() {
    type(answerField(), "Te laat");
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    auto kept = desk().savedDrafts.last();
    reader().draftRows.prepend(kept);
    Q_EMIT desk().writeRefused(QStringLiteral("forbidden"), QStringLiteral("closed"), true);
    window().openQuestion(view().row.id, QString::fromStdString(view().row.id.text()));
    settle();
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Te laat"));
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
    answerField()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    const auto* next = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    QVERIFY(next != nullptr);
    QCOMPARE(next->text(), QStringLiteral("Remove"));
    QVERIFY(!test::buttonNamed(pane_, QStringLiteral("Answer"))->isEnabled());
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().written.isEmpty());
    QVERIFY(press(pane_, "Remove"));
    QVERIFY(!answerField()->toPlainText().contains(QStringLiteral("111222333")));
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QVERIFY(!desk().written.first().notBsn);
  }

  // The sources go to everybody too.
  void holdsABsnInASourceBack() {
    type(answerField(), "Ja, zie de bron.");
    QVERIFY(press(pane_, "Add a source"));
    auto* line = test::fieldNamed<QLineEdit>(pane_, QStringLiteral("Source"));
    type(line, "Handreiking");
    QTest::keyClick(line, Qt::Key_Return);
    type(line, "dossier 111222333");
    QVERIFY(!test::buttonNamed(pane_, QStringLiteral("Answer"))->isEnabled());
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!test::buttonNamed(pane_, QStringLiteral("Answer"))->isEnabled());
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().written.isEmpty());
    QVERIFY(press(pane_, "Remove"));
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Ja, zie de bron."));
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QCOMPARE(desk().written.first().sources,
             (QStringList{QStringLiteral("Handreiking"), QStringLiteral("dossier […]")}));
    QVERIFY(!desk().written.first().notBsn);
  }

  void aSourceOfADraftIsLookedAtAndMayBeNoBsn() {
    client::store::Draft draft;
    draft.key = QStringLiteral("answer/") + QString::fromStdString(reader().rows[2].id.text());
    draft.body = QStringLiteral("Zie het besluit");
    draft.sources = {QStringLiteral("Besluit 111222333")};
    reader().draftRows.append(draft);
    made_->openQuestion(reader().rows[2].id);
    QVERIFY(!test::buttonNamed(pane_, QStringLiteral("Answer"))->isEnabled());
    QVERIFY(press(pane_, "This is not a BSN"));
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QCOMPARE(desk().written.first().sources, draft.sources);
    QVERIFY(desk().written.first().notBsn);
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
    // It is a change of what one saw, so that the other change is not overwritten unseen.
    QVERIFY(press(pane_, "Save changes"));
    QCOMPARE(desk().edits.first().baseSeq, base);
  }

  void aHalfDoneChangeOpensWithItsQuestion() {
    client::store::Draft draft;
    draft.key = QStringLiteral("edit/") + QString::fromStdString(view().answers[1].id.text());
    draft.body = QStringLiteral("Half veranderd");
    draft.baseSeq = 3;
    draft.question = view().row.id;
    reader().draftRows.append(draft);
    made_->openQuestion(reader().rows[2].id);
    made_->openQuestion(view().row.id);
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text"));
    QVERIFY(field != nullptr);
    QCOMPARE(field->toPlainText(), draft.body);
    QVERIFY(press(pane_, "Save changes"));
    QCOMPARE(desk().edits.first().baseSeq, Seq{3});
    // The draft is still there for a moment; an update does not open the editor again.
    made_->tell(changed());
    QVERIFY(test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text")) == nullptr);
  }

  void whatIsThrownAwayCanBeTakenBack() {
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    type(test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment")), "Een lange reactie");
    QVERIFY(press(pane_, "Cancel"));
    QVERIFY(test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment")) == nullptr);
    QCOMPARE(desk().calls.last(), QStringLiteral("removeDraft"));
    undo();
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment"));
    QVERIFY(field != nullptr && field->hasFocus());
    QCOMPARE(field->toPlainText(), QStringLiteral("Een lange reactie"));
    QCOMPARE(desk().savedDrafts.last().body, QStringLiteral("Een lange reactie"));

    QVERIFY(press(pane_, "Change your answer"));
    type(test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text")), "X");
    auto* change = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text"));
    const QString typed = change->toPlainText();
    for (auto* button : change->parentWidget()->findChildren<QAbstractButton*>())
      if (button->text() == QLatin1String("Cancel")) QTest::keyClick(button, Qt::Key_Space);
    settle();
    undo();
    change = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text"));
    QVERIFY(change != nullptr);
    QCOMPARE(change->toPlainText(), typed);
  }

  // What was written since is newer than what was thrown away.
  void takingBackOverwritesNothingNewer() {
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    type(commentField(), "Oud");
    QVERIFY(pressBeside(commentField(), "Cancel"));
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    type(commentField(), "Nieuw");
    undo();
    QCOMPARE(commentField()->toPlainText(), QStringLiteral("Nieuw"));
    commentField()->setFocus();
    type(commentField(), "er");
    made_->openQuestion(reader().rows[2].id);
    QCOMPARE(desk().savedDrafts.last().body, QStringLiteral("Nieuwer"));
    made_->openQuestion(view().row.id);

    QVERIFY(press(pane_, "Change your answer"));
    type(changeField(), "Oud. ");
    QVERIFY(pressBeside(changeField(), "Cancel"));
    QVERIFY(press(pane_, "Change your answer"));
    type(changeField(), "Nieuw. ");
    const QString newer = changeField()->toPlainText();
    undo();
    QCOMPARE(changeField()->toPlainText(), newer);
    QVERIFY(std::none_of(desk().savedDrafts.begin(), desk().savedDrafts.end(),
                         [](const auto& draft) { return draft.body.startsWith(QStringLiteral("Oud")); }));
  }

  // Opened again, and nothing written in it yet.
  void takingBackFillsAnEditorThatIsUntouched() {
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    type(commentField(), "Een lange reactie");
    QVERIFY(pressBeside(commentField(), "Cancel"));
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    QVERIFY(commentField()->toPlainText().isEmpty());
    undo();
    QCOMPARE(commentField()->toPlainText(), QStringLiteral("Een lange reactie"));
  }

  // What was written at one question does not stay on screen at another.
  void anotherQuestionClosesTheEditors() {
    view().row.mine = true;
    made_->tell(changed());
    QVERIFY(press(pane_, "Change your question"));
    type(test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text")), "!");
    made_->openQuestion(reader().rows[2].id);
    QVERIFY(test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text")) == nullptr);
    QVERIFY(!desk().savedDrafts.isEmpty());
    QVERIFY(desk().savedDrafts.last().key.startsWith(QStringLiteral("edit/")));
  }
};

QTEST_MAIN(ReaderTest)
#include "reader_test.moc"

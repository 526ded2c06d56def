// Concepten by keyboard: going on where it was written or as a change of what was sent, copying, discarding with undo.
#include <QClipboard>

#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class OutboxDraftsTest : public test::ScreenTest {
  Q_OBJECT

 private:
  Screen* screen_ = nullptr;
  client::store::AnswerView& ownAnswer() { return reader().views[0].answers[1]; }
  QString answerId() { return QString::fromStdString(ownAnswer().id.text()); }
  MarkdownEdit* changeField() {
    return test::fieldNamed<MarkdownEdit>(window().findChild<ReaderPane*>(), QStringLiteral("Change your text"));
  }
  // Of a change in the outbox whose row is sent meanwhile.
  client::store::Draft ofWhatWasSent() {
    ownAnswer().sources = {QStringLiteral("Handreiking, blz. 12")};
    client::store::Draft draft;
    draft.key = QStringLiteral("outbox/weg");
    draft.title = draft.targetTitle = QStringLiteral("Verzonden vraag");
    draft.body = QStringLiteral("Half af");
    draft.question = reader().views[0].row.id;
    draft.sources = {QStringLiteral("answer"), answerId()};
    return draft;
  }

 private Q_SLOTS:
  void init() {
    begin();
    screen_ = made_->go(Destination::drafts);
  }
  void cleanup() { made_.reset(); }

  void showsALongTextWhole() {
    reader().draftRows[0].body = QStringLiteral("woord ").repeated(200) + QStringLiteral("einde");
    screen_ = made_->go(Destination::drafts);
    QVERIFY(!test::showsText(screen_, QStringLiteral("einde")));
    QVERIFY(press(screen_, "Show all of it"));
    QVERIFY(test::showsText(screen_, QStringLiteral("einde")));
  }

  void goesOnWithADraftWhereItWasWritten() {
    screen_ = made_->go(Destination::drafts);
    QVERIFY(press(screen_, "Go on writing: Hoe regelen jullie vervoer naar dagbesteding?"));
    QCOMPARE(window().current(), Destination::ask);
    QVERIFY(
        test::fieldNamed<QLineEdit>(window().screen(Destination::ask), QStringLiteral("Your question in one sentence"))
            ->text()
            .contains(QStringLiteral("vervoer")));
    screen_ = made_->go(Destination::drafts);
    const QString words = QStringLiteral("Go on writing: ") + reader().draftRows[1].targetTitle;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    auto* pane = window().findChild<ReaderPane*>();
    QVERIFY(pane != nullptr);
    QCOMPARE(pane->question(), reader().draftRows[1].question);
    QCOMPARE(test::fieldNamed<MarkdownEdit>(pane, QStringLiteral("Your answer"))->toPlainText(),
             reader().draftRows[1].body);
  }

  void discardsADraftAfterTheTimeToUndoOnly() {
    screen_ = made_->go(Destination::drafts);
    const char* words = "Discard: Hoe regelen jullie vervoer naar dagbesteding?";
    QVERIFY(press(screen_, words));
    QVERIFY(desk().removedDrafts.isEmpty());
    undo();
    QVERIFY(press(screen_, words));
    made_->toast().expire();
    QCOMPARE(desk().removedDrafts, QStringList{QStringLiteral("ask/1")});
  }

  void aDraftThatLeadsNowhereCanBeCopied() {
    client::store::Draft draft = ofWhatWasSent();
    draft.key = QStringLiteral("outbox/nergens");
    draft.targetTitle = QStringLiteral("Verwijderde vraag");
    draft.sources.clear();
    reader().draftRows.append(draft);
    screen_ = made_->go(Destination::drafts);
    QVERIFY(press(screen_, "Copy the text of: Verwijderde vraag"));
    QCOMPARE(QGuiApplication::clipboard()->text(), draft.body);
    QVERIFY(test::buttonNamed(screen_, QStringLiteral("Go on writing: Verwijderde vraag")) == nullptr);
  }

  // The question is on screen already or not, and the core stores or cannot.
  void goesOnAsAChangeOfWhatWasSent_data() {
    QTest::addColumn<bool>("open");
    QTest::addColumn<bool>("diskFull");
    QTest::newRow("from nothing") << false << false;
    QTest::newRow("open already") << true << false;
    QTest::newRow("disk full") << true << true;
  }
  void goesOnAsAChangeOfWhatWasSent() {
    QFETCH(bool, open);
    QFETCH(bool, diskFull);
    const auto draft = ofWhatWasSent();
    reader().draftRows.append(draft);
    if (open) {
      made_->go(Destination::questions);
      made_->openQuestion(reader().views[0].row.id);
    }
    desk().diskFull = diskFull;
    screen_ = made_->go(Destination::drafts);
    QVERIFY(press(screen_, "Go on as a change of what was sent: Verzonden vraag"));
    QCOMPARE(window().current(), Destination::questions);
    QVERIFY(changeField() != nullptr);
    QCOMPARE(changeField()->toPlainText(), draft.body);
    QVERIFY(desk().removedDrafts.contains(draft.key));
    QCOMPARE(desk().savedDrafts.last().key, QStringLiteral("edit/") + answerId());
    QVERIFY(press(&window(), "Save changes"));
    QCOMPARE(desk().edits.size(), 1);
    QCOMPARE(desk().edits.first().recordId, ownAnswer().id.text());
    QCOMPARE(desk().edits.first().baseSeq, ownAnswer().seq);
    QCOMPARE(desk().edits.first().sources, std::optional(std::vector<std::string>{"Handreiking, blz. 12"}));
  }

  // Two texts for one post: neither goes.
  void aChangeUnderWayIsNotOverwritten() {
    reader().draftRows.append(ofWhatWasSent());
    made_->go(Destination::questions);
    auto* pane = made_->openQuestion(reader().views[0].row.id);
    QVERIFY(press(pane, "Change your answer"));
    type(changeField(), "Anders. ");
    const QString typed = changeField()->toPlainText();
    screen_ = made_->go(Destination::drafts);
    QVERIFY(press(screen_, "Go on as a change of what was sent: Verzonden vraag"));
    QCOMPARE(changeField()->toPlainText(), typed);
    QVERIFY(!desk().removedDrafts.contains(QStringLiteral("outbox/weg")));
    QVERIFY(test::showsText(&made_->toast(), QStringLiteral("stays under Drafts")));
  }

  // Within the time to undo, by another way than Undo.
  void whatIsWrittenOnIsNotDiscarded() {
    QVERIFY(press(screen_, "Discard: Hoe regelen jullie vervoer naar dagbesteding?"));
    Visit visit;
    visit.destination = Destination::ask;
    visit.draftKey = QStringLiteral("ask/1");
    window().visit(visit);
    settle();
    type(test::fieldNamed<MarkdownEdit>(window().screen(Destination::ask), QStringLiteral("Explanation")),
         "Nog iets. ");
    screen_ = made_->go(Destination::drafts);
    QVERIFY(test::buttonNamed(screen_, QStringLiteral("Discard: Hoe regelen jullie vervoer naar dagbesteding?")) !=
            nullptr);
    made_->toast().expire();
    QVERIFY(!desk().removedDrafts.contains(QStringLiteral("ask/1")));
  }

  // What is still in a form on another screen is gone there too, or stays in both places when it was looked at since.
  void aDiscardedDraftLeavesItsForm_data() {
    QTest::addColumn<bool>("seen");
    QTest::newRow("not seen") << false;
    QTest::newRow("seen") << true;
  }
  void aDiscardedDraftLeavesItsForm() {
    QFETCH(bool, seen);
    const auto& view = reader().views[0];
    auto* pane = made_->openQuestion(view.row.id);
    auto* answer = test::fieldNamed<MarkdownEdit>(pane, QStringLiteral("Your answer"));
    type(answer, "Toch maar niet");
    QVERIFY(press(pane, "Change your answer"));
    type(changeField(), "Ook niet. ");
    made_->go(Destination::ask);
    auto* title =
        test::fieldNamed<QLineEdit>(window().screen(Destination::ask), QStringLiteral("Your question in one sentence"));
    type(title, "Geen vraag");
    screen_ = made_->go(Destination::drafts);
    const QStringList keys{QStringLiteral("answer/") + QString::fromStdString(view.row.id.text()),
                           QStringLiteral("edit/") + answerId(), QStringLiteral("ask")};
    const QByteArray about = view.row.title.toUtf8();
    for (const QByteArray& words : {"Discard: " + about, "Discard: " + about, QByteArray("Discard: Geen vraag")}) {
      QVERIFY(press(screen_, words.constData()));
      if (seen) {
        made_->openQuestion(view.row.id);
        made_->go(Destination::ask);
        made_->go(Destination::drafts);
      }
      made_->toast().expire();
      settle();
    }
    for (const QString& key : keys) QCOMPARE(desk().removedDrafts.contains(key), !seen);
    made_->openQuestion(view.row.id);
    QCOMPARE(answer->toPlainText().isEmpty(), !seen);
    QCOMPARE(changeField() == nullptr, !seen);
    QCOMPARE(title->text().isEmpty(), !seen);
  }
};

QTEST_MAIN(OutboxDraftsTest)
#include "outbox_drafts_test.moc"

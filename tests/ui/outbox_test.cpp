// Nog te verzenden by keyboard: states in words, retry, change, discard with undo, both texts of a conflict.
#include "client/ui/outbox/conflict_view.h"
#include "client/ui/outbox/outbox_card.h"
#include "client/ui/words/words.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;

class OutboxTest : public test::ScreenTest {
  Q_OBJECT

 private:
  Screen* screen_ = nullptr;
  int cards() { return static_cast<int>(screen_->findChildren<OutboxCard*>().size()); }
  client::ChangeSet outboxChanged() {
    client::ChangeSet changes;
    changes.outbox = true;
    changes.drafts = true;
    return changes;
  }

 private Q_SLOTS:
  void init() {
    begin();
    screen_ = made_->go(Destination::outbox);
  }
  void cleanup() { made_.reset(); }

  void saysInWordsWhyAndKeepsTheText() {
    QCOMPARE(cards(), 3);
    QVERIFY(test::showsText(screen_, QStringLiteral("citizen service number")));
    QVERIFY(test::showsText(screen_, QStringLiteral("Zijn nummer is 111222333")));
  }

  void retriesUnderTheSameId() {  // F13
    QVERIFY(press(screen_, "Try again"));
    QCOMPARE(desk().retried, QVector<CommandId>{reader().outboxRows[1].id});
  }

  void changesWhatWasRefused() {
    QVERIFY(press(screen_, "Change: Cliënt met BSN: hoe deel ik gegevens?"));
    auto* field = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text"));
    QVERIFY(field != nullptr && field->hasFocus());
    QVERIFY(!test::buttonNamed(screen_, QStringLiteral("Send"))->isEnabled());  // the BSN is still in it
    field->selectAll();
    type(field, "Hoe deel ik dat veilig?");
    QVERIFY(press(screen_, "Send"));
    QCOMPARE(desk().rewritten.size(), 1);
    QCOMPARE(desk().rewritten.first().first, reader().outboxRows[1].id);
    QCOMPARE(desk().rewritten.first().second, QStringLiteral("Hoe deel ik dat veilig?"));
  }

  void discardsAfterTheTimeToUndoOnly() {  // C4
    const CommandId id = reader().outboxRows[0].id;
    const QString words = QStringLiteral("Discard: ") + reader().outboxRows[0].title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    QCOMPARE(cards(), 2);
    // Nothing is sent in between, and nothing is gone yet.
    QCOMPARE(desk().withheld, (QVector<std::pair<CommandId, bool>>{{id, true}}));
    QVERIFY(desk().discarded.isEmpty());
    undo();
    QCOMPARE(cards(), 3);
    QCOMPARE(desk().withheld.last(), (std::pair{id, false}));
    QVERIFY(press(screen_, words.toUtf8().constData()));
    made_->toast().expire();
    QCOMPARE(desk().discarded, QVector<CommandId>{id});
    made_->tell(outboxChanged());
    QCOMPARE(cards(), 2);
  }

  // The app ended before the time to undo was over.
  void whatIsWithheldCanBeSentAfterAll() {
    reader().outboxRows[0].withheld = true;
    made_->tell(outboxChanged());
    const QString words = QStringLiteral("Send after all: ") + reader().outboxRows[0].title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    QCOMPARE(desk().withheld.last(), (std::pair{reader().outboxRows[0].id, false}));
    // Or removed for good.
    QVERIFY(press(screen_, (QStringLiteral("Discard: ") + reader().outboxRows[0].title).toUtf8().constData()));
    made_->toast().expire();
    QCOMPARE(desk().discarded, QVector<CommandId>{reader().outboxRows[0].id});
  }

  void goesOnWithAChangeOfTheLastTime() {
    client::store::Draft draft;
    draft.key = QStringLiteral("outbox/") + QString::fromStdString(reader().outboxRows[0].id.text());
    draft.body = QStringLiteral("Halve wijziging");
    made_.reset();
    begin();
    reader().draftRows.append(draft);
    screen_ = made_->go(Destination::outbox);
    auto* field = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text"));
    QVERIFY(field != nullptr);
    QCOMPARE(field->toPlainText(), draft.body);
  }

  void cancellingAChangeCanBeUndone() {
    const QString words = QStringLiteral("Change: ") + reader().outboxRows[0].title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    auto* field = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text"));
    type(field, "Nieuw. ");
    QVERIFY(press(screen_, "Cancel"));
    QVERIFY(desk().removedDrafts.isEmpty());
    QCOMPARE(desk().savedDrafts.size(), 1);
    undo();
    field = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text"));
    QVERIFY(field->toPlainText().contains(QStringLiteral("Nieuw. ")));
    QVERIFY(press(screen_, "Cancel"));
    made_->toast().expire();
    QCOMPARE(desk().removedDrafts, QStringList{desk().savedDrafts.last().key});
  }

  void cancellingNoChangeSaysNothing() {
    const QString words = QStringLiteral("Change: ") + reader().outboxRows[0].title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    QVERIFY(press(screen_, "Cancel"));
    QVERIFY(test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text")) == nullptr);
    QVERIFY(!made_->toast().isVisible());
  }

  // Within the time to undo, by another way than Undo.
  void whatIsOpenedAgainIsNotDiscarded() {
    const QString words = QStringLiteral("Change: ") + reader().outboxRows[0].title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    type(test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text")), "Nieuw. ");
    QVERIFY(press(screen_, "Cancel"));
    QVERIFY(press(screen_, words.toUtf8().constData()));
    auto* field = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text"));
    QVERIFY(field->toPlainText().contains(QStringLiteral("Nieuw. ")));
    made_->toast().expire();
    QVERIFY(desk().removedDrafts.isEmpty());
  }

  // It left before it could be kept back.
  void whatIsOnItsWayIsNotDiscarded() {
    const QString words = QStringLiteral("Discard: ") + reader().outboxRows[0].title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    QCOMPARE(cards(), 2);
    reader().outboxRows[0].state = client::store::SendState::sending;
    Q_EMIT desk().writeRefused(QStringLiteral("conflict"), QStringLiteral("already_sending"), false);
    settle();
    QVERIFY(test::showsText(&made_->toast(), QStringLiteral("already on its way")));
    QVERIFY(!test::showsText(&made_->toast(), QStringLiteral("Not sent")));
    QCOMPARE(cards(), 3);
    made_->toast().expire();
    QVERIFY(desk().discarded.isEmpty());
  }

  // What one row meets is no matter of another that was discarded too: it can still be undone.
  void whatIsOnItsWayLeavesOtherDiscardsAlone() {
    for (const int row : {0, 1})
      QVERIFY(press(screen_, (QStringLiteral("Discard: ") + reader().outboxRows[row].title).toUtf8().constData()));
    reader().outboxRows[0].state = client::store::SendState::sending;
    Q_EMIT desk().writeRefused(QStringLiteral("conflict"), QStringLiteral("already_sending"), false);
    settle();
    QCOMPARE(cards(), 2);  // the one that goes is back, the other is not
  }

  // Sent while somebody changes it: what is typed goes after it as a change of the post.
  void aRowThatIsSentMeanwhileTakesNoTextAlong() {
    auto& row = reader().outboxRows[0];
    row.question = reader().views[0].row.id;
    row.recordKind = QStringLiteral("answer");
    row.recordId = QString::fromStdString(reader().views[0].answers[1].id.text());
    made_->tell(outboxChanged());
    const QString words = QStringLiteral("Change: ") + row.title;
    QVERIFY(press(screen_, words.toUtf8().constData()));
    auto* field = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Change your text"));
    field->selectAll();
    type(field, "Een beter antwoord.");
    reader().outboxRows.removeFirst();
    made_->tell(outboxChanged());
    QVERIFY(field->isVisible() && field->hasFocus());
    QCOMPARE(field->toPlainText(), QStringLiteral("Een beter antwoord."));
    QVERIFY(test::showsText(screen_, QStringLiteral("sent meanwhile")));
    QVERIFY(press(screen_, "Send"));
    QVERIFY(desk().rewritten.isEmpty());
    QCOMPARE(desk().edits.size(), 1);
    QCOMPARE(desk().edits.first().recordKind, std::string("answer"));
    QCOMPARE(desk().edits.first().baseSeq, reader().views[0].answers[1].seq);
    QCOMPARE(desk().edits.first().body, std::optional<std::string>("Een beter antwoord."));
    QCOMPARE(cards(), 2);
  }

  void everyKindOfConflictHasItsWords() {
    auto& row = reader().outboxRows[2];
    row.kind = QString::fromLatin1(DeletePost::kKind);
    row.text.clear();
    made_->tell(outboxChanged());
    QVERIFY(test::showsText(screen_, QStringLiteral("wanted to delete")));
    QVERIFY(press(screen_, "Delete anyway"));
    QVERIFY(press(screen_, "Leave it"));
    QCOMPARE(desk().resolved, (QVector<std::pair<CommandId, bool>>{{row.id, true}, {row.id, false}}));
    row.kind = QString::fromLatin1(EditPost::kKind);
    row.wantedState = QuestionState::closed;
    made_->tell(outboxChanged());
    QVERIFY(press(screen_, "Close anyway"));
    row.wantedState = QuestionState::open;
    made_->tell(outboxChanged());
    QVERIFY(press(screen_, "Open anyway"));
    row.wantedState.reset();
    row.editsTitle = true;
    row.newestTitle = QStringLiteral("Een andere titel");
    made_->tell(outboxChanged());
    QCOMPARE(test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Your text"))->toPlainText(), row.title);
    QCOMPARE(test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("The text on the server now"))->toPlainText(),
             row.newestTitle);
    row.newestDeleted = true;
    made_->tell(outboxChanged());
    QVERIFY(test::buttonNamed(screen_, QStringLiteral("Keep my text")) == nullptr);
    QVERIFY(press(screen_, "Take it off this list"));
  }

  void showsBothTextsOfAConflict() {  // F30
    auto* mine = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("Your text"));
    auto* theirs = test::fieldNamed<MarkdownEdit>(screen_, QStringLiteral("The text on the server now"));
    QCOMPARE(mine->toPlainText(), reader().outboxRows[2].text);
    QCOMPARE(theirs->toPlainText(), reader().outboxRows[2].newestText);
    QVERIFY(press(screen_, "Keep my text"));
    QVERIFY(press(screen_, "Keep the other text"));
    QCOMPARE(desk().resolved.size(), 2);
    QCOMPARE(desk().resolved[0], (std::pair{reader().outboxRows[2].id, true}));
    QCOMPARE(desk().resolved[1], (std::pair{reader().outboxRows[2].id, false}));
  }

  void marksTheWordsThatDiffer() {
    const auto marks = differingWords(QStringLiteral("een twee drie vier"), QStringLiteral("een drie vijf"));
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0].begin, 4);
    QCOMPARE(marks[0].length, 4);
    QCOMPARE(marks[1].begin, 14);
    QVERIFY(differingWords(QStringLiteral("gelijk"), QStringLiteral("gelijk")).isEmpty());
  }

  void anUpdateKeepsTheKeyboardWhereItIs() {
    auto* retry = test::buttonNamed(screen_, QStringLiteral("Try again"));
    retry->setFocus();
    made_->tell(outboxChanged());
    QVERIFY(retry->hasFocus());
    reader().outboxRows.removeFirst();
    made_->tell(outboxChanged());
    QCOMPARE(cards(), 2);
    QVERIFY(retry->hasFocus());
  }

  void theKeyboardGoesOnFromARowThatIsSent() {
    const auto stands = [this](qsizetype row) {
      const auto* card = QApplication::focusWidget();
      while (card != nullptr && qobject_cast<const OutboxCard*>(card) == nullptr) card = card->parentWidget();
      return card != nullptr && qobject_cast<const OutboxCard*>(card)->row().id == reader().outboxRows[row].id;
    };
    test::buttonNamed(screen_, QStringLiteral("Discard: ") + reader().outboxRows[0].title)->setFocus();
    // On its way: the button goes before the row does.
    reader().outboxRows[0].state = client::store::SendState::sending;
    made_->tell(outboxChanged());
    QVERIFY(stands(0));
    reader().outboxRows.removeFirst();
    made_->tell(outboxChanged());
    QVERIFY(stands(0));
    QCOMPARE(qobject_cast<Button*>(QApplication::focusWidget())->text(), QStringLiteral("Try again"));
    test::buttonNamed(screen_, QStringLiteral("Keep my text"))->setFocus();
    reader().outboxRows.removeLast();
    made_->tell(outboxChanged());
    QVERIFY(stands(0));
    reader().outboxRows.clear();
    made_->tell(outboxChanged());
    QVERIFY(qobject_cast<EmptyState*>(QApplication::focusWidget()) != nullptr);
  }

  void saysWhenNothingWaits() {
    reader().outboxRows.clear();
    made_->tell(outboxChanged());
    QVERIFY(test::showsText(screen_, QStringLiteral("Everything is sent")));
  }

  void saysWhereTheTextIsOnlyWhenThereWasOne() {
    for (const char* code : {"forbidden", "conflict", "not_found"}) {
      const QString kept = writeRefusal(QLatin1String(code), {}, true);
      const QString nothing = writeRefusal(QLatin1String(code), {}, false);
      QVERIFY2(kept.contains(QStringLiteral("Drafts")), code);
      QVERIFY2(!nothing.contains(QStringLiteral("Drafts")) && !nothing.contains(QStringLiteral("typed")), code);
    }
  }

  void everyRefusalHasItsOwnWords() {
    QStringList seen;
    for (const auto code : {ErrorCode::personalData, ErrorCode::tooLarge, ErrorCode::badField, ErrorCode::notFound,
                            ErrorCode::forbidden, ErrorCode::conflict, ErrorCode::idReused, ErrorCode::tooManyRequests,
                            ErrorCode::readOnly, ErrorCode::diskFull, ErrorCode::internal}) {
      const auto name = errorName(code);
      const QString words = refusalReason(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), {});
      QVERIFY(!words.isEmpty() && !seen.contains(words));
      seen << words;
    }
    QVERIFY(refusalReason(QStringLiteral("code_of_next_year"), {}).contains(QStringLiteral("code_of_next_year")));
  }
};

QTEST_MAIN(OutboxTest)
#include "outbox_test.moc"

// The outbox and the server: C4, C8, and F13, F25, F30 of the fault table.
#include "tests/client_store/outbox_fixture.h"

using namespace vb;
using namespace vb::test;

class OutboxTest : public OutboxTestBase {
  Q_OBJECT

 private Q_SLOTS:
  void init() { begin(); }
  void cleanup() { end(); }

  void survivesARestartInOrder() {
    const auto first = queue(reply("a", "een"), QStringLiteral("Beslag"));
    const auto second = queue(reply("b", "twee"));
    STORED(outbox_->sent({first}));
    restart();
    const auto commands = outbox_->toSend();
    QCOMPARE(commands.size(), std::size_t{2});
    QCOMPARE(commands[0].id, first);
    QCOMPARE(commands[1].id, second);
    QCOMPARE(commands[0].kind, std::string(PostAnswer::kKind));
    const auto rows = reader_->outbox();
    QCOMPARE(rows[0].title, QStringLiteral("Beslag"));
    QCOMPARE(rows[0].text, QStringLiteral("een"));
    QCOMPARE(rows[0].attempts, 1);
    QCOMPARE(rows[0].createdAt, clock_.now().time_since_epoch().count());
  }

  void theDraftGoesWhenItIsQueued() {
    STORED(cache_->drafts().save({QStringLiteral("answer/q"), {}, QStringLiteral("een"), {}, {}, 0, 1}));
    QVERIFY(outbox_->queue(CommandId::named("x"), reply("a", "een"), {}, QStringLiteral("answer/q")));
    QVERIFY(!reader_->draft(QStringLiteral("answer/q")));
    // The same id twice: nothing of it happens.
    STORED(cache_->drafts().save({QStringLiteral("answer/q"), {}, QStringLiteral("twee"), {}, {}, 0, 1}));
    QCOMPARE(outbox_->queue(CommandId::named("x"), reply("b", "twee"), {}, QStringLiteral("answer/q")).error().code,
             ErrorCode::idReused);
    QVERIFY(reader_->draft(QStringLiteral("answer/q")));
    QCOMPARE(outbox_->waiting(), 1);
  }

  // The ack is lost and the user presses "opnieuw": the same id goes out again, once answered it stays answered (F13).
  void aLostAckIsAskedForAgainUnderTheSameId_F13() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    QVERIFY(outbox_->toSend().empty());
    const auto again = outbox_->retry(id, CommandId::named("fresh"));
    QVERIFY(again);
    QCOMPARE(*again, id);
    STORED(outbox_->connectionLost());
    QCOMPARE(outbox_->toSend().at(0).id, id);
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(applied(id, 4)), Said::confirmed);
    QCOMPARE(answered(applied(id, 4)), Said::unknownId);  // doubled
    QVERIFY(outbox_->toSend().empty());
    QCOMPARE(outbox_->waiting(), 0);
  }

  void whatIsShownNeverFlickers_C4_C5() {
    const auto shown = [this] {
      const auto view = reader_->question(kQuestion);
      for (const auto& one : view->answers)
        if (one.id == AnswerId::named("a")) return one.sendState;
      return SendState::refused;  // stands for "not shown" here
    };
    const auto id = queue(reply("a", "een"));
    QCOMPARE(shown(), SendState::waiting);
    QCOMPARE(reader_->questionRows({kQuestion})[0].answers, 2);
    QCOMPARE(reader_->counts().waitingToSend, 1);
    STORED(outbox_->sent({id}));
    QCOMPARE(shown(), SendState::sending);
    QCOMPARE(answered(applied(id, 9)), Said::confirmed);
    QCOMPARE(shown(), SendState::received);  // the ack came before the change
    QVERIFY(reader_->outbox().isEmpty());
    STORED(cache_->applyRecords(kScope, {}, upTo(8)));
    QCOMPARE(shown(), SendState::received);
    STORED(cache_->applyRecords(
        kScope, {record(kinds::kAnswer, AnswerId::named("a").text(), 9, answer(kQuestion, "een", kMe))}, upTo(9)));
    QCOMPARE(shown(), SendState::none);
    QCOMPARE(reader_->questionRows({kQuestion})[0].answers, 2);
    // And the other way round: the change comes before the ack.
    const auto other = queue(reply("b", "twee"));
    STORED(outbox_->sent({other}));
    STORED(cache_->applyRecords(
        kScope, {record(kinds::kAnswer, AnswerId::named("b").text(), 10, answer(kQuestion, "twee", kMe))}, upTo(10)));
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 3);
    QCOMPARE(answered(applied(other, 10)), Said::confirmed);
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 3);
  }

  void aRefusalKeepsTheText_F30() {
    const auto id = queue(reply("a", "mijn tekst"));
    const auto next = queue(reply("b", "de volgende"));
    STORED(outbox_->sent({id, next}));
    QCOMPARE(answered(refused(id, "personal_data")), Said::refused);
    QCOMPARE(answered(applied(next, 4)), Said::confirmed);  // the queue goes on
    const auto row = reader_->outbox().at(0);
    QCOMPARE(row.state, SendState::refused);
    QCOMPARE(row.errorCode, QStringLiteral("personal_data"));
    QCOMPARE(row.text, QStringLiteral("mijn tekst"));
    QCOMPARE(reader_->counts().needsAttention, 1);
    QVERIFY(outbox_->toSend().empty());
    restart();
    QCOMPARE(outbox_->needsAttention(), 1);
    // Sent again as it is, it needs a fresh id: a known one gets the old answer.
    const auto fresh = outbox_->retry(id, CommandId::named("fresh"));
    QCOMPARE(*fresh, CommandId::named("fresh"));
    QCOMPARE(outbox_->toSend().at(0).id, CommandId::named("fresh"));
    QCOMPARE(answered(refused(id, "personal_data")), Said::unknownId);  // late
  }

  void aRefusalThatPassesIsNotARefusal() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    auto ack = refused(id, "read_only");
    ack.retryAfterMs = Milliseconds(5000);
    QCOMPARE(answered(ack), Said::later);
    QCOMPARE(outbox_->toSend().at(0).id, id);
    QCOMPARE(reader_->outbox().at(0).state, SendState::waiting);
  }

  void aConflictKeepsBothTexts_F30() {
    const auto id = queue(edit(kinds::kAnswer, kAnswer.text(), 2, "mijn versie"));
    QCOMPARE(reader_->question(kQuestion)->answers[0].body, QStringLiteral("mijn versie"));
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(inConflict(id, 7)), Said::conflict);
    auto row = reader_->outbox().at(0);
    QCOMPARE(row.state, SendState::conflict);
    QCOMPARE(row.text, QStringLiteral("mijn versie"));
    QCOMPARE(row.newestText, QStringLiteral("van een ander"));
    QCOMPARE(row.newestSeq, Seq{7});
    // The screen shows the server's text, and says that something is the matter.
    auto view = reader_->question(kQuestion)->answers[0];
    QCOMPARE(view.body, QStringLiteral("hun antwoord"));
    QCOMPARE(view.sendState, SendState::conflict);
    const auto mine = outbox_->resolveConflict(id, CommandId::named("fresh"), true);
    QCOMPARE(*mine, CommandId::named("fresh"));
    const auto sent = fromJsonText<EditPost>(outbox_->toSend().at(0).bodyJson);
    QCOMPARE(sent->baseSeq, Seq{7});
    QCOMPARE(*sent->body, std::string("mijn versie"));
    STORED(outbox_->sent({*mine}));
    QCOMPARE(answered(inConflict(*mine, 9)), Said::conflict);
    QVERIFY(outbox_->resolveConflict(*mine, CommandId::named("f2"), false));
    QVERIFY(reader_->outbox().isEmpty());
    QCOMPARE(reader_->question(kQuestion)->answers[0].sendState, SendState::none);
  }

  void rewriteNeverReusesAnIdThatWasSent() {
    const auto id = queue(reply("a", "een"));
    auto written = outbox_->rewrite(id, CommandId::named("f1"), {}, QStringLiteral("beter"), true);
    QCOMPARE(*written, id);
    const auto body = fromJsonText<PostAnswer>(outbox_->toSend().at(0).bodyJson);
    QCOMPARE(body->body, std::string("beter"));
    QVERIFY(body->notBsn);
    QCOMPARE(body->sources.size(), std::size_t{1});
    STORED(outbox_->sent({id}));
    QCOMPARE(outbox_->rewrite(id, CommandId::named("f2"), {}, QStringLiteral("nog beter"), false).error().code,
             ErrorCode::conflict);
    STORED(outbox_->connectionLost());  // it may have arrived
    QCOMPARE(outbox_->rewrite(id, CommandId::named("f2"), {}, QStringLiteral("nog beter"), false).error().code,
             ErrorCode::conflict);
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(refused(id, "too_large")), Said::refused);
    written = outbox_->rewrite(id, CommandId::named("f3"), {}, QStringLiteral("korter"), false);
    QCOMPARE(*written, CommandId::named("f3"));
    QCOMPARE(outbox_->toSend().size(), std::size_t{1});
  }

  void discardIsForWhatTheServerDoesNotHave() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->discard(id));
    STORED(outbox_->discard(id));
    QVERIFY(reader_->outbox().isEmpty());
    const auto other = queue(reply("b", "twee"));
    STORED(outbox_->sent({other}));
    QCOMPARE(answered(applied(other, 4)), Said::confirmed);
    QCOMPARE(outbox_->discard(other).error().code, ErrorCode::conflict);
  }

  void onlyTheLastWordOnTheSameThingGoesOut() {
    SetMark save{kinds::kSaved, kQuestion.text(), kQuestion, true, {}, 0};
    const auto first = queue(save);
    QVERIFY(reader_->questionRows({kQuestion})[0].saved);
    save.on = false;
    const auto second = queue(save);
    QCOMPARE(second, first);
    QVERIFY(!reader_->questionRows({kQuestion})[0].saved);
    QCOMPARE(outbox_->toSend().size(), std::size_t{1});
    // Once it went out, another follows it.
    STORED(outbox_->sent({first}));
    save.on = true;
    QVERIFY(queue(save) != first);
    STORED(outbox_->connectionLost());
    QCOMPARE(outbox_->toSend().size(), std::size_t{2});
    QVERIFY(reader_->questionRows({kQuestion})[0].saved);
    // Other marks and other targets are other things; posts never replace each other.
    queue(SetMark{kinds::kFollow, kQuestion.text(), kQuestion, true, {}, 0});
    queue(reply("a", "een"));
    queue(reply("a", "twee"));
    QCOMPARE(outbox_->toSend().size(), std::size_t{5});
  }

  void confirmedIsKeptUntilABackupHoldsIt_C8() {
    const auto settled = queue(reply("a", "een"));
    const auto unseen = queue(reply("b", "twee"));
    STORED(outbox_->sent({settled, unseen}));
    QCOMPARE(answered(applied(settled, 3, 10)), Said::confirmed);
    QCOMPARE(answered(applied(unseen, 99, 11)), Said::confirmed);
    STORED(outbox_->backedUp(kEpoch, 9));
    QCOMPARE(cache_->outboxTable().all().size(), std::size_t{2});
    STORED(outbox_->backedUp("another epoch", 50));
    QCOMPARE(cache_->outboxTable().all().size(), std::size_t{2});
    STORED(outbox_->backedUp(kEpoch, 50));
    // The one whose effect is not in the cache yet stays visible.
    QCOMPARE(cache_->outboxTable().all().size(), std::size_t{1});
    QCOMPARE(cache_->outboxTable().all()[0].id, unseen);
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 2);
  }

  void onANewEpochEverythingConfirmedIsOfferedAgain_F25_C8() {
    const auto first = queue(reply("a", "een"));
    STORED(outbox_->sent({first}));
    QCOMPARE(answered(applied(first, 3)), Said::confirmed);
    const auto second = queue(reply("b", "twee"));
    QCOMPARE(*outbox_->epochIs(kEpoch), 0);
    QCOMPARE(outbox_->toSend().size(), std::size_t{1});
    restart();
    {
      const Plant bug(PlantedBug::confirmedNotReoffered);
      QCOMPARE(*outbox_->epochIs("epoch-2"), 0);
    }
    QCOMPARE(*outbox_->epochIs("epoch-2"), 1);
    const auto commands = outbox_->toSend();
    QCOMPARE(commands.size(), std::size_t{2});
    QCOMPARE(commands[0].id, first);  // the old order
    QCOMPARE(commands[1].id, second);
    QCOMPARE(reader_->outbox().size(), 2);
  }

  void clearingOnSendIsNoticed() {
    const Plant bug(PlantedBug::outboxClearedOnSend);
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    STORED(outbox_->connectionLost());
    QVERIFY(outbox_->toSend().empty());
  }

  // Everything one can do, seen at once without a server (C5).
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"

// What happens to a command between the outbox and the server: once, in order, never lost, never silently refused.
#include "tests/conversation/client_under_test.h"

using namespace vb;
using namespace vb::test;
using client::store::OutboxState;

class WritingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void offlineQuestionIsSentWhenTheConnectionComes() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    const auto id = world.client.ask(world.debt, "Gesteld in de trein");
    QCOMPARE(world.client.outbox->waiting(), 1);
    QVERIFY(world.client.reader->question(id).has_value());  // C5: on screen at once
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(1));
    QCOMPARE(world.client.outbox->waiting(), 0);
    QCOMPARE(world.client.reader->question(id)->routedTo, 87);
    QVERIFY(world.agree());
  }

  // Commands only after the user's own scope is up to date: it tells what may be done.
  void commandsWaitForTheOwnScope() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    world.client.ask(world.debt, "Wacht op het eigen deel");
    world.server.seen.clear();
    world.client.start();
    QVERIFY(world.client.settle());
    const auto& seen = world.server.seen;
    const auto at = [&](const std::string& what) { return std::find(seen.begin(), seen.end(), what) - seen.begin(); };
    QVERIFY(at("pull user") < at("command ask_question"));
  }

  // F13: the effect is there, the answer was lost, the user presses "again".
  void F13_lostAckHasOneEffect() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.losesAcks = 2;
    const auto id = world.client.ask(world.debt, "Maar een keer");
    world.time.pass(Milliseconds(5));
    const auto row = world.client.reader->outbox().value(0);
    const auto again = world.client.outbox->retry(row.id, CommandId::v7(world.time, world.time));
    QVERIFY(again.ok());
    QCOMPARE(again->text(), row.id.text());
    world.client.sync->outboxChanged();
    world.time.pass(Milliseconds(10'000));
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(3));
    for (const auto& command : world.server.commands) QCOMPARE(command.id.text(), row.id.text());
    QCOMPARE(world.server.applied.size(), std::size_t(1));
    QCOMPARE(world.client.titles().filter(QStringLiteral("Maar een keer")).size(), 1);
    QVERIFY(world.client.reader->question(id).has_value());
    QVERIFY(world.agree());
  }

  void aKilledClientSendsAgainUnderTheSameId() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.losesAcks = 1;
    world.client.ask(world.debt, "Overleeft een stop");
    world.time.pass(Milliseconds(2));
    world.client.reopen();
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.applied.size(), std::size_t(1));
    QVERIFY(world.agree());
  }

  // F30: refused or in conflict, the text stays and the queue goes on.
  void F30_refusalKeepsTheTextAndTheQueueGoesOn() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.refuses["ask_question"] = "personal_data";
    world.client.ask(world.debt, "Met een nummer erin");
    world.client.outbox->queue(CommandId::v7(world.time, world.time), SetExpertise{world.youth, true}).ok();
    world.client.sync->outboxChanged();
    QVERIFY(world.client.settle());
    const auto rows = world.client.reader->outbox();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().errorCode, QStringLiteral("personal_data"));
    QCOMPARE(rows.first().title, QStringLiteral("Met een nummer erin"));
    QCOMPARE(world.server.count("command set_expertise"), std::size_t(1));
    QCOMPARE(world.client.outbox->needsAttention(), 1);
  }

  void F30_conflictKeepsBothTextsAndMayBeSentOver() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto question = world.client.ask(world.debt, "Oorspronkelijke titel");
    QVERIFY(world.client.settle());
    const auto scope = Scope::category(world.debt);
    const auto held = world.client.cache->record(kinds::kQuestion, question.text());
    QVERIFY(held.has_value());
    world.client.sync->stop();
    // Another device of the same user.
    auto body = *parseJsonObject(held->body);
    body["body"] = "Elders gewijzigd.";
    world.server.write(scope, kinds::kQuestion, question.text(), body);
    EditPost edit;
    edit.recordKind = kinds::kQuestion;
    edit.recordId = question.text();
    edit.baseSeq = held->seq;
    edit.body = "Hier gewijzigd.";
    QVERIFY(client::actions::editPost(world.client.parts(), edit).ok());
    world.client.start();
    QVERIFY(world.client.settle());
    const auto rows = world.client.reader->outbox();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().state == client::store::SendState::conflict);
    QCOMPARE(rows.first().text, QStringLiteral("Hier gewijzigd."));
    QCOMPARE(rows.first().newestText, QStringLiteral("Elders gewijzigd."));
    QVERIFY(world.client.outbox->resolveConflict(rows.first().id, CommandId::v7(world.time, world.time), true).ok());
    world.client.sync->outboxChanged();
    QVERIFY(world.client.settle());
    QCOMPARE(world.client.reader->question(question)->body, QStringLiteral("Hier gewijzigd."));
    QCOMPARE(world.client.reader->outbox().size(), 0);
    QVERIFY(world.agree());
  }

  // Nobody is in conflict with himself: an edit of what is on its way follows it.
  void editsOfWhatIsUnderWayFollowIt() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto question = world.client.ask(world.debt, "Eerste versie");
    const auto edit = [&](const std::string& text) {
      EditPost change;
      change.recordKind = kinds::kQuestion;
      change.recordId = question.text();
      change.body = text;
      QVERIFY(client::actions::editPost(world.client.parts(), change).ok());
      world.client.sync->outboxChanged();
    };
    edit("Tweede versie.");
    edit("Derde versie.");
    QVERIFY(world.client.settle());
    QCOMPARE(world.client.outbox->needsAttention(), 0);
    QCOMPARE(world.client.reader->question(question)->body, QStringLiteral("Derde versie."));
    QVERIFY(world.agree());
  }

  void offlineEditIsFoldedIntoTheQuestion() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    const auto question = world.client.ask(world.debt, "Nog niet weg");
    EditPost change;
    change.recordKind = kinds::kQuestion;
    change.recordId = question.text();
    change.title = "Toch beter gezegd";
    QVERIFY(client::actions::editPost(world.client.parts(), change).ok());
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(1));
    QVERIFY(world.client.titles().contains(QStringLiteral("Toch beter gezegd")));
    QVERIFY(world.agree());
  }

  void offlineDeletionOfWhatNeverLeftSendsNothing() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    const auto question = world.client.ask(world.debt, "Bij nader inzien niet");
    DeletePost post;
    post.recordKind = kinds::kQuestion;
    post.recordId = question.text();
    QVERIFY(client::actions::deletePost(world.client.parts(), post).ok());
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(0));
    QVERIFY(!world.client.reader->question(question).has_value());
  }

  // An answer to one's own question waits for that question, also when the server first says "later".
  void readOnlyServerKeepsTheOrder() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.readOnly = true;
    const auto question = world.client.ask(world.debt, "Eerst de vraag");
    world.client.answer(question, "Dan het eigen antwoord.");
    world.time.pass(Milliseconds(500));
    QVERIFY(world.client.status.readOnly);
    QCOMPARE(world.client.outbox->waiting(), 2);
    QCOMPARE(world.client.outbox->needsAttention(), 0);
    QCOMPARE(world.server.count("command post_answer"), std::size_t(0));
    world.server.readOnly = false;
    QVERIFY(world.client.settle());
    QVERIFY(!world.client.status.readOnly);
    QCOMPARE(world.client.outbox->waiting(), 0);
    QCOMPARE(world.server.applied.size(), std::size_t(2));
    QVERIFY(world.agree());
  }

  // C8: what the restored server lost is offered again, in its old order, under the old ids.
  void C8_newEpochReoffersWhatNoBackupHolds() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto kept = world.client.ask(world.debt, "Staat in de back-up");
    QVERIFY(world.client.settle());
    const auto backup = world.server.backup();
    world.server.backedUpCommit = backup.commit;
    world.server.line.deliver(protocol::encode(protocol::BackedUp{world.server.epoch, backup.commit}));
    const auto lost = world.client.ask(world.debt, "Staat niet in de back-up");
    world.client.answer(lost, "Het antwoord erop.");
    QVERIFY(world.client.settle());
    QCOMPARE(world.client.outbox->waiting(), 0);
    world.server.commands.clear();
    world.server.restore(backup, "0193aa00-0000-7000-8000-0000000000e2");
    world.server.line.cut();
    world.time.pass(Milliseconds(10));
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(2));
    QCOMPARE(world.server.commands.at(0).kind, std::string("ask_question"));
    QCOMPARE(world.server.commands.at(1).kind, std::string("post_answer"));
    QCOMPARE(world.client.reader->question(lost)->answers.size(), 1);
    QVERIFY(world.client.reader->question(kept).has_value());
    QVERIFY(world.agree());
  }

  // The question and the edit of it are both applied again, under other numbers: nobody is in conflict with himself.
  void C8_anEditFollowsItsQuestionToTheRestoredServer() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto backup = world.server.backup();
    world.server.addQuestion(world.debt, "Iemand anders, ook niet in de back-up");
    const auto question = world.client.ask(world.debt, "Vraag die verloren ging");
    QVERIFY(world.client.settle());
    for (const char* text : {"Eerste wijziging.", "Tweede wijziging."}) {
      EditPost edit;
      edit.recordKind = kinds::kQuestion;
      edit.recordId = question.text();
      edit.baseSeq = world.client.cache->record(kinds::kQuestion, question.text())->seq;
      edit.body = text;
      QVERIFY(client::actions::editPost(world.client.parts(), edit).ok());
      world.client.sync->outboxChanged();
      QVERIFY(world.client.settle());
    }
    world.server.commands.clear();
    world.server.restore(backup, "0193aa00-0000-7000-8000-0000000000e2");
    world.server.line.cut();
    world.time.pass(Milliseconds(10));
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(3));
    QCOMPARE(world.client.outbox->needsAttention(), 0);
    QCOMPARE(world.client.reader->question(question)->body, QStringLiteral("Tweede wijziging."));
    QVERIFY(world.agree());
    // What the restored server has is answered as before: the same payload under the same id.
    world.server.commands.clear();
    world.server.restore(world.server.backup(), "0193aa00-0000-7000-8000-0000000000e3");
    world.server.line.cut();
    world.time.pass(Milliseconds(10));
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(3));
    for (const auto& command : world.server.commands) {
      const auto& known = world.server.applied.at(command.id).payload;
      QCOMPARE(command.kind + json::serialize(command.body), known);
    }
    QCOMPARE(world.client.outbox->needsAttention(), 0);
    QVERIFY(world.agree());
  }

  // Ticked, unticked, and the server had no time for the first: the last one decides.
  void whatReplacesWaitsForWhatItReplaces() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    const auto tick = [&](bool on) {
      const auto id = CommandId::v7(world.time, world.time);
      const auto queued = world.client.outbox->queue(id, SetExpertise{world.youth, on});
      if (!queued) qFatal("queue");
      return *queued;
    };
    const auto on = tick(true);
    // It was sent once, so that what follows is a row of its own.
    if (!world.client.outbox->sent({on})) qFatal("sent");
    world.server.tooMany = {on};
    const auto off = tick(false);
    QVERIFY(on != off);
    world.client.start();
    world.time.pass(Milliseconds(500));
    QCOMPARE(world.server.commands.size(), std::size_t(1));
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(3));
    QCOMPARE(world.server.commands.back().id.text(), off.text());
    QVERIFY(!world.client.reader->expertise().contains(world.youth));
  }

  // C7: whatever answers there, it is not the server of this cache.
  void C7_anotherServerGetsNothing() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    world.client.ask(world.debt, "Alleen voor onze server");
    world.server.serverId = "0193aa00-0000-7000-8000-000000000002";
    world.server.seen.clear();
    world.client.start();
    world.time.pass(Milliseconds(100));
    QCOMPARE(world.client.status.phase, client::sync::Phase::offline);
    QVERIFY(world.client.status.reason == ErrorCode::forbidden);
    QCOMPARE(world.server.count("command ask_question"), std::size_t(0));
    QCOMPARE(world.server.count("pull user"), std::size_t(0));
    QCOMPARE(world.client.titles().size(), 17);
  }

  // Many rows after a day offline: the window is bounded, the order kept.
  void aFullOutboxEmptiesInOrder() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    for (int i = 0; i < 300; ++i) world.client.ask(world.debt, "Rij nummer " + std::to_string(i));
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(300));
    for (int i = 0; i < 300; ++i)
      QCOMPARE(std::string(world.server.commands.at(static_cast<std::size_t>(i)).body.at("title").get_string()),
               "Rij nummer " + std::to_string(i));
    QVERIFY(world.agree());
  }

  void discardedRowIsNotSent() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.readOnly = true;
    world.client.ask(world.debt, "Toch maar niet");
    world.time.pass(Milliseconds(100));
    const auto row = world.client.reader->outbox().value(0);
    QVERIFY(world.client.outbox->discard(row.id).ok());
    world.client.sync->outboxChanged();
    world.server.readOnly = false;
    world.server.commands.clear();
    world.time.pass(Milliseconds(5000));
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.commands.size(), std::size_t(0));
  }
};

QTEST_GUILESS_MAIN(WritingTest)
#include "writing_test.moc"

// What the sync core asks, in which order, and what it makes of pages and pushes that come late, twice, in disorder or
// not.
#include "tests/conversation/client_under_test.h"

using namespace vb;
using namespace vb::test;

class ReadingTest : public QObject {
  Q_OBJECT

  // At home in one category, and by reference in the ticked one.
  static void askWithReference(World& world, const std::string& title) {
    const auto id = world.server.addQuestion(world.youth, title);
    const Seq next = world.server.scopes[Scope::category(world.debt).text()].head + 1;
    const QuestionRef ref{id, world.youth, title, UserId::named("bert"), world.time.now(), next};
    world.server.write(Scope::category(world.debt), kinds::kQuestionRef, id.text(), toJson(ref));
  }

 private Q_SLOTS:
  void firstSyncBringsEverything() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
    QCOMPARE(world.client.titles().size(), 16);
  }

  // Nothing before the welcome; the user's own scope before anything else (S8); pushes are asked before the pull.
  void orderOfTheFirstSync() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto& seen = world.server.seen;
    QCOMPARE(seen.at(0), std::string("hello"));
    QCOMPARE(seen.at(1), std::string("subscribe user"));
    QCOMPARE(seen.at(2), std::string("pull_back user"));
    QVERIFY(seen.at(3) != "pull_back user");
    const auto first = [&](const std::string& what) {
      return std::find(seen.begin(), seen.end(), what) - seen.begin();
    };
    QVERIFY(first("subscribe directory") < first("pull_back directory"));
    QVERIFY(first("pull_back directory") < first("pull_back category"));
    QVERIFY(first("subscribe category") < first("pull_back category"));
    // The ticked category is live, the other is only read.
    QCOMPARE(world.server.count("subscribe category"), std::size_t(1));
  }

  void newestQuestionIsReadableBeforeTheHistoryIsHere() {
    World world(60);
    world.client.start();
    for (int i = 0; i < 2000 && world.client.cursor(Scope::category(world.debt)).isNew(); ++i)
      world.time.pass(Milliseconds(1));
    QVERIFY(!world.client.cursor(Scope::category(world.debt)).hasBottom());
    QVERIFY(world.client.titles().contains(QStringLiteral("Schuldvraag nummer 59")));
    QVERIFY(!world.client.titles().contains(QStringLiteral("Schuldvraag nummer 0")));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
  }

  void changesDuringTheFirstSyncAreNotMissed() {
    World world(40);
    world.client.start();
    for (int i = 0; i < 30; ++i) {
      world.time.pass(Milliseconds(2));
      world.server.addQuestion(world.debt, "Tussendoor " + std::to_string(i));
      if (i % 5 == 0)
        world.server.erase(Scope::category(world.debt), kinds::kQuestion,
                           world.server.scopes[Scope::category(world.debt).text()].records.begin()->first.second);
    }
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
  }

  void aPushArrivesWithoutAPull() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto pulls = world.server.count("pull category");
    world.server.addQuestion(world.debt, "Net gesteld");
    world.time.pass(Milliseconds(5));
    QVERIFY(world.client.titles().contains(QStringLiteral("Net gesteld")));
    QCOMPARE(world.server.count("pull category"), pulls);
  }

  // S7, F12: what is lost comes with the next push that shows a gap.
  void aGapBetweenPushesIsPulled() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.losesPushes = true;
    world.server.addQuestion(world.debt, "Verloren");
    world.time.pass(Milliseconds(1000));
    QVERIFY(!world.client.titles().contains(QStringLiteral("Verloren")));
    world.server.losesPushes = false;
    world.server.addQuestion(world.debt, "Daarna");
    QVERIFY(world.client.settle());
    QVERIFY(world.client.titles().contains(QStringLiteral("Verloren")));
    QVERIFY(world.agree());
  }

  void F12_withoutAnyPushOnlyTimeIsLost() {
    World world;
    world.server.losesPushes = true;
    world.client.start();
    QVERIFY(world.client.settle());
    for (int i = 0; i < 5; ++i) world.server.addQuestion(world.debt, "Stil " + std::to_string(i));
    world.server.line.cut();  // the next connection asks what is after the cursor
    world.time.pass(Milliseconds(10));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
  }

  void categoriesThatAreNotTickedComeNowAndThen() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.addQuestion(world.youth, "Jeugd na een kwartier");
    world.time.pass(Milliseconds(60'000));
    QVERIFY(!world.client.titles().contains(QStringLiteral("Jeugd na een kwartier")));
    world.time.pass(Milliseconds(16 * 60'000));
    QVERIFY(world.client.titles().contains(QStringLiteral("Jeugd na een kwartier")));
    world.server.addQuestion(world.youth, "Jeugd op verzoek");
    world.client.sync->refresh(Scope::category(world.youth));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
  }

  void tickingMakesACategoryLive() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.tick(world.youth);
    world.time.pass(Milliseconds(1000));
    QCOMPARE(world.server.count("subscribe category"), std::size_t(2));
    world.server.addQuestion(world.youth, "Nu live");
    world.time.pass(Milliseconds(5));
    QVERIFY(world.client.titles().contains(QStringLiteral("Nu live")));
    world.server.erase(Scope::user(world.server.user), kinds::kExpertise, world.youth.text());
    world.time.pass(Milliseconds(1000));
    QCOMPARE(world.server.count("unsubscribe category"), std::size_t(1));
  }

  // A question that came by reference has its answers in its home category: that becomes live.
  void homeOfAReferenceBecomesLive() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    askWithReference(world, "Raakt ook schulden");
    world.time.pass(Milliseconds(2000));
    QCOMPARE(world.server.count("subscribe category"), std::size_t(2));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
  }

  // Looking at the lists again waits for more history only while there is more to come.
  void aSmallSiteIsLiveAsSoonAsItIsHere() {
    World world;
    askWithReference(world, "Raakt ook schulden");
    world.client.start();
    QVERIFY(world.client.settle(Milliseconds(300)));
    QCOMPARE(world.server.count("subscribe category"), std::size_t(2));
    QVERIFY(world.agree());
  }

  void aLargeSiteIsNotLookedAtOncePerPage() {
    World world(200);
    for (int i = 0; i < 100; ++i) askWithReference(world, "Raakt ook schulden, nummer " + std::to_string(i));
    world.client.start();
    QVERIFY(world.client.settle());
    // The home of the references becomes live when the history is here, which took less than the wait.
    const auto& seen = world.server.seen;
    const auto lastPage = std::find(seen.rbegin(), seen.rend(), "pull_back category");
    QCOMPARE(std::count(lastPage, seen.rend(), "subscribe category"), std::ptrdiff_t(1));
    QCOMPARE(world.server.count("subscribe category"), std::size_t(2));
    QVERIFY(world.agree());
  }

  void F11_doubledAndDisorderedFramesEndInTheSameState_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed) QTest::addRow("seed %d", seed) << seed;
  }
  void F11_doubledAndDisorderedFramesEndInTheSameState() {
    QFETCH(int, seed);
    World world(20);
    for (int i = 0; i < seed; ++i) world.time.below(1000);
    world.server.doubles = world.server.disorders = true;
    world.client.start();
    for (int i = 0; i < 40; ++i) {
      world.time.pass(Milliseconds(7));
      const auto id = world.server.addQuestion(world.debt, "Tijdens " + std::to_string(i));
      if (i % 3 == 0) world.server.erase(Scope::category(world.debt), kinds::kQuestion, id.text());
      if (i % 7 == 0) world.server.line.cut();
    }
    world.time.pass(Milliseconds(200));
    QVERIFY(world.client.settle(Milliseconds(600'000)));
    world.time.pass(Milliseconds(200));
    QVERIFY(world.agree());
  }

  // F21: a page that left before the deletion arrives after it.
  void F21_aLatePageDoesNotResurrect() {
    World world(3);
    world.client.start();
    QVERIFY(world.client.settle());
    const auto scope = Scope::category(world.debt);
    const auto id = world.server.addQuestion(world.debt, "Wordt gewist");
    const auto record = world.server.scopes[scope.text()].records.at({kinds::kQuestion, id.text()});
    const auto page = protocol::encode(
        protocol::Page{scope.text(), world.server.epoch, 0, record.seq - 1, record.seq, record.seq, false, {record}});
    const auto push =
        protocol::encode(protocol::Change{scope.text(), world.server.epoch, record.seq - 1, record.seq, {record}});
    world.server.erase(scope, kinds::kQuestion, id.text());
    world.time.pass(Milliseconds(10));
    QVERIFY(!world.client.titles().contains(QStringLiteral("Wordt gewist")));
    world.server.line.deliver(page);
    world.server.line.deliver(push);
    world.time.pass(Milliseconds(10));
    QVERIFY(!world.client.titles().contains(QStringLiteral("Wordt gewist")));
    QVERIFY(world.agree());
  }

  // F21: history that left before a deletion and an edit arrives after them.
  void F21_lateHistoryDoesNotUndoWhatCameSince() {
    World world(12);
    const auto scope = Scope::category(world.debt);
    std::vector<QuestionId> ids;
    for (const auto& [key, record] : world.server.scopes[scope.text()].records)
      ids.push_back(*QuestionId::parse(key.second));
    std::sort(ids.begin(), ids.end());
    world.client.start();
    for (int i = 0; i < 2000 && world.client.cursor(scope).isNew(); ++i) world.time.pass(Milliseconds(1));
    world.server.holdsHistory = true;
    world.server.pageRecords = 100;
    world.time.pass(Milliseconds(20));
    QVERIFY(!world.client.cursor(scope).hasBottom());
    const auto deleted = ids.at(0).text();
    const auto edited = ids.at(1).text();
    auto body = *parseJsonObject(world.server.scopes[scope.text()].records.at({kinds::kQuestion, edited}).body);
    body["title"] = "Sindsdien gewijzigd";
    world.server.erase(scope, kinds::kQuestion, deleted);
    world.server.write(scope, kinds::kQuestion, edited, body);
    world.time.pass(Milliseconds(20));
    world.server.release();
    QVERIFY(world.client.settle());
    QVERIFY(!world.client.cache->record(kinds::kQuestion, deleted).has_value());
    QVERIFY(world.client.titles().contains(QStringLiteral("Sindsdien gewijzigd")));
    QVERIFY(world.agree());
  }

  // F22: the tombstone was pruned while the client was away.
  void F22_resyncSweepsWhatWasPruned() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    const auto scope = Scope::category(world.debt);
    auto& log = world.server.scopes[scope.text()];
    const auto gone = log.records.begin()->first;
    world.server.erase(scope, gone.first, gone.second);
    world.server.addQuestion(world.debt, "Later");
    log.records.erase(gone);
    log.floor = log.head - 1;
    world.client.start();
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
    QVERIFY(!world.client.cache->record(gone.first, gone.second).has_value());
  }

  // F25, C3: nothing is deleted before the swap.
  void F25_restoredServerKeepsTheOldUntilTheNewIsHere() {
    World world;
    const auto backup = world.server.backup();
    world.server.addQuestion(world.debt, "Na de back-up");
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    world.server.restore(backup, "0193aa00-0000-7000-8000-0000000000e2");
    world.client.start();
    bool sawOldWhileRebuilding = false;
    for (int i = 0; i < 2000; ++i) {
      world.time.pass(Milliseconds(1));
      if (world.client.cursor(Scope::category(world.debt)).epoch == world.server.epoch) break;
      QVERIFY(world.client.titles().contains(QStringLiteral("Na de back-up")));
      QVERIFY(world.client.titles().size() >= 9);
      sawOldWhileRebuilding = sawOldWhileRebuilding || world.server.count("pull category") > 1;
    }
    QVERIFY(sawOldWhileRebuilding);
    QVERIFY(world.client.settle());
    QVERIFY(!world.client.titles().contains(QStringLiteral("Na de back-up")));
    QVERIFY(world.agree());
  }

  // C6: a scope that may no longer be read leaves nothing behind.
  void lostAccessPurgesTheScope() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    world.server.hides.insert(Scope::category(world.debt).text());
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.client.titles().filter(QStringLiteral("Schuldvraag")).size(), 0);
    QCOMPARE(world.client.titles().size(), 8);
    QVERIFY(world.client.cursor(Scope::category(world.debt)).isNew());
  }

  // F23: after a long absence the answer comes in pages; never more requests under way than agreed.
  void F23_aLongAbsenceComesInPages() {
    World world(1);
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    for (int i = 0; i < 900; ++i) world.server.addQuestion(world.debt, "Gemist " + std::to_string(i));
    world.server.pageRecords = 50;
    const auto before = world.server.count("pull category");
    world.client.start();
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
    const auto pulls = world.server.count("pull category") - before;
    QVERIFY2(pulls >= 18 && pulls <= 22, std::to_string(pulls).c_str());
  }

  // F24: order is by sequence; a wrong clock is told, nothing else.
  void F24_wrongClock_data() {
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("told");
    QTest::newRow("10 years fast") << qint64(10 * 365 * 24) << true;
    QTest::newRow("10 years slow") << qint64(-10 * 365 * 24) << true;
    QTest::newRow("5 hours slow") << qint64(-5) << true;
    QTest::newRow("right") << qint64(0) << false;
  }
  void F24_wrongClock() {
    QFETCH(qint64, hours);
    QFETCH(bool, told);
    World world;
    // The server's clock stands still where it was: its welcome comes from before the change.
    world.server.welcomeInstead = protocol::encode(protocol::Welcome{
        1, world.server.serverId, world.server.epoch, world.server.user, world.time.now(), 0, 64, 256 * 1024, false});
    world.time.setWrong(std::chrono::hours(hours));
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.client.status.clockWrong, told);
    QVERIFY(world.agree());
  }

  void F30_unknownKindsAndMessagesAreKeptOrIgnored() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const json::object strange{{"later", "field"}, {"n", 1}};
    world.server.write(Scope::category(world.debt), "poll", "p1", strange);
    world.server.line.deliver(R"({"type":"fireworks","colour":"red"})");
    world.server.addQuestion(world.debt, "En verder");
    world.time.pass(Milliseconds(20));
    QVERIFY(world.agree());
    QCOMPARE(world.client.cache->record("poll", "p1")->body, json::serialize(strange));
    QCOMPARE(world.server.line.opens, 1);
  }

  // F5, C1: a page that cannot be stored moves no cursor; it comes again when there is room.
  void F5_diskFullStallsAndGoesOn() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.diskFails = true;
    world.server.addQuestion(world.debt, "Past niet");
    world.server.addQuestion(world.debt, "Past ook niet");
    world.time.pass(Milliseconds(100));
    const auto cursor = world.client.cursor(Scope::category(world.debt));
    QVERIFY(cursor.high < world.server.scopes[Scope::category(world.debt).text()].head);
    QCOMPARE(world.client.status.phase, client::sync::Phase::syncing);
    world.client.diskFails = false;
    world.server.addQuestion(world.debt, "Past weer");
    QVERIFY(world.client.settle());
    QVERIFY(!world.client.status.diskFull);
    QVERIFY(world.agree());
  }

  void reachIsAskedAndAnswered() {
    World world;
    world.client.sync->askReach(1, {world.debt});
    QCOMPARE(world.client.reaches.size(), 1u);
    QVERIFY(!world.client.reaches.back().has_value());
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->askReach(2, {world.debt});
    world.time.pass(Milliseconds(10));
    QCOMPARE(world.client.reaches.size(), 2u);
    QCOMPARE(world.client.reaches.back()->total, 87);
    QCOMPARE(world.client.reaches.back()->byRole.size(), 2);
    world.client.sync->askReach(3, {world.debt});
    world.server.line.cut();
    world.time.pass(Milliseconds(10));
    QCOMPARE(world.client.reaches.size(), 3u);
    QVERIFY(!world.client.reaches.back().has_value());
  }
};

QTEST_GUILESS_MAIN(ReadingTest)
#include "reading_test.moc"

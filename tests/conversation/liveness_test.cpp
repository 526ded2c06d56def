// The life of the connection: it is noticed when it is dead, it comes back with patience, and what is not our server is
// never believed.
#include "tests/conversation/client_under_test.h"

using namespace vb;
using namespace vb::test;
using client::sync::Phase;

class LivenessTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void F15_halfOpenConnectionIsNoticedAndResumed() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.line.silent = true;
    world.server.addQuestion(world.debt, "Tijdens de slaap");
    world.time.pass(Milliseconds(120'000));
    QCOMPARE(world.client.status.phase == Phase::live, false);
    world.server.line.silent = false;
    world.time.pass(Milliseconds(60'000));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
    QVERIFY(world.server.line.opens >= 2);
  }

  void aLivingIdleConnectionStaysOpen() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    const auto frames = world.server.line.sent.size();
    world.time.pass(Milliseconds(10 * 60'000));
    QCOMPARE(world.server.line.opens, 1);
    QCOMPARE(world.client.status.phase, Phase::live);
    QVERIFY(world.server.line.pings >= 18 && world.server.line.pings <= 21);
    QCOMPARE(world.server.line.sent.size(), frames);
  }

  void wakingUpTriesAtOnce() {
    World world;
    world.server.line.refusal = ErrorCode::network;
    world.client.start();
    world.time.pass(Milliseconds(10 * 60'000));
    QCOMPARE(world.client.status.phase, Phase::offline);
    world.server.line.refusal.reset();
    world.client.sync->wake();
    world.time.pass(Milliseconds(100));
    QVERIFY(world.client.settle(Milliseconds(1000)));
  }

  // F16: attempts become rarer, and no two clients come at the same moments.
  void F16_backoffGrowsAndDiffers() {
    const auto moments = [](unsigned seed) {
      VirtualTime time(seed);
      ScriptedServer server(time);
      server.line.refusal = ErrorCode::network;
      ClientUnderTest client(time, server);
      client.start();
      std::vector<qint64> found;
      for (int opens = 0; time.elapsed() < Milliseconds(20 * 60'000);) {
        time.pass(Milliseconds(10));
        if (server.line.opens != opens) found.push_back(time.elapsed().count());
        opens = server.line.opens;
      }
      return found;
    };
    const auto one = moments(1);
    const auto other = moments(2);
    QVERIFY2(one.size() >= 10 && one.size() <= 40, std::to_string(one.size()).c_str());
    QVERIFY(one.at(2) - one.at(1) < 2'000);
    QVERIFY(one.back() - one.at(one.size() - 2) >= 60'000);
    QVERIFY(one != other);
  }

  void byeIsRespected() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.bye("unavailable", Milliseconds(30'000));
    world.time.pass(Milliseconds(29'000));
    QCOMPARE(world.server.line.opens, 1);
    QCOMPARE(world.client.status.phase, Phase::offline);
    world.time.pass(Milliseconds(10'000));
    QCOMPARE(world.server.line.opens, 2);
    QVERIFY(world.client.settle());
  }

  void F14_aPortalIsToldAndNeverBelieved_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("HTML") << QByteArray("<html><body>Welkom op de gastwifi</body></html>");
    QTest::newRow("JSON of something else") << QByteArray(R"({"status":"login required"})");
    QTest::newRow("nothing") << QByteArray(" ");
  }
  void F14_aPortalIsToldAndNeverBelieved() {
    QFETCH(QByteArray, text);
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    const auto titles = world.client.titles();
    world.client.ask(world.debt, "Niet voor een portaal");
    world.server.welcomeInstead = text.toStdString();
    world.server.seen.clear();
    world.client.start();
    world.time.pass(Milliseconds(25'000));
    QVERIFY(world.client.status.reason == ErrorCode::captivePortal);
    QCOMPARE(world.server.count("command ask_question"), std::size_t(0));
    QCOMPARE(world.client.titles().size(), titles.size() + 1);
    QCOMPARE(world.client.outbox->waiting(), 1);
    world.server.welcomeInstead.clear();
    world.time.pass(Milliseconds(240'000));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
  }

  void F14_refusedUpgradeIsToldAsWhatItWas_data() {
    QTest::addColumn<int>("code");
    QTest::newRow("portal") << int(ErrorCode::captivePortal);
    QTest::newRow("A19 certificate") << int(ErrorCode::untrustedPeer);
    QTest::newRow("network") << int(ErrorCode::network);
  }
  void F14_refusedUpgradeIsToldAsWhatItWas() {
    QFETCH(int, code);
    World world;
    world.server.line.refusal = ErrorCode(code);
    world.client.start();
    world.time.pass(Milliseconds(2));
    QCOMPARE(world.client.status.phase, Phase::offline);
    QVERIFY(world.client.status.reason == ErrorCode(code));
    QVERIFY(world.server.line.sent.empty());
  }

  void revokedTokenStopsAndKeepsEverything() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.client.sync->stop();
    world.client.ask(world.debt, "Nog te verzenden");
    world.server.line.refusal = ErrorCode::unauthorized;
    world.client.start();
    world.time.pass(Milliseconds(60 * 60'000));
    QCOMPARE(world.client.tokenRejections, 1);
    QCOMPARE(world.client.status.phase, Phase::stopped);
    QCOMPARE(world.server.line.opens, 2);
    QCOMPARE(world.client.outbox->waiting(), 1);
    QCOMPARE(world.client.titles().size(), 17);
    // The network comes back: there is nothing to connect with.
    world.client.sync->wake();
    world.time.pass(Milliseconds(60'000));
    QCOMPARE(world.client.tokenRejections, 1);
    QCOMPARE(world.server.line.opens, 2);
    QCOMPARE(world.server.line.pings, 0);
    // Signed in again.
    world.server.line.refusal.reset();
    world.client.start();
    QVERIFY(world.client.settle());
    QCOMPARE(world.server.count("command ask_question"), std::size_t(1));
  }

  void revokedDuringTheConversation() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.bye("unauthorized", Milliseconds(0));
    world.time.pass(Milliseconds(60'000));
    QCOMPARE(world.client.tokenRejections, 1);
    QCOMPARE(world.server.line.opens, 1);
  }

  void silenceAfterTheUpgradeIsNotWaitedForForEver() {
    World world;
    world.client.start();
    world.server.welcomeInstead = R"({"type":"fireworks"})";
    world.time.pass(Milliseconds(25'000));
    QVERIFY(world.server.line.opens >= 2 || world.client.status.phase == Phase::offline);
  }

  void reconnectingPullsOnlyWhatIsMissing() {
    World world(50);
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.line.cut();
    world.server.addQuestion(world.debt, "Een enkele nieuwe");
    world.server.seen.clear();
    world.time.pass(Milliseconds(10));
    QVERIFY(world.client.settle());
    QVERIFY(world.agree());
    QCOMPARE(world.server.count("pull_back category"), std::size_t(0));
    QVERIFY(world.server.seen.size() <= 10);
  }
};

QTEST_GUILESS_MAIN(LivenessTest)
#include "liveness_test.moc"

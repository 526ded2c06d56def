// What the sync core makes of a store that fails while history comes down.
#include "client/core/store/draft_table.h"
#include "client/core/store/outbox_table.h"
#include "tests/conversation/client_under_test.h"

using namespace vb;
using namespace vb::test;

class StoringTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // C1 while pages of history are stored together: wherever it fails, once, nothing is missing in the end.
  void F5_aDiskThatFailsOnceDuringTheHistoryLeavesNoGap() {
    int lost = 0;
    for (int moment = 1; moment < 60; ++moment) {
      for (const int step : {1, 2, 4, 9}) {
        World world(60);
        world.client.start();
        world.time.pass(Milliseconds(moment));
        world.client.failIn = step;
        // Whatever else is written has the pages that wait stored first.
        (void)world.client.cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T"), {}, {}, {}, 0, 1});
        lost += world.client.cache->hasUnstored() ? 1 : 0;
        const auto told = "after " + std::to_string(moment) + " ms, step " + std::to_string(step);
        QVERIFY2(world.client.settle(), told.c_str());
        QVERIFY2(world.agree(), told.c_str());
      }
    }
    QVERIFY(lost > 5);
  }

  // What refers to a withheld row waits for the user, as that row does: it does not keep the client from being live.
  void whatWaitsForTheUserDoesNotKeepTheClientBusy() {
    World world;
    world.client.start();
    QVERIFY(world.client.settle());
    world.server.line.cut();
    world.time.pass(Milliseconds(1));
    const auto asked = world.client.ask(world.debt, "Toch maar niet");
    world.client.answer(asked, "Aanvulling op mijn eigen vraag");
    const auto rows = world.client.cache->outboxTable().all();
    QCOMPARE(rows.size(), std::size_t(2));
    const bool isFirst = rows.front().kind == AskQuestion::kKind;
    const auto withheld = world.client.outbox->withhold((isFirst ? rows.front() : rows.back()).id, true);
    QVERIFY2(withheld.ok(), withheld.ok() ? "" : withheld.error().detail.c_str());
    world.client.sync->outboxChanged();
    QVERIFY(world.client.settle());
    QCOMPARE(world.client.cache->outboxTable().all().size(), std::size_t(2));
  }
};

QTEST_GUILESS_MAIN(StoringTest)
#include "storing_test.moc"

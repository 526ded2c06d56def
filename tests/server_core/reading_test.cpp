// Reading: who may, which cursors are valid, what pages and pushes hold.
#include <map>

#include <QTest>

#include "server/services/importing.h"
#include "shared/base/limits.h"
#include "tests/server_core/core_fixture.h"

using namespace vb;
using namespace vb::test;

namespace {

using Things = std::map<std::pair<std::string, std::string>, Record>;

// What a client does with a page: each record iff newer; tombstones remove.
void take(Things& things, const std::vector<Record>& records) {
  for (const auto& record : records) {
    auto& known = things[{record.kind, record.id}];
    if (record.seq > known.seq) known = record;
  }
}
std::string titled(int step) { return json::serialize(json::object{{"title", std::to_string(step)}}); }

QStringList living(const Things& things) {
  QStringList list;
  for (const auto& [key, record] : things)
    if (!record.deleted) list << QString::fromStdString(record.id + "@" + std::to_string(record.seq) + record.body);
  return list;
}

}  // namespace

class ReadingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    core_ = std::make_unique<CoreFixture>();
    anna_ = core_->addUser("anna");
    bram_ = core_->addUser("bram");
    wonen_ = core_->addCategory("Wonen");
    scope_ = Scope::category(wonen_);
  }
  void cleanup() { core_.reset(); }

  void withoutAGoodTokenNothingIsRead_data() {
    QTest::addColumn<QByteArray>("why");
    for (const char* why : {"never given", "another user's", "signed out", "disabled", "not used for a year"})
      QTest::newRow(why) << QByteArray(why);
  }
  void withoutAGoodTokenNothingIsRead() {  // A1, A23, S6
    QFETCH(QByteArray, why);
    auto caller = anna_;
    if (why == "never given") caller.tokenHash = services::tokenHash("made up");
    if (why == "another user's") caller.tokenHash = bram_.tokenHash;
    if (why == "signed out")
      core_->accounts->signOut({anna_.user, anna_.tokenHash}, [](Result<void> done) { QVERIFY(done.ok()); });
    if (why == "disabled")
      core_->accounts->setDisabled(anna_.user, true, [](auto done) { QCOMPARE(done->size(), 1U); });
    if (why == "not used for a year") core_->clock.advance(std::chrono::hours(24 * 365));
    const auto isUnauthorized = [](const protocol::ServerMessage& message) {
      const auto* failed = as<protocol::Failed>(message);
      return failed != nullptr && failed->code == "unauthorized" && !failed->retryAfterMs;
    };
    QVERIFY(isUnauthorized(core_->pull(caller, {"directory", "", 0, 0, 0, 0})));
    QVERIFY(isUnauthorized(core_->pullBack(caller, {"directory", "", 0, 0, 0})));
    QVERIFY(isUnauthorized(core_->open(caller, "directory")));
    const auto head = core_->head(Scope::user(anna_.user));
    const auto ack = core_->execute(caller, UpdateSettings{"nl", true, 510, 1020});
    QCOMPARE(ack.code, std::string("unauthorized"));
    QVERIFY(ack.retryAfterMs.has_value());  // kept by the client, not lost
    QCOMPARE(core_->head(Scope::user(anna_.user)), head);
  }

  void whatMayNotBeSeenDoesNotExist_data() {
    QTest::addColumn<QByteArray>("scope");
    QTest::newRow("another user's scope") << QByteArray("user");
    QTest::newRow("a user who does not exist") << QByteArray("user/0193a000-0000-7000-8000-000000000001");
    QTest::newRow("a category that does not exist") << QByteArray("category/0193a000-0000-7000-8000-000000000001");
    QTest::newRow("a channel") << QByteArray("channel/0193a000-0000-7000-8000-000000000001");
    QTest::newRow("a conversation") << QByteArray("conversation/0193a000-0000-7000-8000-000000000001");
    QTest::newRow("a kind of the future") << QByteArray("galaxy/0193a000-0000-7000-8000-000000000001");
  }
  void whatMayNotBeSeenDoesNotExist() {  // A9, S6
    QFETCH(QByteArray, scope);
    const auto name = scope == "user" ? Scope::user(bram_.user).text() : scope.toStdString();
    const auto expected = [&](const char* request) {
      return protocol::encode(protocol::ServerMessage(protocol::Failed{request, name, 0, "not_found", "", {}}));
    };
    QCOMPARE(protocol::encode(core_->open(anna_, name)), expected("subscribe"));
    QCOMPARE(protocol::encode(core_->pull(anna_, {name, "", 0, 0, 0, 0})), expected("pull"));
    QCOMPARE(protocol::encode(core_->pullBack(anna_, {name, "", 0, 0, 0})), expected("pull_back"));
  }

  void aDeltaOnTopOfAnyCursorGivesTheNewestState() {  // S2, F11
    FakeRandom random(11);
    std::map<Seq, Things> seen;  // what a client held at each cursor
    seen[0] = {};
    const auto epoch = core_->store->meta().epoch;
    for (int step = 0; step < 120; ++step) {
      const auto id = "q" + std::to_string(random.below(12));
      QVERIFY(core_->write([&](storage::Tables& tables) {
        if (random.chance(30))
          tables.records().remove(scope_, kinds::kQuestion, id);
        else
          tables.records().put(scope_, {kinds::kQuestion, id, "", titled(step)});
      }));
      Things now;
      take(now, core_->everything(anna_, scope_));
      seen[core_->head(scope_)] = now;
    }
    const auto head = core_->head(scope_);
    for (const auto& [held, thingsHeld] : seen) {
      auto cursor = held;
      auto things = thingsHeld;
      while (true) {
        const auto page =
            std::get<protocol::Page>(core_->pull(anna_, {scope_.text(), cursor == 0 ? "" : epoch, 0, cursor,
                                                         static_cast<std::int64_t>(1 + random.below(7)), 0}));
        take(things, page.records);
        cursor = page.to;
        if (!page.more) break;
      }
      QCOMPARE(cursor, head);
      QCOMPARE(living(things), living(seen[head]));
    }
  }

  void backwardsAndForwardsGiveTheSame() {  // S2
    FakeRandom random(3);
    Things things;
    protocol::PullBack request{scope_.text(), "", 0, 0, 3};
    for (int i = 0; i < 20; ++i) change(random, i);
    auto page = std::get<protocol::PageBack>(core_->pullBack(anna_, request));
    const auto high = page.head;
    while (true) {
      for (std::size_t i = 1; i < page.records.size(); ++i) QVERIFY(page.records[i].seq < page.records[i - 1].seq);
      for (const auto& record : page.records) QVERIFY(!record.deleted && record.seq >= page.from);
      take(things, page.records);
      if (page.from == 1) break;
      change(random, 100);  // the world goes on meanwhile
      request = {scope_.text(), page.epoch, page.grant, page.from, 3};
      page = std::get<protocol::PageBack>(core_->pullBack(anna_, request));
    }
    take(things, std::get<protocol::Page>(core_->pull(anna_, {scope_.text(), page.epoch, 0, high, 0, 0})).records);
    Things all;
    take(all, core_->everything(anna_, scope_));
    QCOMPARE(living(things), living(all));
  }

  void aCursorMustFit() {  // S5
    for (int i = 0; i < 3; ++i) put("q" + std::to_string(i));
    const auto epoch = core_->store->meta().epoch;
    const auto reason = [&](const std::string& of, std::int64_t grant, Seq after) {
      const auto answer = core_->pull(anna_, {scope_.text(), of, grant, after, 0, 0});
      const auto* resync = as<protocol::Resync>(answer);
      return resync == nullptr ? std::string() : resync->reason;
    };
    QCOMPARE(reason(epoch, 0, 3), std::string());
    QCOMPARE(reason(epoch, 0, 0), std::string());
    QCOMPARE(reason("", 0, 0), std::string());
    QCOMPARE(reason("", 0, 2), std::string("epoch"));
    QCOMPARE(reason("another", 0, 2), std::string("epoch"));
    QCOMPARE(reason(epoch, 1, 2), std::string("grant"));
    QCOMPARE(reason(epoch, 0, 4), std::string("ahead"));
    QCOMPARE(reason(epoch, 0, -1), std::string("ahead"));
    QVERIFY(as<protocol::Resync>(core_->pullBack(anna_, {scope_.text(), "another", 0, 2, 0})) != nullptr);
    QVERIFY(as<protocol::Resync>(core_->pullBack(anna_, {scope_.text(), epoch, 0, 99, 0})) != nullptr);
    QVERIFY(as<protocol::PageBack>(core_->pullBack(anna_, {scope_.text(), epoch, 0, 4, 0})) != nullptr);
  }

  void whoWasAwayWhileTombstonesWentBuildsAnew() {  // F22, S2
    for (int i = 0; i < 6; ++i) put("q" + std::to_string(i));
    const auto epoch = core_->store->meta().epoch;
    QVERIFY(core_->write([&](storage::Tables& tables) { tables.records().remove(scope_, kinds::kQuestion, "q0"); }));
    core_->clock.advance(std::chrono::hours(24));
    int pruned = 0;
    services::pruneTombstones(*core_->store, core_->clock.now(), [&](Result<int> done) { pruned = *done; });
    QCOMPARE(pruned, 1);

    const auto resync = std::get<protocol::Resync>(core_->pull(anna_, {scope_.text(), epoch, 0, 6, 0, 0}));
    QCOMPARE(resync.reason, std::string("floor"));
    QCOMPARE(resync.floor, 7);
    // Building anew in several pages below the floor works, under that floor.
    Things things;
    Seq after = 0;
    int pages = 0;
    while (true) {
      const auto page = std::get<protocol::Page>(core_->pull(anna_, {scope_.text(), epoch, 0, after, 2, resync.floor}));
      take(things, page.records);
      after = page.to;
      ++pages;
      if (!page.more) break;
    }
    QVERIFY(pages > 2);
    QCOMPARE(after, 7);
    QCOMPARE(living(things).size(), 5);
    // A cursor at the floor is good; one under an older floor is not.
    QVERIFY(as<protocol::Page>(core_->pull(anna_, {scope_.text(), epoch, 0, 7, 0, 0})) != nullptr);
    QVERIFY(as<protocol::Resync>(core_->pull(anna_, {scope_.text(), epoch, 0, 6, 0, 5})) != nullptr);
  }

  void aPageIsBounded() {
    const auto large = json::serialize(json::object{{"body", std::string(20'000, 'x')}});
    QVERIFY(core_->write([&](storage::Tables& tables) {
      for (int i = 0; i < 40; ++i) tables.records().put(scope_, {kinds::kQuestion, "q" + std::to_string(i), "", large});
    }));
    const auto page = std::get<protocol::Page>(core_->pull(anna_, {scope_.text(), "", 0, 0, 1'000'000, 0}));
    QVERIFY(page.more);
    QVERIFY(page.records.size() < 12);
    QCOMPARE(page.to, page.records.back().seq);
    QCOMPARE(core_->everything(anna_, scope_).size(), 40U);
  }

  void bodiesComeAsTheyWereStored() {
    const std::string odd = R"({"z":1,  "a":"\u00e9","nested":{"unknown":[1,2]}})";
    put("q", odd);
    api::Line line;
    core_->door->pull(anna_, {scope_.text(), "", 0, 0, 0, 0}, [&](api::Line given) { line = std::move(given); });
    QVERIFY(line->find(odd) != std::string::npos);
  }

  void aPushHoldsOneCommitOfOneScope() {  // S7
    core_->published.clear();
    const auto id = core_->ask(anna_, {wonen_});
    QCOMPARE(core_->published.size(), 1U);
    const auto& push = core_->published.front();
    QCOMPARE(push.scope, scope_);
    QCOMPARE(push.prev, 0);
    QCOMPARE(push.to, 1);
    QVERIFY(push.readers.empty());
    const auto change = std::get<protocol::Change>(protocol::decodeServerFrame(*push.frame)->front());
    QCOMPARE(change.epoch, core_->store->meta().epoch);
    QCOMPARE(change.records.front().id, id.text());
    core_->published.clear();
    core_->execute(anna_, UpdateSettings{"nl", true, 510, 1020});
    QCOMPARE(core_->published.front().readers, (std::vector<UserId>{anna_.user}));
    core_->published.clear();
    core_->execute(anna_, PostAnswer{AnswerId::named("x"), QuestionId::named("none"), wonen_, "Niets", {}, false});
    QVERIFY(core_->published.empty());  // a refusal changes nothing anybody may see
  }

  void aLargeCommitLeavesInPartsThatFollowEachOther() {
    core_->published.clear();
    const auto large = json::serialize(json::object{{"body", std::string(20'000, 'x')}});
    QVERIFY(core_->write([&](storage::Tables& tables) {
      for (int i = 0; i < 40; ++i) tables.records().put(scope_, {kinds::kQuestion, "q" + std::to_string(i), "", large});
    }));
    QVERIFY(core_->published.size() > 1);
    Seq at = 0;
    std::size_t records = 0;
    for (const auto& push : core_->published) {
      QCOMPARE(push.prev, at);
      at = push.to;
      QVERIFY(push.frame->size() < limits::kServerFrameBytesMax / 2);
      records += std::get<protocol::Change>(protocol::decodeServerFrame(*push.frame)->front()).records.size();
    }
    QCOMPARE(at, 40);
    QCOMPARE(records, 40U);
  }

  void aGreetingTellsWhoIsThere() {
    api::Line line;
    core_->door->greet(anna_, protocol::Hello{}, [&](api::Line given) { line = std::move(given); });
    const auto welcome = std::get<protocol::Welcome>(protocol::decodeServerFrame(*line)->front());
    QCOMPARE(welcome.userId, anna_.user);
    QCOMPARE(welcome.epoch, core_->store->meta().epoch);
    QCOMPARE(welcome.serverId, core_->store->meta().serverId);
    QCOMPARE(welcome.now, core_->clock.now());
    QVERIFY(!welcome.readOnly);
  }

 private:
  void put(const std::string& id, const std::string& body = "{}") {
    QVERIFY(core_->write([&](storage::Tables& tables) {
      tables.records().put(scope_, {kinds::kQuestion, id, "", body});
    }));
  }
  void change(FakeRandom& random, int step) {
    const auto id = "q" + std::to_string(random.below(15));
    QVERIFY(core_->write([&](storage::Tables& tables) {
      if (random.chance(25))
        tables.records().remove(scope_, kinds::kQuestion, id);
      else
        tables.records().put(scope_, {kinds::kQuestion, id, "", titled(step)});
    }));
  }

  std::unique_ptr<CoreFixture> core_;
  api::Caller anna_;
  api::Caller bram_;
  CategoryId wonen_;
  Scope scope_;
};

QTEST_APPLESS_MAIN(ReadingTest)
#include "reading_test.moc"

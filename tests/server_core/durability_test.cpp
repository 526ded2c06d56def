// Durability: what is acknowledged is on disk, and nothing else is; crashes, full disks, first openings, newer schemas.
#include <fstream>

#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

#include "tests/server_core/core_fixture.h"
#include "tests/server_core/failing_vfs.h"

using namespace vb;
using namespace vb::test;
namespace fs = std::filesystem;

namespace {

const Scope kScope = Scope::category(CategoryId::named("durability"));

void put(storage::Tables& tables, const std::string& id) {
  tables.records().put(kScope, {kinds::kQuestion, id, "", std::string(R"({"title":"een vraag die ruimte kost"})")});
}

void runSql(const fs::path& file, const char* sql) {
  sqlite3* handle = nullptr;
  QCOMPARE(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
  QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(handle);
}

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class DurabilityTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCrashBeforeTheCommitLeavesNothing_andTheRetryHasOneEffect_data() {
    QTest::addColumn<bool>("isCommitted");
    QTest::newRow("before the commit") << false;
    QTest::newRow("between commit and ack") << true;
  }
  void aCrashBeforeTheCommitLeavesNothing_andTheRetryHasOneEffect() {  // F2, F13, S3, S4
    QFETCH(bool, isCommitted);
    bool crashNext = false;
    CoreOptions options;
    options.running = storage::Running::whenPumped;
    options.faults = [&](storage::FaultPoint point) {
      const bool isHere = (point == storage::FaultPoint::afterCommit) == isCommitted;
      return crashNext && isHere ? storage::Fault::crash : storage::Fault::none;
    };
    CoreFixture core(options);
    const auto asker = core.addUser("asker");
    const auto category = core.addCategory("Wonen");
    const auto scope = Scope::category(category);
    const AskQuestion ask{QuestionId::v7(core.clock, core.random), "Hoe regelen jullie dit?", "", {category}, false};
    const protocol::Command command{CommandId::v7(core.clock, core.random), ask.kKind, toJson(ask)};

    crashNext = true;
    bool isAnswered = false;
    core.published.clear();
    core.door->execute(asker, command, [&](api::Line) { isAnswered = true; });
    core.settle();
    QVERIFY(!isAnswered);
    QVERIFY(core.published.empty());

    crashNext = false;
    core.close();
    QVERIFY(core.open());
    QCOMPARE(core.head(scope), isCommitted ? 1 : 0);
    const auto ack = core.execute(asker, command.kind, command.body, command.id);
    QCOMPARE(ack.status, protocol::AckStatus::applied);
    const auto again = core.execute(asker, command.kind, command.body, command.id);
    QCOMPARE(protocol::encode(protocol::ServerMessage(again)), protocol::encode(protocol::ServerMessage(ack)));
    QCOMPARE(core.head(scope), 1);
  }

  void anAckComesOnlyAfterTheCommit() {  // S3
    bool isOnDisk = false;
    bool wasOnDiskWhenAnswered = false;
    CoreOptions options;
    options.running = storage::Running::whenPumped;
    options.faults = [&](storage::FaultPoint point) {
      isOnDisk = point == storage::FaultPoint::afterCommit;
      return storage::Fault::none;
    };
    CoreFixture core(options);
    for (int i = 0; i < 3; ++i)
      core.store->write([](storage::Tables& tables) -> Result<void> { return put(tables, "a"), Result<void>{}; },
                        [&](Result<void>) { wasOnDiskWhenAnswered = isOnDisk; });
    core.store->pump();
    QVERIFY(wasOnDiskWhenAnswered);
    QCOMPARE(core.store->counters().commits, 1U);
  }

  void aFullDiskAtAnyWriteLosesNothingAcknowledged_data() {
    QTest::addColumn<int>("result");
    QTest::newRow("disk full") << SQLITE_FULL;
    QTest::newRow("I/O error") << SQLITE_IOERR_WRITE;
  }
  void aFullDiskAtAnyWriteLosesNothingAcknowledged() {  // F5
    QFETCH(int, result);
    FailingVfs disk;
    for (int failAt = 0;; ++failAt) {
      QVERIFY2(failAt < 500, "the disk never became full");
      QTemporaryDir folder;
      FakeClock clock;
      FakeRandom random(1);
      storage::StorageOptions options;
      options.file = fs::path(folder.path().toStdString()) / "server.db";
      options.clock = &clock;
      options.random = &random;
      options.running = storage::Running::inlineNow;
      options.vfs = FailingVfs::name();
      auto opened = storage::openSqliteStorage(options);
      QVERIFY(opened.ok());
      auto store = std::move(*opened);

      std::vector<std::string> acknowledged;
      const auto write = [&](const std::string& id) {
        ErrorCode code = ErrorCode::internal;
        store->write([id](storage::Tables& tables) -> Result<void> { return put(tables, id), Result<void>{}; },
                     [&](Result<void> done) { code = done ? ErrorCode::unknown : done.error().code; });
        if (code == ErrorCode::unknown) acknowledged.push_back(id);
        return code;
      };
      disk.failFrom(failAt, result);
      for (int i = 0; i < 5; ++i) {
        const auto code = write("q" + std::to_string(i));
        QVERIFY(code == ErrorCode::unknown || code == ErrorCode::readOnly);
        QCOMPARE(store->readOnly(), code == ErrorCode::readOnly);
      }
      const bool isFull = disk.failures() > 0;
      // Space again: it recovers by itself, after a moment.
      disk.heal();
      clock.advance(std::chrono::seconds(2));
      QCOMPARE(write("after"), ErrorCode::unknown);
      QVERIFY(!store->readOnly());

      store.reset();
      opened = storage::openSqliteStorage(options);
      QVERIFY(opened.ok());
      (*opened)->read(
          [&](const storage::Tables& tables) {
            for (const auto& id : acknowledged) QVERIFY(tables.records().find(kScope, kinds::kQuestion, id));
            QCOMPARE(tables.records().state(kScope).head, static_cast<Seq>(acknowledged.size()));
          },
          [](Result<void> done) { QVERIFY(done.ok()); });
      if (!isFull) break;
    }
  }

  void anAnswerComesAfterTheLogIsOnDisk() {  // S3: synchronous=FULL
    FailingVfs disk;
    QTemporaryDir folder;
    FakeClock clock;
    FakeRandom random(1);
    storage::StorageOptions options;
    options.file = fs::path(folder.path().toStdString()) / "server.db";
    options.clock = &clock;
    options.random = &random;
    options.running = storage::Running::whenPumped;
    options.vfs = FailingVfs::name();
    auto store = std::move(*storage::openSqliteStorage(options));
    for (int i = 0; i < 3; ++i) {
      const int before = disk.walSyncs();
      int whenAnswered = before;
      store->write([](storage::Tables& tables) -> Result<void> { return put(tables, "a"), Result<void>{}; },
                   [&](Result<void> done) { whenAnswered = done ? disk.walSyncs() : before; });
      QCOMPARE(disk.walSyncs(), before);
      store->pump();
      QCOMPARE(whenAnswered, before + 1);
    }
  }

  void aFirstOpeningCutOffAnywhereIsCompletedByTheNext() {  // F7
    FailingVfs disk;
    for (int failAt = 0;; ++failAt) {
      QVERIFY2(failAt < 500, "the first opening never came through");
      QTemporaryDir folder;
      FakeClock clock;
      FakeRandom random(1);
      storage::StorageOptions options;
      options.file = fs::path(folder.path().toStdString()) / "server.db";
      options.clock = &clock;
      options.random = &random;
      options.running = storage::Running::inlineNow;
      options.vfs = FailingVfs::name();
      disk.failFrom(failAt);
      const bool isThrough = storage::openSqliteStorage(options).ok();
      disk.heal();
      const auto opened = storage::openSqliteStorage(options);
      QVERIFY2(opened.ok(), opened ? "" : opened.error().detail.c_str());
      QVERIFY(!(*opened)->meta().serverId.empty());
      if (isThrough) break;
    }
  }

  void aDatabaseWithoutANameGetsOne() {  // F7
    CoreFixture core;
    core.close();
    runSql(core.file(), "DELETE FROM meta");
    fs::remove(core.file().string() + ".highwater");
    QVERIFY(core.open().ok());
    QVERIFY(!core.store->meta().serverId.empty() && !core.store->meta().epoch.empty());
  }

  void aJobThatThrowsLeavesOneLine() {
    CoreFixture core;
    core.problems.clear();
    core.store->write([](storage::Tables&) -> Result<void> { throw std::logic_error("a defect"); }, {});
    QCOMPARE(core.problems, (std::vector<std::string>{"job_failed internal a defect"}));
    core.problems.clear();
    core.store->read([](const storage::Tables&) { throw std::logic_error("another"); }, {});
    QCOMPARE(core.problems, (std::vector<std::string>{"job_failed internal another"}));
    core.problems.clear();
    core.store->write([](storage::Tables&) -> Result<void> { return fail(ErrorCode::notFound); }, {});
    QVERIFY(core.problems.empty());
  }

  void aDiskThatStaysFullLeavesOneLine() {  // F5
    bool isFull = false;
    CoreOptions options;
    options.faults = [&](storage::FaultPoint) { return isFull ? storage::Fault::diskFull : storage::Fault::none; };
    CoreFixture core(options);
    core.problems.clear();
    isFull = true;
    for (int i = 0; i < 3; ++i) {
      QVERIFY(!core.write([](storage::Tables& tables) { put(tables, "a"); }));
      core.clock.advance(std::chrono::seconds(2));
    }
    QCOMPARE(core.problems, (std::vector<std::string>{"write_failed disk_full no space left"}));
    isFull = false;
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "a"); }));
    isFull = true;
    QVERIFY(!core.write([](storage::Tables& tables) { put(tables, "b"); }));
    QCOMPARE(core.problems.size(), std::size_t(2));
  }

  void aReadOnlyServerSaysSoAndRecovers() {  // F5
    bool isFull = false;
    CoreOptions options;
    options.faults = [&](storage::FaultPoint) { return isFull ? storage::Fault::diskFull : storage::Fault::none; };
    CoreFixture core(options);
    const auto asker = core.addUser("asker");
    const auto category = core.addCategory("Wonen");
    const AskQuestion ask{QuestionId::v7(core.clock, core.random), "Hoe regelen jullie dit?", "", {category}, false};
    const auto id = CommandId::v7(core.clock, core.random);
    isFull = true;
    const auto refused = core.execute(asker, ask, id);
    QCOMPARE(refused.code, std::string("read_only"));
    QVERIFY(refused.retryAfterMs.has_value());
    QVERIFY(std::get<protocol::Page>(core.pull(asker, {"directory", "", 0, 0, 0, 0})).head > 0);  // reading goes on
    isFull = false;
    core.clock.advance(std::chrono::seconds(5));
    QCOMPARE(core.execute(asker, ask, id).status, protocol::AckStatus::applied);
  }

  void aDiskThatFailsWithinAJobEndsItsWholeGroup() {  // F5
    CoreOptions options;
    options.running = storage::Running::whenPumped;
    CoreFixture core(options);
    std::vector<ErrorCode> codes;
    const auto answered = [&](Result<void> done) { codes.push_back(done ? ErrorCode::unknown : done.error().code); };
    core.store->write([](storage::Tables& tables) -> Result<void> { return put(tables, "a"), Result<void>{}; },
                      answered);
    core.store->write(
        [](storage::Tables&) -> Result<void> { throw storage::StorageFailure(ErrorCode::diskFull, "no space left"); },
        answered);
    core.settle();
    QCOMPARE(codes, (std::vector<ErrorCode>{ErrorCode::readOnly, ErrorCode::readOnly}));
    QVERIFY(core.store->readOnly());
    QCOMPARE(core.head(kScope), 0);
    // A defect of one job is that job's alone.
    core.clock.advance(std::chrono::seconds(5));
    codes.clear();
    core.store->write([](storage::Tables& tables) -> Result<void> { return put(tables, "a"), Result<void>{}; },
                      answered);
    core.store->write([](storage::Tables&) -> Result<void> { throw std::logic_error("a defect"); }, answered);
    core.settle();
    QCOMPARE(codes, (std::vector<ErrorCode>{ErrorCode::unknown, ErrorCode::internal}));
    QCOMPARE(core.head(kScope), 1);
  }

  void aThreadedServerRecoversWithoutBeingAsked() {  // F5
    std::atomic<bool> isFull{false};
    CoreOptions options;
    options.running = storage::Running::threads;
    QTemporaryDir folder;
    auto clock = createSystemClock();
    FakeRandom random(1);
    storage::StorageOptions opening;
    opening.file = fs::path(folder.path().toStdString()) / "server.db";
    opening.clock = clock.get();
    opening.random = &random;
    opening.faults = [&](storage::FaultPoint) { return isFull ? storage::Fault::diskFull : storage::Fault::none; };
    auto store = std::move(*storage::openSqliteStorage(opening));
    isFull = true;
    std::atomic<bool> isRefused{false};
    store->write([](storage::Tables&) -> Result<void> { return {}; },
                 [&](Result<void> done) { isRefused = !done.ok(); });
    QTRY_VERIFY(isRefused);
    QVERIFY(store->readOnly());
    isFull = false;
    QTRY_VERIFY(!store->readOnly());
  }

  void aNewerSchemaIsRefusedUntouched() {  // F8
    CoreFixture core;
    const auto file = core.file();
    core.close();
    runSql(file, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 9999");
    const auto before = bytesOf(file);
    const auto opened = core.open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::newerSchema);
    QVERIFY(bytesOf(file) == before);
  }

  void aSecondProcessIsKeptOut() {
    CoreFixture core;
    storage::StorageOptions options;
    options.file = core.file();
    options.clock = &core.clock;
    options.random = &core.random;
    options.running = storage::Running::inlineNow;
    const auto second = storage::openSqliteStorage(options);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::unavailable);
    QCOMPARE(storage::restoreDatabase({core.file(), core.file(), {}, {}}, core.random).error().code,
             ErrorCode::unavailable);
  }
};

QTEST_APPLESS_MAIN(DurabilityTest)
#include "durability_test.moc"

// Backups, restores and the high-water mark: an older database is noticed, and nothing is lost on the way.
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

const Scope kScope = Scope::category(CategoryId::named("restoring"));

void put(storage::Tables& tables, const std::string& id) {
  tables.records().put(kScope, {kinds::kQuestion, id, "", std::string(R"({"title":"een vraag die ruimte kost"})")});
}

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class RestoringTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aDatabasePutBackIsNoticed() {  // F25, F26, S5
    CoreFixture core;
    const auto user = core.addUser("anna");
    core.addCategory("Wonen");
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(backup(core, copy).ok());
    core.addCategory("Jeugd");
    const auto cursor = std::get<protocol::Page>(core.pull(user, {"directory", "", 0, 0, 0, 0}));
    core.close();
    putBack(copy, core.file());

    QCOMPARE(core.open().error().code, ErrorCode::restoredDatabase);
    QCOMPARE(core.open().error().code, ErrorCode::restoredDatabase);
    QVERIFY(core.open(true).ok());
    QVERIFY(core.store->meta().epoch != cursor.epoch);
    QCOMPARE(core.store->meta().backedUpCommit, 0);
    QCOMPARE(core.head(Scope::directory()), cursor.head - 1);
    const auto newEpoch = core.store->meta().epoch;
    core.close();
    // Accepted once; from here on it is an ordinary database again.
    QVERIFY(core.open().ok());
    QCOMPARE(core.store->meta().epoch, newEpoch);

    // The head passes the cursor of a client that saw what is lost: noticed all the same.
    for (const char* name : {"Ouderen", "Taal", "GGZ"}) core.addCategory(name);
    QVERIFY(core.head(Scope::directory()) > cursor.to);
    const auto answer = core.pull(user, {"directory", cursor.epoch, cursor.grant, cursor.to, 0, 0});
    QCOMPARE(std::get<protocol::Resync>(answer).reason, std::string("epoch"));
  }

  void aMissingDatabaseIsNoticed() {  // S5
    CoreFixture core;
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "a"); }));
    core.close();
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(core.file().string() + suffix);
    QCOMPARE(core.open().error().code, ErrorCode::restoredDatabase);
    QVERIFY(core.open(true).ok());
  }

  void restoringBeginsANewEpoch() {  // F25
    CoreFixture core;
    const auto user = core.addUser("anna");
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "kept"); }));
    const auto copy = core.file().parent_path() / "copy.db";
    const auto held = backup(core, copy);
    QVERIFY(held.ok());
    QCOMPARE(*held, core.store->meta().backedUpCommit);
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "lost"); }));
    const auto before = core.store->meta();
    core.close();

    QVERIFY(restore(copy, core).ok());
    QVERIFY(core.open().ok());
    QVERIFY(core.store->meta().epoch != before.epoch);
    QCOMPARE(core.store->meta().serverId, before.serverId);
    QCOMPARE(core.head(kScope), 1);
    const auto answer = core.pull(user, {kScope.text(), before.epoch, 0, 2, 0, 0});
    QVERIFY(as<protocol::Failed>(answer) != nullptr);  // that scope has no category record
    const auto own = core.pull(user, {Scope::user(user.user).text(), before.epoch, 0, 1, 0, 0});
    QCOMPARE(std::get<protocol::Resync>(own).reason, std::string("epoch"));
  }

  void aRestoreThatIsKilledLosesNothing() {  // F25
    CoreFixture core;
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(backup(core, copy).ok());
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "acknowledged"); }));
    const auto file = asKilled(core);
    core.close();
    struct Killed {};
    QVERIFY_EXCEPTION_THROWN((void)storage::restoreDatabase({copy, file, {}, [] { throw Killed(); }}, core.random),
                             Killed);

    for (const auto& old : {file, fs::path(file.string() + ".before-restore")}) {
      storage::StorageOptions options;
      options.file = old;
      options.highWater = file.string() + ".highwater";
      options.clock = &core.clock;
      options.random = &core.random;
      options.running = storage::Running::inlineNow;
      QVERIFY2(holds(options, "acknowledged"), old.c_str());
    }
    QVERIFY(storage::restoreDatabase({copy, file, {}, {}}, core.random).ok());
    for (const char* suffix : {".before-restore", ".before-restore-wal", "-wal", ".restoring"})
      QVERIFY2(!fs::exists(file.string() + suffix), suffix);
  }

  void whatIsInTheLogOfTheSourceIsRestored() {
    CoreFixture core;
    core.close();
    QVERIFY(core.open().ok());  // the file is whole, and what comes now is in the log
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "acknowledged"); }));
    const auto file = asKilled(core);
    core.close();
    for (const char* suffix : {"", "-wal", "-shm", ".highwater"}) fs::remove(core.file().string() + suffix);
    QVERIFY(restore(file, core).ok());
    QVERIFY(core.open().ok());
    QVERIFY(core.record(kScope, kinds::kQuestion, "acknowledged"));
    QVERIFY(fs::exists(file.string() + "-wal"));  // the source stays as it was
  }

  void theFilesOfARestoreAreNoSource() {  // it would replace them while it reads
    CoreFixture core;
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "acknowledged"); }));
    const auto file = asKilled(core);
    core.close();
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(storage::backupDatabase(file, copy).ok());
    for (const char* suffix : {".before-restore", ".restoring"}) fs::copy_file(file, file.string() + suffix);
    fs::copy_file(file.string() + "-wal", file.string() + ".before-restore-wal");
    const auto log = bytesOf(file.string() + "-wal");
    for (const char* suffix : {"", ".before-restore", ".restoring"}) {
      const auto restored = storage::restoreDatabase({file.string() + suffix, file, {}, {}}, core.random);
      QCOMPARE(codeOf(restored), ErrorCode::badField);
      for (const char* kept : {"-wal", ".before-restore-wal"}) QVERIFY2(bytesOf(file.string() + kept) == log, suffix);
    }
  }

  void aDatabaseThatCannotBeReadIsReplaced() {
    CoreFixture core;
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(backup(core, copy).ok());
    core.close();
    std::ofstream(core.file(), std::ios::trunc) << "no database at all";
    QVERIFY(restore(copy, core).ok());
    QVERIFY(core.open().ok());
  }

  void aLogThatCannotBeBroughtInStaysUntilTheSwap() {  // F5: the disk is full from any moment on
    for (int failAt = 0;; ++failAt) {
      QVERIFY2(failAt < 500, "the restore never came through");
      CoreFixture core;
      const auto copy = core.file().parent_path() / "copy.db";
      QVERIFY(backup(core, copy).ok());
      QVERIFY(core.write([](storage::Tables& tables) { put(tables, "acknowledged"); }));
      const auto file = asKilled(core);
      core.close();
      FailingVfs disk;
      sqlite3_vfs_register(sqlite3_vfs_find(FailingVfs::name().c_str()), 1);
      disk.failFrom(failAt);
      struct Killed {};
      try {
        QVERIFY(!storage::restoreDatabase({copy, file, {}, [] { throw Killed(); }}, core.random).ok());
      } catch (const Killed&) {
      }
      const bool wasFull = disk.failures() > 0;
      disk.heal();
      storage::StorageOptions options;
      options.file = file;
      options.clock = &core.clock;
      options.random = &core.random;
      options.running = storage::Running::inlineNow;
      QVERIFY2(holds(options, "acknowledged"), qPrintable(QString::number(failAt)));
      if (!wasFull) break;
    }
  }

  void aRestoreWaitsForNobodyWhoReads() {  // the log cannot be brought in, and the reader would lose its file
    CoreFixture core;
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(backup(core, copy).ok());
    const auto file = asKilled(core);
    core.close();
    sqlite3* reader = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &reader), SQLITE_OK);
    QCOMPARE(sqlite3_exec(reader, "BEGIN; SELECT * FROM meta", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto restored = storage::restoreDatabase({copy, file, {}, {}}, core.random);
    QCOMPARE(codeOf(restored), ErrorCode::unavailable);
    QVERIFY(fs::file_size(file.string() + "-wal") > 0);
    QCOMPARE(sqlite3_exec(reader, "COMMIT; SELECT * FROM meta", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_close(reader), SQLITE_OK);
    QVERIFY(storage::restoreDatabase({copy, file, {}, {}}, core.random).ok());
  }

  void theMarkMayStandElsewhere() {  // S5: a snapshot of the whole folder put back is noticed too
    CoreFixture core;
    QTemporaryDir elsewhere;
    const auto mark = fs::path(elsewhere.path().toStdString()) / "mark";
    core.close();
    core.highWater = mark;
    QVERIFY(core.open().ok());
    core.close();
    const auto folder = core.file().parent_path();
    const auto snapshot = fs::path(elsewhere.path().toStdString()) / "snapshot";
    fs::copy(folder, snapshot, fs::copy_options::recursive);
    QVERIFY(core.open().ok());
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "a"); }));
    core.close();
    fs::copy(snapshot, folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    QCOMPARE(core.open().error().code, ErrorCode::restoredDatabase);
    QVERIFY(core.open(true).ok());
    core.close();

    const auto good = bytesOf(mark);
    for (const auto& bad : {std::string("x"), good.substr(0, 20), std::string(good.size(), 'x')}) {
      std::ofstream(mark, std::ios::trunc) << bad;
      QCOMPARE(core.open().error().code, ErrorCode::restoredDatabase);
      QVERIFY(bytesOf(mark) == bad);
    }
    std::ofstream(mark, std::ios::trunc) << good;
    QVERIFY(core.open().ok());
    // The lock stays with the database: another mark opens no second door.
    storage::StorageOptions options;
    options.file = core.file();
    options.clock = &core.clock;
    options.random = &core.random;
    options.running = storage::Running::inlineNow;
    QCOMPARE(storage::openSqliteStorage(options).error().code, ErrorCode::unavailable);
  }

  void aMarkElsewhereMustBeThere() {  // S5: a disk that is not mounted looks like a mark that was never written
    QTemporaryDir elsewhere;
    const auto mark = fs::path(elsewhere.path().toStdString()) / "mark";
    CoreFixture core;
    core.close();
    core.highWater = mark;
    QVERIFY(core.open().ok());
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "a"); }));
    core.close();
    fs::remove(mark);
    QCOMPARE(codeOf(core.open()), ErrorCode::restoredDatabase);
    QVERIFY(!fs::exists(mark));
    std::ofstream(mark, std::ios::trunc).flush();
    QCOMPARE(codeOf(core.open()), ErrorCode::restoredDatabase);
    QVERIFY(core.open(true).ok());
    core.close();
    QVERIFY(core.open().ok());
    core.close();
    core.highWater = fs::path(elsewhere.path().toStdString()) / "missing" / "mark";
    QCOMPARE(codeOf(core.open()), ErrorCode::restoredDatabase);
    QCOMPARE(codeOf(core.open(true)), ErrorCode::badField);
  }

  void theMarkBesideTheDatabaseMovesOnce() {  // S5
    QTemporaryDir elsewhere;
    const auto mark = fs::path(elsewhere.path().toStdString()) / "mark";
    CoreFixture core;
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "a"); }));
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(backup(core, copy).ok());
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "b"); }));
    core.close();
    const auto newest = core.file().parent_path() / "newest.db";
    fs::copy_file(core.file(), newest);
    putBack(copy, core.file());
    core.highWater = mark;
    QCOMPARE(codeOf(core.open()), ErrorCode::restoredDatabase);
    putBack(newest, core.file());
    QVERIFY(core.open().ok());
    core.close();
    QVERIFY(!fs::exists(core.file().string() + ".highwater"));
    fs::remove(mark);
    QCOMPARE(codeOf(core.open()), ErrorCode::restoredDatabase);
  }

  void aDamagedBackupIsRefused() {
    CoreFixture core;
    for (int i = 0; i < 200; ++i)
      QVERIFY(core.write([&](storage::Tables& tables) { put(tables, "q" + std::to_string(i)); }));
    const auto copy = core.file().parent_path() / "copy.db";
    QVERIFY(backup(core, copy).ok());
    {
      std::fstream damaged(copy, std::ios::in | std::ios::out | std::ios::binary);
      // One page in the middle: only a whole check finds it.
      damaged.seekp(static_cast<std::streamoff>(fs::file_size(copy) / 4096 / 2 * 4096));
      damaged << std::string(4096, 'x');
    }
    const auto epoch = core.store->meta().epoch;
    core.close();
    QVERIFY(!restore(copy, core).ok());
    QVERIFY(core.open().ok());
    QCOMPARE(core.store->meta().epoch, epoch);
  }

  void anotherProcessMayBackUpWhileThisOneWrites() {
    CoreFixture core;
    QVERIFY(core.write([](storage::Tables& tables) { put(tables, "a"); }));
    const auto copy = core.file().parent_path() / "copy.db";
    const auto held = storage::backupDatabase(core.file(), copy);
    QVERIFY2(held.ok(), held ? "" : held.error().detail.c_str());
    QCOMPARE(core.store->meta().backedUpCommit, 0);
    core.store->noteBackup();
    QCOMPARE(core.store->meta().backedUpCommit, *held);
    QVERIFY(!storage::backupDatabase(core.file(), copy).ok());  // never over an older backup
    core.close();
    const auto cold = core.file().parent_path() / "cold.db";
    QVERIFY(storage::backupDatabase(core.file(), cold).ok());
    QVERIFY(core.open().ok());
    QCOMPARE(core.store->counters().writeJobs, 0U);  // opening writes nothing: nobody listens to commits yet
    core.store->noteBackup();
    QVERIFY(core.store->meta().backedUpCommit > *held);
  }

 private:
  static ErrorCode codeOf(const Result<void>& done) { return done.ok() ? ErrorCode::unknown : done.error().code; }
  static bool holds(const storage::StorageOptions& options, const std::string& id) {
    const auto opened = storage::openSqliteStorage(options);
    if (!opened) {
      qWarning("%s", opened.error().detail.c_str());
      return false;
    }
    bool isThere = false;
    (*opened)->read(
        [&](const storage::Tables& tables) {
          isThere = tables.records().find(kScope, kinds::kQuestion, id).has_value();
        },
        {});
    return isThere;
  }
  static Result<void> restore(const fs::path& backup, CoreFixture& core, std::function<void()> beforeSwap = {}) {
    return storage::restoreDatabase({backup, core.file(), {}, std::move(beforeSwap)}, core.random);
  }
  static Result<std::int64_t> backup(CoreFixture& core, const fs::path& target) {
    Result<std::int64_t> result = fail(ErrorCode::internal);
    core.store->backup(target, [&](Result<std::int64_t> held) { result = std::move(held); });
    core.settle();
    return result;
  }
  // A copy of the files as a server leaves them that is killed now: the newest commits are in the log only.
  static fs::path asKilled(CoreFixture& core) {
    const auto folder = core.file().parent_path() / "killed";
    fs::create_directory(folder);
    for (const char* suffix : {"", "-wal", ".highwater"})
      fs::copy_file(core.file().string() + suffix, (folder / "server.db").string() + suffix);
    return folder / "server.db";
  }
  // As an operator would, with `cp`.
  static void putBack(const fs::path& copy, const fs::path& file) {
    fs::remove(file.string() + "-wal");
    fs::remove(file.string() + "-shm");
    fs::copy_file(copy, file, fs::copy_options::overwrite_existing);
  }
};

QTEST_APPLESS_MAIN(RestoringTest)
#include "restoring_test.moc"

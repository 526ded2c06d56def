#include "server/storage/sqlite/backup.h"

#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

#include "server/storage/sqlite/high_water.h"
#include "server/storage/sqlite/schema.h"
#include "server/storage/sqlite/sqlite_storage.h"
#include "server/storage/tuning.h"

namespace vb::server::storage {
namespace {

namespace fs = std::filesystem;

fs::path with(const fs::path& file, const char* suffix) {
  auto path = file;
  path += suffix;
  return path;
}

int isCancelled(void* cancel) { return static_cast<const std::atomic<bool>*>(cancel)->load() ? 1 : 0; }

// Everything a copy must be before it may be called a backup.
Result<BackupMark> checkCopy(const fs::path& copy) {
  Database database(copy.string(), OpenMode::readOnly);
  if (auto known = checkSchema(database); !known) return known.error();
  if (const auto found = database.text("PRAGMA integrity_check"); found != "ok")
    return fail(ErrorCode::ioFailed, "integrity check: " + found.substr(0, 200));
  BackupMark mark{database.text("SELECT epoch FROM meta"), database.number("SELECT commit_no FROM meta")};
  if (mark.epoch.empty()) return fail(ErrorCode::ioFailed, "not a database of this server");
  return mark;
}

// Everything that `file` and its log hold at one moment, checked, in a new file that nobody else reads. Interrupted
// when `cancel` becomes true.
Result<BackupMark> copyWhole(const fs::path& file, const fs::path& partial, const std::atomic<bool>& cancel) {
  std::error_code failure;
  fs::remove(partial, failure);
  const int created = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);  // holds password hashes
  if (created < 0) return fail(ErrorCode::ioFailed, "cannot create the copy");
  ::close(created);
  {
    Database source(file.string(), OpenMode::readOnly);
    sqlite3_busy_timeout(source.handle(), kReaderBusyMs);
    sqlite3_progress_handler(source.handle(), 10'000, isCancelled, const_cast<std::atomic<bool>*>(&cancel));
    // Into an empty file: VACUUM INTO gives a whole, defragmented copy of one moment while writing goes on.
    Statement vacuum(source, "VACUUM INTO ?1");
    vacuum.exec(std::string_view(partial.native()));
  }
  return checkCopy(partial);
}

Result<void> moveInPlace(const fs::path& from, const fs::path& to) {
  if (auto synced = syncToDisk(from); !synced) return synced;
  std::error_code failure;
  fs::rename(from, to, failure);
  if (failure) return fail(ErrorCode::ioFailed, "rename: " + failure.message());
  return syncToDisk(to.has_parent_path() ? to.parent_path() : fs::path("."));
}

// Brings what is in the log of the old database into its file; one that cannot be read keeps its log. unavailable while
// another process reads it: part of the log would stay, and the reader would lose its file.
Result<void> bringLogIn(const fs::path& file) {
  try {
    Database database(file.string(), OpenMode::readWrite);
    if (database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0) return {};  // the column `busy`
  } catch (const StorageFailure& failed) {
    if (failed.code() != ErrorCode::unavailable) return {};
  }
  return fail(ErrorCode::unavailable, "another process reads this database");
}

// A second name for the old database: a link, no copy. A log that could not be brought in gets one too, under which
// SQLite finds the two together; both keep their own names.
Result<void> keepOld(const fs::path& file, const fs::path& old) {
  std::error_code failure;
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(with(old, suffix), failure);
  if (fs::exists(file, failure))
    if (auto brought = bringLogIn(file); !brought) return brought;
  for (const char* suffix : {"", "-wal"}) {
    const auto name = with(file, suffix);
    if (!fs::exists(name, failure)) continue;
    fs::create_hard_link(name, with(old, suffix), failure);
    if (failure) fs::copy_file(name, with(old, suffix), failure);
    if (failure) return fail(ErrorCode::ioFailed, "keeping the old database: " + failure.message());
  }
  return {};
}

// The log of the old database must not meet the new file; it goes as late as can be.
Result<void> swapIn(const fs::path& partial, const fs::path& file) {
  if (auto synced = syncToDisk(partial); !synced) return synced;
  std::error_code failure;
  for (const char* suffix : {"-wal", "-shm"}) fs::remove(with(file, suffix), failure);
  return moveInPlace(partial, file);
}

}  // namespace

Result<void> syncToDisk(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) return fail(ErrorCode::ioFailed, "fsync " + path.filename().string());
  return {};
}

Result<BackupMark> copyDatabase(const fs::path& file, const fs::path& target, const std::atomic<bool>& cancel) {
  std::error_code failure;
  if (!fs::exists(file, failure)) return fail(ErrorCode::notFound, "no database there");
  if (fs::exists(target, failure)) return fail(ErrorCode::ioFailed, "there is a file of this name already");
  const auto partial = with(target, ".partial");
  try {
    auto mark = copyWhole(file, partial, cancel);
    if (mark)
      if (auto moved = moveInPlace(partial, target); !moved) mark = moved.error();
    if (!mark) fs::remove(partial, failure);
    return mark;
  } catch (const StorageFailure& failed) {
    fs::remove(partial, failure);
    return fail(failed.code(), failed.what());
  }
}

std::optional<BackupMark> readBackupMark(const fs::path& file) {
  std::ifstream in(with(file, ".backedup"));
  BackupMark mark;
  if (!(in >> mark.epoch >> mark.commit)) return std::nullopt;
  return mark;
}

Result<void> writeBackupMark(const fs::path& file, const BackupMark& mark) {
  const auto partial = with(file, ".backedup.partial");
  {
    std::ofstream out(partial, std::ios::trunc);
    out << mark.epoch << ' ' << mark.commit << '\n';
    if (!out.flush()) return fail(ErrorCode::ioFailed, "cannot note the backup");
  }
  return moveInPlace(partial, with(file, ".backedup"));
}

Result<std::int64_t> backupDatabase(const fs::path& file, const fs::path& target,
                                    const std::function<Result<void>()>& beforeNoted) {
  const std::atomic<bool> never{false};
  auto copied = copyDatabase(file, target, never);
  if (!copied) return copied.error();
  if (beforeNoted)
    if (auto safe = beforeNoted(); !safe) {
      std::error_code ignored;
      fs::remove(target, ignored);
      return safe.error();
    }
  if (auto noted = writeBackupMark(file, *copied); !noted) return noted.error();
  return copied->commit;
}

Result<std::vector<std::string>> contentsIn(const fs::path& file) {
  try {
    std::vector<std::string> hashes;
    Database database(file.string(), OpenMode::readOnly);
    if (database.number("SELECT count(*) FROM sqlite_master WHERE name = 'version_content'") == 0) return hashes;
    Statement all(database, "SELECT DISTINCT sha256 FROM version_content ORDER BY sha256");
    for (auto rows = all.run(); rows.next();) hashes.emplace_back(rows.text(0));
    return hashes;
  } catch (const StorageFailure& failed) {
    return fail(failed.code(), failed.what());
  }
}

Result<void> restoreDatabase(const RestoreOptions& options, RandomSource& random) {
  const auto& file = options.file;
  try {
    auto lock = HighWaterMark::open(file, options.highWater);
    if (!lock) return lock.error();
    if (auto created = lock->create(); !created) return created;
    const auto partial = with(file, ".restoring");
    const auto old = with(file, ".before-restore");
    for (const auto& own : {file, old, partial})
      if (std::error_code none; fs::equivalent(options.backup, own, none))
        return fail(ErrorCode::badField, "a restore replaces " + own.filename().string() +
                                             "; copy it, with its -wal, to another name and restore from that");
    // Copying rebuilds the indexes, and so would hide what they tell of a damaged source.
    if (auto checked = checkCopy(options.backup); !checked) return checked.error();
    const std::atomic<bool> never{false};
    auto copied = copyWhole(options.backup, partial, never);
    if (!copied) return copied.error();
    std::error_code failure;
    BackupMark mark;
    {
      // A new epoch before it has the name of the real one: a crash in between leaves the old database.
      Database copy(partial.string(), OpenMode::readWrite);
      copy.run("PRAGMA journal_mode = DELETE");
      mark.epoch = Uuid::v7(*createSystemClock(), random).text();
      Statement begin(copy, "UPDATE meta SET epoch = ?1, commit_no = commit_no + 1, backed_up_commit = 0");
      begin.exec(std::string_view(mark.epoch));
      mark.commit = copy.number("SELECT commit_no FROM meta");
    }
    if (auto kept = keepOld(file, old); !kept) return kept;
    if (options.beforeSwap) options.beforeSwap();
    if (auto swapped = swapIn(partial, file); !swapped) return swapped;
    if (!lock->write({mark.epoch, mark.commit}, true)) return fail(ErrorCode::ioFailed, "high-water mark");
    lock->removeOther(file);
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(with(old, suffix), failure);
    return {};
  } catch (const StorageFailure& failed) {
    return fail(failed.code(), failed.what());
  }
}

}  // namespace vb::server::storage

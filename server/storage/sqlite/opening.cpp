#include "server/storage/sqlite/opening.h"

#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "server/storage/sqlite/schema.h"
#include "server/storage/tuning.h"
#include "shared/base/planted_bugs.h"

namespace vb::server::storage {
namespace {

namespace fs = std::filesystem;

Result<void> createPrivately(const fs::path& file) {
  std::error_code failure;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failure);
  if (failure) return fail(ErrorCode::ioFailed, "folder: " + failure.message());
  const int created = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);  // password hashes: nobody else reads
  if (created < 0) return fail(ErrorCode::ioFailed, "cannot create the database");
  ::close(created);
  return {};
}

// New, or its first opening was cut off before it got a name.
bool isWithoutMeta(Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") == 0 ||
         database.number("SELECT count(*) FROM meta") == 0;
}

void beginEpoch(Database& database, const StorageOptions& options, bool isNew) {
  const auto epoch = Uuid::v7(*options.clock, *options.random).text();
  if (isNew) {
    const auto server = Uuid::v7(*options.clock, *options.random).text();
    Statement insert(database, "INSERT INTO meta (server_id, epoch) VALUES (?1, ?2)");
    insert.exec(std::string_view(server), std::string_view(epoch));
  } else {
    Statement update(database, "UPDATE meta SET epoch = ?1, commit_no = commit_no + 1, backed_up_commit = 0");
    update.exec(std::string_view(epoch));
  }
}

void setUpWriter(Database& database, bool sync) {
  database.run("PRAGMA journal_mode = WAL");
  database.run(sync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
  database.run("PRAGMA wal_autocheckpoint = 0");  // the writer checkpoints when nobody waits for an answer
  database.run("PRAGMA secure_delete = ON");      // what is erased is overwritten, not only forgotten
  database.run("PRAGMA temp_store = MEMORY");     // what a savepoint may undo
  database.run(("PRAGMA cache_size = -" + std::to_string(kWriterCacheKiB)).c_str());
}

std::unique_ptr<Database> openReader(const StorageOptions& options) {
  auto database = std::make_unique<Database>(options.file.string(), OpenMode::readOnly, options.vfs);
  sqlite3_busy_timeout(database->handle(), kReaderBusyMs);
  database->run(("PRAGMA cache_size = -" + std::to_string(kReaderCacheKiB)).c_str());
  return database;
}

using Mark = HighWaterMark::Mark;

Mark markOf(Database& database) {
  return {database.text("SELECT epoch FROM meta"), database.number("SELECT commit_no FROM meta")};
}

bool isCoveredBy(const Mark& database, const Mark& high) {
  return planted(PlantedBug::noHighWaterCheck) || (database.epoch == high.epoch && database.commit >= high.commit);
}

// ok: the database is not older than what was acknowledged, as far as the mark knows. restoredDatabase otherwise.
Result<void> checkAgainst(const HighWaterMark& mark, Database& database, const StorageOptions& options) {
  const Mark found = isWithoutMeta(database) ? Mark{} : markOf(database);
  auto high = mark.read();
  if (!high) return high.error();
  if (!*high && !options.highWater.empty() && found.commit > 0) {
    // Named since the last time: the one beside the database moves there. Otherwise its disk may not be mounted.
    *high = HighWaterMark::readBeside(options.file);
    if (!*high)
      return fail(ErrorCode::restoredDatabase,
                  "no high-water mark at " + options.highWater.string() + "; is its disk mounted?");
  }
  if (*high && !isCoveredBy(found, **high))
    return fail(ErrorCode::restoredDatabase, "older than what was acknowledged (epoch " + (*high)->epoch + ", commit " +
                                                 std::to_string((*high)->commit) + ")");
  return {};
}

}  // namespace

Result<Opened> openDatabase(const StorageOptions& options) {
  if (auto created = createPrivately(options.file); !created) return created.error();
  auto mark = HighWaterMark::open(options.file, options.highWater);
  if (!mark) return mark.error();
  auto database = std::make_unique<Database>(options.file.string(), OpenMode::readWrite, options.vfs);
  if (auto known = checkSchema(*database); !known) return known.error();

  const bool isNew = isWithoutMeta(*database);
  const auto checked = checkAgainst(*mark, *database, options);
  if (!checked && !options.acceptRestore) return checked.error();
  if (auto created = mark->create(); !created) return created.error();
  setUpWriter(*database, options.syncToDisk);
  migrate(*database);
  if (isNew || !checked) beginEpoch(*database, options, isNew);
  if (!mark->write(markOf(*database), true)) return fail(ErrorCode::ioFailed, "high-water mark");
  // One that stays behind would pass for the newest when the other cannot be found.
  mark->removeOther(options.file);
  return Opened{std::move(database), openReader(options), std::move(*mark)};
}

}  // namespace vb::server::storage

#include <QDir>
#include <QFile>

#include "client/core/store/salvage.h"
#include "client/core/store/schema.h"
#include "client/core/store/sqlite_cache.h"
#include "client/core/store/tuning.h"

namespace vb::client::store {
namespace {

bool isSound(const QString& file) {
  if (!QFile::exists(file)) return true;
  try {
    Connection connection(file, Connection::Mode::readWrite);
    Statement check(connection, "PRAGMA quick_check(1)");
    auto rows = check.query();
    return rows.next() && rows.bytes(0) == "ok";
  } catch (const StoreFailure& failure) {
    // A full disk or a lock is no damage.
    return failure.error.detail != kCorrupt;
  }
}

bool checksOut(Connection& connection) {
  Statement check(connection, "PRAGMA own.quick_check(1)");
  auto rows = check.query();
  return rows.next() && rows.bytes(0) == "ok";
}

// Into a fresh own.db, attached under the name that the tables expect.
void put(const Salvaged& saved, Connection& connection) {
  Changes unseen;
  const Write plain = [](const std::function<Result<void>()>& work) { return work(); };
  FactTable facts(connection);
  SqliteDraftTable drafts(connection, unseen, plain);
  SqliteOutboxTable outbox(connection, unseen, plain);
  SqliteUploadTable uploads(connection, unseen, plain);
  SqliteKeepingTable keeping(connection, unseen, plain);
  for (const auto& [name, value] : saved.facts) facts.set(name, value);
  for (const auto& draft : saved.drafts) (void)drafts.save(draft);
  for (const auto& entry : saved.entries) (void)outbox.add(entry);
  (void)uploads.save(saved.uploads);
  for (const auto document : saved.pins) (void)keeping.setPinned(document, true);
  for (const auto& [channel, rule] : saved.rules) (void)keeping.setRule(channel, rule);
}

}  // namespace

SqliteCache::Parts::Parts(const ProfileFolder& folder, const CacheOptions& options, ChangeFeed& feed, Write write)
    : connection(folder.cacheFile(), Connection::Mode::readWrite),
      applier(connection, feed.pending()),
      facts(connection),
      drafts(connection, feed.pending(), write),
      outbox(connection, feed.pending(), write),
      contents(connection, feed.pending(), write),
      texts(connection, feed.pending(), write),
      uploads(connection, feed.pending(), write),
      keeping(connection, feed.pending(), write),
      begin(connection, "BEGIN IMMEDIATE"),
      commit(connection, "COMMIT"),
      rollBack(connection, "ROLLBACK"),
      setMeta(connection, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"),
      getMeta(connection, "SELECT value FROM meta WHERE name = ?"),
      clearMeta(connection, "DELETE FROM meta WHERE name = ?"),
      saveReach(connection, "INSERT OR REPLACE INTO reach (categories, answer, at) VALUES (?, ?, ?)"),
      questionHome(connection, "SELECT substr(categories, 1, 16) FROM question WHERE id = ?"),
      dueCases(connection, "SELECT id, channel FROM topic WHERE erase_at > 0 AND erase_at <= ?"),
      postsOfCase(connection, "SELECT id FROM post WHERE topic = ?"),
      earlierOf(connection, "SELECT rid FROM earlier WHERE of_id = ?"),
      attachedTo(connection,
                 "SELECT rid FROM document WHERE topic = ?1 UNION ALL"
                 " SELECT v.rid FROM version v JOIN document d ON d.id = v.document WHERE d.topic = ?1"),
      nextExpiry(connection, "SELECT coalesce(min(erase_at), 0) FROM topic WHERE erase_at > 0") {
  sqlite3_busy_timeout(connection.handle(), kBusyMs);
  connection.attach(folder.ownFile(), "own");
  const std::string settings =
      "PRAGMA main.journal_mode = WAL; PRAGMA own.journal_mode = WAL; PRAGMA main.synchronous = " +
      std::string(options.durable ? "NORMAL" : "OFF") +
      "; PRAGMA own.synchronous = " + (options.durable ? "FULL" : "OFF") +
      "; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA main.cache_size = -" +
      std::to_string(kWriterCacheKib) +
      "; PRAGMA own.cache_size = -256; PRAGMA wal_autocheckpoint = " + std::to_string(kCheckpointPages);
  connection.execute(settings.c_str());
}

Result<std::unique_ptr<Cache>> Cache::open(const QString& profileDirectory, const CacheOptions& options) {
  auto folder = ProfileFolder::open(localFolder(profileDirectory, options.isOnNetwork));
  if (!folder) return folder.error();
  auto cache = std::make_unique<SqliteCache>(std::move(*folder), options);
  if (const auto opened = cache->open(); !opened) return opened.error();
  return std::unique_ptr<Cache>(std::move(cache));
}

SqliteCache::SqliteCache(std::unique_ptr<ProfileFolder> folder, const CacheOptions& options)
    : folder_(std::move(folder)), options_(options) {}

SqliteCache::~SqliteCache() {
  if (parts_ && depth_ > 0) rollBack();
}

Result<void> SqliteCache::open() {
  if (auto newer = refuseNewer(folder_->ownFile(), ownSchema()); !newer) return newer;
  if (auto newer = refuseNewer(folder_->cacheFile(), cacheSchema()); !newer) return newer;
  auto opened = openFiles();
  // Damage that only showed while migrating or adopting: look at everything once more.
  if (!opened && opened.error().detail == kCorrupt) opened = openFiles();
  return opened;
}

void SqliteCache::connect() {
  parts_ = std::make_unique<Parts>(*folder_, options_, feed_, [this](const auto& work) { return write(work); });
  parts_->connection.fails = options_.fails;
  if (options_.pagesMax > 0)
    parts_->connection.execute(("PRAGMA main.max_page_count = " + std::to_string(options_.pagesMax)).c_str());
  migrate(parts_->connection, "own", ownSchema());
  migrate(parts_->connection, "main", cacheSchema());
}

Result<void> SqliteCache::openFiles() {
  return guarded([&] {
    prepareFiles();
    try {
      connect();
      // Small enough to look at whole each time; the cache would take seconds, and its damage costs nothing of one's
      // own.
      if (!checksOut(parts_->connection)) throw StoreFailure{fail(ErrorCode::ioFailed, kCorrupt)};
      adopt();
    } catch (const StoreFailure& failure) {
      parts_.reset();
      noteDamage(failure.error);
      throw;
    }
    QFile::remove(folder_->suspectFile());
  });
}

// Own things first: damage there is repaired by copying what reads; a damaged cache is moved aside and fetched again.
void SqliteCache::prepareFiles() {
  const QString own = folder_->ownFile();
  const QString cache = folder_->cacheFile();
  const bool suspect = QFile::exists(folder_->suspectFile());
  if (suspect && !isSound(own)) {
    report_.rebuilt = true;
    const Salvaged saved = salvage(own);
    const QString fresh = own + QStringLiteral(".new");
    ProfileFolder::removeDatabase(fresh);
    ProfileFolder::touch(fresh);
    {
      // One transaction, then in place of the damaged file.
      Connection connection(QStringLiteral(":memory:"), Connection::Mode::readWrite);
      connection.attach(fresh, "own");
      migrate(connection, "own", ownSchema());
      connection.execute("BEGIN IMMEDIATE");
      put(saved, connection);
      connection.execute("COMMIT");
    }
    folder_->setAside(own);
    if (!QFile::rename(fresh, own)) throw StoreFailure{fail(ErrorCode::ioFailed, "own.db cannot be replaced")};
  }
  if (suspect && !isSound(cache)) {
    report_.rebuilt = true;
    folder_->setAside(cache);
  }
  if (!ProfileFolder::touch(own) || !ProfileFolder::touch(cache))
    throw StoreFailure{fail(ErrorCode::ioFailed, "database files cannot be made")};
}

// The cache must belong to the same server and user as one's own things, and its projections to this version of the
// app.
void SqliteCache::adopt() {
  const auto bound = binding();
  const std::string owner = bound.serverId.empty() ? std::string() : bound.serverId + ' ' + bound.userId.text();
  const std::string held = meta("bound");
  if (!held.empty() && held != owner) {
    parts_.reset();
    ProfileFolder::removeDatabase(folder_->cacheFile());
    ProfileFolder::touch(folder_->cacheFile());
    connect();
  }
  auto& connection = parts_->connection;
  parts_->applier.setUser(bound.userId);
  scrubDue_ = !meta(kScrubDue).empty();
  const std::string made = std::to_string(kProjectionVersion) + '.' + std::to_string(kIndexVersion);
  const auto done = write([&]() -> Result<void> {
    if (!owner.empty() && meta("bound") != owner) parts_->setMeta.run("bound", owner);
    if (meta("projections") != made) {
      if (connection.number("SELECT EXISTS (SELECT 1 FROM record)") != 0) parts_->applier.remakeProjections();
      parts_->setMeta.run("projections", made);
    }
    // Nothing is under way yet, so that no older version can follow.
    parts_->applier.records().pruneTombstones();
    if (connection.number("SELECT EXISTS (SELECT 1 FROM scope WHERE rebuilding)") != 0)
      connection.execute("DELETE FROM staged; UPDATE scope SET rebuilding = 0");
    return {};
  });
  if (!done) throw StoreFailure{done.error()};
  if (report_.rebuilt) {
    report_.draftsSaved = static_cast<int>(connection.number("SELECT count(*) FROM own.draft"));
    report_.unsentSaved = static_cast<int>(connection.number("SELECT count(*) FROM own.outbox WHERE state <> 2"));
  }
}

Result<OpenReport> SqliteCache::repair() {
  if (depth_ > 0) rollBack();
  parts_.reset();
  report_ = {};
  report_.rebuilt = true;
  // Own things are looked at and saved by the opening; the cache is known to be damaged.
  noteDamage(fail(ErrorCode::ioFailed, kCorrupt));
  folder_->setAside(folder_->cacheFile());
  if (auto opened = open(); !opened) return opened.error();
  return report_;
}

void SqliteCache::noteDamage(const Error& error) {
  if (error.detail != kCorrupt) return;
  QFile mark(folder_->suspectFile());
  (void)mark.open(QIODevice::WriteOnly);
}

Result<std::string> peekFact(const QString& profileDirectory, const std::string& name, const CacheOptions& options) {
  const QString own = ownFileIn(localFolder(profileDirectory, options.isOnNetwork));
  if (!QFile::exists(own)) return fail(ErrorCode::notFound, "no cache yet");
  return guarded([&]() -> Result<std::string> {
    Connection connection(own, Connection::Mode::readOnly);
    sqlite3_busy_timeout(connection.handle(), kBusyMs);
    Statement look(connection, "SELECT value FROM fact WHERE name = ?");
    auto rows = look.query(name);
    return rows.next() ? std::string(rows.bytes(0)) : std::string();
  });
}

Result<void> wipeProfile(const QString& profileDirectory, const CacheOptions& options) {
  auto folder = ProfileFolder::open(localFolder(profileDirectory, options.isOnNetwork));
  if (!folder) return folder.error();
  const bool cacheGone = ProfileFolder::removeDatabase((*folder)->cacheFile());
  const bool ownGone = ProfileFolder::removeDatabase((*folder)->ownFile());
  const bool restGone =
      QDir((*folder)->quarantine()).removeRecursively() &&
      QDir((*folder)->path() + QLatin1Char('/') + QLatin1String(kDocumentsFolder)).removeRecursively();
  QFile::remove((*folder)->suspectFile());
  if (!cacheGone || !ownGone || !restGone) return fail(ErrorCode::ioFailed, "files could not be removed");
  return {};
}

}  // namespace vb::client::store

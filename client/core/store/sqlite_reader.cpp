#include "client/core/store/sqlite_reader.h"

#include <QDateTime>
#include <QFile>

#include "client/core/store/channel_reader_sqlite.h"
#include "client/core/store/known_reach.h"
#include "client/core/store/own_tables.h"
#include "client/core/store/schema.h"
#include "client/core/store/tuning.h"

namespace vb::client::store {

struct SqliteReader::Parts {
  Parts(const QString& folder, SqliteChannelReader::Snapshot snapshot)
      : connection(folder + QStringLiteral("/cache.db"), Connection::Mode::readOnly),
        overlays(connection),
        directory(connection),
        lists(connection, directory),
        views(connection, lists, directory),
        channels(connection, directory, std::move(snapshot)),
        search(connection, lists, directory, channels),
        begin(connection, "BEGIN"),
        end(connection, "COMMIT"),
        cacheVersion(connection, "PRAGMA main.data_version"),
        ownVersion(connection, "PRAGMA own.data_version"),
        fact(connection, "SELECT value FROM own.fact WHERE name = ?"),
        meta(connection, "SELECT value FROM meta WHERE name = ?"),
        drafts(connection, "SELECT " VB_DRAFT_COLUMNS " FROM own.draft ORDER BY saved_at DESC, key"),
        draft(connection, "SELECT " VB_DRAFT_COLUMNS " FROM own.draft WHERE key = ?"),
        reach(connection, "SELECT answer, at FROM reach WHERE categories = ?"),
        held(connection,
             "SELECT count(*), coalesce(min(low <= 1), 0) FROM scope WHERE epoch <> '' AND name LIKE 'category/%'"),
        questions(connection, "SELECT count(*) FROM question"),
        unsent(connection, "SELECT " VB_OUTBOX_COLUMNS " FROM own.outbox WHERE state <> 2 AND withheld = 0"),
        draftCount(connection, "SELECT count(*) FROM own.draft") {
    sqlite3_busy_timeout(connection.handle(), kBusyMs);
    connection.attach(folder + QStringLiteral("/own.db"), "own");
    const std::string settings = "PRAGMA temp_store = MEMORY; PRAGMA main.cache_size = -" +
                                 std::to_string(kReaderCacheKib) + "; PRAGMA own.cache_size = -256";
    connection.execute(settings.c_str());
  }

  Connection connection;
  Overlay overlay;
  OverlayReader overlays;
  DirectoryReader directory;
  QuestionLists lists;
  QuestionViews views;
  SqliteChannelReader channels;
  Search search;
  Statement begin, end, cacheVersion, ownVersion, fact, meta, drafts, draft, reach, held, questions, unsent, draftCount;
  std::int64_t cacheSeen = -1;
  std::int64_t ownSeen = -1;
  UserId me;
  std::optional<Counts> counts;  // as of the versions seen
  std::int64_t countsUntil = 0;  // something put aside comes back then; 0: nothing does
  std::function<qint64()> now;
};

namespace {

std::int64_t numberOf(Statement& statement) {
  auto rows = statement.query();
  return rows.next() ? rows.number(0) : 0;
}

std::string stringOf(Statement& statement, const char* name) {
  auto rows = statement.query(name);
  return rows.next() ? std::string(rows.bytes(0)) : std::string();
}

}  // namespace

Result<std::unique_ptr<Reader>> openReader(const QString& directory, std::function<qint64()> now) {
  const QString cache = directory + QStringLiteral("/cache.db");
  const QString own = directory + QStringLiteral("/own.db");
  if (!QFile::exists(cache) || !QFile::exists(own)) return fail(ErrorCode::notFound, "no cache yet");
  return guarded([&]() -> Result<std::unique_ptr<Reader>> {
    return std::unique_ptr<Reader>(std::make_unique<SqliteReader>(directory, std::move(now)));
  });
}

SqliteReader::SqliteReader(const QString& directory, std::function<qint64()> now)
    : parts_(std::make_unique<Parts>(directory, [this](const std::function<void()>& work) {
        look([&] {
          work();
          return true;
        });
      })) {
  parts_->now = now ? std::move(now) : std::function<qint64()>(&QDateTime::currentMSecsSinceEpoch);
  const int cacheVersion = schemaVersion(parts_->connection, "main");
  const int ownVersion = schemaVersion(parts_->connection, "own");
  const auto newestCache = static_cast<int>(cacheSchema().size());
  const auto newestOwn = static_cast<int>(ownSchema().size());
  if (cacheVersion > newestCache || ownVersion > newestOwn) throw StoreFailure{fail(ErrorCode::newerSchema, "reader")};
  if (cacheVersion < newestCache || ownVersion < newestOwn)
    throw StoreFailure{fail(ErrorCode::notFound, "not migrated yet")};
}

SqliteReader::~SqliteReader() = default;

void SqliteReader::refresh() {
  auto& p = *parts_;
  const auto now = p.now();
  p.lists.setNow(now);
  if (p.countsUntil != 0 && now >= p.countsUntil) p.counts.reset();
  p.channels.lookAgain(p.me, &p.overlay, now);
  const auto cacheNow = numberOf(p.cacheVersion);
  const auto ownNow = numberOf(p.ownVersion);
  if (cacheNow == p.cacheSeen && ownNow == p.ownSeen) return;
  const auto user = UserId::parse(stringOf(p.fact, "user_id"));
  p.me = user ? *user : UserId{};
  p.overlay = p.overlays.read();
  p.directory.lookAgain(p.me);
  p.lists.lookAgain(p.me, &p.overlay);
  p.views.lookAgain(p.me, &p.overlay);
  p.search.lookAgain(p.me, &p.overlay);
  p.channels.lookAgain(p.me, &p.overlay, now);
  p.counts.reset();
  p.cacheSeen = cacheNow;
  p.ownSeen = ownNow;
}

template <class Work>
auto SqliteReader::look(Work&& work) -> decltype(work()) {
  auto& connection = parts_->connection;
  const auto end = [&] {
    if (connection.isInTransaction()) sqlite3_exec(connection.handle(), "COMMIT", nullptr, nullptr, nullptr);
  };
  try {
    parts_->begin.run();
    refresh();
    auto answer = work();
    end();
    return answer;
  } catch (const StoreFailure&) {
    end();
    return {};
  }
}

QVector<QuestionId> SqliteReader::questionIds(const QuestionQuery& query, int offset, int limit) {
  return look([&] { return parts_->lists.ids(query, offset, limit); });
}

int SqliteReader::questionCount(const QuestionQuery& query) {
  return look([&] { return parts_->lists.count(query); });
}

QVector<QuestionRow> SqliteReader::questionRows(const QVector<QuestionId>& ids) {
  return look([&] {
    QVector<QuestionRow> rows;
    rows.reserve(ids.size());
    for (const auto& id : ids)
      if (const auto facts = parts_->lists.facts(id)) rows.append(parts_->views.row(*facts));
    return rows;
  });
}

std::optional<QuestionView> SqliteReader::question(QuestionId id) {
  return look([&] { return parts_->views.view(id); });
}

QVector<CategoryRow> SqliteReader::categories() {
  return look([&] { return parts_->directory.categories(parts_->overlay); });
}

QVector<CategoryId> SqliteReader::expertise() {
  return look([&] {
    QVector<CategoryId> ticked;
    for (const auto& [category, since] : parts_->directory.expertise(parts_->overlay)) ticked.append(category);
    return ticked;
  });
}

std::optional<OwnProfile> SqliteReader::ownProfile() {
  return look([&] { return parts_->directory.ownProfile(parts_->overlay); });
}

std::optional<Person> SqliteReader::person(UserId id) {
  return look([&] { return parts_->directory.person(id, parts_->overlay); });
}

Settings SqliteReader::settings() {
  return look([&] { return parts_->directory.settings(parts_->overlay); });
}

QString SqliteReader::houseRules(const QString& language) {
  return look([&] { return parts_->directory.houseRules(language); });
}

QVector<OutboxRow> SqliteReader::outbox() {
  return look([&] { return parts_->overlays.rows(); });
}

QVector<Draft> SqliteReader::drafts() {
  return look([&] {
    QVector<Draft> found;
    auto rows = parts_->drafts.query();
    while (rows.next()) found.append(readDraft(rows));
    return found;
  });
}

std::optional<Draft> SqliteReader::draft(const QString& key) {
  return look([&]() -> std::optional<Draft> {
    auto rows = parts_->draft.query(key);
    if (!rows.next()) return std::nullopt;
    return readDraft(rows);
  });
}

SearchResults SqliteReader::search(const QString& query, int limit, const std::function<bool()>& interrupted) {
  auto results = look([&] { return parts_->search.find(query, limit, interrupted); });
  results.historyIncomplete = !freshness().historyComplete;
  return results;
}

QVector<QuestionRow> SqliteReader::similarQuestions(const QString& title, const QString& body, int limit) {
  return look([&] {
    QVector<QuestionRow> rows;
    for (const auto& facts : parts_->search.similar(title.toStdString(), body.toStdString(), limit))
      rows.append(parts_->views.row(facts));
    return rows;
  });
}

Counts SqliteReader::counts() {
  return look([&] {
    if (parts_->counts) return *parts_->counts;
    Counts counts;
    counts.forYouOpen = parts_->lists.countNews();
    parts_->countsUntil = parts_->lists.nextReturn();
    QuestionQuery query;
    query.list = QuestionList::saved;
    query.filter = QuestionFilter::all;
    counts.saved = parts_->lists.count(query);
    {
      auto rows = parts_->unsent.query();
      while (rows.next()) {
        const auto entry = readOutboxEntry(rows);
        const bool waits = entry.state == OutboxState::queued || entry.state == OutboxState::inFlight;
        if (!isQuiet(entry)) ++(waits ? counts.waitingToSend : counts.needsAttention);
      }
    }
    counts.drafts = static_cast<int>(numberOf(parts_->draftCount));
    parts_->counts = counts;
    return counts;
  });
}

Freshness SqliteReader::freshness() {
  return look([&] {
    Freshness freshness;
    freshness.lastSyncedAt = QString::fromStdString(stringOf(parts_->meta, "last_synced")).toLongLong();
    auto rows = parts_->held.query();
    if (rows.next()) freshness.historyComplete = rows.number(0) > 0 && rows.flag(1);
    freshness.questionsHere = static_cast<int>(numberOf(parts_->questions));
    return freshness;
  });
}

std::optional<Reader::KnownReach> SqliteReader::knownReach(const QVector<CategoryId>& categories) {
  return look([&]() -> std::optional<KnownReach> {
    auto rows = parts_->reach.query(reachKey({categories.begin(), categories.end()}));
    if (!rows.next()) return std::nullopt;
    return readReach(rows.bytes(0), rows.number(1));
  });
}

ChannelReader& SqliteReader::channels() { return parts_->channels; }

UserId SqliteReader::userId() {
  return look([&] { return parts_->me; });
}

QString SqliteReader::serverUrl() {
  return look([&] { return QString::fromStdString(stringOf(parts_->fact, "server_url")); });
}

}  // namespace vb::client::store

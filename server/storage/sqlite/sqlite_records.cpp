#include "server/storage/sqlite/sqlite_records.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "shared/base/planted_bugs.h"

namespace vb::server::storage {
namespace {

// Columns kind, id, seq, deleted, body.
void readRecord(const Rows& rows, Record& record) {
  record.kind.assign(rows.text(0));
  record.id.assign(rows.text(1));
  record.seq = rows.number(2);
  record.deleted = rows.number(3) != 0;
  record.body.assign(rows.text(4));
}

void walk(Rows rows, const Records::Visit& visit) {
  Record record;
  while (rows.next()) {
    readRecord(rows, record);
    if (!visit(record)) return;
  }
}

}  // namespace

void AdvertisedHeads::raise(const Scope& scope, Seq head) {
  const std::lock_guard lock(mutex_);
  auto& known = heads_[scope];
  known = std::max(known, head);
}

Seq AdvertisedHeads::of(const Scope& scope) const {
  const std::lock_guard lock(mutex_);
  const auto found = heads_.find(scope);
  return found == heads_.end() ? 0 : found->second;
}

SqliteRecords::SqliteRecords(Database& database, const Clock& clock, AdvertisedHeads& advertised)
    : clock_(clock),
      advertised_(advertised),
      state_(database, "SELECT head, floor, grant_no FROM scope WHERE name = ?1"),
      find_(database,
            "SELECT kind, id, seq, deleted, body FROM record"
            " WHERE scope = (SELECT no FROM scope WHERE name = ?1) AND kind = ?2 AND id = ?3"),
      isUsed_(database, "SELECT 1 FROM record WHERE id = ?2 AND kind = ?1"),
      homeOf_(database,
              "SELECT name FROM record JOIN scope ON no = scope WHERE id = ?2 AND kind = ?1 AND deleted = 0 LIMIT 1"),
      after_(database,
             "SELECT kind, id, seq, deleted, body FROM record"
             " WHERE scope = (SELECT no FROM scope WHERE name = ?1) AND seq > ?2 ORDER BY seq"),
      before_(database,
              "SELECT kind, id, seq, deleted, body FROM record"
              " WHERE scope = (SELECT no FROM scope WHERE name = ?1) AND seq < ?2 AND deleted = 0 ORDER BY seq DESC"),
      about_(database,
             "SELECT kind, id, seq, deleted, body FROM record"
             " WHERE scope = (SELECT no FROM scope WHERE name = ?1) AND about = ?2 AND about <> ''"),
      ofKind_(database,
              "SELECT kind, id, seq, deleted, body FROM record"
              " WHERE scope = (SELECT no FROM scope WHERE name = ?1) AND kind = ?2 AND deleted = 0 ORDER BY id"),
      next_(database,
            "INSERT INTO scope (name, head) VALUES (?1, 1)"
            " ON CONFLICT (name) DO UPDATE SET head = head + 1 RETURNING no, head"),
      put_(database,
           "INSERT INTO record (scope, kind, id, seq, deleted, about, written_at, body)"
           " VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7) ON CONFLICT (id, kind, scope) DO UPDATE"
           " SET seq = ?4, deleted = 0, about = ?5, written_at = ?6, body = ?7"),
      lives_(database,
             "SELECT 1 FROM record WHERE scope = (SELECT no FROM scope WHERE name = ?1)"
             " AND kind = ?2 AND id = ?3 AND deleted = 0"),
      remove_(database,
              "UPDATE record SET seq = ?4, deleted = 1, about = '', written_at = ?5, body = ''"
              " WHERE scope = ?1 AND kind = ?2 AND id = ?3"),
      oldTombstones_(database,
                     "SELECT rowid, scope, seq FROM record WHERE deleted = 1 AND written_at < ?1"
                     " ORDER BY written_at LIMIT ?2"),
      forget_(database, "DELETE FROM record WHERE rowid = ?1"),
      raiseFloor_(database, "UPDATE scope SET floor = max(floor, ?2) WHERE no = ?1") {}

ScopeState SqliteRecords::state(const Scope& scope) const {
  ScopeState state;
  {
    auto rows = state_.run(scope.text());
    if (rows.next()) state = ScopeState{rows.number(0), rows.number(1), rows.number(2)};
  }
  if (planted(PlantedBug::seqBeforeCommit)) state.head = std::max(state.head, advertised_.of(scope));
  return state;
}

std::optional<Record> SqliteRecords::find(const Scope& scope, std::string_view kind, std::string_view id) const {
  auto rows = find_.run(scope.text(), kind, id);
  if (!rows.next()) return std::nullopt;
  Record record;
  readRecord(rows, record);
  return record;
}

bool SqliteRecords::isUsed(std::string_view kind, std::string_view id) const { return isUsed_.run(kind, id).next(); }

std::optional<Scope> SqliteRecords::homeOf(std::string_view kind, std::string_view id) const {
  auto rows = homeOf_.run(kind, id);
  if (!rows.next()) return std::nullopt;
  const auto scope = Scope::parse(rows.text(0));
  return scope ? std::optional(*scope) : std::nullopt;
}

void SqliteRecords::after(const Scope& scope, Seq after, const Visit& visit) const {
  walk(after_.run(scope.text(), after), visit);
}

void SqliteRecords::before(const Scope& scope, Seq before, const Visit& visit) const {
  walk(before_.run(scope.text(), before), visit);
}

void SqliteRecords::about(const Scope& scope, std::string_view question, const Visit& visit) const {
  walk(about_.run(scope.text(), question), visit);
}

void SqliteRecords::ofKind(const Scope& scope, std::string_view kind, const Visit& visit) const {
  walk(ofKind_.run(scope.text(), kind), visit);
}

SqliteRecords::Position SqliteRecords::nextPosition(const Scope& scope) {
  auto rows = next_.run(scope.text());
  if (!rows.next()) throw StorageFailure(ErrorCode::internal, "no next seq");
  const Position position{rows.number(0), rows.number(1)};
  rows.next();
  if (planted(PlantedBug::seqBeforeCommit)) advertised_.raise(scope, position.seq);
  return position;
}

Seq SqliteRecords::put(const Scope& scope, const RecordDraft& draft) {
  const auto position = nextPosition(scope);
  put_.exec(position.scope, draft.kind, draft.id, position.seq, draft.about, clock_.now(), draft.body);
  if (!remembers_) return position.seq;
  written_.push_back(
      {scope, Record{std::string(draft.kind), std::string(draft.id), position.seq, false, std::string(draft.body)}});
  return position.seq;
}

Seq SqliteRecords::remove(const Scope& scope, std::string_view kind, std::string_view id) {
  if (!lives_.run(scope.text(), kind, id).next()) return 0;
  const auto position = nextPosition(scope);
  remove_.exec(position.scope, kind, id, position.seq, clock_.now());
  if (remembers_) written_.push_back({scope, Record{std::string(kind), std::string(id), position.seq, true, {}}});
  return position.seq;
}

int SqliteRecords::pruneTombstones(Timestamp before, int max) {
  std::vector<std::int64_t> gone;
  std::map<std::int64_t, Seq> floors;
  {
    auto rows = oldTombstones_.run(before, max);
    while (rows.next()) {
      gone.push_back(rows.number(0));
      auto& floor = floors[rows.number(1)];
      floor = std::max(floor, rows.number(2));
    }
  }
  for (const auto row : gone) forget_.exec(row);
  for (const auto& [scope, floor] : floors) raiseFloor_.exec(scope, floor);
  return static_cast<int>(gone.size());
}

std::vector<ScopeWrites> SqliteRecords::takeWrites() {
  std::vector<ScopeWrites> result;
  std::unordered_map<Scope, std::size_t> places;
  for (const auto& written : written_) {
    const auto [place, isNew] = places.emplace(written.scope, result.size());
    if (isNew) result.push_back({written.scope, written.record.seq - 1, 0, {}});
    result[place->second].to = written.record.seq;
  }
  // From the newest back, so that an older version of the same thing is left out.
  std::vector<std::set<std::pair<std::string_view, std::string_view>>> seen(result.size());
  for (auto written = written_.rbegin(); written != written_.rend(); ++written) {
    const auto place = places.at(written->scope);
    if (seen[place].emplace(written->record.kind, written->record.id).second)
      result[place].records.push_back(written->record);
  }
  for (auto& writes : result) std::reverse(writes.records.begin(), writes.records.end());
  written_.clear();
  return result;
}

}  // namespace vb::server::storage

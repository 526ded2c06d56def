#include "client/core/store/record_table.h"

namespace vb::client::store {

RecordTable::RecordTable(Connection& c)
    : connection_(c),
      findScope_(c, "SELECT ordinal FROM scope WHERE name = ?"),
      addScope_(c, "INSERT INTO scope (name) VALUES (?)"),
      findKind_(c, "SELECT ordinal FROM kind WHERE name = ?"),
      addKind_(c, "INSERT INTO kind (name) VALUES (?)"),
      cursor_(c, "SELECT epoch, grant_no, low, high FROM scope WHERE name = ?"),
      setCursor_(c, "UPDATE scope SET epoch = ?2, grant_no = ?3, low = ?4, high = ?5 WHERE ordinal = ?1"),
      held_(c, "SELECT name, epoch, grant_no, low, high FROM scope WHERE epoch <> '' ORDER BY ordinal"),
      setRebuilding_(c, "UPDATE scope SET rebuilding = ?2 WHERE ordinal = ?1"),
      rebuilding_(c, "SELECT rebuilding FROM scope WHERE ordinal = ?"),
      removeScope_(c, "DELETE FROM scope WHERE ordinal = ?"),
      find_(c, "SELECT rid, seq, deleted, slot, body FROM record WHERE scope = ? AND kind = ? AND id = ?"),
      insert_(c, "INSERT INTO record (scope, kind, id, seq, deleted, slot, body) VALUES (?, ?, ?, ?, ?, ?, ?)"),
      update_(c, "UPDATE record SET seq = ?2, deleted = ?3, slot = ?4, body = ?5 WHERE rid = ?1"),
      remove_(c, "DELETE FROM record WHERE rid = ?"),
      stage_(c,
             "INSERT INTO staged (scope, kind, id, seq, deleted, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
             " SET seq = excluded.seq, deleted = excluded.deleted, body = excluded.body WHERE excluded.seq > seq"),
      clearStaged_(c, "DELETE FROM staged WHERE scope = ?"),
      staged_(c,
              "SELECT kind.name, id, seq, deleted, body FROM staged JOIN kind ON kind.ordinal = staged.kind"
              " WHERE scope = ?1 AND (staged.kind, id) > (?2, ?3) ORDER BY staged.kind, id LIMIT ?4"),
      notStaged_(c,
                 "SELECT rid FROM record WHERE scope = ?1 AND NOT EXISTS (SELECT 1 FROM staged WHERE staged.scope = ?1"
                 " AND staged.kind = record.kind AND staged.id = record.id)"),
      ofScope_(c, "SELECT rid FROM record WHERE scope = ?"),
      byRid_(c,
             "SELECT kind.name, id, seq, deleted, body, scope.name, slot FROM record JOIN kind ON kind.ordinal = "
             "record.kind"
             " JOIN scope ON scope.ordinal = record.scope WHERE rid = ?"),
      allLiving_(c, "SELECT rid FROM record WHERE deleted = 0"),
      living_(c,
              "SELECT rid FROM scope JOIN record ON record.scope = scope.ordinal"
              " WHERE record.kind = ?1 AND record.id = ?2 AND deleted = 0 LIMIT 1") {}

namespace {

std::int64_t numberOf(Connection& connection, std::unordered_map<std::string, std::int64_t>& known,
                      const std::string& name, Statement& find, Statement& add) {
  if (const auto found = known.find(name); found != known.end()) return found->second;
  std::int64_t number = 0;
  {
    auto rows = find.query(name);
    if (rows.next()) number = rows.number(0);
  }
  if (number == 0) {
    add.run(name);
    number = sqlite3_last_insert_rowid(connection.handle());
  }
  known.emplace(name, number);
  return number;
}

Cursor readCursor(const Statement::Rows& rows, int first) {
  return Cursor{std::string(rows.bytes(first)), rows.number(first + 1), rows.number(first + 2), rows.number(first + 3)};
}

Record readRecord(const Statement::Rows& rows) {
  return Record{std::string(rows.bytes(0)), rows.id(1), rows.number(2), rows.flag(3), std::string(rows.bytes(4))};
}

std::vector<std::int64_t> numbers(Statement::Rows&& rows) {
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.number(0));
  return found;
}

}  // namespace

std::int64_t RecordTable::scopeNumber(const Scope& scope) {
  return numberOf(connection_, scopes_, scope.text(), findScope_, addScope_);
}

std::int64_t RecordTable::kindNumber(const std::string& kind) {
  return numberOf(connection_, kinds_, kind, findKind_, addKind_);
}

void RecordTable::forget() {
  scopes_.clear();
  kinds_.clear();
}

Cursor RecordTable::cursor(const Scope& scope) {
  auto rows = cursor_.query(scope.text());
  return rows.next() ? readCursor(rows, 0) : Cursor{};
}

void RecordTable::setCursor(const Scope& scope, const Cursor& cursor) {
  setCursor_.run(scopeNumber(scope), cursor.epoch, cursor.grant, cursor.low, cursor.high);
}

std::vector<HeldScope> RecordTable::heldScopes() {
  std::vector<HeldScope> held;
  auto rows = held_.query();
  while (rows.next())
    if (auto scope = Scope::parse(rows.bytes(0))) held.push_back({*scope, readCursor(rows, 1)});
  return held;
}

void RecordTable::setRebuilding(std::int64_t scope, bool rebuilding) { setRebuilding_.run(scope, rebuilding); }

bool RecordTable::isRebuilding(std::int64_t scope) {
  auto rows = rebuilding_.query(scope);
  return rows.next() && rows.flag(0);
}

void RecordTable::removeScope(std::int64_t scope) {
  removeScope_.run(scope);
  scopes_.clear();
}

std::optional<StoredRecord> RecordTable::find(std::int64_t scope, std::int64_t kind, const PackedId& id) {
  auto rows = find_.query(scope, kind, id);
  if (!rows.next()) return std::nullopt;
  return StoredRecord{rows.number(0), rows.number(1), rows.flag(2), rows.number(3), std::string(rows.bytes(4))};
}

std::int64_t RecordTable::insert(std::int64_t scope, std::int64_t kind, const PackedId& id, const Record& record,
                                 std::int64_t slot) {
  insert_.run(scope, kind, id, record.seq, record.deleted, slot, record.body);
  return sqlite3_last_insert_rowid(connection_.handle());
}

void RecordTable::update(std::int64_t rid, const Record& record, std::int64_t slot) {
  update_.run(rid, record.seq, record.deleted, slot, record.body);
}

void RecordTable::remove(std::int64_t rid) { remove_.run(rid); }

void RecordTable::stage(std::int64_t scope, const Record& record) {
  stage_.run(scope, kindNumber(record.kind), PackedId(record.id), record.seq, record.deleted, record.body);
}

void RecordTable::clearStaged(std::int64_t scope) { clearStaged_.run(scope); }

RecordTable::Page RecordTable::staged(std::int64_t scope, const Record* after) {
  Page page;
  const std::int64_t kind = after == nullptr ? 0 : kindNumber(after->kind);
  const PackedId id(std::string_view(after == nullptr ? "" : after->id));
  auto rows = staged_.query(scope, kind, id, kStagedPage);
  while (rows.next()) page.records.push_back(readRecord(rows));
  page.more = page.records.size() == static_cast<std::size_t>(kStagedPage);
  return page;
}

std::vector<std::int64_t> RecordTable::notStaged(std::int64_t scope) { return numbers(notStaged_.query(scope)); }
std::vector<std::int64_t> RecordTable::ofScope(std::int64_t scope) { return numbers(ofScope_.query(scope)); }
std::vector<std::int64_t> RecordTable::allLiving() { return numbers(allLiving_.query()); }

std::optional<RecordTable::Named> RecordTable::byRid(std::int64_t rid) {
  auto rows = byRid_.query(rid);
  if (!rows.next()) return std::nullopt;
  return Named{readRecord(rows), std::string(rows.bytes(5)), rows.number(6)};
}

void RecordTable::pruneTombstones() {
  connection_.execute(
      "DELETE FROM record WHERE deleted = 1 AND scope IN (SELECT ordinal FROM scope WHERE epoch <> '' AND low <= 1)");
}

std::optional<RecordTable::Named> RecordTable::living(const std::string& kind, const std::string& id) {
  std::int64_t rid = 0;
  {
    auto rows = living_.query(kindNumber(kind), PackedId(id));
    if (rows.next()) rid = rows.number(0);
  }
  return rid == 0 ? std::nullopt : byRid(rid);
}

}  // namespace vb::client::store

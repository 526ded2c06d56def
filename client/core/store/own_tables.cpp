#include "client/core/store/own_tables.h"

#include <boost/json.hpp>

namespace vb::client::store {
namespace {

namespace json = boost::json;

std::string effectsText(const std::vector<Effect>& effects) {
  json::array list;
  for (const auto& effect : effects) list.push_back(json::array{json::string(effect.scope), effect.seq});
  return json::serialize(list);
}

}  // namespace

std::vector<Effect> readEffects(std::string_view text) {
  std::vector<Effect> effects;
  json::error_code failed;
  const auto value = json::parse(json::string_view(text.data(), text.size()), failed);
  if (failed || !value.is_array()) return effects;
  for (const auto& pair : value.get_array()) {
    const auto* two = pair.if_array();
    if (two == nullptr || two->size() != 2 || !(*two)[0].is_string() || !(*two)[1].is_int64()) continue;
    effects.push_back({std::string((*two)[0].get_string()), (*two)[1].get_int64()});
  }
  return effects;
}

FactTable::FactTable(Connection& c)
    : get_(c, "SELECT value FROM own.fact WHERE name = ?"),
      set_(c, "INSERT OR REPLACE INTO own.fact (name, value) VALUES (?, ?)") {}

std::string FactTable::get(const std::string& name) {
  auto rows = get_.query(name);
  return rows.next() ? std::string(rows.bytes(0)) : std::string();
}

void FactTable::set(const std::string& name, const std::string& value) { set_.run(name, value); }

// ---- drafts ----------------------------------------------------------------------------------------------

std::string packedCategories(const QVector<CategoryId>& categories) {
  std::string bytes;
  for (const auto& category : categories) bytes += bytesOf(category.uuid);
  return bytes;
}

Draft readDraft(const Statement::Rows& rows) {
  Draft draft;
  draft.key = rows.string(0);
  draft.title = rows.string(1);
  draft.body = rows.string(2);
  const auto packed = rows.bytes(3);
  for (std::size_t at = 0; at + 16 <= packed.size(); at += 16)
    draft.categories.append(CategoryId{uuidOf(packed.substr(at, 16))});
  draft.targetTitle = rows.string(4);
  draft.baseSeq = rows.number(5);
  draft.savedAt = rows.number(6);
  draft.sources = rows.string(7).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  if (rows.bytes(8).size() == 16) draft.question = QuestionId{rows.uuid(8)};
  return draft;
}

SqliteDraftTable::SqliteDraftTable(Connection& c, Changes& changes, Write write)
    : changes_(changes),
      write_(std::move(write)),
      save_(c,
            "INSERT OR REPLACE INTO own.draft (key, title, body, categories, target_title, base_seq, saved_at, sources,"
            " question) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      remove_(c, "DELETE FROM own.draft WHERE key = ?") {}

Result<void> SqliteDraftTable::save(const Draft& draft) {
  if (draft.title.isEmpty() && draft.body.isEmpty()) return remove(draft.key);
  return write_([&]() -> Result<void> {
    save_.run(draft.key, draft.title, draft.body, Blob{packedCategories(draft.categories)}, draft.targetTitle,
              draft.baseSeq, draft.savedAt, draft.sources.join(QLatin1Char('\n')),
              Blob{draft.question.isNil() ? std::string() : bytesOf(draft.question.uuid)});
    changes_.drafts = true;
    return {};
  });
}

Result<void> SqliteDraftTable::remove(const QString& key) {
  return write_([&]() -> Result<void> {
    if (remove_.run(key) > 0) changes_.drafts = true;
    return {};
  });
}

// ---- outbox ----------------------------------------------------------------------------------------------

OutboxEntry readOutboxEntry(const Statement::Rows& rows) {
  OutboxEntry entry;
  entry.position = rows.number(0);
  entry.id = CommandId{rows.uuid(1)};
  entry.kind = rows.bytes(2);
  entry.bodyJson = rows.bytes(3);
  entry.title = rows.string(4);
  entry.createdAt = rows.number(5);
  entry.state = static_cast<OutboxState>(rows.number(6));
  entry.attempts = static_cast<int>(rows.number(7));
  entry.epoch = rows.bytes(8);
  entry.commit = rows.number(9);
  entry.effects = readEffects(rows.bytes(10));
  entry.errorCode = rows.bytes(11);
  entry.errorDetail = rows.bytes(12);
  entry.newestJson = rows.bytes(13);
  entry.withheld = rows.flag(14);
  return entry;
}

SqliteOutboxTable::SqliteOutboxTable(Connection& c, Changes& changes, Write write)
    : changes_(changes),
      write_(std::move(write)),
      add_(c,
           "INSERT INTO own.outbox (id, kind, body, title, created_at, state, attempts, epoch, commit_no, effects, "
           "error_code,"
           " error_detail, newest, withheld) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      find_(c, "SELECT " VB_OUTBOX_COLUMNS " FROM own.outbox WHERE id = ?"),
      all_(c, "SELECT " VB_OUTBOX_COLUMNS " FROM own.outbox ORDER BY position"),
      inState_(c, "SELECT " VB_OUTBOX_COLUMNS " FROM own.outbox WHERE state = ? ORDER BY position"),
      replace_(
          c,
          "UPDATE own.outbox SET id = ?2, kind = ?3, body = ?4, title = ?5, created_at = ?6, state = ?7, attempts = ?8,"
          " epoch = ?9, commit_no = ?10, effects = ?11, error_code = ?12, error_detail = ?13, newest = ?14, withheld = "
          "?15 WHERE id "
          "= ?1"),
      remove_(c, "DELETE FROM own.outbox WHERE id = ?") {}

Result<void> SqliteOutboxTable::add(const OutboxEntry& entry) {
  return write_([&]() -> Result<void> {
    if (find(entry.id)) return fail(ErrorCode::idReused, "command id");
    add_.run(entry.id, entry.kind, entry.bodyJson, entry.title, entry.createdAt, static_cast<int>(entry.state),
             entry.attempts, entry.epoch, entry.commit, effectsText(entry.effects), entry.errorCode, entry.errorDetail,
             entry.newestJson, entry.withheld);
    changes_.outbox = true;
    return {};
  });
}

std::optional<OutboxEntry> SqliteOutboxTable::find(CommandId id) {
  auto rows = find_.query(id);
  if (!rows.next()) return std::nullopt;
  return readOutboxEntry(rows);
}

std::vector<OutboxEntry> SqliteOutboxTable::all() {
  std::vector<OutboxEntry> entries;
  auto rows = all_.query();
  while (rows.next()) entries.push_back(readOutboxEntry(rows));
  return entries;
}

std::vector<OutboxEntry> SqliteOutboxTable::inState(OutboxState state) {
  std::vector<OutboxEntry> entries;
  auto rows = inState_.query(static_cast<int>(state));
  while (rows.next()) entries.push_back(readOutboxEntry(rows));
  return entries;
}

Result<void> SqliteOutboxTable::replace(CommandId id, const OutboxEntry& entry) {
  return write_([&]() -> Result<void> {
    const int changed =
        replace_.run(id, entry.id, entry.kind, entry.bodyJson, entry.title, entry.createdAt,
                     static_cast<int>(entry.state), entry.attempts, entry.epoch, entry.commit,
                     effectsText(entry.effects), entry.errorCode, entry.errorDetail, entry.newestJson, entry.withheld);
    if (changed == 0) return fail(ErrorCode::notFound, "command id");
    changes_.outbox = true;
    return {};
  });
}

Result<void> SqliteOutboxTable::remove(CommandId id) {
  return write_([&]() -> Result<void> {
    if (remove_.run(id) > 0) changes_.outbox = true;
    return {};
  });
}

}  // namespace vb::client::store

#include "client/core/store/salvage.h"

#include <algorithm>
#include <set>

namespace vb::client::store {
namespace {

template <class Row, class Read, class Key>
std::vector<Row> readable(Connection& connection, const char* forwards, const char* backwards, Read read, Key key) {
  std::vector<Row> found;
  std::set<decltype(key(std::declval<Row>()))> seen;
  for (const char* sql : {forwards, backwards}) {
    try {
      Statement statement(connection, sql);
      auto rows = statement.query();
      while (rows.next()) {
        Row row = read(rows);
        if (seen.insert(key(row)).second) found.push_back(std::move(row));
      }
    } catch (const StoreFailure&) {
      // The damage is here; the other direction stops at its other side.
    }
  }
  return found;
}

}  // namespace

Salvaged salvage(const QString& ownFile) {
  Salvaged saved;
  try {
    Connection connection(ownFile, Connection::Mode::readOnly);
    using Fact = std::pair<std::string, std::string>;
    saved.facts = readable<Fact>(
        connection, "SELECT name, value FROM fact ORDER BY name", "SELECT name, value FROM fact ORDER BY name DESC",
        [](const Statement::Rows& rows) { return Fact(rows.bytes(0), rows.bytes(1)); },
        [](const Fact& fact) { return fact.first; });
    saved.drafts = readable<Draft>(connection, "SELECT " VB_DRAFT_COLUMNS " FROM draft ORDER BY rowid",
                                   "SELECT " VB_DRAFT_COLUMNS " FROM draft ORDER BY rowid DESC", readDraft,
                                   [](const Draft& draft) { return draft.key; });
    saved.entries = readable<OutboxEntry>(connection, "SELECT " VB_OUTBOX_COLUMNS " FROM outbox ORDER BY position",
                                          "SELECT " VB_OUTBOX_COLUMNS " FROM outbox ORDER BY position DESC",
                                          readOutboxEntry, [](const OutboxEntry& entry) { return entry.position; });
    std::sort(saved.entries.begin(), saved.entries.end(),
              [](const OutboxEntry& a, const OutboxEntry& b) { return a.position < b.position; });
    saved.uploads = readable<Upload>(connection, "SELECT " VB_UPLOAD_COLUMNS " FROM upload ORDER BY rowid",
                                     "SELECT " VB_UPLOAD_COLUMNS " FROM upload ORDER BY rowid DESC", readUpload,
                                     [](const Upload& upload) { return upload.id; });
    saved.pins = readable<DocumentId>(
        connection, "SELECT document FROM pin ORDER BY document", "SELECT document FROM pin ORDER BY document DESC",
        [](const Statement::Rows& rows) { return DocumentId{rows.uuid(0)}; }, [](DocumentId id) { return id; });
    using Rule = std::pair<ChannelId, OfflineRule>;
    saved.rules = readable<Rule>(
        connection, "SELECT channel, keep, bytes_max FROM offline_rule ORDER BY channel",
        "SELECT channel, keep, bytes_max FROM offline_rule ORDER BY channel DESC",
        [](const Statement::Rows& rows) {
          return Rule(ChannelId{rows.uuid(0)}, {static_cast<OfflineKeep>(rows.number(1)), rows.number(2)});
        },
        [](const Rule& rule) { return rule.first; });
  } catch (const StoreFailure&) {
  }
  return saved;
}

}  // namespace vb::client::store

// The tables of own.db: facts, drafts and the outbox. Each writing call is a transaction through `write`, or joins the
// one that is open.
#pragma once

#include <functional>

#include "client/core/store/change_feed.h"
#include "client/core/store/connection.h"
#include "client/core/store/draft_table.h"
#include "client/core/store/outbox_table.h"

namespace vb::client::store {

// Runs work in a transaction; what it throws or returns as an error rolls back.
using Write = std::function<Result<void>(const std::function<Result<void>()>&)>;

class FactTable {
 public:
  explicit FactTable(Connection& connection);
  std::string get(const std::string& name);
  void set(const std::string& name, const std::string& value);

 private:
  Statement get_, set_;
};

class SqliteDraftTable : public DraftTable {
 public:
  SqliteDraftTable(Connection& connection, Changes& changes, Write write);
  Result<void> save(const Draft& draft) override;
  Result<void> remove(const QString& key) override;

 private:
  Changes& changes_;
  Write write_;
  Statement save_, remove_;
};

class SqliteOutboxTable : public OutboxTable {
 public:
  SqliteOutboxTable(Connection& connection, Changes& changes, Write write);
  Result<void> add(const OutboxEntry& entry) override;
  std::optional<OutboxEntry> find(CommandId id) override;
  std::vector<OutboxEntry> all() override;
  std::vector<OutboxEntry> inState(OutboxState state) override;
  Result<void> replace(CommandId id, const OutboxEntry& entry) override;
  Result<void> remove(CommandId id) override;

 private:
  Changes& changes_;
  Write write_;
  Statement add_, find_, all_, inState_, replace_, remove_;
};

// Columns as the readers below expect them; macros, because a statement is one literal.
#define VB_OUTBOX_COLUMNS                                                                                 \
  "position, id, kind, body, title, created_at, state, attempts, epoch, commit_no, effects, error_code, " \
  "error_detail, newest, withheld"
#define VB_DRAFT_COLUMNS "key, title, body, categories, target_title, base_seq, saved_at, sources, question"
std::vector<Effect> readEffects(std::string_view text);
OutboxEntry readOutboxEntry(const Statement::Rows& rows);
Draft readDraft(const Statement::Rows& rows);
std::string packedCategories(const QVector<CategoryId>& categories);

}  // namespace vb::client::store

// SqliteRecords: the tables `scope` and `record` of one connection; remembers what the transaction under way wrote.
#pragma once

#include <cstddef>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/storage/sqlite/database.h"
#include "server/storage/storage.h"

namespace vb::server::storage {

// Only for the planted bug seqBeforeCommit: heads that were handed out, committed or not.
class AdvertisedHeads {
 public:
  void raise(const Scope& scope, Seq head);
  Seq of(const Scope& scope) const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<Scope, Seq> heads_;
};

class SqliteRecords final : public Records {
 public:
  SqliteRecords(Database& database, const Clock& clock, AdvertisedHeads& advertised);

  ScopeState state(const Scope& scope) const override;
  std::optional<Record> find(const Scope& scope, std::string_view kind, std::string_view id) const override;
  bool isUsed(std::string_view kind, std::string_view id) const override;
  std::optional<Scope> homeOf(std::string_view kind, std::string_view id) const override;
  void after(const Scope& scope, Seq after, const Visit& visit) const override;
  void before(const Scope& scope, Seq before, const Visit& visit) const override;
  void about(const Scope& scope, std::string_view question, const Visit& visit) const override;
  void ofKind(const Scope& scope, std::string_view kind, const Visit& visit) const override;
  Seq put(const Scope& scope, const RecordDraft& draft) override;
  Seq remove(const Scope& scope, std::string_view kind, std::string_view id) override;
  int pruneTombstones(Timestamp before, int max) override;

  // Whether what is written is remembered: only when somebody listens, since an import may write very much.
  void rememberWrites() { remembers_ = true; }
  // How much was written since the last takeWrites; forget(n) goes back to it after an undone job.
  std::size_t written() const { return written_.size(); }
  void forget(std::size_t from) {
    written_.erase(written_.begin() + static_cast<std::ptrdiff_t>(from), written_.end());
  }
  // Per scope, in the order of first writing; of a thing written twice only the newest version.
  std::vector<ScopeWrites> takeWrites();

 private:
  struct Written {
    Scope scope;
    Record record;
  };
  struct Position {
    std::int64_t scope;
    Seq seq;
  };
  // Raises the head inside the transaction (S1).
  Position nextPosition(const Scope& scope);

  const Clock& clock_;
  AdvertisedHeads& advertised_;
  bool remembers_ = false;
  std::vector<Written> written_;
  mutable Statement state_, find_, isUsed_, homeOf_, after_, before_, about_, ofKind_;
  Statement next_, put_, lives_, remove_, oldTombstones_, forget_, raiseFloor_;
};

}  // namespace vb::server::storage

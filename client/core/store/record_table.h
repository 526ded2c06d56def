// RecordTable: every record as it came, unknown kinds too, and the cursor of each scope. Part of the cache's writer.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "client/core/store/connection.h"
#include "client/core/store/cursor.h"
#include "shared/domain/records.h"

namespace vb::client::store {

struct StoredRecord {
  std::int64_t rid = 0;
  Seq seq = 0;
  bool deleted = false;
  std::int64_t slot = 0;  // in the text index
  std::string body;
};

class RecordTable {
 public:
  explicit RecordTable(Connection& connection);

  // Numbers of names, given at first use.
  std::int64_t scopeNumber(const Scope& scope);
  std::int64_t kindNumber(const std::string& kind);
  void forget();  // rolled back

  Cursor cursor(const Scope& scope);
  void setCursor(const Scope& scope, const Cursor& cursor);
  std::vector<HeldScope> heldScopes();
  void setRebuilding(std::int64_t scope, bool rebuilding);
  bool isRebuilding(std::int64_t scope);
  void removeScope(std::int64_t scope);

  std::optional<StoredRecord> find(std::int64_t scope, std::int64_t kind, const PackedId& id);
  std::int64_t insert(std::int64_t scope, std::int64_t kind, const PackedId& id, const Record& record,
                      std::int64_t slot);
  void update(std::int64_t rid, const Record& record, std::int64_t slot);
  void remove(std::int64_t rid);

  void stage(std::int64_t scope, const Record& record);
  void clearStaged(std::int64_t scope);
  // One row at a time, so that a large scope does not fill the memory.
  struct Page {
    std::vector<Record> records;
    bool more = false;
  };
  Page staged(std::int64_t scope, const Record* after);
  // Records of the scope that were not staged.
  std::vector<std::int64_t> notStaged(std::int64_t scope);
  std::vector<std::int64_t> ofScope(std::int64_t scope);
  // By rid; nothing when it is gone. The scope's name comes with it.
  struct Named {
    Record record;
    std::string scope;
    std::int64_t slot = 0;
  };
  std::optional<Named> byRid(std::int64_t rid);
  std::vector<std::int64_t> allLiving();
  // Tombstones of scopes whose history is complete: nothing older can come any more.
  void pruneTombstones();
  std::optional<Named> living(const std::string& kind, const std::string& id);

 private:
  Connection& connection_;
  std::unordered_map<std::string, std::int64_t> scopes_;
  std::unordered_map<std::string, std::int64_t> kinds_;
  Statement findScope_, addScope_, findKind_, addKind_, cursor_, setCursor_, held_, setRebuilding_, rebuilding_,
      removeScope_;
  Statement find_, insert_, update_, remove_, stage_, clearStaged_, staged_, notStaged_, ofScope_, byRid_, allLiving_,
      living_;
};

// Records of a page of staged ones.
inline constexpr int kStagedPage = 500;

}  // namespace vb::client::store

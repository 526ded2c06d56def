// Cache: the writer of the local cache; one per profile, owned by the engine thread, holds the profile's lock. Two
// files: cache.db (from the server, can be fetched again) and own.db (outbox, drafts, binding; never lost by a
// rebuild). Every call is one transaction, or joins the Transaction around it. After an error nothing of the call is
// visible.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "client/core/store/change_feed.h"
#include "client/core/store/cursor.h"
#include "client/core/store/reader.h"
#include "shared/base/result.h"
#include "shared/domain/records.h"

namespace vb::client::store {

class ContentTable;
class DocumentTextTable;
class DraftTable;
class KeepingTable;
class OutboxTable;
class UploadTable;

// In Cache::directory(): contents of documents and files on their way, kept by client/core/documents.
inline constexpr char kDocumentsFolder[] = "documents";

struct CacheOptions {
  bool durable = true;  // false: no fsync; for tests
  // Is this folder on a network share? Empty: asks the system (F10).
  std::function<bool(const QString& folder)> isOnNetwork;
  // Called before each step of a write; true makes the step fail as a disk would. For tests.
  std::function<bool()> fails;
  int pagesMax = 0;  // the cache's file may have so many pages, as on a full disk; 0: no limit. For tests.
};

// How the cache was found when it was opened.
struct OpenReport {
  bool rebuilt = false;  // damaged: moved aside and begun anew (F6); everything is fetched again
  int draftsSaved = 0;   // when rebuilt: what is still there of one's own
  int unsentSaved = 0;
};

struct Binding {
  std::string serverId;  // empty: not bound yet
  UserId userId;
};

class Cache {
 public:
  // Makes, opens or migrates. newerSchema (nothing was touched), diskFull, ioFailed; badField "locked" when another
  // process has the profile.
  static Result<std::unique_ptr<Cache>> open(const QString& profileDirectory, const CacheOptions& options = {});
  virtual ~Cache() = default;

  virtual const OpenReport& report() const = 0;
  // Where the files are; differs from the profile directory when that is on a network share. Give this to openReader().
  virtual QString directory() const = 0;
  // After ioFailed with detail "corrupt": moves the damaged file aside and begins anew; open readers must be reopened.
  virtual Result<OpenReport> repair() = 0;

  // One transaction around several calls; inner ones join. Dropped without commit(), everything is rolled back.
  class Transaction {
   public:
    explicit Transaction(Cache& cache);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    // Why it could not begin, if so; calls inside fail too then.
    Result<void> begun() const { return begun_; }
    Result<void> commit();

   private:
    Cache& cache_;
    Result<void> begun_;
    bool open_ = false;
  };

  // ---- whose cache this is (C7) --------------------------------------------------------------------------
  virtual Binding binding() = 0;
  // Binds when new; forbidden when bound to another server or user.
  virtual Result<void> bind(const std::string& serverId, UserId userId) = 0;
  virtual QString serverUrl() = 0;
  virtual Result<void> setServerUrl(const QString& url) = 0;
  // Small facts of the profile, kept with one's own things (device id, last epoch, backup watermark).
  virtual std::string fact(const std::string& name) = 0;
  virtual Result<void> setFact(const std::string& name, const std::string& value) = 0;

  // ---- scopes --------------------------------------------------------------------------------------------
  virtual std::vector<HeldScope> heldScopes() = 0;
  virtual Cursor cursor(const Scope& scope) = 0;
  // Records (each iff newer) and the cursor, in one transaction (C1, C2). internal when the cursor's epoch or grant is
  // not the stored one: that needs a rebuild.
  virtual Result<void> applyRecords(const Scope& scope, const std::vector<Record>& records, const Cursor& cursor) = 0;
  // The same for a page of history, which may wait for others so that they are stored together: until enough came,
  // until storeHeld(), or until anything else is written. storeHeld() also tells
  // of an earlier failure, and takeUnstored() of which scopes pages were lost by it: their cursors are what they were.
  // Until they were taken, further pages of those scopes are refused: they would leave a gap.
  virtual Result<void> holdRecords(const Scope& scope, const std::vector<Record>& records, const Cursor& cursor) = 0;
  virtual Result<void> storeHeld() = 0;
  virtual std::vector<Scope> takeUnstored() = 0;
  virtual bool hasUnstored() const = 0;
  // Collect beside the old records, then sweep and swap in one transaction (C3).
  virtual Result<void> beginRebuild(const Scope& scope) = 0;
  virtual Result<void> stageRecords(const Scope& scope, const std::vector<Record>& records) = 0;
  virtual Result<void> finishRebuild(const Scope& scope, const Cursor& cursor) = 0;
  // Access was lost: records, projections, index and the write-ahead log are wiped of it (C6).
  virtual Result<void> purgeScope(const Scope& scope) = 0;
  // Cases whose date has come: they go as if access to them was lost, their posts and earlier texts too; what was
  // learned stays. `now` in UTC ms; how many went.
  virtual Result<int> eraseExpired(qint64 now) = 0;
  // When the next one must be erased, UTC ms; 0: none.
  virtual qint64 nextExpiry() = 0;
  virtual Result<void> setLastSynced(qint64 at) = 0;
  virtual Result<void> saveReach(const std::vector<CategoryId>& categories, const Reader::KnownReach& reach) = 0;

  // ---- looking things up for an action -------------------------------------------------------------------
  // The living record of this kind and id in any scope; nothing when it is not here.
  virtual std::optional<Record> record(const std::string& kind, const std::string& id) = 0;
  // Every living record of a scope, in no order: for comparing and exporting.
  virtual void eachRecord(const Scope& scope, const std::function<void(const Record&)>& visit) = 0;
  // Home category of a question, whether its record, only a reference, or only the outbox has it; nil when unknown.
  virtual CategoryId homeCategory(QuestionId question) = 0;

  virtual OutboxTable& outboxTable() = 0;
  virtual DraftTable& drafts() = 0;
  virtual ContentTable& contents() = 0;
  virtual DocumentTextTable& texts() = 0;
  virtual UploadTable& uploads() = 0;
  virtual KeepingTable& keeping() = 0;
  virtual ChangeFeed& feed() = 0;

 protected:
  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;
  virtual void rollBack() = 0;
};

// A fact of a profile that another program may hold: nothing is locked, made or written. Empty when there is none;
// notFound when there are no files yet.
Result<std::string> peekFact(const QString& profileDirectory, const std::string& name,
                             const CacheOptions& options = {});

// Removes cache, outbox, drafts and documents of a profile whose Cache is closed. For "sign out and wipe".
Result<void> wipeProfile(const QString& profileDirectory, const CacheOptions& options = {});

}  // namespace vb::client::store

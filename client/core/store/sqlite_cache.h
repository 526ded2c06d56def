// SqliteCache: the cache over one writing connection with own.db attached. No transaction writes both files, so that
// none has to be atomic across them (DECISIONS.md).
#pragma once

#include "client/core/store/cache.h"
#include "client/core/store/document_tables.h"
#include "client/core/store/document_texts.h"
#include "client/core/store/own_tables.h"
#include "client/core/store/profile_folder.h"
#include "client/core/store/record_applier.h"

namespace vb::client::store {

// In `meta`: the log was not emptied yet after a purge.
inline constexpr char kScrubDue[] = "scrub_due";

class SqliteCache : public Cache {
 public:
  // Throws StoreFailure when a file cannot be opened or is damaged beyond opening.
  SqliteCache(std::unique_ptr<ProfileFolder> folder, const CacheOptions& options);
  ~SqliteCache() override;
  Result<void> open();

  const OpenReport& report() const override { return report_; }
  QString directory() const override { return folder_->path(); }
  Result<OpenReport> repair() override;

  Binding binding() override;
  Result<void> bind(const std::string& serverId, UserId userId) override;
  QString serverUrl() override;
  Result<void> setServerUrl(const QString& url) override;
  std::string fact(const std::string& name) override;
  Result<void> setFact(const std::string& name, const std::string& value) override;

  std::vector<HeldScope> heldScopes() override;
  Cursor cursor(const Scope& scope) override;
  Result<void> applyRecords(const Scope& scope, const std::vector<Record>& records, const Cursor& cursor) override;
  Result<void> holdRecords(const Scope& scope, const std::vector<Record>& records, const Cursor& cursor) override;
  Result<void> storeHeld() override;
  std::vector<Scope> takeUnstored() override { return std::exchange(unstored_, {}); }
  bool hasUnstored() const override { return !unstored_.empty(); }
  Result<void> beginRebuild(const Scope& scope) override;
  Result<void> stageRecords(const Scope& scope, const std::vector<Record>& records) override;
  Result<void> finishRebuild(const Scope& scope, const Cursor& cursor) override;
  Result<void> purgeScope(const Scope& scope) override;
  Result<int> eraseExpired(qint64 now) override;
  qint64 nextExpiry() override;
  Result<void> setLastSynced(qint64 at) override;
  Result<void> saveReach(const std::vector<CategoryId>& categories, const Reader::KnownReach& reach) override;

  std::optional<Record> record(const std::string& kind, const std::string& id) override;
  void eachRecord(const Scope& scope, const std::function<void(const Record&)>& visit) override;
  CategoryId homeCategory(QuestionId question) override;

  OutboxTable& outboxTable() override { return parts_->outbox; }
  DraftTable& drafts() override { return parts_->drafts; }
  ContentTable& contents() override { return parts_->contents; }
  DocumentTextTable& texts() override { return parts_->texts; }
  UploadTable& uploads() override { return parts_->uploads; }
  KeepingTable& keeping() override { return parts_->keeping; }
  ChangeFeed& feed() override { return feed_; }

 protected:
  Result<void> begin() override;
  Result<void> commit() override;
  void rollBack() override;

 private:
  // All that lives as long as one opening of the files.
  struct Parts {
    Parts(const ProfileFolder& folder, const CacheOptions& options, ChangeFeed& feed, Write write);
    Connection connection;
    RecordApplier applier;
    FactTable facts;
    SqliteDraftTable drafts;
    SqliteOutboxTable outbox;
    SqliteContentTable contents;
    SqliteDocumentTextTable texts;
    SqliteUploadTable uploads;
    SqliteKeepingTable keeping;
    Statement begin, commit, rollBack;
    Statement setMeta, getMeta, clearMeta, saveReach, questionHome;
    Statement dueCases, postsOfCase, earlierOf, attachedTo, nextExpiry;
  };

  Result<void> openFiles();
  void prepareFiles();
  void connect();
  void adopt();
  std::string meta(const std::string& name);
  Result<void> write(const std::function<Result<void>()>& work);
  // What `work` reads, or nothing when the disk fails.
  template <class Work>
  auto read(Work&& work) -> decltype(work());
  void commitHeld();
  void forgetHeld();
  void noteDamage(const Error& error);
  void scrub();
  bool truncateLog(int busyMilliseconds, const char* database);  // null: of both files
  Result<void> applyAll(const Scope& scope, const std::vector<Record>& records, RecordApplier::Rule rule);
  void eraseAll(const std::vector<std::int64_t>& rids);
  // What was erased in the transaction that is open must not be left in the index or the log.
  void scrubAfter();
  void scrubLog();
  // Texts that no version has any more, and what the index keeps of them.
  void removeLostTexts();
  std::vector<std::int64_t> recordsOfCase(TopicId topic, ChannelId channel);

  std::unique_ptr<ProfileFolder> folder_;
  CacheOptions options_;
  OpenReport report_;
  ChangeFeed feed_;
  std::unique_ptr<Parts> parts_;
  int depth_ = 0;
  std::optional<Error> doomed_;  // why the transaction that is open cannot be committed
  // A transaction is open that holds pages of history: whoever else writes has it committed first.
  bool holding_ = false;
  std::vector<Scope> heldBack_;  // whose pages
  std::size_t heldBytes_ = 0;
  std::vector<Scope> unstored_;
  std::optional<Error> heldFailure_;  // not told yet
  bool isLogLong_ = false;            // groups of pages were stored since the log was emptied
  // Purged words may still be in the log; noted in `meta` with the purge, so that a kill does not forget it.
  bool scrubDue_ = false;
  bool purging_ = false;  // by the transaction that is open
  // Planted: records whose cursor went first.
  std::vector<std::pair<Scope, std::vector<Record>>> late_;
};

}  // namespace vb::client::store

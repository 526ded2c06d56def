// The tables of documents on this computer: contents in cache.db, uploads and what to keep in own.db. Each writing call
// is a transaction through `write`, or joins the one that is open.
#pragma once

#include "client/core/store/content_table.h"
#include "client/core/store/own_tables.h"
#include "client/core/store/upload_table.h"

namespace vb::client::store {

class SqliteContentTable : public ContentTable {
 public:
  SqliteContentTable(Connection& connection, Changes& changes, Write write);
  std::vector<Content> contents() override;
  std::optional<Content> content(const std::string& sha256) override;
  Result<void> save(const std::vector<Content>& contents) override;
  Result<void> remove(const std::vector<std::string>& hashes) override;
  Result<void> setPercent(int percent) override;
  Result<std::vector<ReadableVersion>> readableVersions() override;
  std::optional<ReadableVersion> readableVersion(VersionId id) override;

 private:
  Changes& changes_;
  Write write_;
  Statement all_, find_, save_, remove_, setPercent_, readable_, oneReadable_;
};

class SqliteUploadTable : public UploadTable {
 public:
  SqliteUploadTable(Connection& connection, Changes& changes, Write write);
  std::vector<Upload> uploads() override;
  std::optional<Upload> upload(UploadId id) override;
  Result<void> save(const std::vector<Upload>& uploads) override;
  Result<void> remove(UploadId id) override;

 private:
  Changes& changes_;
  Write write_;
  Statement all_, find_, save_, remove_;
};

class SqliteKeepingTable : public KeepingTable {
 public:
  SqliteKeepingTable(Connection& connection, Changes& changes, Write write);
  std::set<DocumentId> pins() override;
  Result<void> setPinned(DocumentId document, bool pinned) override;
  std::map<ChannelId, OfflineRule> rules() override;
  Result<void> setRule(ChannelId channel, const OfflineRule& rule) override;
  qint64 storageLimit() override;
  Result<void> setStorageLimit(qint64 bytes) override;

 private:
  Changes& changes_;
  Write write_;
  Statement pins_, pin_, unpin_, rules_, setRule_, limit_, setLimit_;
};

// Columns as readUpload() expects them; a macro, because a statement is one literal.
#define VB_UPLOAD_COLUMNS                                                                                    \
  "id, channel, folder, topic, document, version, base_version, command, name, media_type, remark, source, " \
  "sha256, size, sent, state, error_code, added_at"
Upload readUpload(const Statement::Rows& rows);

// For the readers.
inline constexpr char kStorageLimitFact[] = "storage_limit";
inline constexpr char kFetchPercent[] = "fetch_percent";  // in `meta`

}  // namespace vb::client::store

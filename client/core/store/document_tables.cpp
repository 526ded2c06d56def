#include "client/core/store/document_tables.h"

#include "client/core/store/tuning.h"

namespace vb::client::store {
namespace {

#define VB_CONTENT_COLUMNS "sha256, size, bytes_here, state, last_used, asked, error_code"

Content readContent(const Statement::Rows& rows) {
  Content content;
  content.sha256 = rows.bytes(0);
  content.size = rows.number(1);
  content.bytesHere = rows.number(2);
  content.state = static_cast<ContentState>(rows.number(3));
  content.lastUsed = rows.number(4);
  content.asked = rows.flag(5);
  content.errorCode = rows.bytes(6);
  return content;
}

ReadableVersion readVersion(const Statement::Rows& rows) {
  ReadableVersion version;
  version.scope = rows.bytes(0);
  version.channel = ChannelId{rows.uuid(1)};
  version.document = DocumentId{rows.uuid(2)};
  version.version = VersionId{rows.uuid(3)};
  version.number = static_cast<int>(rows.number(4));
  version.sha256 = rows.bytes(5);
  version.size = rows.number(6);
  version.at = rows.number(7);
  version.name = rows.string(8);
  version.current = rows.flag(9);
  version.trashed = rows.flag(10);
  return version;
}

// A document that is attached to a topic is of the channel of that topic.
#define VB_READABLE_VERSIONS                                                                                      \
  "SELECT d.scope, coalesce(t.channel, d.channel), d.id, v.id, v.number, v.sha256, v.size,"                       \
  " CASE WHEN d.current = v.id THEN d.changed_at ELSE v.added_at END, d.name, d.current = v.id, d.trashed_at > 0" \
  " FROM version v JOIN document d ON d.id = v.document LEFT JOIN topic t ON t.id = d.topic"

}  // namespace

// ---- contents --------------------------------------------------------------------------------------------

SqliteContentTable::SqliteContentTable(Connection& c, Changes& changes, Write write)
    : changes_(changes),
      write_(std::move(write)),
      all_(c, "SELECT " VB_CONTENT_COLUMNS " FROM content"),
      find_(c, "SELECT " VB_CONTENT_COLUMNS " FROM content WHERE sha256 = ?"),
      save_(c, "INSERT OR REPLACE INTO content (" VB_CONTENT_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?)"),
      remove_(c, "DELETE FROM content WHERE sha256 = ?"),
      setPercent_(c, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"),
      readable_(c, VB_READABLE_VERSIONS),
      oneReadable_(c, VB_READABLE_VERSIONS " WHERE v.id = ?") {}

std::vector<Content> SqliteContentTable::contents() {
  std::vector<Content> found;
  (void)guarded([&] {
    auto rows = all_.query();
    while (rows.next()) found.push_back(readContent(rows));
  });
  return found;
}

std::optional<Content> SqliteContentTable::content(const std::string& sha256) {
  std::optional<Content> found;
  (void)guarded([&] {
    auto rows = find_.query(sha256);
    if (rows.next()) found = readContent(rows);
  });
  return found;
}

Result<void> SqliteContentTable::save(const std::vector<Content>& contents) {
  if (contents.empty()) return {};
  return write_([&]() -> Result<void> {
    for (const auto& one : contents)
      save_.run(one.sha256, one.size, one.bytesHere, static_cast<int>(one.state), one.lastUsed, one.asked,
                one.errorCode);
    changes_.documents = true;
    return {};
  });
}

Result<void> SqliteContentTable::remove(const std::vector<std::string>& hashes) {
  if (hashes.empty()) return {};
  return write_([&]() -> Result<void> {
    for (const auto& sha256 : hashes)
      if (remove_.run(sha256) > 0) changes_.documents = true;
    return {};
  });
}

Result<void> SqliteContentTable::setPercent(int percent) {
  return write_([&]() -> Result<void> {
    setPercent_.run(kFetchPercent, std::to_string(percent));
    changes_.documents = true;
    return {};
  });
}

Result<std::vector<ReadableVersion>> SqliteContentTable::readableVersions() {
  std::vector<ReadableVersion> versions;
  const auto read = guarded([&] {
    auto rows = readable_.query();
    while (rows.next()) versions.push_back(readVersion(rows));
  });
  if (!read) return read.error();
  return versions;
}

std::optional<ReadableVersion> SqliteContentTable::readableVersion(VersionId id) {
  std::optional<ReadableVersion> found;
  (void)guarded([&] {
    auto rows = oneReadable_.query(id);
    if (rows.next()) found = readVersion(rows);
  });
  return found;
}

// ---- uploads ---------------------------------------------------------------------------------------------

Upload readUpload(const Statement::Rows& rows) {
  Upload upload;
  upload.id = UploadId{rows.uuid(0)};
  upload.channel = ChannelId{rows.uuid(1)};
  upload.folder = FolderId{rows.uuid(2)};
  upload.topic = TopicId{rows.uuid(3)};
  upload.document = DocumentId{rows.uuid(4)};
  upload.version = VersionId{rows.uuid(5)};
  upload.baseVersion = VersionId{rows.uuid(6)};
  upload.command = CommandId{rows.uuid(7)};
  upload.name = rows.string(8);
  upload.mediaType = rows.string(9);
  upload.remark = rows.string(10);
  upload.source = rows.string(11);
  upload.sha256 = rows.bytes(12);
  upload.size = rows.number(13);
  upload.sent = rows.number(14);
  upload.state = static_cast<UploadState>(rows.number(15));
  upload.errorCode = rows.bytes(16);
  upload.addedAt = rows.number(17);
  return upload;
}

SqliteUploadTable::SqliteUploadTable(Connection& c, Changes& changes, Write write)
    : changes_(changes),
      write_(std::move(write)),
      all_(c, "SELECT " VB_UPLOAD_COLUMNS " FROM own.upload ORDER BY added_at, id"),
      find_(c, "SELECT " VB_UPLOAD_COLUMNS " FROM own.upload WHERE id = ?"),
      save_(c, "INSERT OR REPLACE INTO own.upload (" VB_UPLOAD_COLUMNS
               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      remove_(c, "DELETE FROM own.upload WHERE id = ?") {}

std::vector<Upload> SqliteUploadTable::uploads() {
  std::vector<Upload> found;
  (void)guarded([&] {
    auto rows = all_.query();
    while (rows.next()) found.push_back(readUpload(rows));
  });
  return found;
}

std::optional<Upload> SqliteUploadTable::upload(UploadId id) {
  std::optional<Upload> found;
  (void)guarded([&] {
    auto rows = find_.query(id);
    if (rows.next()) found = readUpload(rows);
  });
  return found;
}

Result<void> SqliteUploadTable::save(const std::vector<Upload>& uploads) {
  if (uploads.empty()) return {};
  return write_([&]() -> Result<void> {
    for (const auto& one : uploads)
      save_.run(one.id, one.channel, one.folder, one.topic, one.document, one.version, one.baseVersion, one.command,
                one.name, one.mediaType, one.remark, one.source, one.sha256, one.size, one.sent,
                static_cast<int>(one.state), one.errorCode, one.addedAt);
    changes_.uploads = true;
    return {};
  });
}

Result<void> SqliteUploadTable::remove(UploadId id) {
  return write_([&]() -> Result<void> {
    if (remove_.run(id) > 0) changes_.uploads = true;
    return {};
  });
}

// ---- what to keep ----------------------------------------------------------------------------------------

SqliteKeepingTable::SqliteKeepingTable(Connection& c, Changes& changes, Write write)
    : changes_(changes),
      write_(std::move(write)),
      pins_(c, "SELECT document FROM own.pin"),
      pin_(c, "INSERT OR IGNORE INTO own.pin (document) VALUES (?)"),
      unpin_(c, "DELETE FROM own.pin WHERE document = ?"),
      rules_(c, "SELECT channel, keep, bytes_max FROM own.offline_rule"),
      setRule_(c, "INSERT OR REPLACE INTO own.offline_rule (channel, keep, bytes_max) VALUES (?, ?, ?)"),
      limit_(c, "SELECT value FROM own.fact WHERE name = ?"),
      setLimit_(c, "INSERT OR REPLACE INTO own.fact (name, value) VALUES (?, ?)") {}

std::set<DocumentId> SqliteKeepingTable::pins() {
  std::set<DocumentId> found;
  (void)guarded([&] {
    auto rows = pins_.query();
    while (rows.next()) found.insert(DocumentId{rows.uuid(0)});
  });
  return found;
}

Result<void> SqliteKeepingTable::setPinned(DocumentId document, bool pinned) {
  return write_([&]() -> Result<void> {
    (pinned ? pin_ : unpin_).run(document);
    changes_.documents = true;
    return {};
  });
}

std::map<ChannelId, OfflineRule> SqliteKeepingTable::rules() {
  std::map<ChannelId, OfflineRule> found;
  (void)guarded([&] {
    auto rows = rules_.query();
    while (rows.next()) found[ChannelId{rows.uuid(0)}] = {static_cast<OfflineKeep>(rows.number(1)), rows.number(2)};
  });
  return found;
}

Result<void> SqliteKeepingTable::setRule(ChannelId channel, const OfflineRule& rule) {
  return write_([&]() -> Result<void> {
    setRule_.run(channel, static_cast<int>(rule.keep), rule.bytesMax);
    changes_.documents = changes_.channels = true;
    return {};
  });
}

qint64 SqliteKeepingTable::storageLimit() {
  qint64 limit = kStorageLimitDefault;
  (void)guarded([&] {
    auto rows = limit_.query(kStorageLimitFact);
    if (rows.next()) limit = rows.string(0).toLongLong();
  });
  return limit;
}

Result<void> SqliteKeepingTable::setStorageLimit(qint64 bytes) {
  return write_([&]() -> Result<void> {
    setLimit_.run(kStorageLimitFact, std::to_string(bytes));
    changes_.documents = true;
    return {};
  });
}

}  // namespace vb::client::store

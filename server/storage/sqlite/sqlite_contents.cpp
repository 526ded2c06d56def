#include "server/storage/sqlite/sqlite_contents.h"

namespace vb::server::storage {
namespace {

template <class AnyId>
AnyId idAt(const Rows& rows, int column) {
  return AnyId{uuidFromBlob(rows.blob(column))};
}

}  // namespace

SqliteContents::SqliteContents(Database& database)
    : findUpload_(database,
                  "SELECT id, user, channel, topic, size, received, sha256, created_at, changed_at FROM upload"
                  " WHERE id = ?1"),
      uploadsOf_(database, "SELECT count(*) FROM upload WHERE user = ?1"),
      bytesComing_(database, "SELECT coalesce(sum(size), 0) FROM upload WHERE channel = ?1"),
      stale_(database, "SELECT id FROM upload WHERE changed_at < ?1 ORDER BY changed_at LIMIT ?2"),
      findVersion_(database, "SELECT version, channel, document, sha256, size FROM version_content WHERE version = ?1"),
      usedBytes_(database, "SELECT coalesce(sum(size), 0) FROM version_content WHERE channel = ?1"),
      isUsed_(database,
              "SELECT EXISTS (SELECT 1 FROM version_content WHERE sha256 = ?1)"
              " OR EXISTS (SELECT 1 FROM upload WHERE sha256 = ?1)"),
      dueBinned_(database,
                 "SELECT channel, document FROM document_bin WHERE empty_at <= ?1 ORDER BY empty_at LIMIT ?2"),
      insertUpload_(database,
                    "INSERT INTO upload (id, user, channel, topic, size, received, sha256, created_at, changed_at)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
      setReceived_(database, "UPDATE upload SET received = ?2, changed_at = ?3 WHERE id = ?1"),
      setComplete_(database, "UPDATE upload SET received = size, sha256 = ?2, changed_at = ?3 WHERE id = ?1"),
      removeUpload_(database, "DELETE FROM upload WHERE id = ?1"),
      insertVersion_(database,
                     "INSERT INTO version_content (version, channel, document, sha256, size)"
                     " VALUES (?1, ?2, ?3, ?4, ?5)"),
      removeVersion_(database, "DELETE FROM version_content WHERE version = ?1"),
      setBinned_(database, "INSERT OR REPLACE INTO document_bin (document, channel, empty_at) VALUES (?1, ?2, ?3)"),
      removeBinned_(database, "DELETE FROM document_bin WHERE document = ?1"),
      removeUploads_(database, "DELETE FROM upload WHERE channel = ?1"),
      removeVersions_(database, "DELETE FROM version_content WHERE channel = ?1"),
      removeBins_(database, "DELETE FROM document_bin WHERE channel = ?1") {}

// ---- uploads ---------------------------------------------------------------------------------------------

std::optional<Upload> SqliteContents::findUpload(UploadId id) const {
  auto rows = findUpload_.run(id);
  if (!rows.next()) return std::nullopt;
  Upload upload;
  upload.id = idAt<UploadId>(rows, 0);
  upload.user = idAt<UserId>(rows, 1);
  upload.channel = idAt<ChannelId>(rows, 2);
  upload.topic = idAt<TopicId>(rows, 3);
  upload.size = rows.number(4);
  upload.received = rows.number(5);
  upload.sha256 = rows.text(6);
  upload.createdAt = timestampFrom(rows.number(7));
  upload.changedAt = timestampFrom(rows.number(8));
  return upload;
}

void SqliteContents::insertUpload(const Upload& upload) {
  insertUpload_.exec(upload.id, upload.user, upload.channel, upload.topic, upload.size, upload.received, upload.sha256,
                     upload.createdAt, upload.changedAt);
}

void SqliteContents::setReceived(UploadId id, std::int64_t received, Timestamp now) {
  setReceived_.exec(id, received, now);
}

void SqliteContents::setComplete(UploadId id, std::string_view sha256, Timestamp now) {
  setComplete_.exec(id, sha256, now);
}

void SqliteContents::removeUpload(UploadId id) { removeUpload_.exec(id); }

int SqliteContents::uploadsOf(UserId user) const {
  auto rows = uploadsOf_.run(user);
  return rows.next() ? static_cast<int>(rows.number(0)) : 0;
}

std::int64_t SqliteContents::bytesComing(ChannelId channel) const {
  auto rows = bytesComing_.run(channel);
  return rows.next() ? rows.number(0) : 0;
}

std::vector<UploadId> SqliteContents::staleUploads(Timestamp before, int max) const {
  std::vector<UploadId> ids;
  for (auto rows = stale_.run(before, max); rows.next();) ids.push_back(idAt<UploadId>(rows, 0));
  return ids;
}

// ---- versions --------------------------------------------------------------------------------------------

std::optional<VersionContent> SqliteContents::findVersion(VersionId version) const {
  auto rows = findVersion_.run(version);
  if (!rows.next()) return std::nullopt;
  return VersionContent{idAt<VersionId>(rows, 0), idAt<ChannelId>(rows, 1), idAt<DocumentId>(rows, 2),
                        std::string(rows.text(3)), rows.number(4)};
}

void SqliteContents::insertVersion(const VersionContent& version) {
  insertVersion_.exec(version.version, version.channel, version.document, version.sha256, version.size);
}

void SqliteContents::removeVersion(VersionId version) { removeVersion_.exec(version); }

std::int64_t SqliteContents::usedBytes(ChannelId channel) const {
  auto rows = usedBytes_.run(channel);
  return rows.next() ? rows.number(0) : 0;
}

bool SqliteContents::isUsed(std::string_view sha256) const {
  if (sha256.empty()) return false;  // of every upload that is not complete
  auto rows = isUsed_.run(sha256);
  return rows.next() && rows.number(0) != 0;
}

// ---- bins ------------------------------------------------------------------------------------------------

void SqliteContents::setBinned(const BinnedDocument& one, Timestamp emptyAt) {
  setBinned_.exec(one.document, one.channel, emptyAt);
}

void SqliteContents::removeBinned(DocumentId document) { removeBinned_.exec(document); }

std::vector<BinnedDocument> SqliteContents::dueBinned(Timestamp now, int max) const {
  std::vector<BinnedDocument> due;
  for (auto rows = dueBinned_.run(now, max); rows.next();)
    due.push_back({idAt<ChannelId>(rows, 0), idAt<DocumentId>(rows, 1)});
  return due;
}

void SqliteContents::removeChannel(ChannelId channel) {
  removeUploads_.exec(channel);
  removeVersions_.exec(channel);
  removeBins_.exec(channel);
}

}  // namespace vb::server::storage

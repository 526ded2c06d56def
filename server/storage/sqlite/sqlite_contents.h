// SqliteContents: the table Contents on one connection.
#pragma once

#include "server/storage/contents.h"
#include "server/storage/sqlite/database.h"

namespace vb::server::storage {

class SqliteContents final : public Contents {
 public:
  explicit SqliteContents(Database& database);

  std::optional<Upload> findUpload(UploadId id) const override;
  void insertUpload(const Upload& upload) override;
  void setReceived(UploadId id, std::int64_t received, Timestamp now) override;
  void setComplete(UploadId id, std::string_view sha256, Timestamp now) override;
  void removeUpload(UploadId id) override;
  int uploadsOf(UserId user) const override;
  std::int64_t bytesComing(ChannelId channel) const override;
  std::vector<UploadId> staleUploads(Timestamp before, int max) const override;

  std::optional<VersionContent> findVersion(VersionId version) const override;
  void insertVersion(const VersionContent& version) override;
  void removeVersion(VersionId version) override;
  std::int64_t usedBytes(ChannelId channel) const override;
  bool isUsed(std::string_view sha256) const override;

  void setBinned(const BinnedDocument& one, Timestamp emptyAt) override;
  void removeBinned(DocumentId document) override;
  std::vector<BinnedDocument> dueBinned(Timestamp now, int max) const override;
  void removeChannel(ChannelId channel) override;

 private:
  mutable Statement findUpload_, uploadsOf_, bytesComing_, stale_, findVersion_, usedBytes_, isUsed_, dueBinned_;
  Statement insertUpload_, setReceived_, setComplete_, removeUpload_, insertVersion_, removeVersion_, setBinned_,
      removeBinned_, removeUploads_, removeVersions_, removeBins_;
};

}  // namespace vb::server::storage

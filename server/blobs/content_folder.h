// ContentFolder: the files behind a BlobStore, worked on at once; see blob_store.h for what each call promises. Used by
// one thread at a time.
#pragma once

#include <functional>

#include "server/blobs/blob_store.h"

namespace vb::server::blobs {

class ContentFolder {
 public:
  ContentFolder(std::filesystem::path folder, const Clock& clock) : folder_(std::move(folder)), clock_(clock) {}

  Result<void> prepare();
  Result<std::int64_t> append(UploadId upload, std::int64_t offset, const std::string& bytes);
  Result<std::int64_t> sync(UploadId upload);
  Result<StoredContent> finish(UploadId upload, std::int64_t size);
  Result<void> discard(UploadId upload);
  Result<StoredContent> copyIn(const std::filesystem::path& file, std::int64_t bytesMax);
  Result<std::string> read(const std::string& sha256, std::int64_t offset, std::size_t bytesMax);
  bool has(const std::string& sha256) const;
  // The content of another folder, on disk here; a link when that can be. notFound, conflict when it is damaged.
  Result<void> takeFrom(const ContentFolder& other, const std::string& sha256);
  Result<std::vector<std::string>> unchangedSince(Timestamp before);
  Result<std::int64_t> remove(const std::vector<std::string>& hashes, Timestamp before);
  Result<std::int64_t> removeIncoming(const std::function<bool(UploadId)>& isKnown, Timestamp before);

 private:
  std::filesystem::path incoming(UploadId upload) const { return folder_ / "incoming" / upload.text(); }
  std::filesystem::path content(const std::string& sha256) const;
  // What it is called is on disk.
  Result<void> syncNameOf(const std::filesystem::path& content) const;
  // `file`, complete and on disk, becomes the content of that hash.
  Result<void> adopt(const std::filesystem::path& file, const std::string& sha256);
  Result<void> touch(const std::filesystem::path& file) const;
  bool isUnchanged(const std::filesystem::path& file, Timestamp before) const;

  std::filesystem::path folder_;
  const Clock& clock_;
};

}  // namespace vb::server::blobs

// BlobStore: the bytes of documents as files: contents by their SHA-256 (`contents/ab/<hash>`), and what is still
// coming in (`incoming/<upload>`). It knows no rights and no names; which content is used, Storage knows. Files are
// worked on by a thread of its own, in order; each `done` is called once, on the thread of the owner's `post` (or
// inline when there is none). Errors: diskFull, ioFailed, notFound, conflict as said.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace vb::server::blobs {

struct StoredContent {
  std::string sha256;  // hexadecimal, lower case
  std::int64_t size = 0;
};

class BlobStore {
 public:
  using OnDone = std::function<void(Result<void>)>;
  using OnSize = std::function<void(Result<std::int64_t>)>;
  using OnBytes = std::function<void(Result<std::string>)>;
  using OnStored = std::function<void(Result<StoredContent>)>;

  virtual ~BlobStore() = default;  // finishes what is under way

  // Writes at `offset`; the file is made at offset 0 and cut to `offset` first, so that a repeated piece replaces what
  // came of it before. conflict when less than `offset` is there. Answers the new size; not durable before sync().
  virtual void append(UploadId upload, std::int64_t offset, std::string bytes, OnSize done) = 0;
  // What is there of it is on disk; answers its size. An upload without a byte yet: 0.
  virtual void sync(UploadId upload, OnSize done) = 0;
  // The whole of it, of exactly `size` bytes (conflict otherwise), becomes a content: hashed, on disk, renamed; the
  // same content may be there already. After it the upload's file is gone. Also of an empty one.
  virtual void finish(UploadId upload, std::int64_t size, OnStored done) = 0;
  virtual void discard(UploadId upload, OnDone done) = 0;
  // Copies a file of the operator's in, as finish() does. tooLarge above `bytesMax`.
  virtual void copyIn(std::filesystem::path file, std::int64_t bytesMax, OnStored done) = 0;
  // At most `bytesMax` from `offset`; fewer at the end only. notFound.
  virtual void read(std::string sha256, std::int64_t offset, std::size_t bytesMax, OnBytes done) = 0;

  // Contents that were not stored or asked for again (finish, copyIn) since `before`: the only ones that may go, so
  // that a sweep never takes what an upload that just finished is about to use.
  virtual void unchangedSince(Timestamp before, std::function<void(Result<std::vector<std::string>>)> done) = 0;
  // Removes those that are still unchanged since `before`; how many went.
  virtual void remove(std::vector<std::string> hashes, Timestamp before, OnSize done) = 0;
  // The same for files of uploads that nobody knows any more.
  virtual void removeIncoming(const std::function<bool(UploadId)>& isKnown, Timestamp before, OnSize done) = 0;
};

struct BlobStoreOptions {
  std::filesystem::path folder;  // made when missing, 0700
  const Clock& clock;
  // Brings answers to the owner's thread; empty: everything happens inline, no thread.
  std::function<void(std::function<void()>)> post;
};

// ioFailed when the folder cannot be made or written.
Result<std::unique_ptr<BlobStore>> openBlobStore(BlobStoreOptions options);

}  // namespace vb::server::blobs

// Importing a folder of files as documents of a channel. Contents first, then a batch of documents in one transaction:
// killed, it loses nothing and is simply started again, since every file is found by its path. One thread.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include "server/blobs/blob_store.h"
#include "server/services/documents.h"
#include "server/storage/storage.h"

namespace vb::server::app {

// What it needs of the server; each call returns when it is done.
struct DocumentSink {
  std::function<Result<blobs::StoredContent>(const std::filesystem::path&)> store;
  std::function<Result<services::ImportedDocuments>(services::DocumentImport)> write;
};
// Over stores that work inline; both must outlive it. A file above `bytesMax` is tooLarge.
DocumentSink documentSink(storage::Storage& storage, blobs::BlobStore& blobs, std::int64_t bytesMax);

struct DocumentsOptions {
  std::filesystem::path folder;
  ChannelId channel;
  UserId author;
  Timestamp at{};
};
struct DocumentsOutcome {
  services::ImportedDocuments counts;
  int skipped = 0;  // files and folders that were told
  int left = 0;     // not looked at, since the channel's storage is full
};
std::string describe(const DocumentsOutcome& outcome);

// What is hidden is passed over; what is no file, cannot be read or is too large is told and skipped. ioFailed when the
// folder itself cannot be read; the sink's errors.
Result<DocumentsOutcome> importDocuments(const DocumentsOptions& options, const DocumentSink& sink,
                                         std::ostream& messages);

}  // namespace vb::server::app

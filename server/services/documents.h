// Documents: bringing files of the operator into a channel, and what happens to documents by itself: bins are emptied
// at their date, and contents that nobody needs go.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "server/blobs/blob_store.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace vb::server::services {

// A file whose content the BlobStore has already.
struct ImportedDocument {
  std::vector<std::string> folders;  // names from the top
  std::string name;
  std::string source;  // the file, relative to the imported folder: the same one is found again by it
  blobs::StoredContent content;
  std::string mediaType;
};
struct DocumentImport {
  ChannelId channel;
  UserId author;
  Timestamp at{};
  std::vector<ImportedDocument> documents;
};
struct ImportedDocuments {
  int added = 0;
  int versions = 0;  // of documents that were imported before, from a file that changed since
  int unchanged = 0;
  int removed = 0;    // in the bin, or gone: what people threw away does not come back
  bool full = false;  // the channel's storage is: this one and those after it were not looked at
};

// One transaction. notFound ("channel_id", "author"); badField for a name that may not be, with its source as detail.
Result<ImportedDocuments> importDocuments(storage::Tables& tables, const DocumentImport& import);
void importDocuments(storage::Storage& storage, DocumentImport import,
                     std::function<void(Result<ImportedDocuments>)> done);

// Documents whose time in the bin is over go for ever, a bounded number in a transaction; how many went.
void emptyBins(storage::Storage& storage, Timestamp now, std::function<void(Result<int>)> done);

struct Collected {
  std::int64_t uploads = 0;   // that nobody went on with
  std::int64_t contents = 0;  // that no version and no upload has
};
// Both must outlive it. Never takes what came in during the last kContentKept: somebody may be about to use it.
void collectContents(storage::Storage& storage, blobs::BlobStore& blobs, Timestamp now,
                     std::function<void(Result<Collected>)> done);

}  // namespace vb::server::services

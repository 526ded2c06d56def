// Contents: which uploads are under way, which version has which content, and which documents wait in a bin for their
// end. A table of Tables; the bytes themselves are in server/blobs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace vb::server::storage {

struct Upload {
  UploadId id;
  UserId user;  // nobody else sees or uses it
  ChannelId channel;
  TopicId topic;              // nil: a document of the channel
  std::int64_t size = 0;      // as announced
  std::int64_t received = 0;  // on disk
  std::string sha256;         // hexadecimal; empty until it is complete
  Timestamp createdAt{};
  Timestamp changedAt{};
};

// A version of a living document.
struct VersionContent {
  VersionId version;
  ChannelId channel;
  DocumentId document;
  std::string sha256;
  std::int64_t size = 0;
};

struct BinnedDocument {
  ChannelId channel;
  DocumentId document;
};

class Contents {
 public:
  virtual ~Contents() = default;

  virtual std::optional<Upload> findUpload(UploadId id) const = 0;
  virtual void insertUpload(const Upload& upload) = 0;
  virtual void setReceived(UploadId id, std::int64_t received, Timestamp now) = 0;
  virtual void setComplete(UploadId id, std::string_view sha256, Timestamp now) = 0;
  virtual void removeUpload(UploadId id) = 0;
  virtual int uploadsOf(UserId user) const = 0;
  // What they announced, of uploads into this channel that are not used by a version yet.
  virtual std::int64_t bytesComing(ChannelId channel) const = 0;
  // Not changed since `before`, at most `max`.
  virtual std::vector<UploadId> staleUploads(Timestamp before, int max) const = 0;

  virtual std::optional<VersionContent> findVersion(VersionId version) const = 0;
  virtual void insertVersion(const VersionContent& version) = 0;
  virtual void removeVersion(VersionId version) = 0;
  virtual std::int64_t usedBytes(ChannelId channel) const = 0;  // contents of all versions, doubles counted
  // Has a version or a complete upload this content?
  virtual bool isUsed(std::string_view sha256) const = 0;

  virtual void setBinned(const BinnedDocument& one, Timestamp emptyAt) = 0;
  virtual void removeBinned(DocumentId document) = 0;
  virtual std::vector<BinnedDocument> dueBinned(Timestamp now, int max) const = 0;

  // Versions, uploads and bins of a channel that goes.
  virtual void removeChannel(ChannelId channel) = 0;
};

}  // namespace vb::server::storage

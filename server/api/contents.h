// Contents: the bytes of documents on their way in and out, over storage and blobs. Knows no socket. Rights are looked
// up in the transaction that reads or notes (S6), and again while bytes flow; what one may not see is notFound, like
// what does not exist (A9, A11). On the thread of the sessions; every answer is given exactly once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/api/api.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/domain/scope.h"

namespace vb::server::api {

struct UploadState {
  UploadId id;
  std::int64_t offset = 0;  // on disk
  std::int64_t size = 0;    // as announced
  Timestamp expiresAt{};
};

struct NewUpload {
  std::optional<UploadId> id;  // made by the client; the same once more is the same upload
  ChannelId channel;
  TopicId topic;  // nil: a document of the channel
  std::int64_t size = 0;
};

// Where the bytes of one request go; one call at a time. When it is destroyed, what came is brought to disk and noted.
class UploadStream {
 public:
  using OnOffset = std::function<void(Result<std::int64_t>)>;

  virtual ~UploadStream() = default;
  // tooLarge ("length") beyond what was announced: nothing of these bytes counts.
  virtual void add(std::string bytes, OnOffset done) = 0;
  // No more will come in this request: answers what is on disk; with the last byte it has become a content.
  virtual void finish(std::function<void(Result<UploadState>)> done) = 0;
  virtual std::int64_t size() const = 0;
};

// The content of one version, for one reader.
class ContentStream {
 public:
  using OnBytes = std::function<void(Result<std::string>)>;

  virtual ~ContentStream() = default;
  virtual std::int64_t size() const = 0;
  virtual const std::string& sha256() const = 0;
  // At most `bytesMax`; after kRightsKept it first looks again whether he may.
  virtual void read(std::int64_t offset, std::size_t bytesMax, OnBytes done) = 0;
  // Looks again now: unauthorized, notFound.
  virtual void look(std::function<void(Result<void>)> done) = 0;
};

class Contents {
 public:
  using OnState = std::function<void(Result<UploadState>)>;
  using OnDone = std::function<void(Result<void>)>;
  using OnUpload = std::function<void(Result<std::unique_ptr<UploadStream>>)>;
  using OnContent = std::function<void(Result<std::unique_ptr<ContentStream>>)>;

  virtual ~Contents() = default;
  virtual std::int64_t uploadBytesMax() const = 0;

  // notFound, forbidden (detail "lease": read-only), tooLarge ("size", "quota"), idReused, tooManyRequests.
  virtual void createUpload(Caller caller, NewUpload asked, OnState done) = 0;
  // Takes over from a request that still sends to it.
  virtual void uploadState(Caller caller, UploadId id, OnState done) = 0;
  // For bytes from `offset` on: conflict when that is not the offset of uploadState. Takes over as well; `onTaken` says
  // that another waits for this one: the stream must go soon, with what came.
  virtual void openUpload(Caller caller, UploadId id, std::int64_t offset, std::function<void()> onTaken,
                          OnUpload done) = 0;
  virtual void dropUpload(Caller caller, UploadId id, OnDone done) = 0;

  // The version must stand in this scope, and the caller may read it there.
  virtual void openContent(Caller caller, Scope scope, VersionId version, OnContent done) = 0;
};

}  // namespace vb::server::api

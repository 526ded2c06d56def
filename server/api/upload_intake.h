// UploadIntake: takes the bytes of one request into an upload: appends them, and every now and then brings them to disk
// and notes how far it is, so that what is noted is always there. Shared with the work under way. On the thread of the
// sessions.
#pragma once

#include <memory>
#include <string>

#include "server/api/contents.h"
#include "server/api/upload_turns.h"
#include "server/blobs/blob_store.h"
#include "server/services/access.h"
#include "server/storage/storage.h"

namespace vb::server::api {

// What contents are made of; all outlive them. Streams may outlive it, and then do nothing more.
struct ContentParts {
  storage::Storage& storage;
  blobs::BlobStore& blobs;
  const Clock& clock;
  storage::Storage::OnProblem onProblem;
};

// Everything came and is noted: it becomes a content under its hash.
void completeUpload(const ContentParts& parts, const services::Identity& who, const storage::Upload& upload,
                    std::function<void(Result<void>)> done);

class UploadIntake : public std::enable_shared_from_this<UploadIntake> {
 public:
  using OnOffset = UploadStream::OnOffset;

  // `upload.received` is on disk.
  UploadIntake(const std::shared_ptr<const ContentParts>& parts, services::Identity who, storage::Upload upload);
  // Now it has the turn, until it is closed.
  void begin(std::shared_ptr<UploadTurns::Turn> turn, std::function<void()> onTaken);
  void add(std::string bytes, OnOffset done);
  void finish(OnOffset done);
  UploadState stateAt(std::int64_t offset) const;
  std::int64_t size() const { return upload_.size; }
  // Nothing more comes: notes what came, then the turn ends.
  void close();

 private:
  void appended(Result<std::int64_t> size, std::int64_t expected, const OnOffset& done);
  void note(OnOffset done);
  void answer(const OnOffset& done, const Result<std::int64_t>& result);
  void leave();

  const ContentParts& parts_;
  std::weak_ptr<const ContentParts> alive_;
  services::Identity who_;
  storage::Upload upload_;
  std::int64_t offset_;
  std::int64_t noted_;
  Milliseconds notedAt_;
  std::shared_ptr<UploadTurns::Turn> turn_;
  bool isBusy_ = false;
  bool isClosed_ = false;
};

// The handle of the one who sends.
class IntakeStream final : public UploadStream {
 public:
  explicit IntakeStream(std::shared_ptr<UploadIntake> intake) : intake_(std::move(intake)) {}
  ~IntakeStream() override { intake_->close(); }
  void add(std::string bytes, OnOffset done) override { intake_->add(std::move(bytes), std::move(done)); }
  void finish(std::function<void(Result<UploadState>)> done) override {
    intake_->finish([intake = intake_, done = std::move(done)](Result<std::int64_t> offset) {
      done(offset ? Result<UploadState>(intake->stateAt(*offset)) : offset.error());
    });
  }
  std::int64_t size() const override { return intake_->size(); }

 private:
  std::shared_ptr<UploadIntake> intake_;
};

}  // namespace vb::server::api

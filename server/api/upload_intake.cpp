#include "server/api/upload_intake.h"

#include <utility>

#include "server/api/content_rights.h"
#include "server/api/once.h"
#include "server/api/tuning.h"
#include "server/services/tuning.h"

namespace vb::server::api {

void completeUpload(const ContentParts& parts, const services::Identity& who, const storage::Upload& upload,
                    std::function<void(Result<void>)> done) {
  parts.blobs.finish(upload.id, upload.size,
                     once<Result<blobs::StoredContent>>(
                         [&parts, who, id = upload.id, done = std::move(done)](Result<blobs::StoredContent> stored) {
                           if (!stored) return done(stored.error());
                           parts.storage.write(
                               [who, id, sha256 = stored->sha256, now = parts.clock.now()](storage::Tables& tables) {
                                 auto own = findUpload(tables, who, id, now);
                                 if (!own) return Result<void>(own.error());
                                 tables.contents().setComplete(id, sha256, now);
                                 return Result<void>();
                               },
                               once<Result<void>>(done));
                         }));
}

UploadIntake::UploadIntake(const std::shared_ptr<const ContentParts>& parts, services::Identity who,
                           storage::Upload upload)
    : parts_(*parts),
      alive_(parts),
      who_(std::move(who)),
      upload_(std::move(upload)),
      offset_(upload_.received),
      noted_(upload_.received),
      notedAt_(parts->clock.elapsed()) {}

void UploadIntake::begin(std::shared_ptr<UploadTurns::Turn> turn, std::function<void()> onTaken) {
  turn_ = std::move(turn);
  turn_->whenWanted([weak = weak_from_this(), onTaken = std::move(onTaken)] {
    if (const auto self = weak.lock(); self && !self->isClosed_) onTaken();
  });
}

void UploadIntake::add(std::string bytes, OnOffset done) {
  if (isClosed_ || isBusy_) return done(fail(ErrorCode::conflict, "not open"));
  const auto expected = offset_ + static_cast<std::int64_t>(bytes.size());
  if (expected > upload_.size) return done(fail(ErrorCode::tooLarge, "length"));
  if (bytes.empty()) return done(offset_);
  isBusy_ = true;
  parts_.blobs.append(
      upload_.id, offset_, std::move(bytes),
      once<Result<std::int64_t>>([self = shared_from_this(), expected, done = std::move(done)](
                                     Result<std::int64_t> size) { self->appended(std::move(size), expected, done); }));
}

void UploadIntake::appended(Result<std::int64_t> size, std::int64_t expected, const OnOffset& done) {
  if (!size) return answer(done, size);
  offset_ = expected;
  const bool isTime = offset_ - noted_ >= kNotedEveryBytes || parts_.clock.elapsed() - notedAt_ >= kNotedEvery;
  if (!isTime || isClosed_) return answer(done, offset_);
  note([self = shared_from_this(), done](const Result<std::int64_t>& noted) { self->answer(done, noted); });
}

void UploadIntake::finish(OnOffset done) {
  if (isClosed_ || isBusy_) return done(fail(ErrorCode::conflict, "not open"));
  if (!upload_.sha256.empty()) {
    close();
    return done(offset_);
  }
  isBusy_ = true;
  auto answered = [self = shared_from_this(), done = std::move(done)](const Result<std::int64_t>& result) {
    self->isClosed_ = true;  // one request, one end: the turn is free before the answer is
    self->answer(done, result);
  };
  if (offset_ < upload_.size) return note(std::move(answered));
  // Syncs and notes as well; when it fails, what came is noted on leaving.
  completeUpload(parts_, who_, upload_, [self = shared_from_this(), answered](Result<void> completed) {
    if (!completed) return answered(completed.error());
    self->noted_ = self->offset_;
    answered(self->offset_);
  });
}

UploadState UploadIntake::stateAt(std::int64_t offset) const {
  return {upload_.id, offset, upload_.size, parts_.clock.now() + services::kUploadKept};
}

void UploadIntake::note(OnOffset done) {
  if (noted_ == offset_) return done(offset_);
  parts_.blobs.sync(upload_.id, once<Result<std::int64_t>>([self = shared_from_this(),
                                                            done = std::move(done)](Result<std::int64_t> synced) {
                      if (!synced) return done(synced.error());
                      self->parts_.storage.write(
                          [who = self->who_, id = self->upload_.id, offset = self->offset_,
                           now = self->parts_.clock.now()](storage::Tables& tables) -> Result<void> {
                            auto upload = findUpload(tables, who, id, now);
                            if (!upload) return upload.error();
                            tables.contents().setReceived(id, offset, now);
                            return {};
                          },
                          once<Result<void>>([self, done, offset = self->offset_](Result<void> written) {
                            if (!written) return done(written.error());
                            self->noted_ = offset;
                            self->notedAt_ = self->parts_.clock.elapsed();
                            done(offset);
                          }));
                    }));
}

void UploadIntake::answer(const OnOffset& done, const Result<std::int64_t>& result) {
  isBusy_ = false;
  if (isClosed_) leave();
  done(result);
}

void UploadIntake::close() {
  if (std::exchange(isClosed_, true)) return;
  // At the end of everything nothing can be noted any more.
  if (!isBusy_ && !alive_.expired()) leave();
}

void UploadIntake::leave() {
  // The turn goes with the last owner of this function, whatever became of the note.
  note([turn = std::exchange(turn_, nullptr)](const Result<std::int64_t>&) {});
}

}  // namespace vb::server::api

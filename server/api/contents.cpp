#include "server/api/contents.h"

#include <algorithm>
#include <utility>

#include "server/api/content_rights.h"
#include "server/api/create_contents.h"
#include "server/api/once.h"
#include "server/api/tuning.h"
#include "server/api/upload_intake.h"
#include "server/services/channel_log.h"
#include "server/services/limiter.h"
#include "server/services/tuning.h"

namespace vb::server::api {
namespace {

using services::Identity;

Identity identityOf(const Caller& caller) { return {caller.user, caller.tokenHash}; }

UploadState stateOf(const storage::Upload& upload) {
  return {upload.id, upload.sha256.empty() ? upload.received : upload.size, upload.size,
          upload.changedAt + services::kUploadKept};
}

// A new one, or the same once more.
Result<storage::Upload> noteUpload(storage::Tables& tables, const Identity& who, const storage::Upload& asked,
                                   std::int64_t bytesMax) {
  const auto now = asked.createdAt;
  if (auto good = services::checkToken(tables, who, now); !good) return good.error();
  if (auto allowed = maySend(tables, who.user, asked.channel, asked.topic, now); !allowed) return allowed.error();
  auto& contents = tables.contents();
  if (auto there = contents.findUpload(asked.id)) {
    const bool isSame = there->user == asked.user && there->channel == asked.channel && there->topic == asked.topic &&
                        there->size == asked.size;
    if (!isSame) return fail(ErrorCode::idReused);
    return std::move(*there);
  }
  if (asked.size > bytesMax) return fail(ErrorCode::tooLarge, "size");
  if (contents.uploadsOf(who.user) >= kUploadsPerUserMax) return fail(ErrorCode::tooManyRequests);
  const auto lease = services::findLease(tables, asked.channel);
  const bool isLimited = lease && lease->quotaBytes > 0;
  if (isLimited &&
      contents.usedBytes(asked.channel) + contents.bytesComing(asked.channel) + asked.size > lease->quotaBytes)
    return fail(ErrorCode::tooLarge, "quota");
  contents.insertUpload(asked);
  return asked;
}

class VersionStream final : public ContentStream {
 public:
  VersionStream(const ContentParts& parts, Identity who, Scope scope, storage::VersionContent content)
      : shared_(std::make_shared<Shared>(
            Shared{parts, std::move(who), std::move(scope), std::move(content), parts.clock.elapsed()})) {}

  std::int64_t size() const override { return shared_->content.size; }
  const std::string& sha256() const override { return shared_->content.sha256; }

  void read(std::int64_t offset, std::size_t bytesMax, OnBytes done) override {
    const auto& parts = shared_->parts;
    if (parts.clock.elapsed() - shared_->lookedAt < kRightsKept)
      return readNow(shared_, offset, bytesMax, std::move(done));
    look([shared = shared_, offset, bytesMax, done = std::move(done)](Result<void> allowed) mutable {
      if (!allowed) return done(allowed.error());
      readNow(shared, offset, bytesMax, std::move(done));
    });
  }

  void look(std::function<void(Result<void>)> done) override {
    const auto& parts = shared_->parts;
    storage::readValue<Result<storage::VersionContent>>(
        parts.storage,
        [shared = shared_, now = parts.clock.now()](const storage::Tables& tables) {
          return findContent(tables, shared->who, shared->scope, shared->content.version, now);
        },
        once<Result<Result<storage::VersionContent>>>(
            [shared = shared_, done = std::move(done)](Result<Result<storage::VersionContent>> found) {
              if (!found) return done(found.error());
              if (!*found) return done(found->error());
              shared->lookedAt = shared->parts.clock.elapsed();
              done({});
            }));
  }

 private:
  struct Shared {
    const ContentParts& parts;
    Identity who;
    Scope scope;
    storage::VersionContent content;
    Milliseconds lookedAt;
  };

  static void readNow(const std::shared_ptr<Shared>& shared, std::int64_t offset, std::size_t bytesMax, OnBytes done) {
    const auto left = static_cast<std::size_t>(std::max<std::int64_t>(0, shared->content.size - offset));
    const auto bytes = std::min(bytesMax, left);
    shared->parts.blobs.read(
        shared->content.sha256, offset, bytes,
        once<Result<std::string>>([shared, bytes, done = std::move(done)](Result<std::string> read) {
          if (read && read->size() == bytes) return done(std::move(read));
          // The record is here and its content is not: never the reader's 404.
          const auto why =
              read ? fail(ErrorCode::ioFailed, "shorter than noted") : fail(ErrorCode::ioFailed, read.error().detail);
          if (shared->parts.onProblem) shared->parts.onProblem("content_not_read", why);
          done(why);
        }));
  }

  std::shared_ptr<Shared> shared_;
};

class CoreContents final : public Contents {
 public:
  explicit CoreContents(const ApiOptions& options)
      : parts_(std::make_shared<const ContentParts>(
            ContentParts{options.storage, *options.blobs, options.clock, options.onProblem})),
        random_(options.random),
        bytesMax_(options.uploadBytesMax),
        rate_(options.clock, kContentsPerSecond, kContentsAtOnce, kContentUsersRemembered) {}

  std::int64_t uploadBytesMax() const override { return bytesMax_; }

  void createUpload(Caller caller, NewUpload asked, OnState done) override {
    if (!rate_.take(caller.user.text())) return done(fail(ErrorCode::tooManyRequests));
    const auto now = parts_->clock.now();
    storage::Upload upload{asked.id.value_or(UploadId::v7(parts_->clock, random_)),
                           caller.user,
                           asked.channel,
                           asked.topic,
                           asked.size,
                           0,
                           {},
                           now,
                           now};
    storage::writeValue<storage::Upload>(
        parts_->storage,
        [who = identityOf(caller), upload, bytesMax = bytesMax_](storage::Tables& tables) {
          return noteUpload(tables, who, upload, bytesMax);
        },
        once<Result<storage::Upload>>([this, caller, done = std::move(done)](Result<storage::Upload> noted) {
          if (!noted) return done(noted.error());
          // Nothing will be sent of an empty one, so nothing else completes it.
          if (noted->size == 0 && noted->sha256.empty()) return locateInTurn(caller, noted->id, done);
          done(stateOf(*noted));
        }));
  }

  void uploadState(Caller caller, UploadId id, OnState done) override {
    if (!rate_.take(caller.user.text())) return done(fail(ErrorCode::tooManyRequests));
    findOwn(caller, id, [this, caller, id, done = std::move(done)](Result<storage::Upload> found) {
      if (!found) return done(found.error());
      locateInTurn(caller, id, done);
    });
  }

  void openUpload(Caller caller, UploadId id, std::int64_t offset, std::function<void()> onTaken,
                  OnUpload done) override {
    if (!rate_.take(caller.user.text())) return done(fail(ErrorCode::tooManyRequests));
    // Whose it is comes first: nobody takes a turn of somebody else.
    findOwn(caller, id,
            [this, caller, id, offset, onTaken = std::move(onTaken),
             done = std::move(done)](Result<storage::Upload> own) mutable {
              if (!own) return done(own.error());
              turns_.take(id, [this, caller, id, offset, onTaken = std::move(onTaken),
                               done = std::move(done)](std::shared_ptr<UploadTurns::Turn> turn) mutable {
                locate(caller, id,
                       [this, caller, offset, turn = std::move(turn), onTaken = std::move(onTaken),
                        done = std::move(done)](Result<storage::Upload> found) {
                         if (!found) return done(found.error());
                         if (stateOf(*found).offset != offset) return done(fail(ErrorCode::conflict, "offset"));
                         found->received = offset;
                         auto intake = std::make_shared<UploadIntake>(parts_, identityOf(caller), std::move(*found));
                         intake->begin(turn, onTaken);
                         done(std::unique_ptr<UploadStream>(std::make_unique<IntakeStream>(std::move(intake))));
                       });
              });
            });
  }

  void dropUpload(Caller caller, UploadId id, OnDone done) override {
    if (!rate_.take(caller.user.text())) return done(fail(ErrorCode::tooManyRequests));
    checkOwner(caller, id, [this, caller, id, done = std::move(done)](Result<void> isOwn) mutable {
      if (!isOwn) return done(isOwn);
      turns_.take(id, [this, caller, id, done = std::move(done)](std::shared_ptr<UploadTurns::Turn> turn) {
        parts_->storage.write(
            [user = caller.user, id](storage::Tables& tables) -> Result<void> {
              const auto upload = tables.contents().findUpload(id);
              if (!upload || upload->user != user) return fail(ErrorCode::notFound);
              tables.contents().removeUpload(id);
              return {};
            },
            once<Result<void>>([this, id, turn, done](Result<void> removed) {
              if (!removed) return done(removed);
              // What stays behind of a failure here is swept up later: nobody knows it any more.
              parts_->blobs.discard(id, once<Result<void>>([turn, done](const Result<void>&) { done({}); }));
            }));
      });
    });
  }

  void openContent(Caller caller, Scope scope, VersionId version, OnContent done) override {
    if (!rate_.take(caller.user.text())) return done(fail(ErrorCode::tooManyRequests));
    auto who = identityOf(caller);
    storage::readValue<Result<storage::VersionContent>>(
        parts_->storage,
        [who, scope, version, now = parts_->clock.now()](const storage::Tables& tables) {
          return findContent(tables, who, scope, version, now);
        },
        once<Result<Result<storage::VersionContent>>>(
            [this, who, scope, done = std::move(done)](Result<Result<storage::VersionContent>> found) {
              if (!found) return done(found.error());
              if (!*found) return done(found->error());
              done(std::unique_ptr<ContentStream>(
                  std::make_unique<VersionStream>(*parts_, who, scope, std::move(**found))));
            }));
  }

 private:
  using OnFound = std::function<void(Result<storage::Upload>)>;

  void findOwn(const Caller& caller, UploadId id, OnFound done) {
    storage::readValue<Result<storage::Upload>>(
        parts_->storage,
        [who = identityOf(caller), id, now = parts_->clock.now()](const storage::Tables& tables) {
          return findUpload(tables, who, id, now);
        },
        once<Result<Result<storage::Upload>>>([done = std::move(done)](Result<Result<storage::Upload>> found) {
          done(found ? std::move(*found) : found.error());
        }));
  }

  // One may forget his own also where he may not send any more.
  void checkOwner(const Caller& caller, UploadId id, OnDone done) {
    storage::readValue<Result<void>>(
        parts_->storage,
        [who = identityOf(caller), id, now = parts_->clock.now()](const storage::Tables& tables) -> Result<void> {
          if (auto good = services::checkToken(tables, who, now); !good) return good;
          const auto upload = tables.contents().findUpload(id);
          if (!upload || upload->user != who.user) return fail(ErrorCode::notFound);
          return {};
        },
        once<Result<Result<void>>>(
            [done = std::move(done)](Result<Result<void>> checked) { done(checked ? *checked : checked.error()); }));
  }

  // Within its turn: how far it is, never further than what is on disk; completed when everything is there.
  void locate(const Caller& caller, UploadId id, OnFound done) {
    findOwn(caller, id, [this, caller, id, done = std::move(done)](Result<storage::Upload> found) {
      const bool isClear = !found || !found->sha256.empty() || (found->received == 0 && found->size > 0);
      if (isClear) return done(std::move(found));
      parts_->blobs.sync(
          id, once<Result<std::int64_t>>([this, caller, upload = *found, done](Result<std::int64_t> there) mutable {
            if (!there) return done(there.error());
            // Less than noted: it became a content and a crash came before that was noted, or a disk was put back.
            if (*there < upload.received) return setBack(upload, *there, done);
            if (upload.received < upload.size) return done(std::move(upload));
            complete(caller, upload, done);
          }));
    });
  }

  void setBack(storage::Upload upload, std::int64_t there, OnFound done) {
    upload.received = there;
    parts_->storage.write(
        [id = upload.id, there, now = parts_->clock.now()](storage::Tables& tables) -> Result<void> {
          tables.contents().setReceived(id, there, now);
          return {};
        },
        once<Result<void>>([upload, done = std::move(done)](Result<void> written) {
          if (!written) return done(written.error());
          done(upload);
        }));
  }

  void complete(const Caller& caller, const storage::Upload& upload, OnFound done) {
    completeUpload(*parts_, identityOf(caller), upload,
                   [this, caller, id = upload.id, done = std::move(done)](Result<void> completed) {
                     if (!completed) return done(completed.error());
                     findOwn(caller, id, done);
                   });
  }

  void locateInTurn(const Caller& caller, UploadId id, OnState done) {
    turns_.take(id, [this, caller, id, done = std::move(done)](std::shared_ptr<UploadTurns::Turn> turn) {
      locate(caller, id, [turn = std::move(turn), done](Result<storage::Upload> found) {
        if (!found) return done(found.error());
        done(stateOf(*found));
      });
    });
  }

  std::shared_ptr<const ContentParts> parts_;
  RandomSource& random_;
  std::int64_t bytesMax_;
  services::TokenBuckets rate_;
  UploadTurns turns_;
};

}  // namespace

std::unique_ptr<Contents> createContents(const ApiOptions& options) { return std::make_unique<CoreContents>(options); }

}  // namespace vb::server::api

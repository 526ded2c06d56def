#include "client/core/documents/sending.h"

#include <algorithm>

#include "client/core/documents/tuning.h"
#include "client/core/store/content_table.h"
#include "client/core/store/outbox_table.h"
#include "shared/domain/channel_commands.h"
#include "shared/domain/fields.h"

namespace vb::client::documents {

using store::Upload;
using store::UploadState;

namespace {

// Of an upload that was made: forgotten by the server, or at another place than thought. Not final: it is made anew, or
// gone on with from where the server says.
Error ofUpload(const Error& error) {
  const bool isPassing = error.code == ErrorCode::notFound || error.code == ErrorCode::conflict;
  return isPassing ? fail(ErrorCode::unavailable, "upload") : error;
}

}  // namespace

Sending::Sending(const DocumentParts& parts, const ContentFiles& files, net::ContentClient& client, Worker& worker)
    : parts_(parts), files_(files), client_(client), worker_(worker), backoff_(parts.random) {
  retry_.setSingleShot(true);
  connect(&retry_, &QTimer::timeout, this, &Sending::sendAll);
  for (const auto& upload : parts_.cache.uploads().uploads())
    if (upload.state == UploadState::preparing) toPrepare_.push_back(upload.id);
  prepareSome();
}

Sending::~Sending() = default;

void Sending::goOnline() {
  isOnline_ = true;
  backoff_.succeeded();
  retry_.stop();
  sendAll();
}

void Sending::goOffline() {
  isOnline_ = false;
  retry_.stop();
  const auto ids = std::exchange(underWay_, {});
  for (const auto& [id, requests] : ids)
    if (auto upload = sending(id)) {
      upload->state = UploadState::waiting;
      (void)save(*upload);
    }
}

void Sending::recordsChanged() {
  readable_.reset();
  finishSome();
  if (isHeldByTopic_) sendAll();
}

bool Sending::save(const Upload& upload) { return parts_.cache.uploads().save({upload}).ok(); }

// As it is stored; nothing once it is paused or cancelled.
std::optional<Upload> Sending::sending(UploadId id) {
  auto upload = parts_.cache.uploads().upload(id);
  if (!upload || upload->state != UploadState::sending) return std::nullopt;
  return upload;
}

void Sending::fail(Upload upload, const std::string& errorCode) {
  underWay_.erase(upload.id);
  upload.state = UploadState::failed;
  upload.errorCode = errorCode;
  (void)save(upload);
}

// ---- the user --------------------------------------------------------------------------------------------

Result<void> Sending::pause(UploadId id, bool paused) {
  auto upload = parts_.cache.uploads().upload(id);
  if (!upload) return vb::fail(ErrorCode::notFound, "upload");
  const bool canPause = upload->state == UploadState::waiting || upload->state == UploadState::sending;
  if (paused ? !canPause : upload->state != UploadState::paused) return {};
  underWay_.erase(id);
  upload->state = paused ? UploadState::paused : UploadState::waiting;
  if (auto saved = parts_.cache.uploads().save({*upload}); !saved) return saved;
  if (!paused) due_.push_front(id);
  sendSome();
  return {};
}

Result<void> Sending::cancel(UploadId id) {
  const auto upload = parts_.cache.uploads().upload(id);
  if (!upload) return {};
  // Too late once the command is on its way: the document is put into the bin then.
  if (upload->state == UploadState::finishing)
    if (auto dropped = parts_.outbox.discard(upload->command); !dropped && dropped.error().code == ErrorCode::conflict)
      return dropped;
  underWay_.erase(id);
  if (auto removed = parts_.cache.uploads().remove(id); !removed) return removed;
  worker_.run<bool>(
      [files = &files_, id] {
        files->removeUpload(id);
        return true;
      },
      this, [](bool) {});
  if (isOnline_ && upload->sent > 0) client_.dropUpload(id, this, [](const Result<void>&) {});
  sendSome();
  return {};
}

Result<void> Sending::retry(UploadId id) {
  auto upload = parts_.cache.uploads().upload(id);
  if (!upload || upload->state != UploadState::failed) return {};
  upload->errorCode.clear();
  upload->state = upload->sha256.empty() ? UploadState::preparing : UploadState::waiting;
  if (auto saved = parts_.cache.uploads().save({*upload}); !saved) return saved;
  (upload->sha256.empty() ? toPrepare_ : due_).push_back(id);
  prepareSome();
  sendSome();
  return {};
}

// ---- to the server ---------------------------------------------------------------------------------------

void Sending::sendAll() {
  due_.clear();
  isHeldByTopic_ = false;
  for (const auto& upload : parts_.cache.uploads().uploads()) due_.push_back(upload.id);
  sendSome();
}

void Sending::sendSome() {
  if (!isOnline_) return;
  while (underWay_.size() < kUploadsAtOnce && !retry_.isActive() && !due_.empty()) {
    const auto id = due_.front();
    due_.pop_front();
    const auto upload = parts_.cache.uploads().upload(id);
    // One that says "sending" was cut by the end of the program.
    const bool isDue = upload && (upload->state == UploadState::waiting || upload->state == UploadState::sending);
    if (!isDue || underWay_.contains(id)) continue;
    if (isTopicOnItsWay(upload->topic))
      isHeldByTopic_ = true;
    else
      begin(*upload);
  }
}

bool Sending::isTopicOnItsWay(TopicId topic) {
  if (topic.isNil() || parts_.cache.record(kinds::kTopic, topic.text())) return false;
  const auto entries = parts_.cache.outboxTable().all();
  return std::any_of(entries.begin(), entries.end(), [&](const store::OutboxEntry& entry) {
    if (entry.kind != StartTopic::kKind || entry.state == store::OutboxState::confirmed) return false;
    const auto command = fromJsonText<StartTopic>(entry.bodyJson);
    return command && command->topicId == topic;
  });
}

void Sending::verify(const Upload& upload) {
  const auto id = upload.id;
  underWay_[id] = std::make_unique<QObject>();
  worker_.run<bool>(
      [file = files_.upload(id), sha256 = upload.sha256] {
        const auto hash = hashOf(file);
        return hash && *hash == sha256;
      },
      this,
      [this, id](bool isWhole) {
        if (underWay_.erase(id) == 0) return;
        if (isWhole) {
          verified_.insert(id);
          due_.push_front(id);
        } else if (auto lost = parts_.cache.uploads().upload(id)) {
          // Copied anew, if the user's own file is still there.
          lost->sha256.clear();
          lost->sent = 0;
          lost->state = UploadState::preparing;
          if (save(*lost)) toPrepare_.push_back(id);
          prepareSome();
        }
        sendSome();
      });
}

void Sending::begin(const Upload& stored) {
  auto upload = stored;
  if (!verified_.contains(upload.id)) return verify(upload);
  if (const auto copyOf = sameContent(upload); !copyOf.isNil()) return tell(upload, copyOf);
  upload.state = UploadState::sending;
  if (!save(upload)) return retry_.start(kDiskRetry);
  const auto id = upload.id;
  auto& requests = underWay_[id] = std::make_unique<QObject>();
  client_.createUpload({id, upload.channel, upload.topic, upload.size}, requests.get(),
                       [this, id](const Result<void>& made) {
                         if (!made) return cut(id, made.error());
                         askOffset(id);
                       });
}

void Sending::askOffset(UploadId id) {
  const auto requests = underWay_.find(id);
  if (requests == underWay_.end()) return;
  client_.uploadOffset(id, requests->second.get(), [this, id](const Result<qint64>& offset) {
    if (!offset) return cut(id, ofUpload(offset.error()));
    sendFrom(id, *offset);
  });
}

void Sending::sendFrom(UploadId id, qint64 offset) {
  auto upload = sending(id);
  if (!upload || !underWay_.contains(id)) return;
  backoff_.succeeded();
  if (upload->sent != offset) {
    upload->sent = offset;
    (void)save(*upload);
  }
  if (offset == upload->size) {
    tell(*upload, {});
    return sendSome();
  }
  if (offset > upload->size) return cut(id, vb::fail(ErrorCode::conflict, "longer than the file"));
  worker_.run<Result<QByteArray>>(
      [files = &files_, id, offset] { return files->readUpload(id, offset, kPieceBytes); }, this,
      [this, id, offset, size = upload->size](const Result<QByteArray>& bytes) {
        const auto requests = underWay_.find(id);
        if (requests == underWay_.end()) return;
        // The copy is gone or short (F4): what is not as it was must never go up.
        if (!bytes || bytes->size() != std::min<qint64>(kPieceBytes, size - offset)) {
          if (auto one = sending(id)) fail(*one, "io_failed");
          return sendSome();
        }
        client_.sendPiece(id, offset, *bytes, requests->second.get(), [this, id](const Result<qint64>& next) {
          if (!next) return cut(id, ofUpload(next.error()));
          sendFrom(id, *next);
        });
      });
}

void Sending::cut(UploadId id, const Error& error) {
  underWay_.erase(id);
  auto upload = sending(id);
  if (!upload) return;
  switch (error.code) {
    case ErrorCode::notFound:
    case ErrorCode::forbidden:
    case ErrorCode::tooLarge:
    case ErrorCode::badField:
    case ErrorCode::idReused:
    case ErrorCode::conflict:
      // Of a channel one is not in any more, too: the file stays here until the user says what to do with it.
      fail(*upload,
           error.detail == "quota" || error.detail == "lease" ? error.detail : std::string(errorName(error.code)));
      return sendSome();
    case ErrorCode::unauthorized:
      isOnline_ = false;
      break;
    default:
      retry_.start(backoff_.next());
      break;
  }
  upload->state = UploadState::waiting;
  (void)save(*upload);
}

// A version of the channel that has this content already; for a version, one of the same document.
VersionId Sending::sameContent(const Upload& upload) {
  if (!readable_) {
    auto versions = parts_.cache.contents().readableVersions();
    if (!versions) return {};
    readable_.emplace();
    for (auto& version : *versions) readable_->emplace(version.sha256, std::move(version));
  }
  const auto [first, last] = readable_->equal_range(upload.sha256);
  for (auto one = first; one != last; ++one) {
    const auto& version = one->second;
    if (version.channel != upload.channel) continue;
    if (upload.baseVersion.isNil() || version.document == upload.document) return version.version;
  }
  return {};
}

void Sending::tell(Upload upload, VersionId copyOf) {
  underWay_.erase(upload.id);
  upload.command = CommandId::v7(parts_.clock, parts_.random);
  upload.state = UploadState::finishing;
  upload.sent = upload.size;
  CommandBody body;
  const auto uploadId = copyOf.isNil() ? upload.id : UploadId();
  if (upload.baseVersion.isNil())
    body = AddDocument{upload.channel,
                       upload.document,
                       upload.version,
                       upload.folder,
                       upload.topic,
                       upload.name.toStdString(),
                       upload.mediaType.toStdString(),
                       upload.remark.toStdString(),
                       uploadId,
                       copyOf};
  else
    body = AddVersion{upload.channel,
                      upload.document,
                      upload.version,
                      upload.baseVersion,
                      upload.mediaType.toStdString(),
                      upload.remark.toStdString(),
                      uploadId,
                      copyOf};
  store::Cache::Transaction transaction(parts_.cache);
  const bool isStored = transaction.begun().ok() && parts_.outbox.queue(upload.command, body, upload.name).ok() &&
                        save(upload) && transaction.commit().ok();
  // Without room on the disk it is tried again: the server keeps what it has.
  if (!isStored) return retry_.start(kDiskRetry);
  Q_EMIT outboxGrew();
}

// ---- told of ---------------------------------------------------------------------------------------------

void Sending::finishSome() {
  for (const auto& upload : parts_.cache.uploads().uploads())
    if (upload.state == UploadState::finishing && !finishing_.contains(upload.id)) finish(upload);
}

void Sending::finish(const Upload& upload) {
  if (const auto version = parts_.cache.contents().readableVersion(upload.version)) {
    finishing_.insert(upload.id);
    worker_.run<Result<void>>(
        [files = &files_, id = upload.id, sha256 = upload.sha256,
         isSame = version->sha256 == upload.sha256]() -> Result<void> {
          if (isSame) return files->adopt(id, sha256);
          files->removeUpload(id);
          return vb::fail(ErrorCode::conflict, "the server has another content");
        },
        this,
        [this, upload](const Result<void>& kept) {
          finishing_.erase(upload.id);
          if (kept) Q_EMIT contentKept(upload.sha256, upload.size);
          verified_.erase(upload.id);
          (void)parts_.cache.uploads().remove(upload.id);
        });
    return;
  }
  const auto entry = parts_.cache.outboxTable().find(upload.command);
  if (!entry) {
    // The outbox gave it up: the channel may not be read any more (F28). The user's own file stays.
    fail(upload, "not_found");
  } else if (entry->state == store::OutboxState::refused || entry->state == store::OutboxState::conflict) {
    const auto code =
        entry->errorDetail == "quota" || entry->errorDetail == "lease" ? entry->errorDetail : entry->errorCode;
    if (parts_.outbox.discard(upload.command)) fail(upload, code);
  }
}

}  // namespace vb::client::documents

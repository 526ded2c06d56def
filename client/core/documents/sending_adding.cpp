// How files get into the list of what is sent: looked at, copied aside, hashed.
#include <algorithm>

#include <QDir>
#include <QFileInfo>

#include "client/core/documents/file_names.h"
#include "client/core/documents/sending.h"
#include "client/core/documents/tuning.h"
#include "shared/base/limits.h"
#include "shared/domain/channel_commands.h"
#include "shared/domain/fields.h"

namespace vb::client::documents {

using store::Upload;
using store::UploadState;

// A folder of the user with what is in it; folders before what they hold.
struct Sending::Tree {
  struct Item {
    QString path;
    std::size_t parent = 0;  // of the folders below; 0: where it is added
    bool isFolder = false;
  };
  std::vector<Item> items;
  QString errorCode;
};

Result<void> Sending::mayAdd(ChannelId channel) {
  const auto own = parts_.cache.record(kinds::kMembership, channel.text());
  const auto membership = own ? fromJsonText<Membership>(own->body) : Result<Membership>(vb::fail(ErrorCode::notFound));
  if (!membership || membership->state != MembershipState::joined) return vb::fail(ErrorCode::notFound, "channel_id");
  if (!may(membership->role, ChannelAction::addDocument)) return vb::fail(ErrorCode::forbidden, "channel_id");
  const auto record = parts_.cache.record(kinds::kChannel, channel.text());
  const auto known = record ? fromJsonText<Channel>(record->body) : Result<Channel>(vb::fail(ErrorCode::notFound));
  if (known && leaseEnded(*known, parts_.clock.now())) return vb::fail(ErrorCode::forbidden, "lease");
  return {};
}

Upload Sending::newUpload(ChannelId channel, FolderId folder, TopicId topic, DocumentId document, const QString& file) {
  Upload upload;
  upload.id = UploadId::v7(parts_.clock, parts_.random);
  upload.channel = channel;
  upload.folder = folder;
  upload.topic = topic;
  upload.document = document;
  upload.version = VersionId::v7(parts_.clock, parts_.random);
  upload.name = safeFileName(QFileInfo(file).fileName());
  upload.source = QFileInfo(file).absoluteFilePath();
  upload.size = QFileInfo(file).size();
  upload.addedAt = parts_.clock.now().time_since_epoch().count();
  return upload;
}

Result<void> Sending::addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files,
                               const QVector<DocumentId>& ids) {
  if (auto allowed = mayAdd(channel); !allowed) return allowed;
  std::vector<Upload> uploads;
  for (qsizetype i = 0; i < files.size(); ++i) {
    const QFileInfo facts(files.at(i));
    if (facts.isFile())
      uploads.push_back(newUpload(channel, folder, topic, i < ids.size() ? ids.at(i) : DocumentId(), files.at(i)));
    else if (facts.isDir())
      addTree(channel, folder, topic, facts.absoluteFilePath());
    else
      Q_EMIT refused(QStringLiteral("not_found"), files.at(i));
  }
  if (auto saved = parts_.cache.uploads().save(uploads); !saved) return saved;
  for (const auto& upload : uploads) toPrepare_.push_back(upload.id);
  prepareSome();
  return {};
}

Result<void> Sending::addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) {
  if (auto allowed = mayAdd(channel); !allowed) return allowed;
  if (!QFileInfo(file).isFile()) return vb::fail(ErrorCode::notFound, file.toStdString());
  const auto record = parts_.cache.record(kinds::kDocument, document.text());
  const auto known = record ? fromJsonText<Document>(record->body) : Result<Document>(vb::fail(ErrorCode::notFound));
  if (!known) return vb::fail(ErrorCode::notFound, "document_id");
  auto upload = newUpload(channel, known->folderId, known->topicId, document, file);
  upload.baseVersion = known->currentVersionId;
  upload.name = QString::fromStdString(known->name);
  upload.remark = remark.left(static_cast<qsizetype>(limits::kRemarkCharsMax));
  if (auto saved = parts_.cache.uploads().save({upload}); !saved) return saved;
  toPrepare_.push_back(upload.id);
  prepareSome();
  return {};
}

// ---- folders ---------------------------------------------------------------------------------------------

void Sending::addTree(ChannelId channel, FolderId folder, TopicId topic, const QString& path) {
  worker_.run<std::shared_ptr<Tree>>(
      [path] {
        auto tree = std::make_shared<Tree>();
        struct Open {
          QString path;
          std::size_t number;
          int depth;
        };
        tree->items.push_back({path, 0, true});
        std::vector<Open> open{{path, 1, 1}};
        std::size_t folders = 1;
        while (!open.empty() && tree->errorCode.isEmpty()) {
          const Open one = open.back();
          open.pop_back();
          for (const auto& facts : QDir(one.path).entryInfoList(
                   QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable, QDir::Name)) {
            const bool isFolder = facts.isDir();
            tree->items.push_back({facts.absoluteFilePath(), one.number, isFolder});
            if (isFolder) open.push_back({facts.absoluteFilePath(), ++folders, one.depth + 1});
            if (tree->items.size() > kFilesInFolderMax || one.depth >= limits::kFolderDepthMax)
              tree->errorCode = QStringLiteral("too_large");
          }
        }
        return tree;
      },
      this,
      [=, this](const std::shared_ptr<Tree>& tree) {
        if (!tree->errorCode.isEmpty()) return void(Q_EMIT refused(tree->errorCode, path));
        if (auto stored = storeTree(channel, folder, topic, *tree); !stored)
          return void(Q_EMIT refused(QString::fromUtf8(errorName(stored.error().code).data()), path));
        Q_EMIT outboxGrew();
        prepareSome();
      });
}

Result<void> Sending::storeTree(ChannelId channel, FolderId folder, TopicId topic, const Tree& tree) {
  std::vector<FolderId> folders{folder};
  std::vector<Upload> uploads;
  store::Cache::Transaction transaction(parts_.cache);
  if (auto begun = transaction.begun(); !begun) return begun;
  for (const auto& item : tree.items) {
    const FolderId parent = topic.isNil() ? folders.at(item.parent) : FolderId();
    if (!item.isFolder) {
      uploads.push_back(newUpload(channel, parent, topic, DocumentId::v7(parts_.clock, parts_.random), item.path));
      continue;
    }
    folders.push_back(FolderId::v7(parts_.clock, parts_.random));
    // Attached to a topic there are no folders.
    if (!topic.isNil()) continue;
    const auto name = safeFileName(QFileInfo(item.path).fileName());
    const auto queued = parts_.outbox.queue(CommandId::v7(parts_.clock, parts_.random),
                                            AddFolder{channel, folders.back(), parent, name.toStdString()}, name);
    if (!queued) return queued.error();
  }
  if (auto saved = parts_.cache.uploads().save(uploads); !saved) return saved;
  auto stored = transaction.commit();
  if (stored)
    for (const auto& upload : uploads) toPrepare_.push_back(upload.id);
  return stored;
}

// ---- aside -----------------------------------------------------------------------------------------------

void Sending::prepareSome() {
  // Not all at once: who wants to read something meanwhile would wait for all of them.
  while (preparing_.size() < kCopiesAtOnce && !toPrepare_.empty()) {
    const auto upload = parts_.cache.uploads().upload(toPrepare_.front());
    toPrepare_.pop_front();
    if (!upload || upload->state != UploadState::preparing || !preparing_.insert(upload->id).second) continue;
    struct Prepared {
      Result<ContentFiles::Copy> copy = ContentFiles::Copy();
      QString mediaType;
    };
    worker_.run<std::shared_ptr<Prepared>>(
        [files = &files_, id = upload->id, source = upload->source, name = upload->name] {
          auto made = std::make_shared<Prepared>();
          made->copy = files->copyAside(source, id);
          if (made->copy) made->mediaType = mediaTypeOf(files->upload(id), name);
          return made;
        },
        this,
        [this, id = upload->id](const std::shared_ptr<Prepared>& made) {
          preparing_.erase(id);
          prepared(id, made->copy, made->mediaType);
          prepareSome();
        });
  }
}

void Sending::prepared(UploadId id, const Result<ContentFiles::Copy>& copy, const QString& mediaType) {
  auto upload = parts_.cache.uploads().upload(id);
  if (!upload || upload->state != UploadState::preparing) return;
  if (!copy) return fail(*upload, std::string(errorName(copy.error().code)));
  upload->sha256 = copy->sha256;
  upload->size = copy->size;
  upload->mediaType = mediaType.left(static_cast<qsizetype>(limits::kNameCharsMax));
  upload->state = UploadState::waiting;
  verified_.insert(id);
  if (!save(*upload)) {
    QTimer::singleShot(kDiskRetry, this, [this, id] {
      toPrepare_.push_back(id);
      prepareSome();
    });
    return;
  }
  due_.push_back(id);
  sendSome();
}

}  // namespace vb::client::documents

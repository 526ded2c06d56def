// Folders and documents. The last rename or move wins; of contents nothing is ever lost: who adds a version upon an
// older one gets it beside the newer.
#include <algorithm>
#include <map>
#include <utility>

#include "server/services/channel_log.h"
#include "server/services/effects.h"
#include "server/services/tuning.h"
#include "shared/base/limits.h"

namespace vb::server::services {
namespace {

using Folders = std::map<FolderId, Folder>;

Folders foldersOf(const Changes& changes, ChannelId channel) {
  Folders folders;
  changes.tables().records().ofKind(Scope::channel(channel), kinds::kFolder, [&](const Record& record) {
    if (const auto id = FolderId::parse(record.id)) folders[*id] = readBody<Folder>(record);
    return true;
  });
  return folders;
}

// How many folders there are from the top to this one; nil: 0.
int depthOf(const Folders& folders, FolderId id) {
  int depth = 0;
  for (; !id.isNil() && depth <= limits::kFolderDepthMax; ++depth) {
    const auto found = folders.find(id);
    id = found == folders.end() ? FolderId() : found->second.parentId;
  }
  return depth;
}

bool isWithin(const Folders& folders, FolderId id, FolderId outer) {
  for (std::size_t steps = 0; steps <= folders.size() && !id.isNil(); ++steps) {
    if (id == outer) return true;
    const auto found = folders.find(id);
    id = found == folders.end() ? FolderId() : found->second.parentId;
  }
  return false;
}

// How many folders stand in each other below this one, itself counted.
int heightOf(const Folders& folders, FolderId id) {
  int height = 1;
  for (const auto& [other, folder] : folders)
    if (other != id && isWithin(folders, other, id))
      height = std::max(height, depthOf(folders, other) - depthOf(folders, id) + 1);
  return height;
}

Result<void> checkFolder(const Folders& folders, FolderId id, const char* field) {
  if (!id.isNil() && !folders.contains(id)) return fail(ErrorCode::notFound, field);
  return {};
}

struct FoundContent {
  std::string sha256;
  std::int64_t size = 0;
};

// A finished upload of this user into this place, or the content of a version of this channel.
Result<FoundContent> findContent(const Changes& changes, ChannelId channel, TopicId topic, UploadId uploadId,
                                 VersionId copyOf) {
  const auto& contents = changes.tables().contents();
  if (!copyOf.isNil()) {
    const auto version = contents.findVersion(copyOf);
    if (!version || version->channel != channel) return fail(ErrorCode::notFound, "copy_of");
    return FoundContent{version->sha256, version->size};
  }
  const auto upload = contents.findUpload(uploadId);
  if (!upload || upload->user != changes.user() || upload->channel != channel || upload->topic != topic ||
      upload->sha256.empty())
    return fail(ErrorCode::notFound, "upload_id");
  return FoundContent{upload->sha256, upload->size};
}

Result<void> checkQuota(const Changes& changes, ChannelId channel, std::int64_t size) {
  const auto lease = findLease(changes.tables(), channel);
  if (!lease || lease->quotaBytes <= 0) return {};
  if (changes.tables().contents().usedBytes(channel) + size > lease->quotaBytes)
    return fail(ErrorCode::forbidden, "quota");
  return {};
}

bool isUsed(const Changes& changes, std::string_view kind, const std::string& id) {
  return changes.tables().records().isUsed(kind, id);
}

// In the channel, or of what is attached to a topic in that topic.
Result<ChannelId> enterFor(const Changes& changes, ChannelId channel, TopicId topic, ChannelAction action) {
  if (topic.isNil()) {
    const auto in = enter(changes, channel, action);
    if (!in) return in.error();
    return in->id;
  }
  const auto in = enterTopic(changes, channel, topic, action);
  if (!in) return in.error();
  if (in->topic.closed) return fail(ErrorCode::forbidden, "closed");
  return in->in.id;
}

struct FoundDocument {
  Record record;
  Document document;
};

// The user may do this with it. notFound for who is not in the channel.
Result<FoundDocument> findDocument(const Changes& changes, ChannelId channel, DocumentId id, ChannelAction action) {
  if (const auto in = enter(changes, channel, action); !in) return in.error();
  auto record = changes.find(Scope::channel(channel), kinds::kDocument, id.text());
  if (!record) return fail(ErrorCode::notFound, "document_id");
  auto document = readBody<Document>(*record);
  if (!document.topicId.isNil())
    if (const auto in = enterTopic(changes, channel, document.topicId, action); !in) return in.error();
  return FoundDocument{std::move(*record), std::move(document)};
}

void putDocument(Changes& changes, ChannelId channel, DocumentId id, const Document& document, json::object body) {
  if (!document.trashedAt) body.erase("trashed_at");
  putOfDocument(changes, channel, document.topicId, kinds::kDocument, id.text(),
                document.topicId.isNil() ? std::string() : document.topicId.text(), body);
}

// The version with its content, in one transaction with what names it: never one without the other.
void putVersion(Changes& changes, ChannelId channel, TopicId topic, VersionId id, const Version& version,
                UploadId upload) {
  auto& contents = changes.tables().contents();
  contents.insertVersion({id, channel, version.documentId, version.sha256, version.size});
  if (!upload.isNil()) contents.removeUpload(upload);
  putOfDocument(changes, channel, topic, kinds::kVersion, id.text(), version.documentId.text(), toJson(version));
  noteUsedBytes(changes, channel);
}

}  // namespace

// ---- folders ---------------------------------------------------------------------------------------------

Result<Carried> carryOut(Changes& changes, const AddFolder& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::addDocument);
  if (!in) return in.error();
  if (isUsed(changes, kinds::kFolder, command.folderId.text())) return fail(ErrorCode::idReused, "folder_id");
  const auto folders = foldersOf(changes, in->id);
  if (auto found = checkFolder(folders, command.parentId, "parent_id"); !found) return found.error();
  if (depthOf(folders, command.parentId) >= limits::kFolderDepthMax) return fail(ErrorCode::badField, "depth");
  changes.put(Scope::channel(in->id), kinds::kFolder, command.folderId.text(), "",
              toJson(Folder{command.parentId, command.name, changes.user(), changes.now()}));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const ChangeFolder& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::changeDocument);
  if (!in) return in.error();
  const auto scope = Scope::channel(in->id);
  const auto record = changes.find(scope, kinds::kFolder, command.folderId.text());
  if (!record) return fail(ErrorCode::notFound, "folder_id");
  auto folder = readBody<Folder>(*record);
  if (command.parentId && *command.parentId != folder.parentId) {
    const auto folders = foldersOf(changes, in->id);
    if (auto found = checkFolder(folders, *command.parentId, "parent_id"); !found) return found.error();
    if (isWithin(folders, *command.parentId, command.folderId)) return fail(ErrorCode::badField, "parent_id");
    if (depthOf(folders, *command.parentId) + heightOf(folders, command.folderId) > limits::kFolderDepthMax)
      return fail(ErrorCode::badField, "depth");
    folder.parentId = *command.parentId;
  }
  if (command.name) folder.name = *command.name;
  putIfOther(changes, scope, kinds::kFolder, record->id, "", merged(*record, folder));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const RemoveFolder& command) {
  const auto in = enter(changes, command.channelId, ChannelAction::changeDocument);
  if (!in) return in.error();
  const auto scope = Scope::channel(in->id);
  const auto record = changes.find(scope, kinds::kFolder, command.folderId.text());
  if (!record) return fail(ErrorCode::notFound, "folder_id");
  for (const auto& [id, folder] : foldersOf(changes, in->id))
    if (folder.parentId == command.folderId) return fail(ErrorCode::forbidden, "not_empty");
  std::vector<std::pair<Record, Document>> binned;
  bool isEmpty = true;
  std::as_const(changes).tables().records().ofKind(scope, kinds::kDocument, [&](const Record& one) {
    auto document = readBody<Document>(one);
    if (document.folderId != command.folderId) return true;
    isEmpty = isEmpty && document.trashedAt.has_value();
    binned.emplace_back(one, std::move(document));
    return isEmpty;
  });
  if (!isEmpty) return fail(ErrorCode::forbidden, "not_empty");
  // Put back, they stand where the folder stood.
  for (auto& [one, document] : binned) {
    document.folderId = readBody<Folder>(*record).parentId;
    putDocument(changes, in->id, *DocumentId::parse(one.id), document, merged(one, document));
  }
  changes.remove(scope, kinds::kFolder, record->id);
  return Carried{};
}

// ---- documents -------------------------------------------------------------------------------------------

Result<Carried> carryOut(Changes& changes, const AddDocument& command) {
  const auto channel = enterFor(changes, command.channelId, command.topicId, ChannelAction::addDocument);
  if (!channel) return channel.error();
  if (isUsed(changes, kinds::kDocument, command.documentId.text())) return fail(ErrorCode::idReused, "document_id");
  if (isUsed(changes, kinds::kVersion, command.versionId.text())) return fail(ErrorCode::idReused, "version_id");
  if (!command.topicId.isNil() && !command.folderId.isNil()) return fail(ErrorCode::badField, "folder_id");
  const auto content = findContent(changes, *channel, command.topicId, command.uploadId, command.copyOf);
  if (!content) return content.error();
  if (auto fits = checkQuota(changes, *channel, content->size); !fits) return fits.error();
  // A folder that somebody else removed meanwhile: the document is not lost for it.
  const bool isFolderHere =
      command.folderId.isNil() || changes.find(Scope::channel(*channel), kinds::kFolder, command.folderId.text());

  Document document;
  document.folderId = isFolderHere ? command.folderId : FolderId();
  document.topicId = command.topicId;
  document.name = command.name;
  document.currentVersionId = command.versionId;
  document.createdBy = changes.user();
  document.createdAt = document.changedAt = changes.now();
  Version version;
  version.documentId = command.documentId;
  version.number = 1;
  version.sha256 = content->sha256;
  version.size = content->size;
  version.mediaType = command.mediaType;
  version.remark = command.remark;
  version.authorId = changes.user();
  version.addedAt = changes.now();
  putDocument(changes, *channel, command.documentId, document, toJson(document));
  putVersion(changes, *channel, command.topicId, command.versionId, version, command.uploadId);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const AddVersion& command) {
  auto found = findDocument(changes, command.channelId, command.documentId, ChannelAction::addDocument);
  if (!found) return found.error();
  auto& document = found->document;
  if (isUsed(changes, kinds::kVersion, command.versionId.text())) return fail(ErrorCode::idReused, "version_id");
  const auto& contents = std::as_const(changes.tables()).contents();
  const auto base = contents.findVersion(command.baseVersionId);
  if (!base || base->document != command.documentId) return fail(ErrorCode::notFound, "base_version_id");
  if (!command.copyOf.isNil()) {
    const auto restored = contents.findVersion(command.copyOf);
    if (!restored || restored->document != command.documentId) return fail(ErrorCode::notFound, "copy_of");
  }
  const auto content = findContent(changes, command.channelId, document.topicId, command.uploadId, command.copyOf);
  if (!content) return content.error();
  if (auto fits = checkQuota(changes, command.channelId, content->size); !fits) return fits.error();
  const auto newest =
      changes.find(Scope::channel(command.channelId), kinds::kVersion, document.currentVersionId.text());

  Version version;
  version.documentId = command.documentId;
  version.number = newest ? readBody<Version>(*newest).number + 1 : 1;
  version.sha256 = content->sha256;
  version.size = content->size;
  version.mediaType = command.mediaType;
  version.remark = command.remark;
  version.authorId = changes.user();
  version.addedAt = changes.now();
  version.baseVersionId = command.baseVersionId;
  version.concurrent = command.baseVersionId != document.currentVersionId;
  version.restoredFromId = command.copyOf;
  document.currentVersionId = command.versionId;
  document.changedAt = changes.now();
  // Somebody still works on what another threw away: it comes back.
  document.trashedAt.reset();
  document.trashedBy = {};
  changes.tables().contents().removeBinned(command.documentId);
  putDocument(changes, command.channelId, command.documentId, document, merged(found->record, document));
  putVersion(changes, command.channelId, document.topicId, command.versionId, version, command.uploadId);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const ChangeDocument& command) {
  auto found = findDocument(changes, command.channelId, command.documentId, ChannelAction::changeDocument);
  if (!found) return found.error();
  auto& document = found->document;
  const auto isFolder = [&](FolderId id) {
    return id.isNil() || changes.find(Scope::channel(command.channelId), kinds::kFolder, id.text());
  };
  if (command.folderId) {
    if (!document.topicId.isNil() && !command.folderId->isNil()) return fail(ErrorCode::badField, "folder_id");
    if (!isFolder(*command.folderId)) return fail(ErrorCode::notFound, "folder_id");
    document.folderId = *command.folderId;
  }
  if (command.name) document.name = *command.name;
  if (command.trashed && *command.trashed != document.trashedAt.has_value()) {
    auto& contents = changes.tables().contents();
    if (*command.trashed) {
      document.trashedAt = changes.now();
      document.trashedBy = changes.user();
      contents.setBinned({command.channelId, command.documentId}, changes.now() + kBinKept);
    } else {
      document.trashedAt.reset();
      document.trashedBy = {};
      if (!isFolder(document.folderId)) document.folderId = {};
      contents.removeBinned(command.documentId);
    }
  }
  const auto before = parseJsonObject(found->record.body);
  auto body = merged(found->record, document);
  if (!document.trashedAt) body.erase("trashed_at");
  if (before && *before == body) return Carried{};
  putDocument(changes, command.channelId, command.documentId, document, std::move(body));
  return Carried{};
}

}  // namespace vb::server::services

// Files of the operator become documents of a channel, under ids that are those of their path.
#include <map>
#include <optional>
#include <utility>

#include "server/services/channel_log.h"
#include "server/services/documents.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::server::services {
namespace {

class Importing {
 public:
  Importing(Changes& changes, const DocumentImport& import, const Lease& lease)
      : changes_(changes),
        import_(import),
        quota_(lease.quotaBytes),
        used_(std::as_const(changes.tables()).contents().usedBytes(import.channel)) {
    std::as_const(changes.tables()).records().ofKind(scope_, kinds::kFolder, [this](const Record& record) {
      const auto folder = readBody<Folder>(record);
      if (const auto id = FolderId::parse(record.id)) folders_.emplace(std::pair(folder.parentId, folder.name), *id);
      return true;
    });
  }

  Result<ImportedDocuments> run() {
    for (const auto& file : import_.documents) {
      if (auto put = putFile(file); !put) return put.error();
      if (counts_.full) break;
    }
    noteUsedBytes(changes_, import_.channel);
    return counts_;
  }

 private:
  std::string nameOf(const char* what, const std::string& rest) const {
    return std::string("imported-") + what + ":" + import_.channel.text() + ":" + rest;
  }
  VersionId versionId(DocumentId document, int number, const std::string& sha256) const {
    return VersionId::named(nameOf("version", document.text() + ":" + std::to_string(number) + ":" + sha256));
  }

  Result<void> putFile(const ImportedDocument& file) {
    const auto id = DocumentId::named(nameOf("document", file.source));
    if (const auto record = changes_.find(scope_, kinds::kDocument, id.text())) {
      putVersionOf(id, *record, file);
      return {};
    }
    if (std::as_const(changes_.tables()).records().isUsed(kinds::kDocument, id.text())) {
      ++counts_.removed;
      return {};
    }
    if (auto good = check(id, file); !good) return good;
    if (!takeRoom(file)) return {};
    Document document;
    document.folderId = folderOf(file.folders);
    document.name = file.name;
    document.currentVersionId = versionId(id, 1, file.content.sha256);
    document.createdBy = import_.author;
    document.createdAt = document.changedAt = import_.at;
    putContent(id, document.currentVersionId, {1, {}}, file);
    changes_.put(scope_, kinds::kDocument, id.text(), "", toJson(document));
    ++counts_.added;
    return {};
  }

  // The same rules as for people.
  Result<void> check(DocumentId id, const ImportedDocument& file) const {
    const auto bad = [&](const Error& why) { return fail(why.code, file.source); };
    if (file.folders.size() > static_cast<std::size_t>(limits::kFolderDepthMax))
      return fail(ErrorCode::badField, file.source);
    for (const auto& folder : file.folders)
      if (auto valid = validate(AddFolder{import_.channel, FolderId{id.uuid}, {}, folder}); !valid)
        return bad(valid.error());
    AddDocument adding;
    adding.channelId = import_.channel;
    adding.documentId = id;
    adding.versionId = VersionId{id.uuid};
    adding.uploadId = UploadId{id.uuid};
    adding.name = file.name;
    adding.mediaType = file.mediaType;
    if (auto valid = validate(adding); !valid) return bad(valid.error());
    return {};
  }

  bool takeRoom(const ImportedDocument& file) {
    counts_.full = quota_ > 0 && used_ + file.content.size > quota_;
    if (!counts_.full) used_ += file.content.size;
    return !counts_.full;
  }

  void putVersionOf(DocumentId id, const Record& record, const ImportedDocument& file) {
    auto document = readBody<Document>(record);
    if (document.trashedAt) {
      ++counts_.removed;
      return;
    }
    // What people added since is theirs: it is the import's own last version that the file is held against.
    int newest = 0;
    Version last;
    std::as_const(changes_.tables()).records().about(scope_, id.text(), [&](const Record& one) {
      if (one.kind != kinds::kVersion) return true;
      auto version = readBody<Version>(one);
      newest = std::max(newest, version.number);
      if (version.number > last.number && one.id == versionId(id, version.number, version.sha256).text())
        last = std::move(version);
      return true;
    });
    if (last.sha256 == file.content.sha256) {
      ++counts_.unchanged;
      return;
    }
    if (!takeRoom(file)) return;
    const auto version = versionId(id, newest + 1, file.content.sha256);
    putContent(id, version, {newest + 1, document.currentVersionId}, file);
    document.currentVersionId = version;
    document.changedAt = import_.at;
    changes_.put(scope_, kinds::kDocument, id.text(), "", merged(record, document));
    ++counts_.versions;
  }

  struct Place {
    int number = 1;
    VersionId base;
  };
  void putContent(DocumentId document, VersionId id, const Place& place, const ImportedDocument& file) {
    Version version;
    version.documentId = document;
    version.number = place.number;
    version.sha256 = file.content.sha256;
    version.size = file.content.size;
    version.mediaType = file.mediaType;
    version.authorId = import_.author;
    version.addedAt = import_.at;
    version.baseVersionId = place.base;
    changes_.tables().contents().insertVersion({id, import_.channel, document, version.sha256, version.size});
    changes_.put(scope_, kinds::kVersion, id.text(), document.text(), toJson(version));
  }

  // One that is there by that name, whoever made it; else a new one.
  FolderId folderOf(const std::vector<std::string>& names) {
    FolderId parent;
    std::string path;
    for (const auto& name : names) {
      path += "/" + name;
      const auto known = folders_.find(std::pair(parent, name));
      if (known != folders_.end()) {
        parent = known->second;
        continue;
      }
      const auto id = freeFolderId(path);
      changes_.put(scope_, kinds::kFolder, id.text(), "", toJson(Folder{parent, name, import_.author, import_.at}));
      folders_.emplace(std::pair(parent, name), id);
      parent = id;
    }
    return parent;
  }
  // The one of that path may have been renamed, moved or removed since.
  FolderId freeFolderId(const std::string& path) const {
    for (int attempt = 0;; ++attempt) {
      const auto id = FolderId::named(nameOf("folder", path + ":" + std::to_string(attempt)));
      if (!std::as_const(changes_.tables()).records().isUsed(kinds::kFolder, id.text())) return id;
    }
  }

  Changes& changes_;
  const DocumentImport& import_;
  const Scope scope_ = Scope::channel(import_.channel);
  std::int64_t quota_;  // 0: no limit
  std::int64_t used_;
  std::map<std::pair<FolderId, std::string>, FolderId> folders_;
  ImportedDocuments counts_;
};

}  // namespace

Result<ImportedDocuments> importDocuments(storage::Tables& tables, const DocumentImport& import) {
  if (!findChannel(tables, import.channel)) return fail(ErrorCode::notFound, "channel_id");
  const auto author = findMember(tables, import.channel, import.author);
  if (!author || !may(author->role, ChannelAction::addDocument)) return fail(ErrorCode::notFound, "author");
  Changes changes(tables, import.author, import.at);
  return Importing(changes, import, findLease(tables, import.channel).value_or(Lease{})).run();
}

void importDocuments(storage::Storage& storage, DocumentImport import,
                     std::function<void(Result<ImportedDocuments>)> done) {
  storage::writeValue<ImportedDocuments>(
      storage, [import = std::move(import)](storage::Tables& tables) { return importDocuments(tables, import); },
      std::move(done));
}

}  // namespace vb::server::services

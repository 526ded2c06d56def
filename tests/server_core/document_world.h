// DocumentWorld: a ChannelWorld with contents: files that came in, documents made of them. Owned by the test.
#pragma once

#include "server/blobs/blob_store.h"
#include "server/services/documents.h"
#include "tests/server_core/channel_world.h"

namespace vb::test {

class DocumentWorld : public ChannelWorld {
 public:
  explicit DocumentWorld(Lease lease = {}) : ChannelWorld(ChannelAccess::closed, std::move(lease)) {
    // What the store writes carries the system's time.
    core.clock.jump(createSystemClock()->now() - core.clock.now());
  }

  // A finished upload.
  UploadId upload(const char* name, const std::string& bytes, TopicId topic = {}, ChannelId into = {}) {
    const auto id = begin(name, bytes, topic, into);
    std::string sha256;
    blobs->finish(id, static_cast<std::int64_t>(bytes.size()), [&](Result<server::blobs::StoredContent> content) {
      if (content) sha256 = content->sha256;
    });
    must(!sha256.empty(), "finish");
    must(core.write([&](storage::Tables& tables) { tables.contents().setComplete(id, sha256, core.clock.now()); }),
         "setComplete");
    return id;
  }
  // All of it is there, and nobody said that it is complete.
  UploadId begin(const char* name, const std::string& bytes, TopicId topic = {}, ChannelId into = {}) {
    storage::Upload row;
    row.id = UploadId::v7(core.clock, core.random);
    row.user = people.at(name).user;
    row.channel = into.isNil() ? channel : into;
    row.topic = topic;
    row.size = row.received = static_cast<std::int64_t>(bytes.size());
    row.createdAt = row.changedAt = core.clock.now();
    must(core.write([&](storage::Tables& tables) { tables.contents().insertUpload(row); }), "insertUpload");
    bool isThere = false;
    blobs->append(row.id, 0, bytes, [&](Result<std::int64_t> size) { isThere = size.ok(); });
    must(isThere, "append");
    return row.id;
  }

  AddDocument adding(UploadId upload, const std::string& name = "Convenant.md", TopicId topic = {}) {
    AddDocument command;
    command.channelId = channel;
    command.documentId = DocumentId::v7(core.clock, core.random);
    command.versionId = VersionId::v7(core.clock, core.random);
    command.topicId = topic;
    command.name = name;
    command.mediaType = "text/markdown";
    command.uploadId = upload;
    return command;
  }
  AddDocument add(const char* name, const std::string& bytes, const std::string& title = "Convenant.md",
                  TopicId topic = {}) {
    const auto command = adding(upload(name, bytes, topic), title, topic);
    must(apply(name, command), "add_document");
    return command;
  }
  AddVersion versionOf(DocumentId document, VersionId base, UploadId upload, VersionId copyOf = {}) {
    AddVersion command;
    command.channelId = channel;
    command.documentId = document;
    command.versionId = VersionId::v7(core.clock, core.random);
    command.baseVersionId = base;
    command.uploadId = upload;
    command.copyOf = copyOf;
    return command;
  }
  ChangeDocument trash(DocumentId document, bool on) {
    ChangeDocument command;
    command.channelId = channel;
    command.documentId = document;
    command.trashed = on;
    return command;
  }
  FolderId addFolder(const char* by, const std::string& name, FolderId parent = {}) {
    const AddFolder command{channel, FolderId::v7(core.clock, core.random), parent, name};
    must(apply(by, command), "add_folder");
    return command.folderId;
  }

  std::optional<Document> document(DocumentId id) { return body<Document>(scope, kinds::kDocument, id.text()); }
  std::optional<Version> version(VersionId id) { return body<Version>(scope, kinds::kVersion, id.text()); }
  std::optional<Folder> folder(FolderId id) { return body<Folder>(scope, kinds::kFolder, id.text()); }
  std::int64_t usedBytes() { return body<Lease>(desk, kinds::kLease, channel.text())->usedBytes; }
  template <class T>
  T ask(const std::function<T(const storage::Contents&)>& question) {
    std::optional<T> given;
    core.store->read([&](const storage::Tables& tables) { given = question(tables.contents()); }, [](Result<void>) {});
    core.settle();
    return given.value();
  }
  bool hasContent(VersionId id) {
    return ask<bool>([&](const storage::Contents& contents) { return contents.findVersion(id).has_value(); });
  }
  bool hasUpload(UploadId id) {
    return ask<bool>([&](const storage::Contents& contents) { return contents.findUpload(id).has_value(); });
  }
  // Can it still be read?
  bool isStored(const std::string& sha256) {
    bool isThere = false;
    blobs->read(sha256, 0, 1, [&](Result<std::string> bytes) { isThere = bytes.ok(); });
    return isThere;
  }
  services::Collected collect() {
    Result<services::Collected> collected = fail(ErrorCode::internal, "no answer");
    services::collectContents(*core.store, *blobs, core.clock.now(), [&](auto given) { collected = given; });
    core.settle();
    must(collected.ok(), "collectContents");
    return *collected;
  }
  int emptyBins() {
    int emptied = -1;
    services::emptyBins(*core.store, core.clock.now(), [&](Result<int> given) { emptied = given ? *given : -1; });
    core.settle();
    return emptied;
  }

  server::blobs::BlobStore* const blobs = core.blobs.get();
};

}  // namespace vb::test

#include "client/core/store/projectors.h"
#include "shared/domain/channel_records.h"

namespace vb::client::store {
namespace {

std::int64_t milliseconds(Timestamp at) { return at.time_since_epoch().count(); }

// The channel of a channel's scope; nil of a discussion, where the topic knows it.
ChannelId channelOf(const Projected& record) {
  const auto scope = record.scope != nullptr ? *record.scope : Scope();
  return scope.kind() == ScopeKind::channel ? ChannelId{scope.id()} : ChannelId();
}

class FolderProjector : public Projector {
 public:
  FolderProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c, "INSERT OR REPLACE INTO folder (id, rid, channel, parent, name) VALUES (?, ?, ?, ?, ?)"),
        remove_(c, "DELETE FROM folder WHERE id = ? AND rid = ?") {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto folder = fromJson<Folder>(record.body);
    if (!id || !folder) return;
    changes_.documents = true;
    insert_.run(*id, record.rid, channelOf(record), folder->parentId, folder->name);
  }
  void remove(const Projected& record) override {
    changes_.documents = true;
    if (const auto id = canonicalUuid(record.id)) remove_.run(*id, record.rid);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

class DocumentProjector : public Projector {
 public:
  DocumentProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c,
                "INSERT OR REPLACE INTO document (id, rid, scope, channel, folder, topic, current, name, changed_at,"
                " trashed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        remove_(c, "DELETE FROM document WHERE id = ? AND rid = ?") {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto document = fromJson<Document>(record.body);
    if (!id || !document || record.scope == nullptr) return;
    changes_.documents = true;
    if (!document->topicId.isNil()) changes_.topic(document->topicId);
    insert_.run(*id, record.rid, record.scope->text(), channelOf(record), document->folderId, document->topicId,
                document->currentVersionId, document->name, milliseconds(document->changedAt),
                document->trashedAt ? milliseconds(*document->trashedAt) : 0);
  }
  void remove(const Projected& record) override {
    changes_.documents = changes_.versionsRemoved = true;
    if (const auto id = canonicalUuid(record.id)) remove_.run(*id, record.rid);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

class VersionProjector : public Projector {
 public:
  VersionProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c,
                "INSERT OR REPLACE INTO version (id, rid, document, number, sha256, size, author, added_at,"
                " concurrent, media_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        remove_(c, "DELETE FROM version WHERE id = ? AND rid = ?") {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto version = fromJson<Version>(record.body);
    if (!id || !version) return;
    changes_.documents = true;
    insert_.run(*id, record.rid, version->documentId, version->number, version->sha256, version->size,
                version->authorId, milliseconds(version->addedAt), version->concurrent, version->mediaType);
  }
  void remove(const Projected& record) override {
    changes_.documents = changes_.versionsRemoved = true;
    if (const auto id = canonicalUuid(record.id)) remove_.run(*id, record.rid);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

}  // namespace

std::unique_ptr<Projector> createFolderProjector(Connection& connection, Changes& changes) {
  return std::make_unique<FolderProjector>(connection, changes);
}
std::unique_ptr<Projector> createDocumentProjector(Connection& connection, Changes& changes) {
  return std::make_unique<DocumentProjector>(connection, changes);
}
std::unique_ptr<Projector> createVersionProjector(Connection& connection, Changes& changes) {
  return std::make_unique<VersionProjector>(connection, changes);
}

}  // namespace vb::client::store

// What the tests of documents in the cache share: a bound cache with a channel in it, and records of folders, documents
// and versions as a server would send them.
#pragma once

#include <QDirIterator>

#include "client/core/store/document_text_table.h"
#include "client/core/store/upload_table.h"
#include "shared/domain/channel_records.h"
#include "tests/client_store/outbox_fixture.h"

namespace vb::test {

inline const ChannelId kChannel = ChannelId::named("noord");
inline const FolderId kForms = FolderId::named("formulieren");
inline const FolderId kOld = FolderId::named("oud");
inline const DocumentId kLaw = DocumentId::named("wet");
inline const VersionId kSecond = VersionId::named("wet 2");
inline constexpr char kMarker[] = "kwetsbaarheidswijzer";

inline std::string hashOf(int number) { return std::string(63, 'a') + static_cast<char>('0' + number); }

inline Document documentIn(FolderId folder, const std::string& name, VersionId current) {
  Document document;
  document.folderId = folder;
  document.name = name;
  document.currentVersionId = current;
  document.createdBy = kAnna;
  document.changedAt = Timestamp(Milliseconds(kStart));
  return document;
}

inline Version versionOf(DocumentId document, int number, int hash, std::int64_t size = 1000) {
  Version version;
  version.documentId = document;
  version.number = number;
  version.sha256 = hashOf(hash);
  version.size = size;
  version.authorId = kAnna;
  version.addedAt = Timestamp(Milliseconds(kStart + number));
  return version;
}

class DocumentTestBase : public QObject {
 protected:
  void begin() {
    folder_ = std::make_unique<ProfileFolder>();
    cache_ = folder_->openBound();
    seq_ = 10;
    Membership membership;
    membership.name = "Noord";
    membership.role = ChannelRole::member;
    membership.state = MembershipState::joined;
    STORED(
        cache_->applyRecords(Scope::user(kMe), {record(kinds::kMembership, kChannel.text(), 1, membership)}, upTo(1)));
    Channel channel;
    channel.name = "Noord";
    put(kinds::kChannel, kChannel.text(), channel);
  }
  void end() {
    cache_.reset();
    folder_.reset();
  }

  template <class Body>
  void put(const char* kind, const std::string& id, const Body& body) {
    STORED(cache_->applyRecords(Scope::channel(kChannel), {record(kind, id, ++seq_, body)}, upTo(seq_)));
  }
  void putFolder(FolderId id, FolderId parent, const char* name) {
    put(kinds::kFolder, id.text(), Folder{parent, name, kAnna, Timestamp(Milliseconds(kStart))});
  }
  void putDocument(DocumentId id, FolderId folder, const char* name, int hash) {
    const auto version = VersionId::named(std::string(name) + " 1");
    put(kinds::kDocument, id.text(), documentIn(folder, name, version));
    put(kinds::kVersion, version.text(), versionOf(id, 1, hash));
  }
  void keep(int hash, ContentState state = ContentState::here) {
    Content content;
    content.sha256 = hashOf(hash);
    content.size = 1000;
    content.state = state;
    STORED(cache_->contents().save({content}));
  }
  void saveText(int hash, const QString& text) { STORED(cache_->texts().save({{hashOf(hash), {text}, {}}})); }
  void queue(const CommandBody& command) {
    static int number = 0;
    OutboxEntry entry;
    entry.id = CommandId::named("command " + std::to_string(++number));
    entry.kind = commandKind(command);
    entry.bodyJson = json::serialize(commandJson(command));
    STORED(cache_->outboxTable().add(entry));
  }
  QStringList names(FolderId folder) const {
    QStringList found;
    for (const auto& row : folder_->reader()->channels().documents(kChannel, folder, DocumentSort::name))
      found << row.name;
    return found;
  }
  QVector<SearchHit> found(const char* words) const {
    QVector<SearchHit> hits;
    for (const auto& hit : folder_->reader()->search(QString::fromUtf8(words), 50).hits)
      if (hit.kind == SearchKind::document) hits << hit;
    return hits;
  }

  // Is the word in no file of the profile?
  bool isNowhere(const char* word) {
    cache_.reset();
    bool isFound = false;
    QDirIterator files(folder_->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      isFound = isFound || !file.open(QIODevice::ReadOnly) || file.readAll().contains(word);
    }
    return !isFound;
  }

  std::unique_ptr<ProfileFolder> folder_;
  std::unique_ptr<Cache> cache_;
  Seq seq_ = 10;
};

}  // namespace vb::test

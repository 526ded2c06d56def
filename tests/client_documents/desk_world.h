// DeskWorld: a profile with a channel that one is a member of, a desk over it, and a scripted server of contents. What
// a test asks of the cache is what a screen would.
#pragma once

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include "client/core/documents/document_desk.h"
#include "client/core/store/content_table.h"
#include "client/core/store/document_text_table.h"
#include "client/core/store/upload_table.h"
#include "shared/domain/channel_commands.h"
#include "shared/domain/channel_records.h"
#include "tests/client_store/profile.h"
#include "tests/support/contents_server.h"
#include "tests/support/fake_time.h"

namespace vb::test {

using client::documents::DocumentDesk;
using client::outbox::Outbox;
using client::store::Content;
using client::store::ContentState;
using client::store::OfflineKeep;
using client::store::OutboxEntry;
using client::store::OutboxState;
using client::store::Upload;
using client::store::UploadState;

inline const ChannelId kNorth = ChannelId::named("noord");
inline const std::string kNorthScope = Scope::channel(kNorth).text();

inline VersionId versionOf(const QString& name) { return VersionId::named(name.toStdString()); }
inline DocumentId documentOf(const QString& name) { return DocumentId::named(name.toStdString()); }
inline QString pathOf(VersionId version) { return QString::fromStdString(version.text()); }

// While it lives no file may be larger than so much, as if the disk had no room.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

class DeskWorld final : public client::documents::DocumentEvents {
 public:
  explicit DeskWorld(ChannelRole role = ChannelRole::member) {
    open();
    Membership membership;
    membership.name = "Noord";
    membership.role = role;
    membership.state = MembershipState::joined;
    apply(Scope::user(kMe), {record(kinds::kMembership, kNorth.text(), 1, membership)}, 1);
    Channel channel;
    channel.name = "Noord";
    put({record(kinds::kChannel, kNorth.text(), ++seq_, channel)});
    startDesk();
  }
  ~DeskWorld() override {
    desk.reset();
    outbox.reset();
    cache.reset();
  }

  // ---- the program
  void startDesk() { desk = client::documents::createDocumentDesk({*cache, *outbox, clock, random_}, *this); }
  // As after a kill: nothing is told to the desk before, but its threads end.
  void restart(client::store::CacheOptions options = {}) {
    desk.reset();
    outbox.reset();
    cache.reset();
    open(std::move(options));
    startDesk();
  }
  void goOnline() const { desk->goOnline(server.url(), server.token.toStdString()); }

  // ---- what the server's records say
  void put(const std::vector<Record>& records) { apply(Scope::channel(kNorth), records, seq_); }
  std::vector<Record> recordsOf(const QString& name, const std::string& sha256, qint64 size) {
    Document document;
    document.name = name.toStdString();
    document.currentVersionId = versionOf(name);
    document.createdBy = kAnna;
    document.changedAt = Timestamp(Milliseconds(kStart + seq_));
    Version version;
    version.documentId = documentOf(name);
    version.number = 1;
    version.sha256 = sha256;
    version.size = size;
    version.authorId = kAnna;
    version.addedAt = document.changedAt;
    const auto documentSeq = ++seq_;
    return {record(kinds::kDocument, version.documentId.text(), documentSeq, document),
            record(kinds::kVersion, document.currentVersionId.text(), ++seq_, version)};
  }
  // A document with its content on the server; its hash.
  std::string addDocument(const QString& name, const QByteArray& bytes) {
    const auto sha256 = server.addContent(pathOf(versionOf(name)), bytes).toStdString();
    put(recordsOf(name, sha256, bytes.size()));
    desk->recordsChanged();
    return sha256;
  }
  void loseAccess() {
    const auto purged = cache->purgeScope(Scope::channel(kNorth));
    if (!purged) qFatal("purge");
    server.contents.clear();
    desk->recordsChanged();
  }
  // As the server does with a command of the outbox: its version comes as a record. The id of the upload that it used.
  UploadId confirm(const Upload& upload) {
    put(recordsAs(upload));
    desk->recordsChanged();
    return upload.id;
  }

  // ---- what is there
  Content content(const std::string& sha256) const { return cache->contents().content(sha256).value_or(Content()); }
  bool isHere(const std::string& sha256) const { return content(sha256).state == ContentState::here; }
  QString folder() const { return cache->directory() + QStringLiteral("/documents"); }
  QString contentFile(const std::string& sha256) const {
    const auto name = QString::fromStdString(sha256);
    return folder() + QStringLiteral("/contents/") + name.left(2) + QLatin1Char('/') + name;
  }
  QString partFile(const std::string& sha256) const {
    return folder() + QStringLiteral("/parts/") + QString::fromStdString(sha256);
  }
  QStringList filesOnDisk() const {
    QStringList found;
    QDirIterator files(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) found << QDir(folder()).relativeFilePath(files.next());
    return found;
  }
  std::vector<Upload> uploads() const { return cache->uploads().uploads(); }
  Upload onlyUpload() const {
    const auto all = uploads();
    return all.size() == 1 ? all.front() : Upload();
  }
  bool isEachUploadIn(UploadState state) const {
    const auto all = uploads();
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const auto& one) { return one.state == state; });
  }
  template <class Command>
  std::vector<Command> commands() const {
    std::vector<Command> found;
    for (const auto& row : outboxRows())
      if (row.kind == Command::kKind)
        if (auto command = fromJsonText<Command>(row.bodyJson)) found.push_back(*std::move(command));
    return found;
  }
  std::vector<OutboxEntry> outboxRows() const { return cache->outboxTable().all(); }

  // ---- files of the user
  QString write(const QString& name, const QByteArray& bytes) const {
    const QString path = own_.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("%s", qPrintable(path));
    return path;
  }
  QString ownFolder() const { return own_.path(); }
  Result<void> add(const QStringList& files) const {
    QVector<DocumentId> ids;
    for (const auto& file : files) ids << documentOf(QFileInfo(file).fileName());
    return desk->addFiles(kNorth, {}, {}, files, ids);
  }

  static QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QByteArray bytesOf(int size, int seed = 1) {
    FakeRandom random(static_cast<std::uint64_t>(seed));
    QByteArray bytes(size, Qt::Uninitialized);
    random.fill(std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(size))));
    return bytes;
  }

  FakeClock clock;
  ContentsServer server;
  std::unique_ptr<client::store::Cache> cache;
  std::unique_ptr<Outbox> outbox;
  std::unique_ptr<DocumentDesk> desk;
  int outboxGrown = 0;
  QList<QPair<QString, QString>> refusals;

 private:
  void outboxGrew() override { ++outboxGrown; }
  void documentRefused(const QString& code, const QString& detail) override { refusals.append({code, detail}); }

  void open(client::store::CacheOptions options = {}) {
    cache = profile_.openBound(std::move(options));
    outbox = std::make_unique<Outbox>(*cache, clock);
  }
  void apply(const Scope& scope, const std::vector<Record>& records, Seq seq) const {
    const auto applied = cache->applyRecords(scope, records, upTo(seq));
    if (!applied) qFatal("%s", applied.error().detail.c_str());
  }
  std::vector<Record> recordsAs(const Upload& upload) {
    Document document;
    document.name = upload.name.toStdString();
    document.currentVersionId = upload.version;
    document.changedAt = Timestamp(Milliseconds(kStart + seq_));
    Version version;
    version.documentId = upload.document;
    version.number = upload.baseVersion.isNil() ? 1 : 2;
    version.sha256 = upload.sha256;
    version.size = upload.size;
    version.addedAt = document.changedAt;
    const auto documentSeq = ++seq_;
    return {record(kinds::kDocument, upload.document.text(), documentSeq, document),
            record(kinds::kVersion, upload.version.text(), ++seq_, version)};
  }

  ProfileFolder profile_;
  QTemporaryDir own_;
  FakeRandom random_{7};
  Seq seq_ = 10;
};

}  // namespace vb::test

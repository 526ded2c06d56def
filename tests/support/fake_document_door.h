// FakeDocumentDoor: records what a screen asked of documents. Owned by FakeDesk, which a test lets answer.
#pragma once

#include <QStringList>

#include "client/core/engine/document_door.h"

namespace vb::test {

class FakeDocumentDoor : public client::DocumentDoor {
 public:
  QStringList calls;  // in order: "add 2", "rename folder", ...
  struct Added {
    ChannelId channel;
    FolderId folder;
    TopicId topic;
    QStringList files;
    QVector<DocumentId> ids;
  };
  QVector<Added> added;
  QStringList versionFiles;   // of addVersion
  QString remark;             // of addVersion, restoreVersion
  QStringList names;          // of addFolder, renameFolder, renameDocument
  QVector<FolderId> folders;  // parents and targets
  QVector<DocumentId> documents;
  QVector<UploadId> uploads;
  client::store::OfflineRule rule;
  qint64 limit = -1;
  quint64 ticket = 0;  // of the newest call with one
  VersionId version;   // that was asked for
  QString file;        // of save, readFileText, exportChannel

  QVector<DocumentId> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files) override {
    calls << QStringLiteral("add %1").arg(files.size());
    QVector<DocumentId> ids;
    for (const auto& one : files) ids << DocumentId::named("added " + one.toStdString());
    added.append({channel, folder, topic, files, ids});
    return ids;
  }
  void addVersion(ChannelId, DocumentId document, const QString& one, const QString& said) override {
    calls << QStringLiteral("add version");
    documents << document;
    versionFiles << one;
    remark = said;
  }
  void restoreVersion(ChannelId, DocumentId document, VersionId one, const QString& said) override {
    calls << QStringLiteral("restore version");
    documents << document;
    version = one;
    remark = said;
  }
  void pauseUpload(UploadId upload, bool paused) override {
    calls << (paused ? QStringLiteral("pause") : QStringLiteral("resume"));
    uploads << upload;
  }
  void cancelUpload(UploadId upload) override {
    calls << QStringLiteral("cancel");
    uploads << upload;
  }
  void retryUpload(UploadId upload) override {
    calls << QStringLiteral("retry");
    uploads << upload;
  }
  FolderId addFolder(ChannelId, FolderId parent, const QString& name) override {
    calls << QStringLiteral("add folder");
    folders << parent;
    names << name;
    return FolderId::named("added " + name.toStdString());
  }
  void renameFolder(ChannelId, FolderId folder, const QString& name) override {
    calls << QStringLiteral("rename folder");
    folders << folder;
    names << name;
  }
  void moveFolder(ChannelId, FolderId folder, FolderId parent) override {
    calls << QStringLiteral("move folder");
    folders << folder << parent;
  }
  void removeFolder(ChannelId, FolderId folder) override {
    calls << QStringLiteral("remove folder");
    folders << folder;
  }
  void renameDocument(ChannelId, DocumentId document, const QString& name) override {
    calls << QStringLiteral("rename");
    documents << document;
    names << name;
  }
  void moveDocument(ChannelId, DocumentId document, FolderId folder) override {
    calls << QStringLiteral("move");
    documents << document;
    folders << folder;
  }
  void setTrashed(ChannelId, DocumentId document, bool trashed) override {
    calls << (trashed ? QStringLiteral("trash") : QStringLiteral("put back"));
    documents << document;
  }
  void setOfflineRule(ChannelId, const client::store::OfflineRule& wished) override {
    calls << QStringLiteral("rule");
    rule = wished;
  }
  void setStorageLimit(qint64 bytes) override {
    calls << QStringLiteral("limit");
    limit = bytes;
  }
  void setPinned(DocumentId document, bool pinned) override {
    calls << (pinned ? QStringLiteral("pin") : QStringLiteral("unpin"));
    documents << document;
  }
  void fetch(VersionId one) override {
    calls << QStringLiteral("fetch");
    version = one;
  }
  void open(quint64 number, VersionId one) override { ask("open", number, one); }
  void copyForOutside(quint64 number, VersionId one) override { ask("copy", number, one); }
  void save(quint64 number, VersionId one, const QString& to) override {
    ask("save", number, one);
    file = to;
  }
  void readText(quint64 number, VersionId one) override { ask("read text", number, one); }
  void readFileText(quint64 number, const QString& from) override {
    ask("read file", number, {});
    file = from;
  }
  void exportChannel(quint64 number, ChannelId, const QString& to) override {
    ask("export", number, {});
    file = to;
  }

 private:
  void ask(const char* what, quint64 number, VersionId one) {
    calls << QString::fromLatin1(what);
    ticket = number;
    version = one;
  }
};

}  // namespace vb::test

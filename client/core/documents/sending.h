// Sending: files of the user on their way to the server: copied aside, sent in pieces that go on after a cut or a
// restart, then told of by a command of the outbox. Part of the desk, on the core thread.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <QObject>
#include <QTimer>

#include "client/core/documents/content_files.h"
#include "client/core/documents/document_desk.h"
#include "client/core/documents/worker.h"
#include "client/core/net/content_client.h"
#include "client/core/store/content_table.h"
#include "client/core/store/upload_table.h"
#include "shared/domain/channel_rights.h"
#include "shared/session/backoff.h"

namespace vb::client::documents {

class Sending : public QObject {
  Q_OBJECT

 public:
  Sending(const DocumentParts& parts, const ContentFiles& files, net::ContentClient& client, Worker& worker);
  ~Sending() override;

  void goOnline();
  void goOffline();
  // Commands were answered, versions came, access was lost.
  void recordsChanged();

  Result<void> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files,
                        const QVector<DocumentId>& ids);
  Result<void> addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark);
  Result<void> pause(UploadId id, bool paused);
  Result<void> cancel(UploadId id);
  Result<void> retry(UploadId id);

 Q_SIGNALS:
  void outboxGrew();
  void refused(const QString& errorCode, const QString& detail);
  // What was on its way up is a document now, and its content is here.
  void contentKept(const std::string& sha256, qint64 size);

 private:
  // ---- sending_adding.cpp
  struct Tree;
  Result<void> mayAdd(ChannelId channel);
  store::Upload newUpload(ChannelId channel, FolderId folder, TopicId topic, DocumentId document, const QString& file);
  void addTree(ChannelId channel, FolderId folder, TopicId topic, const QString& path);
  Result<void> storeTree(ChannelId channel, FolderId folder, TopicId topic, const Tree& tree);
  void prepareSome();
  void prepared(UploadId id, const Result<ContentFiles::Copy>& copy, const QString& mediaType);

  // ---- sending.cpp
  // All that wait are looked at again.
  void sendAll();
  void sendSome();
  void begin(const store::Upload& upload);
  // Begun here and not known by the server yet: what is attached to it goes after it.
  bool isTopicOnItsWay(TopicId topic);
  // The copy of an earlier run is looked at before a byte of it goes up (F4).
  void verify(const store::Upload& upload);
  void askOffset(UploadId id);
  void sendFrom(UploadId id, qint64 offset);
  void cut(UploadId id, const Error& error);
  // The server has it all, or the channel has the content already: the command follows.
  void tell(store::Upload upload, VersionId copyOf);
  VersionId sameContent(const store::Upload& upload);
  void finishSome();
  void finish(const store::Upload& upload);
  void fail(store::Upload upload, const std::string& errorCode);
  bool save(const store::Upload& upload);
  std::optional<store::Upload> sending(UploadId id);

  DocumentParts parts_;
  const ContentFiles& files_;
  net::ContentClient& client_;
  Worker& worker_;
  session::Backoff backoff_;
  std::deque<UploadId> toPrepare_;
  std::set<UploadId> preparing_;
  std::deque<UploadId> due_;     // to be looked at: they may wait
  std::set<UploadId> verified_;  // the copy is what its hash says
  // What may be read, by hash; until records change.
  std::optional<std::multimap<std::string, store::ReadableVersion>> readable_;
  // Requests of an upload end with this.
  std::map<UploadId, std::unique_ptr<QObject>> underWay_;
  std::set<UploadId> finishing_;
  bool isHeldByTopic_ = false;  // some wait for a topic; records tell when it is there
  QTimer retry_;
  bool isOnline_ = false;
};

}  // namespace vb::client::documents

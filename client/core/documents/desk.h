// Desk: the DocumentDesk: a plan of what is kept here, carried out by Fetching, Sending and Extraction. On the core
// thread; every file is touched on the worker's.
#pragma once

#include <memory>

#include <QObject>
#include <QTimer>

#include "client/core/documents/document_desk.h"
#include "client/core/documents/extraction.h"
#include "client/core/documents/fetching.h"
#include "client/core/documents/sending.h"

namespace vb::client::documents {

class Desk final : public QObject, public DocumentDesk {
  Q_OBJECT

 public:
  Desk(const DocumentParts& parts, DocumentEvents& events);
  ~Desk() override;

  void goOnline(const QUrl& server, const std::string& token) override;
  void goOffline() override;
  void recordsChanged() override;
  void settle() override;

  Result<void> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files,
                        const QVector<DocumentId>& ids) override;
  Result<void> addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) override;
  Result<void> pauseUpload(UploadId upload, bool paused) override;
  Result<void> cancelUpload(UploadId upload) override;
  Result<void> retryUpload(UploadId upload) override;

  Result<void> setOfflineRule(ChannelId channel, const store::OfflineRule& rule) override;
  Result<void> setStorageLimit(qint64 bytes) override;
  Result<void> setPinned(DocumentId document, bool pinned) override;
  void fetch(VersionId version) override;
  void openDocument(VersionId version, std::function<void(OpenedDocument)> done) override;
  void copyForOutside(VersionId version, std::function<void(OpenedDocument)> done) override;
  void saveDocument(VersionId version, const QString& file, std::function<void(QString)> done) override;
  void readText(VersionId version, std::function<void(DocumentText)> done) override;
  void readFileText(const QString& file, std::function<void(DocumentText)> done) override;
  void exportChannel(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
                     std::function<void(QString)> finished) override;

 private:
  // Where the content of a version is, and the name of its document.
  struct Place {
    QString file;
    QString name;
    std::string sha256;  // empty: a file on its way up
    QString errorCode;
  };
  Place place(VersionId version);
  void use(const std::string& sha256);
  void sweep();
  void planSoon();
  void makePlan();
  void keep(const std::string& sha256, qint64 size);
  void lose(const std::string& sha256);

  DocumentParts parts_;
  DocumentEvents& events_;
  ContentFiles files_;
  net::ContentClient client_;
  std::unique_ptr<Worker> worker_;
  Fetching fetching_;
  Extraction extraction_;
  Sending sending_;
  QTimer planning_;
  std::vector<std::string> removing_;  // contents whose rows are gone, in order, until their files are
  std::set<std::string> unverified_;   // of an earlier run, and not opened in this one
};

}  // namespace vb::client::documents

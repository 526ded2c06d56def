// DocumentDesk: the contents of documents: kept on this computer, fetched, verified, and brought to the server. Owned
// by the core, on the core thread; nothing here waits for a disk or the network. What it knows survives a kill at any
// step. See channel_door.h for what each call of the user means.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include "client/core/documents/opened_document.h"
#include "client/core/outbox/outbox.h"
#include "client/core/store/cache.h"
#include "client/core/store/channel_views.h"
#include "shared/base/clock.h"

namespace vb::client::documents {

// What the desk tells; on the core thread, never from within a call to the desk. That rows are others than before is
// told by the cache's change feed.
class DocumentEvents {
 public:
  virtual ~DocumentEvents() = default;
  // A command was put into the outbox.
  virtual void outboxGrew() = 0;
  // Something the user asked for could not be begun: an error name (not_found, too_large, disk_full, io_failed), and
  // which file or folder.
  virtual void documentRefused(const QString& errorCode, const QString& detail) = 0;
};

struct DocumentParts {
  store::Cache& cache;
  outbox::Outbox& outbox;
  const Clock& clock;
  RandomSource& random;
};

class DocumentDesk {
 public:
  virtual ~DocumentDesk() = default;  // stops at once; what is under way goes on after the next start

  // ---- from the core
  // The desk has a connection of its own for contents. An empty token: none.
  virtual void goOnline(const QUrl& server, const std::string& token) = 0;
  // Also for signing out, and when the token was rejected. Requests are cut.
  virtual void goOffline() = 0;
  // After a commit that changed documents, versions, topics, memberships or the outbox; cheap to call often. Transfers
  // of what may not be read any more stop, and its files go, with open copies of them; what a kill leaves undone is
  // done at the next start. Own files that were not sent stay.
  virtual void recordsChanged() = 0;
  // The same at once: what is to be fetched is among the waiting when it returns.
  virtual void settle() = 0;

  // ---- to the server; `ids` as many as `files`. A folder becomes a folder, with what is in it; its id stands for
  // nothing then. An error is an answer to the user: nothing was begun. What fails later is a row of uploads().
  virtual Result<void> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files,
                                const QVector<DocumentId>& ids) = 0;
  virtual Result<void> addVersion(ChannelId channel, DocumentId document, const QString& file,
                                  const QString& remark) = 0;
  virtual Result<void> pauseUpload(UploadId upload, bool paused) = 0;
  virtual Result<void> cancelUpload(UploadId upload) = 0;
  virtual Result<void> retryUpload(UploadId upload) = 0;

  // ---- on this computer
  virtual Result<void> setOfflineRule(ChannelId channel, const store::OfflineRule& rule) = 0;
  virtual Result<void> setStorageLimit(qint64 bytes) = 0;
  virtual Result<void> setPinned(DocumentId document, bool pinned) = 0;
  virtual void fetch(VersionId version) = 0;
  virtual void openDocument(VersionId version, std::function<void(OpenedDocument)> done) = 0;
  virtual void copyForOutside(VersionId version, std::function<void(OpenedDocument)> done) = 0;
  virtual void saveDocument(VersionId version, const QString& file, std::function<void(QString)> done) = 0;
  virtual void readText(VersionId version, std::function<void(DocumentText)> done) = 0;
  virtual void readFileText(const QString& file, std::function<void(DocumentText)> done) = 0;
  virtual void exportChannel(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
                             std::function<void(QString)> finished) = 0;
};

// Parts and events outlive it. Files are in the cache's directory.
std::unique_ptr<DocumentDesk> createDocumentDesk(const DocumentParts& parts, DocumentEvents& events);

}  // namespace vb::client::documents

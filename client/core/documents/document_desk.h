// DocumentDesk: the contents of documents: kept on this computer, fetched, verified, and brought to the server. Owned
// by the core, on the core thread; nothing here waits for a disk or the network. What it knows survives a kill at any
// step. Failures of files and requests are states of the rows that the reader shows, not calls.
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

// One thing that the user dropped: a file, or a folder with all that is in it (then `document` stands for nothing).
struct FileToAdd {
  DocumentId document;  // that it will be
  QString file;
};

// What the desk tells; on the core thread, never from within a call to the desk.
class DocumentEvents {
 public:
  virtual ~DocumentEvents() = default;
  // Presence, uploads, storage or pins are others than before: look again. At most a few times a second.
  virtual void documentsChanged() = 0;
  // A command was put into the outbox.
  virtual void outboxGrew() = 0;
  // Something the user asked for was not done: an error name (changed_while_reading, too_large, not_found, disk_full,
  // io_failed, forbidden, bad_field), and which file.
  virtual void documentRefused(const QString& errorCode, const QString& detail) = 0;
  // This content is on this computer and verified; it is about to go. For the text index.
  virtual void contentHere(const QString& sha256, const QString& file) = 0;
  virtual void contentGone(const QString& sha256) = 0;
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

  // ---- the connection. The desk has one of its own for contents.
  virtual void goOnline(const QUrl& server, const std::string& token) = 0;
  // Also for signing out, and when the token was rejected. Requests are cut.
  virtual void goOffline() = 0;
  // After a commit that changed documents, versions, folders, memberships or the outbox; cheap to call often.
  virtual void recordsChanged() = 0;
  // Access to the channel, or to one discussion of it, was lost and its records are purged already: transfers stop at
  // once, contents that nothing readable refers to are removed, open copies too; own files that were not sent stay.
  virtual void purge(ChannelId channel) = 0;

  // ---- bringing to the server
  virtual void addFiles(ChannelId channel, FolderId folder, TopicId topic, const QVector<FileToAdd>& files) = 0;
  virtual void addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) = 0;
  virtual void pauseUpload(UploadId upload, bool paused) = 0;
  virtual void cancelUpload(UploadId upload) = 0;
  // Of an upload that failed: from the beginning, with the file that was kept.
  virtual void retryUpload(UploadId upload) = 0;

  // ---- what is on this computer
  virtual void setOfflineRule(ChannelId channel, const store::OfflineRule& rule) = 0;
  virtual void setStorageLimit(qint64 bytes) = 0;
  virtual void setPinned(DocumentId document, bool pinned) = 0;
  virtual void fetch(VersionId version) = 0;
  virtual void openDocument(VersionId version, std::function<void(OpenedDocument)> done) = 0;
  // A read-only copy under the document's own name in a folder of this run, marked as coming from elsewhere, for
  // another program. errorCode "forbidden": of a type that may only be saved (A14).
  virtual void copyForOutside(VersionId version, std::function<void(OpenedDocument)> done) = 0;
  // done: an error name or empty.
  virtual void saveAs(VersionId version, const QString& file, std::function<void(QString)> done) = 0;
  virtual void exportChannel(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
                             std::function<void(QString)> finished) = 0;
};

// `profileDirectory` holds what is the user's own (uploads). Parts and events outlive it.
std::unique_ptr<DocumentDesk> createDocumentDesk(const DocumentParts& parts, DocumentEvents& events,
                                                 const QString& profileDirectory);

}  // namespace vb::client::documents

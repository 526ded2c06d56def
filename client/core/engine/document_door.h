// DocumentDoor: the part of the engine's door that is about documents; see engine.h for what holds for every call: it
// returns at once. What the rules refuse is told by Engine::writeRefused, what could not be begun with a file by
// Engine::documentRefused; what fails later is a row of ChannelReader::uploads(). `ticket` comes back in the answer.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "client/core/documents/opened_document.h"
#include "client/core/store/channel_views.h"

namespace vb::client {

class DocumentDoor {
 public:
  virtual ~DocumentDoor() = default;

  // ---- adding. Files are copied aside first: what the user does with them afterwards changes nothing.
  // Into a folder (nil: the top), or attached to a topic (nil: not). A folder becomes a folder, with what is in it. The
  // ids that the documents will have, as many as `files`; of a folder it stands for nothing.
  virtual QVector<DocumentId> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files) = 0;
  virtual void addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) = 0;
  // An older version becomes the newest; nothing is sent for it but the command.
  virtual void restoreVersion(ChannelId channel, DocumentId document, VersionId version, const QString& remark) = 0;
  virtual void pauseUpload(UploadId upload, bool paused) = 0;
  virtual void cancelUpload(UploadId upload) = 0;
  virtual void retryUpload(UploadId upload) = 0;

  // ---- folders and names
  virtual FolderId addFolder(ChannelId channel, FolderId parent, const QString& name) = 0;
  virtual void renameFolder(ChannelId channel, FolderId folder, const QString& name) = 0;
  virtual void moveFolder(ChannelId channel, FolderId folder, FolderId parent) = 0;
  virtual void removeFolder(ChannelId channel, FolderId folder) = 0;
  virtual void renameDocument(ChannelId channel, DocumentId document, const QString& name) = 0;
  virtual void moveDocument(ChannelId channel, DocumentId document, FolderId folder) = 0;
  // To the bin and back.
  virtual void setTrashed(ChannelId channel, DocumentId document, bool trashed) = 0;

  // ---- on this computer
  virtual void setOfflineRule(ChannelId channel, const store::OfflineRule& rule) = 0;
  virtual void setStorageLimit(qint64 bytes) = 0;  // 0: no limit
  virtual void setPinned(DocumentId document, bool pinned) = 0;
  // Whatever the rule says.
  virtual void fetch(VersionId version) = 0;
  // Answered by documentOpened: the content where it is, read-only; for the app's own reader.
  virtual void open(quint64 ticket, VersionId version) = 0;
  // Answered by documentOpened: a copy under its name that other programs may be given (read-only, marked as coming
  // from elsewhere); OpenedDocument::mayOpenOutside says whether that is allowed.
  virtual void copyForOutside(quint64 ticket, VersionId version) = 0;
  virtual void save(quint64 ticket, VersionId version, const QString& file) = 0;  // documentSaved
  virtual void readText(quint64 ticket, VersionId version) = 0;                   // documentTextRead
  // Of a file that is about to be added: for the guard. Answered by documentTextRead without a version.
  virtual void readFileText(quint64 ticket, const QString& file) = 0;
  // Documents, all versions, discussions, cases and members as files and one JSON, into a new folder inside `folder`.
  // exportProgressed, at the end exportFinished.
  virtual void exportChannel(quint64 ticket, ChannelId channel, const QString& folder) = 0;
};

}  // namespace vb::client

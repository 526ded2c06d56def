// EngineDocuments: DocumentDoor over the core: names and folders are actions, the rest is asked of the desk. Part of
// Engine, on its thread; answers come back as Engine's signals.
#pragma once

#include "client/core/engine/document_door.h"
#include "client/core/engine/engine_private.h"

namespace vb::client {

class EngineDocuments final : public DocumentDoor {
 public:
  explicit EngineDocuments(Engine::Private& engine) : d_(engine) {}

  QVector<DocumentId> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files) override;
  void addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) override;
  void restoreVersion(ChannelId channel, DocumentId document, VersionId version, const QString& remark) override;
  void pauseUpload(UploadId upload, bool paused) override;
  void cancelUpload(UploadId upload) override;
  void retryUpload(UploadId upload) override;

  FolderId addFolder(ChannelId channel, FolderId parent, const QString& name) override;
  void renameFolder(ChannelId channel, FolderId folder, const QString& name) override;
  void moveFolder(ChannelId channel, FolderId folder, FolderId parent) override;
  void removeFolder(ChannelId channel, FolderId folder) override;
  void renameDocument(ChannelId channel, DocumentId document, const QString& name) override;
  void moveDocument(ChannelId channel, DocumentId document, FolderId folder) override;
  void setTrashed(ChannelId channel, DocumentId document, bool trashed) override;

  void setOfflineRule(ChannelId channel, const store::OfflineRule& rule) override;
  void setStorageLimit(qint64 bytes) override;
  void setPinned(DocumentId document, bool pinned) override;
  void fetch(VersionId version) override;
  void open(quint64 ticket, VersionId version) override;
  void copyForOutside(quint64 ticket, VersionId version) override;
  void save(quint64 ticket, VersionId version, const QString& file) override;
  void readText(quint64 ticket, VersionId version) override;
  void readFileText(quint64 ticket, const QString& file) override;
  void exportChannel(quint64 ticket, ChannelId channel, const QString& folder) override;

 private:
  using Ask = std::function<Result<void>(documents::DocumentDesk&)>;
  void ask(Ask ask);
  // The same with an answer: `answer` gives it as a signal; beside the program that has the profile it is "forbidden".
  template <class Answer>
  void askFor(const std::function<void(documents::DocumentDesk&, std::function<void(Answer)>)>& ask,
              const std::function<void(Engine&, const Answer&)>& tell, const Answer& refusal);

  Engine::Private& d_;
};

}  // namespace vb::client

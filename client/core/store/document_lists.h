// DocumentLists: folders and documents of channels, with what waits in the outbox and what is on its way up. Part of a
// SqliteChannelReader: on its connection, within its snapshots.
#pragma once

#include <unordered_map>

#include "client/core/store/channel_overlay.h"
#include "client/core/store/channel_views.h"
#include "client/core/store/directory_reader.h"

namespace vb::client::store {

class DocumentLists {
 public:
  DocumentLists(Connection& connection, DirectoryReader& directory);

  void lookAgain(UserId me, const Overlay* overlay) { me_ = me, overlay_ = overlay; }

  // By name. Those that stand in nothing that is here, or in themselves, stand at the top.
  QVector<FolderRow> folders(ChannelId channel);
  // Without counting what is in them.
  QVector<FolderRow> foldersOnly(ChannelId channel);
  // All of a channel: its own and those attached to its topics, the bin included; by name.
  QVector<DocumentRow> all(ChannelId channel);
  // Without the topics that are about it.
  std::optional<DocumentView> document(DocumentId id);
  QVector<DocumentRow> sameContent(ChannelId channel, const std::string& sha256);
  QVector<UploadRow> uploads();
  DocumentStorage storage();
  int count(ChannelId channel);
  // Documents whose text search does not know: not here, or not read yet.
  int notSearched();
  // Names from the top to this folder.
  static QStringList pathOf(const QVector<FolderRow>& folders, FolderId id);

  // Files on their way to the server.
  struct Coming {
    qint64 size = 0;
    qint64 sent = 0;
    QString name;
    ChannelId channel;
    FolderId folder;
    TopicId topic;
    DocumentId document;
    bool isNew = false;
    bool isFailed = false;
    qint64 at = 0;
  };
  struct OnTheWay {
    std::map<VersionId, Coming> versions;
    std::map<DocumentId, VersionId> newVersions;  // of documents that are there already; the last one added
  };
  OnTheWay onTheWay();
  std::optional<DocumentRow> row(DocumentId id, const OnTheWay& coming);
  std::optional<DocumentRow> row(DocumentId id) { return row(id, onTheWay()); }

 private:
  DocumentRow read(const Statement::Rows& rows);
  void overlayOn(DocumentRow& row, const OnTheWay& onTheWay);
  DocumentRow pendingRow(const Pending<AddDocument>& added, const OnTheWay& onTheWay);
  QVector<DocumentRow> pendingRows(const OnTheWay& onTheWay);
  QString nameOf(UserId user);

  DirectoryReader& directory_;
  const Overlay* overlay_ = nullptr;
  UserId me_;
  std::unordered_map<Uuid, QString> names_;
  Statement ofChannel_, ofContent_, one_, versions_, numberOf_, folders_, coming_, uploads_, fact_, meta_, here_,
      waiting_, unread_, notSearched_, count_, isHere_, versionSize_;
};

}  // namespace vb::client::store

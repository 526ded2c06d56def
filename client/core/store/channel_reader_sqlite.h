// SqliteChannelReader: the channels of a SqliteReader, on its connection and in its snapshots. Belongs to that reader
// and is used in its thread.
#pragma once

#include <functional>

#include "client/core/store/channel_reader.h"
#include "client/core/store/directory_reader.h"
#include "client/core/store/document_lists.h"
#include "client/core/store/packed_id.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"

namespace vb::client::store {

class SqliteChannelReader : public ChannelReader {
 public:
  // Runs the work in one snapshot, with what changed looked at again; nothing comes of it when the disk fails.
  using Snapshot = std::function<void(const std::function<void()>&)>;
  SqliteChannelReader(Connection& connection, DirectoryReader& directory, Snapshot snapshot);

  void lookAgain(UserId me, const Overlay* overlay, qint64 now) {
    me_ = me, overlay_ = overlay, now_ = now;
    documents_.lookAgain(me, overlay);
  }

  QVector<ChannelRow> channels() override;
  std::optional<ChannelView> channel(ChannelId id) override;
  ChannelPeople people(ChannelId id) override;
  Scope scopeOf(ChannelId channel, TopicId topic) override;
  QVector<TopicRow> topics(ChannelId channel, TopicFilter filter, int offset, int limit) override;
  std::optional<TopicView> topic(TopicId id) override;
  QVector<PostId> postIds(TopicId topic) override;
  QVector<PostView> posts(const QVector<PostId>& ids) override;
  QVector<EarlierText> earlier(const QString& topicOrPost) override;
  QVector<FolderRow> folders(ChannelId channel) override;
  QVector<DocumentRow> documents(ChannelId channel, FolderId folder, DocumentSort sort) override;
  QVector<DocumentRow> attachments(ChannelId channel) override;
  QVector<DocumentRow> bin(ChannelId channel) override;
  std::optional<DocumentView> document(DocumentId id) override;
  QVector<DocumentRow> sameContent(ChannelId channel, const QString& sha256) override;
  QVector<UploadRow> uploads() override;
  DocumentStorage storage() override;

  // Within a snapshot that is open: where a text of a channel stands, for search.
  QString channelName(ChannelId id);
  // All, without how much of them is unread.
  QVector<ChannelRow> channelRows();
  std::optional<TopicRow> topicRow(TopicId id);
  DocumentLists& documentLists() { return documents_; }

 private:
  const ChannelOverlay& pending() const { return overlay_->channels; }
  template <class Body>
  std::optional<std::pair<Body, Seq>> one(const Scope& scope, const char* kind, const std::string& id);
  template <class Body, class Visit>
  void each(const Scope& scope, const char* kind, Visit&& visit);
  std::optional<Membership> membership(ChannelId id);
  std::optional<ChannelRow> row(ChannelId id);
  void countUnread(ChannelRow& row);
  std::vector<ChannelId> known();
  std::optional<std::pair<Channel, Seq>> channelRecord(ChannelId id, const std::optional<Membership>& membership);
  bool isSynced(ChannelId id, const std::optional<Membership>& membership);
  int count(Statement& statement, ChannelId id);
  TopicRow pendingRow(const Pending<StartTopic>& topic);
  const Pending<StartTopic>* pendingTopic(TopicId id) const;
  void overlayOn(TopicRow& row);
  void markOn(TopicRow& row);
  QVector<TopicRow> lessons(ChannelId channel);
  PostView postView(PostId id, const Post& post, Seq seq);
  PostView pendingView(const Pending<WritePost>& post);
  void finish(PostView& view, const std::vector<UserId>& mentions, const std::vector<DocumentId>& documents);
  DocumentLink link(DocumentId id);

  DirectoryReader& directory_;
  DocumentLists documents_;
  Snapshot snapshot_;
  const Overlay* overlay_ = nullptr;
  UserId me_;
  qint64 now_ = 0;
  Statement one_, all_, held_, unreadTopics_, topicsOf_, topicOf_, mark_, unread_, since_, topicCount_, caseCount_,
      postIds_, postOf_, isPostHere_, postCount_, earlier_, anyRecord_, rule_, topicsAbout_;
};

template <class Body>
std::optional<std::pair<Body, Seq>> SqliteChannelReader::one(const Scope& scope, const char* kind,
                                                             const std::string& id) {
  auto rows = one_.query(scope.text(), kind, PackedId(id));
  if (!rows.next()) return std::nullopt;
  auto body = fromJsonText<Body>(rows.bytes(0));
  if (!body) return std::nullopt;
  return std::pair(std::move(*body), rows.number(1));
}

template <class Body, class Visit>
void SqliteChannelReader::each(const Scope& scope, const char* kind, Visit&& visit) {
  auto rows = all_.query(scope.text(), kind);
  while (rows.next())
    if (auto body = fromJsonText<Body>(rows.bytes(1))) visit(rows.id(0), std::move(*body));
}

}  // namespace vb::client::store

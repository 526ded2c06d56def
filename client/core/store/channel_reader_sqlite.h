// SqliteChannelReader: the channels of a SqliteReader, on its connection and in its snapshots. Belongs to that reader
// and is used in its thread.
#pragma once

#include <functional>

#include "client/core/store/channel_reader.h"

namespace vb::client::store {

class SqliteChannelReader : public ChannelReader {
 public:
  // Runs the work in one snapshot, with what changed looked at again; nothing comes of it when the disk fails.
  using Snapshot = std::function<void(const std::function<void()>&)>;
  explicit SqliteChannelReader(Snapshot snapshot) : snapshot_(std::move(snapshot)) {}

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

 private:
  Snapshot snapshot_;
};

}  // namespace vb::client::store

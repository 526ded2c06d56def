// ChannelReader: read-only view of channels in the local cache, part of a Reader and on its connection. What one may
// not see is not here. Pending outbox rows are shown as if they had happened (C5).
#pragma once

#include <optional>

#include "client/core/store/channel_views.h"

namespace vb::client::store {

class ChannelReader {
 public:
  virtual ~ChannelReader() = default;

  // Joined ones first, by name; then invitations, requests, and what may be joined.
  virtual QVector<ChannelRow> channels() = 0;
  virtual std::optional<ChannelView> channel(ChannelId id) = 0;
  virtual ChannelPeople people(ChannelId id) = 0;
  // The scope that holds a topic for this user: the channel's, or of a guest the discussion's.
  virtual Scope scopeOf(ChannelId channel, TopicId topic) = 0;

  // Pinned first, then by activity.
  virtual QVector<TopicRow> topics(ChannelId channel, TopicFilter filter, int offset, int limit) = 0;
  virtual std::optional<TopicView> topic(TopicId id) = 0;
  // Oldest first. 50,000 of them are no problem: ids at once, views in windows.
  virtual QVector<PostId> postIds(TopicId topic) = 0;
  virtual QVector<PostView> posts(const QVector<PostId>& ids) = 0;
  // Newest first.
  virtual QVector<EarlierText> earlier(const QString& topicOrPost) = 0;

  virtual QVector<FolderRow> folders(ChannelId channel) = 0;  // all, by name
  // Of one folder (nil: the top); attachments of topics and what is in the bin left out.
  virtual QVector<DocumentRow> documents(ChannelId channel, FolderId folder, DocumentSort sort) = 0;
  virtual QVector<DocumentRow> attachments(ChannelId channel) = 0;  // of its topics, newest first
  virtual QVector<DocumentRow> bin(ChannelId channel) = 0;
  virtual std::optional<DocumentView> document(DocumentId id) = 0;
  // Documents of this channel with the same content.
  virtual QVector<DocumentRow> sameContent(ChannelId channel, const QString& sha256) = 0;
  virtual QVector<UploadRow> uploads() = 0;  // oldest first
  virtual DocumentStorage storage() = 0;
};

}  // namespace vb::client::store

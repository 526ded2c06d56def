// FakeChannelReader: a ChannelReader over plain vectors that a test fills or changes. Owned by the test's reader.
#pragma once

#include <algorithm>
#include <map>

#include "client/core/store/channel_reader.h"

namespace vb::test {

class FakeChannelReader : public client::store::ChannelReader {
 public:
  QVector<client::store::ChannelRow> rows;
  QVector<client::store::ChannelView> views;
  std::map<ChannelId, client::store::ChannelPeople> peopleOf;
  QVector<client::store::TopicView> topicViews;  // in the order of the list
  QVector<client::store::PostView> postViews;    // oldest first
  std::map<QString, QVector<client::store::EarlierText>> earlierOf;
  std::map<ChannelId, QVector<client::store::FolderRow>> foldersOf;
  QVector<client::store::DocumentView> documentViews;
  QVector<client::store::UploadRow> uploadRows;
  client::store::DocumentStorage storageNow;
  int postsAsked = 0;

  QVector<client::store::ChannelRow> channels() override { return rows; }
  std::optional<client::store::ChannelView> channel(ChannelId id) override {
    for (const auto& view : views)
      if (view.row.id == id) return view;
    for (const auto& row : rows)
      if (row.id == id) {
        client::store::ChannelView view;
        view.row = row;
        return view;
      }
    return std::nullopt;
  }
  client::store::ChannelPeople people(ChannelId id) override { return peopleOf[id]; }
  Scope scopeOf(ChannelId channel, TopicId) override { return Scope::channel(channel); }

  QVector<client::store::TopicRow> topics(ChannelId channel, client::store::TopicFilter filter, int offset,
                                          int limit) override {
    using client::store::TopicFilter;
    QVector<client::store::TopicRow> found;
    for (const auto& view : topicViews) {
      const auto& row = view.row;
      const bool isCase = row.kind == TopicKind::caseDiscussion;
      const bool fits = filter == TopicFilter::lessons ? row.hasLesson : isCase == (filter == TopicFilter::cases);
      if (row.channel != channel || !fits || offset-- > 0) continue;
      if (found.size() == limit) break;
      found.append(row);
    }
    return found;
  }
  std::optional<client::store::TopicView> topic(TopicId id) override {
    for (const auto& view : topicViews)
      if (view.row.id == id) return view;
    return std::nullopt;
  }
  QVector<PostId> postIds(TopicId topic) override {
    QVector<PostId> ids;
    for (const auto& post : postViews)
      if (post.topic == topic) ids.append(post.id);
    return ids;
  }
  QVector<client::store::PostView> posts(const QVector<PostId>& ids) override {
    postsAsked += static_cast<int>(ids.size());
    QVector<client::store::PostView> found;
    for (const PostId id : ids) {
      const auto post = std::find_if(postViews.begin(), postViews.end(), [&](const auto& one) { return one.id == id; });
      if (post != postViews.end()) found.append(*post);
    }
    return found;
  }
  QVector<client::store::EarlierText> earlier(const QString& topicOrPost) override { return earlierOf[topicOrPost]; }

  QVector<client::store::FolderRow> folders(ChannelId channel) override { return foldersOf[channel]; }
  QVector<client::store::DocumentRow> documents(ChannelId channel, FolderId folder,
                                                client::store::DocumentSort) override {
    return documentsThat([&](const client::store::DocumentRow& row) {
      return row.channel == channel && row.folder == folder && row.topic.isNil() && !row.trashed;
    });
  }
  QVector<client::store::DocumentRow> attachments(ChannelId channel) override {
    return documentsThat([&](const client::store::DocumentRow& row) {
      return row.channel == channel && !row.topic.isNil() && !row.trashed;
    });
  }
  QVector<client::store::DocumentRow> bin(ChannelId channel) override {
    return documentsThat([&](const client::store::DocumentRow& row) { return row.channel == channel && row.trashed; });
  }
  std::optional<client::store::DocumentView> document(DocumentId id) override {
    for (const auto& view : documentViews)
      if (view.row.id == id) return view;
    return std::nullopt;
  }
  QVector<client::store::DocumentRow> sameContent(ChannelId channel, const QString& sha256) override {
    QVector<client::store::DocumentRow> found;
    for (const auto& view : documentViews)
      if (view.row.channel == channel && std::any_of(view.versions.begin(), view.versions.end(),
                                                     [&](const auto& version) { return version.sha256 == sha256; }))
        found.append(view.row);
    return found;
  }
  QVector<client::store::UploadRow> uploads() override { return uploadRows; }
  client::store::DocumentStorage storage() override { return storageNow; }

 private:
  template <class Fits>
  QVector<client::store::DocumentRow> documentsThat(Fits&& fits) const {
    QVector<client::store::DocumentRow> found;
    for (const auto& view : documentViews)
      if (fits(view.row)) found.append(view.row);
    return found;
  }
};

}  // namespace vb::test

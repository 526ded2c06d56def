// LastingChannelReader: the channels of a LastingReader: of the reader inside it, whichever that is. Without one it
// answers that nothing is here. In the thread of that reader.
#pragma once

#include <memory>
#include <utility>

#include "client/core/store/reader.h"

namespace vb::client {

class LastingChannelReader final : public store::ChannelReader {
 public:
  explicit LastingChannelReader(const std::unique_ptr<store::Reader>& inner) : inner_(inner) {}

  QVector<store::ChannelRow> channels() override;
  std::optional<store::ChannelView> channel(ChannelId id) override;
  store::ChannelPeople people(ChannelId id) override;
  Scope scopeOf(ChannelId channel, TopicId topic) override;
  QVector<store::TopicRow> topics(ChannelId channel, store::TopicFilter filter, int offset, int limit) override;
  std::optional<store::TopicView> topic(TopicId id) override;
  QVector<PostId> postIds(TopicId topic) override;
  QVector<store::PostView> posts(const QVector<PostId>& ids) override;
  QVector<store::EarlierText> earlier(const QString& topicOrPost) override;
  QVector<store::FolderRow> folders(ChannelId channel) override;
  QVector<store::DocumentRow> documents(ChannelId channel, FolderId folder, store::DocumentSort sort) override;
  QVector<store::DocumentRow> attachments(ChannelId channel) override;
  QVector<store::DocumentRow> bin(ChannelId channel) override;
  std::optional<store::DocumentView> document(DocumentId id) override;
  QVector<store::DocumentRow> sameContent(ChannelId channel, const QString& sha256) override;
  QVector<store::UploadRow> uploads() override;
  store::DocumentStorage storage() override;

 private:
  // What `ask` answers about the reader inside, or that nothing is here.
  template <class Ask>
  auto from(Ask&& ask) -> decltype(ask(std::declval<store::ChannelReader&>()));

  const std::unique_ptr<store::Reader>& inner_;
};

}  // namespace vb::client

#include "client/core/engine/lasting_channel_reader.h"

namespace vb::client {

using store::ChannelReader;

template <class Ask>
auto LastingChannelReader::from(Ask&& ask) -> decltype(ask(std::declval<ChannelReader&>())) {
  if (!inner_) return {};
  return ask(inner_->channels());
}

QVector<store::ChannelRow> LastingChannelReader::channels() {
  return from([&](ChannelReader& channels) { return channels.channels(); });
}

std::optional<store::ChannelView> LastingChannelReader::channel(ChannelId id) {
  return from([&](ChannelReader& channels) { return channels.channel(id); });
}

store::ChannelPeople LastingChannelReader::people(ChannelId id) {
  return from([&](ChannelReader& channels) { return channels.people(id); });
}

Scope LastingChannelReader::scopeOf(ChannelId channel, TopicId topic) {
  return from([&](ChannelReader& channels) { return channels.scopeOf(channel, topic); });
}

QVector<store::TopicRow> LastingChannelReader::topics(ChannelId channel, store::TopicFilter filter, int offset,
                                                      int limit) {
  return from([&](ChannelReader& channels) { return channels.topics(channel, filter, offset, limit); });
}

std::optional<store::TopicView> LastingChannelReader::topic(TopicId id) {
  return from([&](ChannelReader& channels) { return channels.topic(id); });
}

QVector<PostId> LastingChannelReader::postIds(TopicId topic) {
  return from([&](ChannelReader& channels) { return channels.postIds(topic); });
}

QVector<store::PostView> LastingChannelReader::posts(const QVector<PostId>& ids) {
  return from([&](ChannelReader& channels) { return channels.posts(ids); });
}

QVector<store::EarlierText> LastingChannelReader::earlier(const QString& topicOrPost) {
  return from([&](ChannelReader& channels) { return channels.earlier(topicOrPost); });
}

QVector<store::FolderRow> LastingChannelReader::folders(ChannelId channel) {
  return from([&](ChannelReader& channels) { return channels.folders(channel); });
}

QVector<store::DocumentRow> LastingChannelReader::documents(ChannelId channel, FolderId folder,
                                                            store::DocumentSort sort) {
  return from([&](ChannelReader& channels) { return channels.documents(channel, folder, sort); });
}

QVector<store::DocumentRow> LastingChannelReader::attachments(ChannelId channel) {
  return from([&](ChannelReader& channels) { return channels.attachments(channel); });
}

QVector<store::DocumentRow> LastingChannelReader::bin(ChannelId channel) {
  return from([&](ChannelReader& channels) { return channels.bin(channel); });
}

std::optional<store::DocumentView> LastingChannelReader::document(DocumentId id) {
  return from([&](ChannelReader& channels) { return channels.document(id); });
}

QVector<store::DocumentRow> LastingChannelReader::sameContent(ChannelId channel, const QString& sha256) {
  return from([&](ChannelReader& channels) { return channels.sameContent(channel, sha256); });
}

QVector<store::UploadRow> LastingChannelReader::uploads() {
  return from([&](ChannelReader& channels) { return channels.uploads(); });
}

store::DocumentStorage LastingChannelReader::storage() {
  return from([&](ChannelReader& channels) { return channels.storage(); });
}

}  // namespace vb::client

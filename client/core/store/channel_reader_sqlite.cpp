#include "client/core/store/channel_reader_sqlite.h"

namespace vb::client::store {

QVector<ChannelRow> SqliteChannelReader::channels() { return {}; }
std::optional<ChannelView> SqliteChannelReader::channel(ChannelId) { return {}; }
ChannelPeople SqliteChannelReader::people(ChannelId) { return {}; }
Scope SqliteChannelReader::scopeOf(ChannelId, TopicId) { return {}; }
QVector<TopicRow> SqliteChannelReader::topics(ChannelId, TopicFilter, int, int) { return {}; }
std::optional<TopicView> SqliteChannelReader::topic(TopicId) { return {}; }
QVector<PostId> SqliteChannelReader::postIds(TopicId) { return {}; }
QVector<PostView> SqliteChannelReader::posts(const QVector<PostId>&) { return {}; }
QVector<EarlierText> SqliteChannelReader::earlier(const QString&) { return {}; }
QVector<FolderRow> SqliteChannelReader::folders(ChannelId) { return {}; }
QVector<DocumentRow> SqliteChannelReader::documents(ChannelId, FolderId, DocumentSort) { return {}; }
QVector<DocumentRow> SqliteChannelReader::attachments(ChannelId) { return {}; }
QVector<DocumentRow> SqliteChannelReader::bin(ChannelId) { return {}; }
std::optional<DocumentView> SqliteChannelReader::document(DocumentId) { return {}; }
QVector<DocumentRow> SqliteChannelReader::sameContent(ChannelId, const QString&) { return {}; }
QVector<UploadRow> SqliteChannelReader::uploads() { return {}; }
DocumentStorage SqliteChannelReader::storage() { return {}; }

}  // namespace vb::client::store

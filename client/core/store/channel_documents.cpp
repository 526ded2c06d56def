// The documents of channels, in snapshots of the reader.
#include <algorithm>
#include <set>

#include "client/core/store/channel_reader_sqlite.h"

namespace vb::client::store {

QVector<FolderRow> SqliteChannelReader::folders(ChannelId channel) {
  QVector<FolderRow> rows;
  snapshot_([&] { rows = documents_.folders(channel); });
  return rows;
}

QVector<DocumentRow> SqliteChannelReader::documents(ChannelId channel, FolderId folder, DocumentSort sort) {
  QVector<DocumentRow> rows;
  snapshot_([&] {
    std::set<FolderId> folders;
    for (const auto& one : documents_.foldersOnly(channel)) folders.insert(one.id);
    for (auto& row : documents_.all(channel)) {
      if (row.trashed || !row.topic.isNil()) continue;
      // What stands in a folder that is not here stands at the top.
      if (!row.folder.isNil() && !folders.contains(row.folder)) row.folder = {};
      if (row.folder == folder) rows.append(std::move(row));
    }
  });
  if (sort == DocumentSort::changed)
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.changedAt > b.changedAt; });
  if (sort == DocumentSort::size)
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.size > b.size; });
  return rows;
}

QVector<DocumentRow> SqliteChannelReader::attachments(ChannelId channel) {
  QVector<DocumentRow> rows;
  snapshot_([&] {
    for (auto& row : documents_.all(channel))
      if (!row.trashed && !row.topic.isNil()) rows.append(std::move(row));
  });
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.changedAt > b.changedAt; });
  return rows;
}

QVector<DocumentRow> SqliteChannelReader::bin(ChannelId channel) {
  QVector<DocumentRow> rows;
  snapshot_([&] {
    for (auto& row : documents_.all(channel))
      if (row.trashed) rows.append(std::move(row));
  });
  return rows;
}

std::optional<DocumentView> SqliteChannelReader::document(DocumentId id) {
  std::optional<DocumentView> view;
  snapshot_([&] {
    view = documents_.document(id);
    if (!view) return;
    std::vector<TopicId> about;
    {
      auto rows = topicsAbout_.query(view->row.channel, id.text());
      while (rows.next()) about.push_back(TopicId{rows.uuid(0)});
    }
    for (const auto& [channel, topics] : pending().topics)
      for (const auto& topic : topics)
        if (topic.command.aboutDocumentId == id &&
            std::find(about.begin(), about.end(), topic.command.topicId) == about.end())
          about.push_back(topic.command.topicId);
    for (const auto topic : about)
      if (auto row = topicRow(topic)) view->topics.append(*std::move(row));
  });
  return view;
}

QVector<DocumentRow> SqliteChannelReader::sameContent(ChannelId channel, const QString& sha256) {
  QVector<DocumentRow> rows;
  snapshot_([&] { rows = documents_.sameContent(channel, sha256.toStdString()); });
  return rows;
}

QVector<UploadRow> SqliteChannelReader::uploads() {
  QVector<UploadRow> rows;
  snapshot_([&] { rows = documents_.uploads(); });
  return rows;
}

DocumentStorage SqliteChannelReader::storage() {
  DocumentStorage storage;
  snapshot_([&] { storage = documents_.storage(); });
  return storage;
}

}  // namespace vb::client::store

#include "client/core/store/document_lists.h"

#include <algorithm>

#include "client/core/store/document_tables.h"
#include "client/core/store/overlay.h"
#include "client/core/store/tuning.h"
#include "shared/domain/fields.h"

// Rows as read() takes them.
#define VB_DOCUMENT_ROWS                                                                                          \
  "SELECT d.id, coalesce(t.channel, d.channel), d.folder, d.topic, d.name, d.changed_at, d.trashed_at, v.number," \
  " v.size, v.media_type, v.author, v.concurrent, c.state, c.bytes_here, r.seq,"                                  \
  " (SELECT count(*) FROM version w WHERE w.document = d.id),"                                                    \
  " EXISTS (SELECT 1 FROM own.pin p WHERE p.document = d.id)"                                                     \
  " FROM document d JOIN record r ON r.rid = d.rid LEFT JOIN version v ON v.id = d.current"                       \
  " LEFT JOIN content c ON c.sha256 = v.sha256 LEFT JOIN topic t ON t.id = d.topic"
// Contents of the newest versions of what is not in a bin, each once.
#define VB_CURRENT_CONTENTS \
  "(SELECT DISTINCT v.sha256 FROM document d JOIN version v ON v.id = d.current WHERE d.trashed_at = 0)"

namespace vb::client::store {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

Presence presenceOf(const Statement::Rows& rows, int column) {
  if (rows.isNull(column)) return Presence::absent;
  switch (static_cast<ContentState>(rows.number(column))) {
    case ContentState::waiting:
      return Presence::waiting;
    case ContentState::fetching:
      return Presence::fetching;
    case ContentState::here:
      return Presence::here;
    case ContentState::failed:
      break;
  }
  return Presence::failed;
}

bool byName(const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; }

}  // namespace

DocumentLists::DocumentLists(Connection& c, DirectoryReader& directory)
    : directory_(directory),
      ofChannel_(c, VB_DOCUMENT_ROWS " WHERE d.channel = ?1 OR d.topic IN (SELECT id FROM topic WHERE channel = ?1)"),
      ofContent_(c, VB_DOCUMENT_ROWS " WHERE v.sha256 = ?2 AND d.trashed_at = 0 AND d.channel = ?1"),
      one_(c, VB_DOCUMENT_ROWS " WHERE d.id = ?1"),
      versions_(c,
                "SELECT v.id, v.number, v.author, v.added_at, v.size, v.sha256, v.media_type, v.concurrent, r.body,"
                " c.state, v.id = d.current FROM version v JOIN document d ON d.id = v.document JOIN record r"
                " ON r.rid = v.rid LEFT JOIN content c ON c.sha256 = v.sha256 WHERE v.document = ?1"
                " ORDER BY v.number DESC, v.added_at DESC"),
      numberOf_(c, "SELECT number FROM version WHERE id = ?"),
      folders_(c,
               "SELECT f.id, f.parent, f.name, r.seq FROM folder f JOIN record r ON r.rid = f.rid WHERE f.channel = ?"),
      coming_(c,
              "SELECT version, size, sent, name, channel, folder, topic, document, base_version, state, added_at"
              " FROM own.upload"),
      uploads_(c,
               "SELECT id, channel, folder, document, name, size, sent, state, error_code FROM own.upload"
               " ORDER BY added_at, id"),
      fact_(c, "SELECT value FROM own.fact WHERE name = ?"),
      meta_(c, "SELECT value FROM meta WHERE name = ?"),
      here_(c,
            "SELECT count(*), coalesce(sum(size), 0) FROM content WHERE state = 2 AND sha256 IN (SELECT sha256 FROM "
            "version)"),
      waiting_(c,
               "SELECT sum(state = 0), sum(state = 1), coalesce(sum(size - bytes_here), 0) FROM content"
               " WHERE state IN (0, 1)"),
      unread_(c, "SELECT count(*) FROM content c WHERE c.state = 2 AND c.sha256 IN " VB_CURRENT_CONTENTS
                 " AND NOT EXISTS (SELECT 1 FROM content_text t WHERE t.sha256 = c.sha256)"),
      notSearched_(c,
                   "SELECT count(*) FROM document d JOIN version v ON v.id = d.current WHERE d.trashed_at = 0"
                   " AND NOT EXISTS (SELECT 1 FROM content_text t WHERE t.sha256 = v.sha256)"),
      count_(c, "SELECT count(*) FROM document WHERE channel = ? AND trashed_at = 0 AND topic = zeroblob(16)"),
      isHere_(c, "SELECT 1 FROM document WHERE id = ?"),
      versionSize_(c, "SELECT size FROM version WHERE id = ?") {}

QString DocumentLists::nameOf(UserId user) {
  const auto found = names_.find(user.uuid);
  if (found != names_.end()) return found->second;
  return names_[user.uuid] = directory_.author(user, *overlay_).name;
}

// ---- folders ---------------------------------------------------------------------------------------------

QVector<FolderRow> DocumentLists::folders(ChannelId channel) {
  auto rows = foldersOnly(channel);
  std::map<FolderId, qsizetype> at;
  for (qsizetype i = 0; i < rows.size(); ++i) at[rows[i].id] = i;
  for (const auto& document : all(channel)) {
    if (document.trashed || !document.topic.isNil()) continue;
    auto in = at.find(document.folder);
    for (int steps = 0; in != at.end() && steps < kFolderStepsMax; ++steps) {
      ++rows[in->second].documents;
      in = at.find(rows[in->second].parent);
    }
  }
  return rows;
}

QVector<FolderRow> DocumentLists::foldersOnly(ChannelId channel) {
  const auto& pending = overlay_->channels;
  QVector<FolderRow> rows;
  std::set<FolderId> known;
  const auto add = [&](FolderRow row) {
    if (pending.removedFolders.contains(row.id) || !known.insert(row.id).second) return;
    if (const auto change = pending.folderChanges.find(row.id); change != pending.folderChanges.end()) {
      const auto& command = change->second.command;
      if (command.name) row.name = text(*command.name);
      if (command.parentId) row.parent = *command.parentId;
      row.sendState = change->second.state;
    }
    rows.append(std::move(row));
  };
  {
    auto found = folders_.query(channel);
    while (found.next())
      add({FolderId{found.uuid(0)}, FolderId{found.uuid(1)}, found.string(2), 0, found.number(3), SendState::none});
  }
  if (const auto added = pending.folders.find(channel); added != pending.folders.end())
    for (const auto& one : added->second)
      add({one.command.folderId, one.command.parentId, text(one.command.name), 0, 0, one.state});

  std::map<FolderId, qsizetype> at;
  for (qsizetype i = 0; i < rows.size(); ++i) at[rows[i].id] = i;
  // Each folder is walked through once, however deep they stand: 10,000 in each other take no time.
  enum class Seen : char { no, onTheWay, yes };
  std::vector<Seen> seen(static_cast<std::size_t>(rows.size()), Seen::no);
  for (qsizetype start = 0; start < rows.size(); ++start) {
    std::vector<qsizetype> way;
    for (qsizetype one = start; seen[static_cast<std::size_t>(one)] == Seen::no;) {
      seen[static_cast<std::size_t>(one)] = Seen::onTheWay;
      way.push_back(one);
      if (rows[one].parent.isNil()) break;
      const auto parent = at.find(rows[one].parent);
      const bool isNowhere = parent == at.end();
      if (isNowhere || seen[static_cast<std::size_t>(parent->second)] == Seen::onTheWay) {
        rows[one].parent = {};
        break;
      }
      one = parent->second;
    }
    for (const auto one : way) seen[static_cast<std::size_t>(one)] = Seen::yes;
  }

  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return byName(a.name, b.name); });
  return rows;
}

QStringList DocumentLists::pathOf(const QVector<FolderRow>& folders, FolderId id) {
  QStringList path;
  for (int steps = 0; steps < kFolderStepsMax && !id.isNil(); ++steps) {
    const auto found = std::find_if(folders.begin(), folders.end(), [&](const auto& one) { return one.id == id; });
    if (found == folders.end()) break;
    path.prepend(found->name);
    id = found->parent;
  }
  return path;
}

// ---- documents -------------------------------------------------------------------------------------------

DocumentLists::OnTheWay DocumentLists::onTheWay() {
  OnTheWay found;
  auto rows = coming_.query();
  while (rows.next()) {
    Coming one;
    one.size = rows.number(1);
    one.sent = rows.number(2);
    one.name = rows.string(3);
    one.channel = ChannelId{rows.uuid(4)};
    one.folder = FolderId{rows.uuid(5)};
    one.topic = TopicId{rows.uuid(6)};
    one.document = DocumentId{rows.uuid(7)};
    one.isNew = VersionId{rows.uuid(8)}.isNil();
    one.isFailed = static_cast<UploadState>(rows.number(9)) == UploadState::failed;
    one.at = rows.number(10);
    const VersionId version{rows.uuid(0)};
    if (!one.isNew && !one.isFailed) found.newVersions[one.document] = version;
    found.versions[version] = std::move(one);
  }
  return found;
}

DocumentRow DocumentLists::read(const Statement::Rows& rows) {
  DocumentRow row;
  row.id = DocumentId{rows.uuid(0)};
  row.channel = ChannelId{rows.uuid(1)};
  row.folder = FolderId{rows.uuid(2)};
  row.topic = TopicId{rows.uuid(3)};
  row.name = rows.string(4);
  row.changedAt = rows.number(5);
  row.trashed = rows.number(6) > 0;
  row.number = static_cast<int>(rows.number(7));
  row.size = rows.number(8);
  row.mediaType = rows.string(9);
  if (!rows.isNull(10)) row.changedBy = nameOf(UserId{rows.uuid(10)});
  row.concurrent = rows.flag(11);
  row.presence = presenceOf(rows, 12);
  row.bytesHere = rows.number(13);
  row.seq = rows.number(14);
  row.versions = static_cast<int>(rows.number(15));
  row.pinned = rows.flag(16);
  return row;
}

void DocumentLists::overlayOn(DocumentRow& row, const OnTheWay& onTheWay) {
  const auto& pending = overlay_->channels;
  if (const auto change = pending.documentChanges.find(row.id); change != pending.documentChanges.end()) {
    const auto& command = change->second.command;
    if (command.name) row.name = text(*command.name);
    if (command.folderId) row.folder = *command.folderId;
    if (command.trashed) row.trashed = *command.trashed;
    row.sendState = change->second.state;
  }
  if (const auto added = pending.versions.find(row.id); added != pending.versions.end())
    for (const auto& one : added->second) {
      ++row.versions;
      ++row.number;
      row.changedAt = one.at;
      row.changedBy = nameOf(me_);
      row.trashed = false;
      row.sendState = one.state;
      if (const auto found = onTheWay.versions.find(one.command.versionId); found != onTheWay.versions.end()) {
        row.size = found->second.size;
        row.presence = Presence::uploading;
      }
    }
  if (const auto found = onTheWay.newVersions.find(row.id); found != onTheWay.newVersions.end()) {
    row.presence = Presence::uploading;
    row.bytesHere = onTheWay.versions.at(found->second).sent;
  }
}

DocumentRow DocumentLists::pendingRow(const Pending<AddDocument>& added, const OnTheWay& onTheWay) {
  const auto& command = added.command;
  DocumentRow row;
  row.id = command.documentId;
  row.channel = command.channelId;
  row.folder = command.folderId;
  row.topic = command.topicId;
  row.name = text(command.name);
  row.versions = row.number = 1;
  row.changedAt = added.at;
  row.changedBy = nameOf(me_);
  row.mediaType = text(command.mediaType);
  row.presence = Presence::uploading;
  row.sendState = added.state;
  if (const auto found = onTheWay.versions.find(command.versionId); found != onTheWay.versions.end()) {
    row.size = found->second.size;
    row.bytesHere = found->second.sent;
  } else if (!command.copyOf.isNil()) {
    auto rows = versionSize_.query(command.copyOf);
    if (rows.next()) row.size = rows.number(0);
  }
  return row;
}

// What was added here and is no record yet: commands of the outbox, and files on their way that have none yet.
QVector<DocumentRow> DocumentLists::pendingRows(const OnTheWay& onTheWay) {
  QVector<DocumentRow> rows;
  std::set<DocumentId> known;
  for (const auto& [channel, added] : overlay_->channels.documents)
    for (const auto& one : added) {
      if (isHere_.query(one.command.documentId).next() || !known.insert(one.command.documentId).second) continue;
      rows.append(pendingRow(one, onTheWay));
    }
  for (const auto& [version, one] : onTheWay.versions) {
    if (!one.isNew || one.isFailed || known.contains(one.document) || isHere_.query(one.document).next()) continue;
    DocumentRow row;
    row.id = one.document;
    row.channel = one.channel;
    row.folder = one.folder;
    row.topic = one.topic;
    row.name = one.name;
    row.versions = row.number = 1;
    row.size = one.size;
    row.changedAt = one.at;
    row.changedBy = nameOf(me_);
    row.presence = Presence::uploading;
    row.bytesHere = one.sent;
    row.sendState = SendState::waiting;
    rows.append(std::move(row));
  }
  for (auto& row : rows) overlayOn(row, {});
  return rows;
}

QVector<DocumentRow> DocumentLists::all(ChannelId channel) {
  names_.clear();
  const auto coming = onTheWay();
  QVector<DocumentRow> rows;
  {
    auto found = ofChannel_.query(channel);
    while (found.next()) rows.append(read(found));
  }
  for (auto& row : rows) overlayOn(row, coming);
  for (auto& row : pendingRows(coming))
    if (row.channel == channel) rows.append(std::move(row));
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return byName(a.name, b.name); });
  return rows;
}

std::optional<DocumentRow> DocumentLists::row(DocumentId id, const OnTheWay& coming) {
  {
    auto found = one_.query(id);
    if (found.next()) {
      auto row = read(found);
      overlayOn(row, coming);
      return row;
    }
  }
  for (auto& row : pendingRows(coming))
    if (row.id == id) return std::move(row);
  return std::nullopt;
}

std::optional<DocumentView> DocumentLists::document(DocumentId id) {
  names_.clear();
  const auto coming = onTheWay();
  auto found = row(id, coming);
  if (!found) return std::nullopt;
  DocumentView view;
  view.row = *std::move(found);
  const auto add = [&](VersionId version, const std::string& remark, const std::string& mediaType) {
    VersionRow row;
    row.id = version;
    row.number = view.row.number;
    row.authorName = nameOf(me_);
    row.addedAt = view.row.changedAt;
    row.remark = text(remark);
    row.size = view.row.size;
    row.mediaType = text(mediaType);
    row.current = view.versions.isEmpty();
    row.presence = Presence::uploading;
    view.versions.append(std::move(row));
  };
  const auto& pending = overlay_->channels;
  if (const auto added = pending.versions.find(id); added != pending.versions.end())
    for (auto one = added->second.rbegin(); one != added->second.rend(); ++one)
      add(one->command.versionId, one->command.remark, one->command.mediaType);
  {
    auto rows = versions_.query(id);
    while (rows.next()) {
      VersionRow version;
      version.id = VersionId{rows.uuid(0)};
      version.number = static_cast<int>(rows.number(1));
      version.authorName = nameOf(UserId{rows.uuid(2)});
      version.addedAt = rows.number(3);
      version.size = rows.number(4);
      version.sha256 = rows.string(5);
      version.mediaType = rows.string(6);
      version.concurrent = rows.flag(7);
      if (const auto body = fromJsonText<Version>(rows.bytes(8))) {
        version.remark = text(body->remark);
        auto restored = numberOf_.query(body->restoredFromId);
        if (restored.next()) version.restoredFrom = static_cast<int>(restored.number(0));
      }
      version.presence = presenceOf(rows, 9);
      version.current = rows.flag(10) && view.versions.isEmpty();
      view.versions.append(std::move(version));
    }
  }
  // Added here, and no record yet: the command knows the version, or the file on its way does.
  if (view.versions.isEmpty()) {
    for (const auto& [channel, added] : pending.documents)
      for (const auto& one : added)
        if (one.command.documentId == id) add(one.command.versionId, one.command.remark, one.command.mediaType);
    for (const auto& [version, one] : coming.versions)
      if (view.versions.isEmpty() && one.document == id) add(version, {}, {});
  }
  view.path = pathOf(foldersOnly(view.row.channel), view.row.folder);
  return view;
}

QVector<DocumentRow> DocumentLists::sameContent(ChannelId channel, const std::string& sha256) {
  names_.clear();
  QVector<DocumentRow> rows;
  auto found = ofContent_.query(channel, sha256);
  while (found.next()) rows.append(read(found));
  return rows;
}

// ---- this computer ---------------------------------------------------------------------------------------

QVector<UploadRow> DocumentLists::uploads() {
  QVector<UploadRow> found;
  auto rows = uploads_.query();
  while (rows.next()) {
    UploadRow row;
    row.id = UploadId{rows.uuid(0)};
    row.channel = ChannelId{rows.uuid(1)};
    row.folder = FolderId{rows.uuid(2)};
    row.document = DocumentId{rows.uuid(3)};
    row.name = rows.string(4);
    row.size = rows.number(5);
    row.sent = rows.number(6);
    row.state = static_cast<UploadState>(rows.number(7));
    row.errorCode = rows.string(8);
    found.append(std::move(row));
  }
  return found;
}

DocumentStorage DocumentLists::storage() {
  DocumentStorage storage;
  storage.bytesLimit = kStorageLimitDefault;
  if (auto rows = fact_.query(kStorageLimitFact); rows.next()) storage.bytesLimit = rows.string(0).toLongLong();
  if (auto rows = here_.query(); rows.next()) {
    storage.documentsHere = static_cast<int>(rows.number(0));
    storage.bytesHere = rows.number(1);
  }
  if (auto rows = waiting_.query(); rows.next()) {
    storage.documentsWaiting = static_cast<int>(rows.number(0));
    storage.documentsFetching = static_cast<int>(rows.number(1));
    storage.bytesWaiting = rows.number(2);
  }
  if (auto rows = unread_.query(); rows.next()) storage.documentsUnread = static_cast<int>(rows.number(0));
  if (auto rows = meta_.query(kFetchPercent); rows.next()) storage.percent = rows.string(0).toInt();
  return storage;
}

int DocumentLists::count(ChannelId channel) {
  const auto& pending = overlay_->channels;
  // Seldom: something waits, and changes what is counted.
  if (!pending.documents.empty() || !pending.documentChanges.empty() || !onTheWay().versions.empty()) {
    int documents = 0;
    for (const auto& row : all(channel)) documents += row.trashed || !row.topic.isNil() ? 0 : 1;
    return documents;
  }
  auto rows = count_.query(channel);
  return rows.next() ? static_cast<int>(rows.number(0)) : 0;
}

int DocumentLists::notSearched() {
  auto rows = notSearched_.query();
  return rows.next() ? static_cast<int>(rows.number(0)) : 0;
}

}  // namespace vb::client::store

#include "client/ui/documents/document_list_model.h"

#include <algorithm>

#include <QDateTime>

#include "client/ui/document_reader/document_words.h"

namespace vb::client::ui {

DocumentListModel::DocumentListModel(store::Reader& reader, ChannelId channel, QObject* parent)
    : QAbstractListModel(parent), reader_(reader), channel_(channel) {}

const store::FolderRow* DocumentListModel::find(FolderId id) const {
  const auto found = std::find_if(folders_.begin(), folders_.end(), [&](const auto& one) { return one.id == id; });
  return found == folders_.end() ? nullptr : &*found;
}

QVector<store::FolderRow> DocumentListModel::path() const {
  QVector<store::FolderRow> path;
  const auto* one = find(folder_);
  for (qsizetype steps = 0; one != nullptr && steps <= folders_.size(); ++steps) {
    path.prepend(*one);
    one = find(one->parent);
  }
  return path;
}

void DocumentListModel::show(DocumentPlace place, FolderId folder) {
  place_ = place;
  folder_ = folder;
  reload();
}

void DocumentListModel::setSort(store::DocumentSort sort) {
  sort_ = sort;
  reload();
}

void DocumentListModel::setFound(const QString& words, const QVector<store::SearchHit>& hits) {
  words_ = words;
  hits_ = hits;
  reload();
}

void DocumentListModel::reload() {
  auto& channels = reader_.channels();
  folders_ = channels.folders(channel_);
  if (place_ == DocumentPlace::folder && !folder_.isNil() && find(folder_) == nullptr) folder_ = {};
  QVector<DocumentListRow> rows;
  if (!words_.isEmpty()) {
    for (const auto& hit : std::as_const(hits_)) {
      DocumentListRow row;
      row.place = hit.place.section(QStringLiteral(" / "), 1);
      if (hit.document.isNil()) {
        const auto* folder = find(hit.folder);
        if (folder == nullptr) continue;
        row.isFolder = true;
        row.folder = *folder;
      } else {
        auto view = channels.document(hit.document);
        if (!view) continue;
        row.document = std::move(view->row);
        row.snippet = hit.snippet;
        row.marks = hit.marks;
        row.page = hit.page;
      }
      rows.append(std::move(row));
    }
  } else {
    if (place_ == DocumentPlace::folder)
      for (const auto& folder : std::as_const(folders_))
        if (folder.parent == folder_) {
          DocumentListRow row;
          row.isFolder = true;
          row.folder = folder;
          rows.append(std::move(row));
        }
    const auto documents = place_ == DocumentPlace::bin           ? channels.bin(channel_)
                           : place_ == DocumentPlace::attachments ? channels.attachments(channel_)
                                                                  : channels.documents(channel_, folder_, sort_);
    for (const auto& document : documents) {
      DocumentListRow row;
      row.document = document;
      rows.append(std::move(row));
    }
  }
  // The same rows with other facts stay where they are, and so does what is selected.
  const auto same = [](const DocumentListRow& a, const DocumentListRow& b) {
    return a.isFolder == b.isFolder && a.folder.id == b.folder.id && a.document.id == b.document.id;
  };
  if (rows.size() == rows_.size() && std::equal(rows.begin(), rows.end(), rows_.begin(), same)) {
    rows_ = std::move(rows);
    if (!rows_.isEmpty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1));
    return;
  }
  beginResetModel();
  rows_ = std::move(rows);
  endResetModel();
}

int DocumentListModel::indexOf(DocumentId document) const {
  for (int i = 0; i < rows_.size(); ++i)
    if (!rows_[i].isFolder && rows_[i].document.id == document) return i;
  return -1;
}

int DocumentListModel::indexOf(FolderId folder) const {
  for (int i = 0; i < rows_.size(); ++i)
    if (rows_[i].isFolder && rows_[i].folder.id == folder) return i;
  return -1;
}

int DocumentListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant DocumentListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const auto& row = rows_[index.row()];
  const QString& name = row.isFolder ? row.folder.name : row.document.name;
  if (role == Qt::DisplayRole) return name;
  if (role == Qt::AccessibleTextRole) {
    if (row.isFolder) return tr("Folder %1, %n document(s)", nullptr, row.folder.documents).arg(name);
    return tr("%1, %2, %3, %4")
        .arg(name, presenceOf(row.document).text, sizeText(row.document.size),
             dayText(row.document.changedAt, QDateTime::currentMSecsSinceEpoch()));
  }
  return {};
}

Qt::ItemFlags DocumentListModel::flags(const QModelIndex& index) const {
  auto flags = QAbstractListModel::flags(index);
  if (!index.isValid()) return flags | Qt::ItemIsDropEnabled;
  if (rows_[index.row()].isFolder) return flags | Qt::ItemIsDropEnabled;
  return flags;
}

}  // namespace vb::client::ui

// DocumentListModel: what stands in one folder of a channel: folders first, then documents; or the bin, or what was
// attached to discussions; or, while something is looked for, what was found in the whole channel. GUI thread.
#pragma once

#include <QAbstractListModel>

#include "client/core/store/reader.h"

namespace vb::client::ui {

struct DocumentListRow {
  bool isFolder = false;
  store::FolderRow folder;
  store::DocumentRow document;
  QString place;                       // of what was found: its folders
  QString snippet;                     // and what stands there
  QVector<std::pair<int, int>> marks;  // in it
  int page = 0;
};

enum class DocumentPlace { folder, attachments, bin };

class DocumentListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  DocumentListModel(store::Reader& reader, ChannelId channel, QObject* parent = nullptr);

  void reload();
  void show(DocumentPlace place, FolderId folder);
  void setSort(store::DocumentSort sort);
  store::DocumentSort sort() const { return sort_; }
  // Empty: the folder again.
  void setFound(const QString& words, const QVector<store::SearchHit>& hits);
  DocumentPlace place() const { return place_; }
  FolderId folder() const { return folder_; }
  // Of the folder that is shown, from the top.
  QVector<store::FolderRow> path() const;
  const QVector<store::FolderRow>& folders() const { return folders_; }
  const DocumentListRow& row(int index) const { return rows_[index]; }
  int indexOf(DocumentId document) const;  // -1: not in the list
  int indexOf(FolderId folder) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  const store::FolderRow* find(FolderId id) const;

  store::Reader& reader_;
  ChannelId channel_;
  DocumentPlace place_ = DocumentPlace::folder;
  FolderId folder_;
  store::DocumentSort sort_ = store::DocumentSort::name;
  QString words_;
  QVector<store::SearchHit> hits_;
  QVector<store::FolderRow> folders_;
  QVector<DocumentListRow> rows_;
};

}  // namespace vb::client::ui

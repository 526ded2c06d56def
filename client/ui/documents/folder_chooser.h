// FolderChooser: a folder of a channel to move something to. GUI thread.
#pragma once

#include <optional>

#include <QDialog>

#include "client/core/store/channel_views.h"

class QTreeWidget;

namespace vb::client::ui {

class FolderChooser : public QDialog {
  Q_OBJECT

 public:
  // Without `moved` (a folder) and what stands in it. nil: the top.
  static std::optional<FolderId> choose(const QVector<store::FolderRow>& folders, FolderId now, FolderId moved,
                                        const QString& what, QWidget* parent);

 private:
  FolderChooser(const QVector<store::FolderRow>& folders, FolderId now, FolderId moved, const QString& what,
                QWidget* parent);
  QTreeWidget* tree_;
};

}  // namespace vb::client::ui

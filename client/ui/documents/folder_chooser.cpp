#include "client/ui/documents/folder_chooser.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "client/ui/controls/label.h"

namespace vb::client::ui {
namespace {

constexpr int kDepthMax = 64;  // a server allows half of it

void fill(QTreeWidgetItem* into, FolderId parent, const QVector<store::FolderRow>& folders, FolderId now,
          FolderId moved, int depth) {
  if (depth > kDepthMax) return;
  for (const auto& folder : folders) {
    if (folder.parent != parent || folder.id == moved) continue;
    auto* item = new QTreeWidgetItem(into, {folder.name});
    item->setData(0, Qt::UserRole, QString::fromStdString(folder.id.text()));
    if (folder.id == now) into->treeWidget()->setCurrentItem(item);
    fill(item, folder.id, folders, now, moved, depth + 1);
  }
}

}  // namespace

FolderChooser::FolderChooser(const QVector<store::FolderRow>& folders, FolderId now, FolderId moved,
                             const QString& what, QWidget* parent)
    : QDialog(parent), tree_(new QTreeWidget) {
  setWindowTitle(tr("Move %1").arg(what));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(20), px(16), px(20), px(16));
  column->addWidget(new PlainLabel(tr("To which folder?"), TextRole::subheading));
  tree_->setHeaderHidden(true);
  tree_->setAccessibleName(tr("Folders"));
  tree_->setMinimumSize(px(320), px(280));
  auto* top = new QTreeWidgetItem(tree_, {tr("Documents")});
  tree_->setCurrentItem(top);
  fill(top, {}, folders, now, moved, 0);
  tree_->expandAll();
  column->addWidget(tree_, 1);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel);
  box->addButton(tr("Move here"), QDialogButtonBox::AcceptRole);
  connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(tree_, &QTreeWidget::itemActivated, this, &QDialog::accept);
  column->addWidget(box);
}

std::optional<FolderId> FolderChooser::choose(const QVector<store::FolderRow>& folders, FolderId now, FolderId moved,
                                              const QString& what, QWidget* parent) {
  FolderChooser dialog(folders, now, moved, what, parent);
  if (dialog.exec() != QDialog::Accepted || dialog.tree_->currentItem() == nullptr) return std::nullopt;
  const auto id = FolderId::parse(dialog.tree_->currentItem()->data(0, Qt::UserRole).toString().toStdString());
  return id ? *id : FolderId();
}

}  // namespace vb::client::ui

// What is done with documents and folders from the list: adding, naming, moving, throwing away.
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QInputDialog>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/local_files.h"
#include "client/ui/document_reader/document_reader.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/documents/documents_page.h"
#include "client/ui/documents/folder_chooser.h"
#include "client/ui/documents/keep_dialog.h"

namespace vb::client::ui {

std::optional<DocumentListRow> DocumentsPage::chosen() const {
  const auto index = view_->currentIndex();
  if (!index.isValid()) return std::nullopt;
  return model_->row(index.row());
}

// ---- adding ----------------------------------------------------------------------------------------------

void DocumentsPage::addMenu() {
  QMenu menu(list_);
  menu.addAction(tr("Files…"), this, &DocumentsPage::chooseFiles);
  menu.addAction(tr("A folder with what is in it…"), this, &DocumentsPage::chooseFolder);
  menu.addSeparator();
  menu.addAction(tr("New folder…"), this, &DocumentsPage::newFolder);
  menu.exec(add_->mapToGlobal(add_->rect().bottomLeft()));
}

void DocumentsPage::chooseFiles() {
  addFiles(QFileDialog::getOpenFileNames(list_->window(), tr("Add files to %1").arg(channel_.row.name)),
           model_->folder());
}

void DocumentsPage::chooseFolder() {
  const QString folder =
      QFileDialog::getExistingDirectory(list_->window(), tr("Add a folder to %1").arg(channel_.row.name));
  if (!folder.isEmpty()) addFiles({folder}, model_->folder());
}

void DocumentsPage::addFiles(const QStringList& files, FolderId into) {
  if (files.isEmpty() || !may(ChannelAction::addDocument)) return;
  access_.desk.documents().addFiles(id_, into, {}, files);
}

bool DocumentsPage::take(const QMimeData* data, FolderId into) {
  if (!may(ChannelAction::addDocument)) {
    access_.navigator.showToast(
        {documentProblem(channel_.readOnly ? QStringLiteral("lease") : QStringLiteral("forbidden")), {}, {}, {}});
    return false;
  }
  const QMimeData* given = data != nullptr ? data : QGuiApplication::clipboard()->mimeData();
  if (given == nullptr) return false;
  QStringList files = localFilesOf(*given);
  if (files.isEmpty() && given->hasImage()) {
    const auto picture = qvariant_cast<QImage>(given->imageData());
    const QString file = pasted_.filePath(tr("Pasted picture %1.png").arg(++pastedCount_));
    if (!picture.isNull() && picture.save(file)) files << file;
  }
  if (files.isEmpty()) {
    access_.navigator.showToast({tr("There is no file or picture to paste."), {}, {}, {}});
    return false;
  }
  addFiles(files, into);
  return true;
}

void DocumentsPage::newFolder() {
  bool isNamed = false;
  const QString name = QInputDialog::getText(list_->window(), tr("New folder"), tr("Name of the folder"),
                                             QLineEdit::Normal, {}, &isNamed);
  if (isNamed && !name.trimmed().isEmpty()) access_.desk.documents().addFolder(id_, model_->folder(), name);
}

// ---- one of them -----------------------------------------------------------------------------------------

void DocumentsPage::showMenu(QPoint point) {
  const auto index = view_->indexAt(point);
  QMenu menu(list_);
  if (!index.isValid()) {
    if (may(ChannelAction::addDocument) && model_->place() == DocumentPlace::folder) {
      menu.addAction(tr("Add files…"), this, &DocumentsPage::chooseFiles);
      menu.addAction(tr("New folder…"), this, &DocumentsPage::newFolder);
      menu.addAction(tr("Paste"), QKeySequence::Paste, this, [this] { take(nullptr, model_->folder()); });
      menu.exec(view_->viewport()->mapToGlobal(point));
    }
    return;
  }
  view_->setCurrentIndex(index);
  const auto row = model_->row(index.row());
  menu.addAction(tr("Open"), QKeySequence(Qt::Key_Return), this, [this, index] { openRow(index, true); });
  const bool mayChange = may(ChannelAction::changeDocument);
  if (!row.isFolder && row.document.trashed) {
    if (mayChange) menu.addAction(tr("Put back"), this, [this, row] { putBack(row); });
  } else if (mayChange) {
    menu.addAction(tr("Rename…"), QKeySequence(Qt::Key_F2), this, [this, row] { rename(row); });
    if (row.isFolder || row.document.topic.isNil()) menu.addAction(tr("Move…"), this, [this, row] { move(row); });
    menu.addAction(row.isFolder ? tr("Remove the folder") : tr("To the bin"), QKeySequence(Qt::Key_Delete), this,
                   [this, row] { toBin(row); });
  }
  if (!row.isFolder) {
    menu.addSeparator();
    menu.addAction(row.document.pinned ? tr("Keep no longer on this computer") : tr("Always keep on this computer"),
                   this, [this, row] { access_.desk.documents().setPinned(row.document.id, !row.document.pinned); });
  }
  menu.exec(view_->viewport()->mapToGlobal(point));
}

void DocumentsPage::rename(const DocumentListRow& row) {
  if (!may(ChannelAction::changeDocument)) return;
  const QString now = row.isFolder ? row.folder.name : row.document.name;
  bool isNamed = false;
  const QString name = QInputDialog::getText(list_->window(), tr("Rename"), tr("New name of %1").arg(now),
                                             QLineEdit::Normal, now, &isNamed)
                           .trimmed();
  if (!isNamed || name.isEmpty() || name == now) return;
  if (row.isFolder)
    access_.desk.documents().renameFolder(id_, row.folder.id, name);
  else
    access_.desk.documents().renameDocument(id_, row.document.id, name);
}

void DocumentsPage::move(const DocumentListRow& row) {
  const auto to = FolderChooser::choose(model_->folders(), row.isFolder ? row.folder.parent : row.document.folder,
                                        row.isFolder ? row.folder.id : FolderId(),
                                        row.isFolder ? row.folder.name : row.document.name, list_->window());
  if (!to) return;
  if (row.isFolder)
    access_.desk.documents().moveFolder(id_, row.folder.id, *to);
  else
    access_.desk.documents().moveDocument(id_, row.document.id, *to);
}

void DocumentsPage::toBin(const DocumentListRow& row) {
  if (!may(ChannelAction::changeDocument)) return;
  if (row.isFolder) {
    const bool hasFolders = std::any_of(model_->folders().begin(), model_->folders().end(),
                                        [&](const auto& one) { return one.parent == row.folder.id; });
    if (hasFolders || row.folder.documents > 0)
      return access_.navigator.showToast({tr("There is still something in %1.").arg(row.folder.name), {}, {}, {}});
    access_.desk.documents().removeFolder(id_, row.folder.id);
    return;
  }
  if (row.document.trashed) return;
  access_.desk.documents().setTrashed(id_, row.document.id, true);
  access_.navigator.showToast(
      {tr("%1 is in the bin.").arg(row.document.name), tr("Undo"), [this, row] { putBack(row); }, {}});
}

void DocumentsPage::putBack(const DocumentListRow& row) {
  access_.desk.documents().setTrashed(id_, row.document.id, false);
}

void DocumentsPage::newVersion() {
  const QString name = reader_->title();
  const DocumentId document = reader_->document();
  const QString file = QFileDialog::getOpenFileName(list_->window(), tr("New version of %1").arg(name));
  if (file.isEmpty()) return;
  bool isSaid = false;
  const QString remark = QInputDialog::getText(list_->window(), tr("New version of %1").arg(name),
                                               tr("What is different? (may be empty)"), QLineEdit::Normal, {}, &isSaid);
  if (isSaid) access_.desk.documents().addVersion(id_, document, file, remark);
}

void DocumentsPage::keep() {
  const auto before = access_.reader.channels().storage();
  KeepDialog dialog(channel_.row.name, channel_.rule, before, list_->window());
  if (dialog.exec() != QDialog::Accepted) return;
  if (dialog.rule() != channel_.rule) access_.desk.documents().setOfflineRule(id_, dialog.rule());
  if (dialog.bytesLimit() != before.bytesLimit) access_.desk.documents().setStorageLimit(dialog.bytesLimit());
}

}  // namespace vb::client::ui

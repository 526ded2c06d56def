// DocumentsPage: the tab of the documents of a channel: folders and documents at the left, with what is on its way
// below; at the right the document that is read. GUI thread.
#pragma once

#include <QTemporaryDir>
#include <QTimer>

#include "client/ui/channels/channel_page.h"
#include "client/ui/documents/document_list_model.h"
#include "shared/domain/channel_rights.h"

class QLineEdit;
class QListView;
class QMimeData;
class QStackedWidget;

namespace vb::client::ui {

class Button;
class DocumentReader;
class EmptyState;
class LinkRow;
class PlainLabel;
class UploadStrip;

class DocumentsPage : public ChannelPage {
  Q_OBJECT

 public:
  DocumentsPage(const Access& access, ChannelId channel, QObject* parent = nullptr);
  static ChannelPage* make(const Access& access, ChannelId channel, QObject* parent);

  QWidget* listPart() override { return list_; }
  QWidget* readPart() override;
  QString title() const override;
  void setChannel(const store::ChannelView& channel) override;
  void enter(const Visit& visit) override;
  void activate() override;
  QVector<QWidget*> panes() override;
  bool back() override;
  void setOnePane(bool onePane) override;
  void timePassed() override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void reload();
  void search();
  void showHead();
  void showNothing();
  void openRow(const QModelIndex& index, bool byUser);
  void openDocument(DocumentId document, int page, const QString& words, bool byUser);
  void showFolder(FolderId folder);
  bool up();
  void select(DocumentId document);
  bool may(ChannelAction action) const;

  // documents_actions.cpp
  void chooseFiles();
  void chooseFolder();
  void addFiles(const QStringList& files, FolderId into);
  bool take(const QMimeData* data, FolderId into);
  void newFolder();
  void showMenu(QPoint point);
  void addMenu();
  void rename(const DocumentListRow& row);
  void move(const DocumentListRow& row);
  void toBin(const DocumentListRow& row);
  void putBack(const DocumentListRow& row);
  void newVersion();
  void keep();
  std::optional<DocumentListRow> chosen() const;

  Access access_;
  ChannelId id_;
  store::ChannelView channel_;
  bool known_ = false;
  bool onePane_ = false;
  bool quiet_ = false;  // the selection is moved by the page
  quint64 ticket_ = 0;
  QTimer searching_;
  QTemporaryDir pasted_;  // pictures from the clipboard, until they are copied aside
  int pastedCount_ = 0;
  QWidget* list_;
  DocumentListModel* model_;
  QLineEdit* search_;
  Button* up_;
  PlainLabel* where_;
  Button* sort_;
  Button* add_;
  Button* more_;
  QListView* view_;
  EmptyState* none_;
  QStackedWidget* listBody_;
  UploadStrip* uploads_;
  PlainLabel* storage_;
  QStackedWidget* right_;
  EmptyState* nothing_;
  DocumentReader* reader_;
};

}  // namespace vb::client::ui

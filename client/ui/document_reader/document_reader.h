// DocumentReader: one document: what it is and where, its content as pages, text or a picture, its versions, and what
// can be done with it. What cannot be shown says so and can be saved. Owned by the documents page. GUI thread.
#pragma once

#include <QWidget>

#include "client/core/store/channel_views.h"
#include "client/ui/document_reader/content_view.h"
#include "client/ui/reader/access.h"
#include "shared/domain/channel_rights.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace vb::client::ui {

class Banner;
class Button;
class Chip;
class ElidedLabel;
class EmptyState;
class ImageView;
class LinkRow;
class PageScroll;
class PdfView;
class PlainLabel;
class TextView;

class DocumentReader : public QWidget {
  Q_OBJECT

 public:
  explicit DocumentReader(const Access& access, QWidget* parent = nullptr);
  ~DocumentReader() override;

  // At a page (from 1; 0: the first), with these words marked.
  void open(const store::ChannelView& channel, DocumentId document, int page = 0, const QString& words = {});
  void setChannel(const store::ChannelView& channel) { channel_ = channel; }
  // Looks again.
  void reload();
  void close();
  DocumentId document() const { return document_; }
  QString title() const { return view_.row.name; }
  QVector<QWidget*> panes();
  void setOnePane(bool onePane);
  void focusContent();
  void showVersions(bool shown);
  bool isShowingVersions() const;

 Q_SIGNALS:
  void backRequested();
  void gone();
  // Of the page: a file to choose, a question to ask first.
  void newVersionAsked();
  void trashAsked();
  void shown();  // something to read is on screen

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* buildTools();
  bool may(ChannelAction action) const;
  const store::VersionRow* version() const;
  void showHead();
  void showActions();
  void showContent();
  void opened(const OpenedDocument& document);
  void textRead(const DocumentText& text);
  void showProblem(const QString& errorCode);
  void front(ContentView* view);
  void showTools();
  void fillVersions();
  void saveAs(const store::VersionRow& version);
  void openOutside();
  void openedOutside(const OpenedDocument& document);
  void print();
  void discuss();

  Access access_;
  store::ChannelView channel_;
  DocumentId document_;
  VersionId version_;       // that is read; nil: the newest
  VersionId shownVersion_;  // whose content is on screen
  store::DocumentView view_;
  OpenedDocument opened_;
  int page_ = 0;
  QString words_;
  quint64 lastTicket_ = 0;
  quint64 openTicket_ = 0;
  quint64 textTicket_ = 0;
  quint64 saveTicket_ = 0;
  quint64 outsideTicket_ = 0;
  ContentView* content_ = nullptr;  // in front; null: the card

  Button* back_;
  Chip* presence_;
  PlainLabel* about_;
  ElidedLabel* name_;
  Banner* notice_;
  QWidget* tools_;
  QLineEdit* find_;
  PlainLabel* found_;
  Button* previous_;
  Button* next_;
  PlainLabel* pages_;
  Button* smaller_;
  Button* fit_;
  Button* larger_;
  QStackedWidget* body_;
  EmptyState* card_;
  PdfView* pdf_;
  TextView* text_;
  ImageView* image_;
  PageScroll* versions_;
  LinkRow* actions_;
};

}  // namespace vb::client::ui

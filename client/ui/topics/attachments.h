// Attachments: files that go along with a post, a discussion or a case that is being written, as chips below its text;
// and DocumentLinks, those of what was posted. In a case a file with what identifies a person is not taken. GUI thread.
#pragma once

#include <QVector>
#include <QWidget>

#include "client/core/store/channel_views.h"
#include "client/ui/reader/access.h"

namespace vb::client::ui {

class Button;
class FlowLayout;
class MarkdownEdit;
class PlainLabel;

class Attachments : public QWidget {
  Q_OBJECT

 public:
  explicit Attachments(const Access& access, QWidget* parent = nullptr);
  // Those of another topic are forgotten: they are attached to it and stand among its documents. Without a topic, as of
  // one that is being begun, files are only noted here; takeFor() attaches them.
  void setTopic(ChannelId channel, TopicId topic, bool isCase, bool mayAttach);
  // What goes with the post that is sent now; the row is empty after it.
  QVector<DocumentId> take();
  // What goes with the topic that is begun now, attached to it; the row is empty after it.
  QVector<DocumentId> takeFor(TopicId topic);
  // False when a file that was noted is gone, or is still being looked into; says so.
  bool areReady();
  void forget();
  bool isEmpty() const { return items_.isEmpty(); }
  void addFiles(const QStringList& files);
  // Files that are dropped on the text or pasted into it are attached.
  void takeFrom(MarkdownEdit& text);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  struct Item {
    DocumentId document;  // nil: only noted
    QString file;
    QString stamp;  // of a case's file when it was checked
  };
  void choose();
  void drop(const Item& item);
  void attach(const QString& file);
  void lookInto();
  void show();

  Access access_;
  ChannelId channel_;
  TopicId topic_;
  bool isCase_ = false;
  bool mayAttach_ = false;
  QVector<Item> items_;
  QStringList looking_;  // files that the guard has not seen yet; the first is being read
  quint64 ticket_ = 0;
  QString checking_;  // the stamp of the one that is being read
  Button* add_;
  PlainLabel* problem_;
  QWidget* chips_;
  FlowLayout* flow_;
};

// Links to documents below a text; hidden while there are none.
class DocumentLinks : public QWidget {
  Q_OBJECT

 public:
  explicit DocumentLinks(const Access& access, QWidget* parent = nullptr);
  void set(ChannelId channel, const QVector<store::DocumentLink>& documents);

 private:
  Access access_;
  FlowLayout* flow_;
  QStringList shown_;
};

}  // namespace vb::client::ui

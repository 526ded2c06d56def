// TopicReader: one discussion or case: its text, its posts, and the composer that is always in sight. Of the posts only
// those around what is read are widgets, so that fifty thousand are as light as fifty; more come as one scrolls. Notes
// how far was read and where one was. GUI thread.
#pragma once

#include <QMap>
#include <QTimer>

#include "client/ui/reader/access.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/reader/post_text.h"
#include "shared/domain/channel_rights.h"

class QVBoxLayout;

namespace vb::client::ui {

class Attachments;
class Banner;
class Card;
class CaseForm;
class Composer;
class ContentScroll;
class Chip;
class AuthorRow;
class DocumentLinks;
class PostItem;

class TopicReader : public QWidget {
  Q_OBJECT

 public:
  explicit TopicReader(const Access& access, QWidget* parent = nullptr);
  ~TopicReader() override;

  // Opens at the post asked for, else where one was, else at the first that is new.
  void open(const store::ChannelView& channel, TopicId topic, PostId post = {});
  void setChannel(const store::ChannelView& channel);
  // Looks again.
  void reload();
  void close();
  TopicId topic() const { return topic_; }
  QString title() const { return view_.row.title; }
  void flush();
  void setOnePane(bool onePane);
  QVector<QWidget*> panes();
  void compose();
  // A change or lesson that was left half done opens.
  void goOn(const QString& draftKey);

 Q_SIGNALS:
  void backRequested();
  void gone();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  static QString key(const char* kind, const std::string& id);  // of a draft
  static void clear(QVBoxLayout* layout);
  bool may(ChannelAction action) const;
  bool mayWrite() const;
  void showHead();
  void showActions();
  void showCase();
  void showLesson();
  void writeLesson();
  void editCase();
  void fill(int from, int to);
  void showPosts();
  PostItem* item(PostId post) const;
  void scrolled();
  void more(bool before);
  void toEnd();
  void noteReading();
  void send(const Composition& composition);
  void quote(const store::PostView& post);
  void remove(const char* kind, const QString& id, Seq seq);
  void watch(PostItem* item);
  QVector<store::Person> people() const;

  Access access_;
  store::ChannelView channel_;
  TopicId topic_;
  store::TopicView view_;
  QVector<PostId> ids_;
  int from_ = 0;  // the posts that are widgets: [from_, to_)
  int to_ = 0;
  QMap<PostId, PostItem*> items_;
  QSet<QString> removed_;  // deleted a moment ago, can still be undone
  PostId highlighted_;
  PostId quoted_;
  bool filling_ = false;
  QTimer marking_;

  Button* back_;
  ContentScroll* scroll_;
  PlainLabel* heading_;
  AuthorRow* author_;
  Chip* state_;
  Banner* notice_;
  PostText* text_;
  QVBoxLayout* parts_;  // of a case
  LinkRow* actions_;
  QVBoxLayout* lesson_;
  QVBoxLayout* earlier_;
  PlainLabel* count_;
  Button* before_;
  QVBoxLayout* posts_;
  Button* after_;
  Composer* composer_;
  Attachments* attachments_;
  DocumentLinks* links_;
  QWidget* foot_;
  PlainLabel* why_;  // why nothing can be written
  CaseForm* caseForm_ = nullptr;
  Composer* lessonForm_ = nullptr;
};

}  // namespace vb::client::ui

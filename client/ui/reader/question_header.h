// QuestionHeader: the question itself: category, reach and age in a line of meta, the title, who asked, the text, what
// its asker may do with it, and the comments on it. Updated in place. GUI thread.
#pragma once

#include <QSet>

#include "client/ui/reader/author_row.h"
#include "client/ui/reader/comment_list.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/reader/post_text.h"

namespace vb::client::ui {

class QuestionHeader : public QWidget {
  Q_OBJECT

 public:
  explicit QuestionHeader(const Access& access, QWidget* parent = nullptr);
  void setQuestion(const store::QuestionView& question, const QSet<QString>& skipped);
  // The comment on it with this id; nullptr when it is not here.
  QWidget* findComment(const QString& id) const { return comments_->find(id); }
  // What takes the keyboard in it; nullptr when it has no text.
  QWidget* focusStop() const { return text_->focusStop(); }
  // What was left half done at this post opens: a change of it, a comment on it.
  void goOn(const QString& recordId);
  void flush();

 Q_SIGNALS:
  void removeRequested(const QString& recordKind, const QString& recordId, vb::Seq seq);

 private:
  void showMeta();
  void showActions();

  Access access_;
  store::QuestionView question_;
  QWidget* meta_;
  PlainLabel* title_;
  AuthorRow* author_;
  PostText* text_;
  LinkRow* actions_;
  CommentList* comments_;
};

// The states of one's own question in words, as chips: waits, received, routed to 87, nobody yet, answered, not sent.
struct StateWord {
  QString text;
  store::SendState state = store::SendState::none;
};
StateWord ownQuestionState(const store::QuestionView& question);

}  // namespace vb::client::ui

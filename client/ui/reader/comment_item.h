// CommentItem: one comment: who, when, the text, and what its author may do with it. GUI thread.
#pragma once

#include "client/ui/controls/chip.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/reader/post_text.h"

namespace vb::client::ui {

class CommentItem : public QWidget {
  Q_OBJECT

 public:
  explicit CommentItem(const Access& access, QWidget* parent = nullptr);
  void setComment(const store::QuestionRow& question, const store::CommentView& comment);
  const store::CommentView& comment() const { return comment_; }
  // A change of it that was left half done opens, when there is one.
  void goOn(const QString& recordId) { text_->goOn(recordId); }
  void flush() { text_->flush(); }

 Q_SIGNALS:
  void removeRequested(const QString& recordKind, const QString& recordId, vb::Seq seq);

 private:
  store::QuestionRow question_;
  store::CommentView comment_;
  ElidedLabel* who_;
  PlainLabel* when_;
  Chip* state_;
  PostText* text_;
  LinkRow* actions_;
};

}  // namespace vb::client::ui

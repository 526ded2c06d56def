// AnswerCard: one answer with its author, sources, thanks, "helped" mark and comments. Updated in place. GUI thread.
#pragma once

#include <QSet>

#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/reader/author_row.h"
#include "client/ui/reader/comment_list.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/reader/post_text.h"

namespace vb::client::ui {

class AnswerCard : public Card {
  Q_OBJECT

 public:
  explicit AnswerCard(const Access& access, QWidget* parent = nullptr);

  void setAnswer(const store::QuestionView& question, const store::AnswerView& answer, const QSet<QString>& skipped);
  const store::AnswerView& answer() const { return answer_; }
  // The comment on it with this id; nullptr when it is not here.
  QWidget* findComment(const QString& id) const { return comments_->find(id); }
  QWidget* focusStop() const { return text_->focusStop(); }
  // What was left half done at this post opens: a change of it, a comment on it.
  void goOn(const QString& recordId);
  void flush();

 Q_SIGNALS:
  void removeRequested(const QString& recordKind, const QString& recordId, vb::Seq seq);

 private:
  void showActions(const store::QuestionView& question);
  void showSources();

  Access access_;
  store::QuestionRow question_;
  store::AnswerView answer_;
  AuthorRow* author_;
  Chip* helped_;
  Chip* state_;
  PostText* text_;
  QWidget* sources_;
  QStringList sourcesShown_;
  LinkRow* actions_;
  CommentList* comments_;
};

}  // namespace vb::client::ui

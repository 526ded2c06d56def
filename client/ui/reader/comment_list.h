// CommentList: the comments on a question or an answer, and the small composer for one more. GUI thread.
#pragma once

#include <QSet>

#include "client/ui/reader/access.h"
#include "client/ui/reader/composer.h"

class QVBoxLayout;

namespace vb::client::ui {

class CommentItem;

class CommentList : public QWidget {
  Q_OBJECT

 public:
  explicit CommentList(const Access& access, QWidget* parent = nullptr);

  // `skipped`: deleted a moment ago, can still be undone.
  void setComments(const store::QuestionRow& question, const QString& parentId,
                   const QVector<store::CommentView>& comments, const QSet<QString>& skipped);
  // Opens the composer and puts the keyboard in it.
  void compose();
  // What was left half done at this post opens: a comment on it, a change of a comment.
  void goOn(const QString& recordId);
  // The comment with this id; nullptr when it is not here.
  QWidget* find(const QString& commentId) const;
  void flush();

 Q_SIGNALS:
  void removeRequested(const QString& recordKind, const QString& recordId, vb::Seq seq);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void openComposer(const std::optional<store::Draft>& kept);
  void closeComposer();
  void cancel();
  void takeBack(const store::Draft& dropped);

  Access access_;
  store::QuestionRow question_;
  QString parentId_;
  QVBoxLayout* column_;
  QVBoxLayout* items_;
  QVector<CommentItem*> shown_;
  Composer* composer_ = nullptr;
  bool draftSought_ = false;
};

}  // namespace vb::client::ui

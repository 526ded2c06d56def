#include "client/ui/reader/comment_list.h"

#include <QPainter>
#include <QVBoxLayout>

#include "client/ui/reader/comment_item.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

CommentList::CommentList(const Access& access, QWidget* parent) : QWidget(parent), access_(access) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(14, 4, 0, 4);
  column_->setSpacing(10);
  items_ = new QVBoxLayout;
  items_->setSpacing(10);
  column_->addLayout(items_);
  hide();
}

void CommentList::setComments(const store::QuestionRow& question, const QString& parentId,
                              const QVector<store::CommentView>& comments, const QSet<QString>& skipped) {
  question_ = question;
  parentId_ = parentId;
  QVector<CommentItem*> next;
  for (const auto& comment : comments) {
    if (skipped.contains(QString::fromStdString(comment.id.text()))) continue;
    CommentItem* item = nullptr;
    for (auto* existing : std::as_const(shown_))
      if (existing->comment().id == comment.id) item = existing;
    if (item == nullptr) {
      item = new CommentItem(access_);
      items_->addWidget(item);
      connect(item, &CommentItem::removeRequested, this, &CommentList::removeRequested);
    }
    item->setComment(question, comment);
    next.append(item);
  }
  for (auto* item : std::as_const(shown_))
    if (!next.contains(item)) delete item;
  shown_ = next;
  // What was being written here comes back with the question.
  if (composer_ == nullptr && access_.reader.draft(QStringLiteral("comment/") + parentId)) openComposer();
  setVisible(!shown_.isEmpty() || composer_ != nullptr);
}

void CommentList::openComposer() {
  ComposerOptions options;
  options.kind = GuardedKind::comment;
  options.name = tr("Your comment");
  options.placeholder = tr("Write a comment…");
  options.sendText = tr("Comment");
  options.cancellable = true;
  composer_ = new Composer(access_.desk, access_.reader, options);
  store::Draft draft;
  draft.key = QStringLiteral("comment/") + parentId_;
  draft.targetTitle = question_.title;
  draft.question = question_.id;
  composer_->open(draft);
  column_->addWidget(composer_);
  const auto close = [this] {
    std::exchange(composer_, nullptr)->deleteLater();
    setVisible(!shown_.isEmpty());
  };
  connect(composer_, &Composer::cancelled, this, [this, close] {
    composer_->finish();
    close();
  });
  connect(composer_, &Composer::submitted, this, [this, close](const Composition& composition) {
    access_.desk.comment(question_.id, parentId_, composition.body, composition.notBsn);
    composer_->finish();
    close();
  });
}

void CommentList::compose() {
  if (composer_ == nullptr) openComposer();
  show();
  composer_->focusText();
}

bool CommentList::hasDraft() const { return composer_ != nullptr && !composer_->isEmpty(); }

void CommentList::flush() {
  if (composer_ != nullptr) composer_->flush();
  for (auto* item : std::as_const(shown_)) item->flush();
}

void CommentList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(QRect(0, 4, 2, height() - 8), tokens().line);
}

}  // namespace vb::client::ui

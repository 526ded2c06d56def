#include "client/ui/reader/comment_list.h"

#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

#include "client/ui/reader/comment_item.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

CommentList::CommentList(const Access& access, QWidget* parent) : QWidget(parent), access_(access) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(px(12), 4, 0, 4);
  column_->setSpacing(10);
  items_ = new QVBoxLayout;
  items_->setSpacing(10);
  column_->addLayout(items_);
  hide();
}

void CommentList::setComments(const store::QuestionRow& question, const QString& parentId,
                              const QVector<store::CommentView>& comments, const QSet<QString>& skipped) {
  if (parentId != parentId_) {
    if (composer_ != nullptr) closeComposer();
    draftSought_ = false;
  }
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
      item->show();
      connect(item, &CommentItem::removeRequested, this, &CommentList::removeRequested);
    }
    item->setComment(question, comment);
    next.append(item);
  }
  for (auto* item : std::as_const(shown_))
    if (!next.contains(item)) delete item;
  shown_ = next;
  // What was being written here comes back with the question. Looked for once: a draft that has just been sent may
  // still be there for a moment.
  if (!std::exchange(draftSought_, true)) goOn(parentId);
  setVisible(!shown_.isEmpty() || composer_ != nullptr);
}

void CommentList::goOn(const QString& recordId) {
  for (auto* item : std::as_const(shown_)) item->goOn(recordId);
  if (recordId != parentId_ || composer_ != nullptr) return;
  const QString key = QStringLiteral("comment/") + parentId_;
  const auto kept = DraftsInHand::of(access_.desk).find(access_.reader, key);
  if (!kept) return;
  openComposer(kept);
  show();
}

void CommentList::openComposer(const std::optional<store::Draft>& kept) {
  ComposerOptions options;
  options.kind = GuardedKind::comment;
  options.name = tr("Your comment");
  options.placeholder = tr("Write a comment…");
  options.sendText = tr("Comment");
  options.cancellable = true;
  composer_ = new Composer(access_.desk, access_.reader, options);
  store::Draft start;
  start.key = QStringLiteral("comment/") + parentId_;
  start.targetTitle = question_.title;
  start.question = question_.id;
  composer_->open(start, kept);
  column_->addWidget(composer_);
  composer_->show();
  connect(composer_, &Composer::cancelled, this, &CommentList::cancel);
  connect(composer_, &Composer::submitted, this, [this](const Composition& composition) {
    access_.desk.comment(question_.id, parentId_, composition.body, composition.notBsn);
    composer_->handedOver();
    closeComposer();
  });
}

void CommentList::closeComposer() {
  composer_->letGo();
  std::exchange(composer_, nullptr)->deleteLater();
  setVisible(!shown_.isEmpty());
}

void CommentList::cancel() {
  const auto dropped = composer_->discard();
  closeComposer();
  if (!dropped) return;
  QPointer<CommentList> list(this);
  auto* drafts = &DraftsInHand::of(access_.desk);
  store::Reader* reader = &access_.reader;
  access_.navigator.showToast({tr("Your comment is thrown away."),
                               tr("Undo"),
                               [list, drafts, reader, id = parentId_, draft = *dropped] {
                                 if (list != nullptr && list->parentId_ == id) return list->takeBack(draft);
                                 drafts->takeBack(*reader, draft);
                               },
                               {}});
}

void CommentList::takeBack(const store::Draft& dropped) {
  if (composer_ != nullptr && composer_->isUnchanged()) {
    composer_->finish();
    closeComposer();
  }
  if (DraftsInHand::of(access_.desk).takeBack(access_.reader, dropped)) openComposer(dropped);
  compose();
}

void CommentList::compose() {
  if (composer_ == nullptr) openComposer({});
  show();
  composer_->focusText();
  reveal(composer_);
}

QWidget* CommentList::find(const QString& commentId) const {
  for (auto* item : shown_)
    if (QString::fromStdString(item->comment().id.text()) == commentId) return item;
  return nullptr;
}

void CommentList::flush() {
  if (composer_ != nullptr) composer_->flush();
  for (auto* item : std::as_const(shown_)) item->flush();
}

void CommentList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(QRect(kRingRoom, 4, 2, height() - 8), tokens().line);
}

}  // namespace vb::client::ui

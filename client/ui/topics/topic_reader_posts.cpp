// TopicReader: its posts, how far they were read, and writing.
#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

#include "client/ui/reader/composer.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/topics/attachments.h"
#include "client/ui/topics/case_form.h"
#include "client/ui/topics/mention_completer.h"
#include "client/ui/topics/post_item.h"
#include "client/ui/topics/topic_reader.h"
#include "client/ui/topics/tuning.h"

namespace vb::client::ui {
namespace {

QString quoteOf(const QString& text) {
  QStringList lines = text.split(QLatin1Char('\n'));
  for (QString& line : lines) line.prepend(QStringLiteral("> "));
  return lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n");
}

}  // namespace

// ---- posts -----------------------------------------------------------------------------------------------

PostItem* TopicReader::item(PostId post) const { return items_.value(post); }

void TopicReader::watch(PostItem* made) {
  connect(made, &PostItem::quoteAsked, this, &TopicReader::quote);
  connect(made, &PostItem::removeAsked, this,
          [this](PostId post, Seq seq) { remove(kinds::kPost, QString::fromStdString(post.text()), seq); });
}

// Makes widgets of [from, to), keeping those that are there already.
void TopicReader::fill(int from, int to) {
  from_ = qBound(0, from, static_cast<int>(ids_.size()));
  to_ = qBound(from_, to, static_cast<int>(ids_.size()));
  showPosts();
}

void TopicReader::showPosts() {
  filling_ = true;
  from_ = qMin(from_, static_cast<int>(ids_.size()));
  to_ = qBound(from_, to_, static_cast<int>(ids_.size()));
  const auto wanted = ids_.mid(from_, to_ - from_);
  for (auto it = items_.begin(); it != items_.end();) {
    if (wanted.contains(it.key())) {
      ++it;
      continue;
    }
    it.value()->flush();
    posts_->removeWidget(it.value());
    it.value()->hide();
    it.value()->deleteLater();
    it = items_.erase(it);
  }
  const bool canWrite = mayWrite();
  const bool mayDelete = may(ChannelAction::deleteAny);
  int place = 0;
  for (const auto& post : access_.reader.channels().posts(wanted)) {
    PostItem* made = item(post.id);
    if (made == nullptr) {
      made = new PostItem(access_);
      watch(made);
      items_.insert(post.id, made);
      posts_->insertWidget(place, made);
    }
    made->setPost(view_.row.channel, post, canWrite, mayDelete);
    made->setHighlighted(post.id == highlighted_);
    made->setVisible(!removed_.contains(QString::fromStdString(post.id.text())));
    ++place;
  }
  before_->setVisible(from_ > 0);
  after_->setVisible(to_ < ids_.size());
  filling_ = false;
}

void TopicReader::more(bool before) {
  int from = from_;
  int to = to_;
  if (before)
    from = qMax(0, from - kPostsAtOnce);
  else
    to = qMin(static_cast<int>(ids_.size()), to + kPostsAtOnce);
  if (to - from > kPostsShownMax) (before ? to : from) = before ? from + kPostsShownMax : to - kPostsShownMax;
  if (from == from_ && to == to_) return;
  scroll_->keepPlace([&] { fill(from, to); });
}

void TopicReader::toEnd() {
  const int all = static_cast<int>(ids_.size());
  fill(qMax(0, all - kPostsAtStart), all);
  scroll_->settle();
  scroll_->verticalScrollBar()->setValue(scroll_->verticalScrollBar()->maximum());
  marking_.start();
}

void TopicReader::scrolled() {
  if (filling_ || topic_.isNil()) return;
  marking_.start();
  const auto* bar = scroll_->verticalScrollBar();
  if (bar->value() < px(kNearEnd) / 2 && from_ > 0 && bar->value() > 0) more(true);
  if (bar->maximum() - bar->value() < px(kNearEnd) && to_ < ids_.size()) more(false);
}

// How far was read: to the last post in sight; and which one is at the top.
void TopicReader::noteReading() {
  if (topic_.isNil() || !isVisible() || view_.row.deleted) return;
  const int top = scroll_->verticalScrollBar()->value();
  const int bottom = top + scroll_->viewport()->height();
  PostId first;
  PostId last;
  for (int i = from_; i < to_; ++i) {
    const auto* shown = item(ids_[i]);
    if (shown == nullptr || !shown->isVisibleTo(scroll_->widget())) continue;
    const int y = shown->mapTo(scroll_->widget(), QPoint()).y();
    if (first.isNil() && y + shown->height() > top) first = ids_[i];
    if (y < bottom) last = ids_[i];
  }
  const auto posts = access_.reader.channels().posts({last});
  Seq read = view_.seq;  // the text itself
  if (!posts.isEmpty()) read = qMax(read, posts.first().seq);
  MarkTopic mark;
  mark.channelId = view_.row.channel;
  mark.topicId = topic_;
  if (read > view_.readSeq) mark.readSeq = read;
  if (!first.isNil() && first != view_.position && to_ > 0) mark.positionPostId = first;
  if (!mark.readSeq && !mark.positionPostId) return;
  view_.readSeq = qMax(view_.readSeq, read);
  if (!first.isNil()) view_.position = first;
  access_.desk.channels().markTopic(mark);
}

// ---- writing ---------------------------------------------------------------------------------------------

void TopicReader::compose() {
  if (composer_->isVisibleTo(this)) composer_->focusText();
}

void TopicReader::send(const Composition& composition) {
  WritePost post;
  post.channelId = view_.row.channel;
  post.topicId = topic_;
  post.body = composition.body.toStdString();
  post.notBsn = composition.notBsn;
  if (!quoted_.isNil() && composition.body.contains(QStringLiteral("> "))) post.quotedPostId = quoted_;
  post.mentionIds = mentionedIn(composition.body, people());
  const auto attached = attachments_->take();
  post.documentIds = {attached.begin(), attached.end()};
  access_.desk.channels().writePost(post);
  composer_->handedOver();
  quoted_ = {};
  // One's own post is seen at once.
  QMetaObject::invokeMethod(
      this,
      [this] {
        reload();
        toEnd();
      },
      Qt::QueuedConnection);
}

void TopicReader::quote(const store::PostView& post) {
  quoted_ = post.id;
  auto* text = composer_->textField();
  QTextCursor cursor = text->textCursor();
  cursor.movePosition(QTextCursor::End);
  if (!text->toPlainText().isEmpty()) cursor.insertText(QStringLiteral("\n\n"));
  cursor.insertText(quoteOf(post.body));
  text->setTextCursor(cursor);
  composer_->focusText();
}

// Out of sight at once, and undone for ten seconds; queued after that.
void TopicReader::remove(const char* kind, const QString& id, Seq seq) {
  removed_.insert(id);
  const DeleteInChannel command{view_.row.channel, topic_, kind, id.toStdString(), seq};
  QPointer<TopicReader> reader(this);
  auto* desk = &access_.desk;
  const auto put = [reader, id](bool removed) {
    if (reader == nullptr || reader->topic_.isNil()) return;
    if (!removed) reader->removed_.remove(id);
    reader->reload();
  };
  const bool isTopic = QLatin1String(kind) == QLatin1String(kinds::kTopic);
  access_.navigator.showToast({isTopic ? tr("The text is deleted") : tr("The post is deleted"), tr("Undo"),
                               [put] { put(false); },
                               [desk, command, put] {
                                 desk->channels().deleteInChannel(command);
                                 put(true);
                               },
                               kUndoDeleteMs});
  showPosts();
}

void TopicReader::goOn(const QString& draftKey) {
  if (draftKey.startsWith(QLatin1String("lesson/"))) return writeLesson();
  if (!draftKey.startsWith(QLatin1String("edit/"))) return compose();
  const std::string id = draftKey.mid(5).toStdString();
  if (id == topic_.text()) {
    if (view_.row.kind == TopicKind::caseDiscussion) return editCase();
    return text_->goOn(QString::fromStdString(id));
  }
  if (const auto post = PostId::parse(id))
    if (auto* shown = item(*post)) shown->goOn();
}

void TopicReader::flush() {
  composer_->flush();
  text_->flush();
  if (lessonForm_ != nullptr) lessonForm_->flush();
  if (caseForm_ != nullptr) caseForm_->flush();
  for (PostItem* shown : std::as_const(items_)) shown->flush();
}

void TopicReader::setOnePane(bool onePane) { back_->setVisible(onePane); }

QVector<QWidget*> TopicReader::panes() {
  QVector<QWidget*> stops;
  if (QWidget* stop = text_->focusStop(); stop != nullptr && stop->isVisible())
    stops << stop;
  else if (actions_->isVisible())
    stops << actions_;
  if (composer_->isVisible()) stops << composer_->textField();
  return stops;
}

void TopicReader::keyPressEvent(QKeyEvent* event) {
  if (scroll_->scrollByKey(*event)) return;
  if (event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier) return compose();
  QWidget::keyPressEvent(event);
}

void TopicReader::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens().surface); }

}  // namespace vb::client::ui

#include "client/ui/topics/topic_reader.h"

#include <algorithm>

#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/reader/author_row.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/topics/case_form.h"
#include "client/ui/topics/earlier_texts.h"
#include "client/ui/topics/mention_completer.h"
#include "client/ui/topics/post_item.h"
#include "client/ui/topics/topic_words.h"
#include "client/ui/topics/tuning.h"
#include "client/ui/words/words.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::ui {
namespace {

ComposerOptions postOptions() {
  ComposerOptions options;
  options.kind = GuardedKind::answer;
  options.name = TopicReader::tr("Your post");
  options.placeholder = TopicReader::tr("Write a post; @ mentions a member");
  options.sendText = TopicReader::tr("Send");
  return options;
}

ComposerOptions lessonOptions() {
  ComposerOptions options;
  options.kind = GuardedKind::answer;
  options.name = TopicReader::tr("What was learned");
  options.titleName = TopicReader::tr("The lesson in one line");
  options.placeholder =
      TopicReader::tr("What can others learn from this case, without anything that leads to a person?");
  options.sendText = TopicReader::tr("Save the lesson");
  options.withTitle = true;
  options.cancellable = true;
  options.linesMin = 3;
  return options;
}

QString quoteOf(const QString& text) {
  QStringList lines = text.split(QLatin1Char('\n'));
  for (QString& line : lines) line.prepend(QStringLiteral("> "));
  return lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n");
}

QString key(const char* kind, const std::string& id) {
  return QLatin1String(kind) + QLatin1Char('/') + QString::fromStdString(id);
}

void clear(QVBoxLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (item->widget() != nullptr) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
}

}  // namespace

TopicReader::TopicReader(const Access& access, QWidget* parent)
    : QWidget(parent),
      access_(access),
      back_(new LinkButton(tr("Back to the list"))),
      scroll_(new ContentScroll(px(kReadingWidthMax), px(kPaneMargin))),
      heading_(new PlainLabel({}, TextRole::title)),
      author_(new AuthorRow),
      state_(new Chip),
      notice_(new Banner(Banner::Kind::info, {}, {})),
      text_(new PostText(access, kinds::kTopic)),
      parts_(new QVBoxLayout),
      actions_(new LinkRow),
      lesson_(new QVBoxLayout),
      earlier_(new QVBoxLayout),
      count_(new PlainLabel({}, TextRole::subheading)),
      before_(new LinkButton(tr("Earlier posts"))),
      posts_(new QVBoxLayout),
      after_(new LinkButton(tr("To the newest post"))),
      composer_(new Composer(access.desk, access.reader, postOptions())),
      foot_(new QWidget),
      why_(new PlainLabel({}, TextRole::row, ColorRole::muted)) {
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(0);
  back_->setIconName(QStringLiteral("back"));
  whole->addWidget(back_, 0, Qt::AlignLeft);
  back_->hide();
  whole->addWidget(scroll_, 1);
  auto* column = scroll_->column();
  column->setSpacing(px(6));
  column->addSpacing(px(22));
  heading_->setContentsMargins(kRingRoom, 0, 0, 0);
  heading_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(&heading_->wrapped());
  auto* head = new QHBoxLayout;
  head->setContentsMargins(kRingRoom, px(4), 0, px(4));
  head->addWidget(author_, 1);
  author_->addAtRight(state_);
  column->addLayout(head);
  auto* inLine = new QHBoxLayout;
  inLine->setContentsMargins(kRingRoom, 0, 0, px(4));
  inLine->addWidget(notice_);
  column->addLayout(inLine);
  column->addWidget(text_);
  for (QVBoxLayout* part : {lesson_, earlier_}) part->setContentsMargins(kRingRoom, 0, 0, 0);
  for (QVBoxLayout* part : {parts_, lesson_, earlier_}) part->setSpacing(px(4));
  column->addLayout(parts_);
  column->addWidget(actions_);
  column->addLayout(earlier_);
  column->addLayout(lesson_);
  column->addSpacing(px(10));
  count_->setContentsMargins(kRingRoom, 0, 0, 0);
  column->addWidget(count_);
  column->addWidget(before_, 0, Qt::AlignLeft);
  posts_->setSpacing(0);
  column->addLayout(posts_);
  column->addWidget(after_, 0, Qt::AlignLeft);
  column->addStretch(1);

  auto* below = new QVBoxLayout(foot_);
  below->setContentsMargins(px(kPaneMargin), px(8), px(kPaneMargin), px(12));
  why_->setMaximumWidth(px(kReadingWidthMax));
  composer_->setMaximumWidth(px(kReadingWidthMax));
  below->addWidget(&why_->wrapped());
  below->addWidget(composer_);
  whole->addWidget(new Rule);
  whole->addWidget(foot_);

  setFocusPolicy(Qt::ClickFocus);
  marking_.setSingleShot(true);
  marking_.setInterval(kMarkDelayMs);
  connect(&marking_, &QTimer::timeout, this, &TopicReader::noteReading);
  connect(back_, &Button::clicked, this, &TopicReader::backRequested);
  connect(before_, &Button::clicked, this, [this] { more(true); });
  connect(after_, &Button::clicked, this, &TopicReader::toEnd);
  connect(scroll_->verticalScrollBar(), &QScrollBar::valueChanged, this, &TopicReader::scrolled);
  connect(composer_, &Composer::submitted, this, &TopicReader::send);
  text_->setSubmit([this](const Composition& composition) {
    EditInChannel edit;
    edit.channelId = view_.row.channel;
    edit.topicId = topic_;
    edit.recordKind = kinds::kTopic;
    edit.recordId = topic_.text();
    edit.baseSeq = composition.baseSeq;
    edit.title = composition.title.toStdString();
    edit.body = composition.body.toStdString();
    edit.notBsn = composition.notBsn;
    access_.desk.channels().editInChannel(edit);
  });
}

TopicReader::~TopicReader() = default;

bool TopicReader::may(ChannelAction action) const {
  const Timestamp now{Milliseconds(QDateTime::currentMSecsSinceEpoch())};
  return vb::may(channel_.row.role, action, channel_.channel, now);
}

bool TopicReader::mayWrite() const { return may(ChannelAction::writePost) && !view_.row.closed && !view_.row.deleted; }

QVector<store::Person> TopicReader::people() const {
  QVector<store::Person> all;
  for (const auto& member : access_.reader.channels().people(channel_.row.id).members)
    if (!member.isMe) all.append(member.person);
  return all;
}

// ---- opening ---------------------------------------------------------------------------------------------

void TopicReader::open(const store::ChannelView& channel, TopicId topic, PostId post) {
  const bool isOther = topic != topic_;
  if (isOther) close();
  channel_ = channel;
  topic_ = topic;
  const auto found = access_.reader.channels().topic(topic);
  if (!found) {
    topic_ = {};
    Q_EMIT gone();
    return;
  }
  view_ = *found;
  highlighted_ = post;
  ids_ = access_.reader.channels().postIds(topic);
  showHead();
  if (isOther) {
    store::Draft draft;
    draft.key = key("post", topic.text());
    draft.targetTitle = view_.row.title;
    composer_->open(draft);
    new MentionCompleter(static_cast<QPlainTextEdit*>(composer_->textField()), people());
  }
  // Where to begin: the post asked for, the first that is new, where one was.
  qsizetype at = post.isNil() ? -1 : ids_.indexOf(post);
  if (at < 0 && isOther && view_.readSeq > 0 && view_.row.unread > 0) {
    for (qsizetype i = ids_.size(); i > 0 && at < 0;) {
      const qsizetype step = qMax<qsizetype>(0, i - kPostsShownMax);
      const auto views = access_.reader.channels().posts(ids_.mid(step, i - step));
      for (qsizetype k = 0; k < views.size(); ++k)
        if (views[k].unread && (at < 0 || step + k < at)) at = step + k;
      if (!views.isEmpty() && !views.first().unread) break;
      i = step;
    }
  }
  if (at < 0 && isOther && !view_.position.isNil()) at = ids_.indexOf(view_.position);
  if (!isOther && post.isNil()) return showPosts();
  const int begin = at < 0 ? 0 : qMax(0, static_cast<int>(at) - 2);
  fill(begin, begin + kPostsAtStart);
  scroll_->settle();
  if (at > 0)
    if (auto* shown = item(ids_[at])) scroll_->showAtTop(shown);
  if (at <= 0) scroll_->verticalScrollBar()->setValue(0);
  marking_.start();
}

void TopicReader::close() {
  if (topic_.isNil()) return;
  if (marking_.isActive()) noteReading();
  marking_.stop();
  flush();
  composer_->letGo();
  text_->setNoRecord();
  clear(posts_);
  items_.clear();
  ids_.clear();
  removed_.clear();
  from_ = to_ = 0;
  if (lessonForm_ != nullptr) lessonForm_->letGo();
  clear(lesson_);
  clear(earlier_);
  clear(parts_);
  lessonForm_ = nullptr;
  caseForm_ = nullptr;
  quoted_ = {};
  topic_ = {};
  view_ = {};
}

void TopicReader::setChannel(const store::ChannelView& channel) {
  channel_ = channel;
  if (!topic_.isNil()) reload();
}

void TopicReader::reload() {
  if (topic_.isNil()) return;
  const auto found = access_.reader.channels().topic(topic_);
  if (!found) {
    close();
    Q_EMIT gone();
    return;
  }
  view_ = *found;
  const bool wasAtEnd = to_ >= ids_.size();
  ids_ = access_.reader.channels().postIds(topic_);
  scroll_->keepPlace([&] {
    showHead();
    showPosts();
    // What comes in below what is read is added without moving it.
    if (wasAtEnd && to_ < ids_.size()) fill(from_, qMin(static_cast<int>(ids_.size()), to_ + kPostsAtOnce));
  });
  marking_.start();
}

// ---- head ------------------------------------------------------------------------------------------------

void TopicReader::showHead() {
  const auto& row = view_.row;
  const bool isLessonOnly = row.deleted && view_.lesson && row.kind == TopicKind::caseDiscussion && row.posts == 0;
  heading_->setText(row.deleted && !isLessonOnly ? tr("Deleted") : row.title);
  QString age = longAge(row.startedAt, QDateTime::currentDateTime());
  if (view_.edited) age += QStringLiteral(" · ") + tr("edited");
  author_->setAuthor(view_.author, age);
  showSendState(state_, row.sendState);
  QString said;
  QString more;
  if (isLessonOnly) {
    said = tr("The case is erased; what was learned stays");
  } else if (row.deleted) {
    said = view_.deletedByOther ? tr("A moderator deleted this text") : tr("The author deleted this text");
  } else if (row.kind == TopicKind::caseDiscussion && row.eraseAt > 0) {
    said = tr("This case %1").arg(eraseWords(row.eraseAt, QDateTime::currentDateTime()));
    more = tr("With all its posts, on the server and on every computer. What was learned can stay.");
  } else if (row.closed) {
    said = tr("This discussion is closed");
  }
  notice_->set(row.kind == TopicKind::caseDiscussion && !row.deleted ? Banner::Kind::wait : Banner::Kind::info, said,
               more);
  notice_->setVisible(!said.isEmpty());
  const bool isChangeable = row.mine && !row.deleted && may(ChannelAction::editOwn);
  const bool isCase = row.kind == TopicKind::caseDiscussion;
  text_->setVisible(!isCase && !row.deleted);
  text_->setText(tr("Text by %1").arg(personName(view_.author.name)), view_.body);
  if (isChangeable && !isCase) {
    store::Draft now;
    now.title = row.title;
    now.body = view_.body;
    now.targetTitle = row.title;
    text_->setRecord(QString::fromStdString(topic_.text()), {}, view_.seq, now);
  } else {
    text_->setNoRecord();
  }
  if (caseForm_ == nullptr) showCase();
  showActions();
  if (lessonForm_ == nullptr) showLesson();
  count_->setVisible(!isLessonOnly);
  count_->setText(row.posts == 0 ? tr("No posts yet") : tr("%n post(s)", nullptr, row.posts));
  QString why;
  if (channel_.readOnly)
    why = tr("The rent of this channel has ended: nothing can be added.");
  else if (row.closed)
    why = tr("This discussion is closed: nothing can be added.");
  const bool canWrite = mayWrite();
  composer_->setVisible(canWrite);
  why_->setText(why);
  why_->setVisible(!canWrite && !why.isEmpty());
  foot_->setVisible(canWrite || !why.isEmpty());
}

void TopicReader::showCase() {
  clear(parts_);
  if (!view_.caseParts || view_.row.deleted) return;
  const auto& parts = *view_.caseParts;
  const std::string* texts[] = {&parts.situation, &parts.tried, &parts.question, &parts.agreement};
  for (int part = 0; part < 4; ++part) {
    if (texts[part]->empty()) continue;
    auto* name = new PlainLabel(casePartName(part), TextRole::subheading);
    name->setContentsMargins(kRingRoom, px(6), 0, 0);
    parts_->addWidget(name);
    auto* view = new MarkdownView(casePartName(part));
    view->setMarkdownText(QString::fromStdString(*texts[part]));
    connect(view, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
    parts_->addWidget(view);
  }
}

void TopicReader::editCase() {
  if (caseForm_ != nullptr) return caseForm_->focusFirst();
  clear(parts_);
  caseForm_ = new CaseForm(access_, 0);
  store::Draft start;
  start.key = key("edit", topic_.text());
  start.title = view_.row.title;
  start.targetTitle = view_.row.title;
  start.baseSeq = view_.seq;
  if (view_.caseParts) start.body = QString::fromStdString(CaseForm::bodyOf(*view_.caseParts));
  caseForm_->open(start);
  caseForm_->setContentsMargins(kRingRoom, 0, 0, 0);
  parts_->addWidget(caseForm_);
  const auto done = [this] {
    caseForm_ = nullptr;
    reload();
  };
  connect(caseForm_, &CaseForm::submitted, this,
          [this, done](const QString& title, const CaseParts& parts, bool notBsn, Seq baseSeq) {
            EditInChannel edit;
            edit.channelId = view_.row.channel;
            edit.topicId = topic_;
            edit.recordKind = kinds::kTopic;
            edit.recordId = topic_.text();
            edit.baseSeq = baseSeq;
            edit.title = title.toStdString();
            edit.caseParts = parts;
            edit.notBsn = notBsn;
            access_.desk.channels().editInChannel(edit);
            caseForm_->handedOver();
            done();
          });
  connect(caseForm_, &CaseForm::cancelled, this, [this, done] {
    DraftsInHand::of(access_.desk).remove(key("edit", topic_.text()));
    done();
  });
  caseForm_->focusFirst();
  reveal(caseForm_);
}

void TopicReader::showActions() {
  const auto& row = view_.row;
  const auto state = [this](std::optional<bool> pinned, std::optional<bool> closed) {
    access_.desk.channels().setTopicState({view_.row.channel, topic_, pinned, closed});
  };
  const auto mark = [this](std::optional<bool> follow, std::optional<bool> mute) {
    access_.desk.channels().markTopic({view_.row.channel, topic_, follow, mute, {}, {}});
  };
  const QString& title = row.title;
  actions_->set(QStringLiteral("1follow"), row.followed ? tr("Do not follow") : tr("Follow"),
                row.followed ? tr("Do not follow %1").arg(title) : tr("Follow %1").arg(title),
                [mark, on = !row.followed] { mark(on, {}); });
  actions_->set(QStringLiteral("2mute"), row.muted ? tr("Do not mute") : tr("Mute"),
                row.muted ? tr("Do not mute %1").arg(title) : tr("Mute %1").arg(title),
                [mark, on = !row.muted] { mark({}, on); });
  actions_->set(QStringLiteral("3pin"), row.pinned ? tr("Unpin") : tr("Pin"),
                row.pinned ? tr("Unpin %1").arg(title) : tr("Pin %1").arg(title),
                [state, on = !row.pinned] { state(on, {}); });
  actions_->set(QStringLiteral("4close"), row.closed ? tr("Open again") : tr("Close"),
                row.closed ? tr("Open %1 again").arg(title) : tr("Close %1").arg(title),
                [state, on = !row.closed] { state({}, on); });
  actions_->set(QStringLiteral("5edit"), tr("Change"), tr("Change your text"), [this] {
    if (view_.row.kind == TopicKind::caseDiscussion) return editCase();
    text_->edit();
  });
  actions_->set(QStringLiteral("6earlier"), tr("Earlier versions"), tr("Earlier versions of %1").arg(title), [this] {
    if (earlier_->count() > 0) return clear(earlier_);
    earlier_->addWidget(new EarlierTexts(access_, QString::fromStdString(topic_.text())));
  });
  actions_->set(QStringLiteral("7lesson"), view_.lesson ? tr("Change the lesson") : tr("Write what was learned"),
                tr("Write what was learned from %1").arg(title), [this] { writeLesson(); });
  actions_->set(QStringLiteral("8remove"), tr("Delete"), tr("Delete %1").arg(title),
                [this] { remove(kinds::kTopic, QString::fromStdString(topic_.text()), view_.seq); });
  const bool isHere = !row.deleted;
  const bool isCase = row.kind == TopicKind::caseDiscussion;
  actions_->setShown(QStringLiteral("1follow"), isHere);
  actions_->setShown(QStringLiteral("2mute"), isHere);
  actions_->setShown(QStringLiteral("3pin"), isHere && may(ChannelAction::pinTopic));
  actions_->setShown(QStringLiteral("4close"),
                     isHere && may(row.mine ? ChannelAction::closeOwnTopic : ChannelAction::closeTopic));
  actions_->setShown(QStringLiteral("5edit"), isHere && row.mine && may(ChannelAction::editOwn));
  actions_->setShown(QStringLiteral("6earlier"), isHere && view_.edited);
  actions_->setShown(QStringLiteral("7lesson"), isCase && may(ChannelAction::writeLesson));
  actions_->setShown(QStringLiteral("8remove"),
                     isHere && may(row.mine ? ChannelAction::deleteOwn : ChannelAction::deleteAny));
}

void TopicReader::showLesson() {
  clear(lesson_);
  if (!view_.lesson) return;
  auto* card = new Card(Card::Kind::helpful);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(px(16), px(12), px(16), px(12));
  column->setSpacing(px(4));
  column->addWidget(new PlainLabel(tr("What was learned"), TextRole::metaStrong, ColorRole::ok));
  column->addWidget(&(new PlainLabel(QString::fromStdString(view_.lesson->title), TextRole::rowStrong))->wrapped());
  auto* view = new MarkdownView(tr("What was learned"));
  view->setMarkdownText(QString::fromStdString(view_.lesson->body));
  connect(view, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
  column->addWidget(view);
  lesson_->addWidget(card);
}

void TopicReader::writeLesson() {
  if (lessonForm_ != nullptr) return lessonForm_->focusText();
  clear(lesson_);
  lessonForm_ = new Composer(access_.desk, access_.reader, lessonOptions());
  store::Draft start;
  start.key = key("lesson", topic_.text());
  start.targetTitle = view_.row.title;
  if (view_.lesson) {
    start.title = QString::fromStdString(view_.lesson->title);
    start.body = QString::fromStdString(view_.lesson->body);
  }
  lessonForm_->open(start);
  lesson_->addWidget(lessonForm_);
  const auto done = [this] {
    lessonForm_->letGo();
    lessonForm_ = nullptr;
    reload();
  };
  connect(lessonForm_, &Composer::submitted, this, [this, done](const Composition& composition) {
    access_.desk.channels().writeLesson({view_.row.channel, topic_, composition.title.toStdString(),
                                         composition.body.toStdString(), composition.notBsn});
    lessonForm_->handedOver();
    done();
  });
  connect(lessonForm_, &Composer::cancelled, this, [this, done] {
    lessonForm_->finish();
    done();
  });
  lessonForm_->focusText();
  reveal(lessonForm_);
}

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
  auto* text = static_cast<QPlainTextEdit*>(composer_->textField());
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

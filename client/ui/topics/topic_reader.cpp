#include "client/ui/topics/topic_reader.h"

#include <QDateTime>
#include <QScrollBar>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/markdown_edit.h"
#include "client/ui/reader/author_row.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/topics/attachments.h"
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
  options.placeholder = TopicReader::tr("Your post; @ names a member");
  options.sendText = TopicReader::tr("Send");
  return options;
}

}  // namespace

QString TopicReader::key(const char* kind, const std::string& id) {
  return QLatin1String(kind) + QLatin1Char('/') + QString::fromStdString(id);
}

void TopicReader::clear(QVBoxLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (item->widget() != nullptr) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
}

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
      attachments_(new Attachments(access)),
      links_(new DocumentLinks(access)),
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
  column->addWidget(links_);
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
  below->addWidget(attachments_);
  attachments_->takeFrom(*composer_->textField());
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
    new MentionCompleter(composer_->textField(), people());
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
  attachments_->setTopic(channel_.row.id, topic_, view_.row.kind == TopicKind::caseDiscussion,
                         canWrite && may(ChannelAction::addDocument));
  auto documents = view_.documents;
  if (!view_.aboutDocument.id.isNil()) documents.prepend(view_.aboutDocument);
  links_->set(channel_.row.id, view_.row.deleted ? QVector<store::DocumentLink>() : documents);
  why_->setText(why);
  why_->setVisible(!canWrite && !why.isEmpty());
  foot_->setVisible(canWrite || !why.isEmpty());
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

}  // namespace vb::client::ui

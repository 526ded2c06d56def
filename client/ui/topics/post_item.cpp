#include "client/ui/topics/post_item.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QPainter>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/topics/attachments.h"
#include "client/ui/topics/earlier_texts.h"
#include "client/ui/words/words.h"
#include "shared/domain/channel_records.h"

namespace vb::client::ui {

PostItem::PostItem(const Access& access, QWidget* parent)
    : QWidget(parent),
      access_(access),
      author_(new AuthorRow),
      state_(new Chip),
      news_(new Chip(tr("new"), ChipKind::ok)),
      text_(new PostText(access, kinds::kPost)),
      links_(new DocumentLinks(access)),
      mark_(new PlainLabel({}, TextRole::row, ColorRole::muted)),
      earlier_(new QVBoxLayout),
      actions_(new LinkRow) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, px(14), 0, px(10));
  column->setSpacing(px(4));
  auto* head = new QHBoxLayout;
  head->setContentsMargins(kRingRoom, 0, 0, 0);
  head->addWidget(author_, 1);
  author_->addAtRight(news_);
  author_->addAtRight(state_);
  column->addLayout(head);
  mark_->setContentsMargins(kRingRoom, 0, 0, 0);
  column->addWidget(&mark_->wrapped());
  column->addWidget(text_);
  column->addWidget(links_);
  earlier_->setContentsMargins(kRingRoom, 0, 0, 0);
  column->addLayout(earlier_);
  column->addWidget(actions_);
  text_->setSubmit([this](const Composition& composition) { submit(composition); });
  connect(text_, &PostText::editingChanged, actions_, [this](bool editing) { actions_->setVisible(!editing); });
}

void PostItem::setPost(ChannelId channel, const store::PostView& post, bool mayWrite, bool mayDelete) {
  channel_ = channel;
  post_ = post;
  const QString who = personName(post.author.name);
  QString age = longAge(post.postedAt, QDateTime::currentDateTime());
  if (post.edited && !post.deleted) age += QStringLiteral(" · ") + tr("edited");
  author_->setAuthor(post.author, age);
  showSendState(state_, post.sendState);
  news_->setVisible(post.unread);
  mark_->setVisible(post.deleted);
  mark_->setText(post.deletedByOther ? tr("A moderator deleted this post.") : tr("%1 deleted this post.").arg(who));
  text_->setVisible(!post.deleted);
  text_->setText(tr("Post by %1").arg(who), post.body);
  links_->set(channel, post.deleted ? QVector<store::DocumentLink>() : post.documents);
  const bool isChangeable = post.mine && mayWrite && !post.deleted;
  if (isChangeable) {
    store::Draft now;
    now.body = post.body;
    now.targetTitle = tr("Post by %1").arg(who);
    text_->setRecord(QString::fromStdString(post.id.text()), {}, post.seq, now);
  } else {
    text_->setNoRecord();
  }
  actions_->set(QStringLiteral("1quote"), tr("Quote"), tr("Quote %1").arg(who), [this] { Q_EMIT quoteAsked(post_); });
  actions_->set(QStringLiteral("2copy"), tr("Copy"), tr("Copy the post by %1").arg(who), [this] {
    QGuiApplication::clipboard()->setText(post_.body);
    access_.navigator.showToast({tr("The text is copied"), {}, {}, {}});
  });
  actions_->set(QStringLiteral("3edit"), tr("Change"), tr("Change your post"), [this] { text_->edit(); });
  actions_->set(QStringLiteral("4earlier"), tr("Earlier versions"), tr("Earlier versions of the post by %1").arg(who),
                [this] { showEarlier(); });
  actions_->set(QStringLiteral("5remove"), tr("Delete"), tr("Delete the post by %1").arg(who),
                [this] { Q_EMIT removeAsked(post_.id, post_.seq); });
  actions_->setShown(QStringLiteral("1quote"), mayWrite && !post.deleted);
  actions_->setShown(QStringLiteral("2copy"), !post.deleted);
  actions_->setShown(QStringLiteral("3edit"), isChangeable);
  actions_->setShown(QStringLiteral("4earlier"), post.edited && !post.deleted);
  actions_->setShown(QStringLiteral("5remove"), !post.deleted && (isChangeable || mayDelete));
  actions_->setVisible(!post.deleted && !text_->isEditing());
  setAccessibleName(tr("Post by %1, %2").arg(who, age));
}

void PostItem::submit(const Composition& composition) {
  EditInChannel edit;
  edit.channelId = channel_;
  edit.topicId = post_.topic;
  edit.recordKind = kinds::kPost;
  edit.recordId = post_.id.text();
  edit.baseSeq = composition.baseSeq;
  edit.body = composition.body.toStdString();
  edit.notBsn = composition.notBsn;
  access_.desk.channels().editInChannel(edit);
}

void PostItem::showEarlier() {
  if (earlier_->count() > 0) {
    delete earlier_->itemAt(0)->widget();
    return;
  }
  earlier_->addWidget(new EarlierTexts(access_, QString::fromStdString(post_.id.text())));
}

void PostItem::setHighlighted(bool highlighted) {
  highlighted_ = highlighted;
  update();
}

void PostItem::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (highlighted_) painter.fillRect(rect(), tokens().selected);
  painter.fillRect(QRect(kRingRoom, 0, width() - kRingRoom, 1), tokens().line);
}

}  // namespace vb::client::ui

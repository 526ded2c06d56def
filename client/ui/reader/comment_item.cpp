#include "client/ui/reader/comment_item.h"

#include <QHBoxLayout>

#include "client/models/age.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/theme/style.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {

CommentItem::CommentItem(const Access& access, QWidget* parent)
    : QWidget(parent),
      who_(new ElidedLabel({}, TextRole::metaStrong)),
      when_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      state_(new Chip),
      text_(new PostText(access, kinds::kComment)),
      actions_(new LinkRow) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(kRingRoom, 0, 0, 0);
  head->setSpacing(8);
  who_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  head->addWidget(who_);
  head->addWidget(when_);
  head->addWidget(state_);
  head->addStretch(1);
  column->addLayout(head);
  column->addWidget(text_);
  column->addWidget(actions_);
  connect(text_, &PostText::editingChanged, this,
          [this](bool editing) { actions_->setVisible(!editing && comment_.mine); });
  actions_->hide();
}

void CommentItem::setComment(const store::QuestionRow& question, const store::CommentView& comment) {
  question_ = question;
  comment_ = comment;
  const QDateTime now = QDateTime::currentDateTime();
  const QString name = personName(comment.author.name);
  who_->setText(name);
  when_->setText(comment.edited ? tr("%1, changed").arg(shortAge(comment.postedAt, now))
                                : shortAge(comment.postedAt, now));
  showSendState(state_, comment.sendState);
  text_->setText(tr("Comment by %1").arg(name), comment.body);
  actions_->setVisible(comment.mine && !text_->isEditing());
  if (!comment.mine) return;
  store::Draft asItIs;
  asItIs.body = comment.body;
  asItIs.targetTitle = question.title;
  asItIs.question = question.id;
  text_->setRecord(QString::fromStdString(comment.id.text()), question.homeCategory, comment.seq, asItIs);
  actions_->set(QStringLiteral("edit"), tr("Change"), tr("Change your comment"), [this] { text_->edit(); });
  actions_->set(QStringLiteral("remove"), tr("Delete"), tr("Delete your comment"), [this] {
    Q_EMIT removeRequested(QLatin1String(kinds::kComment), QString::fromStdString(comment_.id.text()), comment_.seq);
  });
}

}  // namespace vb::client::ui

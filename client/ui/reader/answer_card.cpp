#include "client/ui/reader/answer_card.h"

#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/theme/style.h"
#include "client/ui/words/words.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

AnswerCard::AnswerCard(const Access& access, QWidget* parent)
    : Card(Kind::plain, parent),
      access_(access),
      author_(new AuthorRow),
      helped_(new Chip(tr("helped"), ChipKind::ok)),
      state_(new Chip),
      text_(new PostText(access, kinds::kAnswer)),
      sources_(new QWidget),
      actions_(new LinkRow),
      comments_(new CommentList(access)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(16) - kRingRoom, px(14), px(16), px(12));
  column->setSpacing(px(6));
  author_->addAtRight(state_);
  author_->addAtRight(helped_);
  author_->setContentsMargins(kRingRoom, 0, 0, 0);
  column->addWidget(author_);
  column->addWidget(text_);
  auto* sources = new QVBoxLayout(sources_);
  sources->setContentsMargins(0, 0, 0, 0);
  sources->setSpacing(2);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  sources_->setSizePolicy(policy);
  column->addWidget(sources_);
  column->addWidget(actions_);
  column->addWidget(comments_);
  helped_->hide();
  connect(comments_, &CommentList::removeRequested, this, &AnswerCard::removeRequested);
  connect(text_, &PostText::editingChanged, this, [this](bool editing) {
    actions_->setVisible(!editing);
    sources_->setVisible(!editing && !sourcesShown_.isEmpty());
  });
}

void AnswerCard::setAnswer(const store::QuestionView& question, const store::AnswerView& answer,
                           const QSet<QString>& skipped) {
  question_ = question.row;
  answer_ = answer;
  const QDateTime now = QDateTime::currentDateTime();
  const QString name = personName(answer.author.name);
  const QString age = shortAge(answer.postedAt, now);
  author_->setAuthor(answer.author, answer.edited ? tr("%1, changed").arg(age) : age);
  text_->setText(tr("Answer by %1").arg(name), answer.body);
  helped_->setVisible(answer.helpful);
  setKind(answer.helpful ? Kind::helpful : Kind::plain);
  showSendState(state_, answer.sendState);
  showSources();
  showActions(question);
  comments_->setComments(question.row, QString::fromStdString(answer.id.text()), answer.comments, skipped);
  setAccessibleName(answer.helpful ? tr("Answer by %1, helped").arg(name) : tr("Answer by %1").arg(name));
}

void AnswerCard::showActions(const store::QuestionView& question) {
  const UserId me = access_.desk.userId();
  const QString name = personName(answer_.author.name);
  const PostFacts facts{answer_.author.id, question.author.id, !question.row.closed};
  const bool arrived = answer_.seq > 0;

  actions_->set(QStringLiteral("thank"),
                answer_.thankedByMe  ? tr("Thanked · %1").arg(qMax(1, answer_.thanks))
                : answer_.thanks > 0 ? tr("Thank · %1").arg(answer_.thanks)
                                     : tr("Thank"),
                answer_.thankedByMe ? tr("Take back your thanks to %1").arg(name) : tr("Thank %1").arg(name),
                [this] { access_.desk.thank(question_.id, answer_.id, !answer_.thankedByMe); });
  actions_->setShown(QStringLiteral("thank"), arrived && may(me, PostAction::thank, facts));
  actions_->set(QStringLiteral("comment"), tr("Comment"), tr("Comment on the answer by %1").arg(name),
                [this] { comments_->compose(); });
  actions_->setShown(QStringLiteral("comment"), arrived && may(me, PostAction::comment, facts));
  actions_->set(
      QStringLiteral("save"), answer_.saved ? tr("Saved") : tr("Save"),
      answer_.saved ? tr("Do not keep the answer by %1 any more").arg(name) : tr("Save the answer by %1").arg(name),
      [this] { access_.desk.setSaved(question_.id, QString::fromStdString(answer_.id.text()), !answer_.saved); });
  actions_->setShown(QStringLiteral("save"), arrived);
  actions_->set(QStringLiteral("helpful"), answer_.helpful ? tr("Take \"helped\" back") : tr("This helped"),
                answer_.helpful ? tr("The answer by %1 did not help after all").arg(name)
                                : tr("The answer by %1 helped").arg(name),
                [this] { access_.desk.markHelpful(question_.id, answer_.id, !answer_.helpful); });
  actions_->setShown(QStringLiteral("helpful"), arrived && may(me, PostAction::markHelpful, facts));
  if (answer_.mine) {
    store::Draft now;
    now.body = answer_.body;
    now.sources = answer_.sources;
    now.targetTitle = question_.title;
    now.question = question_.id;
    text_->setRecord(QString::fromStdString(answer_.id.text()), question_.homeCategory, answer_.seq, now);
  }
  actions_->set(QStringLiteral("edit"), tr("Change"), tr("Change your answer"), [this] { text_->edit(); });
  actions_->setShown(QStringLiteral("edit"), answer_.mine);
  actions_->set(QStringLiteral("remove"), tr("Delete"), tr("Delete your answer"), [this] {
    Q_EMIT removeRequested(QLatin1String(kinds::kAnswer), QString::fromStdString(answer_.id.text()), answer_.seq);
  });
  actions_->setShown(QStringLiteral("remove"), answer_.mine);
  const bool waits = answer_.sendState == store::SendState::waiting || answer_.sendState == store::SendState::refused ||
                     answer_.sendState == store::SendState::conflict;
  actions_->set(QStringLiteral("outbox"), tr("See To be sent"), tr("See what is to be sent"),
                [this] { access_.navigator.go(Destination::outbox); });
  actions_->setShown(QStringLiteral("outbox"), waits);
  actions_->setVisible(!text_->isEditing());
}

void AnswerCard::showSources() {
  if (answer_.sources == sourcesShown_) return;
  sourcesShown_ = answer_.sources;
  while (QLayoutItem* item = sources_->layout()->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const QString& source : std::as_const(sourcesShown_)) {
    const QUrl url(source, QUrl::StrictMode);
    if (!MarkdownView::isSafeLink(url)) {
      auto* label = new PlainLabel(tr("Source: %1").arg(source), TextRole::meta, ColorRole::muted);
      label->setContentsMargins(kRingRoom, 2, 0, 2);
      sources_->layout()->addWidget(&label->wrapped());
      label->show();
      continue;
    }
    const QString shown = url.host() + (url.path().size() > 1 ? url.path() : QString());
    auto* link = new LinkButton(buttonText(tr("Source: %1").arg(shown)));
    link->setCompact(true);
    link->setToolTip(plainToolTip(MarkdownView::shownTarget(url)));
    link->setAccessibleName(tr("Source: %1").arg(source));
    connect(link, &Button::clicked, this, [this, url] { access_.navigator.openLink(url); });
    sources_->layout()->addWidget(link);
    link->show();
  }
  sources_->setVisible(!sourcesShown_.isEmpty());
}

void AnswerCard::goOn(const QString& recordId) {
  text_->goOn(recordId);
  comments_->goOn(recordId);
}

void AnswerCard::flush() {
  text_->flush();
  comments_->flush();
}

}  // namespace vb::client::ui

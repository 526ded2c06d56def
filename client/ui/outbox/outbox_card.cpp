#include "client/ui/outbox/outbox_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/outbox/conflict_view.h"
#include "client/ui/outbox/long_text.h"
#include "client/ui/outbox/own_post.h"
#include "client/ui/outbox/tuning.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

GuardedKind guardedKind(const store::OutboxRow& row) {
  const auto& kind = row.recordKind;
  if (kind == QLatin1String("answer") || kind == QLatin1String("topic") || kind == QLatin1String("post"))
    return GuardedKind::answer;
  return row.recordKind == QLatin1String("comment") ? GuardedKind::comment : GuardedKind::question;
}

}  // namespace

OutboxCard::OutboxCard(const Access& access, QWidget* parent)
    : Card(Kind::plain, parent),
      access_(access),
      kind_(new PlainLabel({}, TextRole::metaStrong, ColorRole::muted)),
      when_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      state_(new Chip),
      title_(new PlainLabel({}, TextRole::rowStrong)),
      text_(new LongText),
      reason_(new PlainLabel({}, TextRole::row, ColorRole::bad)),
      conflict_(new ConflictView),
      actions_(new LinkRow) {
  auto* column = new QVBoxLayout(this);
  column_ = column;
  column->setContentsMargins(px(16), px(14), px(16), px(12));
  column->setSpacing(6);
  auto* head = new QHBoxLayout;
  head->setSpacing(10);
  head->addWidget(kind_);
  head->addWidget(when_);
  head->addStretch(1);
  head->addWidget(state_);
  column->addLayout(head);
  column->addWidget(&title_->wrapped());
  column->addWidget(text_);
  column->addWidget(&reason_->wrapped());
  column->addWidget(conflict_);
  column->addWidget(actions_);
  connect(conflict_, &ConflictView::chosen, this, [this](bool mine) { access_.desk.resolveConflict(row_.id, mine); });
}

void OutboxCard::setRow(const store::OutboxRow& row) {
  row_ = row;
  kind_->setText(commandName(row.kind));
  when_->setText(shortAge(row.createdAt, QDateTime::currentDateTime()));
  showSendState(state_, row.state);
  title_->setText(row.title);
  title_->setVisible(!row.title.isEmpty());
  const bool conflict = row.state == store::SendState::conflict;
  text_->setText(row.text, row.title);
  text_->setVisible(!row.text.isEmpty() && !conflict && composer_ == nullptr);
  reason_->setText(row.withheld                             ? tr("This is not sent: you discarded it.")
                   : conflict                               ? wordsOf(row).what
                   : row.state == store::SendState::refused ? refusalReason(row.errorCode, row.errorDetail)
                                                            : QString());
  reason_->setVisible(!reason_->text().isEmpty());
  if (conflict) conflict_->setRow(row);
  conflict_->setVisible(conflict && composer_ == nullptr);
  setAccessibleName(QStringList{kind_->text(), row.title, stateName(row.state)}.join(QStringLiteral(", ")));
  showActions();
}

void OutboxCard::showActions() {
  const bool refused = row_.state == store::SendState::refused;
  const bool underWay = row_.state == store::SendState::sending || row_.state == store::SendState::received;
  const QString& about = row_.title;
  actions_->set(QStringLiteral("retry"), tr("Try again"), tr("Send again: %1").arg(about),
                [this] { access_.desk.retry(row_.id); });
  actions_->setShown(QStringLiteral("retry"), refused && !row_.withheld);
  actions_->set(QStringLiteral("edit"), tr("Change"), tr("Change: %1").arg(about), [this] { edit(); });
  const bool hasText = !row_.text.isEmpty() || row_.editsTitle;
  // The parts of a case are changed where they are read.
  const bool isCase = row_.recordKind == QLatin1String("case");
  actions_->setShown(QStringLiteral("edit"), !underWay && hasText && !isCase && !row_.newestDeleted && !row_.withheld);
  actions_->set(QStringLiteral("copy"), tr("Copy text"), tr("Copy the text of: %1").arg(about), [this] {
    QGuiApplication::clipboard()->setText(row_.text.isEmpty() ? row_.title : row_.text);
    access_.navigator.showToast({tr("The text is on the clipboard."), {}, {}, {}});
  });
  actions_->setShown(QStringLiteral("copy"), hasText);
  actions_->set(QStringLiteral("release"), tr("Send after all"), tr("Send after all: %1").arg(about),
                [this] { access_.desk.withhold(row_.id, false); });
  actions_->setShown(QStringLiteral("release"), row_.withheld);
  actions_->set(QStringLiteral("discard"), tr("Discard"), tr("Discard: %1").arg(about),
                [this] { Q_EMIT discardRequested(row_.id); });
  actions_->setShown(QStringLiteral("discard"), !underWay);
  actions_->set(QStringLiteral("details"), tr("Copy details"), tr("Copy the details of what went wrong"), [this] {
    QGuiApplication::clipboard()->setText(
        QStringLiteral("%1 %2 %3 %4")
            .arg(QString::fromStdString(row_.id.text()), row_.kind, row_.errorCode, row_.errorDetail));
  });
  actions_->setShown(QStringLiteral("details"), refused);
  actions_->setVisible(composer_ == nullptr);
}

void OutboxCard::edit(bool focus) {
  if (composer_ != nullptr) return;
  ComposerOptions options;
  options.kind = guardedKind(row_);
  options.name = tr("Change your text");
  options.sendText = tr("Send");
  const bool inChannel = row_.kind == QLatin1String(StartTopic::kKind) ||
                         row_.kind == QLatin1String(WriteLesson::kKind) ||
                         row_.kind == QLatin1String(EditInChannel::kKind);
  options.withTitle = row_.kind == QLatin1String(AskQuestion::kKind) || row_.editsTitle ||
                      (inChannel && row_.kind != QLatin1String(EditInChannel::kKind));
  if (inChannel) options.titleName = tr("The subject in one line");
  options.mayBeEmpty = options.withTitle && !inChannel;
  options.cancellable = true;
  options.linesMin = 3;
  composer_ = new Composer(access_.desk, access_.reader, options);
  store::Draft draft;
  draft.key = outboxDraftKey(row_.id);
  draft.title = row_.title;
  draft.body = row_.text;
  draft.targetTitle = row_.title;
  draft.question = row_.question;
  draft.sources = {row_.recordKind, row_.recordId};
  composer_->open(draft);
  column_->insertWidget(column_->indexOf(actions_), composer_);
  connect(composer_, &Composer::cancelled, this, &OutboxCard::cancelEdit);
  connect(composer_, &Composer::submitted, this, &OutboxCard::submit);
  setRow(store::OutboxRow(row_));
  if (focus) composer_->focusText();
}

void OutboxCard::closeEditor() {
  composer_->letGo();
  std::exchange(composer_, nullptr)->deleteLater();
  if (gone_) return void(Q_EMIT finished());
  setRow(store::OutboxRow(row_));
  if (QWidget* change = actions_->button(QStringLiteral("edit"))) change->setFocus();
}

// The draft stays until the time to undo is over.
void OutboxCard::cancelEdit() {
  if (composer_->isWorthless()) {
    composer_->finish();
    return closeEditor();
  }
  composer_->flush();
  const QString key = composer_->draftKey();
  const bool stays = !gone_;
  closeEditor();
  QPointer<OutboxCard> card(this);
  auto* drafts = &DraftsInHand::of(access_.desk);
  const quint64 uses = drafts->uses(key);
  access_.navigator.showToast({tr("What you changed is discarded."), tr("Undo"),
                               [card, stays, navigator = &access_.navigator] {
                                 if (card != nullptr && stays) return card->edit();
                                 navigator->go(Destination::drafts);
                               },
                               [drafts, key, uses] { drafts->discard(key, uses); }, kDiscardUndoMilliseconds});
}

// The core removes the draft together with queuing the text.
void OutboxCard::submit(const Composition& composition) {
  if (gone_) return sendAsChange(composition);
  composer_->handedOver();
  access_.desk.rewrite(row_.id, composition.title, composition.body, composition.notBsn);
  closeEditor();
}

void OutboxCard::sendAsChange(const Composition& composition) {
  const auto post = findOwnPost(access_.reader, row_.question, row_.recordKind, row_.recordId);
  if (!post) {
    access_.navigator.showToast({tr("The post is not here (yet). Your text stays under Drafts."), {}, {}, {}});
    return;
  }
  EditPost edit;
  edit.recordKind = post->kind.toStdString();
  edit.recordId = post->id.toStdString();
  edit.baseSeq = post->seq;
  if (post->kind == QLatin1String("question")) edit.title = composition.title.toStdString();
  edit.body = composition.body.toStdString();
  edit.notBsn = composition.notBsn;
  composer_->finish();
  access_.desk.edit(edit);
  closeEditor();
}

void OutboxCard::rowGone() {
  gone_ = true;
  state_->set(tr("sent"), ChipKind::ok);
  reason_->setText(
      tr("It was sent meanwhile, as it was. What you change here goes after it as a change of what is there."));
  setColorRole(reason_, ColorRole::muted);
  reason_->show();
}

bool OutboxCard::focusFirst() {
  for (auto* button : findChildren<Button*>()) {
    if (!button->isEnabled() || !button->isVisible()) continue;
    button->setFocus(Qt::OtherFocusReason);
    return true;
  }
  return false;
}

void OutboxCard::flush() {
  if (composer_ != nullptr) composer_->flush();
}

}  // namespace vb::client::ui

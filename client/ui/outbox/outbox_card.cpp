#include "client/ui/outbox/outbox_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/outbox/conflict_view.h"
#include "client/ui/outbox/tuning.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

QString shortened(const QString& text) {
  return text.size() <= kPreviewChars ? text : text.left(kPreviewChars).trimmed() + QStringLiteral("…");
}

}  // namespace

OutboxCard::OutboxCard(const Access& access, QWidget* parent)
    : Card(Kind::plain, parent),
      access_(access),
      kind_(new PlainLabel({}, TextRole::metaStrong, ColorRole::muted)),
      when_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      state_(new Chip),
      title_(new PlainLabel({}, TextRole::rowStrong)),
      text_(new PlainLabel({}, TextRole::row)),
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
  for (PlainLabel* label : {title_, text_, reason_}) column->addWidget(&label->wrapped());
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
  text_->setText(shortened(row.text));
  text_->setVisible(!row.text.isEmpty() && !conflict && composer_ == nullptr);
  const bool told = conflict || row.state == store::SendState::refused;
  reason_->setText(told
                       ? refusalReason(row.errorCode.isEmpty() && conflict ? QStringLiteral("conflict") : row.errorCode,
                                       row.errorDetail)
                       : QString());
  reason_->setVisible(told);
  conflict_->setTexts(row.text, row.newestText);
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
  actions_->setShown(QStringLiteral("retry"), refused);
  actions_->set(QStringLiteral("edit"), tr("Change"), tr("Change: %1").arg(about), [this] { edit(); });
  actions_->setShown(QStringLiteral("edit"), !underWay && !row_.text.isEmpty());
  actions_->set(QStringLiteral("copy"), tr("Copy text"), tr("Copy the text of: %1").arg(about), [this] {
    QGuiApplication::clipboard()->setText(row_.text);
    access_.navigator.showToast({tr("The text is on the clipboard."), {}, {}, {}});
  });
  actions_->setShown(QStringLiteral("copy"), !row_.text.isEmpty());
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

void OutboxCard::edit() {
  if (composer_ != nullptr) return;
  ComposerOptions options;
  options.kind = row_.kind == QLatin1String(PostAnswer::kKind)    ? GuardedKind::answer
                 : row_.kind == QLatin1String(PostComment::kKind) ? GuardedKind::comment
                                                                  : GuardedKind::question;
  options.name = tr("Change your text");
  options.sendText = tr("Send");
  options.withTitle = row_.kind == QLatin1String(AskQuestion::kKind);
  options.mayBeEmpty = options.withTitle;
  options.cancellable = true;
  options.linesMin = 3;
  composer_ = new Composer(access_.desk, access_.reader, options);
  store::Draft draft;
  draft.key = QStringLiteral("outbox/") + QString::fromStdString(row_.id.text());
  draft.title = row_.title;
  draft.body = row_.text;
  draft.targetTitle = row_.title;
  composer_->open(draft);
  column_->insertWidget(column_->indexOf(actions_), composer_);
  const auto close = [this] {
    composer_->finish();
    std::exchange(composer_, nullptr)->deleteLater();
    setRow(store::OutboxRow(row_));
  };
  connect(composer_, &Composer::cancelled, this, close);
  connect(composer_, &Composer::submitted, this, [this, close](const Composition& composition) {
    access_.desk.rewrite(row_.id, composition.title, composition.body, composition.notBsn);
    close();
  });
  setRow(store::OutboxRow(row_));
  composer_->focusText();
}

void OutboxCard::flush() {
  if (composer_ != nullptr) composer_->flush();
}

}  // namespace vb::client::ui

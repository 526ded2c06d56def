#include "client/ui/outbox/drafts_screen.h"

#include <QPointer>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/outbox/tuning.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

bool isQuestion(const QString& key) { return key == QLatin1String("ask") || key.startsWith(QLatin1String("ask/")); }

QString kindName(const QString& key) {
  if (isQuestion(key)) return DraftsScreen::tr("Question");
  if (key.startsWith(QLatin1String("answer/"))) return DraftsScreen::tr("Answer");
  if (key.startsWith(QLatin1String("comment/"))) return DraftsScreen::tr("Comment");
  return DraftsScreen::tr("Change");
}

}  // namespace

DraftCard::DraftCard(const store::Draft& draft, QWidget* parent)
    : Card(Kind::plain, parent),
      kind_(new PlainLabel({}, TextRole::metaStrong, ColorRole::muted)),
      when_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      title_(new PlainLabel({}, TextRole::rowStrong)),
      text_(new PlainLabel({}, TextRole::row)),
      actions_(new LinkRow) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(16), px(14), px(16), px(12));
  column->setSpacing(6);
  auto* head = new QHBoxLayout;
  head->setSpacing(10);
  head->addWidget(kind_);
  head->addStretch(1);
  head->addWidget(when_);
  column->addLayout(head);
  column->addWidget(&title_->wrapped());
  column->addWidget(&text_->wrapped());
  column->addWidget(actions_);
  setDraft(draft);
}

void DraftCard::setDraft(const store::Draft& draft) {
  draft_ = draft;
  kind_->setText(kindName(draft.key));
  when_->setText(tr("saved %1").arg(clockTime(draft.savedAt, QDateTime::currentDateTime())));
  const QString about = isQuestion(draft.key) ? draft.title : draft.targetTitle;
  title_->setText(about.trimmed().isEmpty() ? tr("Without a title") : about);
  text_->setText(draft.body.left(kPreviewChars));
  text_->setVisible(!draft.body.trimmed().isEmpty());
  setAccessibleName(tr("Draft, %1: %2").arg(kind_->text(), title_->text()));
  actions_->set(QStringLiteral("open"), tr("Go on writing"), tr("Go on writing: %1").arg(title_->text()),
                [this] { Q_EMIT openRequested(draft_.key); });
  actions_->set(QStringLiteral("discard"), tr("Discard"), tr("Discard: %1").arg(title_->text()),
                [this] { Q_EMIT discardRequested(draft_.key); });
}

void DraftCard::focusFirst() { actions_->button(QStringLiteral("open"))->setFocus(); }

DraftsScreen::DraftsScreen(const Access& access, QWidget* parent)
    : CardListScreen(tr("Drafts"), tr("What you have not sent yet. It is only on this computer."), parent),
      access_(access) {
  empty()->set(QStringLiteral("draft"), tr("No drafts"),
               tr("What you write is kept by itself. When you leave it half done you find it back here."));
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.drafts) renew();
  });
  renew();
}

void DraftsScreen::renew() {
  QVector<DraftCard*> next;
  const auto drafts = access_.reader.drafts();
  int place = 0;
  for (const auto& draft : drafts) {
    if (discarded_.contains(draft.key)) continue;
    DraftCard* card = nullptr;
    for (auto* existing : std::as_const(shown_))
      if (existing->draft().key == draft.key) card = existing;
    if (card == nullptr) {
      card = new DraftCard(draft);
      cards()->insertWidget(place, card);
      connect(card, &DraftCard::openRequested, this, &DraftsScreen::open);
      connect(card, &DraftCard::discardRequested, this, &DraftsScreen::discard);
    } else {
      card->setDraft(draft);
    }
    card->show();
    next.append(card);
    ++place;
  }
  for (auto* card : std::as_const(shown_))
    if (!next.contains(card)) card->deleteLater();
  shown_ = next;
  setEmpty(shown_.isEmpty());
}

void DraftsScreen::open(const QString& key) {
  const auto draft = access_.reader.draft(key);
  if (!draft) return;
  Visit visit;
  visit.draftKey = key;
  if (isQuestion(key)) {
    visit.destination = Destination::ask;
  } else if (key.startsWith(QLatin1String("outbox/"))) {
    visit.destination = Destination::outbox;
  } else {
    visit.destination = Destination::questions;
    visit.question = draft->question;
    visit.highlightId = key.section(QLatin1Char('/'), 1);
  }
  access_.navigator.visit(visit);
}

void DraftsScreen::discard(const QString& key) {
  discarded_.insert(key);
  renew();
  QPointer<DraftsScreen> screen(this);
  Desk* desk = &access_.desk;
  access_.navigator.showToast({tr("The draft is discarded."), tr("Undo"),
                               [screen, key] {
                                 if (screen == nullptr) return;
                                 screen->discarded_.remove(key);
                                 screen->renew();
                               },
                               [screen, desk, key] {
                                 desk->removeDraft(key);
                                 if (screen != nullptr) screen->discarded_.remove(key);
                               },
                               kDiscardUndoMilliseconds});
}

void DraftsScreen::activate() {
  renew();
  if (!shown_.isEmpty()) shown_.first()->focusFirst();
}

}  // namespace vb::client::ui

#include "client/ui/outbox/drafts_screen.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/drafts/draft_keeper.h"
#include "client/ui/outbox/long_text.h"
#include "client/ui/outbox/own_post.h"
#include "client/ui/outbox/tuning.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

bool isQuestion(const QString& key) { return key == QLatin1String("ask") || key.startsWith(QLatin1String("ask/")); }

QString kindName(const QString& key) {
  if (isQuestion(key)) return DraftsScreen::tr("Question");
  if (key.startsWith(QLatin1String("answer/"))) return DraftsScreen::tr("Answer");
  if (key.startsWith(QLatin1String("comment/"))) return DraftsScreen::tr("Comment");
  if (key.startsWith(QLatin1String("topic/"))) return DraftsScreen::tr("Discussion");
  if (key.startsWith(QLatin1String("case/"))) return DraftsScreen::tr("Case");
  if (key.startsWith(QLatin1String("post/"))) return DraftsScreen::tr("Post");
  if (key.startsWith(QLatin1String("lesson/"))) return DraftsScreen::tr("Lesson");
  if (key == QLatin1String("profile")) return DraftsScreen::tr("Profile");
  return DraftsScreen::tr("Change");
}

}  // namespace

DraftCard::DraftCard(QWidget* parent)
    : Card(Kind::plain, parent),
      kind_(new PlainLabel({}, TextRole::metaStrong, ColorRole::muted)),
      when_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      title_(new PlainLabel({}, TextRole::rowStrong)),
      text_(new LongText),
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
  column->addWidget(text_);
  column->addWidget(actions_);
}

void DraftCard::setDraft(const store::Draft& draft, const QString& opensAs) {
  draft_ = draft;
  kind_->setText(kindName(draft.key));
  when_->setText(tr("saved %1").arg(clockTime(draft.savedAt, QDateTime::currentDateTime())));
  const QString about = isQuestion(draft.key) ? draft.title : draft.targetTitle;
  title_->setText(about.trimmed().isEmpty() ? tr("Without a title") : about);
  text_->setText(draft.body, title_->text());
  text_->setVisible(!draft.body.trimmed().isEmpty());
  setAccessibleName(tr("Draft, %1: %2").arg(kind_->text(), title_->text()));
  actions_->set(QStringLiteral("open"), opensAs, QStringLiteral("%1: %2").arg(opensAs, title_->text()),
                [this] { Q_EMIT openRequested(draft_.key); });
  actions_->setShown(QStringLiteral("open"), !opensAs.isEmpty());
  actions_->set(QStringLiteral("copy"), tr("Copy text"), tr("Copy the text of: %1").arg(title_->text()),
                [this] { Q_EMIT copyRequested(draft_.key); });
  actions_->set(QStringLiteral("discard"), tr("Discard"), tr("Discard: %1").arg(title_->text()),
                [this] { Q_EMIT discardRequested(draft_.key); });
}

void DraftCard::focusFirst() {
  Button* open = actions_->button(QStringLiteral("open"));
  (open->isHidden() ? actions_->button(QStringLiteral("copy")) : open)->setFocus();
}

DraftsScreen::DraftsScreen(const Access& access, QWidget* parent)
    : CardListScreen(tr("Drafts"), tr("What you have not sent yet. It is only on this computer."), parent),
      access_(access) {
  empty()->set(QStringLiteral("draft"), tr("No drafts"),
               tr("What you write is kept by itself. When you leave it half done you find it back here."));
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    // A change of something unsent leads elsewhere when that was sent.
    if (changes.drafts || changes.outbox) renew();
  });
  renew();
}

void DraftsScreen::renew() {
  QVector<DraftCard*> next;
  auto& inHand = DraftsInHand::of(access_.desk);
  // Opened or written to since: it stays.
  discarded_.removeIf([&](QHash<QString, quint64>::iterator one) { return one.value() != inHand.uses(one.key()); });
  const auto drafts = access_.reader.drafts();
  int place = 0;
  for (const auto& stored : drafts) {
    const auto newest = inHand.newest(stored.key, stored);
    if (!newest || discarded_.contains(stored.key)) continue;
    const store::Draft& draft = *newest;
    DraftCard* card = nullptr;
    for (auto* existing : std::as_const(shown_))
      if (existing->draft().key == draft.key) card = existing;
    if (card == nullptr) {
      card = new DraftCard;
      cards()->insertWidget(place, card);
      connect(card, &DraftCard::openRequested, this, &DraftsScreen::open);
      connect(card, &DraftCard::copyRequested, this, &DraftsScreen::copy);
      connect(card, &DraftCard::discardRequested, this, &DraftsScreen::discard);
    }
    card->setDraft(draft, opensAs(draft));
    card->show();
    next.append(card);
    ++place;
  }
  for (auto* card : std::as_const(shown_))
    if (!next.contains(card)) card->deleteLater();
  shown_ = next;
  setEmpty(shown_.isEmpty());
}

QString DraftsScreen::opensAs(const store::Draft& draft) const {
  if (!isOutboxDraft(draft.key) || hasRow(access_.reader, draft.key)) return tr("Go on writing");
  // What it changed was sent meanwhile.
  return findOwnPost(access_.reader, draft) ? tr("Go on as a change of what was sent") : QString();
}

void DraftsScreen::open(const QString& key) {
  const auto draft = DraftsInHand::of(access_.desk).find(access_.reader, key);
  if (!draft) return;
  Visit visit;
  visit.draftKey = key;
  if (isQuestion(key)) {
    visit.destination = Destination::ask;
  } else if (key == QLatin1String("profile")) {
    visit.destination = Destination::settings;
  } else if (isOutboxDraft(key)) {
    if (!hasRow(access_.reader, key)) return openAsChange(*draft);
    visit.destination = Destination::outbox;
  } else {
    visit.destination = Destination::questions;
    visit.question = draft->question;
    visit.highlightId = key.section(QLatin1Char('/'), 1);
  }
  access_.navigator.visit(visit);
}

void DraftsScreen::openAsChange(const store::Draft& draft) {
  const auto post = findOwnPost(access_.reader, draft);
  if (!post) return;
  store::Draft change = draft;
  change.key = QStringLiteral("edit/") + post->id;
  if (post->kind != QLatin1String("question")) change.title.clear();
  change.baseSeq = post->seq;
  change.question = post->question;
  change.targetTitle = post->title;
  change.sources = post->sources;
  change.savedAt = systemNow();
  auto& drafts = DraftsInHand::of(access_.desk);
  const bool isFree = !drafts.isOpen(change.key) && !drafts.find(access_.reader, change.key);
  if (isFree) {
    drafts.save(change);
    drafts.remove(draft.key);
  }
  Visit visit;
  visit.destination = Destination::questions;
  visit.question = post->question;
  visit.draftKey = change.key;
  visit.highlightId = post->id;
  access_.navigator.visit(visit);
  if (!isFree)
    access_.navigator.showToast({tr("You are changing this already. The other text stays under Drafts."), {}, {}, {}});
}

void DraftsScreen::copy(const QString& key) {
  const auto draft = DraftsInHand::of(access_.desk).find(access_.reader, key);
  if (!draft) return;
  const bool both = isQuestion(key) && !draft->title.isEmpty() && !draft->body.isEmpty();
  QGuiApplication::clipboard()->setText(both                    ? draft->title + QStringLiteral("\n\n") + draft->body
                                        : draft->body.isEmpty() ? draft->title
                                                                : draft->body);
  access_.navigator.showToast({tr("The text is on the clipboard."), {}, {}, {}});
}

void DraftsScreen::discard(const QString& key) {
  auto* drafts = &DraftsInHand::of(access_.desk);
  const quint64 uses = drafts->uses(key);
  discarded_.insert(key, uses);
  renew();
  QPointer<DraftsScreen> screen(this);
  access_.navigator.showToast({tr("The draft is discarded."), tr("Undo"),
                               [screen, key] {
                                 if (screen == nullptr) return;
                                 screen->discarded_.remove(key);
                                 screen->renew();
                               },
                               [screen, drafts, key, uses] {
                                 drafts->discard(key, uses);
                                 if (screen == nullptr) return;
                                 screen->discarded_.remove(key);
                                 screen->renew();
                               },
                               kDiscardUndoMilliseconds});
}

void DraftsScreen::activate() {
  renew();
  if (!shown_.isEmpty()) shown_.first()->focusFirst();
}

}  // namespace vb::client::ui

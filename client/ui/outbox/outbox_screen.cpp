#include "client/ui/outbox/outbox_screen.h"

#include <algorithm>

#include <QPointer>
#include <QVBoxLayout>

#include "client/ui/drafts/drafts_in_hand.h"
#include "client/ui/outbox/outbox_card.h"
#include "client/ui/outbox/own_post.h"
#include "client/ui/outbox/tuning.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {

OutboxScreen::OutboxScreen(const Access& access, QWidget* parent)
    : CardListScreen(tr("To be sent"),
                     tr("This is not on the server yet. It is safe on this computer and goes by itself when there is a "
                        "connection."),
                     parent),
      access_(access) {
  empty()->set(QStringLiteral("check"), tr("Everything is sent"),
               tr("What you write while there is no connection waits here until it can be sent."));
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.outbox) renew();
  });
  connect(&access_.desk, &Desk::linkChanged, this, &OutboxScreen::renew);
  connect(&access_.desk, &Desk::writeRefused, this, [this](const QString& code, const QString& detail) {
    if (!isAlreadySending(code, detail)) return;
    // Which of them is not told; the others are discarded still.
    discarded_.removeIf([this](CommandId id) { return !isDiscarded(id); });
    renew();
  });
  renew();
}

void OutboxScreen::renew() {
  QVector<OutboxCard*> next;
  const QVector<OutboxCard*> before = shown_;
  const auto at = focusedCard();
  const auto rows = access_.reader.outbox();
  // Hidden until the core has removed it.
  discarded_.removeIf([&](CommandId id) {
    return std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
  });
  for (const auto& row : rows) {
    if (discarded_.contains(row.id)) continue;
    OutboxCard* card = nullptr;
    for (auto* existing : std::as_const(shown_))
      if (existing->row().id == row.id) card = existing;
    if (card == nullptr) card = add(row);
    card->setRow(row);
    card->show();
    next.append(card);
  }
  for (auto* card : std::as_const(shown_)) {
    if (next.contains(card)) continue;
    if (card->isEditing() && !discarded_.contains(card->row().id)) {
      card->rowGone();
      next.append(card);
    } else {
      card->deleteLater();
    }
  }
  shown_ = next;
  setEmpty(shown_.isEmpty());
  if (at >= 0) keepFocus(before, at);
}

// Of the row in which the keyboard is; -1: elsewhere.
qsizetype OutboxScreen::focusedCard() const {
  const QWidget* focused = window()->focusWidget();
  const auto holds = [focused](const OutboxCard* card) { return focused != nullptr && card->isAncestorOf(focused); };
  const auto card = std::find_if(shown_.begin(), shown_.end(), holds);
  return card == shown_.end() ? -1 : card - shown_.begin();
}

// The row, or the button in it, may have gone: to the next one, else the last one, else what says that nothing is left.
void OutboxScreen::keepFocus(const QVector<OutboxCard*>& before, qsizetype at) {
  const QWidget* focused = window()->focusWidget();
  if (focused != nullptr && shown_.contains(before[at]) && before[at]->isAncestorOf(focused)) return;
  for (qsizetype i = at; i < before.size(); ++i)
    if (shown_.contains(before[i]) && before[i]->focusFirst()) return;
  for (auto card = shown_.rbegin(); card != shown_.rend(); ++card)
    if ((*card)->focusFirst()) return;
  QWidget* left = shown_.isEmpty() ? static_cast<QWidget*>(empty()) : this;
  left->setFocus(Qt::OtherFocusReason);
}

OutboxCard* OutboxScreen::add(const store::OutboxRow& row) {
  auto* card = new OutboxCard(access_);
  cards()->addWidget(card);
  connect(card, &OutboxCard::discardRequested, this, &OutboxScreen::discard);
  // Queued: the card is in the middle of it.
  connect(card, &OutboxCard::finished, this, &OutboxScreen::renew, Qt::QueuedConnection);
  card->setRow(row);
  // Half a change of the last time.
  if (DraftsInHand::of(access_.desk).find(access_.reader, outboxDraftKey(row.id))) card->edit(false);
  return card;
}

// Still to be discarded. What left before it could be kept back is not.
bool OutboxScreen::isDiscarded(CommandId id) const {
  const auto rows = access_.reader.outbox();
  return discarded_.contains(id) && std::none_of(rows.begin(), rows.end(), [&](const auto& row) {
           return row.id == id && (row.state == store::SendState::sending || row.state == store::SendState::received);
         });
}

// Not sent from now on; really gone when the time to undo is over.
void OutboxScreen::discard(CommandId id) {
  discarded_.insert(id);
  access_.desk.withhold(id, true);
  renew();
  QPointer<OutboxScreen> screen(this);
  Desk* desk = &access_.desk;
  const auto over = [screen, id] {
    if (screen == nullptr) return;
    screen->discarded_.remove(id);
    screen->renew();
  };
  const auto pending = [screen, id] { return screen == nullptr || screen->isDiscarded(id); };
  access_.navigator.showToast({tr("Discarded."), tr("Undo"),
                               [desk, id, over, pending] {
                                 if (pending()) desk->withhold(id, false);
                                 over();
                               },
                               [desk, id, pending] {
                                 if (pending()) desk->discard(id);
                               },
                               kDiscardUndoMilliseconds});
}

void OutboxScreen::enter(const Visit& visit) {
  activate();
  for (auto* card : std::as_const(shown_))
    if (outboxDraftKey(card->row().id) == visit.draftKey) card->edit();
}

void OutboxScreen::activate() { renew(); }

void OutboxScreen::deactivate() {
  for (auto* card : std::as_const(shown_)) card->flush();
}

}  // namespace vb::client::ui

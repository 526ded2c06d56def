#include "client/ui/outbox/outbox_screen.h"

#include <QPointer>
#include <QVBoxLayout>

#include "client/ui/outbox/outbox_card.h"
#include "client/ui/outbox/tuning.h"

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
  renew();
}

void OutboxScreen::renew() {
  QVector<OutboxCard*> next;
  const auto rows = access_.reader.outbox();
  for (const auto& row : rows) {
    if (discarded_.contains(row.id)) continue;
    OutboxCard* card = nullptr;
    for (auto* existing : std::as_const(shown_))
      if (existing->row().id == row.id) card = existing;
    if (card == nullptr) {
      card = new OutboxCard(access_);
      cards()->addWidget(card);
      connect(card, &OutboxCard::discardRequested, this, &OutboxScreen::discard);
    }
    card->setRow(row);
    card->show();
    next.append(card);
  }
  for (auto* card : std::as_const(shown_))
    if (!next.contains(card)) card->deleteLater();
  shown_ = next;
  setEmpty(shown_.isEmpty());
}

void OutboxScreen::discard(CommandId id) {
  discarded_.insert(id);
  renew();
  QPointer<OutboxScreen> screen(this);
  Desk* desk = &access_.desk;
  access_.navigator.showToast({tr("Discarded."), tr("Undo"),
                               [screen, id] {
                                 if (screen == nullptr) return;
                                 screen->discarded_.remove(id);
                                 screen->renew();
                               },
                               [desk, id] { desk->discard(id); }, kDiscardUndoMilliseconds});
}

void OutboxScreen::activate() { renew(); }

void OutboxScreen::deactivate() {
  for (auto* card : std::as_const(shown_)) card->flush();
}

}  // namespace vb::client::ui

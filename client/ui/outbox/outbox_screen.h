// OutboxScreen ("Nog te verzenden"): what is not on the server yet, oldest first. Nothing leaves this list without
// having been sent or discarded by its author. Owned by the shell; GUI thread.
#pragma once

#include <QSet>

#include "client/ui/outbox/card_list_screen.h"

namespace vb::client::ui {

class OutboxCard;

class OutboxScreen : public CardListScreen {
  Q_OBJECT

 public:
  explicit OutboxScreen(const Access& access, QWidget* parent = nullptr);
  // A draft key: opens the editor of its row.
  void enter(const Visit& visit) override;
  void activate() override;
  void deactivate() override;

 private:
  void renew();
  OutboxCard* add(const store::OutboxRow& row);
  void discard(CommandId id);
  bool isDiscarded(CommandId id) const;
  qsizetype focusedCard() const;
  void keepFocus(const QVector<OutboxCard*>& before, qsizetype at);

  Access access_;
  QVector<OutboxCard*> shown_;
  QSet<CommandId> discarded_;  // a moment ago: withheld by the core, can still be undone
};

}  // namespace vb::client::ui

// OutboxCard: one thing that is still to be sent: what it is, its state, why it was not sent, and what one can do.
// A conflict shows both texts side by side. Updated in place. GUI thread.
#pragma once

#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/reader/access.h"
#include "client/ui/reader/link_row.h"

class QBoxLayout;

namespace vb::client::ui {

class Composer;
class ConflictView;

class OutboxCard : public Card {
  Q_OBJECT

 public:
  explicit OutboxCard(const Access& access, QWidget* parent = nullptr);
  void setRow(const store::OutboxRow& row);
  const store::OutboxRow& row() const { return row_; }
  void flush();

 Q_SIGNALS:
  void discardRequested(vb::CommandId id);

 private:
  void showActions();
  void edit();

  Access access_;
  store::OutboxRow row_;
  PlainLabel* kind_;
  PlainLabel* when_;
  Chip* state_;
  PlainLabel* title_;
  PlainLabel* text_;
  PlainLabel* reason_;
  ConflictView* conflict_;
  LinkRow* actions_;
  QBoxLayout* column_;
  Composer* composer_ = nullptr;
};

}  // namespace vb::client::ui

// OutboxCard: one thing that is still to be sent: what it is, its state, why it was not sent, and what one can do.
// A conflict shows both texts side by side. When its row is sent while somebody changes the text here, the card stays
// and the change goes on as a change of the post. Updated in place. GUI thread.
#pragma once

#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/reader/access.h"
#include "client/ui/reader/link_row.h"

class QBoxLayout;

namespace vb::client::ui {

class Composer;
struct Composition;
class ConflictView;
class LongText;

class OutboxCard : public Card {
  Q_OBJECT

 public:
  explicit OutboxCard(const Access& access, QWidget* parent = nullptr);
  void setRow(const store::OutboxRow& row);
  const store::OutboxRow& row() const { return row_; }
  void flush();
  // On the first button that can be pressed; false when there is none.
  bool focusFirst();
  // Opens the editor; what was typed before comes back.
  void edit(bool focus = true);
  bool isEditing() const { return composer_ != nullptr; }
  // The row is no longer in the outbox while its text is being changed here.
  void rowGone();

 Q_SIGNALS:
  void discardRequested(vb::CommandId id);
  void finished();  // nothing keeps a card without a row any more

 private:
  void showActions();
  void closeEditor();
  void cancelEdit();
  void submit(const Composition& composition);
  void sendAsChange(const Composition& composition);

  Access access_;
  store::OutboxRow row_;
  PlainLabel* kind_;
  PlainLabel* when_;
  Chip* state_;
  PlainLabel* title_;
  LongText* text_;
  PlainLabel* reason_;
  ConflictView* conflict_;
  LinkRow* actions_;
  QBoxLayout* column_;
  Composer* composer_ = nullptr;
  bool gone_ = false;
};

}  // namespace vb::client::ui

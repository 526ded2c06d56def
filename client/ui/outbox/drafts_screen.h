// DraftsScreen ("Concepten"): what was being written and not sent, newest first; opens where it was written. Owned by
// the shell; GUI thread.
#pragma once

#include <QSet>

#include "client/ui/controls/card.h"
#include "client/ui/outbox/card_list_screen.h"
#include "client/ui/reader/link_row.h"

namespace vb::client::ui {

class DraftCard : public Card {
  Q_OBJECT

 public:
  explicit DraftCard(const store::Draft& draft, QWidget* parent = nullptr);
  void setDraft(const store::Draft& draft);
  const store::Draft& draft() const { return draft_; }
  void focusFirst();

 Q_SIGNALS:
  void openRequested(const QString& key);
  void discardRequested(const QString& key);

 private:
  store::Draft draft_;
  PlainLabel* kind_;
  PlainLabel* when_;
  PlainLabel* title_;
  PlainLabel* text_;
  LinkRow* actions_;
};

class DraftsScreen : public CardListScreen {
  Q_OBJECT

 public:
  explicit DraftsScreen(const Access& access, QWidget* parent = nullptr);
  void activate() override;

 private:
  void renew();
  void open(const QString& key);
  void discard(const QString& key);

  Access access_;
  QVector<DraftCard*> shown_;
  QSet<QString> discarded_;
};

}  // namespace vb::client::ui

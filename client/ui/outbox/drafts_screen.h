// DraftsScreen ("Concepten"): what was being written and not sent, newest first; opens where it was written. Owned by
// the shell; GUI thread.
#pragma once

#include <QHash>

#include "client/ui/controls/card.h"
#include "client/ui/outbox/card_list_screen.h"
#include "client/ui/reader/link_row.h"

namespace vb::client::ui {

class LongText;

class DraftCard : public Card {
  Q_OBJECT

 public:
  explicit DraftCard(QWidget* parent = nullptr);
  // `opensAs` is what going on with it is called; empty when it leads nowhere any more and can be copied only.
  void setDraft(const store::Draft& draft, const QString& opensAs);
  const store::Draft& draft() const { return draft_; }
  void focusFirst();

 Q_SIGNALS:
  void openRequested(const QString& key);
  void copyRequested(const QString& key);
  void discardRequested(const QString& key);

 private:
  store::Draft draft_;
  PlainLabel* kind_;
  PlainLabel* when_;
  PlainLabel* title_;
  LongText* text_;
  LinkRow* actions_;
};

class DraftsScreen : public CardListScreen {
  Q_OBJECT

 public:
  explicit DraftsScreen(const Access& access, QWidget* parent = nullptr);
  void activate() override;

 private:
  void renew();
  QString opensAs(const store::Draft& draft) const;
  void open(const QString& key);
  void openAsChange(const store::Draft& draft);
  void copy(const QString& key);
  void discard(const QString& key);

  Access access_;
  QVector<DraftCard*> shown_;
  QHash<QString, quint64> discarded_;  // a moment ago, can still be undone; how often each was used then
};

}  // namespace vb::client::ui

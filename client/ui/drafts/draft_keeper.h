// DraftKeeper: stores what is being typed in one form within a second, and at once when the form closes. Knows no
// widget: the form tells it the newest text. Owned by the form; GUI thread. Nothing typed is ever lost, except what
// belonged to a user whose data was erased.
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include <QObject>
#include <QTimer>

#include "client/ui/drafts/drafts_in_hand.h"

namespace vb::client::ui {

class DraftKeeper : public QObject {
  Q_OBJECT

 public:
  // `now` gives UTC milliseconds; for "Draft saved at 10:41".
  DraftKeeper(Desk& desk, std::function<qint64()> now, QObject* parent = nullptr);
  ~DraftKeeper() override;  // what was not stored yet is stored

  // The newest text; an empty one removes the draft.
  void update(const store::Draft& draft);
  // Stores now what waits.
  void flush();
  // Given up: what waits is dropped, and the stored draft too.
  void finish(const QString& key);
  // Handed to the core, which removes the stored draft together with queuing the text, or keeps it when it refuses.
  void handedOver(const QString& key);
  bool isWaiting() const { return pending_.has_value(); }

  static bool isEmpty(const store::Draft& draft);

 Q_SIGNALS:
  void draftSaved(qint64 at);  // 0: removed, because there is nothing left

 private:
  void drop();

  DraftsInHand& drafts_;
  std::function<qint64()> now_;
  QTimer timer_;
  std::optional<store::Draft> pending_;
};

// UTC milliseconds of the system's clock.
qint64 systemNow();

}  // namespace vb::client::ui

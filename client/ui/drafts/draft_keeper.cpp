#include "client/ui/drafts/draft_keeper.h"

#include <QDateTime>

#include "client/ui/drafts/tuning.h"

namespace vb::client::ui {

DraftKeeper::DraftKeeper(Desk& desk, std::function<qint64()> now, QObject* parent)
    : QObject(parent), drafts_(DraftsInHand::of(desk)), now_(std::move(now)) {
  timer_.setSingleShot(true);
  timer_.setInterval(kDraftDelay);
  connect(&timer_, &QTimer::timeout, this, &DraftKeeper::flush);
  connect(&desk, &Desk::signedOut, this, [this, &desk] {
    if (desk.userId().isNil()) drop();
  });
}

DraftKeeper::~DraftKeeper() { flush(); }

bool DraftKeeper::isEmpty(const store::Draft& draft) {
  return draft.title.trimmed().isEmpty() && draft.body.trimmed().isEmpty();
}

void DraftKeeper::update(const store::Draft& draft) {
  if (pending_ && pending_->key != draft.key) flush();
  pending_ = draft;
  // Not restarted by each key: somebody who types on without a pause is saved within the second too.
  if (!timer_.isActive()) timer_.start();
}

void DraftKeeper::flush() {
  timer_.stop();
  if (!pending_) return;
  store::Draft draft = *std::exchange(pending_, std::nullopt);
  if (isEmpty(draft)) {
    drafts_.remove(draft.key);
    Q_EMIT draftSaved(0);
    return;
  }
  draft.savedAt = now_();
  drafts_.save(draft);
  Q_EMIT draftSaved(draft.savedAt);
}

void DraftKeeper::drop() {
  timer_.stop();
  pending_.reset();
}

void DraftKeeper::handedOver(const QString& key) {
  drop();
  drafts_.handedOver(key);
}

void DraftKeeper::finish(const QString& key) {
  drop();
  drafts_.remove(key);
}

qint64 systemNow() { return QDateTime::currentMSecsSinceEpoch(); }

}  // namespace vb::client::ui

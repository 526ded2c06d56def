#include "client/ui/drafts/drafts_in_hand.h"

#include <QDateTime>

namespace vb::client::ui {
namespace {

bool isSameText(const store::Draft& one, const store::Draft& other) {
  return one.title == other.title && one.body == other.body && one.sources == other.sources &&
         one.categories == other.categories;
}

}  // namespace

DraftsInHand::DraftsInHand(Desk& desk) : QObject(&desk), desk_(desk) {
  connect(&desk_, &Desk::signedOut, this, [this] {
    if (desk_.userId().isNil()) given_.clear();
  });
  connect(&desk_, &Desk::writeRefused, this,
          [this] { given_.removeIf([](QHash<QString, Given>::iterator one) { return one.value().sent; }); });
}

DraftsInHand& DraftsInHand::of(Desk& desk) {
  auto* made = desk.findChild<DraftsInHand*>(QString(), Qt::FindDirectChildrenOnly);
  return made != nullptr ? *made : *new DraftsInHand(desk);
}

std::optional<store::Draft> DraftsInHand::find(store::Reader& reader, const QString& key) {
  return newest(key, reader.draft(key));
}

std::optional<store::Draft> DraftsInHand::newest(const QString& key, const std::optional<store::Draft>& stored) {
  const auto given = given_.constFind(key);
  if (given == given_.constEnd()) return stored;
  const bool arrived = given->draft ? stored && isSameText(*stored, *given->draft) : !stored;
  const bool isNewer = stored && stored->savedAt > given->at;
  if (!arrived && !isNewer) return given->draft;
  given_.erase(given);
  return stored;
}

void DraftsInHand::save(const store::Draft& draft) {
  given_[draft.key] = {draft, draft.savedAt};
  used(draft.key);
  desk_.saveDraft(draft);
}

void DraftsInHand::remove(const QString& key) {
  given_[key] = {std::nullopt, QDateTime::currentMSecsSinceEpoch()};
  desk_.removeDraft(key);
}

void DraftsInHand::discard(const QString& key, quint64 usesThen) {
  if (uses(key) != usesThen) return;
  remove(key);
  Q_EMIT discarded(key);
}

void DraftsInHand::handedOver(const QString& key) {
  given_[key] = {std::nullopt, QDateTime::currentMSecsSinceEpoch(), true};
}

bool DraftsInHand::takeBack(store::Reader& reader, const store::Draft& dropped) {
  if (isOpen(dropped.key) || find(reader, dropped.key)) return false;
  save(dropped);
  return true;
}

void DraftsInHand::opened(const QString& key) {
  ++open_[key];
  used(key);
}

void DraftsInHand::closed(const QString& key) {
  if (--open_[key] <= 0) open_.remove(key);
}

}  // namespace vb::client::ui

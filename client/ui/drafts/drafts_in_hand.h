// DraftsInHand: what was given to the core to store and cannot be read back yet, because its thread has not come to it
// or the disk is full. Every form opens and stores its draft through here, so that it begins with the newest text. Also
// knows which drafts are open in a form. One for each Desk, which owns it; GUI thread.
#pragma once

#include <optional>

#include <QHash>

#include "client/models/desk.h"

namespace vb::client::ui {

class DraftsInHand : public QObject {
  Q_OBJECT

 public:
  static DraftsInHand& of(Desk& desk);

  // The newest text under this key; nothing when there is none or it was removed.
  std::optional<store::Draft> find(store::Reader& reader, const QString& key);
  // The same, of what the reader gave already.
  std::optional<store::Draft> newest(const QString& key, const std::optional<store::Draft>& stored);
  void save(const store::Draft& draft);
  void remove(const QString& key);
  // Its text is with the core, which removes the draft together with queuing it, or keeps it when it refuses.
  void handedOver(const QString& key);
  // Saves again what was thrown away, unless somebody wrote under its key since; says whether.
  bool takeBack(store::Reader& reader, const store::Draft& dropped);

  // A form has it, or has it no longer; as many forms as say so.
  void opened(const QString& key);
  void closed(const QString& key);
  bool isOpen(const QString& key) const { return open_.value(key) > 0; }
  // Grows each time the draft is opened, saved or comes on screen again.
  quint64 uses(const QString& key) const { return uses_.value(key); }
  void used(const QString& key) { ++uses_[key]; }
  // Removes it when the time to take that back is over, unless it was used since.
  void discard(const QString& key, quint64 usesThen);

 Q_SIGNALS:
  // A form that still has it forgets it.
  void discarded(const QString& key);

 private:
  explicit DraftsInHand(Desk& desk);

  struct Given {
    std::optional<store::Draft> draft;  // nothing: removed
    qint64 at = 0;                      // UTC ms
    bool sent = false;                  // comes back when it is refused
  };
  Desk& desk_;
  QHash<QString, Given> given_;
  QHash<QString, int> open_;
  QHash<QString, quint64> uses_;
};

}  // namespace vb::client::ui

// OutboxTable: the rows of the outbox, in own.db; part of Cache, engine thread. It knows no rules: which state follows
// which is decided in client/core/outbox. Rows keep their position through every change of state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/domain/scope.h"

namespace vb::client::store {

// Stored as these numbers.
enum class OutboxState {
  queued = 0,     // not sent on this connection
  inFlight = 1,   // sent, not answered
  confirmed = 2,  // applied by the server; kept until a backup holds it (C8)
  refused = 3,    // the server said no; text kept
  conflict = 4,   // an edit of something that changed meanwhile; both texts kept
};

struct Effect {
  std::string scope;
  Seq seq = 0;
  bool operator==(const Effect&) const = default;
};

struct OutboxEntry {
  std::int64_t position = 0;  // order of sending; given by add()
  CommandId id;
  std::string kind;
  std::string bodyJson;
  QString title;  // what it is about, for the list
  qint64 createdAt = 0;
  OutboxState state = OutboxState::queued;
  int attempts = 0;       // times sent
  bool withheld = false;  // about to be discarded: not sent meanwhile
  // confirmed
  std::string epoch;
  std::int64_t commit = 0;
  std::vector<Effect> effects;
  // refused, conflict
  std::string errorCode;
  std::string errorDetail;
  std::string newestJson;  // conflict: {kind, id, seq, body}
};

class OutboxTable {
 public:
  virtual ~OutboxTable() = default;
  // Appends; the entry's position is ignored. idReused when the id is there already.
  virtual Result<void> add(const OutboxEntry& entry) = 0;
  virtual std::optional<OutboxEntry> find(CommandId id) = 0;
  // By position; all states.
  virtual std::vector<OutboxEntry> all() = 0;
  virtual std::vector<OutboxEntry> inState(OutboxState state) = 0;
  // Replaces the row of `id` (which may differ from entry.id), position kept. notFound when it is gone.
  virtual Result<void> replace(CommandId id, const OutboxEntry& entry) = 0;
  virtual Result<void> remove(CommandId id) = 0;
};

}  // namespace vb::client::store

// What the sync engine tells its owner. Plain values; the owner's functions are called on the engine's thread, never
// from within a call of the sync engine that changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "client/core/store/reader.h"
#include "shared/base/error.h"

namespace vb::client::sync {

enum class Phase {
  stopped,  // not asked to be online, or the token was refused
  offline,  // waits for the next attempt; `reason` says why
  connecting,
  syncing,  // something is still coming in or going out
  live,     // everything is here and sent
};

struct SyncStatus {
  Phase phase = Phase::stopped;
  ErrorCode reason =
      ErrorCode::unknown;   // while offline: network, captivePortal, untrustedPeer, forbidden (another server), ...
  std::string detail;       // English, for "copy details"
  bool readOnly = false;    // the server cannot store now
  bool clockWrong = false;  // this clock and the server's differ (F24)
  bool diskFull = false;    // this computer could not store what came in; tried again by itself
  int percent = -1;         // of the history, while it comes down
  bool operator==(const SyncStatus&) const = default;
};

class SyncEvents {
 public:
  virtual ~SyncEvents() = default;
  virtual void statusChanged(const SyncStatus& status) = 0;
  // The server does not take the token any more: nothing is lost, sign in again.
  virtual void tokenRejected() = 0;
  // Nothing when the server could not be asked.
  virtual void reachAnswered(std::int64_t re, std::optional<store::Reader::KnownReach> reach) = 0;
  // Something the cache needs is broken (ioFailed "corrupt", ...): the owner decides about repair.
  virtual void storeFailed(const Error& error) = 0;
};

}  // namespace vb::client::sync

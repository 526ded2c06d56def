// Planted bugs: each is a defect that the convergence tests must find, compiled into test builds only and off until
// switched on. They prove that the tests look; a release build has none of this.
#pragma once

namespace vb {

enum class PlantedBug {
  none,
  seqBeforeCommit,   // server: sequence numbers are handed out outside the writing transaction; a failed write leaves
                     // its successor's number visible early (readers are told a head that is not committed)
  noEpochCheck,      // server: a cursor of another epoch is accepted
  noHighWaterCheck,  // server: starts on a restored database as if nothing happened
  cachedMembership,  // server: the token is checked once per connection, not per request
  ackBeforeCommit,   // server: acknowledges before the group is committed
  commandAppliedTwice,       // server: forgets which commands were applied
  staleEditAccepted,         // server: base_seq is not compared
  tombstoneDropped,          // server: deltas leave tombstones out
  userScopeLeak,             // server: another user's scope may be read
  refsForgotten,             // server: deleting a question leaves its references
  cursorOutsideTransaction,  // client: the cursor is stored before the records, in a transaction of its own
  pushTrustedAsComplete,     // client: a push moves the cursor although something is missing in between
  olderOverwritesNewer,      // client: a record is applied whatever its seq
  tombstoneForgotten,     // client: a deleted record is removed without keeping its seq, so a late page brings it back
  outboxClearedOnSend,    // client: an outbox row goes when it was sent, not when it was acknowledged
  newIdOnRetry,           // client: a retry gets a fresh command id
  rebuildInPlace,         // client: resync empties the scope first
  confirmedNotReoffered,  // client: acknowledged commands are not offered again on a new epoch
};

#ifdef VRAAGBAAK_PLANTED_BUGS
inline PlantedBug& plantedBugSwitch() {
  static PlantedBug on = PlantedBug::none;
  return on;
}
inline bool planted(PlantedBug bug) { return plantedBugSwitch() == bug; }
#else
constexpr bool planted(PlantedBug) { return false; }
#endif

}  // namespace vb

// OutboxSender: hands the outbox to the session, a window at a time, in order; and carries the answers back. What
// refers to something of one's own that is not confirmed yet waits for that confirmation. Owned by SyncEngine.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/core/outbox/outbox.h"
#include "shared/session/client_session.h"

namespace vb::client::sync {

class OutboxSender {
 public:
  OutboxSender(outbox::Outbox& outbox, store::Cache& cache) : outbox_(outbox), cache_(cache) {}

  // Looks at the outbox again: at the start of a connection, after something was queued or rewritten.
  void reload();
  // The next commands for the session, which holds them from now on.
  std::vector<session::OutgoingCommand> next();
  // The session holds this many that it has not sent: the others are noted as sent, on disk, before they leave.
  Result<void> noteSent(std::size_t waiting);
  // `retryAfter` when the refusal passes by itself.
  struct Answered {
    outbox::Answer answer = outbox::Answer::unknownId;
    bool readOnly = false;
  };
  Result<Answered> answered(const protocol::Ack& ack, const std::string& epoch);
  // The connection is gone: what was in flight waits again under its own id (F13).
  Result<void> connectionLost(const Clock& clock, RandomSource& random);
  // Handed out, not sent: may still be taken back from the session, and then forgotten here.
  std::vector<CommandId> unsent() const {
    return {handedOut_.begin() + static_cast<std::ptrdiff_t>(sent_), handedOut_.end()};
  }
  void forget(CommandId id);
  std::vector<CommandId> handedOut() const { return {handedOut_.begin(), handedOut_.end()}; }
  // Of what may go; what is withheld is in nobody's way.
  bool isEmpty() const;

 private:
  struct Waiting {
    outbox::Sendable command;
    std::set<std::string> makes;     // ids of what it creates or changes
    std::set<std::string> refersTo;  // ids of posts it is about
    bool needsBase = false;          // follows an own change that was not answered when it was typed
  };
  Waiting read(outbox::Sendable command) const;
  bool isHeld(const Waiting& waiting, const std::set<std::string>& unanswered) const;
  enum class Base {
    given,    // base_seq is filled in
    missing,  // the own change before it is not here yet
    gone,     // there is nothing to change any more: the row is refused
  };
  Base giveBase(Waiting& waiting);

  outbox::Outbox& outbox_;
  store::Cache& cache_;
  std::deque<Waiting> line_;
  std::deque<CommandId> handedOut_;                    // in order; the first sent_ are sent
  std::map<CommandId, std::set<std::string>> madeBy_;  // by what is handed out
  std::size_t sent_ = 0;
};

}  // namespace vb::client::sync

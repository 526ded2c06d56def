// ClientSession: the client's side of one sync connection, without I/O. Events in, actions out; the owner carries
// the actions out in order, on one thread. It decides what to ask and in which order: the user's own scope first
// (revocations live there), then the directory, then the rest; deltas before history; commands once the user's scope
// is up to date. It never trusts a push to be complete: a push whose `prev` is not the cursor leads to a pull.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/domain/scope.h"
#include "shared/protocol/messages.h"

namespace vb::session {

// What a client holds of a scope: every living record with low <= seq <= high, under (epoch, grant).
struct Cursor {
  std::string epoch;  // empty: nothing held yet
  std::int64_t grant = 0;
  Seq low = 0;  // 1 = down to the bottom
  Seq high = 0;
  bool operator==(const Cursor&) const = default;
  bool isNew() const { return epoch.empty(); }
  bool hasBottom() const { return !epoch.empty() && low <= 1; }
};

// A scope that the client wants to hold.
struct ScopeWish {
  Scope scope;
  Cursor cursor;        // as stored
  bool live = true;     // pushes wanted; otherwise it is pulled at connect and when asked (refresh)
  bool history = true;  // go down to the bottom; otherwise stop after the first page back (horizon)
};

struct OutgoingCommand {
  CommandId id;
  std::string kind;
  std::string bodyJson;
};

// ---- actions ---------------------------------------------------------------------------------------------

struct SendFrame {
  std::string text;
};
// The connection is greeted. When welcome.epoch is not the stored one, offer confirmed commands again (C8).
struct Greeted {
  protocol::Welcome welcome;
};
// Apply in one transaction: records (each iff newer), then the cursor (C1, C2).
struct ApplyRecords {
  Scope scope;
  std::vector<Record> records;
  Cursor cursor;
  bool isPush = false;
};
// The stored cursor is refused. Collect what follows beside the old records; nothing visible changes (C3).
struct BeginRebuild {
  Scope scope;
  std::string epoch;
  std::int64_t grant = 0;
};
struct StageRecords {
  Scope scope;
  std::vector<Record> records;
};
// Sweep and swap in one transaction: what was staged replaces the scope; the cursor with it.
struct FinishRebuild {
  Scope scope;
  Cursor cursor;
};
struct CommandAnswered {
  protocol::Ack ack;
};
// Deltas are all here (history may still be coming down).
struct ScopeCurrent {
  Scope scope;
};
struct ScopeRefused {
  Scope scope;
  std::string code;
};  // not_found: no longer readable
struct ReachAnswered {
  protocol::ReachReply reply;
};
struct RequestFailed {
  protocol::Failed failed;
};
struct BackupKnown {
  std::string epoch;
  std::int64_t commit = 0;
};
// Every wished scope is current, wished history is here, every offered command is answered.
struct Settled {};
// Close the connection; come back after `retryAfter` plus jitter.
struct Disconnect {
  ErrorCode code;
  std::string detail;
  Milliseconds retryAfter{0};
};

using ClientAction =
    std::variant<SendFrame, Greeted, ApplyRecords, BeginRebuild, StageRecords, FinishRebuild, CommandAnswered,
                 ScopeCurrent, ScopeRefused, ReachAnswered, RequestFailed, BackupKnown, Settled, Disconnect>;
using ClientActions = std::vector<ClientAction>;

struct ClientIdentity {
  std::string client;    // "vraagbaak/0.1.0"
  std::string serverId;  // the bound server; empty when new. Another one answering is a Disconnect (C7)
  UserId userId;         // the bound user; nil when new
};

class ClientSession {
 public:
  explicit ClientSession(ClientIdentity identity);

  // The transport is open. Says hello; nothing else goes out before the welcome.
  ClientActions connected();
  // A text frame came in. Sends come first in the answer, so that the next page travels while this one is stored.
  ClientActions received(std::string_view frame);
  // The transport is gone; unanswered commands become unsent, prefetched pages are forgotten.
  void disconnected();

  // The whole set of wishes, with the cursors as stored now (every action given out so far must have been carried
  // out); scopes that left it are unsubscribed. The user's own scope goes first, then the order given.
  ClientActions wish(std::vector<ScopeWish> wishes);
  // Pull this scope now (a scope that is not live, or an early look).
  ClientActions refresh(const Scope& scope);
  // Access to it may have been given since it was refused: then it is asked for anew.
  ClientActions askAgain(const Scope& scope);
  // Append to the queue of commands; order is kept, ids already known are ignored.
  ClientActions offer(std::vector<OutgoingCommand> commands);
  // Takes back a command that was not sent yet. False when it is in flight or unknown.
  bool withdraw(CommandId id);
  ClientActions askReach(std::int64_t re, std::vector<CategoryId> categories);
  // The owner could not store the last page of this scope (disk full): go on from this cursor at the next refresh.
  void stalled(const Scope& scope, const Cursor& stored);

  bool greeted() const { return greeted_; }
  bool isCurrent(const Scope& scope) const;
  // Every wished scope is here and every offered command is answered.
  bool settled() const;
  std::size_t commandsInFlight() const { return inFlight_.size(); }
  std::size_t commandsWaiting() const { return waiting_.size(); }

 private:
  struct ScopeState {
    ScopeWish wish;
    Cursor cursor;            // as it is once the actions given out so far are carried out
    Cursor rebuild;           // while rebuilding: what is staged
    Seq rebuildFloor = 0;     // the server's floor when it began: tombstones below were never seen, nor needed
    Seq pullAfter = -1;       // the Pull under way, -1: none
    Seq backBefore = -1;      // the PullBack under way, -1: none
    Seq told = 0;             // a push or Subscribed told that the log reaches this far
    bool subscribed = false;  // on this connection
    bool rebuilding = false;
    bool current = false;  // on this connection
    bool stalled = false;  // the owner could not store; waits for refresh
    bool refused = false;  // not readable; waits for a new wish or connection
  };

  void handle(protocol::Welcome message, ClientActions& out);
  void handle(protocol::Subscribed message, ClientActions& out);
  void handle(protocol::Page message, ClientActions& out);
  void handle(protocol::PageBack message, ClientActions& out);
  void handle(protocol::Resync message, ClientActions& out);
  void handle(protocol::Change message, ClientActions& out);
  void handle(protocol::Ack message, ClientActions& out);
  void handle(protocol::ReachReply message, ClientActions& out);
  void handle(protocol::Failed message, ClientActions& out);
  void handle(protocol::BackedUp message, ClientActions& out);
  void handle(protocol::Bye message, ClientActions& out);
  void handle(protocol::Unknown message, ClientActions& out);

  ScopeState* find(std::string_view scope);
  // Sends what the state allows: subscriptions, pulls (bounded in number), commands; says Settled.
  void advance(ClientActions& out);
  void requestScope(ScopeState& state, ClientActions& out);
  void sendCommands(ClientActions& out);
  void send(const protocol::ClientMessage& message, ClientActions& out);
  void becomeCurrent(ScopeState& state, ClientActions& out);
  void rebuildPage(ScopeState& state, protocol::Page page, ClientActions& out);
  void forgetConnection();
  bool ownScopeCurrent() const;
  int requestsUnderWay() const;

  ClientIdentity identity_;
  bool open_ = false;
  bool greeted_ = false;
  bool settledSaid_ = false;
  std::size_t inFlightMax_ = 0;
  std::vector<ScopeState> scopes_;  // in the order of asking
  std::deque<OutgoingCommand> waiting_;
  std::deque<OutgoingCommand> inFlight_;
};

}  // namespace vb::session

// One struct per message of the sync protocol `vraagbaak.v1` (PROTOCOL.md beside this file). A text frame holds
// one or more messages, one JSON object a line; `type` names the struct in snake_case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe.hpp>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/domain/fields.h"
#include "shared/domain/records.h"
#include "shared/domain/scope.h"

namespace vb::protocol {

inline constexpr char kSubprotocol[] = "vraagbaak.v1";
inline constexpr int kVersion = 1;

// ---- client to server ------------------------------------------------------------------------------------

// First message on a connection; the bearer token came with the HTTP upgrade.
struct Hello {
  static constexpr char kType[] = "hello";
  int version = kVersion;
  std::string client;    // name and version, for the log
  std::string serverId;  // the server this cache belongs to; empty when new
};
BOOST_DESCRIBE_STRUCT(Hello, (), (version, client, serverId))

// Ask for live pushes of a scope from now on. Answered by Subscribed, or by Failed (not_found).
struct Subscribe {
  static constexpr char kType[] = "subscribe";
  std::string scope;
};
BOOST_DESCRIBE_STRUCT(Subscribe, (), (scope))

struct Unsubscribe {
  static constexpr char kType[] = "unsubscribe";
  std::string scope;
};
BOOST_DESCRIBE_STRUCT(Unsubscribe, (), (scope))

// What is after my cursor? Answered by Page, Resync or Failed. One at a time per scope.
struct Pull {
  static constexpr char kType[] = "pull";
  std::string scope;
  std::string epoch;  // under which `after` was reached; empty with after 0: start afresh, ascending
  std::int64_t grant = 0;
  Seq after = 0;
  std::int64_t recordsMax = 0;  // 0 = the server's choice
  Seq floor = 0;                // while building anew: the floor of the Resync that began it; 0 otherwise
};
BOOST_DESCRIBE_STRUCT(Pull, (), (scope, epoch, grant, after, recordsMax, floor))

// First sync, from the head down. Answered by PageBack, Resync or Failed. One at a time per scope.
struct PullBack {
  static constexpr char kType[] = "pull_back";
  std::string scope;
  std::string epoch;  // empty with before 0: begin at the head
  std::int64_t grant = 0;
  Seq before = 0;  // records with seq < before; 0 = from the head
  std::int64_t recordsMax = 0;
};
BOOST_DESCRIBE_STRUCT(PullBack, (), (scope, epoch, grant, before, recordsMax))

// A write. Applied at most once per id. Answered by Ack.
struct Command {
  static constexpr char kType[] = "command";
  CommandId id;
  std::string kind;
  json::object body;
};
BOOST_DESCRIBE_STRUCT(Command, (), (id, kind, body))

// Whom would a question in these categories reach? Answered by ReachReply with the same `re`.
struct ReachQuery {
  static constexpr char kType[] = "reach";
  std::int64_t re = 0;
  std::vector<CategoryId> categoryIds;
};
BOOST_DESCRIBE_STRUCT(ReachQuery, (), (re, categoryIds))

using ClientMessage = std::variant<Hello, Subscribe, Unsubscribe, Pull, PullBack, Command, ReachQuery>;

// ---- server to client ------------------------------------------------------------------------------------

struct Welcome {
  static constexpr char kType[] = "welcome";
  int version = kVersion;
  std::string serverId;
  std::string epoch;
  UserId userId;
  Timestamp now{};                  // the server's clock, to notice a wrong one; orders nothing
  std::int64_t backedUpCommit = 0;  // a verified backup holds every commit up to this number of this epoch
  std::int64_t commandsInFlightMax = 0;
  std::int64_t frameBytesMax = 0;  // for frames the client sends
  bool readOnly = false;           // commands are refused for now (read_only)
};
BOOST_DESCRIBE_STRUCT(Welcome, (),
                      (version, serverId, epoch, userId, now, backedUpCommit, commandsInFlightMax, frameBytesMax,
                       readOnly))

// Pushes of this scope come from here on; `head` tells what a Pull would reach.
struct Subscribed {
  static constexpr char kType[] = "subscribed";
  std::string scope;
  std::string epoch;
  std::int64_t grant = 0;
  Seq head = 0;
};
BOOST_DESCRIBE_STRUCT(Subscribed, (), (scope, epoch, grant, head))

// Every record whose newest version has a seq in (after, to], tombstones included, ascending.
struct Page {
  static constexpr char kType[] = "page";
  std::string scope;
  std::string epoch;
  std::int64_t grant = 0;
  Seq after = 0;
  Seq to = 0;
  Seq head = 0;
  bool more = false;  // to < head: pull again
  std::vector<Record> records;
};

// Every living record whose newest version has a seq in [from, before), descending. from 1 = the bottom.
struct PageBack {
  static constexpr char kType[] = "page_back";
  std::string scope;
  std::string epoch;
  std::int64_t grant = 0;
  Seq before = 0;  // as asked; 0 when it began at the head
  Seq from = 0;
  Seq head = 0;  // in the same transaction; the first page's head is where deltas start
  std::vector<Record> records;
};

// The cursor is not valid here: build the scope anew beside the old one, then sweep and swap.
struct Resync {
  static constexpr char kType[] = "resync";
  std::string scope;
  std::string epoch;
  std::int64_t grant = 0;
  Seq floor = 0;
  Seq head = 0;
  std::string reason;  // epoch, grant, floor or ahead; for the log
};
BOOST_DESCRIBE_STRUCT(Resync, (), (scope, epoch, grant, floor, head, reason))

// Live push: what one commit wrote into one scope. Complete for (prev, to] and only for that; a client whose
// cursor is not prev pulls. Identical bytes for every receiver.
struct Change {
  static constexpr char kType[] = "change";
  std::string scope;
  std::string epoch;
  Seq prev = 0;
  Seq to = 0;
  std::vector<Record> records;
};

struct ScopeSeq {
  std::string scope;
  Seq seq = 0;
  bool operator==(const ScopeSeq&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScopeSeq, (), (scope, seq))

enum class AckStatus {
  unknown,   // of a newer server: treat as refused
  applied,   // the effect is on the server's disk
  refused,   // no effect; `code` says why; sending it again gets the same answer
  conflict,  // no effect: base_seq was stale; `newest` is the record as it is now
};
BOOST_DESCRIBE_ENUM(AckStatus, unknown, applied, refused, conflict)

struct Ack {
  static constexpr char kType[] = "ack";
  CommandId id;
  AckStatus status = AckStatus::unknown;
  std::string code;                          // error name when not applied
  std::string detail;                        // for developers, e.g. the field's name
  std::vector<ScopeSeq> effects;             // the last seq written in each scope
  std::int64_t commit = 0;                   // number of the commit that holds effect and answer
  std::optional<std::int64_t> routedTo;      // ask_question
  std::optional<json::object> newest;        // conflict: {kind, id, seq, body}
  std::optional<Milliseconds> retryAfterMs;  // refusals that pass by themselves (read_only, too_many_requests,
                                             // unavailable): not remembered, send again
};
BOOST_DESCRIBE_STRUCT(Ack, (), (id, status, code, detail, effects, commit, routedTo, newest, retryAfterMs))

struct ReachReply {
  static constexpr char kType[] = "reach_reply";
  std::int64_t re = 0;
  std::int64_t total = 0;         // distinct users, the asker not counted
  std::vector<RoleCount> byRole;  // groups of at least 5, largest first
  std::int64_t other = 0;         // everybody in no shown group
};
BOOST_DESCRIBE_STRUCT(ReachReply, (), (re, total, byRole, other))

// A request that has no answer of its own kind went wrong.
struct Failed {
  static constexpr char kType[] = "failed";
  std::string request;  // type of the message that failed
  std::string scope;    // when it named one
  std::int64_t re = 0;  // when it carried one
  std::string code;
  std::string detail;
  std::optional<Milliseconds> retryAfterMs;
};
BOOST_DESCRIBE_STRUCT(Failed, (), (request, scope, re, code, detail, retryAfterMs))

// A verified backup now holds every commit up to `commit`.
struct BackedUp {
  static constexpr char kType[] = "backed_up";
  std::string epoch;
  std::int64_t commit = 0;
};
BOOST_DESCRIBE_STRUCT(BackedUp, (), (epoch, commit))

// The server is about to close; come back after the delay (jitter is added by the client).
struct Bye {
  static constexpr char kType[] = "bye";
  std::string code;  // unavailable, unauthorized, lagging
  Milliseconds retryAfterMs{0};
};
BOOST_DESCRIBE_STRUCT(Bye, (), (code, retryAfterMs))

// A type this side does not know: ignored.
struct Unknown {
  static constexpr char kType[] = "";
  std::string type;
};
BOOST_DESCRIBE_STRUCT(Unknown, (), (type))

using ServerMessage =
    std::variant<Welcome, Subscribed, Page, PageBack, Resync, Change, Ack, ReachReply, Failed, BackedUp, Bye, Unknown>;

}  // namespace vb::protocol

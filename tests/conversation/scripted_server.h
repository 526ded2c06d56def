// ScriptedServer: a peer that keeps scopes and commands as PROTOCOL.md says, in memory, and that can be told to
// misbehave: lose pushes or acks, double and delay frames, forget its epoch, prune, go silent, stop storing. It is the
// other end of the ScriptedLine, which is the Transport of the client under test. One thread, virtual time; frames
// travel 1 ms.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/core/net/transport.h"
#include "shared/domain/commands.h"
#include "shared/protocol/codec.h"
#include "tests/conversation/virtual_time.h"

namespace vb::test {

class ScriptedServer;

// The client's end: hands everything to the server, and its frames back, from the event loop only.
class ScriptedLine final : public client::net::Transport {
 public:
  ScriptedLine(VirtualTime& time, ScriptedServer& server) : time_(time), server_(server) {}

  void open(const client::net::Endpoint& endpoint, client::net::TransportEvents& events) override;
  void send(std::string text) override;
  void ping() override;
  void close() override;

  void deliver(std::string text, Milliseconds delay = Milliseconds(1));
  // The connection breaks.
  void cut();
  bool isOpen() const { return isOpen_; }

  int opens = 0;
  int pings = 0;
  bool silent = false;               // half-open: nothing gets through, nobody is told (F15)
  std::optional<ErrorCode> refusal;  // the next opens fail so
  std::vector<std::string> sent;     // every frame that left the client

 private:
  void later(Milliseconds delay, std::function<void()> run);
  VirtualTime& time_;
  ScriptedServer& server_;
  client::net::TransportEvents* events_ = nullptr;
  bool isOpen_ = false;
  int connection_ = 0;
};

class ScriptedServer {
 public:
  struct Log {
    Seq head = 0;
    Seq floor = 0;
    std::map<std::pair<std::string, std::string>, Record> records;
  };
  struct Applied {
    std::string payload;
    protocol::Ack ack;
  };

  explicit ScriptedServer(VirtualTime& clock) : line(clock, *this), time_(clock) {}

  // ---- what stands in it ---------------------------------------------------------------------------------
  std::string serverId = "0193aa00-0000-7000-8000-000000000001";
  std::string epoch = "0193aa00-0000-7000-8000-0000000000e1";
  UserId user = UserId::named("anna");
  std::map<std::string, Log> scopes;
  std::map<CommandId, Applied> applied;
  std::int64_t commit = 0;
  std::int64_t backedUpCommit = 0;

  // Writes and pushes to whoever is subscribed.
  Seq write(const Scope& scope, const std::string& kind, const std::string& id, const json::object& body);
  Seq erase(const Scope& scope, const std::string& kind, const std::string& id);
  void addCategory(CategoryId id, const std::string& name);
  QuestionId addQuestion(CategoryId home, const std::string& title, UserId author = UserId::named("bert"));
  void tick(CategoryId id);
  // What a backup holds, and what `restore` makes of it: that state under another epoch.
  struct Backup {
    std::map<std::string, Log> scopes;
    std::map<CommandId, Applied> applied;
    std::int64_t commit = 0;
  };
  Backup backup() const { return {scopes, applied, commit}; }
  void restore(const Backup& backup, std::string newEpoch);

  // ---- how it misbehaves ---------------------------------------------------------------------------------
  std::size_t pageRecords = 3;
  bool losesPushes = false;
  int losesAcks = 0;          // so many next acks: applied, and the line is cut
  bool doubles = false;       // every frame comes twice
  bool disorders = false;     // frames overtake each other
  bool holdsHistory = false;  // pages back are kept until release()
  bool readOnly = false;
  std::map<std::string, std::string> refuses;  // command kind -> error code
  std::set<CommandId> tooMany;                 // the next of these are told to come back later
  std::set<std::string> hides;                 // scopes that may not be read
  std::string welcomeInstead;                  // these bytes in place of a welcome

  // ---- what it saw ---------------------------------------------------------------------------------------
  std::vector<std::string> seen;  // "hello", "subscribe user", "pull_back category", "command ask_question", ...
  std::vector<protocol::Command> commands;  // as they came, doubles included
  std::size_t count(const std::string& what) const;

  void release();
  void received(const std::string& frame);
  void connected();
  void bye(const std::string& code, Milliseconds retryAfter);

  ScriptedLine line;

 private:
  void handle(const protocol::Hello& message);
  void handle(const protocol::Subscribe& message);
  void handle(const protocol::Unsubscribe& message);
  void handle(const protocol::Pull& message);
  void handle(const protocol::PullBack& message);
  void handle(const protocol::Command& message);
  void handle(const protocol::ReachQuery& message);
  protocol::Ack execute(const protocol::Command& message);
  void put(const Scope& scope, Record record);
  void reply(const protocol::ServerMessage& message);

  VirtualTime& time_;
  std::set<std::string> subscribed_;
  std::vector<protocol::ServerMessage> held_;
};

}  // namespace vb::test

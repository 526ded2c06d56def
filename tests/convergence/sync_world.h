// SyncWorld: N real clients and the real server in one process and one thread, on virtual time, with faults chosen by
// seed. After it settles, the oracle says what is wrong: empty when every client equals what it may see, every command
// was applied once, refused visibly or still waits, no acknowledged command is lost, and nothing left the server that
// its receiver may not read. The same seed gives the same trace.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "tests/convergence/wire.h"
#include "tests/convergence/world_client.h"
#include "tests/convergence/world_server.h"

namespace vb::test {

struct WorldPlan {
  std::uint64_t seed = 1;
  int clients = 5;
  int operations = 120;       // of all clients together
  bool wireFaults = true;     // cuts, lost, doubled and late pushes
  bool serverCrashes = true;  // before and after a commit
  bool clientCrashes = true;
  bool restores = true;        // a backup is put back: by the command, or behind the server's back
  bool pruning = true;         // tombstones go while somebody is away
  bool diskFull = true;        // of a client, for a while
  bool clocks = true;          // wrong by years (F24)
  bool revocations = true;     // a session is ended while its connection is open; strangers ask for what is not theirs
  bool serverDiskFull = true;  // commits fail for a while
};

class SyncWorld {
 public:
  explicit SyncWorld(const WorldPlan& plan);
  ~SyncWorld();

  // Everything: acting under faults, then peace, then the oracle. Findings, in words.
  std::vector<std::string> run();
  // Of every frame that reached a client, in order.
  std::uint64_t trace() const { return trace_; }
  struct Hits {
    int cuts = 0, serverCrashes = 0, clientCrashes = 0, restores = 0, copiedBack = 0, prunings = 0, fullDisks = 0,
        revocations = 0, clocks = 0, pryings = 0, serverDisksFull = 0, installed = 0, channelsLost = 0,
        channelsHeld = 0;
    std::int64_t frames = 0, acks = 0;
  };
  const Hits& hits() const { return hits_; }

 private:
  struct Seat;
  void setUp();
  void act(int operation);
  void disturb();
  void settle();
  void judge();
  void tapped(Seat& seat, const std::string& frame);
  void tappedUp(const Seat& seat, const std::string& frame);
  void checkRebuilds(Seat& seat);
  void pry(Seat& seat);
  void signInAgain();
  void installAnew(Seat& seat);
  void find(const std::string& what) { findings_.push_back(what); }
  void restartServer(bool acceptRestore);
  void judgeCommands(Seat& seat);
  void judgeRecords(Seat& seat);
  void judgeChannels(Seat& seat);

  WorldPlan plan_;
  QTemporaryDir folder_;
  VirtualTime time_;
  FakeRandom random_;
  std::unique_ptr<WorldServer> server_;
  std::vector<std::unique_ptr<Seat>> seats_;
  std::vector<CategoryId> categories_;
  std::vector<ChannelId> channels_;
  std::vector<UserId> people_;
  std::vector<std::string> findings_;
  std::set<std::string> findingsSeen_;
  std::map<CommandId, std::string> edits_;       // command -> post and version that it starts from
  std::map<std::string, CommandId> editedFrom_;  // epoch, post and version -> what was applied
  std::uint64_t trace_ = 14695981039346656037ULL;
  bool hasBackup_ = false;
  Hits hits_;
};

}  // namespace vb::test

// WorldServer: the real server of a SyncWorld without sockets: storage, services, api, bus, hub and connections, all on
// virtual time. Storage jobs run some virtual milliseconds after they were submitted, several in one commit; a crash
// may fall before or after a commit.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/api/create_api.h"
#include "server/bus/bus.h"
#include "server/storage/sqlite/sqlite_storage.h"
#include "tests/convergence/virtual_time.h"
#include "tests/support/fake_time.h"

namespace vb::test {

// The server's end of one connection.
class WorldConnection {
 public:
  virtual ~WorldConnection() = default;
  virtual void received(const std::string& frame) = 0;
  virtual void close() = 0;
};

class WorldServer {
 public:
  using OnAccepted = std::function<void(Result<std::shared_ptr<WorldConnection>>)>;
  using OnFrame = std::function<void(std::string)>;
  using OnClosed = std::function<void(int status)>;

  WorldServer(VirtualTime& time, FakeRandom& random, std::filesystem::path folder);
  ~WorldServer();

  // ---- life ----------------------------------------------------------------------------------------------
  Result<void> start(bool acceptRestore = false);
  // As kill -9: connections break, what was not committed is gone.
  void crash();
  bool isRunning() const;
  // The next commit crashes the server: before it is on disk, or after it and before anybody is told (F2).
  void crashAtNextCommit(server::storage::FaultPoint point);
  // Commits fail.
  void setDiskFull(bool full) { diskFull_ = full; }
  // That a session ended does not reach its connections: a hint may be lost.
  void loseEndHints(bool lose) { losesEndHints_ = lose; }

  // ---- setting up ----------------------------------------------------------------------------------------
  UserId addUser(const std::string& name, Role role);
  std::string signIn(const std::string& name);
  void endSession(const std::string& token);
  void addCategories(const std::vector<std::string>& names);
  void addChannel(ChannelId id, ChannelAccess access, UserId owner);
  bool backup(const std::filesystem::path& target);
  // Stopped: puts a backup in place; the epoch changes.
  Result<void> restore(const std::filesystem::path& backup);
  // Stopped: puts the files back as an operator would with `cp`; the epoch stays (F26).
  void copyBack(const std::filesystem::path& backup);
  void pruneTombstones();

  void accept(const std::string& token, OnAccepted done, OnFrame onFrame, OnClosed onClosed);
  std::int64_t newestCommit() const;
  // Runs a reading job and waits for it; false when the server went away meanwhile.
  bool look(const std::function<void(const server::storage::Tables&)>& job);

 private:
  struct Running;
  void pumpSoon();
  // Lets virtual time pass until it is so (bounded).
  void await(const std::function<bool()>& ready);

  VirtualTime& time_;
  FakeRandom& random_;
  std::filesystem::path folder_;
  WorldClock clock_;
  bool diskFull_ = false;
  bool losesEndHints_ = false;
  std::unique_ptr<Running> running_;
};

}  // namespace vb::test

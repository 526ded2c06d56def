// Wire: the loopback connection between one client and the server of a SyncWorld. Keeps the order of each direction, as
// TCP does, and by seed: delays, cuts; and beyond TCP: loses, doubles and delays pushes, and repeats old frames of the
// same connection, which must change nothing but latency (S7, F11, F12).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "client/core/net/transport.h"
#include "tests/convergence/virtual_time.h"
#include "tests/convergence/world_server.h"
#include "tests/support/fake_time.h"

namespace vb::test {

struct WireFaults {
  int cutPerMille = 0;  // of frames, either way: the connection breaks instead
  int losePushPercent = 0;
  int doublePercent = 0;     // of server frames: delivered again at some later moment
  int latePushPercent = 0;   // of pushes: overtaken by what follows
  int earlyPushPercent = 0;  // of pushes: overtakes the answers under way
  int pageRecords = 0;       // pages hold so few records; 0: the server's choice
  Milliseconds delayMax{40};
};

class Wire final : public client::net::Transport {
 public:
  // Sees every frame that reaches the client, after the faults: for the oracle and the trace.
  using Tap = std::function<void(const std::string& frame)>;

  Wire(VirtualTime& time, FakeRandom& random, WorldServer& server, Tap tap);
  ~Wire() override;

  void open(const client::net::Endpoint& endpoint, client::net::TransportEvents& events) override;
  void send(std::string text) override;
  void ping() override;
  void close() override;

  // Sees every frame that reaches the server.
  void watchUp(Tap tap) { upTap_ = std::move(tap); }
  void setFaults(const WireFaults& faults) { faults_ = faults; }
  // No network: what is open breaks, what is opened fails.
  void setReachable(bool reachable);
  void cut();

 private:
  void deliver(std::string frame);
  void later(Milliseconds delay, std::function<void()> run);
  Milliseconds delay() {
    return Milliseconds(
        static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(faults_.delayMax.count()) + 1)));
  }
  bool perMille(int part) { return static_cast<int>(random_.below(1000)) < part; }

  VirtualTime& time_;
  FakeRandom& random_;
  WorldServer& server_;
  Tap tap_;
  Tap upTap_;
  WireFaults faults_;
  bool reachable_ = true;
  client::net::TransportEvents* events_ = nullptr;
  std::shared_ptr<WorldConnection> peer_;
  std::shared_ptr<int> life_;  // of this open(): what is under way when it ends never arrives
  Milliseconds upFree_{0};     // the next frame up may not arrive before
  Milliseconds downFree_{0};
};

}  // namespace vb::test

// Sessions: owns every accepted connection in whatever stage, and looks after their deadlines with one timer that turns
// once a second, instead of one timer each. On the network thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "server/net/tuning.h"

namespace vb::server::net {

struct Session {
  virtual ~Session() = default;
  // The moment asked for has come. Seconds until the next one.
  virtual int due() = 0;
  // Finish what is under way, then close.
  virtual void drain() = 0;
  // Close now, whatever is under way.
  virtual void abort() = 0;

  // The book of Sessions.
  std::int32_t slot = -1;
  std::uint32_t index = 0;
  bool isGone = false;
};

class Sessions {
 public:
  void add(std::shared_ptr<Session> session, int seconds);
  // The next moment, instead of the one before.
  void schedule(Session& session, int seconds);
  // The last owner lets go; handlers under way may still hold the session.
  void remove(Session& session);
  // A second has passed.
  void turn();
  // Turns so far.
  std::uint32_t seconds() const { return seconds_; }
  void forEach(const std::function<void(Session&)>& visit);

  std::size_t size() const { return size_; }
  // Called when the last one is removed.
  void onEmpty(std::function<void()> then);

 private:
  std::shared_ptr<Session> takeOut(Session& session);
  void putIn(std::shared_ptr<Session> session, int seconds);

  std::array<std::vector<std::shared_ptr<Session>>, kWheelSeconds> slots_;
  std::function<void()> onEmpty_;
  std::uint32_t seconds_ = 0;
  std::size_t hand_ = 0;
  std::size_t size_ = 0;
};

}  // namespace vb::server::net

// Flusher: writes out the connections that have pushes waiting, a few at a time, so that what is committed meanwhile
// joins the frames not yet sent and others get their turn. On the network thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace vb::server::net {

class Flusher {
 public:
  struct Target {
    virtual ~Target() = default;
    virtual void flush() = 0;
    std::int32_t flushPlace = -1;  // the flusher's book
  };

  explicit Flusher(boost::asio::io_context& io);
  void add(Target& target);
  void remove(Target& target);

 private:
  void schedule();
  void run();
  void forgetWritten();

  boost::asio::io_context& io_;
  boost::asio::steady_timer delay_;
  std::vector<Target*> targets_;  // from next_ on; null where one left
  std::size_t next_ = 0;
  std::chrono::steady_clock::time_point lastMany_{};  // the last flush of more than one
  bool scheduled_ = false;
};

}  // namespace vb::server::net

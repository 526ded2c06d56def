// Scheduler: "run this later, on this thread"; the only notion of timers in the sync room, so that tests run on virtual
// time. Outlives the timers that use it.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include "shared/base/clock.h"

namespace vb::client::sync {

class Scheduler {
 public:
  using Ticket = std::uint64_t;  // 0 = none
  virtual ~Scheduler() = default;
  virtual Ticket after(Milliseconds delay, std::function<void()> run) = 0;
  // Of one that ran already: no effect.
  virtual void cancel(Ticket ticket) = 0;
};

// One moment to come; starting again replaces it, destruction cancels it.
class Timer {
 public:
  explicit Timer(Scheduler& scheduler) : scheduler_(scheduler) {}
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;
  ~Timer() { stop(); }

  void start(Milliseconds delay, std::function<void()> run) {
    stop();
    ticket_ = scheduler_.after(delay, [this, run = std::move(run)] {
      ticket_ = 0;
      run();
    });
  }
  void stop() {
    if (ticket_ != 0) scheduler_.cancel(std::exchange(ticket_, 0));
  }
  bool isRunning() const { return ticket_ != 0; }

 private:
  Scheduler& scheduler_;
  Scheduler::Ticket ticket_ = 0;
};

}  // namespace vb::client::sync

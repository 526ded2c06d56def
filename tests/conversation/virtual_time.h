// VirtualTime: clock, randomness and timers of a test in one thread: nothing happens until the test lets time pass.
#pragma once

#include <functional>
#include <map>
#include <random>

#include "client/core/sync/scheduler.h"
#include "shared/base/clock.h"

namespace vb::test {

class VirtualTime final : public Clock, public RandomSource, public client::sync::Scheduler {
 public:
  explicit VirtualTime(unsigned seed = 1) : random_(seed) {}

  Timestamp now() const override { return start_ + elapsed_; }
  Milliseconds elapsed() const override { return elapsed_; }
  void fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::byte>(random_() & 0xff);
  }

  Ticket after(Milliseconds delay, std::function<void()> run) override {
    waiting_.emplace(std::pair(elapsed_ + delay, ++last_), std::move(run));
    return last_;
  }
  void cancel(Ticket ticket) override {
    std::erase_if(waiting_, [ticket](const auto& one) { return one.first.second == ticket; });
  }

  // Runs what falls due within `duration`, in order.
  void pass(Milliseconds duration) {
    const auto until = elapsed_ + duration;
    while (!waiting_.empty() && waiting_.begin()->first.first <= until) {
      auto first = waiting_.extract(waiting_.begin());
      elapsed_ = std::max(elapsed_, first.key().first);
      first.mapped()();
    }
    elapsed_ = until;
  }
  // The wall clock is wrong by so much.
  void setWrong(Milliseconds by) { start_ += by; }
  std::size_t waiting() const { return waiting_.size(); }

 private:
  std::mt19937_64 random_;
  Timestamp start_{Milliseconds(1'795'000'000'000)};
  Milliseconds elapsed_{0};
  Ticket last_ = 0;
  std::map<std::pair<Milliseconds, Ticket>, std::function<void()>> waiting_;
};

}  // namespace vb::test

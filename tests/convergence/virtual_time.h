// VirtualTime: one queue of things to happen for the whole world: clock and scheduler of every client, the wires and
// the server. Runs on one thread; the same calls give the same order.
#pragma once

#include <functional>
#include <map>
#include <utility>

#include "client/core/sync/scheduler.h"
#include "shared/base/clock.h"

namespace vb::test {

class VirtualTime final : public client::sync::Scheduler {
 public:
  Ticket after(Milliseconds delay, std::function<void()> run) override {
    const Key key{now_ + std::max(delay, Milliseconds(0)), ++last_};
    queue_.emplace(key, std::move(run));
    due_.emplace(last_, key);
    return last_;
  }
  void cancel(Ticket ticket) override {
    const auto found = due_.find(ticket);
    if (found == due_.end()) return;
    queue_.erase(found->second);
    due_.erase(found);
  }
  // Runs the next thing; false when nothing is due until `until`.
  bool step(Milliseconds until) {
    if (queue_.empty() || queue_.begin()->first.first > until) {
      now_ = std::max(now_, until);
      return false;
    }
    auto node = queue_.extract(queue_.begin());
    now_ = node.key().first;
    due_.erase(node.key().second);
    node.mapped()();
    return true;
  }
  void runFor(Milliseconds time) {
    const auto until = now_ + time;
    while (step(until)) {
    }
  }
  Milliseconds elapsed() const { return now_; }

 private:
  using Key = std::pair<Milliseconds, Ticket>;
  Milliseconds now_{0};
  Ticket last_ = 0;
  std::map<Key, std::function<void()>> queue_;
  std::map<Ticket, Key> due_;
};

// A wall clock of one machine on virtual time; may be set wrong.
class WorldClock final : public Clock {
 public:
  explicit WorldClock(const VirtualTime& time) : time_(time) {}
  Timestamp now() const override { return Timestamp(Milliseconds(1'795'000'000'000) + time_.elapsed() + skew_); }
  Milliseconds elapsed() const override { return time_.elapsed(); }
  void setWrongBy(Milliseconds skew) { skew_ = skew; }

 private:
  const VirtualTime& time_;
  Milliseconds skew_{0};
};

}  // namespace vb::test

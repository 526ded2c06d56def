// LoopWatchdog: how long each turn of this thread's event loop works, in CPU time of the thread: what else the computer
// does, and waiting for something to happen, does not count. Turns over the limit are stalls: what a user types or
// clicks is not answered that long.
#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QObject>

namespace vb::test {

class LoopWatchdog : public QObject {
 public:
  explicit LoopWatchdog(std::chrono::milliseconds limit) : limit_(limit), turnBegan_(cpuTime()) {
    // Every dispatcher tells once a turn that it is awake.
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [this] { turn(); });
  }

  // Forgets what was seen; the turn that runs is not looked at.
  void restart() {
    stalls = turns = 0;
    longest = {};
    turnBegan_ = cpuTime();
  }
  // A turn is told of when the next one begins.
  static void settle() {
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
  }
  static std::chrono::nanoseconds cpuTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
  }

  int stalls = 0;
  int turns = 0;
  std::chrono::nanoseconds longest{};

 private:
  void turn() {
    const auto now = cpuTime();
    const auto worked = now - turnBegan_;
    turnBegan_ = now;
    ++turns;
    longest = std::max(longest, worked);
    if (worked > limit_) ++stalls;
  }

  std::chrono::milliseconds limit_;
  std::chrono::nanoseconds turnBegan_;
};

}  // namespace vb::test

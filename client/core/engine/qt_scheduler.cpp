#include "client/core/engine/qt_scheduler.h"

#include <QTimerEvent>

namespace vb::client {

QtScheduler::Ticket QtScheduler::after(Milliseconds delay, std::function<void()> run) {
  // Coarse from a second up: the system may join wake-ups.
  const auto type = delay >= Milliseconds(1000) ? Qt::CoarseTimer : Qt::PreciseTimer;
  const int timer = startTimer(delay, type);
  waiting_.emplace(++last_, Waiting{timer, std::move(run)});
  return last_;
}

void QtScheduler::cancel(Ticket ticket) {
  const auto found = waiting_.find(ticket);
  if (found == waiting_.end()) return;
  killTimer(found->second.timer);
  waiting_.erase(found);
}

void QtScheduler::timerEvent(QTimerEvent* event) {
  killTimer(event->timerId());
  for (auto it = waiting_.begin(); it != waiting_.end(); ++it) {
    if (it->second.timer != event->timerId()) continue;
    auto run = std::move(it->second.run);
    waiting_.erase(it);
    run();
    return;
  }
}

}  // namespace vb::client

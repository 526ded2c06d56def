// QtScheduler: a Scheduler over the event loop of the thread that made it. Owned by the core.
#pragma once

#include <unordered_map>

#include <QObject>

#include "client/core/sync/scheduler.h"

namespace vb::client {

class QtScheduler : public QObject, public sync::Scheduler {
  Q_OBJECT

 public:
  explicit QtScheduler(QObject* parent = nullptr) : QObject(parent) {}
  Ticket after(Milliseconds delay, std::function<void()> run) override;
  void cancel(Ticket ticket) override;

 protected:
  void timerEvent(QTimerEvent* event) override;

 private:
  struct Waiting {
    int timer;
    std::function<void()> run;
  };
  Ticket last_ = 0;
  std::unordered_map<Ticket, Waiting> waiting_;
};

}  // namespace vb::client

// Worker: a thread of low priority for all that touches the disk; tasks in order. Owned by the desk, on the core
// thread; what waits when it goes is not begun any more. The contexts of its tasks must outlive it.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include <QObject>
#include <QThread>

namespace vb::client::documents {

class Worker {
 public:
  Worker();
  ~Worker();  // ends what is under way
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // `done` on the thread of `context`, unless that is gone by then.
  template <class T>
  void run(std::function<T()> task, QObject* context, std::function<void(T)> done) {
    QMetaObject::invokeMethod(
        here_.get(),
        [this, task = std::move(task), context, done = std::move(done)] {
          if (isStopping_) return;
          QMetaObject::invokeMethod(
              context, [done, value = task()] { done(value); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
  }

 private:
  QThread thread_;
  std::unique_ptr<QObject> here_;
  std::atomic<bool> isStopping_ = false;
};

}  // namespace vb::client::documents

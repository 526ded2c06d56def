#include "client/core/documents/worker.h"

namespace vb::client::documents {

Worker::Worker() : here_(std::make_unique<QObject>()) {
  thread_.setObjectName(QStringLiteral("documents"));
  here_->moveToThread(&thread_);
  thread_.start(QThread::LowPriority);
}

Worker::~Worker() {
  isStopping_ = true;
  thread_.quit();
  thread_.wait();
}

}  // namespace vb::client::documents

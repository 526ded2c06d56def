#include "server/net/flusher.h"

#include <algorithm>

#include <boost/asio/post.hpp>

#include "server/net/tuning.h"

namespace vb::server::net {

Flusher::Flusher(boost::asio::io_context& io) : io_(io), delay_(io) {}

void Flusher::add(Target& target) {
  if (target.flushPlace >= 0) return;
  target.flushPlace = static_cast<std::int32_t>(targets_.size());
  targets_.push_back(&target);
  if (!scheduled_) schedule();
}

void Flusher::remove(Target& target) {
  if (target.flushPlace < 0) return;
  targets_[static_cast<std::size_t>(target.flushPlace)] = nullptr;
  target.flushPlace = -1;
}

void Flusher::schedule() {
  scheduled_ = true;
  // A busy moment: what is committed within the delay leaves in the same frame. After a quiet one nobody waits.
  if (std::chrono::steady_clock::now() - lastMany_ < kFlushRecent) {
    delay_.expires_after(kFlushDelay);
    delay_.async_wait([this](const boost::system::error_code& failed) {
      if (!failed) run();
    });
  } else {
    boost::asio::post(io_, [this] { run(); });
  }
}

void Flusher::run() {
  const auto end = std::min(targets_.size(), next_ + kFlushAtOnce);
  if (end - next_ > 1) lastMany_ = std::chrono::steady_clock::now();
  while (next_ < end) {
    Target* target = targets_[next_++];
    if (target == nullptr) continue;
    target->flushPlace = -1;
    target->flush();
  }
  if (next_ < targets_.size()) {
    if (next_ >= kFlushKept) forgetWritten();
    boost::asio::post(io_, [this] { run(); });
    return;
  }
  targets_.clear();
  next_ = 0;
  scheduled_ = false;
}

// Under load the list may never run empty: what is behind us goes now and then.
void Flusher::forgetWritten() {
  targets_.erase(targets_.begin(), targets_.begin() + static_cast<std::ptrdiff_t>(next_));
  next_ = 0;
  for (std::size_t i = 0; i < targets_.size(); ++i)
    if (targets_[i] != nullptr) targets_[i]->flushPlace = static_cast<std::int32_t>(i);
}

}  // namespace vb::server::net

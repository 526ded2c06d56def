#include "server/services/limiter.h"

#include <algorithm>

namespace vb::server::services {

TokenBuckets::TokenBuckets(const Clock& clock, double perSecond, double atOnce, std::size_t keysMax)
    : clock_(clock), perSecond_(perSecond), atOnce_(atOnce), buckets_(keysMax) {}

bool TokenBuckets::take(const std::string& key) {
  const auto now = clock_.elapsed();
  auto& bucket = buckets_.at(key, Bucket{atOnce_, now});
  const double seconds = static_cast<double>((now - bucket.filledAt).count()) / 1000.0;
  bucket.tokens = std::min(atOnce_, bucket.tokens + seconds * perSecond_);
  bucket.filledAt = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

Attempts::Attempts(const Clock& clock, int max, Milliseconds window, std::size_t keysMax)
    : clock_(clock), max_(max), length_(window), windows_(keysMax) {}

Attempts::Window& Attempts::current(const std::string& key) {
  auto& window = windows_.at(key, Window{0, clock_.elapsed()}, [this](const Window& held) { return isOver(held); });
  if (isOver(window)) {
    window = Window{0, clock_.elapsed()};
    windows_.hold(key, false);
  }
  return window;
}

bool Attempts::begin(const std::string& key) {
  auto& window = current(key);
  if (window.count >= max_) return false;
  if (++window.count == max_) windows_.hold(key, true);
  return true;
}

void Attempts::takeBack(const std::string& key) {
  auto& window = current(key);
  if (--window.count <= 0) return windows_.forget(key);
  windows_.hold(key, false);
}

}  // namespace vb::server::services

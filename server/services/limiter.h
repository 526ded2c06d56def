// Limiters, in memory and bounded: TokenBuckets for a steady rate per key, Attempts for failures within a window.
// Used on one thread; forgotten at a restart.
#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "shared/base/clock.h"

namespace vb::server::services {

// Keeps a value per key; when there are too many keys, the one unused for longest goes.
template <class Value>
class RecentKeys {
 public:
  explicit RecentKeys(std::size_t max) : max_(max) {}

  // A new key begins with `first`.
  Value& at(const std::string& key, const Value& first) {
    if (const auto found = places_.find(key); found != places_.end()) {
      order_.splice(order_.begin(), order_, found->second);
      return found->second->second;
    }
    if (order_.size() >= max_) {
      places_.erase(order_.back().first);
      order_.pop_back();
    }
    order_.emplace_front(key, first);
    places_[key] = order_.begin();
    return order_.front().second;
  }
  std::size_t size() const { return order_.size(); }

 private:
  using Order = std::list<std::pair<std::string, Value>>;
  std::size_t max_;
  Order order_;
  std::unordered_map<std::string, typename Order::iterator> places_;
};

class TokenBuckets {
 public:
  TokenBuckets(const Clock& clock, double perSecond, double atOnce, std::size_t keysMax);
  // False when this key is too fast.
  bool take(const std::string& key);

 private:
  struct Bucket {
    double tokens = 0;
    Milliseconds filledAt{0};
  };
  const Clock& clock_;
  double perSecond_;
  double atOnce_;
  RecentKeys<Bucket> buckets_;
};

class Attempts {
 public:
  Attempts(const Clock& clock, int max, Milliseconds window, std::size_t keysMax);
  // Counts one beforehand, so that many at once cannot slip through; false when there were too many.
  bool begin(const std::string& key);
  // It did not fail: not counted.
  void takeBack(const std::string& key);

 private:
  struct Window {
    int count = 0;
    Milliseconds began{0};
  };
  Window& current(const std::string& key);

  const Clock& clock_;
  int max_;
  Milliseconds length_;
  RecentKeys<Window> windows_;
};

}  // namespace vb::server::services

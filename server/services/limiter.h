// Limiters, in memory and bounded: TokenBuckets for a steady rate per key, Attempts for failures within a window.
// Used on one thread; forgotten at a restart.
#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "shared/base/clock.h"

namespace vb::server::services {

// Keeps a value per key; when there are too many keys, the one unused for longest goes. One that is held goes last.
template <class Value>
class RecentKeys {
 public:
  explicit RecentKeys(std::size_t max) : max_(max) {}

  // A new key begins with `first`. `isOver` tells of a held value that it need not be held any more.
  template <class IsOver>
  Value& at(const std::string& key, const Value& first, IsOver isOver) {
    if (const auto found = places_.find(key); found != places_.end()) {
      const auto place = found->second;
      if (!place->isHeld) order_.splice(order_.begin(), order_, place);
      return place->value;
    }
    if (places_.size() >= max_) makeRoom(isOver);
    order_.push_front(Entry{key, first, false});
    places_[key] = order_.begin();
    return order_.front().value;
  }
  Value& at(const std::string& key, const Value& first) {
    return at(key, first, [](const Value&) { return true; });
  }
  void hold(const std::string& key, bool isHeld) {
    const auto found = places_.find(key);
    if (found == places_.end() || found->second->isHeld == isHeld) return;
    found->second->isHeld = isHeld;
    auto& from = isHeld ? order_ : held_;
    auto& to = isHeld ? held_ : order_;
    to.splice(to.begin(), from, found->second);
  }
  void forget(const std::string& key) {
    const auto found = places_.find(key);
    if (found == places_.end()) return;
    (found->second->isHeld ? held_ : order_).erase(found->second);
    places_.erase(found);
  }

 private:
  struct Entry {
    std::string key;
    Value value;
    bool isHeld = false;
  };
  using Order = std::list<Entry>;

  // Held keys stand in the order in which they were held, so that what is over is found at the end.
  template <class IsOver>
  void makeRoom(IsOver isOver) {
    const bool fromHeld = !held_.empty() && (order_.empty() || isOver(held_.back().value));
    auto& from = fromHeld ? held_ : order_;
    places_.erase(from.back().key);
    from.pop_back();
  }

  std::size_t max_;
  Order order_;
  Order held_;
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

// A key that is at its limit is remembered before all others: made-up keys do not push it out.
class Attempts {
 public:
  Attempts(const Clock& clock, int max, Milliseconds window, std::size_t keysMax);
  // Counts one beforehand, so that many at once cannot slip through; false when there were too many.
  bool begin(const std::string& key);
  // It did not fail, or was not looked at: not counted.
  void takeBack(const std::string& key);

 private:
  struct Window {
    int count = 0;
    Milliseconds began{0};
  };
  Window& current(const std::string& key);
  bool isOver(const Window& window) const { return clock_.elapsed() - window.began >= length_; }

  const Clock& clock_;
  int max_;
  Milliseconds length_;
  RecentKeys<Window> windows_;
};

}  // namespace vb::server::services

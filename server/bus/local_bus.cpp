#include <algorithm>
#include <mutex>
#include <utility>

#include "server/bus/bus.h"

namespace vb::server::bus {
namespace {

class LocalBus final : public Bus, public std::enable_shared_from_this<LocalBus> {
 public:
  explicit LocalBus(std::function<void(std::function<void()>)> post) : post_(std::move(post)) {}

  std::unique_ptr<Subscription> listen(OnPublished onPublished, OnEnded onEnded, OnAccessEnded onAccessEnded) override;

  void publish(Published change) override {
    post_([self = weak_from_this(), change = std::move(change)] {
      if (auto bus = self.lock())
        for (const auto& listener : bus->snapshot()) listener->onPublished(change);
    });
  }

  void end(SessionsEnded ended) override {
    post_([self = weak_from_this(), ended = std::move(ended)] {
      if (auto bus = self.lock())
        for (const auto& listener : bus->snapshot()) listener->onEnded(ended);
    });
  }

  void endAccess(AccessEnded ended) override {
    post_([self = weak_from_this(), ended = std::move(ended)] {
      if (auto bus = self.lock())
        for (const auto& listener : bus->snapshot()) listener->onAccessEnded(ended);
    });
  }

  struct Listener {
    OnPublished onPublished;
    OnEnded onEnded;
    OnAccessEnded onAccessEnded;
  };

  void remove(const std::shared_ptr<Listener>& listener) {
    const std::lock_guard lock(mutex_);
    std::erase(listeners_, listener);
  }

 private:
  std::vector<std::shared_ptr<Listener>> snapshot() {
    const std::lock_guard lock(mutex_);
    return listeners_;
  }

  std::function<void(std::function<void()>)> post_;
  std::mutex mutex_;  // listeners come and go on the network thread; tests may use others
  std::vector<std::shared_ptr<Listener>> listeners_;
};

class LocalSubscription final : public Bus::Subscription {
 public:
  LocalSubscription(std::weak_ptr<LocalBus> bus, std::shared_ptr<LocalBus::Listener> listener)
      : bus_(std::move(bus)), listener_(std::move(listener)) {}
  ~LocalSubscription() override {
    if (auto bus = bus_.lock()) bus->remove(listener_);
  }

 private:
  std::weak_ptr<LocalBus> bus_;
  std::shared_ptr<LocalBus::Listener> listener_;
};

std::unique_ptr<Bus::Subscription> LocalBus::listen(OnPublished onPublished, OnEnded onEnded,
                                                    OnAccessEnded onAccessEnded) {
  auto listener =
      std::make_shared<Listener>(Listener{std::move(onPublished), std::move(onEnded), std::move(onAccessEnded)});
  const std::lock_guard lock(mutex_);
  listeners_.push_back(listener);
  return std::make_unique<LocalSubscription>(weak_from_this(), std::move(listener));
}

// Keeps the shared bus behind the unique_ptr of the interface.
class OwnedBus final : public Bus {
 public:
  explicit OwnedBus(std::shared_ptr<LocalBus> bus) : bus_(std::move(bus)) {}
  std::unique_ptr<Subscription> listen(OnPublished onPublished, OnEnded onEnded, OnAccessEnded onAccessEnded) override {
    return bus_->listen(std::move(onPublished), std::move(onEnded), std::move(onAccessEnded));
  }
  void publish(Published change) override { bus_->publish(std::move(change)); }
  void end(SessionsEnded ended) override { bus_->end(std::move(ended)); }
  void endAccess(AccessEnded ended) override { bus_->endAccess(std::move(ended)); }

 private:
  std::shared_ptr<LocalBus> bus_;
};

}  // namespace

std::unique_ptr<Bus> createLocalBus(std::function<void(std::function<void()>)> post) {
  return std::make_unique<OwnedBus>(std::make_shared<LocalBus>(std::move(post)));
}

}  // namespace vb::server::bus

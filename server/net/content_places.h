// ContentPlaces: how many uploads and downloads are under way, of each user and together: each holds a piece in memory.
// On the network thread.
#pragma once

#include <memory>
#include <unordered_map>

#include "server/net/tuning.h"
#include "shared/base/ids.h"

namespace vb::server::net {

class ContentPlaces {
 private:
  using Counts = std::unordered_map<UserId, int>;

 public:
  class Place {
   public:
    Place(std::weak_ptr<Counts> counts, UserId user) : counts_(std::move(counts)), user_(user) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    Place(Place&&) = delete;
    Place& operator=(Place&&) = delete;
    ~Place() {
      const auto counts = counts_.lock();
      if (!counts) return;
      const auto found = counts->find(user_);
      if (--found->second == 0) counts->erase(found);
    }

   private:
    std::weak_ptr<Counts> counts_;
    UserId user_;
  };

  // Nothing when there are too many.
  std::unique_ptr<Place> take(UserId user) {
    int together = 0;
    for (const auto& [other, count] : *counts_) together += count;
    const auto found = counts_->find(user);
    const int own = found == counts_->end() ? 0 : found->second;
    if (own >= kExchangesPerUser || together >= kExchangesMax) return nullptr;
    ++(*counts_)[user];
    return std::make_unique<Place>(counts_, user);
  }

 private:
  std::shared_ptr<Counts> counts_ = std::make_shared<Counts>();
};

}  // namespace vb::server::net

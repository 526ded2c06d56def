// UploadTurns: one request at a time works on an upload. Who comes next waits, and who has the turn is told that it is
// wanted, so that a request that hangs gives way. On the thread of the sessions.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "shared/base/ids.h"

namespace vb::server::api {

class UploadTurns {
 private:
  struct Place;
  using Places = std::map<UploadId, Place>;

 public:
  // Ends when destroyed.
  class Turn {
   public:
    Turn(std::weak_ptr<Places> places, UploadId id) : places_(std::move(places)), id_(id) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    Turn(Turn&&) = delete;
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (const auto places = places_.lock()) pass(places, id_);
    }
    // Called once when another waits, at once if one does already.
    void whenWanted(std::function<void()> then) {
      const auto places = places_.lock();
      if (!places) return;
      auto& place = places->at(id_);
      if (!place.waiting.empty()) return then();
      place.onWanted = std::move(then);
    }

   private:
    std::weak_ptr<Places> places_;
    UploadId id_;
  };
  using OnTurn = std::function<void(std::shared_ptr<Turn>)>;

  void take(UploadId id, OnTurn then) {
    const auto [place, isFree] = places_->try_emplace(id);
    if (isFree) return then(std::make_shared<Turn>(places_, id));
    place->second.waiting.push_back(std::move(then));
    if (const auto tell = std::exchange(place->second.onWanted, nullptr)) tell();
  }

 private:
  struct Place {
    std::deque<OnTurn> waiting;
    std::function<void()> onWanted;
  };

  static void pass(const std::shared_ptr<Places>& places, UploadId id) {
    const auto found = places->find(id);
    if (found->second.waiting.empty()) {
      places->erase(found);
      return;
    }
    const auto next = std::move(found->second.waiting.front());
    found->second.waiting.pop_front();
    found->second.onWanted = nullptr;
    next(std::make_shared<Turn>(places, id));
  }

  std::shared_ptr<Places> places_ = std::make_shared<Places>();
};

}  // namespace vb::server::api

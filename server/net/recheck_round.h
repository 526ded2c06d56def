// RecheckRound: the callers whose tokens are to be looked at again, in small jobs over the seconds of a round: the only
// reader is not kept from others. On the network thread.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "server/api/api.h"
#include "server/net/tuning.h"

namespace vb::server::net {

class RecheckRound {
 public:
  bool isOver() const { return left_.empty(); }
  void begin(std::vector<api::Caller> callers) {
    left_ = std::move(callers);
    perSecond_ = std::max(kRecheckedAtOnce, left_.size() / kRecheckSeconds + 1);
  }
  // The jobs of the next second.
  std::vector<std::vector<api::Caller>> next() {
    std::vector<std::vector<api::Caller>> jobs;
    for (auto due = std::min(perSecond_, left_.size()); due > 0;) {
      const auto count = std::min(due, kRecheckedAtOnce);
      const auto first = left_.end() - static_cast<std::ptrdiff_t>(count);
      jobs.emplace_back(std::make_move_iterator(first), std::make_move_iterator(left_.end()));
      left_.erase(first, left_.end());
      due -= count;
    }
    if (left_.empty()) left_ = {};
    return jobs;
  }

 private:
  std::vector<api::Caller> left_;
  std::size_t perSecond_ = 0;
};

}  // namespace vb::server::net

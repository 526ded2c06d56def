// NewsDesk: decides which arrivals deserve a desktop notification: questions routed to this user, and of channels what
// mentions or asks something of this user or stands in a topic that the user follows; never one's own, never what was
// read already, none during the first sync, none outside the working hours or when switched off; one summary instead of
// fifty. Core thread.
#pragma once

#include <functional>
#include <vector>

#include "client/core/engine/engine.h"
#include "client/core/store/change_feed.h"
#include "client/core/sync/scheduler.h"

namespace vb::client {

class NewsDesk {
 public:
  struct Tell {
    std::function<void(const NewQuestions&)> questions;
    std::function<void(const ChannelNews&)> channels;
  };
  NewsDesk(store::Reader& reader, sync::Scheduler& scheduler, const Clock& clock, Tell tell)
      : reader_(reader), clock_(clock), tell_(std::move(tell)), window_(scheduler) {}

  // `isNews`: they came as a change, not as history; `firstSync`: nothing was complete yet.
  void arrived(const store::Arrivals& arrivals, bool isNews, bool firstSync);

 private:
  void summarise();
  void tellQuestions(const std::vector<QuestionId>& collected);
  void tellChannels(const store::Arrivals& collected);
  bool isWorkingTime(const Settings& settings) const;

  store::Reader& reader_;
  const Clock& clock_;
  Tell tell_;
  store::Arrivals collected_;
  sync::Timer window_;
};

}  // namespace vb::client

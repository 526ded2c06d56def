// NewsDesk: decides which arrivals deserve a desktop notification: only questions routed to this user, and of channels
// what mentions them, what they follow and invitations; never one's own, none that was read or is muted, none during
// the first sync, none outside the working hours or when switched off; one summary instead of fifty. Core thread.
#pragma once

#include <functional>
#include <vector>

#include "client/core/engine/engine.h"
#include "client/core/store/change_feed.h"
#include "client/core/sync/scheduler.h"

namespace vb::client {

class NewsDesk {
 public:
  using Tell = std::function<void(const NewQuestions&)>;
  using TellOfChannels = std::function<void(const ChannelNews&)>;
  NewsDesk(store::Reader& reader, sync::Scheduler& scheduler, const Clock& clock, Tell tell, TellOfChannels ofChannels)
      : reader_(reader),
        clock_(clock),
        tell_(std::move(tell)),
        tellOfChannels_(std::move(ofChannels)),
        window_(scheduler) {}

  // `isNews`: they came as a change, not as history; `firstSync`: nothing was complete yet.
  void arrived(const store::Changes& changes, bool isNews, bool firstSync);

 private:
  void summarise();
  void tellOfQuestions();
  void tellOfChannels();
  bool isWorkingTime(const Settings& settings) const;

  store::Reader& reader_;
  const Clock& clock_;
  Tell tell_;
  TellOfChannels tellOfChannels_;
  store::Changes collected_;
  sync::Timer window_;
};

}  // namespace vb::client

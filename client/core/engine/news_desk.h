// NewsDesk: decides which arrivals deserve a desktop notification: only questions routed to this user, never one's own,
// none during the first sync, none outside the working hours or when switched off; one summary instead of fifty. Core
// thread.
#pragma once

#include <functional>
#include <vector>

#include "client/core/engine/engine.h"
#include "client/core/sync/scheduler.h"

namespace vb::client {

class NewsDesk {
 public:
  using Tell = std::function<void(const NewQuestions&)>;
  NewsDesk(store::Reader& reader, sync::Scheduler& scheduler, const Clock& clock, Tell tell)
      : reader_(reader), clock_(clock), tell_(std::move(tell)), window_(scheduler) {}

  // `isNews`: they came as a change, not as history; `firstSync`: nothing was complete yet.
  void arrived(const std::vector<QuestionId>& questions, bool isNews, bool firstSync);

 private:
  void summarise();
  bool isWorkingTime(const Settings& settings) const;

  store::Reader& reader_;
  const Clock& clock_;
  Tell tell_;
  QVector<QuestionId> collected_;
  sync::Timer window_;
};

}  // namespace vb::client

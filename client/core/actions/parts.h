// What every action works with; borrowed, on the core thread. An action is one intention of the user: it checks the
// rules that the server checks too, and puts the command into the outbox in one transaction. It never waits and never
// sends.
#pragma once

#include "client/core/outbox/outbox.h"
#include "client/core/store/cache.h"
#include "client/core/store/reader.h"
#include "shared/base/clock.h"

namespace vb::client::actions {

struct ActionParts {
  store::Cache& cache;
  store::Reader& reader;
  outbox::Outbox& outbox;
  const Clock& clock;
  RandomSource& random;

  CommandId freshId() const { return CommandId::v7(clock, random); }
  UserId me() const { return cache.binding().userId; }
};

// The title of a question as this user sees it, for the list of what is to be sent.
QString questionTitle(const ActionParts& parts, QuestionId question);
// Author of a post: nil when it is not here.
UserId authorOf(const ActionParts& parts, const std::string& kind, const std::string& id);

}  // namespace vb::client::actions

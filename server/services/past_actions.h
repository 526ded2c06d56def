// Past actions: what users of an imported source did, carried out by the same effects and rules as their commands, at
// the moment at which it happened. For sample content.
#pragma once

#include <functional>
#include <vector>

#include "server/services/importing.h"
#include "server/storage/storage.h"
#include "shared/domain/commands.h"

namespace vb::server::services {

struct PastAction {
  UserId user;
  Timestamp at{};
  CommandBody command;
};

// All in one transaction, in this order. What was carried out before (its id is in use) is left as it is, and counts as
// unchanged. The first that the rules refuse ends it: nothing is written.
void carryOut(storage::Storage& storage, std::vector<PastAction> actions,
              std::function<void(Result<ImportedCounts>)> done);

}  // namespace vb::server::services

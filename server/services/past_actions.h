// Past actions: what users of an imported source did in channels, carried out by the same effects and rules as their
// commands, at the moment at which it happened. For sample content.
#pragma once

#include <functional>
#include <vector>

#include "server/services/channels.h"
#include "server/services/importing.h"
#include "server/storage/storage.h"
#include "shared/domain/commands.h"

namespace vb::server::services {

struct PastAction {
  UserId user;
  Timestamp at{};
  CommandBody command;
};
struct PastMember {
  UserId user;
  ChannelRole role = ChannelRole::member;
  Timestamp since{};
};
struct PastChannel {
  NewChannel made;
  Timestamp at{};
  std::vector<PastMember> members;
  std::vector<PastAction> actions;  // in the order in which they happened
};

// All in one transaction. A channel that is there already is left as it is. The first that the rules refuse ends it:
// nothing is written.
void makePastChannel(storage::Storage& storage, PastChannel channel, std::function<void(Result<ImportedCounts>)> done);

}  // namespace vb::server::services

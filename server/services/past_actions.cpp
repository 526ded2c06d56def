#include "server/services/past_actions.h"

#include <utility>

#include "server/services/effects.h"
#include "shared/domain/validate.h"

namespace vb::server::services {

void makePastChannel(storage::Storage& storage, PastChannel channel, std::function<void(Result<ImportedCounts>)> done) {
  storage::writeValue<ImportedCounts>(
      storage,
      [channel = std::move(channel)](storage::Tables& tables) -> Result<ImportedCounts> {
        ImportedCounts counts;
        const int parts = static_cast<int>(1 + channel.members.size() + channel.actions.size());
        if (channelFacts(tables, channel.made.id)) {
          counts.unchanged = parts;
          return counts;
        }
        if (auto made = createChannel(tables, channel.made, channel.at); !made) return made.error();
        for (const auto& member : channel.members)
          if (auto in = setChannelMember(tables, channel.made.id, member.user, member.role, member.since); !in)
            return in.error();
        for (const auto& action : channel.actions) {
          if (auto valid = validate(action.command); !valid) return valid.error();
          Changes changes(tables, action.user, action.at);
          const auto carried = std::visit([&](const auto& body) { return carryOut(changes, body); }, action.command);
          if (!carried) return carried.error();
        }
        counts.written = parts;
        return counts;
      },
      std::move(done));
}

}  // namespace vb::server::services

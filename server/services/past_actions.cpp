#include "server/services/past_actions.h"

#include <utility>

#include "server/services/effects.h"
#include "shared/domain/validate.h"

namespace vb::server::services {

void carryOut(storage::Storage& storage, std::vector<PastAction> actions,
              std::function<void(Result<ImportedCounts>)> done) {
  storage::writeValue<ImportedCounts>(
      storage,
      [actions = std::move(actions)](storage::Tables& tables) -> Result<ImportedCounts> {
        ImportedCounts counts;
        for (const auto& action : actions) {
          if (auto valid = validate(action.command); !valid) return valid.error();
          Changes changes(tables, action.user, action.at);
          const auto carried = std::visit([&](const auto& body) { return carryOut(changes, body); }, action.command);
          if (!carried && carried.error().code != ErrorCode::idReused) return carried.error();
          ++(carried && !changes.effects().empty() ? counts.written : counts.unchanged);
        }
        return counts;
      },
      std::move(done));
}

}  // namespace vb::server::services

// Routing: whom a question reaches. A question is written once per category; the users who ticked it are subscribed to
// that scope, so nothing is written per recipient.
#pragma once

#include <cstdint>
#include <vector>

#include "server/storage/tables.h"
#include "shared/domain/records.h"

namespace vb::server::services {

struct Reach {
  std::int64_t total = 0;         // distinct users, the asker not counted
  std::vector<RoleCount> byRole;  // groups of at least limits::kHiddenBelow, largest first
  std::int64_t other = 0;         // everybody else; never a single small group that subtraction would show
};

// notFound when a category does not exist.
Result<Reach> reach(const storage::Tables& tables, const std::vector<CategoryId>& categories, UserId asker);
// Splits counts into groups that may be shown and the rest.
Reach hideSmallGroups(const std::vector<RoleCount>& groups, std::int64_t total);

}  // namespace vb::server::services

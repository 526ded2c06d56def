#include "server/services/routing.h"

#include <algorithm>
#include <set>

#include "server/services/catalogue.h"
#include "shared/base/limits.h"

namespace vb::server::services {

Result<Reach> reach(const storage::Tables& tables, const std::vector<CategoryId>& categories, UserId asker) {
  const std::set<CategoryId> distinct(categories.begin(), categories.end());
  if (distinct.size() > limits::kCategoriesPerQuestionMax) return fail(ErrorCode::tooLarge, "category_ids");
  for (const auto category : distinct)
    if (!findCategory(tables, category)) return fail(ErrorCode::notFound, "category_ids");
  std::vector<RoleCount> groups;
  std::int64_t total = 0;
  for (const auto& [role, count] : tables.experts().countByRole({distinct.begin(), distinct.end()}, asker)) {
    groups.push_back({role, count});
    total += count;
  }
  return hideSmallGroups(groups, total);
}

Reach hideSmallGroups(const std::vector<RoleCount>& groups, std::int64_t total) {
  Reach reach;
  reach.total = total;
  int hiddenGroups = 0;
  bool isSmallHidden = false;
  for (const auto& group : groups) {
    if (group.count == 0) continue;
    // Who told no role is in no group that could be shown.
    if (group.role == Role::unknown || group.count < limits::kHiddenBelow) {
      reach.other += group.count;
      hiddenGroups += 1;
      isSmallHidden = isSmallHidden || group.count < limits::kHiddenBelow;
    } else {
      reach.byRole.push_back(group);
    }
  }
  std::stable_sort(reach.byRole.begin(), reach.byRole.end(),
                   [](const RoleCount& a, const RoleCount& b) { return a.count > b.count; });
  // total - shown must not be one small group: the smallest shown one hides it.
  while (isSmallHidden && !reach.byRole.empty() && (hiddenGroups < 2 || reach.other < limits::kHiddenBelow)) {
    reach.other += reach.byRole.back().count;
    reach.byRole.pop_back();
    hiddenGroups += 1;
  }
  return reach;
}

}  // namespace vb::server::services

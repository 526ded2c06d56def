#include "client/core/store/known_reach.h"

#include <algorithm>

#include "shared/domain/fields.h"

namespace vb::client::store {

// Beside KnownReach, because a described struct needs its name in a namespace.
struct StoredReach {
  std::int64_t total = 0;
  std::vector<RoleCount> byRole;
  std::int64_t other = 0;
};
BOOST_DESCRIBE_STRUCT(StoredReach, (), (total, byRole, other))

std::string reachKey(std::vector<CategoryId> categories) {
  std::sort(categories.begin(), categories.end());
  std::string key;
  for (const auto& category : categories) key += category.text() + ',';
  return key;
}

std::string reachText(const Reader::KnownReach& reach) {
  StoredReach stored{reach.total, {}, reach.other};
  for (const auto& [role, count] : reach.byRole) stored.byRole.push_back({role, count});
  return toJsonText(stored);
}

std::optional<Reader::KnownReach> readReach(std::string_view text, qint64 at) {
  const auto stored = fromJsonText<StoredReach>(text);
  if (!stored) return std::nullopt;
  Reader::KnownReach reach;
  reach.total = static_cast<int>(stored->total);
  reach.other = static_cast<int>(stored->other);
  reach.at = at;
  for (const auto& group : stored->byRole) reach.byRole.append({group.role, static_cast<int>(group.count)});
  return reach;
}

}  // namespace vb::client::store

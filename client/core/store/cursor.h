// What a client holds of a scope. The same facts as the session's cursor; the store does not know the session.
#pragma once

#include <string>

#include "shared/domain/scope.h"

namespace vb::client::store {

// Every living record with low <= seq <= high, under (epoch, grant).
struct Cursor {
  std::string epoch;  // empty: nothing held yet
  std::int64_t grant = 0;
  Seq low = 0;  // 1 = down to the bottom
  Seq high = 0;
  bool operator==(const Cursor&) const = default;
  bool isNew() const { return epoch.empty(); }
  bool hasBottom() const { return !epoch.empty() && low <= 1; }
};

struct HeldScope {
  Scope scope;
  Cursor cursor;
};

}  // namespace vb::client::store

// WishList: which scopes this user wants to hold, and which of them live: the own scope, the directory, the ticked
// categories, the home categories of questions that concern the user, the channels that the user is in; all other
// categories now and then. Reads the cache.
#pragma once

#include <functional>
#include <vector>

#include "client/core/store/cache.h"
#include "client/core/store/reader.h"
#include "shared/session/client_session.h"

namespace vb::client::sync {

class WishList {
 public:
  WishList(store::Cache& cache, store::Reader& reader) : cache_(cache), reader_(reader) {}
  // In the order of asking, with the cursors as stored. Empty before the cache is bound to a user.
  std::vector<session::ScopeWish> wishes();
  // Those of channels: live when the user's memberships give them, otherwise only held still.
  void wishChannels(UserId me, const std::function<void(const Scope&, bool isLive)>& wish);

 private:
  store::Cache& cache_;
  store::Reader& reader_;
};

}  // namespace vb::client::sync

#include "client/core/sync/wish_list.h"

#include <algorithm>
#include <set>

#include "client/core/sync/change_applier.h"
#include "client/core/sync/tuning.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"

namespace vb::client::sync {

// By one's own memberships. What is held besides is asked for too: the server tells that it may no longer be read, and
// then it goes.
void WishList::wishChannels(UserId me, const std::function<void(const Scope&, bool)>& wish) {
  std::set<Scope> wished;
  const auto want = [&](const Scope& scope) {
    if (wished.insert(scope).second) wish(scope, true);
  };
  cache_.eachRecord(Scope::user(me), [&](const Record& record) {
    if (record.kind != kinds::kMembership) return;
    const auto id = ChannelId::parse(record.id);
    const auto membership = fromJsonText<Membership>(record.body);
    if (!id || !membership || membership->state != MembershipState::joined) return;
    if (membership->role >= ChannelRole::member) want(Scope::channel(*id));
    if (membership->role >= ChannelRole::moderator) want(Scope::desk(*id));
    for (const auto topic : membership->topicIds) want(Scope::discussion(topic));
  });
  for (const auto& held : cache_.heldScopes()) {
    const auto kind = held.scope.kind();
    const bool isOfChannel = kind == ScopeKind::channel || kind == ScopeKind::desk || kind == ScopeKind::discussion;
    if (isOfChannel && !wished.contains(held.scope)) wish(held.scope, false);
  }
}

std::vector<session::ScopeWish> WishList::wishes() {
  const UserId me = cache_.binding().userId;
  if (me.isNil()) return {};

  std::set<CategoryId> live;
  std::vector<CategoryId> order;
  const auto wantLive = [&](CategoryId id) {
    if (!id.isNil() && live.size() < kLiveCategoriesMax && live.insert(id).second) order.push_back(id);
  };
  for (const CategoryId id : reader_.expertise()) wantLive(id);
  // A question that concerns the user may have its home elsewhere: its answers are written there.
  for (const auto list : {store::QuestionList::mine, store::QuestionList::followed, store::QuestionList::forYou}) {
    store::QuestionQuery query;
    query.list = list;
    query.filter = list == store::QuestionList::forYou ? store::QuestionFilter::open : store::QuestionFilter::all;
    query.sort = store::QuestionSort::activity;
    for (const auto& row : reader_.questionRows(reader_.questionIds(query, 0, kConcernedQuestionsMax)))
      wantLive(row.homeCategory);
  }

  std::vector<CategoryId> others;
  for (const auto& category : reader_.categories())
    if (!live.contains(category.id)) others.push_back(category.id);
  // Held, but no longer listed: the server tells whether it may still be read.
  for (const auto& held : cache_.heldScopes()) {
    if (held.scope.kind() != ScopeKind::category) continue;
    const CategoryId id{held.scope.id()};
    if (!live.contains(id) && std::find(others.begin(), others.end(), id) == others.end()) others.push_back(id);
  }

  std::vector<session::ScopeWish> wishes;
  const auto wish = [&](const Scope& scope, bool isLive) {
    wishes.push_back({scope, toSession(cache_.cursor(scope)), isLive, true});
  };
  wish(Scope::user(me), true);
  wish(Scope::directory(), true);
  wishChannels(me, wish);
  for (const CategoryId id : order) wish(Scope::category(id), true);
  for (const CategoryId id : others) wish(Scope::category(id), false);
  return wishes;
}

}  // namespace vb::client::sync

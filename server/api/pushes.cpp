#include "server/api/pushes.h"

#include <memory>
#include <utility>
#include <vector>

#include "shared/base/limits.h"
#include "shared/domain/channel_records.h"
#include "shared/protocol/codec.h"

namespace vb::server::api {
namespace {

std::vector<UserId> readersOf(const Scope& scope) {
  if (scope.kind() == ScopeKind::user) return {UserId{scope.id()}};
  return {};
}

void publishPart(bus::Bus& bus, const storage::Commit& commit, const Scope& scope, Seq prev, Seq to,
                 std::vector<Record> records) {
  protocol::Change change{scope.text(), commit.epoch, prev, to, std::move(records)};
  auto frame = std::make_shared<const std::string>(protocol::encode(protocol::ServerMessage(std::move(change))));
  bus.publish({scope, prev, to, std::move(frame), readersOf(scope)});
}

// Who a record of a member says may no longer read what: asked of every version, so a change that takes nothing away
// costs a look that finds nobody.
void endAccess(bus::Bus& bus, const Scope& scope, const Record& record) {
  const auto user = UserId::parse(record.id);
  if (record.kind != kinds::kMember || !user) return;
  const auto member = record.deleted ? Result<Member>(Member{}) : fromJsonText<Member>(record.body);
  const auto role = member ? member->role : ChannelRole::none;
  if (scope.kind() == ScopeKind::discussion) {
    if (record.deleted) bus.endAccess({*user, scope});
    return;
  }
  if (role < ChannelRole::moderator) bus.endAccess({*user, Scope::desk(ChannelId{scope.id()})});
  if (role < ChannelRole::member) bus.endAccess({*user, scope});
}

}  // namespace

void publishCommit(bus::Bus& bus, const storage::Commit& commit) {
  // First of all: nothing of this commit reaches those whom it shuts out.
  for (const auto& writes : commit.writes)
    if (writes.scope.kind() == ScopeKind::channel || writes.scope.kind() == ScopeKind::discussion)
      for (const auto& record : writes.records) endAccess(bus, writes.scope, record);
  for (const auto& writes : commit.writes) {
    // A large commit (an import) leaves in parts that follow each other, so that no frame is over its limit.
    Seq prev = writes.prev;
    std::vector<Record> part;
    std::size_t bytes = 0;
    for (const auto& record : writes.records) {
      if (bytes >= limits::kPageBytesTarget) {
        const Seq to = part.back().seq;
        publishPart(bus, commit, writes.scope, prev, to, std::exchange(part, {}));
        prev = to;
        bytes = 0;
      }
      bytes += record.body.size() + record.id.size() + 64;
      part.push_back(record);
    }
    publishPart(bus, commit, writes.scope, prev, writes.to, std::move(part));
  }
}

}  // namespace vb::server::api

// Channels: what the operator does with them, and what happens to them by itself: cases are erased at their date.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/storage/storage.h"
#include "shared/base/clock.h"
#include "shared/domain/channel_records.h"

namespace vb::server::services {

struct ChannelFacts {
  ChannelId id;
  Channel channel;
  Lease lease;
  int members = 0;  // guests not counted
  int guests = 0;
  std::vector<UserId> owners;
};

struct NewChannel {
  ChannelId id;
  Channel channel;  // createdAt and leaseEndsAt are set here
  Lease lease;
  UserId owner;
};

// idReused; notFound ("owner") without an account; badField ("name").
Result<void> createChannel(storage::Tables& tables, const NewChannel& channel, Timestamp now);
std::optional<ChannelFacts> channelFacts(const storage::Tables& tables, ChannelId id);
std::vector<ChannelFacts> listChannels(const storage::Tables& tables);
// Of this id, or this name when only one has it. notFound, conflict ("channels").
Result<ChannelId> findChannelNamed(const storage::Tables& tables, const std::string& idOrName);
// Within jobs. notFound ("channel_id").
Result<void> setLease(storage::Tables& tables, ChannelId id, const Lease& lease, Timestamp now);
// As member or moderator; as owner besides those there are. notFound ("user_id"), forbidden ("seats", "last_owner").
Result<void> setChannelMember(storage::Tables& tables, ChannelId id, UserId user, ChannelRole role, Timestamp now);
// Tells all members that it will be deleted from a day on, at least kDeletionNoticeMin from now (badField "date").
// Nothing: it stays.
Result<void> noticeDeletion(storage::Tables& tables, ChannelId id, std::optional<Timestamp> from, Timestamp now);
// forbidden ("notice") before the day of its notice. Every record goes, and every right to read it.
Result<void> deleteChannel(storage::Tables& tables, ChannelId id, Timestamp now);

// Erases the cases whose date has come, a bounded number in a transaction; how many went.
void eraseDueCases(storage::Storage& storage, Timestamp now, std::function<void(Result<int>)> done);

}  // namespace vb::server::services

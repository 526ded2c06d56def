// ChannelLog: who one is in a channel, and writing into its scopes: what guests may see is written into the discussion
// of its topic as well, in the same transaction. Every look-up answers notFound for what one may not see (A9).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/services/changes.h"
#include "shared/domain/channel_rights.h"

namespace vb::server::services {

// Of a living channel.
struct InChannel {
  ChannelId id;
  Channel channel;
  Record record;  // the channel's own
  Member me;
};

// ---- looking

std::optional<Channel> findChannel(const storage::Tables& tables, ChannelId channel);
// In the channel, in whatever role.
std::optional<Member> findMember(const storage::Tables& tables, ChannelId channel, UserId user);
// The user may do this in the channel, now. notFound for who is not in it; forbidden, with detail "lease" when it is
// only the lease that forbids it. A guest does nothing here: see enterTopic.
Result<InChannel> enter(const Changes& changes, ChannelId channel, ChannelAction action);

struct InTopic {
  InChannel in;
  Topic topic;
  Record record;  // the topic's own
};
// The same in a topic; a guest comes into those he was invited to. notFound also for a deleted topic.
Result<InTopic> enterTopic(const Changes& changes, ChannelId channel, TopicId topic, ChannelAction action);

// ---- writing

// Into the channel, and into the topic's discussion when it has guests. `about` is the topic or document it goes with.
void putInTopic(Changes& changes, ChannelId channel, TopicId topic, std::string_view kind, std::string_view id,
                std::string_view about, const json::object& body);
void removeInTopic(Changes& changes, ChannelId channel, TopicId topic, std::string_view kind, std::string_view id);
// A document or version: of a topic as above, else into the channel alone.
void putOfDocument(Changes& changes, ChannelId channel, TopicId topic, std::string_view kind, std::string_view id,
                   std::string_view about, const json::object& body);
// The document with all its versions, and what these held.
void removeDocument(Changes& changes, ChannelId channel, DocumentId document);
// The lease says what the contents of the channel take together.
void noteUsedBytes(Changes& changes, ChannelId channel);
// The topic, its posts, earlier texts and attached documents, everywhere; the lesson stays.
void eraseTopic(Changes& changes, ChannelId channel, TopicId topic);
// Writes the channel and what others see of it: its listing, and the discussions with guests.
void putChannel(Changes& changes, ChannelId id, const Channel& channel, const json::object& body);

// ---- members

// Makes the user a member, or changes his role; topics are of a guest. Also his own record of it.
void putMember(Changes& changes, ChannelId channel, UserId user, ChannelRole role, const std::vector<TopicId>& topics,
               UserId invitedBy);
// Takes him out, with his own record of it: that is the revocation.
void removeMember(Changes& changes, ChannelId channel, UserId user);
void putMembership(Changes& changes, ChannelId channel, UserId user, const Membership& membership);
// The invitations and requests of a user to this channel go.
void removeWaiting(Changes& changes, ChannelId channel, UserId user);
int countOwners(const storage::Tables& tables, ChannelId channel);
// forbidden with detail "seats" when one more member is more than the lease has.
Result<void> checkSeats(const storage::Tables& tables, ChannelId channel);
std::optional<Lease> findLease(const storage::Tables& tables, ChannelId channel);

}  // namespace vb::server::services

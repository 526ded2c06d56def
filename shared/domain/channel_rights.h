// Who may do what in a channel: one table, asked by both ends and shown in the app. Pure.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "shared/base/clock.h"
#include "shared/domain/channel_records.h"

namespace vb {

enum class ChannelAction {
  readTopic,  // a guest: the topics he was invited to
  writePost,  // in a topic that is not closed
  editOwn,    // own topics and posts
  deleteOwn,  // own topics and posts
  startTopic,
  startCase,
  seeMembers,
  readDocuments,
  addDocument,     // documents, versions, folders; restore a version
  changeDocument,  // rename, move, to the bin and back
  writeLesson,
  closeOwnTopic,
  closeTopic,  // anybody's, and open it again
  pinTopic,
  deleteAny,         // somebody else's topics and posts
  invite,            // members and guests; answer requests to join
  removeMember,      // members and guests
  appointModerator,  // and dismiss; remove a moderator or owner
  changeChannel,     // name, description, access, retention
  seeLease,          // plan, term, seats, storage
  exportChannel,
  handOver,  // make somebody else the owner
  leave,
};

struct ChannelRight {
  ChannelAction action;
  bool guest;
  bool member;
  bool moderator;
  bool owner;
  bool writes;  // not after the lease ended
};

// In the order in which the app shows them.
std::span<const ChannelRight> channelRights();
bool may(ChannelRole role, ChannelAction action);
// The same in a channel as it is now: after its lease nothing is written, but one may still leave and export.
bool may(ChannelRole role, ChannelAction action, const Channel& channel, Timestamp now);
// Is the channel read-only since its lease ended?
bool leaseEnded(const Channel& channel, Timestamp now);
// May `actor` take `target` out, or give him another role? Nobody acts on those above him; an owner on everybody.
bool mayActOn(ChannelRole actor, ChannelRole target);

}  // namespace vb

#include "shared/domain/channel_rights.h"

namespace vb {
namespace {

using A = ChannelAction;
constexpr std::array kRights = {
    //           action               guest  member moder. owner  writes
    ChannelRight{A::readTopic, true, true, true, true, false},
    ChannelRight{A::writePost, true, true, true, true, true},
    ChannelRight{A::editOwn, true, true, true, true, true},
    ChannelRight{A::deleteOwn, true, true, true, true, true},
    ChannelRight{A::startTopic, false, true, true, true, true},
    ChannelRight{A::startCase, false, true, true, true, true},
    ChannelRight{A::seeMembers, false, true, true, true, false},
    ChannelRight{A::readDocuments, false, true, true, true, false},
    ChannelRight{A::addDocument, false, true, true, true, true},
    ChannelRight{A::changeDocument, false, true, true, true, true},
    ChannelRight{A::writeLesson, false, true, true, true, true},
    ChannelRight{A::closeOwnTopic, false, true, true, true, true},
    ChannelRight{A::closeTopic, false, false, true, true, true},
    ChannelRight{A::pinTopic, false, false, true, true, true},
    ChannelRight{A::deleteAny, false, false, true, true, true},
    ChannelRight{A::invite, false, false, true, true, true},
    ChannelRight{A::removeMember, false, false, true, true, false},
    ChannelRight{A::appointModerator, false, false, false, true, true},
    ChannelRight{A::changeChannel, false, false, false, true, true},
    ChannelRight{A::seeLease, false, false, false, true, false},
    ChannelRight{A::exportChannel, false, false, false, true, false},
    ChannelRight{A::handOver, false, false, false, true, false},
    ChannelRight{A::leave, true, true, true, true, false},
};

const ChannelRight* rightOf(ChannelAction action) {
  for (const auto& right : kRights)
    if (right.action == action) return &right;
  return nullptr;
}

}  // namespace

std::span<const ChannelRight> channelRights() { return kRights; }

bool may(ChannelRole role, ChannelAction action) {
  const auto* right = rightOf(action);
  if (right == nullptr) return false;
  switch (role) {
    case ChannelRole::none:
      return false;
    case ChannelRole::guest:
      return right->guest;
    case ChannelRole::member:
      return right->member;
    case ChannelRole::moderator:
      return right->moderator;
    case ChannelRole::owner:
      return right->owner;
  }
  return false;
}

bool leaseEnded(const Channel& channel, Timestamp now) { return channel.leaseEndsAt && now >= *channel.leaseEndsAt; }

bool may(ChannelRole role, ChannelAction action, const Channel& channel, Timestamp now) {
  const auto* right = rightOf(action);
  return may(role, action) && right != nullptr && !(right->writes && leaseEnded(channel, now));
}

bool mayActOn(ChannelRole actor, ChannelRole target) {
  if (actor == ChannelRole::owner) return true;
  return actor == ChannelRole::moderator && target < ChannelRole::moderator;
}

}  // namespace vb

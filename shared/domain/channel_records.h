// The records of channels. Scopes: `channel/<id>` is read by its owners, moderators and members; `desk/<id>` by its
// owners and moderators; `discussion/<topic id>` by the guests of one topic (a copy of what concerns it, written in the
// same transaction); memberships and topic marks stand in the user's own scope; open channels are listed in
// `directory`. As in records.h: fields are only ever added. PROTOCOL.md lists them with examples.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/domain/scope.h"

namespace vb {

namespace kinds {
inline constexpr char kChannel[] = "channel";                 // channel, discussion; id = channel id
inline constexpr char kMember[] = "member";                   // channel; id = user id
inline constexpr char kTopic[] = "topic";                     // channel, discussion
inline constexpr char kPost[] = "post";                       // channel, discussion
inline constexpr char kEarlier[] = "earlier";                 // channel, discussion; id = "<topic or post id>.<seq>"
inline constexpr char kLesson[] = "lesson";                   // channel; id = topic id
inline constexpr char kFolder[] = "folder";                   // channel
inline constexpr char kDocument[] = "document";               // channel, discussion
inline constexpr char kVersion[] = "version";                 // channel, discussion
inline constexpr char kJoinRequest[] = "join_request";        // desk; id = user id
inline constexpr char kInvitation[] = "invitation";           // desk
inline constexpr char kLease[] = "lease";                     // desk; id = channel id
inline constexpr char kMembership[] = "membership";           // user; id = channel id. Its tombstone is the revocation
inline constexpr char kTopicMark[] = "topic_mark";            // user; id = topic id
inline constexpr char kChannelListing[] = "channel_listing";  // directory; id = channel id
}  // namespace kinds

enum class ChannelAccess {
  unknown,    // of a newer peer; treated as closed
  open,       // any user may join
  onRequest,  // any user may ask; an owner or moderator decides
  closed,     // by invitation; not listed
};
BOOST_DESCRIBE_ENUM(ChannelAccess, unknown, open, onRequest, closed)

enum class ChannelRole {
  none,   // not in it, or a role of a newer peer: may do nothing
  guest,  // reads and posts in the topics he was invited to
  member,
  moderator,
  owner,  // a channel always has one
};
BOOST_DESCRIBE_ENUM(ChannelRole, none, guest, member, moderator, owner)

enum class MembershipState {
  unknown,    // of a newer peer: nothing is read
  invited,    // may accept or decline; reads nothing yet
  requested,  // asked to join; reads nothing yet
  joined,
};
BOOST_DESCRIBE_ENUM(MembershipState, unknown, invited, requested, joined)

struct Channel {
  std::string name;
  std::string description;  // plain text
  std::string organisation;
  ChannelAccess access = ChannelAccess::closed;
  int caseRetentionDays = 90;  // of a case from its start
  Timestamp createdAt{};
  std::optional<Timestamp> leaseEndsAt;        // after it the channel is read-only; none: no end
  std::optional<Timestamp> deletionNoticedAt;  // when its members were told that it will be deleted
  std::optional<Timestamp> deletedFrom;        // and from when it may be
};
BOOST_DESCRIBE_STRUCT(Channel, (),
                      (name, description, organisation, access, caseRetentionDays, createdAt, leaseEndsAt,
                       deletionNoticedAt, deletedFrom))

struct ChannelListing {
  std::string name;
  std::string description;
  std::string organisation;
  ChannelAccess access = ChannelAccess::open;
};
BOOST_DESCRIBE_STRUCT(ChannelListing, (), (name, description, organisation, access))

struct Member {
  ChannelRole role = ChannelRole::none;
  Timestamp since{};
  std::vector<TopicId> topicIds;  // of a guest
};
BOOST_DESCRIBE_STRUCT(Member, (), (role, since, topicIds))

struct Membership {
  std::string name;  // of the channel, as it was when this was written
  std::string organisation;
  ChannelRole role = ChannelRole::none;  // offered, when invited
  MembershipState state = MembershipState::unknown;
  std::vector<TopicId> topicIds;  // of a guest
  UserId invitedBy;               // nil: nobody did
  Timestamp at{};                 // invited, asked, or in it since then
};
BOOST_DESCRIBE_STRUCT(Membership, (), (name, organisation, role, state, topicIds, invitedBy, at))

struct JoinRequest {
  std::string message;
  Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(JoinRequest, (), (message, at))

// Of a person, or of an e-mail address; the latter is accepted with a code, by the account of that address.
struct Invitation {
  UserId userId;
  std::string email;
  ChannelRole role = ChannelRole::member;
  std::vector<TopicId> topicIds;
  UserId invitedBy;
  Timestamp at{};
  std::optional<Timestamp> expiresAt;  // of a code
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (userId, email, role, topicIds, invitedBy, at, expiresAt))

struct Lease {
  std::string plan;
  Timestamp startsAt{};
  std::optional<Timestamp> endsAt;
  int seats = 0;                // members together, guests not counted; 0: no limit
  std::int64_t quotaBytes = 0;  // contents of all versions; 0: no limit
  std::int64_t usedBytes = 0;
};
BOOST_DESCRIBE_STRUCT(Lease, (), (plan, startsAt, endsAt, seats, quotaBytes, usedBytes))

enum class TopicKind {
  discussion,
  caseDiscussion,  // casuistry: a template, pseudonyms, a retention date
};
BOOST_DESCRIBE_ENUM(TopicKind, discussion, caseDiscussion)

// The parts of a case, Markdown.
struct CaseParts {
  std::string situation;
  std::string tried;
  std::string question;
  std::string agreement;
};
BOOST_DESCRIBE_STRUCT(CaseParts, (), (situation, tried, question, agreement))

struct Topic {
  ChannelId channelId;
  TopicKind kind = TopicKind::discussion;
  std::string title;  // one line
  std::string body;   // Markdown; empty of a case
  std::optional<CaseParts> caseParts;
  UserId authorId;
  Timestamp startedAt{};
  std::optional<Timestamp> editedAt;
  Seq startedSeq = 0;  // seq of the first version in the channel's scope
  bool pinned = false;
  bool closed = false;
  DocumentId aboutDocumentId;           // "discuss this"; nil: none
  QuestionId aboutQuestionId;           // nil: none
  std::vector<DocumentId> documentIds;  // attached
  std::vector<UserId> mentionIds;
  std::optional<Timestamp> eraseAt;    // of a case: then it goes, everywhere
  std::optional<Timestamp> deletedAt;  // a mark where it was: texts are empty
  UserId deletedBy;
};
BOOST_DESCRIBE_STRUCT(Topic, (),
                      (channelId, kind, title, body, caseParts, authorId, startedAt, editedAt, startedSeq, pinned,
                       closed, aboutDocumentId, aboutQuestionId, documentIds, mentionIds, eraseAt, deletedAt,
                       deletedBy))

struct Post {
  ChannelId channelId;
  TopicId topicId;
  std::string body;  // Markdown
  UserId authorId;
  Timestamp postedAt{};
  Seq postedSeq = 0;  // seq of the first version in its scope
  std::optional<Timestamp> editedAt;
  PostId quotedPostId;                  // nil: none; the quoted words stand in the body as a Markdown quote
  std::vector<DocumentId> documentIds;  // attached
  std::vector<UserId> mentionIds;
  std::optional<Timestamp> deletedAt;  // a mark where it was: body is empty
  UserId deletedBy;
};
BOOST_DESCRIBE_STRUCT(Post, (),
                      (channelId, topicId, body, authorId, postedAt, postedSeq, editedAt, quotedPostId, documentIds,
                       mentionIds, deletedAt, deletedBy))

// The text of a topic or post before an edit.
struct Earlier {
  TopicId topicId;
  std::string ofId;  // topic or post
  std::string title;
  std::string body;
  std::optional<CaseParts> caseParts;
  Timestamp writtenAt{};  // when that text was written
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (topicId, ofId, title, body, caseParts, writtenAt))

// What was learned from a case; stays when the case is erased.
struct Lesson {
  std::string title;
  std::string body;  // Markdown
  UserId authorId;
  Timestamp writtenAt{};
};
BOOST_DESCRIBE_STRUCT(Lesson, (), (title, body, authorId, writtenAt))

struct Folder {
  FolderId parentId;  // nil: at the top
  std::string name;   // one line, without slashes
  UserId createdBy;
  Timestamp createdAt{};
};
BOOST_DESCRIBE_STRUCT(Folder, (), (parentId, name, createdBy, createdAt))

struct Document {
  FolderId folderId;  // nil: at the top
  TopicId topicId;    // attached to this topic and goes with it; nil: a document of the channel
  std::string name;   // file name, without slashes
  VersionId currentVersionId;
  UserId createdBy;
  Timestamp createdAt{};
  Timestamp changedAt{};
  std::optional<Timestamp> trashedAt;  // in the bin since
  UserId trashedBy;
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (folderId, topicId, name, currentVersionId, createdBy, createdAt, changedAt, trashedAt,
                       trashedBy))

// Never exists without its content on the server. Not changed after it was written.
struct Version {
  DocumentId documentId;
  int number = 0;      // 1, 2, ... in the order in which they came in
  std::string sha256;  // of the content, hexadecimal, lower case. Knowing it gives no access
  std::int64_t size = 0;
  std::string mediaType;  // as the sender calls it; never trusted for opening
  std::string remark;
  UserId authorId;
  Timestamp addedAt{};
  VersionId baseVersionId;   // that its author had before him; nil of the first
  bool concurrent = false;   // its base was not the newest: somebody else had added one meanwhile
  VersionId restoredFromId;  // nil: none
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (documentId, number, sha256, size, mediaType, remark, authorId, addedAt, baseVersionId,
                       concurrent, restoredFromId))

// What one user did with a topic, on every device.
struct TopicMark {
  ChannelId channelId;
  bool follow = false;
  bool mute = false;
  Seq readSeq = 0;        // read up to this seq of the channel's (or, of a guest, the discussion's) scope
  PostId positionPostId;  // the post that was on top of the window; nil: none
};
BOOST_DESCRIBE_STRUCT(TopicMark, (), (channelId, follow, mute, readSeq, positionPostId))

}  // namespace vb

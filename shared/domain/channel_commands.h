// What a user may ask of a channel; see commands.h. `channelId` names the scope. A guest's effect is written into
// `discussion/<topic>` as well. Errors: notFound for what one may not see, forbidden for what one's role may not do,
// readOnly is told as forbidden with detail "lease" when the channel's lease has ended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "shared/base/ids.h"
#include "shared/domain/channel_records.h"

namespace vb {

// ---- membership ------------------------------------------------------------------------------------------

// Joins an open channel at once; asks to join one on request.
struct JoinChannel {
  static constexpr char kKind[] = "join_channel";
  ChannelId channelId;
  std::string message;  // to who decides; plain text
};
BOOST_DESCRIBE_STRUCT(JoinChannel, (), (channelId, message))

// forbidden with detail "last_owner" for the only owner. Also takes back a request to join.
struct LeaveChannel {
  static constexpr char kKind[] = "leave_channel";
  ChannelId channelId;
};
BOOST_DESCRIBE_STRUCT(LeaveChannel, (), (channelId))

struct AnswerJoinRequest {
  static constexpr char kKind[] = "answer_join_request";
  ChannelId channelId;
  UserId userId;
  bool accept = false;
};
BOOST_DESCRIBE_STRUCT(AnswerJoinRequest, (), (channelId, userId, accept))

// Exactly one of userId and email. Of an address, codeHash is the SHA-256 (hexadecimal) of a code that the inviter
// gives to the invited person; it works once, for the account of that address.
struct InviteToChannel {
  static constexpr char kKind[] = "invite_to_channel";
  ChannelId channelId;
  InvitationId invitationId;
  UserId userId;
  std::string email;
  std::string codeHash;
  ChannelRole role = ChannelRole::member;
  std::vector<TopicId> topicIds;  // of a guest, at least one
};
BOOST_DESCRIBE_STRUCT(InviteToChannel, (), (channelId, invitationId, userId, email, codeHash, role, topicIds))

struct WithdrawInvitation {
  static constexpr char kKind[] = "withdraw_invitation";
  ChannelId channelId;
  InvitationId invitationId;
};
BOOST_DESCRIBE_STRUCT(WithdrawInvitation, (), (channelId, invitationId))

// Of a person who was invited by choosing him.
struct AnswerInvitation {
  static constexpr char kKind[] = "answer_invitation";
  ChannelId channelId;
  bool accept = false;
};
BOOST_DESCRIBE_STRUCT(AnswerInvitation, (), (channelId, accept))

// notFound for a code that is wrong, used, expired or of another address; never told apart.
struct RedeemInvitation {
  static constexpr char kKind[] = "redeem_invitation";
  std::string code;
};
BOOST_DESCRIBE_STRUCT(RedeemInvitation, (), (code))

struct RemoveMember {
  static constexpr char kKind[] = "remove_member";
  ChannelId channelId;
  UserId userId;
};
BOOST_DESCRIBE_STRUCT(RemoveMember, (), (channelId, userId))

struct SetMemberRole {
  static constexpr char kKind[] = "set_member_role";
  ChannelId channelId;
  UserId userId;
  ChannelRole role = ChannelRole::member;
  std::vector<TopicId> topicIds;  // of a guest
};
BOOST_DESCRIBE_STRUCT(SetMemberRole, (), (channelId, userId, role, topicIds))

// The other becomes owner, oneself moderator, in one step.
struct HandOverChannel {
  static constexpr char kKind[] = "hand_over_channel";
  ChannelId channelId;
  UserId userId;
};
BOOST_DESCRIBE_STRUCT(HandOverChannel, (), (channelId, userId))

struct UpdateChannel {
  static constexpr char kKind[] = "update_channel";
  ChannelId channelId;
  Seq baseSeq = 0;
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<ChannelAccess> access;
  std::optional<int> caseRetentionDays;  // of cases started from now on
};
BOOST_DESCRIBE_STRUCT(UpdateChannel, (), (channelId, baseSeq, name, description, access, caseRetentionDays))

// ---- discussions and cases -------------------------------------------------------------------------------

struct StartTopic {
  static constexpr char kKind[] = "start_topic";
  ChannelId channelId;
  TopicId topicId;
  TopicKind kind = TopicKind::discussion;
  std::string title;
  std::string body;
  std::optional<CaseParts> caseParts;
  DocumentId aboutDocumentId;
  QuestionId aboutQuestionId;
  std::vector<DocumentId> documentIds;
  std::vector<UserId> mentionIds;
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(StartTopic, (),
                      (channelId, topicId, kind, title, body, caseParts, aboutDocumentId, aboutQuestionId, documentIds,
                       mentionIds, notBsn))

struct WritePost {
  static constexpr char kKind[] = "write_post";
  ChannelId channelId;
  TopicId topicId;
  PostId postId;
  std::string body;
  PostId quotedPostId;
  std::vector<DocumentId> documentIds;
  std::vector<UserId> mentionIds;
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(WritePost, (), (channelId, topicId, postId, body, quotedPostId, documentIds, mentionIds, notBsn))

// Replaces one's own text; the earlier one is kept. Of a topic: recordKind "topic".
struct EditInChannel {
  static constexpr char kKind[] = "edit_in_channel";
  ChannelId channelId;
  TopicId topicId;
  std::string recordKind;  // topic or post
  std::string recordId;
  Seq baseSeq = 0;
  std::optional<std::string> title;  // topic
  std::optional<std::string> body;
  std::optional<CaseParts> caseParts;  // topic that is a case
  std::optional<std::vector<DocumentId>> documentIds;
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(EditInChannel, (),
                      (channelId, topicId, recordKind, recordId, baseSeq, title, body, caseParts, documentIds, notBsn))

// Leaves a mark where it was; its earlier texts go.
struct DeleteInChannel {
  static constexpr char kKind[] = "delete_in_channel";
  ChannelId channelId;
  TopicId topicId;
  std::string recordKind;  // topic or post
  std::string recordId;
  Seq baseSeq = 0;
};
BOOST_DESCRIBE_STRUCT(DeleteInChannel, (), (channelId, topicId, recordKind, recordId, baseSeq))

struct SetTopicState {
  static constexpr char kKind[] = "set_topic_state";
  ChannelId channelId;
  TopicId topicId;
  std::optional<bool> pinned;
  std::optional<bool> closed;
};
BOOST_DESCRIBE_STRUCT(SetTopicState, (), (channelId, topicId, pinned, closed))

// Changes what is named; a lower readSeq than the stored one changes nothing in it.
struct MarkTopic {
  static constexpr char kKind[] = "mark_topic";
  ChannelId channelId;
  TopicId topicId;
  std::optional<bool> follow;
  std::optional<bool> mute;
  std::optional<Seq> readSeq;
  std::optional<PostId> positionPostId;
};
BOOST_DESCRIBE_STRUCT(MarkTopic, (), (channelId, topicId, follow, mute, readSeq, positionPostId))

// Replaces the lesson of a case; an empty body removes it.
struct WriteLesson {
  static constexpr char kKind[] = "write_lesson";
  ChannelId channelId;
  TopicId topicId;
  std::string title;
  std::string body;
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(WriteLesson, (), (channelId, topicId, title, body, notBsn))

// ---- documents -------------------------------------------------------------------------------------------

struct AddFolder {
  static constexpr char kKind[] = "add_folder";
  ChannelId channelId;
  FolderId folderId;
  FolderId parentId;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AddFolder, (), (channelId, folderId, parentId, name))

// Renames or moves. badField "parent_id" when it would stand in itself. The last one wins: a name is no text that can
// be lost; baseSeq is for the log alone.
struct ChangeFolder {
  static constexpr char kKind[] = "change_folder";
  ChannelId channelId;
  FolderId folderId;
  Seq baseSeq = 0;
  std::optional<std::string> name;
  std::optional<FolderId> parentId;
};
BOOST_DESCRIBE_STRUCT(ChangeFolder, (), (channelId, folderId, baseSeq, name, parentId))

// Only an empty one: forbidden with detail "not_empty" otherwise (documents in the bin do not count; they move up).
struct RemoveFolder {
  static constexpr char kKind[] = "remove_folder";
  ChannelId channelId;
  FolderId folderId;
};
BOOST_DESCRIBE_STRUCT(RemoveFolder, (), (channelId, folderId))

// The content is a finished upload of the same user into this channel, or that of a version which stands in this
// channel already (copyOf); exactly one of them. notFound for another's upload.
struct AddDocument {
  static constexpr char kKind[] = "add_document";
  ChannelId channelId;
  DocumentId documentId;
  VersionId versionId;
  FolderId folderId;
  TopicId topicId;
  std::string name;
  std::string mediaType;
  std::string remark;
  UploadId uploadId;
  VersionId copyOf;
};
BOOST_DESCRIBE_STRUCT(AddDocument, (),
                      (channelId, documentId, versionId, folderId, topicId, name, mediaType, remark, uploadId, copyOf))

// A version on top of baseVersionId. When somebody else added one meanwhile both are kept: `concurrent`.
struct AddVersion {
  static constexpr char kKind[] = "add_version";
  ChannelId channelId;
  DocumentId documentId;
  VersionId versionId;
  VersionId baseVersionId;
  std::string mediaType;
  std::string remark;
  UploadId uploadId;
  VersionId copyOf;  // an older version of the same document: it is restored
};
BOOST_DESCRIBE_STRUCT(AddVersion, (),
                      (channelId, documentId, versionId, baseVersionId, mediaType, remark, uploadId, copyOf))

// Renames, moves, to the bin and back. The last one wins, as of ChangeFolder.
struct ChangeDocument {
  static constexpr char kKind[] = "change_document";
  ChannelId channelId;
  DocumentId documentId;
  Seq baseSeq = 0;
  std::optional<std::string> name;
  std::optional<FolderId> folderId;
  std::optional<bool> trashed;
};
BOOST_DESCRIBE_STRUCT(ChangeDocument, (), (channelId, documentId, baseSeq, name, folderId, trashed))

}  // namespace vb

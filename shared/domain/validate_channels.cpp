#include <algorithm>
#include <set>

#include "shared/base/limits.h"
#include "shared/domain/checks.h"
#include "shared/domain/validate.h"

namespace vb {
namespace {

using namespace checks;

bool isHash(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

template <class T>
Result<void> checkIds(std::string_view field, const std::vector<T>& ids, std::size_t max) {
  if (ids.size() > max) return fail(ErrorCode::tooLarge, std::string(field));
  const std::set<T> distinct(ids.begin(), ids.end());
  if (distinct.size() != ids.size() || (!distinct.empty() && distinct.begin()->isNil()))
    return fail(ErrorCode::badField, std::string(field));
  return {};
}

// A name of a file or folder, as it may be shown and stored anywhere (A13): the client cleans what it is given.
Result<void> checkName(std::string_view name) {
  if (name.size() > limits::kFileNameBytesMax) return fail(ErrorCode::tooLarge, "name");
  if (auto checked = checkText("name", name, 1, limits::kFileNameBytesMax, true); !checked) return checked;
  const bool isPath = name == "." || name == ".." || name.find_first_of("/\\\t") != std::string_view::npos;
  if (isPath) return fail(ErrorCode::badField, "name");
  return {};
}

// Exactly one of the two.
Result<void> checkContent(const UploadId& upload, const VersionId& copyOf) {
  if (upload.isNil() == copyOf.isNil()) return fail(ErrorCode::badField, "upload_id");
  return {};
}

Result<void> checkRole(ChannelRole role, const std::vector<TopicId>& topics) {
  if (role == ChannelRole::none) return fail(ErrorCode::badField, "role");
  if ((role == ChannelRole::guest) == topics.empty()) return fail(ErrorCode::badField, "topic_ids");
  return checkIds("topic_ids", topics, limits::kGuestTopicsMax);
}

Result<void> checkParts(const CaseParts& parts) {
  return firstFailure({checkBody("situation", parts.situation, 2, limits::kBodyBytesMax),
                       checkBody("tried", parts.tried, 0, limits::kBodyBytesMax),
                       checkBody("question", parts.question, 2, limits::kBodyBytesMax),
                       checkBody("agreement", parts.agreement, 0, limits::kBodyBytesMax)});
}

bool isTextKind(std::string_view kind) { return kind == kinds::kTopic || kind == kinds::kPost; }

Result<void> checkBase(Seq seq) {
  if (seq < 1) return fail(ErrorCode::badField, "base_seq");
  return {};
}

}  // namespace

Result<void> validate(const JoinChannel& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid),
                       checkBody("message", command.message, 0, limits::kCommentBytesMax)});
}

Result<void> validate(const LeaveChannel& command) { return checkId("channel_id", command.channelId.uuid); }

Result<void> validate(const AnswerJoinRequest& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("user_id", command.userId.uuid)});
}

Result<void> validate(const InviteToChannel& command) {
  if (command.userId.isNil() == command.email.empty()) return fail(ErrorCode::badField, "email");
  if (!command.email.empty() && !looksLikeEmail(command.email)) return fail(ErrorCode::badField, "email");
  if (command.email.empty() != command.codeHash.empty()) return fail(ErrorCode::badField, "code_hash");
  if (!command.codeHash.empty() && !isHash(command.codeHash)) return fail(ErrorCode::badField, "code_hash");
  return firstFailure({checkId("channel_id", command.channelId.uuid),
                       checkId("invitation_id", command.invitationId.uuid), checkRole(command.role, command.topicIds)});
}

Result<void> validate(const WithdrawInvitation& command) {
  return firstFailure(
      {checkId("channel_id", command.channelId.uuid), checkId("invitation_id", command.invitationId.uuid)});
}

Result<void> validate(const AnswerInvitation& command) { return checkId("channel_id", command.channelId.uuid); }

Result<void> validate(const RedeemInvitation& command) { return checkText("code", command.code, 8, 100, true); }

Result<void> validate(const RemoveMember& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("user_id", command.userId.uuid)});
}

Result<void> validate(const SetMemberRole& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("user_id", command.userId.uuid),
                       checkRole(command.role, command.topicIds)});
}

Result<void> validate(const HandOverChannel& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("user_id", command.userId.uuid)});
}

Result<void> validate(const UpdateChannel& command) {
  if (command.access == ChannelAccess::unknown) return fail(ErrorCode::badField, "access");
  if (command.caseRetentionDays &&
      (*command.caseRetentionDays < 1 || *command.caseRetentionDays > limits::kCaseRetentionDaysMax))
    return fail(ErrorCode::badField, "case_retention_days");
  if (command.name)
    if (auto checked = checkText("name", *command.name, 2, limits::kNameCharsMax, true); !checked) return checked;
  if (command.description)
    if (auto checked = checkBody("description", *command.description, 0, limits::kCommentBytesMax); !checked)
      return checked;
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkBase(command.baseSeq)});
}

Result<void> validate(const StartTopic& command) {
  const bool isCase = command.kind == TopicKind::caseDiscussion;
  if (isCase != command.caseParts.has_value()) return fail(ErrorCode::badField, "case_parts");
  if (isCase && !command.body.empty()) return fail(ErrorCode::badField, "body");
  if (isCase)
    if (auto checked = checkParts(*command.caseParts); !checked) return checked;
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid),
                       checkText("title", command.title, 3, limits::kTitleCharsMax, true),
                       checkBody("body", command.body, 0, limits::kBodyBytesMax),
                       checkIds("document_ids", command.documentIds, limits::kAttachmentsMax),
                       checkIds("mention_ids", command.mentionIds, limits::kMentionsMax)});
}

Result<void> validate(const WritePost& command) {
  const int charsMin = command.documentIds.empty() ? 1 : 0;
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid),
                       checkId("post_id", command.postId.uuid),
                       checkBody("body", command.body, charsMin, limits::kBodyBytesMax),
                       checkIds("document_ids", command.documentIds, limits::kAttachmentsMax),
                       checkIds("mention_ids", command.mentionIds, limits::kMentionsMax)});
}

Result<void> validate(const EditInChannel& command) {
  if (!isTextKind(command.recordKind)) return fail(ErrorCode::badField, "record_kind");
  const bool isTopic = command.recordKind == kinds::kTopic;
  if (command.title && !isTopic) return fail(ErrorCode::badField, "title");
  if (command.caseParts && !isTopic) return fail(ErrorCode::badField, "case_parts");
  if (command.title)
    if (auto checked = checkText("title", *command.title, 3, limits::kTitleCharsMax, true); !checked) return checked;
  if (command.body)
    if (auto checked = checkBody("body", *command.body, 0, limits::kBodyBytesMax); !checked) return checked;
  if (command.caseParts)
    if (auto checked = checkParts(*command.caseParts); !checked) return checked;
  if (command.documentIds)
    if (auto checked = checkIds("document_ids", *command.documentIds, limits::kAttachmentsMax); !checked)
      return checked;
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid),
                       checkRecordId("record_id", command.recordId), checkBase(command.baseSeq)});
}

Result<void> validate(const DeleteInChannel& command) {
  if (!isTextKind(command.recordKind)) return fail(ErrorCode::badField, "record_kind");
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid),
                       checkRecordId("record_id", command.recordId), checkBase(command.baseSeq)});
}

Result<void> validate(const SetTopicState& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid)});
}

Result<void> validate(const MarkTopic& command) {
  if (command.readSeq && *command.readSeq < 0) return fail(ErrorCode::badField, "read_seq");
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid)});
}

Result<void> validate(const WriteLesson& command) {
  if (!command.body.empty())
    if (auto checked = checkText("title", command.title, 3, limits::kTitleCharsMax, true); !checked) return checked;
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("topic_id", command.topicId.uuid),
                       checkBody("body", command.body, 0, limits::kBodyBytesMax)});
}

Result<void> validate(const AddFolder& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("folder_id", command.folderId.uuid),
                       checkName(command.name)});
}

Result<void> validate(const ChangeFolder& command) {
  if (command.name)
    if (auto checked = checkName(*command.name); !checked) return checked;
  if (command.parentId == command.folderId) return fail(ErrorCode::badField, "parent_id");
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("folder_id", command.folderId.uuid)});
}

Result<void> validate(const RemoveFolder& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("folder_id", command.folderId.uuid)});
}

Result<void> validate(const AddDocument& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("document_id", command.documentId.uuid),
                       checkId("version_id", command.versionId.uuid), checkName(command.name),
                       checkContent(command.uploadId, command.copyOf),
                       checkText("media_type", command.mediaType, 0, limits::kNameCharsMax, true),
                       checkText("remark", command.remark, 0, limits::kRemarkCharsMax, true)});
}

Result<void> validate(const AddVersion& command) {
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("document_id", command.documentId.uuid),
                       checkId("version_id", command.versionId.uuid),
                       checkId("base_version_id", command.baseVersionId.uuid),
                       checkContent(command.uploadId, command.copyOf),
                       checkText("media_type", command.mediaType, 0, limits::kNameCharsMax, true),
                       checkText("remark", command.remark, 0, limits::kRemarkCharsMax, true)});
}

Result<void> validate(const ChangeDocument& command) {
  if (command.name)
    if (auto checked = checkName(*command.name); !checked) return checked;
  return firstFailure({checkId("channel_id", command.channelId.uuid), checkId("document_id", command.documentId.uuid)});
}

}  // namespace vb

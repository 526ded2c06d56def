// The rules for what a command may contain, and who may do what; both ends call the same functions. Pure.
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/commands.h"

namespace vb {

// badField or tooLarge with the field's wire name as detail; never looks at the personal-data guard.
Result<void> validate(const AskQuestion& command);
Result<void> validate(const PostAnswer& command);
Result<void> validate(const PostComment& command);
Result<void> validate(const EditPost& command);
Result<void> validate(const DeletePost& command);
Result<void> validate(const ThankAnswer& command);
Result<void> validate(const MarkHelpful& command);
Result<void> validate(const SetExpertise& command);
Result<void> validate(const UpdateProfile& command);
Result<void> validate(const SetMark& command);
Result<void> validate(const UpdateSettings& command);
// Of channels; see channel_commands.h.
Result<void> validate(const JoinChannel& command);
Result<void> validate(const LeaveChannel& command);
Result<void> validate(const AnswerJoinRequest& command);
Result<void> validate(const InviteToChannel& command);
Result<void> validate(const WithdrawInvitation& command);
Result<void> validate(const AnswerInvitation& command);
Result<void> validate(const RedeemInvitation& command);
Result<void> validate(const RemoveMember& command);
Result<void> validate(const SetMemberRole& command);
Result<void> validate(const HandOverChannel& command);
Result<void> validate(const UpdateChannel& command);
Result<void> validate(const StartTopic& command);
Result<void> validate(const WritePost& command);
Result<void> validate(const EditInChannel& command);
Result<void> validate(const DeleteInChannel& command);
Result<void> validate(const SetTopicState& command);
Result<void> validate(const MarkTopic& command);
Result<void> validate(const WriteLesson& command);
Result<void> validate(const AddFolder& command);
Result<void> validate(const ChangeFolder& command);
Result<void> validate(const RemoveFolder& command);
Result<void> validate(const AddDocument& command);
Result<void> validate(const AddVersion& command);
Result<void> validate(const ChangeDocument& command);
Result<void> validate(const CommandBody& command);

// Trimmed length in code points; control characters other than newline and tab count as invalid (-1), so do
// bytes that are not UTF-8.
int textLength(std::string_view utf8);
bool looksLikeEmail(std::string_view text);

// Who may do what with a post. `actor` is signed in; author and asker come from the records.
enum class PostAction {
  edit,         // own posts
  remove,       // own posts
  thank,        // somebody else's answer
  markHelpful,  // the asker, on somebody else's answer to the own question
  answer,       // anybody, while the question is open
  comment,      // anybody
};
struct PostFacts {
  UserId postAuthor;  // of the post acted upon
  UserId asker;       // of the question it belongs to
  bool questionOpen = true;
};
bool may(UserId actor, PostAction action, const PostFacts& facts);

}  // namespace vb

// Effects: what each command does, one function per kind, within the transaction of its job. The command is validated.
// Every function looks first and writes last: an Error means that it wrote nothing.
#pragma once

#include <optional>

#include "server/services/changes.h"
#include "shared/domain/commands.h"
#include "shared/domain/validate.h"

namespace vb::server::services {

struct Carried {
  std::optional<std::int64_t> routedTo;  // ask_question
  std::optional<json::object> newest;    // conflict: nothing was written
};

// notFound, forbidden, idReused, badField.
Result<Carried> carryOut(Changes& changes, const AskQuestion& command);
Result<Carried> carryOut(Changes& changes, const PostAnswer& command);
Result<Carried> carryOut(Changes& changes, const PostComment& command);
Result<Carried> carryOut(Changes& changes, const EditPost& command);
Result<Carried> carryOut(Changes& changes, const DeletePost& command);
Result<Carried> carryOut(Changes& changes, const ThankAnswer& command);
Result<Carried> carryOut(Changes& changes, const MarkHelpful& command);
Result<Carried> carryOut(Changes& changes, const SetExpertise& command);
Result<Carried> carryOut(Changes& changes, const UpdateProfile& command);
Result<Carried> carryOut(Changes& changes, const SetMark& command);
Result<Carried> carryOut(Changes& changes, const UpdateSettings& command);
Result<Carried> carryOut(Changes& changes, const JoinChannel& command);
Result<Carried> carryOut(Changes& changes, const LeaveChannel& command);
Result<Carried> carryOut(Changes& changes, const AnswerJoinRequest& command);
Result<Carried> carryOut(Changes& changes, const InviteToChannel& command);
Result<Carried> carryOut(Changes& changes, const WithdrawInvitation& command);
Result<Carried> carryOut(Changes& changes, const AnswerInvitation& command);
Result<Carried> carryOut(Changes& changes, const RedeemInvitation& command);
Result<Carried> carryOut(Changes& changes, const RemoveMember& command);
Result<Carried> carryOut(Changes& changes, const SetMemberRole& command);
Result<Carried> carryOut(Changes& changes, const HandOverChannel& command);
Result<Carried> carryOut(Changes& changes, const UpdateChannel& command);
Result<Carried> carryOut(Changes& changes, const StartTopic& command);
Result<Carried> carryOut(Changes& changes, const WritePost& command);
Result<Carried> carryOut(Changes& changes, const EditInChannel& command);
Result<Carried> carryOut(Changes& changes, const DeleteInChannel& command);
Result<Carried> carryOut(Changes& changes, const SetTopicState& command);
Result<Carried> carryOut(Changes& changes, const MarkTopic& command);
Result<Carried> carryOut(Changes& changes, const WriteLesson& command);
Result<Carried> carryOut(Changes& changes, const AddFolder& command);
Result<Carried> carryOut(Changes& changes, const ChangeFolder& command);
Result<Carried> carryOut(Changes& changes, const RemoveFolder& command);
Result<Carried> carryOut(Changes& changes, const AddDocument& command);
Result<Carried> carryOut(Changes& changes, const AddVersion& command);
Result<Carried> carryOut(Changes& changes, const ChangeDocument& command);

}  // namespace vb::server::services

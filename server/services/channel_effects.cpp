// Channels, discussions, cases.
#include "server/services/effects.h"

namespace vb::server::services {

Result<Carried> carryOut(Changes&, const JoinChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const LeaveChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const AnswerJoinRequest&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const InviteToChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const WithdrawInvitation&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const AnswerInvitation&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const RedeemInvitation&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const RemoveMember&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const SetMemberRole&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const HandOverChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const UpdateChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const StartTopic&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const WritePost&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const EditInChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const DeleteInChannel&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const SetTopicState&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const MarkTopic&) { return fail(ErrorCode::unsupported); }
Result<Carried> carryOut(Changes&, const WriteLesson&) { return fail(ErrorCode::unsupported); }

}  // namespace vb::server::services

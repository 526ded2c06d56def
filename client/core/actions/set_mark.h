// The user's own marks: saved, follow, later, not for me, read.
#pragma once

#include "client/core/actions/parts.h"

namespace vb::client::actions {

Result<CommandId> setSaved(const ActionParts& parts, QuestionId question, const std::string& targetId, bool on);
Result<CommandId> setFollow(const ActionParts& parts, QuestionId question, bool on);
// until 0: no moment, until it is taken back.
Result<CommandId> setLater(const ActionParts& parts, QuestionId question, bool on, qint64 until);
Result<CommandId> setNotForMe(const ActionParts& parts, QuestionId question, bool on);
// Everything of the question that is here now was seen. Nil when it was already.
Result<CommandId> markRead(const ActionParts& parts, QuestionId question);

}  // namespace vb::client::actions

// Thanks for somebody else's answer, and the asker's mark that an answer helped. forbidden when the rules say no.
#pragma once

#include "client/core/actions/parts.h"

namespace vb::client::actions {

Result<CommandId> thankAnswer(const ActionParts& parts, QuestionId question, AnswerId answer, bool on);
Result<CommandId> markHelpful(const ActionParts& parts, QuestionId question, AnswerId answer, bool on);

}  // namespace vb::client::actions

// Asking, answering and commenting: each makes a new post under an id chosen by the caller, and takes its draft away in
// the same transaction. badField or tooLarge name the field; notFound when the question is not known here.
#pragma once

#include <QStringList>

#include "client/core/actions/parts.h"

namespace vb::client::actions {

Result<CommandId> askQuestion(const ActionParts& parts, const AskQuestion& question,
                              const QString& draftKey = QStringLiteral("ask"));
// Forbidden when the question is closed.
Result<CommandId> postAnswer(const ActionParts& parts, PostAnswer answer);
Result<CommandId> postComment(const ActionParts& parts, PostComment comment);

}  // namespace vb::client::actions

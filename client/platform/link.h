// Links of our own: vraagbaak://question/<uuid>. Kind and UUID only; anything else in a link is no link (A18): it never
// switches server, sends something or opens a file. Pure.
#pragma once

#include <optional>

#include <QString>

#include "shared/base/ids.h"

namespace vb::client::platform {

// The question that a link names; nothing for every other text.
std::optional<QuestionId> questionOfLink(const QString& link);
QString linkOfQuestion(QuestionId question);

}  // namespace vb::client::platform

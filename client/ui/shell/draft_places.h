// Where a draft in a channel is written: "topic/<channel>", "case/<channel>", "post/<topic>", "lesson/<topic>",
// "edit/<topic or post>". GUI thread.
#pragma once

#include <optional>

#include "client/core/store/reader.h"
#include "client/ui/shell/destination.h"

namespace vb::client::ui {

// Nothing for a draft of something else, and when its channel or topic is not here.
std::optional<Visit> visitOfDraft(const QString& key, store::Reader& reader);
// The place of a topic.
Visit visitOfTopic(const store::TopicRow& topic, PostId post = {});

}  // namespace vb::client::ui

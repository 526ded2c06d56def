// Limits of the drafts room.
#pragma once

#include <chrono>

namespace vb::client::ui {

// A draft is on disk within a second of typing; this leaves the core time to write it.
inline constexpr std::chrono::milliseconds kDraftDelay{600};

}  // namespace vb::client::ui

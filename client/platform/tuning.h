// Limits of the platform room, each with its reason.
#pragma once

namespace vb::client::platform {

// A local socket answers at once or not at all.
inline constexpr int kInstanceAnswerMs = 500;
// Longest link that is looked at: scheme, kind and a UUID are 57 characters.
inline constexpr int kLinkCharsMax = 80;
// A notification server that does not answer must not hold the window.
inline constexpr int kDBusAnswerMs = 2000;

}  // namespace vb::client::platform

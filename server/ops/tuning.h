// Limits of the ops room.
#pragma once

#include <cstddef>

namespace vb::server::ops {

inline constexpr std::size_t kLogValueBytesMax = 300;              // a value is an id, a code or a short reason
inline constexpr std::size_t kLogFileBytesMax = 10 * 1024 * 1024;  // opens in every editor
inline constexpr std::size_t kLogFilesKept = 5;

}  // namespace vb::server::ops

// Limits of the app room.
#pragma once

#include <chrono>
#include <cstddef>

namespace vb::server::app {

inline constexpr std::chrono::hours kPruneEvery{24};
inline constexpr std::size_t kSpareDescriptors = 256;         // database, log, listeners; the rest is for connections
inline constexpr std::size_t kAdminLineBytesMax = 64 * 1024;  // one request of the operator
inline constexpr std::size_t kAdminVisitsMax = 8;             // at once; the operator is one person, with scripts
inline constexpr std::chrono::seconds kAdminPatience{10};     // for a visitor to ask, and to take the answer
inline constexpr std::chrono::seconds kAdminAnswerPatience{60};     // for the answer: passwords wait to be hashed
inline constexpr std::chrono::milliseconds kAdminAcceptPause{100};  // out of descriptors: let some close
inline constexpr std::size_t kSocketPathBytesMax = 107;             // sun_path of unix(7), without its end
inline constexpr std::size_t kPasswordLineBytesMax = 4096;          // of a file or standard input

}  // namespace vb::server::app

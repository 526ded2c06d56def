// Limits of the net room.
#pragma once

#include <chrono>
#include <cstdint>

namespace vb::client::net {

inline constexpr std::chrono::seconds kHttpTimeout{
    20};  // argon2id takes well under a second; the rest is a slow network
inline constexpr std::int64_t kHttpReplyBytesMax =
    64 * 1024;  // ours are under one KiB; a portal's page may be anything

}  // namespace vb::client::net

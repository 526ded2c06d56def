// Limits of the net room.
#pragma once

#include <chrono>
#include <cstdint>

namespace vb::client::net {

inline constexpr std::chrono::seconds kHttpTimeout{
    20};  // argon2id takes well under a second; the rest is a slow network
inline constexpr std::int64_t kHttpReplyBytesMax =
    64 * 1024;  // ours are under one KiB; a portal's page may be anything

inline constexpr std::chrono::seconds kContentTimeout{30};  // without a byte: the network is gone
inline constexpr std::int64_t kReadBufferBytes = 2 << 20;   // of a download: a second of a good line

}  // namespace vb::client::net

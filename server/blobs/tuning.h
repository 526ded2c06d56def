// Limits of the blobs room.
#pragma once

#include <cstddef>

namespace vb::server::blobs {

inline constexpr std::size_t kHashBytes = 1 << 20;  // read at once to be hashed: larger is no faster

}  // namespace vb::server::blobs

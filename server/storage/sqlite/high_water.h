// HighWaterMark: epoch and number of the newest commit, outside the database, so that a restored database is noticed
// (S5); and the lock on the database, `<file>.lock`. Owned by the open storage, used on its writing thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shared/base/result.h"

namespace vb::server::storage {

class HighWaterMark {
 public:
  struct Mark {
    std::string epoch;
    std::int64_t commit = 0;
  };

  // Locks `file` and opens its mark at `place`; empty: `<file>.highwater`. unavailable while another process (or
  // object) holds the lock, ioFailed when the mark cannot be opened.
  static Result<HighWaterMark> open(const std::filesystem::path& file, const std::filesystem::path& place);

  HighWaterMark(HighWaterMark&& other) noexcept;
  HighWaterMark& operator=(HighWaterMark&&) = delete;
  ~HighWaterMark();

  // Nothing when it was never written; ioFailed when something stands there that is no mark.
  Result<std::optional<Mark>> read() const;
  // One pwrite; false when it failed. With `sync` it is on disk afterwards.
  bool write(const Mark& mark, bool sync);

 private:
  HighWaterMark() = default;
  int lock_ = -1;
  int descriptor_ = -1;
};

}  // namespace vb::server::storage

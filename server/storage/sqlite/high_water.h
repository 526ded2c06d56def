// HighWaterMark: epoch and number of the newest commit, outside the database, so that a restored database is noticed
// (S5); and the lock on it. Owned by the open storage, used on its writing thread.
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

  // Opens and locks `<file>.highwater`. unavailable while another process (or object) holds it.
  static Result<HighWaterMark> open(const std::filesystem::path& file);

  HighWaterMark(HighWaterMark&& other) noexcept;
  HighWaterMark& operator=(HighWaterMark&&) = delete;
  ~HighWaterMark();

  // Nothing when it was never written.
  std::optional<Mark> read() const;
  // One pwrite; false when it failed. With `sync` it is on disk afterwards.
  bool write(const Mark& mark, bool sync);

 private:
  explicit HighWaterMark(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

std::filesystem::path highWaterPath(const std::filesystem::path& file);

}  // namespace vb::server::storage

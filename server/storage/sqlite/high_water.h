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

  // Locks `file` and looks for its mark at `place`; empty: `<file>.highwater`. Makes nothing but the lock. unavailable
  // while another process (or object) holds the lock, badField when the place cannot be opened.
  static Result<HighWaterMark> open(const std::filesystem::path& file, const std::filesystem::path& place);

  HighWaterMark(HighWaterMark&& other) noexcept;
  HighWaterMark& operator=(HighWaterMark&&) = delete;
  ~HighWaterMark();

  // Nothing when it is absent or empty; restoredDatabase when something stands there that is no mark.
  Result<std::optional<Mark>> read() const;
  // `<file>.highwater`, from the time before another place was named. Nothing when it is absent or no mark.
  static std::optional<Mark> readBeside(const std::filesystem::path& file);
  // Takes `<file>.highwater` away when this one stands elsewhere.
  void removeOther(const std::filesystem::path& file) const;
  // Makes it, empty, when it is absent; badField when the place does not allow it.
  Result<void> create();
  // One pwrite; false when it failed. With `sync` it is on disk afterwards.
  bool write(const Mark& mark, bool sync);

 private:
  HighWaterMark() = default;
  std::filesystem::path place_;
  int lock_ = -1;
  int descriptor_ = -1;
};

}  // namespace vb::server::storage

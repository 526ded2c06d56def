// Backup files: an online copy, checked, and the mark that tells a server in another process about it.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shared/base/result.h"

namespace vb::server::storage {

struct BackupMark {
  std::string epoch;
  std::int64_t commit = 0;
};

// Copies `file` as it is at one moment to `target`, checks the copy, brings it to disk, then names it `target`.
// Interrupted (unavailable) when `cancel` becomes true.
Result<BackupMark> copyDatabase(const std::filesystem::path& file, const std::filesystem::path& target,
                                const std::atomic<bool>& cancel);
// `<file>.backedup`: what another process backed up. Nothing when there is none.
std::optional<BackupMark> readBackupMark(const std::filesystem::path& file);
Result<void> writeBackupMark(const std::filesystem::path& file, const BackupMark& mark);
Result<void> syncToDisk(const std::filesystem::path& path);

}  // namespace vb::server::storage

// FailingVfs: SQLite on a disk that becomes full, or fails, at the n-th write or sync, until it is healed. Register one
// at a time; outlives every database opened with it.
#pragma once

#include <atomic>
#include <string>

#include <sqlite3.h>

namespace vb::test {

class FailingVfs {
 public:
  FailingVfs();
  ~FailingVfs();
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  static std::string name() { return "failing"; }
  // From now on the `count`-th write (0: the next) and all after it fail with this result.
  void failFrom(int count, int result = SQLITE_FULL) {
    left_ = count;
    result_ = result;
    failures_ = 0;
  }
  void heal() { left_ = -1; }
  int failures() const { return failures_; }
  // Times the write-ahead log was brought to disk.
  int walSyncs() const { return walSyncs_; }
  void walSynced() { ++walSyncs_; }

  // SQLITE_OK or the failure; counts down.
  int onWrite();
  sqlite3_vfs* below() const { return below_; }

 private:
  sqlite3_vfs vfs_{};
  sqlite3_vfs* below_;
  int left_ = -1;  // -1: healthy
  int result_ = SQLITE_FULL;
  int failures_ = 0;
  std::atomic<int> walSyncs_{0};
};

}  // namespace vb::test

// Storage in one SQLite file (WAL, synchronous=FULL). The writer's connection alone writes and checkpoints. Beside the
// database stand `<file>.lock`, which keeps a second process out, and (or elsewhere) `<file>.highwater`: epoch and
// number of the newest commit.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/storage/storage.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace vb::server::storage {

enum class Running {
  threads,     // one writing and one reading thread
  whenPumped,  // jobs wait for pump(): a test decides what happens between submitting, committing and answering
  inlineNow,   // jobs run before write() and read() return: admin commands, simple tests
};

// Where a test may let something go wrong.
enum class FaultPoint {
  beforeCommit,  // the jobs of a group ran, nothing is committed
  afterCommit,   // committed and on disk, nobody was told
};
enum class Fault {
  none,
  diskFull,  // the commit fails
  crash,     // as kill -9: the storage does and answers nothing any more; open the file again
};

struct StorageOptions {
  std::filesystem::path file;
  // Where the mark stands, best on another disk; empty: beside the database. In another place it must be there for a
  // database that was written to, unless the one beside the database fits: that moves there.
  std::filesystem::path highWater;
  const Clock* clock = nullptr;    // must outlive the storage
  RandomSource* random = nullptr;  // used only while opening
  Running running = Running::threads;
  // Brings answers to the owner's thread; empty: called where they arise.
  std::function<void(std::function<void()>)> post;
  bool acceptRestore = false;    // the database may be older than what was acknowledged: begin a new epoch
  std::string vfs;               // SQLite VFS by name; empty: the default
  bool syncToDisk = true;        // false only in simulations, where the machine never loses power
  Storage::OnProblem onProblem;  // a defect in a job (job_failed), a disk that fails (write_failed)
  std::function<Fault(FaultPoint)> faults;
};

// newerSchema and restoredDatabase (also for a mark that is damaged, or should be elsewhere and is not) leave
// everything untouched; badField: the mark's place cannot be used; unavailable: another process has it open; else
// ioFailed or diskFull.
Result<std::unique_ptr<Storage>> openSqliteStorage(StorageOptions options);

// A copy of a database that another process may have open for writing, checked; the number of the last commit in it.
// A server learns of it by Storage::noteBackup. The target must not exist. `beforeNoted` brings to safety what belongs
// to the copy; when it fails the copy goes, and nobody is told of it.
Result<std::int64_t> backupDatabase(const std::filesystem::path& file, const std::filesystem::path& target,
                                    const std::function<Result<void>()>& beforeNoted = {});
// The hashes of the contents that the versions in such a copy have. None in one of before there were documents.
Result<std::vector<std::string>> contentsIn(const std::filesystem::path& file);

struct RestoreOptions {
  std::filesystem::path backup;
  std::filesystem::path file;
  std::filesystem::path highWater;     // as in StorageOptions
  std::function<void()> beforeSwap{};  // where a test may kill it: everything is ready, `file` is still the old one
};
// Puts a checked copy of the backup, and of a log beside it, in the place of the database and begins a new epoch. Until
// that is done the old database is whole under its own name, and beside it as `<file>.before-restore`, a link to the
// same file. unavailable while a server has it open or another process reads it; badField when the backup is the
// database itself or one of the files that a restore makes beside it.
Result<void> restoreDatabase(const RestoreOptions& options, RandomSource& random);

}  // namespace vb::server::storage

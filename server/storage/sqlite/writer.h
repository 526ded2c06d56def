// Writer: group commit. Runs up to kGroupJobsMax jobs in one transaction, each in a savepoint of its own, and answers
// them after the commit is on disk. Knows no thread: its owner calls it from one. Also the only one that checkpoints.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "server/storage/sqlite/high_water.h"
#include "server/storage/sqlite/sqlite_storage.h"
#include "server/storage/sqlite/sqlite_tables.h"

namespace vb::server::storage {

struct WriteTask {
  Storage::WriteJob job;
  Storage::Done done;
  Result<void> result;
};

class Writer {
 public:
  using Deliver = std::function<void(std::vector<WriteTask>)>;

  // `deliver` brings the answers of a group to the owner's thread.
  Writer(std::unique_ptr<Database> database, HighWaterMark mark, const StorageOptions& options,
         AdvertisedHeads& advertised, Deliver deliver);
  ~Writer();

  void onCommit(Storage::OnCommit listener) {
    listener_ = std::move(listener);
    tables_.log().rememberWrites();
  }
  void run(std::vector<WriteTask> group);
  // Copies the log back into the file when it has grown. Not in the way of an answer: call it after run().
  void checkpointIfLong();
  // While read-only: writes again as soon as that works. Nothing to do otherwise.
  void tryWriting();

  Meta meta() const;
  bool readOnly() const { return readOnly_; }
  bool crashed() const { return crashed_; }
  std::uint64_t commits() const { return commits_; }
  std::uint64_t failures() const { return failures_; }
  std::uint64_t walPages() const { return static_cast<std::uint64_t>(walPages_.load()); }

 private:
  // Ok when the group is on disk.
  Result<void> commitGroup(std::vector<WriteTask>& group, Commit& commit);
  void runJob(WriteTask& task);
  void afterCommit(const Commit& commit);
  void refuse(std::vector<WriteTask>& group, const Error& error);
  // Told once, not at every attempt.
  void becomeReadOnly(const Error& why);
  Fault faultAt(FaultPoint point) const { return faults_ ? faults_(point) : Fault::none; }

  std::unique_ptr<Database> database_;
  HighWaterMark mark_;
  const Clock& clock_;
  std::function<Fault(FaultPoint)> faults_;
  Storage::OnProblem onProblem_;
  Deliver deliver_;
  Storage::OnCommit listener_;
  SqliteTables tables_;
  Statement begin_, commitStatement_, savepoint_, release_, undo_, setCommit_;
  mutable std::mutex metaMutex_;
  Meta meta_;
  Milliseconds failedAt_{0};
  std::atomic<bool> readOnly_{false};
  std::atomic<bool> crashed_{false};
  std::atomic<std::uint64_t> commits_{0};
  std::atomic<std::uint64_t> failures_{0};
  std::atomic<int> walPages_{0};
};

}  // namespace vb::server::storage

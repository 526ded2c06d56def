#include "server/storage/sqlite/writer.h"

#include <utility>

#include "server/storage/tuning.h"
#include "shared/base/planted_bugs.h"

namespace vb::server::storage {

Writer::Writer(std::unique_ptr<Database> database, HighWaterMark mark, const StorageOptions& options,
               AdvertisedHeads& advertised, Deliver deliver)
    : database_(std::move(database)),
      mark_(std::move(mark)),
      clock_(*options.clock),
      faults_(options.faults),
      onProblem_(options.onProblem),
      deliver_(std::move(deliver)),
      tables_(*database_, clock_, advertised),
      begin_(*database_, "BEGIN IMMEDIATE"),
      commitStatement_(*database_, "COMMIT"),
      savepoint_(*database_, "SAVEPOINT job"),
      release_(*database_, "RELEASE job"),
      undo_(*database_, "ROLLBACK TO job"),
      setCommit_(*database_, "UPDATE meta SET commit_no = ?1"),
      meta_(tables_.meta()) {
  sqlite3_wal_hook(
      database_->handle(),
      [](void* pages, sqlite3*, const char*, int count) {
        static_cast<std::atomic<int>*>(pages)->store(count);
        return SQLITE_OK;
      },
      &walPages_);
}

Writer::~Writer() {
  if (!crashed_) (void)mark_.write({meta_.epoch, meta_.commit}, true);
}

Meta Writer::meta() const {
  const std::lock_guard lock(metaMutex_);
  return meta_;
}

void Writer::refuse(std::vector<WriteTask>& group, const Error& error) {
  for (auto& task : group) task.result = error;
  deliver_(std::move(group));
}

void Writer::becomeReadOnly(const Error& why) {
  failedAt_ = clock_.elapsed();
  if (!readOnly_.exchange(true) && onProblem_) onProblem_("write_failed", why);
}

void Writer::run(std::vector<WriteTask> group) {
  if (crashed_) return;
  if (readOnly_ && clock_.elapsed() - failedAt_ < kRetryWritingAfter)
    return refuse(group, fail(ErrorCode::readOnly, "writing failed a moment ago"));
  Commit commit;
  const auto committed = commitGroup(group, commit);
  if (crashed_) return;
  if (!committed) {
    ++failures_;
    becomeReadOnly(committed.error());
    return refuse(group, fail(ErrorCode::readOnly, committed.error().detail));
  }
  ++commits_;
  afterCommit(commit);
  if (!group.empty()) deliver_(std::move(group));
}

Result<void> Writer::commitGroup(std::vector<WriteTask>& group, Commit& commit) {
  try {
    begin_.exec();
    auto meta = meta_;
    ++meta.commit;
    tables_.beginGroup(meta);
    setCommit_.exec(meta.commit);
    for (auto& task : group) runJob(task);
    if (planted(PlantedBug::ackBeforeCommit)) deliver_(std::exchange(group, {}));
    switch (faultAt(FaultPoint::beforeCommit)) {
      case Fault::diskFull:
        throw StorageFailure(ErrorCode::diskFull, "no space left");
      case Fault::crash:
        crashed_ = true;
        database_->run("ROLLBACK");
        return fail(ErrorCode::unavailable);
      case Fault::none:
        break;
    }
    commitStatement_.exec();
    meta = tables_.meta();
    tables_.endGroup();
    commit = Commit{meta.epoch, meta.commit, tables_.log().takeWrites()};
    const std::lock_guard lock(metaMutex_);
    meta_ = std::move(meta);
  } catch (const StorageFailure& failure) {
    tables_.endGroup();
    tables_.log().forget(0);
    // Not by the throwing `run`: SQLite may have rolled back already.
    if (database_->inTransaction()) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    return fail(failure.code(), failure.what());
  }
  if (faultAt(FaultPoint::afterCommit) == Fault::crash) crashed_ = true;
  return {};
}

void Writer::runJob(WriteTask& task) {
  const auto before = tables_.log().written();
  savepoint_.exec();
  try {
    task.result = task.job(tables_);
  } catch (const StorageFailure& failure) {
    // A full or failing disk ends the whole group; a defect in one job only that job.
    if (failure.code() != ErrorCode::internal || !database_->inTransaction()) throw;
    task.result = fail(ErrorCode::internal, failure.what());
  } catch (const std::exception& defect) {
    task.result = fail(ErrorCode::internal, defect.what());
  }
  if (!task.result) {
    if (task.result.error().code == ErrorCode::internal && onProblem_) onProblem_("job_failed", task.result.error());
    undo_.exec();
    tables_.log().forget(before);
  }
  release_.exec();
}

void Writer::afterCommit(const Commit& commit) {
  // What is committed stays committed; without the mark a restore might go unnoticed, so no more of it.
  if (mark_.write({commit.epoch, commit.number}, false))
    readOnly_ = false;
  else
    becomeReadOnly(fail(ErrorCode::ioFailed, "high-water mark"));
  if (listener_ && !commit.writes.empty()) listener_(commit);
}

void Writer::checkpointIfLong() {
  if (crashed_ || walPages_ < kCheckpointPages) return;
  int logged = 0;
  int copied = 0;
  // Passive: waits for nobody. A failure shows at the next commit.
  sqlite3_wal_checkpoint_v2(database_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &logged, &copied);
  if (logged == copied) walPages_ = 0;
}

void Writer::tryWriting() {
  if (readOnly_) run({});
}

}  // namespace vb::server::storage

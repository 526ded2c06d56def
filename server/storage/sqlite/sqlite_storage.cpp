#include "server/storage/sqlite/sqlite_storage.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "server/storage/sqlite/backup.h"
#include "server/storage/sqlite/opening.h"
#include "server/storage/sqlite/reader.h"
#include "server/storage/sqlite/writer.h"
#include "server/storage/tuning.h"

namespace vb::server::storage {
namespace {

class SqliteStorage final : public Storage {
 public:
  SqliteStorage(StorageOptions options, Opened opened)
      : options_(std::move(options)),
        writer_(std::move(opened.writer), std::move(opened.mark), options_, advertised_,
                [this](std::vector<WriteTask> group) { answer(std::move(group)); }),
        reader_(std::move(opened.reader), *options_.clock, advertised_, options_.onProblem) {
    if (options_.running != Running::threads) return;
    writing_ = std::thread([this] { keepWriting(); });
    reading_ = std::thread([this] { keepReading(); });
  }

  ~SqliteStorage() override {
    if (options_.running == Running::threads) SqliteStorage::stop();
  }

  void write(WriteJob job, Done done) override {
    if (!submit(writes_, WriteTask{std::move(job), done, {}}, kWritesWaitingMax, writeJobs_))
      return refuse(std::move(done));
    writesWait_.notify_one();
    if (options_.running == Running::inlineNow) pump();
  }

  void read(ReadJob job, Done done) override {
    if (!submit(reads_, ReadTask{std::move(job), done, {}}, kReadsWaitingMax, readJobs_))
      return refuse(std::move(done));
    readsWait_.notify_one();
    if (options_.running == Running::inlineNow) pump();
  }

  void onCommit(OnCommit listener) override { writer_.onCommit(std::move(listener)); }
  Meta meta() const override { return writer_.meta(); }
  bool readOnly() const override { return writer_.readOnly(); }

  Counters counters() const override {
    const std::lock_guard lock(mutex_);
    return {writer_.commits(), writeJobs_, readJobs_, writer_.failures(), writes_.size(), writer_.walPages()};
  }

  void backup(std::filesystem::path target, std::function<void(Result<std::int64_t>)> done) override;
  void noteBackup() override;

  std::size_t pump() override {
    if (options_.running == Running::threads || writer_.crashed()) return 0;
    auto reads = take(reads_, reads_.size());
    for (auto& task : reads) reader_.run(task);
    const auto ran = reads.size();
    if (!reads.empty()) answer(std::move(reads));
    auto group = take(writes_, kGroupJobsMax);
    const auto written = group.size();
    if (!group.empty()) {
      writer_.run(std::move(group));
      writer_.checkpointIfLong();
    }
    return ran + written;
  }

  void stop() override {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    writesWait_.notify_all();
    readsWait_.notify_all();
    if (writing_.joinable()) writing_.join();
    if (reading_.joinable()) reading_.join();
    cancelBackup_ = true;
    if (backingUp_.joinable()) backingUp_.join();
    while (pump() > 0) {
    }
  }

 private:
  template <class Task>
  bool submit(std::deque<Task>& waiting, Task task, std::size_t max, std::uint64_t& count) {
    const std::lock_guard lock(mutex_);
    if (stopped_ || waiting.size() >= max) return false;
    waiting.push_back(std::move(task));
    ++count;
    return true;
  }

  template <class Task>
  std::vector<Task> take(std::deque<Task>& waiting, std::size_t max) {
    const std::lock_guard lock(mutex_);
    std::vector<Task> taken;
    taken.reserve(std::min(max, waiting.size()));
    while (!waiting.empty() && taken.size() < max) {
      taken.push_back(std::move(waiting.front()));
      waiting.pop_front();
    }
    return taken;
  }

  void post(std::function<void()> work) {
    if (options_.post)
      options_.post(std::move(work));
    else
      work();
  }

  void refuse(Done done) {
    if (!done) return;
    post([done = std::move(done)] { done(fail(ErrorCode::unavailable, "stopping or overloaded")); });
  }

  // One trip to the owner's thread for a whole group.
  template <class Task>
  void answer(std::vector<Task> tasks) {
    auto shared = std::make_shared<std::vector<Task>>(std::move(tasks));
    for (auto& task : *shared) task.job = nullptr;
    post([shared] {
      for (auto& task : *shared)
        if (task.done) task.done(std::move(task.result));
    });
  }

  void keepWriting() {
    std::unique_lock lock(mutex_);
    while (true) {
      const auto isAwaited = [this] { return stopped_ || !writes_.empty(); };
      // A read-only storage tries by itself, so that it recovers without anybody asking.
      if (writer_.readOnly())
        writesWait_.wait_for(lock, kRetryWritingAfter, isAwaited);
      else
        writesWait_.wait(lock, isAwaited);
      if (writes_.empty() && stopped_) return;
      lock.unlock();
      auto group = take(writes_, kGroupJobsMax);
      if (group.empty())
        writer_.tryWriting();
      else
        writer_.run(std::move(group));
      writer_.checkpointIfLong();
      lock.lock();
    }
  }

  void keepReading() {
    constexpr std::size_t kAnsweredAtOnce = 32;  // one trip for many small answers, soon enough for the first of them
    std::unique_lock lock(mutex_);
    while (true) {
      readsWait_.wait(lock, [this] { return stopped_ || !reads_.empty(); });
      if (reads_.empty()) return;
      lock.unlock();
      auto tasks = take(reads_, kAnsweredAtOnce);
      for (auto& task : tasks) reader_.run(task);
      answer(std::move(tasks));
      lock.lock();
    }
  }

  StorageOptions options_;
  AdvertisedHeads advertised_;
  Writer writer_;
  Reader reader_;
  mutable std::mutex mutex_;
  std::condition_variable writesWait_;
  std::condition_variable readsWait_;
  std::deque<WriteTask> writes_;
  std::deque<ReadTask> reads_;
  bool stopped_ = false;
  std::uint64_t writeJobs_ = 0;
  std::uint64_t readJobs_ = 0;
  std::atomic<bool> cancelBackup_{false};
  std::atomic<bool> isBackingUp_{false};
  std::thread writing_;
  std::thread reading_;
  std::thread backingUp_;
};

void SqliteStorage::backup(std::filesystem::path target, std::function<void(Result<std::int64_t>)> done) {
  if (isBackingUp_.exchange(true))
    return post([done = std::move(done)] { done(fail(ErrorCode::unavailable, "a backup is being made")); });
  auto work = [this, target = std::move(target), done = std::move(done)] {
    auto copied = copyDatabase(options_.file, target, cancelBackup_);
    Result<std::int64_t> result = fail(ErrorCode::internal);
    if (copied) {
      auto noted = writeBackupMark(options_.file, *copied);
      result = noted ? Result<std::int64_t>(copied->commit) : Result<std::int64_t>(noted.error());
      noteBackup();
    } else {
      result = copied.error();
    }
    isBackingUp_ = false;
    post([done, result] { done(result); });
  };
  if (options_.running != Running::threads) return work();
  if (backingUp_.joinable()) backingUp_.join();
  backingUp_ = std::thread(std::move(work));
}

void SqliteStorage::noteBackup() {
  const auto mark = readBackupMark(options_.file);
  const auto known = meta();
  if (!mark || mark->epoch != known.epoch || mark->commit <= known.backedUpCommit) return;
  write(
      [mark](Tables& tables) -> Result<void> {
        tables.noteBackup(mark->epoch, mark->commit);
        return {};
      },
      {});
}

}  // namespace

Result<std::unique_ptr<Storage>> openSqliteStorage(StorageOptions options) {
  // Counting every allocation takes a lock that both threads meet; ignored when SQLite is in use already.
  static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)uncounted;
  try {
    auto opened = openDatabase(options);
    if (!opened) return opened.error();
    return std::unique_ptr<Storage>(std::make_unique<SqliteStorage>(std::move(options), std::move(*opened)));
  } catch (const StorageFailure& failure) {
    return fail(failure.code(), failure.what());
  }
}

}  // namespace vb::server::storage

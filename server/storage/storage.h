// Storage: the server's only durable state. One writer commits jobs in groups; readers see one snapshot per job.
// A job's `Done` is brought back by the owner's `post` exactly once, for a write after its commit is on disk (S3),
// unless the storage is destroyed before. Any thread may submit.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "server/storage/tables.h"

namespace vb::server::storage {

// What one commit wrote into one scope: everything with prev < seq <= to, newest versions, ascending.
struct ScopeWrites {
  Scope scope;
  Seq prev = 0;
  Seq to = 0;
  std::vector<Record> records;
};

struct Commit {
  std::string epoch;
  std::int64_t number = 0;
  std::vector<ScopeWrites> writes;
};

// For metrics.
struct Counters {
  std::uint64_t commits = 0;
  std::uint64_t writeJobs = 0;
  std::uint64_t readJobs = 0;
  std::uint64_t failures = 0;  // groups that could not be committed
  std::uint64_t writesWaiting = 0;
  std::uint64_t walPages = 0;
};

class Storage {
 public:
  using WriteJob = std::function<Result<void>(Tables&)>;  // an Error undoes what this job wrote, and nothing else
  using ReadJob = std::function<void(const Tables&)>;
  using Done = std::function<void(Result<void>)>;  // the job's own Error, or readOnly, unavailable, ioFailed, internal
  using OnCommit = std::function<void(const Commit&)>;
  // Something that somebody must look at, for the log: what happened, and why. On any of the storage's threads.
  using OnProblem = std::function<void(std::string_view event, const Error& why)>;

  virtual ~Storage() = default;
  virtual void write(WriteJob job, Done done) = 0;
  virtual void read(ReadJob job, Done done) = 0;
  // Called on the writing thread after each commit that wrote records, before its jobs are answered. Set it before
  // the first write.
  virtual void onCommit(OnCommit listener) = 0;
  // As of the last commit.
  virtual Meta meta() const = 0;
  // Writing failed (disk full, I/O error): writes are answered with readOnly until one succeeds again.
  virtual bool readOnly() const = 0;
  virtual Counters counters() const = 0;
  // An online copy, complete and checked; answers the last commit it holds and records that as backed up.
  // The target must not exist.
  virtual void backup(std::filesystem::path target, std::function<void(Result<std::int64_t>)> done) = 0;
  // Takes over what another process backed up (backupDatabase); the owner calls it now and then.
  virtual void noteBackup() = 0;
  // Runs what waits, when nothing runs by itself (Running::whenPumped); how many jobs ran.
  virtual std::size_t pump() = 0;
  // Commits and answers what was submitted, then takes no more (unavailable). Called by the owner at shutdown.
  virtual void stop() = 0;
};

// A read job with a value. `job` is T(const Tables&), `done` takes Result<T>.
template <class T>
void readValue(Storage& storage, std::function<T(const Tables&)> job, std::function<void(Result<T>)> done) {
  auto value = std::make_shared<std::optional<T>>();
  storage.read([value, job = std::move(job)](const Tables& tables) { value->emplace(job(tables)); },
               [value, done = std::move(done)](Result<void> ran) {
                 if (!ran) return done(ran.error());
                 done(std::move(**value));
               });
}

// A write job with a value: Result<T>(Tables&).
template <class T>
void writeValue(Storage& storage, std::function<Result<T>(Tables&)> job, std::function<void(Result<T>)> done) {
  auto value = std::make_shared<std::optional<T>>();
  storage.write(
      [value, job = std::move(job)](Tables& tables) -> Result<void> {
        auto result = job(tables);
        if (!result) return result.error();
        value->emplace(std::move(*result));
        return {};
      },
      [value, done = std::move(done)](Result<void> ran) {
        if (!ran) return done(ran.error());
        done(std::move(**value));
      });
}

}  // namespace vb::server::storage

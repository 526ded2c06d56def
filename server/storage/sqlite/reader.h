// Reader: runs read jobs on a read-only connection, each in a snapshot of its own. Its owner calls it from one thread.
#pragma once

#include <memory>
#include <vector>

#include "server/storage/sqlite/sqlite_tables.h"

namespace vb::server::storage {

struct ReadTask {
  Storage::ReadJob job;
  Storage::Done done;
  Result<void> result;
};

class Reader {
 public:
  Reader(std::unique_ptr<Database> database, const Clock& clock, AdvertisedHeads& advertised,
         Storage::OnProblem onProblem);
  void run(ReadTask& task);

 private:
  std::unique_ptr<Database> database_;
  Storage::OnProblem onProblem_;
  SqliteTables tables_;
  Statement begin_, end_;
};

}  // namespace vb::server::storage

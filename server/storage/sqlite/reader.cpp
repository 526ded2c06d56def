#include "server/storage/sqlite/reader.h"

#include <utility>

namespace vb::server::storage {

Reader::Reader(std::unique_ptr<Database> database, const Clock& clock, AdvertisedHeads& advertised,
               Storage::OnProblem onProblem)
    : database_(std::move(database)),
      onProblem_(std::move(onProblem)),
      tables_(*database_, clock, advertised),
      begin_(*database_, "BEGIN"),
      end_(*database_, "ROLLBACK") {}

void Reader::run(ReadTask& task) {
  try {
    begin_.exec();
    task.job(std::as_const(tables_));
  } catch (const StorageFailure& failure) {
    task.result = fail(failure.code(), failure.what());
  } catch (const std::exception& defect) {
    task.result = fail(ErrorCode::internal, defect.what());
  }
  try {
    if (database_->inTransaction()) end_.exec();
  } catch (const StorageFailure& failure) {
    task.result = fail(failure.code(), failure.what());
  }
  // A read job answers by what it captured: an error is always a defect or a failing disk.
  if (!task.result && onProblem_) onProblem_("job_failed", task.result.error());
}

}  // namespace vb::server::storage

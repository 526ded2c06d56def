// Opening: from a file to a writing connection that may be trusted: schema, high-water mark (S5), epoch.
#pragma once

#include <memory>

#include "server/storage/sqlite/high_water.h"
#include "server/storage/sqlite/sqlite_storage.h"
#include "server/storage/sqlite/sqlite_tables.h"

namespace vb::server::storage {

struct Opened {
  std::unique_ptr<Database> writer;
  std::unique_ptr<Database> reader;
  HighWaterMark mark;
};

// Throws StorageFailure when the disk does not let us.
Result<Opened> openDatabase(const StorageOptions& options);

}  // namespace vb::server::storage

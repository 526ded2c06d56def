// Schema: the numbered steps of server/storage/schema, applied in order when a database is opened.
#pragma once

#include <span>

#include "server/storage/sqlite/database.h"
#include "shared/base/result.h"

namespace vb::server::storage {

struct SchemaStep {
  int number;
  const char* sql;
};

// Ascending, from 1; made from the files by the build.
std::span<const SchemaStep> schemaSteps();
int newestSchema();
// newerSchema when the database was written by a newer version. Writes nothing.
Result<void> checkSchema(Database& database);
// Brings it to the newest step, all in one transaction.
void migrate(Database& database);

}  // namespace vb::server::storage

#include "server/storage/sqlite/schema.h"

#include <string>

namespace vb::server::storage {

int newestSchema() { return schemaSteps().back().number; }

Result<void> checkSchema(Database& database) {
  const auto version = database.number("PRAGMA user_version");
  if (version <= newestSchema()) return {};
  return fail(ErrorCode::newerSchema,
              "schema " + std::to_string(version) + ", this program knows " + std::to_string(newestSchema()));
}

void migrate(Database& database) {
  const auto version = database.number("PRAGMA user_version");
  if (version == newestSchema()) return;
  database.run("BEGIN IMMEDIATE");
  try {
    for (const auto& step : schemaSteps())
      if (step.number > version) database.run(step.sql);
    database.run(("PRAGMA user_version = " + std::to_string(newestSchema())).c_str());
    database.run("COMMIT");
  } catch (const StorageFailure&) {
    if (database.inTransaction()) database.run("ROLLBACK");
    throw;
  }
}

}  // namespace vb::server::storage

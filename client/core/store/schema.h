// The numbered schema of the two files, embedded from schema/*/NNN_*.sql, and the way from an older file to the newest.
#pragma once

#include <vector>

#include "client/core/store/connection.h"

namespace vb::client::store {

struct SchemaStep {
  const char* name;
  const char* sql;
};

const std::vector<SchemaStep>& cacheSchema();
const std::vector<SchemaStep>& ownSchema();

// Brings `database` ("main" or an attached name) to the newest version, one transaction a step: killed anywhere, the
// file is at the old or the new version of that step.
void migrate(Connection& connection, const char* database, const std::vector<SchemaStep>& steps);
int schemaVersion(Connection& connection, const char* database);
// newerSchema when the file was written by a newer app; looks without writing.
Result<void> refuseNewer(const QString& file, const std::vector<SchemaStep>& steps);

}  // namespace vb::client::store

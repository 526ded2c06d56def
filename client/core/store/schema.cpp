#include "client/core/store/schema.h"

#include <string>

#include <QFileInfo>

namespace vb::client::store {
namespace {

// Names in a schema file stand bare; for an attached database each CREATE and ALTER gets its prefix.
std::string forDatabase(std::string sql, const std::string& database) {
  if (database == "main") return sql;
  for (const std::string keyword : {"CREATE TABLE ", "CREATE INDEX ", "ALTER TABLE "}) {
    for (std::size_t at = sql.find(keyword); at != std::string::npos; at = sql.find(keyword, at + keyword.size()))
      sql.insert(at + keyword.size(), database + ".");
  }
  return sql;
}

}  // namespace

int schemaVersion(Connection& connection, const char* database) {
  const std::string sql = std::string("PRAGMA ") + database + ".user_version";
  return static_cast<int>(connection.number(sql.c_str()));
}

void migrate(Connection& connection, const char* database, const std::vector<SchemaStep>& steps) {
  const auto version = static_cast<std::size_t>(schemaVersion(connection, database));
  for (std::size_t next = version; next < steps.size(); ++next) {
    connection.execute("BEGIN IMMEDIATE");
    try {
      connection.execute(forDatabase(steps[next].sql, database).c_str());
      if (connection.fails && connection.fails()) throw StoreFailure{fail(ErrorCode::ioFailed, "injected")};
      const std::string mark = std::string("PRAGMA ") + database + ".user_version = " + std::to_string(next + 1);
      connection.execute(mark.c_str());
      if (connection.fails && connection.fails()) throw StoreFailure{fail(ErrorCode::ioFailed, "injected")};
      connection.execute("COMMIT");
    } catch (const StoreFailure&) {
      if (connection.isInTransaction()) sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
  }
}

Result<void> refuseNewer(const QString& file, const std::vector<SchemaStep>& steps) {
  if (!QFileInfo::exists(file)) return {};
  int version = 0;
  try {
    Connection connection(file, Connection::Mode::readOnly);
    version = schemaVersion(connection, "main");
  } catch (const StoreFailure&) {
    return {};  // damaged rather than newer: whoever opens it for writing finds out and repairs
  }
  if (version > static_cast<int>(steps.size()))
    return fail(ErrorCode::newerSchema, "version " + std::to_string(version));
  return {};
}

}  // namespace vb::client::store

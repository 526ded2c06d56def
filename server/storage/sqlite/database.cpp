#include "server/storage/sqlite/database.h"

#include <cstring>

namespace vb::server::storage {
namespace {

ErrorCode codeOf(int sqliteCode) {
  switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
      return ErrorCode::diskFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
      return ErrorCode::ioFailed;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
      return ErrorCode::unavailable;
    default:
      return ErrorCode::internal;  // a constraint, a misuse: a defect of ours
  }
}

}  // namespace

Database::Database(const std::string& file, OpenMode mode, const std::string& vfs) {
  sqlite3* handle = nullptr;
  const int access = mode == OpenMode::readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const int opened = sqlite3_open_v2(file.c_str(), &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     vfs.empty() ? nullptr : vfs.c_str());
  handle_.reset(handle);
  if (opened != SQLITE_OK) fail("open");
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Database::fail(const char* doing) const {
  const int code = handle_ ? sqlite3_extended_errcode(handle_.get()) : SQLITE_NOMEM;
  const char* message = handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory";
  throw StorageFailure(codeOf(code), std::string(doing) + ": " + message + " (" + std::to_string(code) + ")");
}

void Database::run(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail("run");
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  auto rows = statement.run();
  return rows.next() ? rows.number(0) : 0;
}

std::string Database::text(const char* sql) {
  Statement statement(*this, sql);
  auto rows = statement.run();
  return rows.next() ? std::string(rows.text(0)) : std::string();
}

Rows::~Rows() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
}

bool Rows::next() {
  const int stepped = sqlite3_step(statement_);
  if (stepped == SQLITE_ROW) return true;
  if (stepped != SQLITE_DONE) database_.fail("step");
  return false;
}

std::int64_t Rows::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Rows::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Rows::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Statement::prepare() {
  if (statement_) return;
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v3(database_.handle(), sql_, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK)
    database_.fail(sql_);
  statement_.reset(prepared);
}

void Statement::bindNumber(int index, std::int64_t value) {
  if (sqlite3_bind_int64(statement_.get(), index, value) != SQLITE_OK) database_.fail("bind");
}

void Statement::bindText(int index, std::string_view value, sqlite3_destructor_type lifetime) {
  const char* bytes = value.data() != nullptr ? value.data() : "";  // a null pointer would bind NULL
  if (sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), lifetime, SQLITE_UTF8) != SQLITE_OK)
    database_.fail("bind");
}

void Statement::bindBlob(int index, const void* bytes, std::size_t size, sqlite3_destructor_type lifetime) {
  if (sqlite3_bind_blob64(statement_.get(), index, bytes, size, lifetime) != SQLITE_OK) database_.fail("bind");
}

Uuid uuidFromBlob(std::string_view bytes) {
  Uuid id;
  if (bytes.size() == id.bytes.size()) std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
  return id;
}

}  // namespace vb::server::storage

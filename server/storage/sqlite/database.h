// Database, Statement, Rows: SQLite's C API (https://sqlite.org/c3ref/intro.html) with owners. Every failure is thrown
// as StorageFailure. A Database and its statements belong to one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <sqlite3.h>

#include "server/storage/tables.h"

namespace vb::server::storage {

enum class OpenMode { readWrite, readOnly };

class Database {
 public:
  // `vfs` empty: the default one.
  Database(const std::string& file, OpenMode mode, const std::string& vfs = {});

  void run(const char* sql);
  std::int64_t number(const char* sql);  // the first column of the first row; 0 when there is none
  std::string text(const char* sql);
  bool inTransaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  sqlite3* handle() const { return handle_.get(); }
  [[noreturn]] void fail(const char* doing) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

// The rows of one run of a statement; ends the run when destroyed.
class Rows {
 public:
  Rows(const Database& database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  Rows(Rows&& other) noexcept : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}
  Rows& operator=(Rows&&) = delete;
  ~Rows();

  bool next();
  std::int64_t number(int column) const;
  // Valid until the next row.
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

 private:
  const Database& database_;
  sqlite3_stmt* statement_;
};

// Prepared at its first use and kept.
class Statement {
 public:
  Statement(Database& database, const char* sql) : database_(database), sql_(sql) {}

  // Binds the arguments to ?1, ?2, ... and starts; text is copied.
  template <class... Args>
  Rows run(const Args&... args) {
    prepare();
    int index = 0;
    (bind(++index, args, SQLITE_TRANSIENT), ...);
    return Rows(database_, statement_.get());
  }
  // Runs to the end; for statements without rows of interest.
  template <class... Args>
  void exec(const Args&... args) {
    prepare();
    int index = 0;
    (bind(++index, args, SQLITE_STATIC), ...);
    Rows rows(database_, statement_.get());
    while (rows.next()) {
    }
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  void prepare();
  void bindNumber(int index, std::int64_t value);
  void bindText(int index, std::string_view value, sqlite3_destructor_type lifetime);
  void bindBlob(int index, const void* bytes, std::size_t size, sqlite3_destructor_type lifetime);

  template <class T>
  void bind(int index, const T& value, sqlite3_destructor_type lifetime) {
    if constexpr (std::is_integral_v<T>)
      bindNumber(index, static_cast<std::int64_t>(value));
    else if constexpr (std::is_enum_v<T>)
      bindNumber(index, static_cast<std::int64_t>(value));
    else if constexpr (std::is_same_v<T, Timestamp>)
      bindNumber(index, value.time_since_epoch().count());
    else if constexpr (std::is_same_v<T, Uuid>)
      bindBlob(index, value.bytes.data(), value.bytes.size(), lifetime);
    else if constexpr (requires { value.uuid; })
      bindBlob(index, value.uuid.bytes.data(), value.uuid.bytes.size(), lifetime);
    else if constexpr (requires { value.blobBytes; })
      bindBlob(index, value.blobBytes.data(), value.blobBytes.size(), lifetime);
    else
      bindText(index, value, lifetime);
  }

  Database& database_;
  const char* sql_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Binds as BLOB what would otherwise be text.
struct Blob {
  std::string_view blobBytes;
};
// 16 bytes; nil when the column holds something else.
Uuid uuidFromBlob(std::string_view bytes);
inline Timestamp timestampFrom(std::int64_t milliseconds) { return Timestamp(Milliseconds(milliseconds)); }

}  // namespace vb::server::storage

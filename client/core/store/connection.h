// Connection: one SQLite connection, opened through Qt Sql, spoken to through the C API of its handle (prepared once,
// bound without copies). Used by the thread that opened it. Failures are thrown as StoreFailure.
#pragma once

#include <functional>
#include <string_view>

#include <QSqlDatabase>
#include <QString>
#include <sqlite3.h>

#include "client/core/store/failure.h"
#include "client/core/store/packed_id.h"

namespace vb::client::store {

class Connection {
 public:
  enum class Mode { readOnly, readWrite };
  // The file is made when it is missing and the mode allows it.
  Connection(const QString& file, Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() const { return handle_; }
  // Any number of statements, results dropped.
  void execute(const char* sql);
  void attach(const QString& file, const char* name);
  std::int64_t number(const char* sql);  // first column of the first row; 0 when there is none
  bool isInTransaction() const { return sqlite3_get_autocommit(handle_) == 0; }

  // Asked before each step of a writing statement; true makes it fail.
  std::function<bool()> fails;

  [[noreturn]] void raise(int code) const;

 private:
  QString name_;
  sqlite3* handle_ = nullptr;
};

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

// A statement that is prepared at its first use and kept.
class Statement {
 public:
  Statement(Connection& connection, const char* sql) : connection_(connection), sql_(sql) {}
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Runs to the end; the number of rows changed.
  template <class... Values>
  int run(const Values&... values) {
    start();
    int index = 0;
    (bind(++index, values, SQLITE_STATIC), ...);
    return finish();
  }

  // A row at a time; resets when it goes.
  class Rows {
   public:
    explicit Rows(Statement& statement) : statement_(statement) {}
    ~Rows() { sqlite3_reset(statement_.statement_); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    bool next() { return statement_.step(); }
    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.statement_, column); }
    bool flag(int column) const { return number(column) != 0; }
    // Text or blob; valid until the next row.
    std::string_view bytes(int column) const;
    QString string(int column) const;
    Uuid uuid(int column) const { return uuidOf(bytes(column)); }
    std::string id(int column) const;  // as packed
    bool isBlob(int column) const { return sqlite3_column_type(statement_.statement_, column) == SQLITE_BLOB; }
    bool isNull(int column) const { return sqlite3_column_type(statement_.statement_, column) == SQLITE_NULL; }

   private:
    Statement& statement_;
  };
  template <class... Values>
  Rows query(const Values&... values) {
    start();
    int index = 0;
    (bind(++index, values, SQLITE_TRANSIENT), ...);
    return Rows(*this);
  }

 private:
  void start();
  bool step();
  int finish();
  template <class Number>
  requires std::is_integral_v<Number>
  void bind(int index, Number value, sqlite3_destructor_type) {
    sqlite3_bind_int64(statement_, index, static_cast<std::int64_t>(value));
  }
  void bind(int index, std::string_view text, sqlite3_destructor_type lifetime);
  void bind(int index, const std::string& text, sqlite3_destructor_type lifetime) {
    bind(index, std::string_view(text), lifetime);
  }
  void bind(int index, const char* text, sqlite3_destructor_type lifetime) {
    bind(index, std::string_view(text), lifetime);
  }
  void bind(int index, const QString& text, sqlite3_destructor_type);
  void bind(int index, const Uuid& uuid, sqlite3_destructor_type lifetime);
  void bind(int index, const Blob& blob, sqlite3_destructor_type lifetime);
  void bind(int index, const PackedId& id, sqlite3_destructor_type lifetime);
  template <class Tag>
  void bind(int index, const Id<Tag>& id, sqlite3_destructor_type lifetime) {
    bind(index, id.uuid, lifetime);
  }

  Connection& connection_;
  const char* sql_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace vb::client::store

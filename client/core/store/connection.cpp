#include "client/core/store/connection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

namespace vb::client::store {

Connection::Connection(const QString& file, Mode mode) : name_(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
  bool opened = false;
  QString why;
  {
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_);
    database.setDatabaseName(file);
    // Statements are prepared on the handle, so that Qt's own busy handling does not matter.
    if (mode == Mode::readOnly) database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    opened = database.open();
    if (opened) {
      const QVariant handle = database.driver()->handle();
      if (qstrcmp(handle.typeName(), "sqlite3*") == 0) handle_ = *static_cast<sqlite3* const*>(handle.constData());
    }
    why = database.lastError().nativeErrorCode();
  }
  if (!opened || handle_ == nullptr) {
    QSqlDatabase::removeDatabase(name_);
    throw StoreFailure{fail(ErrorCode::ioFailed, "open: " + why.toStdString())};
  }
  sqlite3_extended_result_codes(handle_, 1);
}

Connection::~Connection() {
  sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
  {
    auto database = QSqlDatabase::database(name_, false);
    database.close();
  }
  QSqlDatabase::removeDatabase(name_);
}

void Connection::execute(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) raise(code);
}

void Connection::attach(const QString& file, const char* name) {
  Statement statement(*this, "ATTACH ? AS ?");
  statement.run(file, name);
}

std::int64_t Connection::number(const char* sql) {
  Statement statement(*this, sql);
  auto rows = statement.query();
  return rows.next() ? rows.number(0) : 0;
}

void Connection::raise(int code) const {
  const std::string detail = "sqlite " + std::to_string(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw StoreFailure{fail(ErrorCode::diskFull, detail)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw StoreFailure{fail(ErrorCode::ioFailed, kCorrupt)};
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISUSE:
      throw StoreFailure{fail(ErrorCode::internal, detail + ": " + sqlite3_errmsg(handle_))};
    default:
      throw StoreFailure{fail(ErrorCode::ioFailed, detail)};
  }
}

void Statement::start() {
  if (statement_ == nullptr) {
    const int code =
        sqlite3_prepare_v3(connection_.handle(), sql_, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) connection_.raise(code);
  }
  sqlite3_reset(statement_);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3_reset(statement_);
  connection_.raise(code);
}

int Statement::finish() {
  if (connection_.fails && sqlite3_stmt_readonly(statement_) == 0 && connection_.fails())
    throw StoreFailure{fail(ErrorCode::ioFailed, "injected")};
  const int code = sqlite3_step(statement_);
  const int changed = sqlite3_changes(connection_.handle());
  sqlite3_reset(statement_);
  if (code != SQLITE_DONE && code != SQLITE_ROW) connection_.raise(code);
  return changed;
}

void Statement::bind(int index, std::string_view text, sqlite3_destructor_type lifetime) {
  sqlite3_bind_text64(statement_, index, text.data() == nullptr ? "" : text.data(), text.size(), lifetime, SQLITE_UTF8);
}

void Statement::bind(int index, const QString& text, sqlite3_destructor_type) {
  const QByteArray utf8 = text.toUtf8();
  sqlite3_bind_text64(statement_, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
}

void Statement::bind(int index, const Uuid& uuid, sqlite3_destructor_type lifetime) {
  sqlite3_bind_blob64(statement_, index, uuid.bytes.data(), uuid.bytes.size(), lifetime);
}

void Statement::bind(int index, const Blob& blob, sqlite3_destructor_type lifetime) {
  sqlite3_bind_blob64(statement_, index, blob.bytes.data() == nullptr ? "" : blob.bytes.data(), blob.bytes.size(),
                      lifetime);
}

void Statement::bind(int index, const PackedId& id, sqlite3_destructor_type lifetime) {
  if (id.isBlob())
    bind(index, Blob{id.bytes()}, lifetime);
  else
    bind(index, id.bytes(), lifetime);
}

std::string_view Statement::Rows::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_.statement_, column);
  const int size = sqlite3_column_bytes(statement_.statement_, column);
  return data == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

QString Statement::Rows::string(int column) const {
  const auto text = bytes(column);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string Statement::Rows::id(int column) const { return PackedId::text(bytes(column), isBlob(column)); }

}  // namespace vb::client::store

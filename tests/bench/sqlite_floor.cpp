// What SQLite itself reaches with the server's settings: WAL, synchronous=FULL, rows of 1 KiB in groups, in a bare
// loop. Usage: bench_sqlite_floor FILE GROUP SECONDS; prints rows/s.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sqlite3.h>

namespace {

void check(int result, sqlite3* db) {
  if (result == SQLITE_OK || result == SQLITE_DONE) return;
  std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
  std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fprintf(stderr, "usage: bench_sqlite_floor FILE GROUP SECONDS\n"), 2;
  const int group = std::atoi(argv[2]);
  const std::chrono::duration<double> wanted(std::atof(argv[3]));
  sqlite3* db = nullptr;
  check(sqlite3_open(argv[1], &db), db);
  check(sqlite3_exec(db,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE IF NOT EXISTS row(id INTEGER PRIMARY KEY, body BLOB NOT NULL)",
                     nullptr, nullptr, nullptr),
        db);
  sqlite3_stmt* insert = nullptr;
  check(sqlite3_prepare_v2(db, "INSERT INTO row(body) VALUES(?)", -1, &insert, nullptr), db);
  const std::string body(1024, 'x');
  const auto begin = std::chrono::steady_clock::now();
  long rows = 0;
  std::chrono::duration<double> spent{0};
  while (spent < wanted) {
    check(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), db);
    for (int i = 0; i < group; ++i, ++rows) {
      sqlite3_bind_blob(insert, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
      check(sqlite3_step(insert), db);
      sqlite3_reset(insert);
    }
    check(sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr), db);
    spent = std::chrono::steady_clock::now() - begin;
  }
  std::printf("%.0f\n", static_cast<double>(rows) / spent.count());
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return 0;
}

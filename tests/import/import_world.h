// A server's storage in a folder of its own, an import's sink over it, and what the records say. For the import tests.
#pragma once

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <QtTest/QtTest>
#include <boost/json.hpp>

#include "server/app/import.h"
#include "server/storage/sqlite/sqlite_storage.h"
#include "tests/support/fake_time.h"

namespace vb::test {

class ImportWorld {
 public:
  FakeClock clock;
  std::ostringstream messages;
  QTemporaryDir folder;
  std::unique_ptr<server::storage::Storage> storage;
  std::unique_ptr<RandomSource> random = createSystemRandom();
  std::unique_ptr<server::services::Accounts> accounts;
  server::app::ImportSink sink;
  int commitsUntilCrash = -1;  // -1: never
  int writes = 0;              // batches handed to the sink

  ImportWorld() { open(); }

  void open() {
    accounts.reset();
    storage.reset();
    server::storage::StorageOptions options;
    options.file = folder.filePath("server.db").toStdString();
    options.clock = &clock;
    options.random = random.get();
    options.running = server::storage::Running::inlineNow;
    options.syncToDisk = false;
    auto opened = server::storage::openSqliteStorage(options);
    if (!opened) qFatal("no storage: %s", opened.error().detail.c_str());
    storage = std::move(*opened);
    server::services::AccountsOptions forAccounts{*storage, clock, *random, false, {1, 8192}, true, {}};
    accounts = server::services::createAccounts(std::move(forAccounts));
    sink = server::app::storageSink(*storage, accounts.get());
    sink.write = [this,
                  write = sink.write](server::services::ImportBatch batch) -> Result<server::services::ImportedCounts> {
      ++writes;
      if (commitsUntilCrash == 0) return fail(ErrorCode::unavailable, "killed");
      if (commitsUntilCrash > 0) --commitsUntilCrash;
      return write(std::move(batch));
    };
  }

  std::vector<Record> recordsOf(const Scope& scope) const {
    std::vector<Record> records;
    storage->read(
        [&](const server::storage::Tables& tables) {
          tables.records().after(scope, 0, [&records](const Record& record) {
            records.push_back(record);
            return true;
          });
        },
        [](Result<void>) {});
    return records;
  }
  std::vector<server::services::NamedCategory> namedCategories() const {
    auto known = sink.categories();
    return known ? std::move(*known) : std::vector<server::services::NamedCategory>();
  }
  std::vector<CategoryId> categories() const {
    std::vector<CategoryId> ids;
    for (const auto& [id, category] : namedCategories()) ids.push_back(id);
    return ids;
  }
  // Every record of the directory and all categories, without its seq: two worlds that hold the same are equal.
  std::map<std::string, std::string> everything() const {
    std::map<std::string, std::string> all;
    const auto take = [&all](const Scope& scope, const std::vector<Record>& records) {
      for (const Record& record : records) {
        boost::json::value body = record.deleted ? boost::json::value() : boost::json::parse(record.body);
        if (body.is_object()) body.as_object().erase("asked_seq");
        all[scope.text() + ' ' + record.kind + ' ' + record.id] = boost::json::serialize(body);
      }
    };
    take(Scope::directory(), recordsOf(Scope::directory()));
    for (const CategoryId id : categories()) take(Scope::category(id), recordsOf(Scope::category(id)));
    return all;
  }
  // The bodies of one kind in all categories.
  std::vector<boost::json::object> bodies(std::string_view kind) const {
    std::vector<boost::json::object> found;
    for (const CategoryId id : categories()) {
      for (const Record& record : recordsOf(Scope::category(id))) {
        if (record.kind == kind && !record.deleted) found.push_back(boost::json::parse(record.body).as_object());
      }
    }
    return found;
  }
  boost::json::object questionTitled(std::string_view title) const {
    for (const auto& body : bodies(kinds::kQuestion)) {
      if (body.at("title").as_string() == title) return body;
    }
    return {};
  }
  QString told() { return QString::fromStdString(messages.str()); }
  std::filesystem::path write(const char* name, const std::string& text) const {
    const std::filesystem::path path = folder.filePath(name).toStdString();
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
};

inline std::string readText(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
// Real input that is not part of the tree; empty when it is not there.
inline std::filesystem::path realInput(const char* path) {
  const char* named = std::getenv("VRAAGBAAK_DATA");
  const std::filesystem::path file = std::filesystem::path(named ? named : "../shared/data") / path;
  return std::filesystem::exists(file) ? file : std::filesystem::path();
}

}  // namespace vb::test

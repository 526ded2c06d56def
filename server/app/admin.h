// Admin: what the operator does from the command line on the data of a server that is not running (`backup` also on one
// that is). Each returns when it is done; what is wrong goes to `err` in a sentence.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "server/app/config.h"
#include "server/app/import.h"
#include "server/services/accounts.h"
#include "server/services/catalogue.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"

namespace vb::server::app {

class Admin {
 public:
  // `clock` and `random` must outlive it.
  Admin(const Config& config, const Clock& clock, RandomSource& random, std::ostream& out, std::ostream& err);
  ~Admin();

  int addUser(services::Registration registration);
  int listUsers();
  int setDisabled(const std::string& email, bool disabled);
  int signOut(const std::string& email);
  int addCategory(Category category);
  int listCategories();
  int backup(const std::filesystem::path& target);
  int restore(const std::filesystem::path& from);
  int runImport(const std::function<Result<ImportOutcome>(const ImportSink&)>& import);

 private:
  // Opens the data when it is not open yet.
  Result<void> open();
  int failed(const Error& error);
  // Opens, and does `then` with the user's id.
  int withUser(const std::string& email, const std::function<int(UserId)>& then);

  const Config& config_;
  const Clock& clock_;
  RandomSource& random_;
  std::ostream& out_;
  std::ostream& err_;
  std::unique_ptr<storage::Storage> storage_;
  std::unique_ptr<services::Accounts> accounts_;
};

// One line, without its end. From a terminal it is not echoed. badField when it is empty or too long.
Result<std::string> readPassword(const std::filesystem::path& fileOrEmptyForInput, std::ostream& prompt);

}  // namespace vb::server::app

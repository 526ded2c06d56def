#include "server/app/admin.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "server/app/exit_codes.h"
#include "server/storage/sqlite/sqlite_storage.h"

namespace vb::server::app {

Admin::Admin(const Config& config, const Clock& clock, RandomSource& random, std::ostream& out, std::ostream& err)
    : config_(config), clock_(clock), random_(random), out_(out), err_(err) {}

Admin::~Admin() {
  if (storage_) storage_->stop();
}

Result<void> Admin::open() {
  if (storage_) return {};
  std::error_code failed;
  std::filesystem::create_directories(config_.data, failed);
  if (failed) return fail(ErrorCode::ioFailed, "cannot make " + config_.data.string() + ": " + failed.message());
  storage::StorageOptions options;
  options.file = databaseFile(config_.data);
  options.highWater = config_.highWater;
  options.clock = &clock_;
  options.random = &random_;
  options.running = storage::Running::inlineNow;
  auto opened = storage::openSqliteStorage(std::move(options));
  if (!opened) return opened.error();
  storage_ = std::move(*opened);
  // The operator registers whom he likes.
  accounts_ = services::createAccounts({.storage = *storage_,
                                        .clock = clock_,
                                        .random = random_,
                                        .registrationOpen = true,
                                        .cost = {config_.passwordOperations, config_.passwordMemoryBytes},
                                        .hashInline = true,
                                        .post = {}});
  return {};
}

int Admin::failed(const Error& error) {
  if (error.code == ErrorCode::unavailable)
    err_ << "vraagbaakd: the data in " << config_.data.string() << " is in use by another vraagbaakd; stop it first\n";
  else
    err_ << "vraagbaakd: " << errorName(error.code) << (error.detail.empty() ? "" : ": ") << error.detail << "\n";
  return exitCodeOf(error);
}

int Admin::addUser(services::Registration registration) {
  if (auto opened = open(); !opened) return failed(opened.error());
  int code = kExitFailed;
  accounts_->createUser(std::move(registration), [&](Result<UserId> created) {
    if (!created) {
      code = failed(created.error());
      return;
    }
    out_ << created->text() << "\n";
    code = kExitDone;
  });
  return code;
}

int Admin::listUsers() {
  if (auto opened = open(); !opened) return failed(opened.error());
  int code = kExitFailed;
  accounts_->list([&](Result<std::vector<storage::Account>> accounts) {
    if (!accounts) {
      code = failed(accounts.error());
      return;
    }
    for (const auto& account : *accounts)
      out_ << account.user.text() << "\t" << (account.disabled ? "disabled" : "active") << "\t" << account.email
           << "\n";
    code = kExitDone;
  });
  return code;
}

int Admin::withUser(const std::string& email, const std::function<int(UserId)>& then) {
  if (auto opened = open(); !opened) return failed(opened.error());
  int code = kExitFailed;
  accounts_->findByEmail(email, [&](Result<UserId> found) { code = found ? then(*found) : failed(found.error()); });
  return code;
}

int Admin::setDisabled(const std::string& email, bool disabled) {
  return withUser(email, [&](UserId user) {
    int code = kExitFailed;
    accounts_->setDisabled(user, disabled, [&](Result<std::vector<services::EndedToken>> ended) {
      code = ended ? kExitDone : failed(ended.error());
    });
    return code;
  });
}

int Admin::signOut(const std::string& email) {
  return withUser(email, [&](UserId user) {
    int code = kExitFailed;
    accounts_->revokeTokens(user, [&](Result<std::vector<services::EndedToken>> ended) {
      if (ended) out_ << ended->size() << " tokens revoked\n";
      code = ended ? kExitDone : failed(ended.error());
    });
    return code;
  });
}

int Admin::addCategory(Category category) {
  if (auto opened = open(); !opened) return failed(opened.error());
  int code = kExitFailed;
  const auto id = CategoryId::v7(clock_, random_);
  services::listCategories(*storage_, [&](Result<std::vector<services::NamedCategory>> known) {
    if (!known) {
      code = failed(known.error());
      return;
    }
    for (const auto& [other, one] : *known) category.position = std::max(category.position, one.position);
    ++category.position;  // at the end
    services::putCategories(*storage_, {{id, category}}, [&](Result<void> put) {
      if (put) out_ << id.text() << "\n";
      code = put ? kExitDone : failed(put.error());
    });
  });
  return code;
}

int Admin::listCategories() {
  if (auto opened = open(); !opened) return failed(opened.error());
  int code = kExitFailed;
  services::listCategories(*storage_, [&](Result<std::vector<services::NamedCategory>> known) {
    if (!known) {
      code = failed(known.error());
      return;
    }
    std::sort(known->begin(), known->end(),
              [](const auto& a, const auto& b) { return a.second.position < b.second.position; });
    for (const auto& [id, one] : *known)
      out_ << id.text() << "\t" << (one.archived ? "archived" : "open") << "\t" << one.nameNl << "\t" << one.nameEn
           << "\n";
    code = kExitDone;
  });
  return code;
}

int Admin::backup(const std::filesystem::path& target) {
  const auto commit = storage::backupDatabase(databaseFile(config_.data), target);
  if (!commit) return failed(commit.error());
  out_ << target.string() << ": checked, holds everything up to commit " << *commit << "\n";
  return kExitDone;
}

int Admin::restore(const std::filesystem::path& from) {
  std::error_code ignored;
  std::filesystem::create_directories(config_.data, ignored);
  const auto done = storage::restoreDatabase(
      {.backup = from, .file = databaseFile(config_.data), .highWater = config_.highWater}, random_);
  if (!done) return failed(done.error());
  out_ << "restored from " << from.string() << "; clients notice it and offer again what is missing\n";
  return kExitDone;
}

int Admin::runImport(const std::function<Result<ImportOutcome>(const ImportSink&)>& import) {
  if (auto opened = open(); !opened) return failed(opened.error());
  const auto sink = storageSink(*storage_, accounts_.get());
  const auto outcome = import(sink);
  if (!outcome) return failed(outcome.error());
  out_ << describe(*outcome) << "\n";
  return kExitDone;
}

}  // namespace vb::server::app

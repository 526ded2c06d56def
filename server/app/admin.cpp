#include "server/app/admin.h"

#include <ostream>
#include <vector>

#include "server/app/admin_socket.h"
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
    err_ << "vraagbaakd: the data in " << config_.data.string() << " is in use (" << error.detail
         << "); stop it first\n";
  else
    err_ << refusedReply(error).err;
  return exitCodeOf(error);
}

int Admin::act(AdminRequest request) {
  AdminReply reply;
  if (auto opened = open(); opened) {
    AdminActions(*storage_, *accounts_, clock_, random_, [](const auto&) {
    }).run(std::move(request), [&reply](AdminReply given) { reply = std::move(given); });
  } else {
    if (opened.error().code != ErrorCode::unavailable) return failed(opened.error());
    auto asked = askRunningServer(adminSocketFile(config_.data), request);
    if (!asked && asked.error().code == ErrorCode::unavailable) return failed(opened.error());
    if (!asked) {
      err_ << "vraagbaakd: the running server was asked, but no answer came (" << asked.error().detail
           << "): perhaps it is done, perhaps not; look before you ask again\n";
      return kExitNoAnswer;
    }
    reply = std::move(*asked);
  }
  out_ << reply.out;
  err_ << reply.err;
  return reply.exit;
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

int Admin::runImport(const Import& import) {
  if (auto opened = open(); !opened) return failed(opened.error());
  Result<ImportOutcome> outcome = fail(ErrorCode::internal);
  storage_->write(
      [&](storage::Tables& tables) -> Result<void> {
        outcome = import(transactionSink(tables));
        if (!outcome) return outcome.error();
        return {};
      },
      [&](Result<void> written) {
        if (!written) outcome = written.error();
      });
  return tell(outcome);
}

int Admin::runImportInBatches(const Import& import) {
  if (auto opened = open(); !opened) return failed(opened.error());
  return tell(import(storageSink(*storage_, accounts_.get())));
}

int Admin::tell(const Result<ImportOutcome>& outcome) {
  if (!outcome) return failed(outcome.error());
  out_ << describe(*outcome) << "\n";
  return kExitDone;
}

}  // namespace vb::server::app

#include "server/app/admin.h"

#include <ostream>
#include <vector>

#include "server/app/admin_socket.h"
#include "server/app/error_words.h"
#include "server/app/exit_codes.h"
#include "server/blobs/content_copies.h"
#include "server/services/channels.h"
#include "server/storage/sqlite/sqlite_storage.h"

namespace vb::server::app {

namespace {

// What belongs to a backup of the database.
std::filesystem::path documentsBeside(const std::filesystem::path& backup) { return backup.string() + ".documents"; }

Result<DocumentsOptions> whereTo(const storage::Tables& tables, const std::string& channel, const std::string& email) {
  const auto id = services::findChannelNamed(tables, channel);
  if (!id) return id.error();
  DocumentsOptions options;
  options.channel = *id;
  if (email.empty()) {
    const auto facts = services::channelFacts(tables, *id);
    if (!facts || facts->owners.empty()) return fail(ErrorCode::notFound, "author");
    options.author = facts->owners.front();
    return options;
  }
  const auto account = tables.accounts().findByEmail(email);
  if (!account) return fail(ErrorCode::notFound, "email");
  options.author = account->user;
  return options;
}

}  // namespace

Admin::Admin(const Config& config, const Clock& clock, RandomSource& random, std::ostream& out, std::ostream& err)
    : config_(config), clock_(clock), random_(random), out_(out), err_(err) {}

Admin::~Admin() {
  if (storage_) storage_->stop();
}

Result<void> Admin::openDocuments() {
  if (auto opened = open(); !opened) return opened;
  if (blobs_) return {};
  auto opened = blobs::openBlobStore({documentsFolder(config_.data), clock_, {}});
  if (!opened) return opened.error();
  blobs_ = std::move(*opened);
  return {};
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
  std::error_code none;
  if (std::filesystem::exists(documentsBeside(target), none))
    return failed(fail(ErrorCode::ioFailed, "there is a folder " + documentsBeside(target).string() + " already"));
  std::vector<std::string> missing;
  const auto saveDocuments = [&]() -> Result<void> {
    const auto hashes = storage::contentsIn(target);
    if (!hashes) return hashes.error();
    auto copied = blobs::copyContents(documentsFolder(config_.data), documentsBeside(target), *hashes, clock_);
    if (!copied) return copied.error();
    missing = std::move(copied->missing);
    return {};
  };
  const auto commit = storage::backupDatabase(databaseFile(config_.data), target, saveDocuments);
  if (!commit) return failed(commit.error());
  out_ << target.string() << ": checked, holds everything up to commit " << *commit << "\n";
  return tellMissing(missing);
}

int Admin::tellMissing(const std::vector<std::string>& missing) {
  if (missing.empty()) return kExitDone;
  err_ << "vraagbaakd: the contents of " << missing.size()
       << " versions of documents are nowhere to be found; the first is " << missing.front() << "\n";
  return kExitFailed;
}

int Admin::restore(const std::filesystem::path& from) {
  std::error_code ignored;
  std::filesystem::create_directories(config_.data, ignored);
  // Before the database that names them; of a damaged one the restore will tell.
  const auto hashes = storage::contentsIn(from);
  const auto documents = blobs::copyContents(documentsBeside(from), documentsFolder(config_.data),
                                             hashes ? *hashes : std::vector<std::string>(), clock_);
  if (!documents) return failed(documents.error());
  const auto done = storage::restoreDatabase(
      {.backup = from, .file = databaseFile(config_.data), .highWater = config_.highWater}, random_);
  if (!done) return failed(done.error());
  out_ << "restored from " << from.string() << "; clients notice it and offer again what is missing\n";
  return tellMissing(documents->missing);
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
  if (auto opened = openDocuments(); !opened) return failed(opened.error());
  auto sink = storageSink(*storage_, accounts_.get());
  sink.documents = documentSink(*storage_, *blobs_, config_.uploadBytesMax);
  return tell(import(sink));
}

int Admin::importDocuments(const std::filesystem::path& folder, const std::string& channel, const std::string& email) {
  if (auto opened = openDocuments(); !opened) return failed(opened.error());
  Result<DocumentsOptions> options = fail(ErrorCode::internal);
  storage_->read([&](const storage::Tables& tables) { options = whereTo(tables, channel, email); },
                 [&](Result<void> done) {
                   if (!done) options = done.error();
                 });
  if (!options) return failed(options.error());
  options->folder = folder;
  options->at = clock_.now();
  const auto sink = documentSink(*storage_, *blobs_, config_.uploadBytesMax);
  const auto outcome = app::importDocuments(*options, sink, err_);
  if (!outcome) return failed(outcome.error());
  out_ << describe(*outcome) << "\n";
  if (!outcome->counts.full) return kExitDone;
  err_ << "vraagbaakd: " << outcome->left
       << " files were not imported: " << inWords(fail(ErrorCode::forbidden, "quota")) << "\n";
  return kExitFailed;
}

int Admin::tell(const Result<ImportOutcome>& outcome) {
  if (!outcome) return failed(outcome.error());
  out_ << describe(*outcome) << "\n";
  return kExitDone;
}

}  // namespace vb::server::app

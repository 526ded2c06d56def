// Admin: what the operator does from the command line. Accounts, categories and `backup` also while a server runs on
// the data, the rest only when none does. Each returns when it is done; what is wrong goes to `err` in a sentence.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "server/app/admin_actions.h"
#include "server/app/config.h"
#include "server/app/import.h"
#include "server/blobs/blob_store.h"
#include "server/services/accounts.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"

namespace vb::server::app {

class Admin {
 public:
  // `clock` and `random` must outlive it.
  Admin(const Config& config, const Clock& clock, RandomSource& random, std::ostream& out, std::ostream& err);
  ~Admin();

  // Also on a running server, which is asked to do it.
  int act(AdminRequest request);
  int backup(const std::filesystem::path& target);
  int restore(const std::filesystem::path& from);
  using Import = std::function<Result<ImportOutcome>(const ImportSink&)>;
  // All or nothing, also when it is killed.
  int runImport(const Import& import);
  // Every batch by itself: for an import that makes accounts.
  int runImportInBatches(const Import& import);
  // Files of a folder into a channel, of this id or name; as the account of this address, or else its owner.
  int importDocuments(const std::filesystem::path& folder, const std::string& channel, const std::string& email);

 private:
  // Opens the data when it is not open yet.
  Result<void> open();
  Result<void> openDocuments();
  // How many contents are not where they should be.
  int tellMissing(const std::vector<std::string>& missing);
  int failed(const Error& error);
  int tell(const Result<ImportOutcome>& outcome);

  const Config& config_;
  const Clock& clock_;
  RandomSource& random_;
  std::ostream& out_;
  std::ostream& err_;
  std::unique_ptr<storage::Storage> storage_;
  std::unique_ptr<services::Accounts> accounts_;
  std::unique_ptr<blobs::BlobStore> blobs_;
};

// One line, without its end. From a terminal it is not echoed. badField when it is empty or too long.
Result<std::string> readPassword(const std::filesystem::path& fileOrEmptyForInput, std::ostream& prompt);

}  // namespace vb::server::app

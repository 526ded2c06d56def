// The implementation of Api: over services and storage; publishes every commit on the bus.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/api/api.h"
#include "server/api/tuning.h"
#include "server/blobs/blob_store.h"
#include "server/bus/bus.h"
#include "server/services/accounts.h"
#include "server/services/commands.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"

namespace vb::server::api {

struct ApiOptions {
  storage::Storage& storage;  // all four must outlive the Api
  bus::Bus& bus;
  const Clock& clock;
  RandomSource& random;
  std::string serverName = "Vraagbaak";
  bool registrationOpen = false;
  services::PasswordCost passwordCost;
  bool hashInline = false;  // simulations: no hashing thread
  // The same as the storage's: brings answers to the thread of the sessions. Empty only when hashInline.
  std::function<void(std::function<void()>)> post;
  services::CommandRate commandRate = {};
  // What fails outside the storage, which tells by itself (StorageOptions): for the log. On the hashing thread too.
  storage::Storage::OnProblem onProblem = {};
  blobs::BlobStore* blobs = nullptr;  // must outlive the Api; without it there are no contents
  std::int64_t uploadBytesMax = kUploadBytesMaxUsual;
};

// What of it Accounts are made from.
services::AccountsOptions accountsOptions(const ApiOptions& options);
std::unique_ptr<Api> createApi(ApiOptions options);

}  // namespace vb::server::api

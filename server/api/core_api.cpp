#include "server/api/core_api.h"

#include <utility>

#include "server/api/create_contents.h"
#include "server/api/pushes.h"

namespace vb::server::api {

CoreApi::CoreApi(ApiOptions options)
    : options_(std::move(options)),
      accounts_(services::createAccounts(accountsOptions(options_))),
      commands_(services::createCommands(options_.storage, options_.clock, options_.commandRate)),
      contents_(options_.blobs != nullptr ? createContents(options_) : nullptr) {
  // Holds the bus only: a commit may come after this object is gone.
  options_.storage.onCommit([&bus = options_.bus](const storage::Commit& commit) { publishCommit(bus, commit); });
}

void CoreApi::authenticate(std::string bearer, std::function<void(Result<Caller>)> done) {
  if (bearer.empty()) return done(fail(ErrorCode::unauthorized));
  accounts_->authenticate(std::move(bearer), [done = std::move(done)](Result<services::Identity> who) {
    if (!who) return done(who.error());
    done(Caller{who->user, who->tokenHash});
  });
}

void CoreApi::recheck(std::vector<Caller> connected) {
  std::vector<services::Identity> those;
  those.reserve(connected.size());
  for (auto& caller : connected) those.push_back({caller.user, std::move(caller.tokenHash)});
  accounts_->recheck(std::move(those), [this](Result<std::vector<services::EndedToken>> ended) {
    if (!ended) return;  // the next round asks again
    for (const auto& token : *ended) options_.bus.end({token.user, token.tokenHash});
  });
}

services::AccountsOptions accountsOptions(const ApiOptions& options) {
  return {options.storage,      options.clock,      options.random, options.registrationOpen,
          options.passwordCost, options.hashInline, options.post,   options.onProblem};
}

std::unique_ptr<Api> createApi(ApiOptions options) { return std::make_unique<CoreApi>(std::move(options)); }

}  // namespace vb::server::api

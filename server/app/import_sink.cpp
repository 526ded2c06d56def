#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

#include "server/app/import.h"

namespace vb::server::app {
namespace {

// Starts something that answers later, and waits for the answer. Works with every way a storage may run.
template <class T>
Result<T> await(storage::Storage& storage, const std::function<void(std::function<void(Result<T>)>)>& start) {
  struct Answer {
    std::mutex mutex;
    std::condition_variable arrived;
    std::optional<Result<T>> value;
  };
  const auto answer = std::make_shared<Answer>();
  start([answer](Result<T> value) {
    const std::lock_guard lock(answer->mutex);
    answer->value.emplace(std::move(value));
    answer->arrived.notify_all();
  });
  while (true) {
    const bool ranSomething = storage.pump() > 0;
    std::unique_lock lock(answer->mutex);
    if (!answer->value && !ranSomething) answer->arrived.wait(lock, [&answer] { return answer->value.has_value(); });
    if (answer->value) return std::move(*answer->value);
  }
}

}  // namespace

ImportSink transactionSink(storage::Tables& tables) {
  ImportSink sink;
  sink.write = [&tables](const services::ImportBatch& batch) { return services::importBatch(tables, batch); };
  sink.categories = [&tables]() -> Result<std::vector<services::NamedCategory>> {
    return services::listCategories(tables);
  };
  sink.find = [&tables](const Scope& scope, std::string_view kind, std::string_view id) -> std::optional<std::string> {
    const auto found = std::as_const(tables).records().find(scope, kind, id);
    if (!found || found->deleted) return std::nullopt;
    return found->body;
  };
  sink.account = [](const services::Registration&) -> Result<UserId> {
    return fail(ErrorCode::forbidden, "no accounts are made here");
  };
  sink.houseRules = [&tables](const HouseRules& rules) -> Result<void> {
    services::putHouseRules(tables, rules);
    return {};
  };
  sink.channel = [](const services::PastChannel&) -> Result<services::ImportedCounts> {
    return fail(ErrorCode::forbidden, "channels are of people with accounts");
  };
  return sink;
}

ImportSink storageSink(storage::Storage& storage, services::Accounts* accounts) {
  ImportSink sink;
  sink.write = [&storage](services::ImportBatch batch) {
    return await<services::ImportedCounts>(
        storage, [&storage, &batch](auto done) { services::importBatch(storage, std::move(batch), std::move(done)); });
  };
  sink.categories = [&storage] {
    return await<std::vector<services::NamedCategory>>(
        storage, [&storage](auto done) { services::listCategories(storage, std::move(done)); });
  };
  sink.find = [&storage](const Scope& scope, std::string_view kind, std::string_view id) -> std::optional<std::string> {
    using Found = std::optional<Record>;
    const auto found = await<Found>(storage, [&](auto done) {
      storage::readValue<Found>(
          storage, [&](const storage::Tables& tables) { return tables.records().find(scope, kind, id); },
          std::move(done));
    });
    if (!found || !*found || (*found)->deleted) return std::nullopt;
    return (*found)->body;
  };
  sink.account = [&storage, accounts](services::Registration registration) -> Result<UserId> {
    if (!accounts) return fail(ErrorCode::forbidden, "no accounts are made here");
    const auto known =
        await<UserId>(storage, [&](auto done) { accounts->findByEmail(registration.email, std::move(done)); });
    if (known || known.error().code != ErrorCode::notFound) return known;
    return await<UserId>(storage, [&](auto done) { accounts->createUser(std::move(registration), std::move(done)); });
  };
  sink.houseRules = [&storage](HouseRules rules) {
    return await<void>(storage,
                       [&](auto done) { services::putHouseRules(storage, std::move(rules), std::move(done)); });
  };
  sink.channel = [&storage](services::PastChannel channel) {
    return await<services::ImportedCounts>(
        storage, [&](auto done) { services::makePastChannel(storage, std::move(channel), std::move(done)); });
  };
  return sink;
}

}  // namespace vb::server::app

// CoreFixture: the server's core without sockets: storage, services, bus and api in one temporary folder, on a fake
// clock. Answers are decoded; with Running::inlineNow they are there when the call returns.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "server/api/create_api.h"
#include "server/blobs/blob_store.h"
#include "server/bus/bus.h"
#include "server/services/accounts.h"
#include "server/services/catalogue.h"
#include "server/storage/sqlite/sqlite_storage.h"
#include "shared/domain/commands.h"
#include "shared/protocol/codec.h"
#include "tests/support/fake_time.h"

namespace vb::test {

namespace api = server::api;
namespace bus = server::bus;
namespace services = server::services;
namespace storage = server::storage;

inline constexpr char kGoodPassword[] = "paard batterij nietje";
// As cheap as argon2id gets: tests do not measure it.
inline constexpr services::PasswordCost kCheap{1, 8192};

struct CoreOptions {
  storage::Running running = storage::Running::inlineNow;
  bool registrationOpen = true;
  std::function<storage::Fault(storage::FaultPoint)> faults;
  std::int64_t uploadBytesMax = 1'000;
};

class CoreFixture {
 public:
  explicit CoreFixture(CoreOptions options = {}) : options_(std::move(options)) {
    if (auto opened = open(); !opened) throw std::runtime_error("not opened: " + opened.error().detail);
  }
  ~CoreFixture() { close(); }

  std::filesystem::path file() const { return std::filesystem::path(folder_.path().toStdString()) / "server.db"; }

  Result<void> open(bool acceptRestore = false) {
    storage::StorageOptions opening;
    opening.file = file();
    opening.clock = &clock;
    opening.random = &random;
    opening.running = options_.running;
    opening.acceptRestore = acceptRestore;
    opening.syncToDisk = false;
    opening.faults = options_.faults;
    opening.highWater = highWater;
    opening.onProblem = [this](std::string_view event, const Error& why) {
      problems.push_back(std::string(event) + " " + std::string(errorName(why.code)) + " " + why.detail);
    };
    auto opened = storage::openSqliteStorage(std::move(opening));
    if (!opened) return opened.error();
    store = std::move(*opened);
    hub = bus::createLocalBus([](const std::function<void()>& work) { work(); });
    subscription_ = hub->listen([this](const bus::Published& change) { published.push_back(change); },
                                [this](const bus::SessionsEnded& end) { ended.push_back(end); },
                                [this](const bus::AccessEnded& end) { lost.push_back(end); });
    auto blobStore = server::blobs::openBlobStore({file().parent_path() / "documents", clock, {}});
    if (!blobStore) return blobStore.error();
    blobs = std::move(*blobStore);
    api::ApiOptions made{*store, *hub, clock, random, "Vraagbaak", options_.registrationOpen, kCheap, true, {}};
    made.blobs = blobs.get();
    made.uploadBytesMax = options_.uploadBytesMax;
    made.onProblem = [this](std::string_view event, const Error& why) {
      problems.push_back(std::string(event) + " " + std::string(errorName(why.code)) + " " + why.detail);
    };
    door = api::createApi(std::move(made));
    accounts = services::createAccounts({*store, clock, random, true, kCheap, true, {}});
    return {};
  }
  void close() {
    door.reset();
    accounts.reset();
    subscription_.reset();
    hub.reset();
    blobs.reset();
    store.reset();
  }

  // Lets what waits run, when nothing runs by itself.
  void settle() {
    while (store->pump() > 0) {
    }
  }

  api::Caller addUser(const std::string& name, Role role = Role::practitioner) {
    std::optional<UserId> made;
    services::Registration registration{name + "@gemeente.example", kGoodPassword, {}};
    registration.profile.name = name;
    registration.profile.role = role;
    accounts->createUser(registration, [&](Result<UserId> user) {
      if (user) made = *user;
    });
    settle();
    if (!made) throw std::runtime_error("no user " + name);
    return signedIn(name);
  }
  api::Caller signedIn(const std::string& name) {
    std::optional<services::SignedIn> signedIn;
    accounts->signIn(name + "@gemeente.example", kGoodPassword, "test", "192.0.2.1",
                     [&](Result<services::SignedIn> in) {
                       if (in) signedIn = *in;
                     });
    settle();
    if (!signedIn) throw std::runtime_error("cannot sign in " + name);
    return {signedIn->user, services::tokenHash(signedIn->token)};
  }
  CategoryId addCategory(const std::string& name) {
    const auto id = CategoryId::named(name);
    Category category;
    category.nameNl = name;
    bool isDone = false;
    services::putCategories(*store, {{id, category}}, [&](Result<void> put) { isDone = put.ok(); });
    settle();
    if (!isDone) throw std::runtime_error("no category " + name);
    return id;
  }

  // ---- requests, answered --------------------------------------------------------------------------------
  template <class Command>
  protocol::Ack execute(const api::Caller& caller, const Command& command, std::optional<CommandId> id = {}) {
    return execute(caller, Command::kKind, toJson(command), id);
  }
  protocol::Ack execute(const api::Caller& caller, const std::string& kind, const json::object& body,
                        std::optional<CommandId> id = {}) {
    protocol::Command request{id ? *id : CommandId::v7(clock, random), kind, body};
    return expect<protocol::Ack>([&](api::OnLine done) { door->execute(caller, request, std::move(done)); });
  }
  protocol::ServerMessage pull(const api::Caller& caller, protocol::Pull request) {
    return message([&](api::OnLine done) { door->pull(caller, request, std::move(done)); });
  }
  protocol::ServerMessage pullBack(const api::Caller& caller, protocol::PullBack request) {
    return message([&](api::OnLine done) { door->pullBack(caller, request, std::move(done)); });
  }
  protocol::ServerMessage open(const api::Caller& caller, const std::string& scope) {
    return message([&](api::OnLine done) { door->openScope(caller, {scope}, std::move(done)); });
  }
  api::HttpReply http(const std::string& method, const std::string& path, const std::string& body = {},
                      const std::string& bearer = {}, const std::string& address = "192.0.2.1") {
    std::optional<api::HttpReply> reply;
    door->http({method, path, bearer, body, address}, [&](api::HttpReply given) { reply = std::move(given); });
    settle();
    return reply.value();
  }

  // The whole scope as a client that starts afresh gets it, page by page.
  std::vector<Record> everything(const api::Caller& caller, const Scope& scope) {
    std::vector<Record> records;
    protocol::Pull request{scope.text(), "", 0, 0, 0, 0};
    while (true) {
      auto page = std::get<protocol::Page>(pull(caller, request));
      records.insert(records.end(), page.records.begin(), page.records.end());
      if (!page.more) return records;
      request.epoch = page.epoch;
      request.grant = page.grant;
      request.after = page.to;
    }
  }
  std::optional<Record> record(const Scope& scope, const std::string& kind, const std::string& id) {
    std::optional<Record> found;
    store->read([&](const storage::Tables& tables) { found = tables.records().find(scope, kind, id); },
                [](Result<void>) {});
    settle();
    return found && !found->deleted ? found : std::nullopt;
  }
  Seq head(const Scope& scope) {
    Seq head = -1;
    store->read([&](const storage::Tables& tables) { head = tables.records().state(scope).head; }, [](Result<void>) {});
    settle();
    return head;
  }
  bool write(const std::function<void(storage::Tables&)>& job) {
    bool isDone = false;
    store->write(
        [&](storage::Tables& tables) -> Result<void> {
          job(tables);
          return {};
        },
        [&](Result<void> done) { isDone = done.ok(); });
    settle();
    return isDone;
  }

  QuestionId ask(const api::Caller& caller, std::vector<CategoryId> categories,
                 const std::string& title = "Hoe regelen jullie dit?") {
    const auto id = QuestionId::v7(clock, random);
    const auto ack = execute(caller, AskQuestion{id, title, "", std::move(categories), false});
    if (ack.status != protocol::AckStatus::applied) throw std::runtime_error("not asked: " + ack.code);
    return id;
  }
  AnswerId answer(const api::Caller& caller, QuestionId question, CategoryId home,
                  const std::string& text = "Zo doen wij het.") {
    const auto id = AnswerId::v7(clock, random);
    const auto ack = execute(caller, PostAnswer{id, question, home, text, {}, false});
    if (ack.status != protocol::AckStatus::applied) throw std::runtime_error("not answered: " + ack.code);
    return id;
  }

  FakeClock clock;
  FakeRandom random{7};
  std::unique_ptr<storage::Storage> store;
  std::unique_ptr<server::blobs::BlobStore> blobs;
  std::unique_ptr<bus::Bus> hub;
  std::unique_ptr<api::Api> door;
  std::unique_ptr<services::Accounts> accounts;
  std::vector<bus::Published> published;
  std::vector<bus::SessionsEnded> ended;
  std::vector<bus::AccessEnded> lost;
  std::vector<std::string> problems;  // what the log would hold
  std::filesystem::path highWater;    // empty: beside the database

 private:
  protocol::ServerMessage message(const std::function<void(api::OnLine)>& request) {
    api::Line line;
    request([&](api::Line given) { line = std::move(given); });
    settle();
    if (!line) throw std::runtime_error("no answer");
    auto decoded = protocol::decodeServerFrame(*line);
    if (!decoded) throw std::runtime_error("not a message: " + *line);
    return std::move(decoded->front());
  }
  template <class Message>
  Message expect(const std::function<void(api::OnLine)>& request) {
    return std::get<Message>(message(request));
  }

  QTemporaryDir folder_;
  CoreOptions options_;
  std::unique_ptr<bus::Bus::Subscription> subscription_;
};

// Of the message of one type; fails the test's expectations by an empty value otherwise.
template <class Message>
const Message* as(const protocol::ServerMessage& message) {
  return std::get_if<Message>(&message);
}

}  // namespace vb::test

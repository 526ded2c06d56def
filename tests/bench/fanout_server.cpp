// The real server (storage on disk, services, api, bus, network) for fanout.py. Two things differ from vraagbaakd: a
// load generator with fixed texts cannot make UUIDs, so every command gets a fresh one here; and no limit stands in its
// way. Usage: bench_fanout_server FOLDER PORT; prints a token and a category's id.
#include <csignal>
#include <cstdio>
#include <filesystem>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include "server/api/create_api.h"
#include "server/bus/bus.h"
#include "server/net/net_server.h"
#include "server/services/catalogue.h"
#include "server/storage/sqlite/sqlite_storage.h"

using namespace vb;
using namespace vb::server;

namespace {

class FreshIds final : public api::Api {
 public:
  FreshIds(api::Api& inner, const Clock& clock, RandomSource& random) : inner_(inner), clock_(clock), random_(random) {}
  void authenticate(std::string bearer, std::function<void(Result<api::Caller>)> done) override {
    inner_.authenticate(std::move(bearer), std::move(done));
  }
  void recheck(std::vector<api::Caller> connected) override { inner_.recheck(std::move(connected)); }
  void greet(api::Caller who, protocol::Hello request, api::OnLine done) override { inner_.greet(who, request, done); }
  void openScope(api::Caller who, protocol::Subscribe request, api::OnLine done) override {
    inner_.openScope(who, request, done);
  }
  void pull(api::Caller who, protocol::Pull request, api::OnLine done) override { inner_.pull(who, request, done); }
  void pullBack(api::Caller who, protocol::PullBack request, api::OnLine done) override {
    inner_.pullBack(who, request, done);
  }
  void execute(api::Caller who, protocol::Command request, api::OnLine done) override {
    request.id = CommandId::v7(clock_, random_);
    request.body["question_id"] = QuestionId::v7(clock_, random_).text();
    inner_.execute(std::move(who), std::move(request), std::move(done));
  }
  void reach(api::Caller who, protocol::ReachQuery request, api::OnLine done) override {
    inner_.reach(who, request, done);
  }
  void http(api::HttpRequest request, std::function<void(api::HttpReply)> done) override { inner_.http(request, done); }

 private:
  api::Api& inner_;
  const Clock& clock_;
  RandomSource& random_;
};

template <class T>
T orExit(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().detail.c_str());
  std::exit(1);
}

constexpr char kPassword[] = "een lang wachtwoord voor metingen";

struct Prepared {
  std::string token;
  CategoryId category;
};

// An account that is signed in, and a category, before anything is served.
Prepared prepare(const std::filesystem::path& file, const Clock& clock, RandomSource& random) {
  storage::StorageOptions options;
  options.file = file;
  options.clock = &clock;
  options.random = &random;
  options.running = storage::Running::inlineNow;
  const auto storage = orExit(storage::openSqliteStorage(std::move(options)));
  const auto accounts = services::createAccounts({.storage = *storage,
                                                  .clock = clock,
                                                  .random = random,
                                                  .registrationOpen = true,
                                                  .cost = {1, 8192},
                                                  .hashInline = true,
                                                  .post = {}});
  Prepared prepared{"", CategoryId::v7(clock, random)};
  Profile profile;
  profile.name = "Meting";
  accounts->createUser({"meting@example.org", kPassword, profile},
                       [](Result<UserId> made) { orExit(std::move(made)); });
  accounts->signIn("meting@example.org", kPassword, "bench", "127.0.0.1",
                   [&](Result<services::SignedIn> in) { prepared.token = orExit(std::move(in)).token; });
  Category category;
  category.nameNl = category.nameEn = "Meting";
  services::putCategories(*storage, {{prepared.category, category}}, [](Result<void>) {});
  storage->stop();
  return prepared;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::signal(SIGPIPE, SIG_IGN);
  const auto clock = createSystemClock();
  const auto random = createSystemRandom();
  std::filesystem::create_directories(argv[1]);
  const auto file = std::filesystem::path(argv[1]) / "vraagbaak.db";
  const auto prepared = prepare(file, *clock, *random);

  boost::asio::io_context io(1);
  const auto post = [&io](std::function<void()> function) { boost::asio::post(io, std::move(function)); };
  storage::StorageOptions options;
  options.file = file;
  options.clock = clock.get();
  options.random = random.get();
  options.post = post;
  const auto storage = orExit(storage::openSqliteStorage(std::move(options)));
  const auto bus = bus::createLocalBus(post);
  const auto inner = api::createApi({.storage = *storage,
                                     .bus = *bus,
                                     .clock = *clock,
                                     .random = *random,
                                     .serverName = "bench",
                                     .registrationOpen = false,
                                     .passwordCost = {1, 8192},
                                     .hashInline = false,
                                     .post = post,
                                     .commandRate = {1e6, 1e6}});
  FreshIds api(*inner, *clock, *random);
  net::NetOptions net;
  net.listen = {std::string("127.0.0.1:") + argv[2]};
  net.connectionsPerUser = net.anonymousMax = net.anonymousPerAddress = 1'000'000;
  net.health = [] { return std::string("{}"); };
  net.ready = [] { return true; };
  net.metrics = [] { return std::string(); };
  const auto server = orExit(net::createNetServer(io, api, *bus, *random, std::move(net)));
  if (const auto listening = server->listen(); !listening) {
    std::fprintf(stderr, "%s\n", listening.error().detail.c_str());
    return 1;
  }
  std::printf("%s %s\n", prepared.token.c_str(), prepared.category.text().c_str());
  std::fflush(stdout);
  boost::asio::signal_set signals(io, SIGTERM, SIGINT);
  signals.async_wait([&](auto, int) {
    storage->stop();
    io.stop();
  });
  io.run();
}

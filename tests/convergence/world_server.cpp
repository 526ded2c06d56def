#include "tests/convergence/world_server.h"

#include <optional>
#include <utility>

#include "server/net/push_hub.h"
#include "server/net/sync_connection.h"
#include "server/services/accounts.h"
#include "server/services/catalogue.h"
#include "server/services/channels.h"
#include "server/services/importing.h"

namespace vb::test {
namespace storage = server::storage;
namespace net = server::net;

namespace {

constexpr Milliseconds kCommitAfterMax{6};  // virtual: what is submitted meanwhile shares the commit
constexpr char kPassword[] = "een heel lang wachtwoord";

// Joins the lines of a frame as the socket would.
std::string joined(const net::OutgoingFrame& frame) {
  std::string text;
  for (std::size_t i = 0; i < frame.count; ++i) {
    if (i > 0) text.push_back('\n');
    text += *frame.lines[i];
  }
  return text;
}

// Loses what it is told to lose.
class HintBus final : public server::bus::Bus {
 public:
  HintBus(std::unique_ptr<Bus> bus, const bool& losesEnds) : bus_(std::move(bus)), losesEnds_(losesEnds) {}
  std::unique_ptr<Subscription> listen(OnPublished onPublished, OnEnded onEnded, OnAccessEnded onAccessEnded) override {
    return bus_->listen(std::move(onPublished), std::move(onEnded), std::move(onAccessEnded));
  }
  void publish(server::bus::Published change) override { bus_->publish(std::move(change)); }
  void end(server::bus::SessionsEnded ended) override {
    if (!losesEnds_) bus_->end(std::move(ended));
  }
  void endAccess(server::bus::AccessEnded ended) override {
    if (!losesEnds_) bus_->endAccess(std::move(ended));
  }

 private:
  std::unique_ptr<Bus> bus_;
  const bool& losesEnds_;
};

class Connection final : public WorldConnection, public net::Wire, public std::enable_shared_from_this<Connection> {
 public:
  Connection(VirtualTime& time, WorldServer::OnFrame onFrame, WorldServer::OnClosed onClosed)
      : time_(time), onFrame_(std::move(onFrame)), onClosed_(std::move(onClosed)) {}

  void begin(server::api::Caller caller, server::api::Api& api, net::PushHub& hub, net::Counters& counters) {
    session_ = std::make_shared<net::SyncConnection>(std::move(caller), api, hub, counters, *this);
  }

  void received(const std::string& frame) override {
    if (!session_) return;
    unread_.push_back(frame);
    readOn();
  }
  void close() override {
    if (auto session = std::exchange(session_, nullptr)) session->gone();
    onFrame_ = nullptr;
    onClosed_ = nullptr;
  }
  // The server died: the other side sees a broken connection.
  void broken() {
    auto onClosed = std::exchange(onClosed_, nullptr);
    close();
    if (onClosed) onClosed(1006);
  }

  void wake(When when) override {
    if (waking_) return;
    waking_ = true;
    time_.after(when == When::now ? Milliseconds(0) : Milliseconds(1), [self = weak_from_this()] {
      if (auto alive = self.lock()) alive->write();
    });
  }
  void resume() override {
    time_.after(Milliseconds(0), [self = weak_from_this()] {
      if (auto alive = self.lock()) alive->readOn();
    });
  }

 private:
  void readOn() {
    while (session_ && !unread_.empty() && session_->mayRead()) {
      const auto frame = std::move(unread_.front());
      unread_.pop_front();
      session_->received(frame);
    }
  }
  void write() {
    waking_ = false;
    if (!session_) return;
    net::OutgoingFrame frame;
    while (session_ && session_->takeFrame(frame)) {
      const auto text = joined(frame);
      frame.clear();
      if (onFrame_) onFrame_(text);
    }
    if (session_ && session_->closeStatus() != 0) {
      const int status = session_->closeStatus();
      auto onClosed = std::exchange(onClosed_, nullptr);
      close();
      if (onClosed) onClosed(status);
    }
  }

  VirtualTime& time_;
  WorldServer::OnFrame onFrame_;
  WorldServer::OnClosed onClosed_;
  std::shared_ptr<net::SyncConnection> session_;
  std::deque<std::string> unread_;
  bool waking_ = false;
};

}  // namespace

struct WorldServer::Running {
  std::optional<storage::FaultPoint> crashAt;
  std::unique_ptr<storage::Storage> storage;
  std::unique_ptr<server::bus::Bus> bus;
  std::unique_ptr<server::api::Api> api;
  net::Counters counters;
  std::unique_ptr<net::PushHub> hub;
  std::vector<std::weak_ptr<Connection>> connections;
  std::shared_ptr<int> life = std::make_shared<int>();
  bool dead = false;
};

WorldServer::WorldServer(VirtualTime& time, FakeRandom& random, std::filesystem::path folder)
    : time_(time), random_(random), folder_(std::move(folder)), clock_(time) {
  std::filesystem::create_directories(folder_);
}

WorldServer::~WorldServer() { crash(); }

bool WorldServer::isRunning() const { return running_ != nullptr && !running_->dead; }

Result<void> WorldServer::start(bool acceptRestore) {
  auto running = std::make_unique<Running>();
  const std::weak_ptr<int> life = running->life;
  const auto post = [this, life](std::function<void()> run) {
    time_.after(Milliseconds(0), [life, run = std::move(run)] {
      if (!life.expired()) run();
    });
  };
  storage::StorageOptions options;
  options.file = folder_ / "vraagbaak.db";
  options.clock = &clock_;
  options.random = &random_;
  options.running = storage::Running::whenPumped;
  options.post = post;
  options.acceptRestore = acceptRestore;
  options.syncToDisk = false;
  options.faults = [this, raw = running.get()](storage::FaultPoint point) {
    if (diskFull_ && point == storage::FaultPoint::beforeCommit) return storage::Fault::diskFull;
    if (raw->crashAt != point) return storage::Fault::none;
    raw->crashAt.reset();
    raw->dead = true;
    time_.after(Milliseconds(0), [this, gone = std::weak_ptr<int>(raw->life)] {
      if (!gone.expired()) crash();
    });
    return storage::Fault::crash;
  };
  auto opened = storage::openSqliteStorage(std::move(options));
  if (!opened) return opened.error();
  running->storage = std::move(*opened);
  running->bus = std::make_unique<HintBus>(server::bus::createLocalBus(post), losesEndHints_);
  server::api::ApiOptions apiOptions{*running->storage, *running->bus, clock_, random_};
  apiOptions.passwordCost = {1, 8192};
  apiOptions.hashInline = true;
  apiOptions.post = post;
  running->api = server::api::createApi(std::move(apiOptions));
  running->hub = std::make_unique<net::PushHub>(*running->bus, running->counters);
  running_ = std::move(running);
  pumpSoon();
  return {};
}

void WorldServer::pumpSoon() {
  const auto wait = Milliseconds(
      static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(kCommitAfterMax.count()) + 1)) + 1);
  time_.after(wait, [this, life = std::weak_ptr<int>(running_->life)] {
    if (life.expired()) return;
    if (!running_->dead) running_->storage->pump();
    pumpSoon();
  });
}

void WorldServer::crash() {
  if (!running_) return;
  auto dying = std::move(running_);
  for (const auto& weak : dying->connections)
    if (auto connection = weak.lock()) connection->broken();
  dying->life.reset();
  dying->hub.reset();
  dying->api.reset();
  dying->bus.reset();
  dying->storage.reset();
}

void WorldServer::crashAtNextCommit(storage::FaultPoint point) {
  if (isRunning()) running_->crashAt = point;
}

void WorldServer::accept(const std::string& token, OnAccepted done, OnFrame onFrame, OnClosed onClosed) {
  if (!isRunning()) return done(fail(ErrorCode::network, "no server"));
  auto connection = std::make_shared<Connection>(time_, std::move(onFrame), std::move(onClosed));
  running_->api->authenticate(token, [this, connection, done = std::move(done),
                                      life = std::weak_ptr<int>(running_->life)](Result<server::api::Caller> caller) {
    if (life.expired()) return done(fail(ErrorCode::network, "the server is gone"));
    if (!caller) return done(caller.error());
    connection->begin(*caller, *running_->api, *running_->hub, running_->counters);
    running_->connections.push_back(connection);
    done(std::shared_ptr<WorldConnection>(connection));
  });
}

void WorldServer::await(const std::function<bool()>& ready) {
  for (int i = 0; i < 10000 && !ready(); ++i) time_.runFor(Milliseconds(2));
}

UserId WorldServer::addUser(const std::string& name, Role role) {
  server::services::AccountsOptions options{*running_->storage, clock_, random_};
  options.cost = {1, 8192};
  options.hashInline = true;
  auto accounts = server::services::createAccounts(std::move(options));
  server::services::Registration registration;
  registration.email = name + "@example.org";
  registration.password = kPassword;
  registration.profile.name = name;
  registration.profile.role = role;
  std::optional<UserId> user;
  accounts->createUser(std::move(registration), [&](Result<UserId> created) {
    if (created) user = *created;
  });
  await([&] { return user.has_value(); });
  return user.value();
}

std::string WorldServer::signIn(const std::string& name) {
  std::optional<server::api::HttpReply> reply;
  server::api::HttpRequest request;
  request.method = "POST";
  request.path = "/v1/session";
  request.body = R"({"email":")" + name + R"(@example.org","password":")" + kPassword + R"(","device":"world"})";
  request.clientAddress = "127.0.0.1";
  running_->api->http(std::move(request), [&](server::api::HttpReply answered) { reply = std::move(answered); });
  await([&] { return reply.has_value(); });
  auto body = parseJsonObject(reply.value().body);
  const auto* token = body ? body->if_contains("token") : nullptr;
  return token != nullptr ? std::string(token->as_string()) : std::string();
}

void WorldServer::endSession(const std::string& token) {
  bool done = false;
  server::api::HttpRequest request;
  request.method = "DELETE";
  request.path = "/v1/session";
  request.bearer = token;
  running_->api->http(std::move(request), [&](server::api::HttpReply) { done = true; });
  await([&] { return done; });
}

void WorldServer::addCategories(const std::vector<std::string>& names) {
  std::vector<server::services::NamedCategory> categories;
  for (const auto& name : names) {
    Category category;
    category.nameNl = category.nameEn = name;
    category.position = static_cast<int>(categories.size()) + 1;
    categories.emplace_back(CategoryId::named(name), category);
  }
  bool done = false;
  server::services::putCategories(*running_->storage, std::move(categories), [&](Result<void>) { done = true; });
  await([&] { return done; });
}

bool WorldServer::backup(const std::filesystem::path& target) {
  std::optional<bool> done;
  running_->storage->backup(target, [&](Result<std::int64_t> copied) { done = copied.ok(); });
  await([&] { return done.has_value(); });
  return done.value_or(false);
}

Result<void> WorldServer::restore(const std::filesystem::path& backup) {
  return storage::restoreDatabase({.backup = backup, .file = folder_ / "vraagbaak.db", .highWater = {}}, random_);
}

void WorldServer::copyBack(const std::filesystem::path& backup) {
  const auto file = folder_ / "vraagbaak.db";
  std::filesystem::remove(file.string() + "-wal");
  std::filesystem::remove(file.string() + "-shm");
  std::filesystem::copy_file(backup, file, std::filesystem::copy_options::overwrite_existing);
}

void WorldServer::pruneTombstones() {
  bool done = false;
  server::services::pruneTombstones(*running_->storage, clock_.now() + Milliseconds(1),
                                    [&](Result<int>) { done = true; });
  await([&] { return done; });
}

std::int64_t WorldServer::newestCommit() const { return running_->storage->meta().commit; }

void WorldServer::addChannel(ChannelId id, ChannelAccess access, UserId owner) {
  server::services::NewChannel made;
  made.id = id;
  made.channel.name = "kanaal " + id.text();
  made.channel.access = access;
  made.owner = owner;
  bool done = false;
  running_->storage->write([made, now = clock_.now()](
                               storage::Tables& tables) { return server::services::createChannel(tables, made, now); },
                           [&](Result<void>) { done = true; });
  await([&] { return done; });
}

bool WorldServer::look(const std::function<void(const storage::Tables&)>& job) {
  bool done = false;
  running_->storage->read([&](const storage::Tables& tables) { job(tables); }, [&](Result<void>) { done = true; });
  await([&] { return done; });
  return done;
}

}  // namespace vb::test

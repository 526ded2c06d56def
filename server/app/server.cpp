#include "server/app/server.h"

#include <algorithm>
#include <csignal>
#include <malloc.h>
#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server/api/create_api.h"
#include "server/app/admin_socket.h"
#include "server/app/facts.h"
#include "server/app/tuning.h"
#include "server/app/upkeep.h"
#include "server/blobs/blob_store.h"
#include "server/bus/bus.h"
#include "server/net/net_server.h"
#include "server/storage/sqlite/sqlite_storage.h"

namespace vb::server::app {
namespace {

namespace asio = boost::asio;

// A connection is a descriptor; the default of 1,024 is for another time.
std::size_t raiseDescriptorLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur;
}

class Server {
 public:
  Server(const Config& config, std::unique_ptr<ops::Log> log, const Clock& clock)
      : config_(config), clock_(clock), log_(std::move(log)), signals_(io_), round_(io_) {}

  ~Server() {
    // Answers still on their way belong to objects that go now.
    if (storage_) storage_->stop();
  }

  Result<void> start() {
    std::error_code failed;
    std::filesystem::create_directories(config_.data, failed);
    if (failed) return fail(ErrorCode::ioFailed, "cannot make " + config_.data.string() + ": " + failed.message());
    std::filesystem::permissions(config_.data, std::filesystem::perms::owner_all, failed);

    storage::StorageOptions options;
    options.file = databaseFile(config_.data);
    options.highWater = config_.highWater;
    options.onProblem = onProblem_;
    options.clock = &clock_;
    options.random = random_.get();
    options.post = post_;
    options.acceptRestore = config_.acceptRestore;
    auto opened = storage::openSqliteStorage(std::move(options));
    if (!opened) return opened.error();
    storage_ = std::move(*opened);
    auto blobs = blobs::openBlobStore({documentsFolder(config_.data), clock_, post_});
    if (!blobs) return blobs.error();
    blobs_ = std::move(*blobs);
    upkeep_ = std::make_unique<Upkeep>(
        *storage_, *blobs_, clock_, config_.tombstoneDays,
        [this](std::string_view event, const ops::LogFields& fields) { note(ops::LogLevel::info, event, fields); },
        onProblem_);
    bus_ = bus::createLocalBus(post_);
    api_ = api::createApi(apiOptions());
    storage_->noteBackup();

    auto created = net::createNetServer(io_, *api_, *bus_, *random_, netOptions());
    if (!created) return created.error();
    net_ = std::move(*created);
    if (auto listening = net_->listen(); !listening) return listening;
    openAdminDoor();
    return {};
  }

  void run(const std::function<void(const std::vector<std::uint16_t>&)>& onListening) {
    const auto meta = storage_->meta();
    note(ops::LogLevel::info, "started",
         {{"version", VRAAGBAAK_VERSION}, {"epoch", meta.epoch}, {"commit", std::to_string(meta.commit)}});
    for (const auto port : net_->ports()) note(ops::LogLevel::info, "listening", {{"port", std::to_string(port)}});
    backedUp_ = meta.backedUpCommit;
    listenToSignals();
    nextRound();
    onListening(net_->ports());
    io_.run();
    note(ops::LogLevel::info, "stopped", {});
  }

 private:
  api::ApiOptions apiOptions() {
    return {.storage = *storage_,
            .bus = *bus_,
            .clock = clock_,
            .random = *random_,
            .serverName = config_.name,
            .registrationOpen = config_.registration,
            .passwordCost = {config_.passwordOperations, config_.passwordMemoryBytes},
            .hashInline = false,
            .post = post_,
            .commandRate = {config_.commandsPerSecond, config_.commandsAtOnce},
            .onProblem = onProblem_,
            .blobs = blobs_.get(),
            .uploadBytesMax = config_.uploadBytesMax};
  }

  // Without it the server serves all the same.
  void openAdminDoor() {
    auto opened = openAdminSocket(io_, adminSocketFile(config_.data),
                                  [this](AdminRequest request, const AdminActions::Done& done) {
                                    note(ops::LogLevel::info, "admin", {{"action", request.action}});
                                    adminActions().run(std::move(request), done);
                                  });
    if (!opened) return note(ops::LogLevel::info, "no_admin_socket", {{"detail", opened.error().detail}});
    adminSocket_ = std::move(*opened);
  }

  // Made when first needed: a thread for hashing comes with it.
  AdminActions& adminActions() {
    if (adminActions_) return *adminActions_;
    auto options = api::accountsOptions(apiOptions());
    options.registrationOpen = true;  // the operator registers whom he likes
    accounts_ = services::createAccounts(std::move(options));
    adminActions_ = std::make_unique<AdminActions>(*storage_, *accounts_, clock_, *random_, [this](const auto& ended) {
      for (const auto& token : ended) bus_->end({token.user, token.tokenHash});
    });
    return *adminActions_;
  }

  net::NetOptions netOptions() {
    auto options = config_.net;
    const auto descriptors = raiseDescriptorLimit();
    const auto spare = std::min(kSpareDescriptors, descriptors / 4);
    options.connectionsMax = std::min(options.connectionsMax, descriptors - spare);
    options.ready = [this] { return !isStopping_; };
    options.health = [this] { return healthText(storage_->readOnly(), isStopping_); };
    options.metrics = [this] {
      return metricsOf(net_->counters(), storage_->counters(), storage_->meta(), storage_->readOnly());
    };
    options.onEvent = [this](net::Level level, const std::string& event, const net::Fields& fields) {
      const auto asLog = level == net::Level::error  ? ops::LogLevel::error
                         : level == net::Level::info ? ops::LogLevel::info
                                                     : ops::LogLevel::debug;
      note(asLog, event, fields);
    };
    return options;
  }

  void listenToSignals() {
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.add(SIGHUP);
    awaitSignal();
  }

  void awaitSignal() {
    signals_.async_wait([this](const boost::system::error_code& failed, int signal) {
      if (failed) return;
      if (signal == SIGHUP)
        reload();
      else if (!isStopping_)
        stop();
      else
        io_.stop();  // asked twice: at once. What was acknowledged is on disk anyway
      awaitSignal();
    });
  }

  void reload() {
    if (const auto loaded = net_->reloadTls(); loaded)
      note(ops::LogLevel::info, "reloaded", {});
    else
      note(ops::LogLevel::error, "reload_failed", {{"detail", loaded.error().detail}});
  }

  void stop() {
    isStopping_ = true;
    note(ops::LogLevel::info, "stopping", {});
    round_.cancel();
    if (adminSocket_) adminSocket_->close();
    net_->drain([this] {
      storage_->stop();
      io_.stop();
    });
  }

  void nextRound() {
    round_.expires_after(std::chrono::seconds(config_.recheckSeconds));
    round_.async_wait([this](const boost::system::error_code& failed) {
      if (failed) return;
      round();
      nextRound();
    });
  }

  void round() {
    net_->recheckTokens();
    storage_->noteBackup();
    const auto meta = storage_->meta();
    if (meta.backedUpCommit > backedUp_) {
      backedUp_ = meta.backedUpCommit;
      net_->tellBackedUp(meta.epoch, meta.backedUpCommit);
      note(ops::LogLevel::info, "backed_up", {{"commit", std::to_string(meta.backedUpCommit)}});
    }
    if (const bool readOnly = storage_->readOnly(); readOnly != wasReadOnly_) {
      wasReadOnly_ = readOnly;
      note(readOnly ? ops::LogLevel::error : ops::LogLevel::info, readOnly ? "read_only" : "writing_again", {});
    }
    upkeep_->round();
  }

  void note(ops::LogLevel level, std::string_view event, const ops::LogFields& fields) {
    log_->write(level, event, fields);
  }

  const Config& config_;
  const Clock& clock_;
  std::unique_ptr<ops::Log> log_;
  std::unique_ptr<RandomSource> random_ = createSystemRandom();
  asio::io_context io_{1};
  const std::function<void(std::function<void()>)> post_ = [this](std::function<void()> function) {
    asio::post(io_, std::move(function));
  };
  const storage::Storage::OnProblem onProblem_ = [this](std::string_view event, const Error& why) {
    note(ops::LogLevel::error, event, {{"code", std::string(errorName(why.code))}, {"detail", why.detail}});
  };
  std::unique_ptr<storage::Storage> storage_;
  std::unique_ptr<blobs::BlobStore> blobs_;
  std::unique_ptr<Upkeep> upkeep_;
  std::unique_ptr<bus::Bus> bus_;
  std::unique_ptr<api::Api> api_;
  std::unique_ptr<net::NetServer> net_;
  std::unique_ptr<services::Accounts> accounts_;
  std::unique_ptr<AdminActions> adminActions_;
  std::unique_ptr<AdminSocket> adminSocket_;
  asio::signal_set signals_;
  asio::steady_timer round_;
  std::int64_t backedUp_ = 0;
  bool isStopping_ = false;
  bool wasReadOnly_ = false;
};

}  // namespace

Result<void> serve(const Config& config, const std::function<void(const std::vector<std::uint16_t>&)>& onListening) {
  const auto clock = createSystemClock();
  auto log = ops::createLog(config.log, *clock);
  if (!log) return log.error();
  Server server(config, std::move(*log), *clock);
  if (auto started = server.start(); !started) return started.error();
  server.run(onListening);
  return {};
}

}  // namespace vb::server::app

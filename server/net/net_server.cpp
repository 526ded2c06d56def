#include "server/net/net_server.h"

#include <utility>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server/net/net_context.h"
#include "server/net/recheck_round.h"
#include "server/net/tls_context.h"
#include "shared/protocol/codec.h"

namespace vb::server::net {
namespace {

using boost::asio::ip::tcp;
using Acceptor = boost::asio::basic_socket_acceptor<tcp, boost::asio::io_context::executor_type>;

Result<tcp::endpoint> endpointOf(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return fail(ErrorCode::badField, "listen: no port in " + text);
  std::string host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";
  boost::system::error_code failed;
  const auto address = boost::asio::ip::make_address(host, failed);
  const std::string port = text.substr(colon + 1);
  const bool isNumber = !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string::npos;
  if (failed || !isNumber || std::stoi(port) > 65'535)
    return fail(ErrorCode::badField, "listen: no address:port: " + text);
  return tcp::endpoint(address, static_cast<std::uint16_t>(std::stoi(port)));
}

class Listener {
 public:
  Listener(boost::asio::io_context& io, tcp::endpoint endpoint)
      : acceptor_(io), pause_(io), endpoint_(std::move(endpoint)) {}

  Result<void> open() {
    boost::system::error_code failed;
    acceptor_.open(endpoint_.protocol(), failed);
    if (!failed) acceptor_.set_option(Acceptor::reuse_address(true), failed);
    if (!failed && endpoint_.address().is_v6()) acceptor_.set_option(boost::asio::ip::v6_only(true), failed);
    if (!failed) acceptor_.bind(endpoint_, failed);
    if (!failed) acceptor_.listen(kBacklog, failed);
    if (failed)
      return fail(ErrorCode::ioFailed, "cannot listen on " + endpoint_.address().to_string() + ":" +
                                           std::to_string(endpoint_.port()) + ": " + failed.message());
    return {};
  }
  void accept(std::function<void(Socket)> arrived) {
    arrived_ = std::move(arrived);
    next();
  }
  void close() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }
  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  void next() {
    acceptor_.async_accept([this](boost::system::error_code failed, Socket socket) {
      if (failed == boost::asio::error::operation_aborted || !acceptor_.is_open()) return;
      if (failed) {
        pause_.expires_after(kAcceptPause);
        return pause_.async_wait([this](boost::system::error_code stopped) {
          if (!stopped) next();
        });
      }
      arrived_(std::move(socket));
      next();
    });
  }

  Acceptor acceptor_;
  boost::asio::steady_timer pause_;
  tcp::endpoint endpoint_;
  std::function<void(Socket)> arrived_;
};

class BeastServer final : public NetServer {
 public:
  BeastServer(boost::asio::io_context& io, api::Api& api, bus::Bus& bus, RandomSource& random, NetOptions options,
              TrustedProxies trusted, std::vector<tcp::endpoint> endpoints,
              std::shared_ptr<boost::asio::ssl::context> tls)
      : context_(std::make_shared<NetContext>(io, api, bus, random, std::move(options), std::move(trusted))),
        tls_(std::move(tls)),
        wheel_(io),
        deadline_(io) {
    for (auto& endpoint : endpoints) listeners_.push_back(std::make_unique<Listener>(io, std::move(endpoint)));
  }

  Result<void> listen() override {
    for (const auto& listener : listeners_)
      if (auto opened = listener->open(); !opened) return opened.error();
    for (const auto& listener : listeners_) listener->accept([this](Socket socket) { arrived(std::move(socket)); });
    turn();
    return {};
  }

  std::vector<std::uint16_t> ports() const override {
    std::vector<std::uint16_t> found;
    for (const auto& listener : listeners_) found.push_back(listener->port());
    return found;
  }

  Result<void> reloadTls() override {
    if (!tls_) return {};
    auto loaded = loadTls(context_->options.tls);
    if (!loaded) return loaded.error();
    tls_ = std::move(*loaded);
    return {};
  }

  void drain(std::function<void()> done) override {
    if (context_->isDraining) return;
    context_->isDraining = true;
    drained_ = std::move(done);
    for (const auto& listener : listeners_) listener->close();
    context_->note(Level::info, "drain", {{"connections", std::to_string(context_->sessions.size())}});
    context_->sessions.forEach([](Session& session) { session.drain(); });
    deadline_.expires_after(kDrainMax);
    deadline_.async_wait([this](boost::system::error_code stopped) {
      if (!stopped) context_->sessions.forEach([](Session& session) { session.abort(); });
    });
    context_->sessions.onEmpty([this] {
      if (!drained_) return;
      deadline_.cancel();
      wheel_.cancel();
      std::exchange(drained_, nullptr)();
    });
  }

  void recheckTokens() override {
    if (recheck_.isOver()) recheck_.begin(context_->hub.callers());
  }

  void tellBackedUp(std::string epoch, std::int64_t commit) override {
    context_->hub.broadcast(std::make_shared<const std::string>(
        protocol::encode(protocol::ServerMessage(protocol::BackedUp{std::move(epoch), commit}))));
  }

  const Counters& counters() const override { return context_->counters; }

 private:
  void arrived(Socket socket) {
    boost::system::error_code failed;
    const auto peer = socket.remote_endpoint(failed).address();
    if (failed) return;
    ++context_->counters.connectionsAccepted;
    Arrival arrival{peer, nullptr};
    const bool isFull = context_->sessions.size() >= context_->options.connectionsMax;
    // What comes through a trusted proxy is counted when its request says where it comes from.
    const bool isProxy = context_->proxies.contains(plainAddress(peer));
    if (!isFull && !isProxy) arrival.place = context_->limits.take(peer);
    if (isFull || (!isProxy && !arrival.place)) {
      ++context_->counters.connectionsRefused;
      return;
    }
    socket.set_option(tcp::no_delay(true), failed);
    if (tls_)
      serveTls(context_, std::move(socket), tls_, std::move(arrival));
    else
      servePlain(context_, std::move(socket), std::move(arrival));
  }

  void turn() {
    wheel_.expires_after(std::chrono::seconds(1));
    wheel_.async_wait([this](boost::system::error_code stopped) {
      if (stopped) return;
      context_->sessions.turn();
      for (auto& job : recheck_.next()) context_->api.recheck(std::move(job));
      turn();
    });
  }

  std::shared_ptr<NetContext> context_;
  std::shared_ptr<boost::asio::ssl::context> tls_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  RecheckRound recheck_;
  boost::asio::steady_timer wheel_;
  boost::asio::steady_timer deadline_;
  std::function<void()> drained_;
};

}  // namespace

Result<std::unique_ptr<NetServer>> createNetServer(boost::asio::io_context& io, api::Api& api, bus::Bus& bus,
                                                   RandomSource& random, NetOptions options) {
  auto trusted = TrustedProxies::parse(options.trustedProxies);
  if (!trusted) return trusted.error();
  if (options.behindProxy && options.trustedProxies.empty())
    return fail(ErrorCode::badField,
                "behind a proxy, but which? Without its address everybody counts as one: give --trusted-proxy ADDRESS, "
                "or proxy.trusted in the config file");
  std::vector<tcp::endpoint> endpoints;
  for (const auto& text : options.listen) {
    auto endpoint = endpointOf(text);
    if (!endpoint) return endpoint.error();
    endpoints.push_back(std::move(*endpoint));
  }
  if (endpoints.empty()) return fail(ErrorCode::badField, "listen: no address");

  const bool isTls = !options.tls.certificate.empty() || !options.tls.key.empty();
  std::shared_ptr<boost::asio::ssl::context> tls;
  if (isTls) {
    auto loaded = loadTls(options.tls);
    if (!loaded) return loaded.error();
    tls = std::move(*loaded);
  }
  for (const auto& endpoint : endpoints)
    if (!isTls && !options.behindProxy && !endpoint.address().is_loopback())
      return fail(
          ErrorCode::badField,
          "plain text on " + endpoint.address().to_string() +
              ", which others can reach: give --tls-cert and --tls-key, or --behind-proxy when a proxy does the TLS");
  return std::unique_ptr<NetServer>(std::make_unique<BeastServer>(
      io, api, bus, random, std::move(options), std::move(*trusted), std::move(endpoints), std::move(tls)));
}

}  // namespace vb::server::net

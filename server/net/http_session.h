// HttpSession: an accepted connection until it closes or becomes a WebSocket: TLS handshake, requests, the upgrade.
// Whoever is slow is cut off (10 s for a head); nothing of a sync conversation is read before the token was found good.
// Owned by Sessions. On the network thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "server/net/content_wire.h"
#include "server/net/http_rules.h"
#include "server/net/net_context.h"
#include "server/net/web_socket_session.h"

namespace vb::server::net {

template <class Stream>
class HttpSession final : public Session, public std::enable_shared_from_this<HttpSession<Stream>> {
 public:
  static constexpr bool kIsTls = !std::is_same_v<Stream, Socket>;
  using Body = beast::http::string_body;

  HttpSession(std::shared_ptr<NetContext> context, Stream stream, Arrival arrival)
      : context_(std::move(context)),
        stream_(std::move(stream)),
        arrival_(std::move(arrival)),
        client_(plainAddress(arrival_.peer)) {
    ++context_->counters.connectionsOpen;
  }
  ~HttpSession() override { --context_->counters.connectionsOpen; }

  void start() {
    if constexpr (kIsTls) {
      stream_.async_handshake(boost::asio::ssl::stream_base::server,
                              [self = this->shared_from_this()](beast::error_code failed) {
                                if (failed) return self->finish();
                                self->readHead();
                              });
    } else {
      readHead();
    }
  }

  int due() override {
    ++context_->counters.timedOut;
    abort();
    return 1;
  }
  void drain() override {
    if (isIdle_) return abort();  // between requests: nothing is lost
    if (!exchange_) return;
    exchange_->drain();
    context_->sessions.schedule(*this, kContentDrainSeconds);
  }
  void abort() override {
    beast::error_code ignored;
    beast::get_lowest_layer(stream_).close(ignored);
    finish();
  }

 private:
  void readHead() {
    isIdle_ = true;
    parser_.emplace();
    parser_->header_limit(kHeaderBytesMax);
    parser_->body_limit(boost::none);  // known when the head says what the body is for
    beast::http::async_read_header(stream_, buffer_, *parser_,
                                   [self = this->shared_from_this()](beast::error_code failed, std::size_t) {
                                     self->isIdle_ = false;
                                     if (failed) return self->headFailed(failed);
                                     self->headRead();
                                   });
  }

  void headFailed(beast::error_code failed) {
    if (failed == beast::http::error::header_limit) return refuse(431, "too_large", "header");
    if (failed == beast::http::error::body_limit) return refuse(413, "too_large", "body");
    if (failed.category() == beast::http::make_error_code(beast::http::error::bad_method).category() &&
        failed != beast::http::error::end_of_stream && failed != beast::http::error::partial_message)
      return refuse(400, "bad_message", "not HTTP/1.1");
    finish();
  }

  void headRead() {
    ++context_->counters.httpRequests;
    const auto& head = parser_->get();
    client_ = context_->proxies.clientOf(arrival_.peer, forwardedFor(head));
    // Behind a proxy everybody comes from its address: counted by what it says of them.
    if (context_->proxies.contains(plainAddress(arrival_.peer))) {
      arrival_.place.reset();
      if (!(arrival_.place = context_->limits.take(client_)))
        return refuse(429, "too_many_requests", "connections of this address");
    }
    const auto path = pathOf(head.target());
    if (path == "/v1/sync") return upgrade();
    if (isContentPath(path)) return beginExchange();
    if (parser_->content_length().value_or(0) > kBodyBytesMax) return refuse(413, "too_large", "body");
    parser_->body_limit(kBodyBytesMax);
    context_->sessions.schedule(*this, kBodySeconds);
    beast::http::async_read(stream_, buffer_, *parser_,
                            [self = this->shared_from_this()](beast::error_code failed, std::size_t) {
                              if (failed == beast::http::error::body_limit)
                                return self->refuse(413, "too_large", "body");
                              if (failed) return self->headFailed(failed);
                              self->answer();
                            });
  }

  void upgrade() {
    const auto& head = parser_->get();
    if (const auto refusal = refuseUpgrade(head, buffer_.size()))
      return refuseUpgraded(refusal->status, refusal->code, refusal->detail);
    if (context_->isDraining) return refuse(503, "unavailable", "shutting down");
    context_->api.authenticate(std::string(bearerOf(head)), [weak = this->weak_from_this()](Result<api::Caller> found) {
      if (const auto self = weak.lock(); self && !self->isGone) self->authenticated(std::move(found));
    });
  }

  void authenticated(Result<api::Caller> found) {
    if (!found) return refuseUpgraded(httpStatus(found.error().code), errorName(found.error().code), "");
    if (context_->isDraining) return refuse(503, "unavailable", "shutting down");
    if (context_->hub.connectionsOf(found->user) >= context_->options.connectionsPerUser)
      return refuseUpgraded(429, "too_many_requests", "connections of this user");
    WebSocketRequest request(std::move(parser_->get().base()));
    auto socket = std::make_shared<WebSocketSession<Stream>>(context_, std::move(stream_));
    context_->sessions.add(socket, kHelloSeconds);
    context_->sessions.remove(*this);
    arrival_.place.reset();
    socket->start(request, std::move(*found));
  }
  using WebSocketRequest = typename WebSocketSession<Stream>::Request;

  void beginExchange() {
    const auto length = parser_->content_length();
    const bool hasBody = parser_->chunked() || length.value_or(0) > 0;
    auto call = contentCallOf(parser_->get(), hasBody, length ? std::optional<std::uint64_t>(*length) : std::nullopt);
    // They do not count as requests of a stranger: the first fetch of a channel is thousands.
    const bool mayGoOn = parser_->get().keep_alive() && ++exchanged_ < kContentRequestsPerConnection;
    context_->sessions.schedule(*this, kAnswerSeconds);
    wire_ = std::make_shared<StreamWire<Stream>>(*context_, this->weak_from_this(), stream_, buffer_, *parser_, mayGoOn,
                                                 [this](bool goesOn) { endExchange(goesOn); });
    exchange_ = std::make_shared<ContentExchange>(
        ContentRoom{context_->api, context_->contentPlaces, context_->counters}, *wire_, std::move(call));
    const auto exchange = exchange_;
    exchange->begin(context_->isDraining);
  }
  void endExchange(bool goesOn) {
    exchange_.reset();
    if (!goesOn || context_->isDraining) return end();
    context_->sessions.schedule(*this, kKeepAliveSeconds);
    // The wire is being called: it goes when the next exchange begins.
    readHead();
  }

  void answer() {
    const auto& request = parser_->get();
    const std::string path(pathOf(request.target()));
    if (path == "/health" || path == "/metrics") {
      if (request.method() != beast::http::verb::get)
        return reply(405, R"({"error":"unsupported","detail":"GET only"})");
      if (path == "/health") return reply(context_->options.ready() ? 200 : 503, context_->options.health());
      const bool isHere =
          arrival_.peer.is_loopback() && request.count("X-Forwarded-For") == 0 && request.count("Forwarded") == 0;
      if (!isHere && !context_->options.metricsFromAnywhere) return reply(404, R"({"error":"not_found","detail":""})");
      return reply(200, context_->options.metrics(), "text/plain; version=0.0.4; charset=utf-8");
    }
    // No browser is a client: a page of somebody else gets nothing done here.
    if (request.count(beast::http::field::origin) > 0) return refuse(403, "forbidden", "origin");
    if (context_->isDraining) return refuse(503, "unavailable", "shutting down");
    context_->sessions.schedule(*this, kAnswerSeconds);
    api::HttpRequest call{std::string(request.method_string()), path, std::string(bearerOf(request)), request.body(),
                          countedAs(client_).to_string()};
    context_->api.http(std::move(call), [weak = this->weak_from_this()](api::HttpReply result) {
      if (const auto self = weak.lock(); self && !self->isGone)
        self->reply(static_cast<unsigned>(result.status), std::move(result.body), "application/json",
                    result.retryAfterSeconds);
    });
  }

  void refuseUpgraded(int status, std::string_view code, std::string_view detail) {
    ++context_->counters.upgradesRefused;
    context_->note(Level::debug, "upgrade_refused", {{"status", std::to_string(status)}, {"code", std::string(code)}});
    refuse(status, code, detail);
  }

  void refuse(int status, std::string_view code, std::string_view detail) {
    isLast_ = true;
    std::string body = R"({"error":")";
    body.append(code).append(R"(","detail":")").append(detail).append("\"}");
    reply(static_cast<unsigned>(status), std::move(body));
  }

  void reply(unsigned status, std::string body, std::string_view type = "application/json",
             std::optional<int> retryAfter = {}) {
    response_ = std::make_unique<beast::http::response<Body>>(static_cast<beast::http::status>(status), 11);
    auto& response = *response_;
    const bool wasKept = parser_ && parser_->is_header_done() && parser_->get().keep_alive();
    isLast_ = isLast_ || !wasKept || context_->isDraining || ++answered_ >= kRequestsPerConnection;
    response.keep_alive(!isLast_);
    response.set(beast::http::field::server, "vraagbaak");
    response.set(beast::http::field::content_type, type);
    response.set(beast::http::field::cache_control, "no-store");
    response.set("X-Content-Type-Options", "nosniff");
    if (status == 401) response.set(beast::http::field::www_authenticate, "Bearer");
    if (status == 405) response.set(beast::http::field::allow, "GET");
    if (status == 426) {
      response.set(beast::http::field::upgrade, "websocket");
      response.set(beast::http::field::sec_websocket_protocol, protocol::kSubprotocol);
    }
    if (!retryAfter && status == 429) retryAfter = kRetryTooManySeconds;
    if (!retryAfter && status == 503) retryAfter = kRetryUnavailableSeconds;
    if (retryAfter) response.set(beast::http::field::retry_after, std::to_string(*retryAfter));
    response.body() = std::move(body);
    response.prepare_payload();
    context_->sessions.schedule(*this, kBodySeconds);
    beast::http::async_write(stream_, response,
                             [self = this->shared_from_this()](beast::error_code failed, std::size_t) {
                               self->response_.reset();
                               if (failed) return self->finish();
                               if (self->isLast_) return self->end();
                               self->context_->sessions.schedule(*self, kKeepAliveSeconds);
                               self->readHead();
                             });
  }

  // Lets the answer arrive before the connection goes: what a refused sender still sends would reset it otherwise.
  void end() {
    context_->sessions.schedule(*this, kCloseSeconds);
    if constexpr (kIsTls) {
      stream_.async_shutdown([self = this->shared_from_this()](beast::error_code) { self->abort(); });
    } else {
      beast::error_code ignored;
      stream_.shutdown(Socket::shutdown_send, ignored);
      skipRest();
    }
  }
  void skipRest() {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(4096),
                            [self = this->shared_from_this()](beast::error_code failed, std::size_t) {
                              if (failed) return self->abort();
                              self->skipRest();
                            });
  }

  void finish() { context_->sessions.remove(*this); }

  std::shared_ptr<NetContext> context_;
  Stream stream_;
  Arrival arrival_;
  Address client_;
  beast::flat_buffer buffer_{kHeaderBytesMax + kBodyBytesMax};
  std::optional<beast::http::request_parser<Body>> parser_;
  std::unique_ptr<beast::http::response<Body>> response_;
  std::shared_ptr<StreamWire<Stream>> wire_;
  std::shared_ptr<ContentExchange> exchange_;
  int answered_ = 0;
  int exchanged_ = 0;
  bool isIdle_ = false;
  bool isLast_ = false;
};

template <class Stream>
void serve(const std::shared_ptr<NetContext>& context, Stream stream, Arrival arrival) {
  auto session = std::make_shared<HttpSession<Stream>>(context, std::move(stream), std::move(arrival));
  context->sessions.add(session, kHeaderSeconds);
  session->start();
}

}  // namespace vb::server::net

// StreamWire: a connection as a ContentExchange knows it: pieces of a body in and of an answer out, with a deadline for
// each. Lives within its session; on the network thread.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/net/content_exchange.h"
#include "server/net/http_rules.h"
#include "server/net/net_context.h"

namespace vb::server::net {

template <class Stream>
class StreamWire final : public ContentWire, public std::enable_shared_from_this<StreamWire<Stream>> {
 public:
  using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
  using HeadParser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using Ended = std::function<void(bool goesOn)>;

  // The session holds all of it, and is held by what is under way.
  StreamWire(NetContext& context, std::weak_ptr<Session> session, Stream& stream, boost::beast::flat_buffer& buffer,
             HeadParser& head, bool mayGoOn, Ended ended)
      : context_(context),
        session_(std::move(session)),
        stream_(stream),
        buffer_(buffer),
        parser_(std::move(head)),
        timer_(context.io),
        ended_(std::move(ended)),
        mayGoOn_(mayGoOn) {
    parser_.body_limit(boost::none);  // what is too much for its upload, the upload says
    asksToGoOn_ = isAskingToGoOn(parser_.get());
  }

  void readPiece(std::function<void(BodyPiece)> done) override {
    await(kPieceSeconds);
    if (!std::exchange(asksToGoOn_, false)) return readNow(std::move(done));
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    boost::asio::async_write(
        stream_, boost::asio::buffer(kContinue),
        [this, held = session_.lock(), done = std::move(done)](boost::beast::error_code failed, std::size_t) mutable {
          if (failed) return held->abort();
          readNow(std::move(done));
        });
  }

  void stopReading() override {
    boost::beast::error_code ignored;
    boost::beast::get_lowest_layer(stream_).cancel(ignored);
  }
  void bodyRead() override { await(kStoreSeconds); }

  void write(std::string head, std::string bytes, std::function<void()> written) override {
    head_ = std::move(head);
    bytes_ = std::move(bytes);
    await(kPieceSeconds);
    const std::array buffers{boost::asio::buffer(std::as_const(head_)), boost::asio::buffer(std::as_const(bytes_))};
    boost::asio::async_write(
        stream_, buffers,
        [this, held = session_.lock(), written = std::move(written)](boost::beast::error_code failed, std::size_t) {
          if (held->isGone) return;
          if (failed) return held->abort();
          await(kAnswerSeconds);
          written();
        });
  }

  void watch(std::function<void()> look) override {
    timer_.expires_after(kLookEvery);
    timer_.async_wait([weak = this->weak_from_this(), look = std::move(look)](boost::beast::error_code stopped) {
      const auto self = weak.lock();
      const auto held = self ? self->session_.lock() : nullptr;
      if (stopped || !held || held->isGone || self->isEnded_) return;
      look();
      self->watch(look);
    });
  }

  bool mayGoOn() const override { return mayGoOn_ && !context_.isDraining; }
  void end(bool goesOn) override {
    isEnded_ = true;
    timer_.cancel();
    ended_(goesOn);
  }
  void cut() override {
    const auto held = session_.lock();
    if (!held || held->isGone) return;
    boost::beast::error_code ignored;
    boost::beast::get_lowest_layer(stream_).set_option(boost::asio::socket_base::linger(true, 0), ignored);
    held->abort();
  }

 private:
  void await(int seconds) {
    const auto held = session_.lock();
    // While the server stops, no piece makes it stay longer.
    if (held && !context_.isDraining) context_.sessions.schedule(*held, seconds);
  }

  void readNow(std::function<void(BodyPiece)> done) {
    piece_.resize(kPieceBytes);
    auto& body = parser_.get().body();
    body.data = piece_.data();
    body.size = piece_.size();
    body.more = true;
    boost::beast::http::async_read(
        stream_, buffer_, parser_,
        [this, held = session_.lock(), done = std::move(done)](boost::beast::error_code failed, std::size_t) {
          const bool isFull = failed == boost::beast::http::error::need_buffer;
          const bool isCut = failed && !isFull;
          piece_.resize(kPieceBytes - parser_.get().body().size);
          if (!held->isGone) await(kAnswerSeconds);
          done({std::move(piece_), parser_.is_done(), isCut});
        });
  }

  NetContext& context_;
  std::weak_ptr<Session> session_;
  Stream& stream_;
  boost::beast::flat_buffer& buffer_;
  Parser parser_;
  boost::asio::steady_timer timer_;
  Ended ended_;
  std::string piece_;
  std::string head_;
  std::string bytes_;
  bool mayGoOn_;
  bool isEnded_ = false;
  bool asksToGoOn_ = false;
};

}  // namespace vb::server::net

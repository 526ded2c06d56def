// WebSocketSession: the wire of one SyncConnection over Beast, plain or TLS. Kept small: an idle one holds Beast's
// stream, a pending read and 640 bytes. Owned by Sessions; handlers under way hold it too. On the network thread.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "server/net/net_context.h"
#include "server/net/sync_connection.h"
#include "shared/base/limits.h"
#include "shared/protocol/messages.h"

namespace vb::server::net {

namespace beast = boost::beast;

template <class Stream>
class WebSocketSession final : public Session,
                               public Wire,
                               public Flusher::Target,
                               public std::enable_shared_from_this<WebSocketSession<Stream>> {
 public:
  WebSocketSession(std::shared_ptr<NetContext> context, Stream stream)
      : context_(std::move(context)), stream_(std::move(stream)) {
    ++context_->counters.connectionsOpen;
    ++context_->counters.connectionsSynced;
  }
  ~WebSocketSession() override {
    --context_->counters.connectionsOpen;
    --context_->counters.connectionsSynced;
    context_->flusher.remove(*this);
    if (connection_) connection_->gone();
  }

  using Request = beast::http::request<beast::http::empty_body>;

  void start(const Request& request, api::Caller caller) {
    connection_ =
        std::make_shared<SyncConnection>(std::move(caller), context_->api, context_->hub, context_->counters, *this);
    stream_.read_message_max(limits::kClientFrameBytesMax);
    stream_.auto_fragment(false);  // one frame, one write
    stream_.text(true);
    stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol, protocol::kSubprotocol);
      response.set(beast::http::field::server, "vraagbaak");
    }));
    stream_.control_callback([this](beast::websocket::frame_type, beast::string_view) { heard(); });
    stream_.async_accept(request, [self = this->shared_from_this()](beast::error_code failed) {
      if (failed) return self->finish();
      self->isOpen_ = true;
      self->note("connection_opened", {});
      self->read();
      self->pump();
    });
  }

  // ---- Session -------------------------------------------------------------------------------------------
  int due() override {
    if (isClosing_ || !connection_->greeted() || connection_->isClosing() || isPinged_) {
      ++context_->counters.timedOut;
      abort();
      return 1;
    }
    // Spread, so that the pings of thousands who came together do not leave together.
    const int pingAfter = kPingSeconds - static_cast<int>(context_->random.below(kPingJitterSeconds));
    const int silent = static_cast<int>(context_->sessions.seconds() - heardAt_);
    if (silent < pingAfter) return pingAfter - silent;
    isPinged_ = true;
    stream_.async_ping({}, [self = this->shared_from_this()](beast::error_code) {});
    return kPingSeconds;
  }
  void drain() override {
    closeSoon();
    connection_->drain(context_->comeBackAfter());
  }
  void abort() override {
    beast::error_code ignored;
    beast::get_lowest_layer(stream_).close(ignored);
    finish();
  }

  // ---- Wire ----------------------------------------------------------------------------------------------
  void wake(When when) override {
    if (connection_ && connection_->isClosing()) closeSoon();
    if (when == When::joined)
      context_->flusher.add(*this);
    else
      pump();
  }
  void resume() override {
    if (isOpen_) read();
  }
  void greeted(std::string_view client) override { note("greeted", {{"client", std::string(client)}}); }
  void flush() override { pump(); }

 private:
  void read() {
    if (isReading_ || isClosing_ || !connection_->mayRead()) return;
    isReading_ = true;
    auto then = [self = this->shared_from_this()](beast::error_code failed, std::size_t bytes) {
      self->isReading_ = false;
      if (failed) return self->readFailed(failed);
      self->readSome(bytes);
    };
    if (large_.empty()) return stream_.async_read_some(boost::asio::buffer(small_), std::move(then));
    large_.resize(largeUsed_ + kLargeReadBytes);
    stream_.async_read_some(boost::asio::buffer(large_.data() + largeUsed_, kLargeReadBytes), std::move(then));
  }

  void heard() {
    heardAt_ = context_->sessions.seconds();
    isPinged_ = false;
  }

  void readSome(std::size_t bytes) {
    heard();
    if (stream_.got_binary()) {
      ++context_->counters.badConversations;
      return closeWith(1003);
    }
    const bool complete = stream_.is_message_done();
    if (!large_.empty()) {
      largeUsed_ += bytes;
    } else if (!complete) {
      large_.assign(small_.data(), bytes);
      large_.reserve(bytes + kLargeReadBytes);
      largeUsed_ = bytes;
      if (large_.empty()) large_.resize(1);  // an empty first fragment: go on in the large buffer
    }
    if (complete) {
      const bool wasLarge = !large_.empty();
      const std::string message = std::move(large_);
      large_ = {};
      const std::size_t used = std::exchange(largeUsed_, 0);
      connection_->received(wasLarge ? std::string_view(message.data(), used) : std::string_view(small_.data(), bytes));
    }
    read();
  }

  void readFailed(beast::error_code failed) {
    // Beast has answered a broken frame, bad UTF-8 or too much of it with 1002, 1007 or 1009 by itself.
    if (failed.category() == beast::websocket::make_error_code(beast::websocket::error::closed).category() &&
        failed != beast::websocket::error::closed)
      ++context_->counters.badConversations;
    finish();
  }

  // Writes what waits, or closes when the conversation is over and everything is written.
  void pump() {
    if (!isOpen_ || isWriting_ || isClosing_) return;
    auto batch = context_->batches.lend();
    if (!connection_->takeFrame(batch->frame)) {
      context_->batches.giveBack(std::move(batch));
      if (const int status = connection_->closeStatus(); status != 0) closeWith(status);
      return;
    }
    isWriting_ = true;
    const auto view = batch->view();
    stream_.async_write(view, [self = this->shared_from_this(), batch = std::move(batch)](beast::error_code failed,
                                                                                          std::size_t) mutable {
      self->context_->batches.giveBack(std::move(batch));
      self->isWriting_ = false;
      if (failed) return self->finish();
      self->pump();
    });
  }

  // From now on there is a deadline, whatever the peer does.
  void closeSoon() {
    if (isClosing_ || isHurried_) return;
    isHurried_ = true;
    context_->sessions.schedule(*this, kCloseSeconds);
  }

  void closeWith(int status) {
    if (isClosing_) return;
    closeSoon();
    isClosing_ = true;
    status_ = static_cast<std::uint16_t>(status);
    stream_.async_close(beast::websocket::close_reason(static_cast<std::uint16_t>(status)),
                        [self = this->shared_from_this()](beast::error_code) { self->abort(); });
  }

  void note(std::string event, Fields fields, Level level = Level::debug) {
    fields.emplace(fields.begin(), "user", connection_->user().text());
    context_->note(level, std::move(event), std::move(fields));
  }

  void finish() {
    if (isOpen_ && !isGone) {
      // 1006: it went without a word.
      if (status_ == 0) status_ = stream_.reason().code;
      const auto status = std::to_string(status_ == 0 ? 1006 : status_);
      note("connection_closed", {{"status", status}}, status_ == 1013 ? Level::info : Level::debug);
    }
    isClosing_ = true;
    connection_->gone();
    context_->sessions.remove(*this);
  }

  std::shared_ptr<NetContext> context_;
  beast::websocket::stream<Stream, false> stream_;
  std::shared_ptr<SyncConnection> connection_;
  std::string large_;  // a message that did not come in one piece
  std::size_t largeUsed_ = 0;
  std::uint32_t heardAt_ = 0;
  std::uint16_t status_ = 0;  // closed with, for the log
  bool isOpen_ = false;
  bool isReading_ = false;
  bool isWriting_ = false;
  bool isClosing_ = false;
  bool isHurried_ = false;  // the deadline is the one for closing
  bool isPinged_ = false;
  std::array<char, kReadBytes> small_;
};

}  // namespace vb::server::net

// What Beast can do at its leanest: every text frame that holds "pub" goes to all connections that said "sub". One
// thread, callbacks, shared frames, one write per frame; no sessions, rights, JSON or disk. The floor for fanout.py.
// Usage: bench_lean_broadcast PORT
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using Frame = std::shared_ptr<const std::string>;

class Session;
std::vector<Session*> subscribers;

class Session : public std::enable_shared_from_this<Session> {
 public:
  explicit Session(Socket socket) : stream_(std::move(socket)) {
    stream_.text(true);
    stream_.auto_fragment(false);
  }
  ~Session() { std::erase(subscribers, this); }

  void start() {
    stream_.async_accept([self = shared_from_this()](beast::error_code failed) {
      if (!failed) self->read();
    });
  }
  void send(Frame frame) {
    waiting_.push_back(std::move(frame));
    if (waiting_.size() == 1) write();
  }

 private:
  void read() {
    stream_.async_read(buffer_, [self = shared_from_this()](beast::error_code failed, std::size_t) {
      if (failed) return;
      self->received();
      self->buffer_.consume(self->buffer_.size());
      self->buffer_.shrink_to_fit();
      self->read();
    });
  }
  void received() {
    const std::string_view text(static_cast<const char*>(buffer_.data().data()), buffer_.size());
    if (text.find("\"sub\"") != text.npos) {
      subscribers.push_back(this);
      send(std::make_shared<const std::string>("\"ok\""));
    } else {
      const auto frame = std::make_shared<const std::string>(text);
      for (auto* one : subscribers) one->send(frame);
    }
  }
  void write() {
    stream_.async_write(asio::buffer(*waiting_.front()),
                        [self = shared_from_this()](beast::error_code failed, std::size_t) {
                          if (failed) return;
                          self->waiting_.pop_front();
                          if (!self->waiting_.empty()) self->write();
                        });
  }

  beast::websocket::stream<Socket, false> stream_;
  beast::flat_buffer buffer_;
  std::deque<Frame> waiting_;
};

void accept(asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>& acceptor) {
  acceptor.async_accept([&acceptor](beast::error_code failed, Socket socket) {
    if (!failed) {
      socket.set_option(asio::ip::tcp::no_delay(true), failed);
      std::make_shared<Session>(std::move(socket))->start();
    }
    accept(acceptor);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  asio::io_context io(1);
  asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type> acceptor(
      io, {asio::ip::address_v4::loopback(), static_cast<unsigned short>(std::atoi(argv[1]))});
  acceptor.listen(4096);
  accept(acceptor);
  std::puts("listening");
  std::fflush(stdout);
  io.run();
}

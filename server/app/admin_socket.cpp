#include "server/app/admin_socket.h"

#include <sys/stat.h>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include "server/app/tuning.h"
#include "shared/domain/fields.h"

namespace vb::server::app {
namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;

bool fitsASocket(const std::filesystem::path& file) { return file.native().size() <= kSocketPathBytesMax; }

// Lets visitors in. Held by its AdminSocket and by the visits under way.
class Door : public std::enable_shared_from_this<Door> {
 public:
  Door(asio::io_context& io, AdminSocket::Run run, AdminSocketLimits limits)
      : acceptor_(io), pause_(io), run_(std::move(run)), limits_(limits) {}

  Result<void> open(const std::filesystem::path& file);
  bool isOpen() const { return acceptor_.is_open(); }
  void close() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }
  void left() {
    --visits_;
    accept();
  }
  void run(AdminRequest request, AdminActions::Done done) { run_(std::move(request), std::move(done)); }
  std::chrono::milliseconds patience() const { return limits_.patience; }

 private:
  void accept();
  void acceptLater() {
    pause_.expires_after(kAdminAcceptPause);
    pause_.async_wait([self = shared_from_this()](boost::system::error_code stopped) {
      if (!stopped) self->accept();
    });
  }

  stream_protocol::acceptor acceptor_;
  asio::steady_timer pause_;
  AdminSocket::Run run_;
  AdminSocketLimits limits_;
  std::size_t visits_ = 0;
  bool isAccepting_ = false;
};

class Visit : public std::enable_shared_from_this<Visit> {
 public:
  Visit(stream_protocol::socket socket, std::shared_ptr<Door> door)
      : socket_(std::move(socket)), deadline_(socket_.get_executor()), door_(std::move(door)) {}
  ~Visit() { door_->left(); }

  void begin() {
    hurry();
    asio::async_read_until(socket_, asio::dynamic_buffer(line_, kAdminLineBytesMax), '\n',
                           [self = shared_from_this()](boost::system::error_code failed, std::size_t length) {
                             self->deadline_.cancel();  // what it asks for may take longer
                             if (!failed) self->asked(std::string_view(self->line_).substr(0, length));
                           });
  }

 private:
  void hurry() {
    deadline_.expires_after(door_->patience());
    deadline_.async_wait([weak = weak_from_this()](boost::system::error_code stopped) {
      const auto self = weak.lock();
      boost::system::error_code ignored;
      if (self && !stopped) self->socket_.close(ignored);
    });
  }
  void asked(std::string_view line) {
    auto request = fromJsonText<AdminRequest>(line);
    if (!request) return answer(refusedReply(request.error()));
    door_->run(std::move(*request), [self = shared_from_this()](const AdminReply& reply) { self->answer(reply); });
  }
  void answer(const AdminReply& reply) {
    line_ = toJsonText(reply) + "\n";
    hurry();
    asio::async_write(
        socket_, asio::buffer(line_),
        [self = shared_from_this()](boost::system::error_code, std::size_t) { self->deadline_.cancel(); });
  }

  stream_protocol::socket socket_;
  asio::steady_timer deadline_;
  std::shared_ptr<Door> door_;
  std::string line_;
};

Result<void> Door::open(const std::filesystem::path& file) {
  boost::system::error_code failed;
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  acceptor_.open(stream_protocol(), failed);
  if (!failed) acceptor_.bind(stream_protocol::endpoint(file.native()), failed);
  if (!failed && ::chmod(file.c_str(), 0600) != 0)
    failed.assign(errno, boost::system::system_category());  // until then the folder alone keeps others out
  if (!failed) acceptor_.listen(asio::socket_base::max_listen_connections, failed);
  if (failed) return fail(ErrorCode::ioFailed, failed.message());
  accept();
  return {};
}

void Door::accept() {
  if (isAccepting_ || !isOpen() || visits_ >= limits_.visitsMax) return;
  isAccepting_ = true;
  acceptor_.async_accept([self = shared_from_this()](boost::system::error_code failed, stream_protocol::socket socket) {
    self->isAccepting_ = false;
    if (failed == asio::error::operation_aborted || !self->isOpen()) return;
    if (failed) return self->acceptLater();
    ++self->visits_;
    std::make_shared<Visit>(std::move(socket), self)->begin();
    self->accept();
  });
}

class LocalAdminSocket final : public AdminSocket {
 public:
  LocalAdminSocket(asio::io_context& io, std::filesystem::path file, Run run, AdminSocketLimits limits)
      : file_(std::move(file)), door_(std::make_shared<Door>(io, std::move(run), limits)) {}
  ~LocalAdminSocket() override { LocalAdminSocket::close(); }

  Result<void> open() { return door_->open(file_); }
  void close() override {
    if (!door_->isOpen()) return;
    door_->close();
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }

 private:
  std::filesystem::path file_;
  std::shared_ptr<Door> door_;
};

}  // namespace

std::filesystem::path adminSocketFile(const std::filesystem::path& data) { return data / "admin.sock"; }

Result<std::unique_ptr<AdminSocket>> openAdminSocket(asio::io_context& io, const std::filesystem::path& file,
                                                     AdminSocket::Run run, AdminSocketLimits limits) {
  if (!fitsASocket(file)) return fail(ErrorCode::ioFailed, "the path of the data folder is too long for a socket");
  auto socket = std::make_unique<LocalAdminSocket>(io, file, std::move(run), limits);
  if (auto opened = socket->open(); !opened) return opened.error();
  return std::unique_ptr<AdminSocket>(std::move(socket));
}

Result<AdminReply> askRunningServer(const std::filesystem::path& file, const AdminRequest& request,
                                    std::chrono::milliseconds patience) {
  if (!fitsASocket(file)) return fail(ErrorCode::unavailable);
  const auto asked = toJsonText(request) + "\n";
  std::string line;
  asio::io_context io;
  stream_protocol::socket socket(io);
  boost::system::error_code failed;
  socket.connect(stream_protocol::endpoint(file.native()), failed);
  if (failed) return fail(ErrorCode::unavailable, failed.message());
  failed = asio::error::timed_out;
  asio::async_write(socket, asio::buffer(asked), [&](boost::system::error_code broken, std::size_t) {
    if (broken) {
      failed = broken;
      return;
    }
    asio::async_read_until(socket, asio::dynamic_buffer(line), '\n',
                           [&](boost::system::error_code ended, std::size_t) { failed = ended; });
  });
  io.run_for(patience);
  if (failed) return fail(ErrorCode::network, failed.message());
  auto reply = fromJsonText<AdminReply>(line);
  if (!reply) return fail(ErrorCode::network, "no answer of this program");
  return reply;
}

}  // namespace vb::server::app

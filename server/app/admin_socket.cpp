#include "server/app/admin_socket.h"

#include <sys/stat.h>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "server/app/tuning.h"
#include "shared/domain/fields.h"

namespace vb::server::app {
namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;

bool fitsASocket(const std::filesystem::path& file) { return file.native().size() <= kSocketPathBytesMax; }

class Visit : public std::enable_shared_from_this<Visit> {
 public:
  Visit(stream_protocol::socket socket, AdminSocket::Run run) : socket_(std::move(socket)), run_(std::move(run)) {}

  void begin() {
    asio::async_read_until(socket_, asio::dynamic_buffer(line_, kAdminLineBytesMax), '\n',
                           [self = shared_from_this()](boost::system::error_code failed, std::size_t length) {
                             if (!failed) self->asked(std::string_view(self->line_).substr(0, length));
                           });
  }

 private:
  void asked(std::string_view line) {
    auto request = fromJsonText<AdminRequest>(line);
    if (!request) return answer(refusedReply(request.error()));
    run_(std::move(*request), [self = shared_from_this()](const AdminReply& reply) { self->answer(reply); });
  }
  void answer(const AdminReply& reply) {
    line_ = toJsonText(reply) + "\n";
    asio::async_write(socket_, asio::buffer(line_),
                      [self = shared_from_this()](boost::system::error_code, std::size_t) {});
  }

  stream_protocol::socket socket_;
  AdminSocket::Run run_;
  std::string line_;
};

class LocalAdminSocket final : public AdminSocket {
 public:
  LocalAdminSocket(asio::io_context& io, std::filesystem::path file, Run run)
      : acceptor_(io), file_(std::move(file)), run_(std::move(run)) {}
  ~LocalAdminSocket() override { LocalAdminSocket::close(); }

  Result<void> open() {
    boost::system::error_code failed;
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    acceptor_.open(stream_protocol(), failed);
    if (!failed) acceptor_.bind(stream_protocol::endpoint(file_.native()), failed);
    if (!failed && ::chmod(file_.c_str(), 0600) != 0)
      failed.assign(errno, boost::system::system_category());  // until then the folder alone keeps others out
    if (!failed) acceptor_.listen(asio::socket_base::max_listen_connections, failed);
    if (failed) return fail(ErrorCode::ioFailed, failed.message());
    accept();
    return {};
  }
  void close() override {
    if (!acceptor_.is_open()) return;
    boost::system::error_code failed;
    acceptor_.close(failed);
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }

 private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code failed, stream_protocol::socket socket) {
      if (failed) return;
      std::make_shared<Visit>(std::move(socket), run_)->begin();
      accept();
    });
  }

  stream_protocol::acceptor acceptor_;
  std::filesystem::path file_;
  Run run_;
};

}  // namespace

std::filesystem::path adminSocketFile(const std::filesystem::path& data) { return data / "admin.sock"; }

Result<std::unique_ptr<AdminSocket>> openAdminSocket(asio::io_context& io, const std::filesystem::path& file,
                                                     AdminSocket::Run run) {
  if (!fitsASocket(file)) return fail(ErrorCode::ioFailed, "the path of the data folder is too long for a socket");
  auto socket = std::make_unique<LocalAdminSocket>(io, file, std::move(run));
  if (auto opened = socket->open(); !opened) return opened.error();
  return std::unique_ptr<AdminSocket>(std::move(socket));
}

Result<AdminReply> askRunningServer(const std::filesystem::path& file, const AdminRequest& request) {
  if (!fitsASocket(file)) return fail(ErrorCode::unavailable);
  asio::io_context io;
  stream_protocol::socket socket(io);
  boost::system::error_code failed;
  socket.connect(stream_protocol::endpoint(file.native()), failed);
  if (!failed) asio::write(socket, asio::buffer(toJsonText(request) + "\n"), failed);
  std::string line;
  if (!failed) asio::read_until(socket, asio::dynamic_buffer(line), '\n', failed);
  if (failed) return fail(ErrorCode::unavailable, failed.message());
  return fromJsonText<AdminReply>(line);
}

}  // namespace vb::server::app

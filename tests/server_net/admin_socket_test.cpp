// The operator's door to a running server, on a real socket: it stays open whatever happens at it.
#include "server/app/admin_socket.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <boost/asio/buffer.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>

using namespace vb;
using namespace vb::server::app;
using boost::asio::local::stream_protocol;

namespace {

// A door that answers every action with its name, and its visitors.
class World {
 public:
  explicit World(AdminSocketLimits limits = {}) {
    auto opened = openAdminSocket(
        io_, file(),
        [](const AdminRequest& request, const AdminActions::Done& done) {
          done({0, request.action, {}});
        },
        limits);
    if (opened) door_ = std::move(*opened);
  }

  std::filesystem::path file() const { return std::filesystem::path(folder_.path().toStdString()) / "admin.sock"; }
  boost::asio::io_context& io() { return io_; }
  bool connect(stream_protocol::socket& socket) {
    boost::system::error_code failed;
    socket.connect(stream_protocol::endpoint(file().native()), failed);
    if (!failed) socket.non_blocking(true, failed);
    return !failed;
  }
  bool ask(stream_protocol::socket& socket) {
    boost::system::error_code failed;
    boost::asio::write(socket, boost::asio::buffer(std::string("{\"action\":\"user list\"}\n")), failed);
    return !failed;
  }
  void run() {
    io_.restart();
    io_.poll();
  }
  // Everything until the door closes the connection; nothing when it does not.
  std::optional<std::string> read(stream_protocol::socket& socket) {
    std::string came;
    bool isClosed = false;
    const auto isOver = [&] {
      run();
      std::array<char, 4096> bytes{};
      boost::system::error_code failed;
      came.append(bytes.data(), socket.read_some(boost::asio::buffer(bytes), failed));
      isClosed = failed && failed != boost::asio::error::would_block;
      return isClosed;
    };
    if (!QTest::qWaitFor(isOver)) return {};
    return came;
  }

 private:
  QTemporaryDir folder_;
  boost::asio::io_context io_;
  std::unique_ptr<AdminSocket> door_;
};

// No descriptor is to be had while this lives.
class NoDescriptors {
 public:
  NoDescriptors() {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int next = ::open("/dev/null", O_RDONLY);
    ::close(next);
    const rlimit none{static_cast<rlim_t>(next), before_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

class AdminSocketTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void itOpensAgainWhenItCouldNotForAMoment() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer looks at memory through a pipe, for which it needs descriptors");
#endif
    World world;
    stream_protocol::socket operators(world.io());
    operators.open();
    QVERIFY(world.connect(operators) && world.ask(operators));
    {
      const NoDescriptors none;
      world.run();
    }
    const auto answer = world.read(operators);
    QVERIFY(answer.has_value());
    QVERIFY2(answer->find("user list") != std::string::npos, answer->c_str());
  }

  void whoSaysNothingIsSentAwayAndKeepsNobodyOut() {
    World world({2, std::chrono::milliseconds(20)});
    stream_protocol::socket silent(world.io()), alsoSilent(world.io()), operators(world.io());
    QVERIFY(world.connect(silent) && world.connect(alsoSilent));
    QVERIFY(world.connect(operators) && world.ask(operators));
    const auto answer = world.read(operators);
    QVERIFY(answer && answer->find("user list") != std::string::npos);
    for (auto* one : {&silent, &alsoSilent}) QCOMPARE(world.read(*one), std::optional(std::string()));
  }

  void notAskedAndNotAnsweredAreTold() {
    QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "admin.sock";
    QCOMPARE(askRunningServer(file, {}).error().code, ErrorCode::unavailable);
    // The system takes the connection and the request; nobody reads it.
    boost::asio::io_context io;
    stream_protocol::acceptor silent(io, stream_protocol::endpoint(file.native()));
    const auto asked = askRunningServer(file, {}, std::chrono::milliseconds(20));
    QVERIFY(!asked.ok());
    QCOMPARE(asked.error().code, ErrorCode::network);
    silent.close();
    QCOMPARE(askRunningServer(file, {}).error().code, ErrorCode::unavailable);
  }
};

QTEST_GUILESS_MAIN(AdminSocketTest)
#include "admin_socket_test.moc"

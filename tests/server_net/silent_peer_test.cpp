// A connection whose peer says nothing, on a real socket with the wheel turned by hand (F15): it is pinged, and cut off
// when nothing comes back; a peer that answers stays.
#include <QTest>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include "server/net/net_context.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::server;
using namespace vb::server::net;

namespace {

using boost::asio::ip::tcp;

class WelcomingApi final : public api::Api {
 public:
  void authenticate(std::string, std::function<void(Result<api::Caller>)> done) override {
    done(api::Caller{UserId::named("anna"), "t1"});
  }
  void recheck(std::vector<api::Caller>) override {}
  void greet(api::Caller, protocol::Hello, api::OnLine done) override {
    done(std::make_shared<const std::string>("welcome"));
  }
  void openScope(api::Caller, protocol::Subscribe, api::OnLine) override {}
  void pull(api::Caller, protocol::Pull, api::OnLine) override {}
  void pullBack(api::Caller, protocol::PullBack, api::OnLine) override {}
  void execute(api::Caller, protocol::Command, api::OnLine) override {}
  void reach(api::Caller, protocol::ReachQuery, api::OnLine) override {}
  void http(api::HttpRequest, std::function<void(api::HttpReply)>) override {}
};

// A masked client frame, mask zero.
std::string frame(unsigned char first, const std::string& payload) {
  std::string out{static_cast<char>(first), static_cast<char>(0x80 | payload.size())};
  return out + std::string(4, '\0') + payload;
}

class World {
 public:
  World() {
    context_->options.onEvent = [this](Level, const std::string& event, const Fields& fields) {
      for (const auto& [key, value] : fields)
        if (key == "status") events.push_back(event + " " + value);
    };
    boost::asio::basic_socket_acceptor<tcp, boost::asio::io_context::executor_type> acceptor(
        io_, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0));
    peer_.connect(acceptor.local_endpoint());
    servePlain(context_, acceptor.accept(), Arrival{boost::asio::ip::address_v4::loopback(), nullptr});
    peer_.non_blocking(true);
  }
  ~World() {
    context_->sessions.forEach([](Session& session) { session.abort(); });
    io_.restart();
    io_.poll();
  }

  void send(const std::string& bytes) { boost::asio::write(peer_, boost::asio::buffer(bytes)); }
  // What came, once `fits`; lets the server run meanwhile.
  bool await(const std::function<bool()>& fits) {
    return QTest::qWaitFor([&] {
      io_.restart();
      io_.poll();
      std::array<char, 4096> bytes{};
      boost::system::error_code failed;
      const auto count = peer_.read_some(boost::asio::buffer(bytes), failed);
      came.append(bytes.data(), count);
      isCut = isCut || (failed && failed != boost::asio::error::would_block);
      return fits();
    });
  }
  bool greet() {
    send(
        "GET /v1/sync HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Protocol: vraagbaak.v1\r\nAuthorization: Bearer t\r\n\r\n");
    if (!await([&] { return came.find("\r\n\r\n") != std::string::npos; })) return false;
    came.clear();
    send(frame(0x81, R"({"type":"hello"})"));
    if (!await([&] { return came.find("welcome") != std::string::npos; })) return false;
    came.clear();
    return true;
  }
  // True when the server has read it.
  bool answerPing() {
    io_.restart();
    io_.poll();
    send(frame(0x8a, ""));
    return QTest::qWaitFor([&] {
      io_.restart();
      return io_.poll() > 0;
    });
  }
  // Seconds pass until the server pings or cuts, at most so many; how many passed. Loopback may take its time: a second
  // in which the server did something ends when the peer has it.
  int turnUntilSomethingHappens(int most) {
    io_.restart();
    io_.poll();
    for (int second = 1; second <= most; ++second) {
      context_->sessions.turn();
      io_.restart();
      if (io_.poll() == 0) continue;
      return await([&] { return !came.empty() || isCut; }) ? second : 0;
    }
    return 0;
  }
  bool isPing() const { return came.size() >= 2 && static_cast<unsigned char>(came[0]) == 0x89; }
  const Counters& counters() const { return context_->counters; }

  std::string came;
  bool isCut = false;
  std::vector<std::string> events;

 private:
  boost::asio::io_context io_;
  WelcomingApi api_;
  test::FakeRandom random_{3};
  std::unique_ptr<bus::Bus> bus_ = bus::createLocalBus([](const std::function<void()>& now) { now(); });
  std::shared_ptr<NetContext> context_ =
      std::make_shared<NetContext>(io_, api_, *bus_, random_, NetOptions{}, TrustedProxies{});
  Socket peer_{io_};
};

}  // namespace

class SilentPeerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void F15_aSilentPeerIsPingedThenCutOff() {
    World world;
    QVERIFY(world.greet());
    const int pinged = world.turnUntilSomethingHappens(100);
    QVERIFY2(pinged >= kPingSeconds - kPingJitterSeconds && pinged <= kPingSeconds,
             qPrintable(QString::number(pinged)));
    QVERIFY(world.isPing() && !world.isCut);
    world.came.clear();
    const int cut = world.turnUntilSomethingHappens(100);
    QVERIFY2(cut == kPingSeconds, qPrintable(QString::number(cut)));
    QVERIFY(world.isCut);
    QCOMPARE(world.counters().timedOut, 1);
    QCOMPARE(world.counters().connectionsSynced, 0);
    QCOMPARE(world.events, (std::vector<std::string>{"connection_closed 1006"}));
  }

  void F15_theSilenceBeginsWithTheLastWord() {
    World world;
    QVERIFY(world.greet());
    QCOMPARE(world.turnUntilSomethingHappens(20), 0);
    QVERIFY(world.answerPing());  // any word
    const int pinged = world.turnUntilSomethingHappens(100);
    QVERIFY2(pinged >= kPingSeconds - kPingJitterSeconds && pinged <= kPingSeconds,
             qPrintable(QString::number(pinged)));
    QVERIFY(world.isPing());
  }

  void F15_aPeerThatAnswersStays() {
    World world;
    QVERIFY(world.greet());
    for (int round = 0; round < 5; ++round) {
      QVERIFY(world.turnUntilSomethingHappens(100) > 0);
      QVERIFY2(world.isPing() && !world.isCut, qPrintable(QString::number(round)));
      world.came.clear();
      QVERIFY(world.answerPing());
    }
    QCOMPARE(world.counters().timedOut, 0);
  }
};

QTEST_GUILESS_MAIN(SilentPeerTest)
#include "silent_peer_test.moc"

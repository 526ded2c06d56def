// The small parts of the network room: deadlines, limits per address, whose header is believed, what may be upgraded.
#include <set>

#include <QTest>

#include "server/net/address_limits.h"
#include "server/net/http_rules.h"
#include "server/net/recheck_round.h"
#include "server/net/sessions.h"
#include "server/net/tls_context.h"

using namespace vb;
using namespace vb::server::net;
namespace http = boost::beast::http;

namespace {

Address address(const char* text) { return boost::asio::ip::make_address(text); }

struct CountedSession final : Session {
  int due() override {
    ++asked;
    return next;
  }
  void drain() override {}
  void abort() override {}
  int asked = 0;
  int next = 2;
};

RequestHead handshake() {
  RequestHead head;
  head.method(http::verb::get);
  head.set(http::field::host, "vraagbaak.example");
  head.set(http::field::connection, "keep-alive, Upgrade");
  head.set(http::field::upgrade, "websocket");
  head.set(http::field::sec_websocket_key, "dGhlIHNhbXBsZSBub25jZQ==");
  head.set(http::field::sec_websocket_version, "13");
  head.set(http::field::sec_websocket_protocol, "chat, vraagbaak.v1");
  return head;
}

}  // namespace

class PartsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void sessionsAreAskedWhenTheyAreDue();
  void removingWhileTurningIsSafe();
  void theLastOneOutIsTold();
  void tokensAreLookedAtInSmallJobs_data();
  void tokensAreLookedAtInSmallJobs();
  void A5_connectionsOfAnAddressAreLimited();
  void A7_connectionsTogetherAreLimited();
  void A25_forwardedForIsBelievedFromProxiesOnly_data();
  void A25_forwardedForIsBelievedFromProxiesOnly();
  void A25_everyLineOfForwardedForCounts();
  void proxiesMustBeAddresses();
  void A2_browsersAreRefused();
  void whatMayBeUpgraded();
  void bearerTokens();
  void tlsNeedsAKeyThatFits();
};

void PartsTest::sessionsAreAskedWhenTheyAreDue() {
  Sessions sessions;
  const auto one = std::make_shared<CountedSession>();
  sessions.add(one, 3);
  for (int i = 0; i < 2; ++i) sessions.turn();
  QCOMPARE(one->asked, 0);
  sessions.turn();
  QCOMPARE(one->asked, 1);
  for (int i = 0; i < 2; ++i) sessions.turn();
  QCOMPARE(one->asked, 2);
  sessions.schedule(*one, 5);
  for (int i = 0; i < 4; ++i) sessions.turn();
  QCOMPARE(one->asked, 2);
  sessions.turn();
  QCOMPARE(one->asked, 3);
  for (int i = 0; i < 2 * kWheelSeconds; ++i) sessions.turn();
  QCOMPARE(one->asked, 3 + kWheelSeconds);
}

void PartsTest::removingWhileTurningIsSafe() {
  struct Leaving final : Session {
    explicit Leaving(Sessions& all) : sessions(all) {}
    int due() override {
      sessions.remove(*this);
      if (other) sessions.remove(*other);
      return 1;
    }
    void drain() override {}
    void abort() override {}
    Sessions& sessions;
    Session* other = nullptr;
  };
  Sessions sessions;
  const auto one = std::make_shared<Leaving>(sessions);
  const auto two = std::make_shared<Leaving>(sessions);
  const auto stays = std::make_shared<CountedSession>();
  one->other = two.get();
  sessions.add(one, 1);
  sessions.add(stays, 1);
  sessions.add(two, 1);
  sessions.turn();
  QCOMPARE(sessions.size(), std::size_t(1));
  QCOMPARE(stays->asked, 1);
  QCOMPARE(one.use_count(), 1L);
  QCOMPARE(two.use_count(), 1L);
}

void PartsTest::theLastOneOutIsTold() {
  Sessions sessions;
  const auto one = std::make_shared<CountedSession>();
  const auto two = std::make_shared<CountedSession>();
  sessions.add(one, 1);
  sessions.add(two, 1);
  int told = 0;
  sessions.onEmpty([&] { ++told; });
  sessions.remove(*one);
  sessions.remove(*one);
  QCOMPARE(told, 0);
  sessions.remove(*two);
  QCOMPARE(told, 1);
}

void PartsTest::tokensAreLookedAtInSmallJobs_data() {
  QTest::addColumn<int>("connected");
  for (const int connected : {0, 1, 499, 500, 501, 1'200, 60'000}) QTest::addRow("%d", connected) << connected;
}
void PartsTest::tokensAreLookedAtInSmallJobs() {
  QFETCH(int, connected);
  std::vector<server::api::Caller> callers;
  for (int i = 0; i < connected; ++i) callers.push_back({UserId::named("anna"), std::to_string(i)});
  RecheckRound round;
  QVERIFY(round.isOver());
  round.begin(callers);
  QCOMPARE(round.isOver(), connected == 0);
  std::set<std::string> asked;
  int seconds = 0;
  while (!round.isOver()) {
    ++seconds;
    std::size_t inThisSecond = 0;
    for (const auto& job : round.next()) {
      QVERIFY(!job.empty() && job.size() <= kRecheckedAtOnce);
      for (const auto& caller : job) asked.insert(caller.tokenHash);
      inThisSecond += job.size();
    }
    QVERIFY(inThisSecond <= std::max<std::size_t>(kRecheckedAtOnce, callers.size() / kRecheckSeconds + 1));
  }
  QCOMPARE(asked.size(), callers.size());
  QVERIFY(seconds <= static_cast<int>(kRecheckSeconds));
  QVERIFY(round.next().empty());
}

void PartsTest::A5_connectionsOfAnAddressAreLimited() {
  AddressLimits limits(2, 100);
  const auto first = limits.take(address("192.0.2.1"));
  auto second = limits.take(address("::ffff:192.0.2.1"));  // the same one
  QVERIFY(first && second);
  QVERIFY(!limits.take(address("192.0.2.1")));
  QVERIFY(limits.take(address("192.0.2.2")));
  second.reset();
  QVERIFY(limits.take(address("192.0.2.1")));
  const auto six = limits.take(address("2001:db8::1")), neighbour = limits.take(address("2001:db8::2"));
  QVERIFY(six && neighbour);
  QVERIFY(!limits.take(address("2001:db8::ffff:3")));  // one network
  QVERIFY(limits.take(address("2001:db8:0:1::1")));
  QCOMPARE(QByteArray::fromStdString(countedAs(address("2001:db8::ffff:3")).to_string()), QByteArray("2001:db8::"));
  QCOMPARE(QByteArray::fromStdString(countedAs(address("::ffff:192.0.2.1")).to_string()), QByteArray("192.0.2.1"));
}

void PartsTest::A7_connectionsTogetherAreLimited() {
  AddressLimits limits(10, 3);
  std::vector<std::unique_ptr<AddressLimits::Place>> held;
  for (const char* text : {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) held.push_back(limits.take(address(text)));
  QVERIFY(!limits.take(address("192.0.2.4")));
  held.pop_back();
  QVERIFY(limits.take(address("192.0.2.4")));
}

void PartsTest::A25_forwardedForIsBelievedFromProxiesOnly_data() {
  QTest::addColumn<QString>("peer");
  QTest::addColumn<QString>("header");
  QTest::addColumn<QString>("client");
  QTest::newRow("stranger lies") << "198.51.100.7"
                                 << "10.1.1.1"
                                 << "198.51.100.7";
  QTest::newRow("proxy tells") << "10.0.0.1"
                               << "198.51.100.7"
                               << "198.51.100.7";
  QTest::newRow("stranger lies to the proxy") << "10.0.0.1"
                                              << "127.0.0.1, 198.51.100.7"
                                              << "198.51.100.7";
  QTest::newRow("two proxies") << "10.0.0.1"
                               << "1.2.3.4, 198.51.100.7 ,10.0.0.9"
                               << "198.51.100.7";
  QTest::newRow("proxy says nothing") << "10.0.0.1"
                                      << ""
                                      << "10.0.0.1";
  QTest::newRow("rubbish") << "10.0.0.1"
                           << "198.51.100.7, \"><script>"
                           << "10.0.0.1";
  QTest::newRow("mapped") << "::ffff:10.0.0.1"
                          << "::ffff:198.51.100.7"
                          << "198.51.100.7";
  QTest::newRow("IPv6 proxy") << "2001:db8:1::5"
                              << "2001:db8:2::1"
                              << "2001:db8:2::1";
}
void PartsTest::A25_forwardedForIsBelievedFromProxiesOnly() {
  QFETCH(QString, peer);
  QFETCH(QString, header);
  QFETCH(QString, client);
  const auto proxies = TrustedProxies::parse({"10.0.0.0/24", "2001:db8:1::/48"});
  QVERIFY(proxies.ok());
  QCOMPARE(QString::fromStdString(proxies->clientOf(address(peer.toUtf8()), header.toStdString()).to_string()), client);
}

void PartsTest::A25_everyLineOfForwardedForCounts() {
  auto head = handshake();
  QVERIFY(forwardedFor(head).empty());
  head.insert("X-Forwarded-For", "192.0.2.99, 192.0.2.98");
  head.insert(http::field::accept, "x/y");
  head.insert("x-forwarded-for", "198.51.100.7");
  QCOMPARE(QByteArray::fromStdString(forwardedFor(head)), QByteArray("192.0.2.99, 192.0.2.98,198.51.100.7"));
  const auto proxies = TrustedProxies::parse({"10.0.0.0/24"});
  QVERIFY(proxies->clientOf(address("10.0.0.1"), forwardedFor(head)) == address("198.51.100.7"));
}

void PartsTest::proxiesMustBeAddresses() {
  QVERIFY(!TrustedProxies::parse({"proxy.example"}));
  QVERIFY(!TrustedProxies::parse({"10.0.0.0/33"}));
  QVERIFY(TrustedProxies::parse({"10.0.0.1", "::1", "fd00::/8"}));
}

void PartsTest::A2_browsersAreRefused() {
  auto head = handshake();
  head.set(http::field::origin, "https://elsewhere.example");
  QCOMPARE(refuseUpgrade(head, 0)->status, 403);
}

void PartsTest::whatMayBeUpgraded() {
  QVERIFY(!refuseUpgrade(handshake(), 0));
  QCOMPARE(refuseUpgrade(handshake(), 5)->status, 400);  // speaks before it was answered
  auto head = handshake();
  head.set(http::field::sec_websocket_protocol, "chat");
  QCOMPARE(refuseUpgrade(head, 0)->status, 426);
  head = handshake();
  head.erase(http::field::upgrade);
  QCOMPARE(refuseUpgrade(head, 0)->status, 426);
  head = handshake();
  head.set(http::field::sec_websocket_version, "8");
  QCOMPARE(refuseUpgrade(head, 0)->status, 400);
  head = handshake();
  head.method(http::verb::post);
  QCOMPARE(refuseUpgrade(head, 0)->status, 400);
  QCOMPARE(pathOf("/v1/sync?x=1"), std::string_view("/v1/sync"));
}

void PartsTest::bearerTokens() {
  RequestHead head;
  QVERIFY(bearerOf(head).empty());
  head.set(http::field::authorization, "Basic YTpi");
  QVERIFY(bearerOf(head).empty());
  head.set(http::field::authorization, "Bearer ");
  QVERIFY(bearerOf(head).empty());
  head.set(http::field::authorization, "bearer abc.def");
  QCOMPARE(bearerOf(head), std::string_view("abc.def"));
}

void PartsTest::tlsNeedsAKeyThatFits() {
  const auto missing = loadTls({"/nonexistent/cert.pem", "/nonexistent/key.pem"});
  QVERIFY(!missing);
  QCOMPARE(missing.error().code, ErrorCode::badField);
}

QTEST_APPLESS_MAIN(PartsTest)
#include "parts_test.moc"

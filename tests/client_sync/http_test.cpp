#include <optional>

#include "client/core/net/http_client.h"
#include "tests/client_sync/peers.h"

using namespace vb;
using namespace vb::client::net;

namespace {

const QByteArray kSignedIn =
    R"({"token":"secret","user_id":"0190f5fe-0000-7000-8000-000000000001","server_id":"s1","later_field":true})";

// Signs in at a peer that answers so; gives the outcome.
std::optional<Result<SignedIn>> signInAt(test::ScriptedPeer<QTcpServer>& peer, const QByteArray& answer) {
  peer.answer = answer;
  if (!peer.listen(QHostAddress::LocalHost)) return {};
  peer.serve();
  HttpClient client;
  std::optional<Result<SignedIn>> outcome;
  client.signIn(QUrl(QStringLiteral("http://localhost:%1").arg(peer.serverPort())), QStringLiteral("a@b.nl"),
                QStringLiteral("geheim wachtwoord"), QStringLiteral("pc"),
                [&](Result<SignedIn> result) { outcome = std::move(result); });
  if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000)) return {};
  return outcome;
}

}  // namespace

class HttpTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void signsIn() {
    test::ScriptedPeer<QTcpServer> peer;
    const auto outcome = signInAt(peer, test::httpAnswer("200 OK", "application/json; charset=utf-8", kSignedIn));
    QVERIFY(outcome && outcome->ok());
    QCOMPARE(outcome->value().token, std::string("secret"));
    QCOMPARE(outcome->value().serverId, std::string("s1"));
    QVERIFY(peer.received.startsWith("POST /v1/session HTTP/1.1"));
    QVERIFY(peer.received.endsWith(R"({"email":"a@b.nl","password":"geheim wachtwoord","device":"pc"})"));
  }

  void answers_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    const QByteArray json = "application/json";
    QTest::newRow("F14 portal") << test::httpAnswer("200 OK", "text/html", "<html>") << int(ErrorCode::captivePortal);
    QTest::newRow("F14 our JSON as HTML")
        << test::httpAnswer("200 OK", "text/html", kSignedIn) << int(ErrorCode::captivePortal);
    QTest::newRow("F14 other JSON") << test::httpAnswer("200 OK", json, R"({"status":"ok"})")
                                    << int(ErrorCode::captivePortal);
    QTest::newRow("F14 HTML as JSON") << test::httpAnswer("200 OK", json, "<html>") << int(ErrorCode::captivePortal);
    QTest::newRow("F14 wrong type") << test::httpAnswer("200 OK", json, R"({"token":1,"user_id":"x","server_id":"s"})")
                                    << int(ErrorCode::captivePortal);
    QTest::newRow("F14 huge") << test::httpAnswer("200 OK", json, "{\"token\":\"" + QByteArray(300'000, 'x') + "\"}")
                              << int(ErrorCode::captivePortal);
    QTest::newRow("A19 redirect") << test::httpAnswer("302 Found", json, "{}", "Location: http://example.org/\r\n")
                                  << int(ErrorCode::captivePortal);
    QTest::newRow("wrong password") << test::httpAnswer("401 Unauthorized", json,
                                                        R"({"error":"bad_credentials","detail":""})")
                                    << int(ErrorCode::badCredentials);
    QTest::newRow("limiter") << test::httpAnswer("429 Too Many Requests", json, R"({"error":"too_many_requests"})")
                             << int(ErrorCode::tooManyRequests);
    QTest::newRow("code of a newer server")
        << test::httpAnswer("400 Bad Request", json, R"({"error":"moon_phase"})") << int(ErrorCode::unknown);
    QTest::newRow("proxy while restarting")
        << test::httpAnswer("502 Bad Gateway", "text/html", "<html>") << int(ErrorCode::unavailable);
  }
  void answers() {
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    test::ScriptedPeer<QTcpServer> peer;
    const auto outcome = signInAt(peer, answer);
    QVERIFY(outcome.has_value());
    QVERIFY(!outcome->ok());
    QCOMPARE(errorName(outcome->error().code), errorName(ErrorCode(code)));
  }

  void A19_passwordDoesNotLeaveOverPlainHttp() {
    HttpClient client;
    std::optional<Result<SignedIn>> outcome;
    client.signIn(QUrl(QStringLiteral("http://192.0.2.1")), QStringLiteral("a@b.nl"),
                  QStringLiteral("geheim wachtwoord"), QStringLiteral("pc"),
                  [&](Result<SignedIn> result) { outcome = std::move(result); });
    QTRY_VERIFY(outcome.has_value());
    QCOMPARE(errorName(outcome->error().code), errorName(ErrorCode::untrustedPeer));
  }

  void A19_selfSignedCertificateGetsNothing() {
    test::SelfSigned identity;
    QVERIFY(identity.make());
    test::ScriptedPeer<QSslServer> peer;
    peer.setSslConfiguration(identity.configuration());
    QVERIFY(peer.listen(QHostAddress::LocalHost));
    peer.serve();
    HttpClient client;
    std::optional<Result<SignedIn>> outcome;
    client.signIn(QUrl(QStringLiteral("https://localhost:%1").arg(peer.serverPort())), QStringLiteral("a@b.nl"),
                  QStringLiteral("geheim wachtwoord"), QStringLiteral("pc"),
                  [&](Result<SignedIn> result) { outcome = std::move(result); });
    QTRY_VERIFY(outcome.has_value());
    QCOMPARE(errorName(outcome->error().code), errorName(ErrorCode::untrustedPeer));
    QCOMPARE(peer.received, QByteArray());
  }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"

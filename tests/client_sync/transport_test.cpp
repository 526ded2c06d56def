#include <QNetworkInterface>
#include <QRegularExpression>
#include <QWebSocket>
#include <QWebSocketServer>

#include "client/core/net/server_address.h"
#include "client/core/net/web_socket_transport.h"
#include "shared/base/limits.h"
#include "tests/client_sync/peers.h"

using namespace vb;
using namespace vb::client::net;

namespace {

const std::string kProtocol = "vraagbaak.v1";

// Keeps what happened, and says when something did after the end.
class Recorder : public TransportEvents {
 public:
  int openings = 0;
  int pongs = 0;
  int endings = 0;
  int closedStatus = 0;
  ErrorCode failure = ErrorCode::unknown;
  std::string detail;
  std::vector<std::string> texts;

  void opened() override { ++openings; }
  void textReceived(std::string text) override { texts.push_back(std::move(text)); }
  void ponged() override { ++pongs; }
  void closed(int status, std::string) override { closedStatus = status, ++endings; }
  void failed(ErrorCode code, std::string why) override { failure = code, detail = std::move(why), ++endings; }
};

std::string local(const QString& scheme, quint16 port) {
  return QStringLiteral("%1://localhost:%2").arg(scheme).arg(port).toStdString();
}

// A server that chooses our subprotocol.
struct Peer : QWebSocketServer {
  QWebSocket* socket = nullptr;
  Peer() : QWebSocketServer(QStringLiteral("peer"), NonSecureMode) {
    setSupportedSubprotocols({QString::fromStdString(kProtocol)});
    connect(this, &QWebSocketServer::newConnection, this, [this] { socket = nextPendingConnection(); });
    if (!listen(QHostAddress::LocalHost)) qFatal("no port");
  }
};

}  // namespace

class TransportTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void carriesTextBothWays() {
    Peer peer;
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", peer.serverPort()), "secret", kProtocol}, events);
    QCOMPARE(events.endings, 0);  // nothing from within open()
    QTRY_COMPARE(events.openings, 1);
    QTRY_VERIFY(peer.socket != nullptr);
    QCOMPARE(peer.socket->request().rawHeader("Authorization"), QByteArray("Bearer secret"));
    QVERIFY(!peer.socket->request().hasRawHeader("Origin"));
    QString got;
    connect(peer.socket, &QWebSocket::textMessageReceived, this, [&](const QString& text) { got = text; });
    transport.send("één");
    QTRY_COMPARE(got, QStringLiteral("één"));
    peer.socket->sendTextMessage(QStringLiteral("twee €"));
    QTRY_COMPARE(events.texts.size(), 1u);
    QCOMPARE(events.texts.front(), std::string("twee €"));
    transport.ping();
    QTRY_COMPARE(events.pongs, 1);
    peer.socket->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("restart"));
    QTRY_COMPARE(events.closedStatus, 1001);
    QCOMPARE(events.endings, 1);
  }

  void closeIsSilent() {
    Peer peer;
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", peer.serverPort()), "t", kProtocol}, events);
    QTRY_VERIFY(peer.socket != nullptr && events.openings == 1);
    bool gone = false;
    connect(peer.socket, &QWebSocket::disconnected, this, [&] { gone = true; });
    transport.close();
    QTRY_VERIFY(gone);
    QCOMPARE(events.endings, 0);
  }

  // Given up before anybody took the connection: there is nobody to say goodbye to.
  void closingWhileConnectingWritesNothing() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QTcpServer full;
    full.setListenBacklogSize(0);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    QTcpSocket first;
    QTcpSocket second;
    for (auto* waits : {&first, &second}) waits->connectToHost(QHostAddress::LocalHost, full.serverPort());
    QVERIFY(first.waitForConnected());
    Recorder events;
    WebSocketTransport transport;
    transport.open({QStringLiteral("http://127.0.0.1:%1").arg(full.serverPort()).toStdString(), "t", kProtocol},
                   events);
    QTest::qWait(50);
    transport.close();
    QCOMPARE(events.openings, 0);
    QCOMPARE(events.endings, 0);
  }

  // A message over the limit ends the connection; it is not kept in memory.
  void A3_oversizeMessageClosesTheConnection() {
    Peer peer;
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", peer.serverPort()), "t", kProtocol}, events);
    QTRY_VERIFY(peer.socket != nullptr && events.openings == 1);
    peer.socket->sendTextMessage(QString(static_cast<qsizetype>(limits::kServerFrameBytesMax) + 1, QLatin1Char('x')));
    QTRY_COMPARE(events.endings, 1);
    QVERIFY(events.texts.empty());
  }

  void nobodyListensIsNetwork() {
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const auto port = closed.serverPort();
    closed.close();
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", port), "t", kProtocol}, events);
    QTRY_COMPARE(events.endings, 1);
    QCOMPARE(errorName(events.failure), errorName(ErrorCode::network));
  }

  void answersThatAreNoWebSocket_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    const QByteArray page = "<html>Welkom op de gastwifi</html>";
    QTest::newRow("F14 200 with HTML") << test::httpAnswer("200 OK", "text/html", page)
                                       << int(ErrorCode::captivePortal);
    QTest::newRow("F14 not HTTP at all") << QByteArray("220 mail.example ESMTP\r\n\r\n")
                                         << int(ErrorCode::captivePortal);
    QTest::newRow("F14 forged accept key")
        << QByteArray(
               "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Accept: bm9wZQ==\r\n\r\n")
        << int(ErrorCode::captivePortal);
    QTest::newRow("404") << test::httpAnswer("404 Not Found", "text/html", page) << int(ErrorCode::captivePortal);
    QTest::newRow("revoked") << test::httpAnswer("401 Unauthorized", "application/json", "{}")
                             << int(ErrorCode::unauthorized);
    QTest::newRow("restarting") << test::httpAnswer("503 Service Unavailable", "text/html", page)
                                << int(ErrorCode::unavailable);
    QTest::newRow("too old") << test::httpAnswer("426 Upgrade Required", "application/json", "{}")
                             << int(ErrorCode::versionUnsupported);
  }
  void answersThatAreNoWebSocket() {
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    test::ScriptedPeer<QTcpServer> peer;
    peer.answer = answer;
    QVERIFY(peer.listen(QHostAddress::LocalHost));
    peer.serve();
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", peer.serverPort()), "t", kProtocol}, events);
    QTRY_COMPARE(events.endings, 1);
    QVERIFY2(events.failure == ErrorCode(code), events.detail.c_str());
    QCOMPARE(events.openings, 0);
  }

  void wrongSubprotocolIsNotOurServer() {
    QWebSocketServer peer(QStringLiteral("chat"), QWebSocketServer::NonSecureMode);
    QVERIFY(peer.listen(QHostAddress::LocalHost));
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", peer.serverPort()), "t", kProtocol}, events);
    QTRY_COMPARE(events.endings, 1);
    QCOMPARE(errorName(events.failure), errorName(ErrorCode::captivePortal));
    QCOMPARE(events.openings, 0);
  }

  void A19_selfSignedCertificateGetsNothing() {
    test::SelfSigned identity;
    QVERIFY(identity.make());
    test::ScriptedPeer<QSslServer> peer;
    peer.setSslConfiguration(identity.configuration());
    QVERIFY(peer.listen(QHostAddress::LocalHost));
    peer.serve();
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("https", peer.serverPort()), "secret", kProtocol}, events);
    QTRY_COMPARE(events.endings, 1);
    QCOMPARE(errorName(events.failure), errorName(ErrorCode::untrustedPeer));
    QCOMPARE(peer.received, QByteArray());
  }

  // The certificate is trusted here, so that only the version can be the reason.
  void A19_oldTlsGetsNothing_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("1.2") << int(QSsl::TlsV1_2) << true;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("1.1") << int(QSsl::TlsV1_1) << false;
    QT_WARNING_POP
  }
  void A19_oldTlsGetsNothing() {
    QFETCH(int, protocol);
    QFETCH(bool, accepted);
    test::SelfSigned identity;
    QVERIFY(identity.make());
    const auto before = QSslConfiguration::defaultConfiguration();
    auto trusting = before;
    trusting.addCaCertificate(identity.certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
    test::ScriptedPeer<QSslServer> peer;
    auto tls = identity.configuration(QSsl::SslProtocol(protocol));
    tls.setCiphers(QStringLiteral("ALL:@SECLEVEL=0"));
    peer.setSslConfiguration(tls);
    QVERIFY(peer.listen(QHostAddress::LocalHost));
    peer.answer = test::httpAnswer("401 Unauthorized", "application/json", "{}");
    peer.serve();
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("https", peer.serverPort()), "secret", kProtocol}, events);
    QTRY_COMPARE(events.endings, 1);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(!peer.received.isEmpty(), accepted);
    QCOMPARE(errorName(events.failure), errorName(accepted ? ErrorCode::unauthorized : ErrorCode::untrustedPeer));
  }

  void A19_plainToAnotherComputerIsRefused() {
    QHostAddress outside;
    for (const auto& address : QNetworkInterface::allAddresses())
      if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol) outside = address;
    test::ScriptedPeer<QTcpServer> peer;
    QVERIFY(peer.listen(QHostAddress::Any));
    peer.serve();
    const QString host = outside.isNull() ? QStringLiteral("192.0.2.1") : outside.toString();
    for (const QString& scheme : {QStringLiteral("http"), QStringLiteral("ws")}) {
      Recorder events;
      WebSocketTransport transport;
      transport.open(
          {QStringLiteral("%1://%2:%3").arg(scheme, host).arg(peer.serverPort()).toStdString(), "secret", kProtocol},
          events);
      QCOMPARE(events.endings, 0);
      QTRY_COMPARE(events.endings, 1);
      QCOMPARE(errorName(events.failure), errorName(ErrorCode::untrustedPeer));
    }
    QCOMPARE(peer.connections, 0);
  }

  void A19_redirectIsNotFollowed() {
    test::ScriptedPeer<QTcpServer> target;
    QVERIFY(target.listen(QHostAddress::LocalHost));
    target.serve();
    test::ScriptedPeer<QTcpServer> peer;
    peer.answer =
        test::httpAnswer("302 Found", "text/html", "",
                         "Location: http://localhost:" + QByteArray::number(target.serverPort()) + "/v1/sync\r\n");
    QVERIFY(peer.listen(QHostAddress::LocalHost));
    peer.serve();
    Recorder events;
    WebSocketTransport transport;
    transport.open({local("http", peer.serverPort()), "secret", kProtocol}, events);
    QTRY_COMPARE(events.endings, 1);
    QCOMPARE(errorName(events.failure), errorName(ErrorCode::captivePortal));
    QCOMPARE(target.connections, 0);
  }

  void addresses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("socket");
    QTest::addColumn<int>("code");
    const int fine = -1;
    QTest::newRow("bare") << "vraagbaak.example"
                          << "wss://vraagbaak.example/v1/sync" << fine;
    QTest::newRow("port and path") << "https://v.example:8443/base/"
                                   << "wss://v.example:8443/base/v1/sync" << fine;
    QTest::newRow("this computer") << "http://127.0.0.1:8080"
                                   << "ws://127.0.0.1:8080/v1/sync" << fine;
    QTest::newRow("IPv6") << "http://[::1]:8080"
                          << "ws://[::1]:8080/v1/sync" << fine;
    QTest::newRow("user part goes") << "https://a:b@v.example"
                                    << "wss://v.example/v1/sync" << fine;
    QTest::newRow("plain") << "http://v.example"
                           << "" << int(ErrorCode::untrustedPeer);
    QTest::newRow("looks local") << "http://localhost.example"
                                 << "" << int(ErrorCode::untrustedPeer);
    QTest::newRow("looks like loopback") << "http://127.0.0.1.example"
                                         << "" << int(ErrorCode::untrustedPeer);
    QTest::newRow("ftp") << "ftp://v.example"
                         << "" << int(ErrorCode::badField);
    QTest::newRow("file") << "file:///etc/passwd"
                          << "" << int(ErrorCode::badField);
    QTest::newRow("empty") << ""
                           << "" << int(ErrorCode::badField);
  }
  void addresses() {
    QFETCH(QString, text);
    QFETCH(QString, socket);
    QFETCH(int, code);
    const auto address = serverAddress(text);
    QCOMPARE(address.ok(), code < 0);
    if (address.ok())
      QCOMPARE(webSocketUrl(*address).toString(), socket);
    else
      QCOMPARE(int(address.error().code), code);
  }
};

QTEST_GUILESS_MAIN(TransportTest)
#include "transport_test.moc"

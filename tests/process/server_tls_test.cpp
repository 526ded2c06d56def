// TLS as it is offered: 1.2 and 1.3 with ECDHE and AEAD, nothing older, no plain text to others (fault A19).
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerTlsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void A19_oldVersionsAndCiphersAreRefused_data();
  void A19_oldVersionsAndCiphersAreRefused();
  void aConversationOverTls();
  void plainTextGetsNothing();
  void A5_aSlowHandshakeIsCutOff();
  void aNewCertificateIsTakenOnHangUp();
  void plainTextToOthersIsRefused();

 private:
  void makeCertificate(const QString& name);
  // Whether openssl's client shook hands, offering only this.
  bool shakesHands(const QStringList& offer);
  QByteArray certificate();

  ServerProcess server_;
};

void ServerTlsTest::makeCertificate(const QString& name) {
  QCOMPARE(QProcess::execute("openssl",
                             {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                              "-days", "2", "-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1", "-out",
                              server_.path("cert.pem"), "-keyout", server_.path("key.pem")}),
           0);
}

void ServerTlsTest::initTestCase() {
  makeCertificate("one");
  QVERIFY(!server_.addUser("anna@example.org").isEmpty());
  QVERIFY2(server_.start({"--tls-cert", server_.path("cert.pem"), "--tls-key", server_.path("key.pem")}),
           server_.errors());
}

bool ServerTlsTest::shakesHands(const QStringList& offer) {
  QProcess client;
  client.start("openssl", QStringList{"s_client", "-connect", "127.0.0.1:" + QString::number(server_.port())} + offer);
  client.closeWriteChannel();
  client.waitForFinished(kPatience);
  const auto said = client.readAllStandardOutput();
  return !said.contains("Cipher is (NONE)") && said.contains("Cipher is ");
}

QByteArray ServerTlsTest::certificate() {
  QSslSocket socket;
  socket.setPeerVerifyMode(QSslSocket::QueryPeer);
  socket.connectToHostEncrypted("127.0.0.1", static_cast<quint16>(server_.port()));
  if (!socket.waitForEncrypted(kPatience)) return {};
  return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0).toUtf8();
}

void ServerTlsTest::A19_oldVersionsAndCiphersAreRefused_data() {
  QTest::addColumn<QStringList>("offer");
  QTest::addColumn<bool>("accepted");
  QTest::newRow("1.3") << QStringList{"-tls1_3"} << true;
  QTest::newRow("1.2") << QStringList{"-tls1_2"} << true;
  // Security level 0, so that it is the server that says no.
  QTest::newRow("1.1") << QStringList{"-tls1_1", "-cipher", "ALL@SECLEVEL=0"} << false;
  QTest::newRow("1.0") << QStringList{"-tls1", "-cipher", "ALL@SECLEVEL=0"} << false;
  QTest::newRow("CBC") << QStringList{"-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA384"} << false;
  QTest::newRow("no forward secrecy") << QStringList{"-tls1_2", "-cipher", "AES256-GCM-SHA384"} << false;
}
void ServerTlsTest::A19_oldVersionsAndCiphersAreRefused() {
  QFETCH(QStringList, offer);
  QFETCH(bool, accepted);
  QCOMPARE(shakesHands(offer), accepted);
}

void ServerTlsTest::aConversationOverTls() {
  QNetworkAccessManager network;
  auto trust = QSslConfiguration::defaultConfiguration();
  trust.setCaCertificates(QSslCertificate::fromPath(server_.path("cert.pem")));
  QNetworkRequest request(QUrl(QStringLiteral("https://127.0.0.1:%1/v1/session").arg(server_.port())));
  request.setSslConfiguration(trust);
  request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
  const std::unique_ptr<QNetworkReply> reply(network.post(
      request, toText({{"email", "anna@example.org"}, {"password", "een lang wachtwoord"}, {"device", "test"}})));
  QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, kPatience));
  QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
  const auto token = toObject(reply->readAll())["token"].toString().toUtf8();

  Peer peer;
  peer.socket().setSslConfiguration(trust);
  QVERIFY(peer.connectTo(server_, token, "wss"));
  peer.send({{"type", "hello"}, {"version", 1}});
  QVERIFY(!peer.await("welcome").isEmpty());
  peer.send({{"type", "pull"}, {"scope", "directory"}});
  QVERIFY(!peer.await("page").isEmpty());
  peer.socket().sendTextMessage("x");
  QCOMPARE(peer.closeStatus(), 1007);
}

void ServerTlsTest::plainTextGetsNothing() {
  QTcpSocket socket;
  socket.connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
  QVERIFY(socket.waitForConnected(kPatience));
  socket.write("GET /v1/server HTTP/1.1\r\nHost: x\r\n\r\n");
  QByteArray answer;
  while (socket.waitForReadyRead(kPatience)) answer += socket.readAll();
  QVERIFY(!answer.contains("HTTP"));
}

void ServerTlsTest::aNewCertificateIsTakenOnHangUp() {
  QCOMPARE(certificate(), QByteArray("one"));
  makeCertificate("two");
  server_.signal(SIGHUP);
  QVERIFY(QTest::qWaitFor([&] { return certificate() == "two"; }, kPatience));
  // A broken one is told and the last good one stays.
  QFile key(server_.path("key.pem"));
  QVERIFY(key.open(QIODevice::WriteOnly | QIODevice::Truncate));
  key.close();
  server_.signal(SIGHUP);
  QVERIFY(QTest::qWaitFor([&] { return server_.errors().contains("reload_failed"); }, kPatience));
  QCOMPARE(certificate(), QByteArray("two"));
}

void ServerTlsTest::A5_aSlowHandshakeIsCutOff() {
  QTcpSocket slow;
  bool isClosed = false;
  QObject::connect(&slow, &QTcpSocket::disconnected, &slow, [&] { isClosed = true; });
  slow.connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
  QVERIFY(slow.waitForConnected(kPatience));
  // The record of a client's first words says that 8,192 bytes come; they come one by one.
  slow.write(
      QByteArray::fromHex("1603012000"
                          "01001ffc0303"));
  QVERIFY(QTest::qWaitFor(
      [&] {
        if (slow.state() == QTcpSocket::ConnectedState) slow.write("a");
        return isClosed;
      },
      kPatience));
}

void ServerTlsTest::plainTextToOthersIsRefused() {
  ServerProcess other;
  QVERIFY(!other.start({"--listen", "0.0.0.0:0"}));
  QCOMPARE(other.exitCode(), 2);
  QVERIFY2(other.errors().contains("--behind-proxy"), other.errors());
  QVERIFY(!other.start({"--listen", "0.0.0.0:0", "--behind-proxy"}));
  QCOMPARE(other.exitCode(), 2);  // everybody would be one address
  QVERIFY2(other.errors().contains("--trusted-proxy") && other.errors().contains("proxy.trusted"), other.errors());
  QVERIFY2(other.start({"--listen", "0.0.0.0:0", "--behind-proxy", "--trusted-proxy", "10.0.0.0/24"}), other.errors());
  QCOMPARE(other.stop(), 0);
}

QTEST_GUILESS_MAIN(ServerTlsTest)
#include "server_tls_test.moc"

// What strangers and hostile clients get from the listener, over real sockets (faults A1 to A8).
#include <QDir>
#include <QTcpSocket>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerListenerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void A1_withoutATokenNothingIsRead_data();
  void A1_withoutATokenNothingIsRead();
  void A2_browsersAreRefused();
  void otherHandshakesAreRefused_data();
  void otherHandshakesAreRefused();
  void A3_oversizeFramesClose();
  void A3_endlessFragmentsClose();
  void A3_badUtf8Closes();
  void binaryFramesClose();
  void unmaskedFramesClose();
  void A4_deflateIsNeverNegotiated();
  void A5_slowSendersAreCutOff();
  void A6_aStalledReaderIsSentAwayAndOthersDoNotNotice();
  void A7_aFloodOfConnectionsIsLimited();
  void A7_aFloodOfSignInsIsLimited();
  void A8_hostileTextGetsAnErrorAndAClose();
  void nothingBeforeHello();
  void httpRefusals();
  void A11_aHashIsNoDoor_data();
  void A11_aHashIsNoDoor();
  void pongsAreAnswered();
  void whoLeavesLeavesNothing();

 private:
  QByteArray raw(const QByteArray& sent);
  QByteArray handshake(const QByteArray& more, const QByteArray& token) const;
  // An open WebSocket on which the test writes bytes of its own.
  std::unique_ptr<QTcpSocket> rawUpgrade();
  int rawCloseStatus(QTcpSocket& socket);

  ServerProcess server_;
  QByteArray token_;
  QString category_;
};

namespace {

// A masked client frame, mask zero.
QByteArray frame(int firstByte, const QByteArray& payload) {
  QByteArray out;
  out.append(static_cast<char>(firstByte));
  if (payload.size() < 126) {
    out.append(static_cast<char>(0x80 | payload.size()));
  } else if (payload.size() < 65536) {
    out.append(static_cast<char>(0x80 | 126));
    out.append(static_cast<char>(payload.size() >> 8)).append(static_cast<char>(payload.size() & 0xff));
  } else {
    out.append(static_cast<char>(0x80 | 127));
    for (int shift = 56; shift >= 0; shift -= 8) out.append(static_cast<char>((payload.size() >> shift) & 0xff));
  }
  return out.append(QByteArray(4, '\0')).append(payload);
}

}  // namespace

void ServerListenerTest::initTestCase() {
  server_.writeConfig(
      "registration = true\n[passwords]\noperations = 1\nmemory_bytes = 8192\n[limits]\nanonymous_per_address = "
      "40\nconnections_per_user = 8\n");
  QVERIFY(!server_.addUser("anna@example.org").isEmpty());
  category_ = server_.addCategory("Schulden");
  QVERIFY2(server_.start(), server_.errors());
  token_ = server_.signIn("anna@example.org");
  QVERIFY(!token_.isEmpty());
}

QByteArray ServerListenerTest::handshake(const QByteArray& more, const QByteArray& token) const {
  QByteArray head =
      "GET /v1/sync HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
      more;
  if (!token.isEmpty()) head += "Authorization: Bearer " + token + "\r\n";
  return head + "\r\n";
}

// Everything the server answers until it closes, or until the head of a 101.
QByteArray ServerListenerTest::raw(const QByteArray& sent) {
  QTcpSocket socket;
  socket.connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
  if (!socket.waitForConnected(kPatience)) return {};
  socket.write(sent);
  QByteArray answer;
  while (socket.waitForReadyRead(kPatience)) {
    answer += socket.readAll();
    if (answer.startsWith("HTTP/1.1 101") && answer.contains("\r\n\r\n")) break;
  }
  return answer;
}

std::unique_ptr<QTcpSocket> ServerListenerTest::rawUpgrade() {
  auto socket = std::make_unique<QTcpSocket>();
  socket->connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
  if (!socket->waitForConnected(kPatience)) return nullptr;
  socket->write(handshake("Sec-WebSocket-Protocol: vraagbaak.v1\r\n", token_));
  QByteArray answer;
  while (!answer.contains("\r\n\r\n") && socket->waitForReadyRead(kPatience)) answer += socket->readAll();
  return answer.startsWith("HTTP/1.1 101") ? std::move(socket) : nullptr;
}

// The status of the close frame that the server sends; whatever came before it is skipped.
int ServerListenerTest::rawCloseStatus(QTcpSocket& socket) {
  QByteArray in;
  for (;;) {
    while (in.size() >= 2) {
      const int opcode = in[0] & 0x0f;
      qsizetype length = in[1] & 0x7f;
      qsizetype head = 2;
      if (length == 126) {
        if (in.size() < 4) break;
        length = (static_cast<quint8>(in[2]) << 8) | static_cast<quint8>(in[3]);
        head = 4;
      }
      if (in.size() < head + length) break;
      if (opcode == 8) return (static_cast<quint8>(in[head]) << 8) | static_cast<quint8>(in[head + 1]);
      in.remove(0, head + length);
    }
    if (!socket.waitForReadyRead(kPatience)) return 0;
    in += socket.readAll();
  }
}

void ServerListenerTest::A1_withoutATokenNothingIsRead_data() {
  QTest::addColumn<QByteArray>("token");
  QTest::newRow("none") << QByteArray();
  QTest::newRow("unknown") << QByteArray(64, 'a');
  QTest::newRow("rubbish") << QByteArray("'; DROP TABLE token; --");
}
void ServerListenerTest::A1_withoutATokenNothingIsRead() {
  QFETCH(QByteArray, token);
  const auto answer = raw(handshake("Sec-WebSocket-Protocol: vraagbaak.v1\r\n", token));
  QVERIFY2(answer.startsWith("HTTP/1.1 401 "), answer);
  QVERIFY(answer.contains("WWW-Authenticate: Bearer"));
}

void ServerListenerTest::A2_browsersAreRefused() {
  const auto answer =
      raw(handshake("Sec-WebSocket-Protocol: vraagbaak.v1\r\nOrigin: https://elsewhere.example\r\n", token_));
  QVERIFY2(answer.startsWith("HTTP/1.1 403 "), answer);
  const auto signIn = server_.http("POST", "/v1/session", "{}", {}, {{"Origin", "https://elsewhere.example"}});
  QCOMPARE(signIn.status, 403);
}

void ServerListenerTest::otherHandshakesAreRefused_data() {
  QTest::addColumn<QByteArray>("request");
  QTest::addColumn<QByteArray>("status");
  QTest::newRow("no subprotocol") << handshake("", token_) << QByteArray("426");
  QTest::newRow("another subprotocol") << handshake("Sec-WebSocket-Protocol: chat\r\n", token_) << QByteArray("426");
  QTest::newRow("plain GET") << QByteArray("GET /v1/sync HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("426");
  QTest::newRow("speaks at once") << handshake("Sec-WebSocket-Protocol: vraagbaak.v1\r\n", token_) + frame(0x81, "{}")
                                  << QByteArray("400");
  QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n")
                           << QByteArray("400");
  QTest::newRow("endless head") << "GET /v1/server HTTP/1.1\r\nX: " + QByteArray(100'000, 'x') << QByteArray("431");
}
void ServerListenerTest::otherHandshakesAreRefused() {
  QFETCH(QByteArray, request);
  QFETCH(QByteArray, status);
  const auto answer = raw(request);
  QVERIFY2(answer.startsWith("HTTP/1.1 " + status + ' '), answer);
}

void ServerListenerTest::A3_oversizeFramesClose() {
  Peer peer;
  QVERIFY(peer.greet(server_, token_));
  peer.socket().sendTextMessage(QString(300 * 1024, 'x'));
  QCOMPARE(peer.closeStatus(), 1009);
}

void ServerListenerTest::A3_endlessFragmentsClose() {
  const auto socket = rawUpgrade();
  QVERIFY(socket);
  socket->write(frame(0x01, QByteArray(100, ' ')));
  for (int i = 0; i < 400; ++i) socket->write(frame(0x00, QByteArray(1024, ' ')));
  QCOMPARE(rawCloseStatus(*socket), 1009);
}

void ServerListenerTest::A3_badUtf8Closes() {
  const auto socket = rawUpgrade();
  QVERIFY(socket);
  socket->write(frame(0x81, "{\"type\":\"\xc3\x28\"}"));
  QCOMPARE(rawCloseStatus(*socket), 1007);
}

void ServerListenerTest::binaryFramesClose() {
  Peer peer;
  QVERIFY(peer.greet(server_, token_));
  peer.socket().sendBinaryMessage("{}");
  QCOMPARE(peer.closeStatus(), 1003);
}

void ServerListenerTest::unmaskedFramesClose() {
  const auto socket = rawUpgrade();
  QVERIFY(socket);
  socket->write(QByteArray("\x81\x02{}", 4));
  QCOMPARE(rawCloseStatus(*socket), 1002);
}

void ServerListenerTest::A4_deflateIsNeverNegotiated() {
  const auto answer = raw(
      handshake("Sec-WebSocket-Protocol: vraagbaak.v1\r\nSec-WebSocket-Extensions: permessage-deflate\r\n", token_));
  QVERIFY2(answer.startsWith("HTTP/1.1 101 "), answer);
  QVERIFY(!answer.contains("Sec-WebSocket-Extensions"));
  // A frame that claims to be compressed breaks the conversation.
  const auto socket = rawUpgrade();
  QVERIFY(socket);
  socket->write(frame(0xc1, "\x2a\x01"));
  QCOMPARE(rawCloseStatus(*socket), 1002);
}

void ServerListenerTest::A5_slowSendersAreCutOff() {
  const double before = server_.metric("timed_out_total");
  int closed = 0;
  std::vector<std::unique_ptr<QTcpSocket>> slow;
  for (const QByteArray begin :
       {"GET /v1/server HTTP/1.1\r\nX-Slow: ",
        "POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{\"email\":\""}) {
    slow.push_back(std::make_unique<QTcpSocket>());
    QObject::connect(slow.back().get(), &QTcpSocket::disconnected, slow.back().get(), [&closed] { ++closed; });
    slow.back()->connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
    QVERIFY(slow.back()->waitForConnected(kPatience));
    slow.back()->write(begin);
  }
  // A byte every time the event loop turns: they are never silent, and still no head, no body.
  QVERIFY(QTest::qWaitFor(
      [&] {
        for (auto& one : slow)
          if (one->state() == QTcpSocket::ConnectedState) one->write("a");
        return closed == 2;
      },
      kPatience));
  QCOMPARE(server_.metric("timed_out_total"), before + 2);
}

void ServerListenerTest::A6_aStalledReaderIsSentAwayAndOthersDoNotNotice() {
  const QString scope = "category/" + category_;
  const auto stalled = rawUpgrade();
  QVERIFY(stalled);
  stalled->setReadBufferSize(1024);
  stalled->write(frame(0x81, R"({"type":"hello","version":1})"
                             "\n" +
                                 toText({{"type", "subscribe"}, {"scope", scope}})));
  Peer reader;
  QVERIFY(reader.greet(server_, token_));
  reader.send({{"type", "subscribe"}, {"scope", scope}});
  QVERIFY(!reader.await("subscribed").isEmpty());
  const double before = server_.metric("lagging_total");
  // Enough to fill the sockets' buffers and the queue behind them; every writer stays under its rate.
  int asked = 0;
  for (int writer = 0; writer < 8 && server_.metric("lagging_total") <= before; ++writer) {
    const auto email = QStringLiteral("writer%1@example.org").arg(writer);
    const auto registered = server_.http("POST", "/v1/account",
                                         toText({{"email", email},
                                                 {"password", "een lang wachtwoord"},
                                                 {"profile", QJsonObject{{"name", "Schrijver"}, {"role", "policy"}}}}));
    QCOMPARE(registered.status, 201);
    Peer peer;
    QVERIFY(peer.greet(server_, server_.signIn(email)));
    for (int i = 0; i < 180; ++i) {
      auto body = questionBody(newId(), category_, "Een lange vraag");
      body["body"] = QString(19'000, 'x');
      const auto id = newId();
      peer.command(id, "ask_question", body);
      QCOMPARE(peer.ack(id)["status"].toString(), QString("applied"));
      ++asked;
    }
  }
  QVERIFY(QTest::qWaitFor([&] { return server_.metric("lagging_total") > before; }, kPatience));
  int received = 0;
  const auto count = [&] {
    for (const auto& one : reader.messages)
      if (one["type"].toString() == "change") received += one["records"].toArray().size();
    reader.messages.clear();
    return received >= asked;
  };
  QVERIFY(QTest::qWaitFor(count, kPatience));
  QVERIFY(!reader.isClosed);
}

void ServerListenerTest::A7_aFloodOfConnectionsIsLimited() {
  Peer signedIn;
  QVERIFY(signedIn.greet(server_, token_));
  std::vector<std::unique_ptr<QTcpSocket>> flood;
  int closed = 0;
  for (int i = 0; i < 100; ++i) {
    flood.push_back(std::make_unique<QTcpSocket>());
    QObject::connect(flood.back().get(), &QTcpSocket::disconnected, flood.back().get(), [&closed] { ++closed; });
    flood.back()->connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
  }
  QVERIFY(QTest::qWaitFor([&] { return closed >= 60; }, kPatience));
  signedIn.send({{"type", "pull"}, {"scope", "directory"}});
  QVERIFY(!signedIn.await("page").isEmpty());
  for (auto& one : flood) one->abort();
  QVERIFY(QTest::qWaitFor([&] { return server_.metric("connections_open") == 2; }, kPatience));  // us, and who asks
  // The places are free again.
  QVERIFY(QTest::qWaitFor([&] { return server_.http("GET", "/health").status == 200; }, kPatience));
}

void ServerListenerTest::A7_aFloodOfSignInsIsLimited() {
  Peer signedIn;
  QVERIFY(signedIn.greet(server_, token_));
  std::vector<std::unique_ptr<QTcpSocket>> flood;
  for (int i = 0; i < 30; ++i) {
    const auto body = toText({{"email", "nobody" + QString::number(i % 2) + "@example.org"}, {"password", "een gok"}});
    flood.push_back(std::make_unique<QTcpSocket>());
    flood.back()->connectToHost("127.0.0.1", static_cast<quint16>(server_.port()));
    flood.back()->write("POST /v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
                        QByteArray::number(body.size()) + "\r\n\r\n" + body);
    // Each is answered while more come in.
    signedIn.send({{"type", "pull"}, {"scope", "directory"}});
    QVERIFY(!signedIn.await("page").isEmpty());
  }
  int tried = 0, refused = 0;
  for (auto& one : flood) {
    QVERIFY(QTest::qWaitFor([&] { return one->state() == QTcpSocket::UnconnectedState; }, kPatience));
    const auto answer = one->readAll();
    tried += answer.startsWith("HTTP/1.1 401 ");
    if (answer.startsWith("HTTP/1.1 429 ")) {
      QVERIFY2(answer.contains("Retry-After: "), answer);
      ++refused;
    }
  }
  QCOMPARE(tried, 20);  // ten for each of the two accounts, which do not exist
  QCOMPARE(refused, 10);
}

void ServerListenerTest::A8_hostileTextGetsAnErrorAndAClose() {
  for (const auto& text :
       {QString(200'000, '['), QString(R"({"type":"pull","after":9223372036854775808})"), QString("<html>")}) {
    Peer peer;
    QVERIFY(peer.greet(server_, token_));
    peer.socket().sendTextMessage(text);
    QCOMPARE(peer.await("failed")["code"].toString(), QString("bad_message"));
    QCOMPARE(peer.closeStatus(), 1007);
  }
}

void ServerListenerTest::nothingBeforeHello() {
  Peer peer;
  QVERIFY(peer.connectTo(server_, token_));
  peer.send({{"type", "pull"}, {"scope", "directory"}});
  QCOMPARE(peer.closeStatus(), 1002);
  QVERIFY(peer.await("page").isEmpty());
}

void ServerListenerTest::httpRefusals() {
  QCOMPARE(server_.http("GET", "/nothing").status, 404);
  QCOMPARE(server_.http("POST", "/health").status, 405);
  QCOMPARE(server_.http("POST", "/v1/session", QByteArray(100'000, 'x')).status, 413);
  QCOMPARE(server_.http("POST", "/v1/session", "{").status, 400);
  const auto health = server_.http("GET", "/health").json();
  QCOMPARE(health["status"].toString(), QString("ok"));
  QCOMPARE(health["read_only"].toBool(true), false);
  // What comes through a proxy is not from this machine.
  QCOMPARE(server_.http("GET", "/metrics").status, 200);
  QCOMPARE(server_.http("GET", "/metrics", {}, {}, {{"X-Forwarded-For", "127.0.0.1"}}).status, 404);
}

void ServerListenerTest::A11_aHashIsNoDoor_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<QString>("path");
  const QString hash(64, 'a');
  for (const QByteArray method : {"PUT", "POST", "PATCH"})
    for (const QString& path : {QString("/v1/documents"), QString("/v1/documents/../../etc/passwd"), "/files/" + hash})
      QTest::addRow("%s %s", method.constData(), qPrintable(path)) << method << path;
}
void ServerListenerTest::A11_aHashIsNoDoor() {
  QFETCH(QByteArray, method);
  QFETCH(QString, path);
  const auto files = QDir(server_.data()).entryList(QDir::Files | QDir::Hidden);
  const double commits = server_.metric("commit");
  const auto answer = server_.http(method, path, QByteArray(1000, 'x'), token_);
  QCOMPARE(answer.status, 404);
  QCOMPARE(answer.json()["error"].toString(), QString("not_found"));
  QCOMPARE(QDir(server_.data()).entryList(QDir::Files | QDir::Hidden), files);
  QCOMPARE(server_.metric("commit"), commits);
}

void ServerListenerTest::pongsAreAnswered() {
  Peer peer;
  QVERIFY(peer.greet(server_, token_));
  bool isPonged = false;
  QObject::connect(&peer.socket(), &QWebSocket::pong, &peer.socket(),
                   [&](quint64, const QByteArray& text) { isPonged = text == "hi"; });
  peer.socket().ping("hi");
  QVERIFY(QTest::qWaitFor([&] { return isPonged; }, kPatience));
}

void ServerListenerTest::whoLeavesLeavesNothing() {
  for (int i = 0; i < 3; ++i) {
    Peer cut, closed;
    QVERIFY(cut.greet(server_, token_));
    QVERIFY(closed.greet(server_, token_));
    QVERIFY(server_.metric("connections_synced") >= 2);
    cut.cut();
    closed.socket().close();
    QCOMPARE(closed.closeStatus(), 1000);
  }
  QVERIFY(QTest::qWaitFor(
      [&] { return server_.metric("connections_synced") == 0 && server_.metric("connections_open") == 1; }, kPatience));
}

QTEST_GUILESS_MAIN(ServerListenerTest)
#include "server_listener_test.moc"

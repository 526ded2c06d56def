// A server behind a proxy: limits count whom the proxy saw, not what a stranger wrote before it (fault A25).
#include <QTcpSocket>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerProxyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void A25_aLineOfTheProxyItselfIsRead();
  void A7_signInsOfAnIPv6NetworkCountTogether();

 private:
  // The head of the answer to a request that came through the proxy with these headers; the connection stays open.
  static QByteArray ask(const ServerProcess& server, QTcpSocket& socket, const QByteArray& headers);
};

QByteArray ServerProxyTest::ask(const ServerProcess& server, QTcpSocket& socket, const QByteArray& headers) {
  socket.connectToHost("127.0.0.1", static_cast<quint16>(server.port()));
  if (!socket.waitForConnected(kPatience)) return {};
  socket.write("GET /v1/server HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
  QByteArray answer;
  while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(kPatience)) answer += socket.readAll();
  return answer;
}

void ServerProxyTest::A25_aLineOfTheProxyItselfIsRead() {
  ServerProcess server;
  server.writeConfig("[passwords]\noperations = 1\nmemory_bytes = 8192\n[limits]\nanonymous_per_address = 1\n");
  QVERIFY2(server.start({"--behind-proxy", "--trusted-proxy", "127.0.0.1"}), server.errors());
  // As HAProxy does it: what the stranger sent stays, and the address it saw stands in a line of its own behind it.
  QTcpSocket first, second, another;
  auto answer = ask(server, first, "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 198.51.100.7\r\n");
  QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer);
  answer = ask(server, second, "X-Forwarded-For: 192.0.2.2\r\nX-Forwarded-For: 198.51.100.7\r\n");
  QVERIFY2(answer.startsWith("HTTP/1.1 429 "), answer);
  answer = ask(server, another, "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 198.51.100.8\r\n");
  QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer);
}

void ServerProxyTest::A7_signInsOfAnIPv6NetworkCountTogether() {
  ServerProcess server;
  QVERIFY2(server.start({"--behind-proxy", "--trusted-proxy", "127.0.0.1"}), server.errors());
  const auto attempt = [&](int number, const QByteArray& network) {
    const auto body = toText({{"email", QStringLiteral("u%1@example.org").arg(number)}, {"password", "een gok"}});
    return server.http("POST", "/v1/session", body, {}, {{"X-Forwarded-For", network + QByteArray::number(number)}})
        .status;
  };
  for (int i = 0; i < 100; ++i) QCOMPARE(attempt(i, "2001:db8:1:2::"), 401);
  QCOMPARE(attempt(100, "2001:db8:1:2::"), 429);
  QCOMPARE(attempt(101, "2001:db8:1:3::"), 401);
}

QTEST_GUILESS_MAIN(ServerProxyTest)
#include "server_proxy_test.moc"

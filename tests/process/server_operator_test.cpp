// What an operator needs when something went wrong, and the words he gets.
#include "tests/process/server_process.h"

using namespace vb::test;

class ServerOperatorTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aForgottenPasswordIsReplaced();
};

void ServerOperatorTest::aForgottenPasswordIsReplaced() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  const QStringList command{"user", "password", "--email", "anna@example.org"};
  QCOMPARE(server.run(command, "het eerste nieuwe wachtwoord\n"), 0);
  QVERIFY2(server.start(), server.errors());
  QVERIFY(server.signIn("anna@example.org").isEmpty());

  // Also while it serves; who knew the old one goes at once.
  QVERIFY(server.run(command, "kort\n") != 0);
  QCOMPARE(server.run(command, "een lang wachtwoord\n"), 0);
  const auto token = server.signIn("anna@example.org");
  Peer peer;
  QVERIFY(peer.greet(server, token));
  QByteArray printed;
  QCOMPARE(server.run(command, "het tweede nieuwe wachtwoord\n", &printed), 0);
  QCOMPARE(printed, QByteArray("1 tokens revoked\n"));
  QCOMPARE(peer.await("bye")["code"].toString(), QString("unauthorized"));
  QCOMPARE(peer.closeStatus(), 1008);
  QVERIFY(server.signIn("anna@example.org").isEmpty());
  QCOMPARE(server.run({"user", "password", "--email", "nobody@example.org"}, "een lang wachtwoord\n"), 1);
  QCOMPARE(server.stop(), 0);
  QVERIFY(!server.errors().contains("anna@") && !server.errors().contains("wachtwoord"));
}

QTEST_GUILESS_MAIN(ServerOperatorTest)
#include "server_operator_test.moc"

// The operator's commands and the ways a server refuses to start.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerAdminTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void usersAndCategories();
  void passwordsAreNotShown();
  void theLogTellsOfConnectionsByIdsOnly();
  void A20_itLeavesNoCoreFile();
  void disabledAccountsDoNotSignIn();
  void aRunningServerIsAdministered();
  void aServerThatDoesNotAnswerIsNoServerInTheWay();
  void wrongUse_data();
  void wrongUse();
  void theSampleConfigIsTaken();
  void wrongConfig_data();
  void wrongConfig();
  void F9_aSecondServerOnTheSameDataRefuses();
  void backupWhileServingAndRestore();
  void F25_anOlderDatabaseNeedsAWord();
  void S5_aMarkThatCannotBeUsedIsNoReasonToTryAgain();
  void F8_aNewerDatabaseIsLeftAlone();
};

namespace {

QString epochOf(ServerProcess& server) {
  Peer peer;
  if (!peer.connectTo(server, server.signIn("anna@example.org"))) return {};
  peer.send({{"type", "hello"}, {"version", 1}});
  return peer.await("welcome")["epoch"].toString();
}

QString ask(ServerProcess& server, const QString& category) {
  Peer peer;
  if (!peer.greet(server, server.signIn("anna@example.org"))) return {};
  const auto id = newId();
  peer.command(id, "ask_question", questionBody(newId(), category, "Wie weet dit?"));
  return peer.ack(id)["status"].toString();
}

}  // namespace

void ServerAdminTest::usersAndCategories() {
  ServerProcess server;
  const auto user = server.addUser("anna@example.org");
  QByteArray printed;
  QCOMPARE(server.run({"user", "list"}, {}, &printed), 0);
  QCOMPARE(printed, (user + "\tactive\tanna@example.org\n").toUtf8());
  QCOMPARE(server.run({"user", "add", "--email", "ANNA@example.org", "--name", "Nog een"}, "een lang wachtwoord\n",
                      &printed),
           1);
  QVERIFY(printed.contains("account_exists"));
  const auto first = server.addCategory("Schulden"), second = server.addCategory("Jeugd");
  QCOMPARE(server.run({"category", "list"}, {}, &printed), 0);
  QCOMPARE(printed, (first + "\topen\tSchulden\tSchulden\n" + second + "\topen\tJeugd\tJeugd\n").toUtf8());
}

void ServerAdminTest::passwordsAreNotShown() {
  ServerProcess server;
  QByteArray printed;
  QCOMPARE(
      server.run({"user", "add", "--email", "anna@example.org", "--name", "Anna"}, "geheim-en-lang-genoeg\n", &printed),
      0);
  QVERIFY(!printed.contains("geheim"));
  QCOMPARE(server.run({"user", "add", "--email", "bram@example.org", "--name", "Bram"}, "\n", &printed), 2);
  QCOMPARE(server.run({"user", "add", "--email", "cor@example.org", "--name", "Cor", "--password", "x"}, {}, &printed),
           2);
  // A20: neither the password nor a token is in what the server leaves behind.
  QVERIFY2(server.start(), server.errors());
  const auto token =
      toObject(server.http("POST", "/v1/session", R"({"email":"anna@example.org","password":"geheim-en-lang-genoeg"})")
                   .body)["token"]
          .toString()
          .toUtf8();
  QVERIFY(!token.isEmpty());
  QCOMPARE(server.stop(), 0);
  QVERIFY(!server.errors().contains(token) && !server.errors().contains("geheim") &&
          !server.errors().contains("anna@"));
  for (const auto& file : QDir(server.data()).entryInfoList(QDir::Files)) {
    QFile one(file.filePath());
    QVERIFY(one.open(QIODevice::ReadOnly));
    const auto content = one.readAll();
    QVERIFY2(!content.contains(token) && !content.contains("geheim-en-lang"), qPrintable(file.fileName()));
  }
}

void ServerAdminTest::theLogTellsOfConnectionsByIdsOnly() {
  ServerProcess server;
  server.writeConfig("[passwords]\noperations = 1\nmemory_bytes = 8192\n[log]\nlevel = \"debug\"\n");
  const auto user = server.addUser("anna@example.org");
  QVERIFY2(server.start(), server.errors());
  const auto token = server.signIn("anna@example.org");
  Peer good, binary, refused;
  QVERIFY(good.greet(server, token));
  QVERIFY(binary.greet(server, token));
  binary.socket().sendBinaryMessage("x");
  QCOMPARE(binary.closeStatus(), 1003);
  QVERIFY(!refused.connectTo(server, "geheim-en-verkeerd"));
  good.socket().close();
  QVERIFY(QTest::qWaitFor([&] { return server.metric("connections_synced") == 0; }, kPatience));
  QCOMPARE(server.stop(), 0);
  const auto log = server.errors();
  const auto line = [&](const QByteArray& event, const QByteArray& rest) {
    return log.contains("\"event\":\"" + event + "\"," + rest);
  };
  QVERIFY2(line("connection_opened", "\"user\":\"" + user.toUtf8() + "\""), log);
  QVERIFY2(line("greeted", "\"user\":\"" + user.toUtf8() + "\",\"client\":\"test\""), log);
  QVERIFY2(line("connection_closed", "\"user\":\"" + user.toUtf8() + "\",\"status\":\"1003\""), log);
  QVERIFY2(line("connection_closed", "\"user\":\"" + user.toUtf8() + "\",\"status\":\"1000\""), log);
  QVERIFY2(line("upgrade_refused", "\"status\":\"401\",\"code\":\"unauthorized\""), log);
  for (const auto& secret : {QByteArray("anna@"), token, QByteArray("geheim"), QByteArray("127.0.0.1")})
    QVERIFY2(!log.contains(secret), secret);
}

void ServerAdminTest::A20_itLeavesNoCoreFile() {  // it would hold passwords and texts
  ServerProcess server;
  QVERIFY2(server.start(), server.errors());
  QFile limits("/proc/" + QString::number(server.pid()) + "/limits");
  QVERIFY(limits.open(QIODevice::ReadOnly));
  const auto text = limits.readAll();
  const auto at = text.indexOf("Max core file size");
  QVERIFY(at >= 0);
  QCOMPARE(text.mid(at, text.indexOf('\n', at) - at).simplified(), QByteArray("Max core file size 0 0 bytes"));
}

void ServerAdminTest::disabledAccountsDoNotSignIn() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  QCOMPARE(server.run({"user", "disable", "--email", "anna@example.org"}), 0);
  QCOMPARE(server.run({"user", "disable", "--email", "nobody@example.org"}), 1);
  QVERIFY2(server.start(), server.errors());
  QVERIFY(server.signIn("anna@example.org").isEmpty());
  QCOMPARE(server.stop(), 0);
  QCOMPARE(server.run({"user", "enable", "--email", "anna@example.org"}), 0);
  QVERIFY2(server.start(), server.errors());
  QVERIFY(!server.signIn("anna@example.org").isEmpty());
}

void ServerAdminTest::aRunningServerIsAdministered() {
  ServerProcess server;
  QVERIFY2(server.start(), server.errors());
  const auto user = server.addUser("anna@example.org");
  QVERIFY(!user.isEmpty());
  QByteArray printed;
  QCOMPARE(
      server.run({"user", "add", "--email", "anna@example.org", "--name", "Anna"}, "een lang wachtwoord\n", &printed),
      1);
  QVERIFY2(printed.contains("account_exists"), printed);
  const auto category = server.addCategory("Schulden");
  QCOMPARE(server.run({"category", "list"}, {}, &printed), 0);
  QCOMPARE(printed, (category + "\topen\tSchulden\tSchulden\n").toUtf8());
  QCOMPARE(server.run({"user", "disable", "--email", "nobody@example.org"}, {}, &printed), 1);
  QCOMPARE(QFile::permissions(server.data() + "/admin.sock") & ~(QFile::ReadUser | QFile::WriteUser),
           QFile::ReadOwner | QFile::WriteOwner);

  // Who is signed out or shut out goes at once.
  for (const QString command : {"sign-out", "disable"}) {
    Peer peer;
    QVERIFY(peer.greet(server, server.signIn("anna@example.org")));
    QCOMPARE(server.run({"user", command, "--email", "anna@example.org"}, {}, &printed), 0);
    QCOMPARE(peer.await("bye")["code"].toString(), QString("unauthorized"));
    QCOMPARE(peer.closeStatus(), 1008);
  }
  QVERIFY(server.signIn("anna@example.org").isEmpty());
  QCOMPARE(server.run({"user", "list"}, {}, &printed), 0);
  QCOMPARE(printed, (user + "\tdisabled\tanna@example.org\n").toUtf8());
  // A killed server leaves its socket behind; the next one takes the place.
  server.kill9();
  QCOMPARE(server.run({"user", "enable", "--email", "anna@example.org"}), 0);
  QVERIFY2(server.start(), server.errors());
  QCOMPARE(server.run({"user", "list"}, {}, &printed), 0);
  QCOMPARE(server.stop(), 0);
  QVERIFY(!QFile::exists(server.data() + "/admin.sock"));
  QVERIFY(!server.errors().contains("anna@"));
}

void ServerAdminTest::aServerThatDoesNotAnswerIsNoServerInTheWay() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  // Somebody has the data open, takes the request and is gone.
  const int lock = ::open(qPrintable(server.data() + "/vraagbaak.db.lock"), O_RDWR);
  QCOMPARE(::flock(lock, LOCK_EX | LOCK_NB), 0);
  QLocalServer door;
  QVERIFY(door.listen(server.data() + "/admin.sock"));
  int asked = 0;
  QObject::connect(&door, &QLocalServer::newConnection, &door, [&] {
    auto* visitor = door.nextPendingConnection();
    QObject::connect(visitor, &QLocalSocket::readyRead, visitor, [&asked, visitor] {
      ++asked;
      visitor->abort();
    });
  });
  QProcess command;
  command.start(QStringLiteral(VRAAGBAAKD),
                {"user", "sign-out", "--email", "anna@example.org", "--data", server.data()});
  QVERIFY(QTest::qWaitFor([&] { return command.state() == QProcess::NotRunning; }, kPatience));
  const auto said = command.readAllStandardError();
  QCOMPARE(asked, 1);
  QVERIFY2(command.exitCode() == 6 && said.contains("no answer came"), said);
  // Without a door nobody was asked.
  door.close();
  QByteArray printed;
  QCOMPARE(server.run({"user", "list"}, {}, &printed), 3);
  QVERIFY2(printed.contains("stop it first"), printed);
  ::close(lock);
}

void ServerAdminTest::wrongUse_data() {
  QTest::addColumn<QStringList>("words");
  QTest::newRow("nothing") << QStringList{};
  QTest::newRow("unknown command") << QStringList{"dance"};
  QTest::newRow("unknown flag") << QStringList{"serve", "--dance"};
  QTest::newRow("no data") << QStringList{"serve"};
  QTest::newRow("no address") << QStringList{"serve", "--data", "/nonexistent", "--listen", "here"};
  QTest::newRow("no port") << QStringList{"serve", "--data", "/nonexistent", "--listen", "127.0.0.1:99999"};
  QTest::newRow("registration perhaps") << QStringList{"serve", "--data", "/nonexistent", "--registration", "perhaps"};
}
void ServerAdminTest::wrongUse() {
  QFETCH(QStringList, words);
  const QTemporaryDir folder;
  words.replaceInStrings("/nonexistent", folder.filePath("data"));
  QProcess process;
  process.start(QStringLiteral(VRAAGBAAKD), words);
  QVERIFY(process.waitForFinished(kPatience));
  QCOMPARE(process.exitCode(), 2);
  QVERIFY(!(process.readAllStandardError() + process.readAllStandardOutput()).isEmpty());
}

void ServerAdminTest::theSampleConfigIsTaken() {
  QFile sample("packaging/vraagbaakd.toml");
  QVERIFY(sample.open(QIODevice::ReadOnly));
  const auto text = sample.readAll();
  ServerProcess server;
  server.writeConfig(text);
  QVERIFY2(server.start(), server.errors());
  QCOMPARE(server.stop(), 0);
  // Its values are the defaults: a server without it behaves alike.
  QVERIFY(text.contains("registration = false") && text.contains("behind_proxy = false"));
}

void ServerAdminTest::wrongConfig_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("said");
  QTest::newRow("unknown key") << QByteArray("name = \"x\"\nregistratoin = false\n")
                               << QByteArray(":2: unknown key registratoin");
  QTest::newRow("unknown in a section") << QByteArray("[tls]\n\ncert = \"x\"\n")
                                        << QByteArray(":3: unknown key tls.cert");
  QTest::newRow("unknown section") << QByteArray("[tsl]\nkey = \"x\"\n") << QByteArray("unknown key tsl");
  QTest::newRow("wrong type") << QByteArray("registration = \"no\"\n") << QByteArray(":1: bad value for registration");
  QTest::newRow("out of range") << QByteArray("[limits]\nconnections = 0\n")
                                << QByteArray(":2: bad value for limits.connections");
  QTest::newRow("no TOML") << QByteArray("name = \n") << QByteArray(":1: ");
  QTest::newRow("no proxy") << QByteArray("[proxy]\ntrusted = [\"proxy.example\"]\n")
                            << QByteArray("no address or network");
}
void ServerAdminTest::wrongConfig() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, said);
  ServerProcess server;
  server.writeConfig(text);
  QVERIFY(!server.start());
  QCOMPARE(server.exitCode(), 2);
  QVERIFY2(server.errors().contains(said), server.errors());
}

void ServerAdminTest::F9_aSecondServerOnTheSameDataRefuses() {
  ServerProcess server;
  QVERIFY2(server.start(), server.errors());
  QByteArray printed;
  QCOMPARE(server.run({"serve", "--listen", "127.0.0.1:0"}, {}, &printed), 3);
  QVERIFY2(printed.contains(server.data().toUtf8()), printed);
  QCOMPARE(server.run({"import", "faq", "tests/data/import/faq.md"}, {}, &printed), 3);
  QVERIFY2(printed.contains("another process has this database open") && printed.contains("stop it first"), printed);
  QCOMPARE(server.http("GET", "/health").status, 200);
}

void ServerAdminTest::backupWhileServingAndRestore() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  const auto category = server.addCategory("Schulden");
  QVERIFY2(server.start(), server.errors());
  QCOMPARE(ask(server, category), QString("applied"));
  const auto backup = server.path("backup.db");
  QCOMPARE(server.run({"backup", backup}), 0);
  QVERIFY(server.run({"backup", backup}) != 0);         // never over an old one
  QCOMPARE(server.run({"restore", backup}), 3);         // not under a running server
  QCOMPARE(ask(server, category), QString("applied"));  // it went on meanwhile
  const auto before = epochOf(server);
  QCOMPARE(server.stop(), 0);

  QCOMPARE(server.run({"restore", backup}), 0);
  QVERIFY2(server.start(), server.errors());
  const auto after = epochOf(server);
  QVERIFY(!after.isEmpty());
  QVERIFY(after != before);  // clients notice
  Peer peer;
  QVERIFY(peer.greet(server, server.signIn("anna@example.org")));
  peer.send({{"type", "pull"}, {"scope", "category/" + category}, {"epoch", before}, {"after", 2}});
  QCOMPARE(peer.await("resync")["reason"].toString(), QString("epoch"));
  peer.send({{"type", "pull"}, {"scope", "category/" + category}});
  QCOMPARE(peer.await("page")["records"].toArray().size(), 1);
}

void ServerAdminTest::F25_anOlderDatabaseNeedsAWord() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  const auto category = server.addCategory("Schulden");
  // Somebody copies files by hand, and puts the old ones back.
  const auto file = server.data() + "/vraagbaak.db";
  QVERIFY(QFile::copy(file, server.path("old.db")));
  QVERIFY2(server.start(), server.errors());
  const auto before = epochOf(server);
  QCOMPARE(ask(server, category), QString("applied"));
  QCOMPARE(server.stop(), 0);
  for (const auto& suffix : {"", "-wal", "-shm"}) QFile::remove(file + suffix);
  QVERIFY(QFile::copy(server.path("old.db"), file));

  QVERIFY(!server.start());
  QCOMPARE(server.exitCode(), 4);
  QVERIFY2(server.errors().contains("--accept-restore"), server.errors());
  QVERIFY2(server.start({"--accept-restore"}), server.errors());
  QVERIFY(epochOf(server) != before);
}

void ServerAdminTest::S5_aMarkThatCannotBeUsedIsNoReasonToTryAgain() {
  QFile unit("packaging/vraagbaakd.service");
  QVERIFY(unit.open(QIODevice::ReadOnly));
  const auto text = unit.readAll();
  const auto at = text.indexOf("RestartPreventExitStatus=");
  const auto final = text.mid(at, text.indexOf('\n', at) - at).split('=').value(1).split(' ');
  ServerProcess server;
  QVERIFY(!server.start({"--high-water", server.path("missing/mark")}));
  QVERIFY2(server.exitCode() == 2 && final.contains("2"), server.errors());
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  QFile mark(server.data() + "/vraagbaak.db.highwater");
  QVERIFY(mark.open(QIODevice::WriteOnly | QIODevice::Truncate));
  mark.write("x");
  mark.close();
  QVERIFY(!server.start());
  QVERIFY2(server.exitCode() == 4 && final.contains("4"), server.errors());
  QVERIFY2(server.errors().contains("damaged") && server.errors().contains("--accept-restore"), server.errors());
}

void ServerAdminTest::F8_aNewerDatabaseIsLeftAlone() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  // `user_version` of an SQLite file: four bytes at offset 60.
  QFile file(server.data() + "/vraagbaak.db");
  QVERIFY(file.open(QIODevice::ReadWrite));
  QVERIFY(file.seek(60));
  file.write(QByteArray("\x7f\xff\xff\xff", 4));
  file.close();
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto before = file.readAll();
  file.close();
  QVERIFY(!server.start());
  QCOMPARE(server.exitCode(), 5);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll(), before);
}

QTEST_GUILESS_MAIN(ServerAdminTest)
#include "server_admin_test.moc"

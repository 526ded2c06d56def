// What an operator needs when something went wrong, and the words he gets.
#include <sys/stat.h>

#include <QDir>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerOperatorTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aForgottenPasswordIsReplaced();
  void aCategoryIsNotMadeTwice();
  void aTrialsCategoryIsClosedAndOpened();
  void aChannelIsMadeRentedAndDeleted();
  void whateverMakesTheDataNobodyElseReadsIt_data();
  void whateverMakesTheDataNobodyElseReadsIt();
  void whatIsWrongIsSaidInWords_data();
  void whatIsWrongIsSaidInWords();
  void theHelpNamesRolesOnly();
  void aFaqWithoutDatesGetsOne();
};

namespace {

QStringList category(const QString& nl, const QString& en) {
  return {"category", "add", "--name-nl", nl, "--name-en", en};
}

}  // namespace

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

void ServerOperatorTest::aCategoryIsNotMadeTwice() {
  ServerProcess server;
  QByteArray printed;
  QCOMPARE(server.run(category("Jeugd", "Youth")), 0);
  for (const bool runs : {false, true}) {
    if (runs) QVERIFY2(server.start(), server.errors());
    for (const auto& again : {category("jeugd", "Young people"), category("Jongeren", "YOUTH")}) {
      QCOMPARE(server.run(again, {}, &printed), 1);
      QVERIFY2(printed.contains("an open category has this name already (conflict)"), printed);
    }
  }
  QCOMPARE(server.run({"category", "list"}, {}, &printed), 0);
  QCOMPARE(printed.count('\n'), 1);
}

void ServerOperatorTest::aChannelIsMadeRentedAndDeleted() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  QVERIFY(!server.addUser("bram@example.org").isEmpty());
  QByteArray printed;
  const QStringList create{"channel", "create", "--name", "Schuldhulp Noord", "--organisation", "Regio"};
  QCOMPARE(server.run(create + QStringList{"--owner", "nobody@example.org"}, {}, &printed), 1);
  QVERIFY2(printed.contains("no account has this address"), printed);
  QCOMPARE(server.run(create + QStringList{"--owner", "anna@example.org", "--seats", "1", "--until", "2099-12-31"}, {},
                      &printed),
           0);
  QCOMPARE(printed.size(), 37);
  // The rest while it serves.
  QVERIFY2(server.start(), server.errors());
  const QString name = "Schuldhulp Noord";
  QCOMPARE(server.run({"channel", "list"}, {}, &printed), 0);
  QVERIFY2(printed.contains("\tclosed\t1\t2099-12-31\tSchuldhulp Noord\tRegio"), printed);
  const QStringList add{"channel", "add-member", name, "--email", "bram@example.org"};
  QCOMPARE(server.run(add, {}, &printed), 1);
  QVERIFY2(printed.contains("every seat of the rent is taken"), printed);
  QCOMPARE(server.run({"channel", "lease", name, "--seats", "10"}, {}, &printed), 0);
  QCOMPARE(server.run(add, {}, &printed), 0);
  QCOMPARE(server.run({"channel", "set-owner", name, "--email", "bram@example.org"}, {}, &printed), 0);
  QCOMPARE(server.run({"channel", "show", name}, {}, &printed), 0);
  QVERIFY2(printed.contains("owner: anna@example.org\n") && printed.contains("owner: bram@example.org\n"), printed);
  QVERIFY2(printed.contains("seats: 10\n"), printed);
  QCOMPARE(server.run({"channel", "delete", name}, {}, &printed), 1);
  QVERIFY2(printed.contains("from the day of its notice"), printed);
  QCOMPARE(server.run({"channel", "notice", name, "--from", "2020-01-01"}, {}, &printed), 2);
  QVERIFY2(printed.contains("thirty days"), printed);
  QCOMPARE(server.run({"channel", "notice", name, "--from", "2099-01-31"}, {}, &printed), 0);
  QCOMPARE(server.run({"channel", "delete", name}, {}, &printed), 1);
  QCOMPARE(server.run({"channel", "show", name}, {}, &printed), 0);
  QVERIFY2(printed.contains("may be deleted from: 2099-01-31\n"), printed);
  QCOMPARE(server.run({"channel", "notice", name, "--withdraw"}, {}, &printed), 0);
  QCOMPARE(server.run({"channel", "show", "Zuid"}, {}, &printed), 1);
  QVERIFY2(printed.contains("no channel has this id or name"), printed);
  QCOMPARE(server.stop(), 0);
}

void ServerOperatorTest::aTrialsCategoryIsClosedAndOpened() {
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  const auto first = server.addCategory("Proef");
  QVERIFY2(server.start(), server.errors());
  QByteArray printed;
  QCOMPARE(server.run({"category", "archive", "Geen"}, {}, &printed), 1);
  QVERIFY2(printed.contains("no open category has this id or name (not_found)"), printed);
  QCOMPARE(server.run({"category", "archive", "proef"}, {}, &printed), 0);
  QCOMPARE(server.run({"category", "list"}, {}, &printed), 0);
  QCOMPARE(printed, (first + "\tarchived\tProef\tProef\n").toUtf8());
  Peer peer;
  QVERIFY(peer.greet(server, server.signIn("anna@example.org")));
  const auto asked = newId();
  peer.command(asked, "ask_question", questionBody(newId(), first, "Wie weet dit?"));
  QCOMPARE(peer.ack(asked)["code"].toString(), QString("forbidden"));

  // Its name is free; while another has it, it stays closed.
  const auto second = server.addCategory("Proef");
  QVERIFY(!second.isEmpty());
  QCOMPARE(server.run({"category", "reopen", first}, {}, &printed), 1);
  QVERIFY2(printed.contains("(conflict)"), printed);
  QCOMPARE(server.run({"category", "archive", second}), 0);
  QCOMPARE(server.run({"category", "reopen", "Proef"}, {}, &printed), 1);
  QVERIFY2(printed.contains("several categories have this name; give the id of one"), printed);
  QCOMPARE(server.run({"category", "reopen", first}), 0);
  QCOMPARE(server.run({"category", "list"}, {}, &printed), 0);
  QCOMPARE(printed, (first + "\topen\tProef\tProef\n" + second + "\tarchived\tProef\tProef\n").toUtf8());
}

void ServerOperatorTest::whateverMakesTheDataNobodyElseReadsIt_data() {
  QTest::addColumn<QStringList>("words");
  QTest::newRow("user") << QStringList{"user", "add", "--email", "a@example.org", "--name", "Anna"};
  QTest::newRow("category") << category("Jeugd", "Youth");
  QTest::newRow("seed") << QStringList{"category", "seed", "resources/sample/categories.json"};
  QTest::newRow("import") << QStringList{"import", "faq", "tests/data/import/faq.md"};
}
void ServerOperatorTest::whateverMakesTheDataNobodyElseReadsIt() {
  QFETCH(QStringList, words);
  const auto before = ::umask(022);
  ServerProcess server;
  QCOMPARE(server.run(words, "een lang wachtwoord\n"), 0);
  const auto made = QFile::permissions(server.data());
  QVERIFY2(server.start(), server.errors());
  QCOMPARE(server.run({"backup", server.path("copy.db")}), 0);
  ::umask(before);
  const auto others =
      QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
  QVERIFY(!(made & others));
  QVERIFY(!(QFile::permissions(server.path("copy.db")) & others));
  const auto files = QDir(server.data()).entryInfoList(QDir::Files | QDir::System | QDir::Hidden);
  QVERIFY(files.size() >= 4);
  for (const auto& file : files) QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void ServerOperatorTest::whatIsWrongIsSaidInWords_data() {
  QTest::addColumn<QStringList>("words");
  QTest::addColumn<QByteArray>("password");
  QTest::addColumn<QByteArray>("said");
  const auto add = [](const QString& email) { return QStringList{"user", "add", "--email", email, "--name", "Anna"}; };
  const auto row = [](const char* name, const QStringList& words, const QByteArray& password, const QByteArray& said) {
    QTest::newRow(name) << words << password << "vraagbaakd: " + said + "\n";
  };
  const QByteArray good = "een lang wachtwoord\n";
  row("weak", add("bram@example.org"), "kort\n",
      "the password must have 10 to 1024 bytes, be none of the commonest and not be the address (bad_field)");
  row("no address", add("bram"), good, "this is no e-mail address (bad_field)");
  row("twice", add("anna@example.org"), good, "an account has this address already (account_exists)");
  row("nobody", {"user", "disable", "--email", "cor@example.org"}, {}, "no account has this address (not_found)");
  row("name", category(" ", "Youth"), {}, "a category needs a Dutch name, of at most 120 characters (bad_field)");
  row("backup", {"backup", "README.md"}, {},
      "a file could not be read or written: there is a file of this name already (io_failed)");
}
void ServerOperatorTest::whatIsWrongIsSaidInWords() {
  QFETCH(QStringList, words);
  QFETCH(QByteArray, password);
  QFETCH(QByteArray, said);
  ServerProcess server;
  QVERIFY(!server.addUser("anna@example.org").isEmpty());
  QByteArray printed;
  QVERIFY(server.run(words, password, &printed) != 0);
  QCOMPARE(printed, said);
}

void ServerOperatorTest::theHelpNamesRolesOnly() {
  ServerProcess server;
  QByteArray printed;
  const QStringList add{"user", "add", "--email", "anna@example.org", "--name", "Anna"};
  for (const auto& more : {QStringList{"--help"}, QStringList{"--role", "baas"}}) {
    server.run(add + more, "een lang wachtwoord\n", &printed);
    QVERIFY2(printed.contains("researcher"), printed);
    QVERIFY2(!printed.contains("->") && !printed.contains("ENUM"), printed);
  }
  // One way to name an account.
  QCOMPARE(server.run({"user", "disable", "anna@example.org"}), 2);
  QCOMPARE(server.run(add + QStringList{"--role", "coordinator"}, "een lang wachtwoord\n"), 0);
}

void ServerOperatorTest::aFaqWithoutDatesGetsOne() {
  ServerProcess server;
  const QStringList import{"import", "faq", "tests/data/import/faq.md"};
  QByteArray printed;
  for (const QString wrong : {"17-05-2024", "2024-02-30", "2024-05-17T10:00", "2999-01-01", ""})
    QCOMPARE(server.run(import + QStringList{"--date", wrong}, {}, &printed), 2);
  QCOMPARE(server.run(import + QStringList{"--date", "2024-05-17"}, {}, &printed), 0);
}

QTEST_GUILESS_MAIN(ServerOperatorTest)
#include "server_operator_test.moc"

// What a person reads on the screen of vraagbaak-cli: which question, which answer, found or not, signed in or not.
// Against the real vraagbaakd.
#include "tests/client_sync/cli_world.h"

using vb::test::CliWorld;
using vb::test::Outcome;
using vb::test::runProgram;

class CliReadingTest : public QObject {
  Q_OBJECT

  CliWorld world_;
  QString question_;  // asked by anna, answered by bert, commented on by both
  QString answer_;
  QString comment_;
  QString remark_;  // on the question itself

  Outcome cli(const QString& who, const QStringList& arguments) const { return world_.cli(who, arguments); }
  // The line that begins with a word, without it.
  static QStringList linesOf(const QByteArray& text, const char* word) {
    QStringList found;
    for (const auto& line : QString::fromUtf8(text).split(QLatin1Char('\n')))
      if (line.startsWith(QLatin1String(word))) found << line.mid(static_cast<qsizetype>(qstrlen(word))).trimmed();
    return found;
  }

 private Q_SLOTS:
  void initTestCase() {
    const auto problem = world_.begin();
    QVERIFY2(problem.isEmpty(), problem);
    for (const char* name : {"anna", "bert"}) QCOMPARE(world_.signIn(QString::fromLatin1(name)).code, 0);
    question_ = cli("anna", {"ask", "--title", "Wie heeft een stappenplan?", "--category", "armoede", "--category",
                             "jeugd", "--body", "Voor de intake."})
                    .text("id");
    answer_ = cli("bert", {"answer", question_, "--body", "Begin met het huurcontract."}).text("id");
    comment_ = cli("anna", {"comment", question_, "--on", answer_, "--body", "Helder."}).text("id");
    remark_ = cli("bert", {"comment", question_, "--body", "Voor welke gemeente?"}).text("id");
    QVERIFY(!remark_.isEmpty());
    QCOMPARE(cli("anna", {"sync"}).code, 0);
  }
  void cleanupTestCase() { world_.stopServer(); }

  void showNamesEverythingThatACommandTakes() {
    const auto shown = world_.plain("anna", {"show", question_});
    QCOMPARE(shown.code, 0);
    for (const auto& id : {question_, answer_, comment_, remark_})
      QVERIFY2(!id.isEmpty() && shown.out.count(id.toUtf8()) == 1, shown.out);
    QVERIFY2(shown.out.contains("Armoede en schulden, Jeugd en gezin"), shown.out);
  }

  void searchSaysWhatItFound() {
    QCOMPARE(linesOf(world_.plain("anna", {"search", "stappenplan"}).out, "question"),
             QStringList{question_ + QStringLiteral("  Wie heeft een stappenplan?")});
    const auto answers = linesOf(world_.plain("anna", {"search", "huurcontract"}).out, "answer");
    QCOMPARE(answers.size(), 1);
    QVERIFY2(answers.first().startsWith(question_), answers.first().toUtf8());
    QCOMPARE(linesOf(world_.plain("anna", {"search", "helder"}).out, "comment").size(), 1);
    QCOMPARE(linesOf(world_.plain("anna", {"search", "bert"}).out, "person").size(), 1);
    QCOMPARE(linesOf(world_.plain("anna", {"search", "gezin"}).out, "category").size(), 1);
    const auto nothing = world_.plain("anna", {"search", "zeppelin"});
    QCOMPARE(nothing.code, 0);
    QCOMPARE(nothing.out, QByteArray("Nothing found.\n"));
    QCOMPARE(cli("anna", {"search", "zeppelin"}).list("hits").size(), 0);
  }

  void statusSaysThatSigningInAgainIsNeeded() {
    const auto status = [&] { return cli("bert", {"status"}).object(); };
    QVERIFY(status().value("signed_in").toBool() && !status().value("sign_in_again").toBool(true));
    const auto ended = runProgram(QStringLiteral("vraagbaakd"),
                                  {"user", "sign-out", "--data", world_.data(), "--email", "bert@gemeente.example"});
    QVERIFY2(ended.code == 0, ended.err);
    QCOMPARE(cli("bert", {"sync"}).code, 3);
    QVERIFY(!status().value("signed_in").toBool(true));
    QVERIFY(status().value("sign_in_again").toBool());
    QVERIFY(!status().value("user_id").toString().isEmpty());
    const auto plain = world_.plain("bert", {"status"});
    QCOMPARE(linesOf(plain.out, "signed in:"), QStringList{"no, the token is gone or no longer good: sign in again"});

    const auto again = world_.signIn(QStringLiteral("bert"));
    QCOMPARE(again.code, 0);
    QCOMPARE(again.err, QByteArray());
    QVERIFY(status().value("signed_in").toBool() && !status().value("sign_in_again").toBool(true));
    QCOMPARE(cli("bert", {"sign-out"}).code, 0);
    QVERIFY(!status().value("signed_in").toBool(true) && !status().value("sign_in_again").toBool(true));
  }

  // The token of the program that holds the profile may be in a keychain, as the desktop application's is.
  void statusBesideAnotherProgramLeavesTheTokenToIt() {
    QCOMPARE(world_.signIn(QStringLiteral("carla")).code, 0);
    QProcess watch;
    QByteArray lines;
    QVERIFY2(world_.startWatch(watch, "carla", {}, lines), watch.readAllStandardError());
    QVERIFY(QFile::remove(world_.profile("carla") + QStringLiteral("/token.json")));
    const auto beside = cli("carla", {"status"}).object();
    QVERIFY(beside.value("read_only").toBool());
    QVERIFY(beside.value("signed_in").toBool() && !beside.value("sign_in_again").toBool(true));
    watch.terminate();
    QVERIFY(watch.waitForFinished(20'000));
    QVERIFY(cli("carla", {"status"}).object().value("sign_in_again").toBool());
  }

  void lookingWhereNothingIsMakesNothing() {
    const QString id = QStringLiteral("01935809-0000-7000-8000-000000000001");
    const QList<QStringList> commands{{"inbox"},          {"questions"}, {"show", id},
                                      {"search", "huur"}, {"expertise"}, {"outbox"},
                                      {"sync"},           {"watch"},     {"answer", id, "--body", "x"}};
    for (const auto& command : commands) {
      const auto refused = cli("stranger", command);
      QVERIFY2(refused.code == 3, command.first().toUtf8() + refused.out + refused.err);
      QCOMPARE(refused.errorCode(), QStringLiteral("not_signed_in"));
    }
    const auto status = cli("stranger", {"status"});
    QCOMPARE(status.code, 0);
    QVERIFY(!status.object().value("signed_in").toBool(true));
    QVERIFY(!QFile::exists(world_.profile("stranger")));
  }

  void helpSaysWhatTheInboxAndWatchHold() {
    const QByteArray help = runProgram(QStringLiteral("vraagbaak-cli"), {"--help"}).out;
    QFile file(QStringLiteral(VB_MAN_PAGE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray man = file.readAll();
    QVERIFY(help.contains("asked before you ticked") && help.contains("* is unread"));
    for (const char* word : {"routed_to_me", "is unread", "{\"event\": \"live\"}", "sign_in_again"})
      QVERIFY2(man.contains(word), word);
  }
};

QTEST_GUILESS_MAIN(CliReadingTest)
#include "cli_reading_test.moc"

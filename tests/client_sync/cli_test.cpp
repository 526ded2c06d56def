// vraagbaak-cli as a person or a script uses it, against the real vraagbaakd, each its own process: people who ask and
// answer each other.
#include "tests/client_sync/cli_world.h"

using vb::test::CliWorld;
using vb::test::runProgram;

class CliTest : public QObject {
  Q_OBJECT

  CliWorld world_;
  auto cli(const QString& who, const QStringList& arguments, const QByteArray& input = {}) const {
    return world_.cli(who, arguments, input);
  }

 private Q_SLOTS:
  void initTestCase() {
    const auto problem = world_.begin();
    QVERIFY2(problem.isEmpty(), problem);
  }
  void cleanupTestCase() { world_.stopServer(); }

  void exitCodes() {
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {}).code, 2);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"dance"}).code, 2);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"inbox", "--wipe"}).code, 2);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"show", "x", "--profile", world_.profile("nobody")}).code, 3);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"--help"}).code, 0);
    QCOMPARE(cli("nobody", {"inbox"}).code, 3);
    QCOMPARE(cli("nobody", {"sign-in", "a@b.nl", "--server", "http://127.0.0.1:1"}, "wachtwoordje 12\n").code, 4);
    // A19: a password does not leave over plain http.
    QCOMPARE(cli("nobody", {"sign-in", "a@b.nl", "--server", "http://192.0.2.1"}, "wachtwoordje 12\n").code, 4);
    QCOMPARE(world_.signIn(QStringLiteral("nobody"), "fout wachtwoord").code, 1);
    // A profile that cannot be made.
    QFile file(world_.profile("blocked"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(cli("blocked", {"status"}).code, 5);
  }

  // Three profiles and one server: ask, answer offline, reconnect, all agree.
  void askAnswerOfflineReconnectAllAgree() {
    for (const char* name : {"anna", "bert", "carla"}) {
      const auto in = world_.signIn(QString::fromLatin1(name));
      QVERIFY2(in.code == 0, in.err);
    }
    for (const char* name : {"bert", "carla"}) {
      const auto ticked = cli(QString::fromLatin1(name), {"expertise", "add", "Armoede"});
      QVERIFY2(ticked.code == 0, ticked.err);
      QCOMPARE(ticked.object().value("state").toString(), QStringLiteral("received"));
    }
    const auto asked = cli("anna", {"ask", "--title", "Hoe berekenen jullie de beslagvrije voet?", "--category",
                                    "armoede", "--body", "Bij wisselend inkomen."});
    QVERIFY2(asked.code == 0, asked.err);
    QCOMPARE(asked.object().value("state").toString(), QStringLiteral("received"));
    QCOMPARE(asked.object().value("routed_to").toInt(), 2);
    const QString question = asked.object().value("id").toString();

    const auto inbox = cli("bert", {"inbox"});
    QCOMPARE(inbox.list("questions").size(), 1);
    const auto routed = inbox.list("questions").first().toObject();
    QCOMPARE(routed.value("id").toString(), question);
    QVERIFY(routed.value("routed_to_me").toBool());

    world_.stopServer();
    const auto answered = cli("bert", {"answer", question, "--offline", "--body", "Vraag een herberekening aan."});
    QVERIFY2(answered.code == 0, answered.err);
    QCOMPARE(answered.object().value("state").toString(), QStringLiteral("queued"));
    QCOMPARE(cli("bert", {"outbox"}).list("entries").size(), 1);
    QCOMPARE(cli("bert", {"sync", "--wait", "1"}).code, 4);
    // On one's own screen at once.
    QCOMPARE(cli("bert", {"show", question, "--offline"}).object().value("answer_count").toInt(), 1);

    QVERIFY2(world_.startServer(), world_.serverLog());
    const auto synced = cli("bert", {"sync"});
    QVERIFY2(synced.code == 0, synced.err);
    QCOMPARE(cli("bert", {"outbox"}).list("entries").size(), 0);
    const auto shown = cli("anna", {"show", question});
    QVERIFY2(shown.code == 0, shown.err);
    const auto answer = shown.object().value("answers").toArray().at(0).toObject();
    QCOMPARE(answer.value("body").toString(), QStringLiteral("Vraag een herberekening aan."));

    const QString answerId = answer.value("id").toString();
    QCOMPARE(cli("anna", {"helpful", question, answerId}).object().value("state").toString(),
             QStringLiteral("received"));
    QCOMPARE(cli("carla", {"thank", question, answerId}).object().value("state").toString(),
             QStringLiteral("received"));
    QCOMPARE(cli("carla", {"comment", question, "--on", answerId, "--body", "Zo doen wij het ook."})
                 .object()
                 .value("state")
                 .toString(),
             QStringLiteral("received"));
    // Only the asker says what helped.
    QCOMPARE(cli("carla", {"helpful", question, answerId}).code, 1);

    QList<QJsonObject> views;
    for (const char* name : {"anna", "bert", "carla"}) {
      QCOMPARE(cli(QString::fromLatin1(name), {"sync"}).code, 0);
      auto view = cli(QString::fromLatin1(name), {"show", question, "--offline"}).object();
      // What differs by reader is taken out; the rest must be the same.
      const auto impersonal = [](QJsonObject object) {
        for (const char* own :
             {"unread", "mine", "routed_to_me", "via", "thanked_by_me", "saved", "followed", "later", "send_state"})
          object.remove(QLatin1String(own));
        return object;
      };
      auto answers = view.value("answers").toArray();
      auto first = impersonal(answers.at(0).toObject());
      auto comment = impersonal(first.value("comments").toArray().at(0).toObject());
      QCOMPARE(comment.value("body").toString(), QStringLiteral("Zo doen wij het ook."));
      QCOMPARE(first.value("thanks").toInt(), 1);
      QVERIFY(first.value("helpful").toBool());
      first.insert("comments", QJsonArray{comment});
      view = impersonal(view);
      view.insert("answers", QJsonArray{first});
      views.append(view);
    }
    QCOMPARE(views.at(1), views.at(0));
    QCOMPARE(views.at(2), views.at(0));

    const auto found = cli("carla", {"search", "herberekening"});
    QVERIFY(!found.object().value("hits").toArray().isEmpty());
    QCOMPARE(found.object().value("hits").toArray().at(0).toObject().value("question_id").toString(), question);
    const auto status = cli("carla", {"status"}).object();
    QVERIFY(status.value("signed_in").toBool());
    QVERIFY(status.value("last_synced_at").toDouble() > 0);
  }

  void watchPrintsWhatArrives() {
    QCOMPARE(cli("carla", {"sync"}).code, 0);
    QProcess watch;
    QByteArray lines;
    QVERIFY2(world_.startWatch(watch, "carla", {"--count", "1"}, lines), watch.readAllStandardError());
    const auto asked = cli("anna", {"ask", "--title", "Wie kent een goed formulier voor de intake?", "--category",
                                    "armoede", "--body", ""});
    QVERIFY2(asked.code == 0, asked.err);
    QVERIFY(watch.waitForFinished(20'000));
    lines += watch.readAllStandardOutput();
    QJsonObject news;
    for (const auto& line : lines.split('\n')) {
      const auto object = QJsonDocument::fromJson(line).object();
      if (object.value("event") == QLatin1String("new")) news = object;
    }
    QCOMPARE(news.value("id").toString(), asked.object().value("id").toString());
    QVERIFY(news.value("received_at").toDouble() > 0);
    QCOMPARE(watch.exitCode(), 0);
  }

  // A20: the token is in its own file and nowhere else; after signing out nowhere at all.
  void A20_tokenIsNowhereElse() {
    QFile vault(world_.profile("bert") + QStringLiteral("/token.json"));
    QVERIFY(vault.open(QIODevice::ReadOnly));
    QCOMPARE(vault.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const QString token = QJsonDocument::fromJson(vault.readAll()).object().begin().value().toString();
    QVERIFY(token.size() >= 20);
    const auto holders = [&] {
      QStringList found;
      for (const QFileInfo& info : QDir(world_.profile("bert")).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token.toUtf8())) found << info.fileName();
      }
      return found;
    };
    QCOMPARE(holders(), QStringList{QStringLiteral("token.json")});
    QCOMPARE(cli("bert", {"sign-out"}).code, 0);
    QCOMPARE(holders(), QStringList());
    QCOMPARE(cli("bert", {"sync"}).code, 3);
  }

  void signOutAndWipeLeavesNothing() {
    QCOMPARE(cli("carla", {"sign-out", "--wipe"}).code, 0);
    const auto status = cli("carla", {"status"}).object();
    QVERIFY(!status.value("signed_in").toBool());
    QCOMPARE(status.value("questions").toInt(), 0);
    QCOMPARE(status.value("user_id").toString(), QString());
    // Another user may have the folder now.
    QCOMPARE(cli("carla", {"sign-in", "bert@gemeente.example", "--server", world_.url()}, world_.password + '\n').code,
             0);
  }

  // C7: a profile belongs to one user.
  void anotherUserIsRefusedOnAProfile() {
    QCOMPARE(cli("anna", {"sign-out"}).code, 0);
    const auto other =
        cli("anna", {"sign-in", "carla@gemeente.example", "--server", world_.url()}, world_.password + '\n');
    QCOMPARE(other.code, 1);
    QCOMPARE(other.errorCode(), QStringLiteral("forbidden"));
    QCOMPARE(world_.signIn(QStringLiteral("anna")).code, 0);
  }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"

// vraagbaak-cli as a person or a script uses it, against the real vraagbaakd, each its own process.
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString kBin = QStringLiteral(VB_BIN_DIR);
const QString kPassword = QStringLiteral("een lang wachtzinnetje 7");

struct Outcome {
  int code = -1;
  QByteArray out;
  QByteArray err;
  QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
  QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

Outcome runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {},
                   const QStringList& environment = {}) {
  QProcess process;
  process.setEnvironment(QProcess::systemEnvironment() + environment);
  process.start(kBin + QLatin1Char('/') + program, arguments);
  process.write(input);
  process.closeWriteChannel();
  Outcome outcome;
  if (!process.waitForFinished(60'000)) {
    process.kill();
    process.waitForFinished();
    return outcome;
  }
  outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
  outcome.out = process.readAllStandardOutput();
  outcome.err = process.readAllStandardError();
  return outcome;
}

}  // namespace

class CliTest : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  QProcess server_;
  QString url_;
  quint16 port_ = 0;

  QString data() const { return folder_.filePath(QStringLiteral("server")); }
  QString profile(const QString& name) const { return folder_.filePath(name); }

  bool startServer() {
    server_.setProcessChannelMode(QProcess::SeparateChannels);
    server_.start(kBin + QStringLiteral("/vraagbaakd"),
                  {QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                   QStringLiteral("127.0.0.1:%1").arg(port_)});
    QByteArray said;
    while (!said.contains('\n') && server_.waitForReadyRead(20'000)) said += server_.readAllStandardOutput();
    const auto match = QRegularExpression(QStringLiteral("port (\\d+)")).match(QString::fromUtf8(said));
    if (!match.hasMatch()) return false;
    port_ = static_cast<quint16>(match.captured(1).toUInt());
    url_ = QStringLiteral("http://127.0.0.1:%1").arg(port_);
    return true;
  }
  void stopServer() {
    server_.terminate();
    server_.waitForFinished(20'000);
  }
  Outcome cli(const QString& who, QStringList arguments, const QByteArray& input = {}) {
    return runProgram(QStringLiteral("vraagbaak-cli"),
                      QStringList{QStringLiteral("--json"), QStringLiteral("--profile"), profile(who)} + arguments,
                      input);
  }
  Outcome signIn(const QString& who, const QByteArray& password) {
    return cli(who, {"sign-in", who + QStringLiteral("@gemeente.example"), "--server", url_}, password + '\n');
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(folder_.isValid());
    for (const char* name : {"Armoede en schulden", "Jeugd en gezin"}) {
      const auto added = runProgram(QStringLiteral("vraagbaakd"),
                                    {"category", "add", "--data", data(), "--name-nl", name, "--name-en", name});
      QVERIFY2(added.code == 0, added.err);
    }
    for (const char* name : {"anna", "bert", "carla"}) {
      const auto added = runProgram(QStringLiteral("vraagbaakd"),
                                    {"user", "add", "--data", data(), QString::fromLatin1(name) + "@gemeente.example",
                                     "--name", name, "--role", "policy"},
                                    kPassword.toUtf8() + '\n');
      QVERIFY2(added.code == 0, added.err);
    }
    QVERIFY2(startServer(), server_.readAllStandardError());
  }
  void cleanupTestCase() { stopServer(); }

  void exitCodes() {
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {}).code, 2);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"dance"}).code, 2);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"inbox", "--wipe"}).code, 2);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"show", "x", "--profile", profile("nobody")}).code, 3);
    QCOMPARE(runProgram(QStringLiteral("vraagbaak-cli"), {"--help"}).code, 0);
    QCOMPARE(cli("nobody", {"inbox"}).code, 3);
    QCOMPARE(cli("nobody", {"sign-in", "a@b.nl", "--server", "http://127.0.0.1:1"}, "wachtwoordje 12\n").code, 4);
    // A19: a password does not leave over plain http.
    QCOMPARE(cli("nobody", {"sign-in", "a@b.nl", "--server", "http://192.0.2.1"}, "wachtwoordje 12\n").code, 4);
    QCOMPARE(signIn(QStringLiteral("nobody"), "fout wachtwoord").code, 1);
    // A profile that cannot be made.
    QFile file(profile("blocked"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(cli("blocked", {"status"}).code, 5);
  }

  // Three profiles and one server: ask, answer offline, reconnect, all agree.
  void askAnswerOfflineReconnectAllAgree() {
    for (const char* name : {"anna", "bert", "carla"}) {
      const auto in = signIn(QString::fromLatin1(name), kPassword.toUtf8());
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
    QCOMPARE(inbox.array().size(), 1);
    QCOMPARE(inbox.array().first().toObject().value("id").toString(), question);
    QVERIFY(inbox.array().first().toObject().value("routed_to_me").toBool());

    stopServer();
    const auto answered = cli("bert", {"answer", question, "--offline", "--body", "Vraag een herberekening aan."});
    QVERIFY2(answered.code == 0, answered.err);
    QCOMPARE(answered.object().value("state").toString(), QStringLiteral("queued"));
    QCOMPARE(cli("bert", {"outbox"}).array().size(), 1);
    QCOMPARE(cli("bert", {"sync", "--wait", "1"}).code, 4);
    // On one's own screen at once.
    QCOMPARE(cli("bert", {"show", question, "--offline"}).object().value("answer_count").toInt(), 1);

    QVERIFY2(startServer(), server_.readAllStandardError());
    const auto synced = cli("bert", {"sync"});
    QVERIFY2(synced.code == 0, synced.err);
    QCOMPARE(cli("bert", {"outbox"}).array().size(), 0);
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
    watch.start(kBin + QStringLiteral("/vraagbaak-cli"),
                {"--json", "--profile", profile("carla"), "watch", "--count", "1"});
    QByteArray lines;
    while (!lines.contains("\"live\"") && watch.waitForReadyRead(20'000)) lines += watch.readAllStandardOutput();
    QVERIFY2(lines.contains("\"live\""), watch.readAllStandardError());
    // F9: one program uses a profile at a time.
    QCOMPARE(cli("carla", {"status"}).code, 5);
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

  void refusedTextIsKept() {
    const auto asked = cli("anna", {"ask", "--title", "Kan ik dit nummer delen?", "--category", "armoede", "--body",
                                    "Het BSN is 111222333."});
    QCOMPARE(asked.code, 1);
    QCOMPARE(asked.object().value("error").toString(), QStringLiteral("personal_data"));
    const auto outbox = cli("anna", {"outbox"}).array();
    QCOMPARE(outbox.size(), 1);
    QCOMPARE(outbox.at(0).toObject().value("state").toString(), QStringLiteral("refused"));
    QVERIFY(outbox.at(0).toObject().value("text").toString().contains("111222333"));
    QCOMPARE(cli("anna", {"outbox", "discard", outbox.at(0).toObject().value("id").toString()}).code, 0);
    QCOMPARE(cli("anna", {"outbox"}).array().size(), 0);
    QCOMPARE(cli("anna", {"ask", "--title", "te", "--category", "armoede", "--body", "x"}).code, 1);
  }

  // A20: the token is in its own file and nowhere else; after signing out nowhere at all.
  void A20_tokenIsNowhereElse() {
    QFile vault(profile("bert") + QStringLiteral("/token.json"));
    QVERIFY(vault.open(QIODevice::ReadOnly));
    QCOMPARE(vault.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const QString token = QJsonDocument::fromJson(vault.readAll()).object().begin().value().toString();
    QVERIFY(token.size() >= 20);
    const auto holders = [&] {
      QStringList found;
      for (const QFileInfo& info : QDir(profile("bert")).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token.toUtf8())) found << info.fileName();
      }
      return found;
    };
    QCOMPARE(holders(), QStringList{QStringLiteral("token.json")});
    QCOMPARE(cli("bert", {"sign-out"}).code, 0);
    QCOMPARE(holders(), QStringList());
    QCOMPARE(cli("bert", {"inbox"}).code, 3);
  }

  void signOutAndWipeLeavesNothing() {
    QCOMPARE(cli("carla", {"sign-out", "--wipe"}).code, 0);
    const auto status = cli("carla", {"status"}).object();
    QVERIFY(!status.value("signed_in").toBool());
    QCOMPARE(status.value("questions").toInt(), 0);
    QCOMPARE(status.value("user_id").toString(), QString());
    // Another user may have the folder now.
    QCOMPARE(cli("carla", {"sign-in", "bert@gemeente.example", "--server", url_}, kPassword.toUtf8() + '\n').code, 0);
  }

  // C7: a profile belongs to one user.
  void anotherUserIsRefusedOnAProfile() {
    QCOMPARE(cli("anna", {"sign-out"}).code, 0);
    const auto other = cli("anna", {"sign-in", "carla@gemeente.example", "--server", url_}, kPassword.toUtf8() + '\n');
    QCOMPARE(other.code, 1);
    QCOMPARE(other.object().value("error").toString(), QStringLiteral("forbidden"));
    QCOMPARE(signIn(QStringLiteral("anna"), kPassword.toUtf8()).code, 0);
  }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"

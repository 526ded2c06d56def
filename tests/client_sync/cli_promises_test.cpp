// What a script may rely on of vraagbaak-cli: reading beside another program, personal data held back, errors as JSON,
// the outbox by hand, help and man page that name everything. Against the real vraagbaakd.
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include "tests/client_sync/cli_world.h"

using vb::test::CliWorld;
using vb::test::Outcome;
using vb::test::runProgram;

namespace {

QStringList matches(const QString& text, const char* pattern) {
  QStringList found;
  auto each = QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption).globalMatch(text);
  while (each.hasNext()) found << each.next().captured(1);
  found.removeDuplicates();
  found.sort();
  return found;
}

}  // namespace

class CliPromisesTest : public QObject {
  Q_OBJECT

  CliWorld world_;
  QString question_;  // asked by anna

  Outcome cli(const QString& who, const QStringList& arguments, const QByteArray& input = {}) const {
    return world_.cli(who, arguments, input);
  }
  QJsonArray outbox(const QString& who) const { return cli(who, {"outbox"}).list("entries"); }
  // What another version of the program, or the app, might have left in the outbox.
  bool changeOutbox(const QString& who, const QString& how, const QVariantList& values = {}) const {
    bool done = false;
    {
      auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("behind"));
      database.setDatabaseName(world_.profile(who) + QStringLiteral("/own.db"));
      if (database.open()) {
        QSqlQuery query(database);
        query.prepare(QStringLiteral("UPDATE outbox SET ") + how);
        for (const auto& value : values) query.addBindValue(value);
        done = query.exec() && query.numRowsAffected() > 0;
      }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("behind"));
    return done;
  }

 private Q_SLOTS:
  void initTestCase() {
    const auto problem = world_.begin();
    QVERIFY2(problem.isEmpty(), problem);
    for (const char* name : {"anna", "bert"}) QCOMPARE(world_.signIn(QString::fromLatin1(name)).code, 0);
    QCOMPARE(cli("bert", {"expertise", "add", "Armoede"}).code, 0);
    const auto asked = cli("anna", {"ask", "--title", "Hoe berekenen jullie de beslagvrije voet?", "--category",
                                    "armoede", "--body", "Bij wisselend inkomen."});
    QVERIFY2(asked.code == 0, asked.err);
    question_ = asked.text("id");
  }
  void cleanupTestCase() { world_.stopServer(); }

  void signInWaitsForTheFirstSync() {
    const auto in = world_.signIn(QStringLiteral("carla"), world_.password, {"--wait"});
    QVERIFY2(in.code == 0, in.err);
    QVERIFY(in.object().value("synced").toBool());
    QCOMPARE(in.object().value("questions").toInt(), 1);
    QCOMPARE(cli("carla", {"--offline", "questions"}).list("questions").size(), 1);
    QVERIFY(!world_.signIn(QStringLiteral("carla")).object().contains("synced"));
  }

  void askTakesSeveralCategories() {
    const auto asked = cli("anna", {"ask", "--title", "Wie combineert jeugdhulp en schuldhulp?", "--category", "jeugd",
                                    "--category", "armoede", "--category", "Jeugd en gezin", "--body", "x"});
    QVERIFY2(asked.code == 0, asked.err);
    QCOMPARE(asked.object().value("routed_to").toInt(), 1);
    const auto shown = cli("anna", {"show", asked.text("id")}).object();
    QCOMPARE(shown.value("category_ids").toArray().size(), 2);
    QCOMPARE(shown.value("category_ids").toArray().first(), shown.value("home_category_id"));
    QCOMPARE(cli("anna", {"ask", "--title", "Waar hoort dit thuis?", "--category", "wonen"}).errorCode(),
             QStringLiteral("usage"));
  }

  // F9: one program uses a profile; another one may look meanwhile.
  void readsBesideTheProgramThatHoldsTheProfile() {
    QProcess watch;
    QByteArray lines;
    QVERIFY2(world_.startWatch(watch, "bert", {}, lines), watch.readAllStandardError());
    const QList<QStringList> reading{
        {"status"}, {"inbox"},          {"questions"}, {"show", question_}, {"search", "beslagvrije"},
        {"outbox"}, {"outbox", "list"}, {"expertise"}};
    for (const auto& command : reading) {
      const auto read = cli("bert", command);
      QVERIFY2(read.code == 0, command.first().toUtf8() + read.out + read.err);
      QVERIFY2(read.object().value("read_only").toBool(), command.first().toUtf8());
      QCOMPARE(read.err, QByteArray());
      const auto plain = world_.plain("bert", command);
      QCOMPARE(plain.code, 0);
      QCOMPARE(plain.err.count('\n'), 1);
      QVERIFY2(plain.err.contains("another program uses the profile"), plain.err);
    }
    QCOMPARE(cli("bert", {"inbox"}).list("questions").size(), 2);
    QCOMPARE(cli("bert", {"show", question_}).text("body"), QStringLiteral("Bij wisselend inkomen."));
    QCOMPARE(cli("bert", {"search", "beslagvrije"}).list("hits").size(), 1);
    QVERIFY(cli("bert", {"status"}).object().value("signed_in").toBool());

    // What comes in meanwhile is seen too.
    const auto asked =
        cli("anna", {"ask", "--title", "Wie kent een goed intakeformulier?", "--category", "armoede", "--body", ""});
    QVERIFY2(asked.code == 0, asked.err);
    while (!lines.contains(asked.text("id").toUtf8()) && watch.waitForReadyRead(20'000))
      lines += watch.readAllStandardOutput();
    QCOMPARE(cli("bert", {"show", asked.text("id")}).code, 0);

    const QString id = QStringLiteral("01935809-0000-7000-8000-000000000001");
    const QList<QStringList> writing{{"ask", "--title", "Mag dit nu ook?", "--category", "armoede", "--body", "x"},
                                     {"answer", question_, "--body", "x"},
                                     {"sync"},
                                     {"watch"},
                                     {"sign-in", "bert@gemeente.example"},
                                     {"sign-out"},
                                     {"expertise", "add", "jeugd"},
                                     {"outbox", "retry", id},
                                     {"outbox", "edit", id, "--body", "x"},
                                     {"outbox", "discard", id}};
    for (const auto& command : writing) {
      const auto refused = cli("bert", command);
      QVERIFY2(refused.code == 5, command.join(QLatin1Char(' ')).toUtf8() + refused.err);
      QCOMPARE(refused.errorCode(), QStringLiteral("profile_in_use"));
    }
    QVERIFY(world_.plain("bert", {"sync"}).err.contains("another program uses the profile"));
    watch.terminate();
    QVERIFY(watch.waitForFinished(20'000));
    const auto free = cli("bert", {"status"}).object();
    QVERIFY(free.contains("read_only") && !free.value("read_only").toBool());
    QCOMPARE(free.value("waiting").toInt(), 0);
  }

  void readsWithoutASignIn() {
    QCOMPARE(cli("carla", {"sign-out"}).code, 0);
    for (const QStringList& command :
         QList<QStringList>{{"inbox"}, {"show", question_}, {"search", "voet"}, {"outbox"}}) {
      const auto read = cli("carla", command);
      QVERIFY2(read.code == 0, read.err);
      QVERIFY2(read.err.contains("signed out"), read.err);
      QVERIFY(!read.object().value("read_only").toBool());
    }
    // From the cache alone: what came since is not here.
    const auto asked = cli("anna", {"ask", "--title", "Komt dit nog aan?", "--category", "armoede", "--body", "x"});
    QCOMPARE(asked.code, 0);
    QCOMPARE(cli("carla", {"show", asked.text("id")}).errorCode(), QStringLiteral("not_found"));
    QCOMPARE(cli("carla", {"answer", question_, "--body", "x"}).code, 3);
    // The token went by itself: somebody removed the file.
    QCOMPARE(world_.signIn(QStringLiteral("carla")).code, 0);
    QVERIFY(QFile::remove(world_.profile("carla") + QStringLiteral("/token.json")));
    QCOMPARE(cli("carla", {"show", question_}).code, 0);
    QCOMPARE(cli("carla", {"sync"}).errorCode(), QStringLiteral("unauthorized"));
    // Nothing was ever here.
    QCOMPARE(cli("nobody", {"inbox"}).errorCode(), QStringLiteral("not_signed_in"));
    QCOMPARE(cli("nobody", {"inbox"}).code, 3);
  }

  void personalDataIsHeldBack() {
    const QStringList ask{"ask", "--title", "Kan ik dit zo delen?", "--category", "armoede"};
    const auto held = cli("anna", ask + QStringList{"--body", "Zie hieronder.\nÉén BSN: 111222333."});
    QCOMPARE(held.code, 6);
    QCOMPARE(held.errorCode(), QStringLiteral("personal_data"));
    const auto finding = held.list("findings").at(0).toObject();
    QCOMPARE(finding.value("kind").toString(), QStringLiteral("bsn"));
    QCOMPARE(finding.value("field").toString(), QStringLiteral("body"));
    QCOMPARE(finding.value("line").toInt(), 2);
    QCOMPARE(finding.value("column").toInt(), 10);
    QCOMPARE(finding.value("length").toInt(), 9);
    // Named by its place, not repeated: this may end in a log.
    const auto plain = world_.plain("anna", ask + QStringList{"--body", "Zie hieronder.\nÉén BSN: 111222333."});
    QCOMPARE(plain.code, 6);
    QVERIFY2(plain.err.contains("body, line 2, character 10: what looks like a citizen service number"), plain.err);
    QVERIFY(!plain.err.contains("111222333") && !held.out.contains("111222333"));

    const QByteArray iban = "Betaal op NL91 ABNA 0417 1643 00 of bel 06-12345678.";
    const auto both = cli("anna", {"answer", question_}, iban);
    QCOMPARE(both.code, 6);
    QCOMPARE(both.list("findings").size(), 2);
    QCOMPARE(both.list("findings").at(0).toObject().value("kind").toString(), QStringLiteral("iban"));
    QCOMPARE(cli("anna", {"comment", question_}, iban).code, 6);
    QCOMPARE(cli("anna", {"ask", "--title", "Wie is 111222333?", "--category", "armoede", "--body", ""}).code, 6);
    // One insistence does not stand for the other.
    QCOMPARE(cli("anna", {"answer", question_, "--not-bsn"}, iban).code, 6);
    QCOMPARE(cli("anna", ask + QStringList{"--body", "BSN 111222333", "--allow-personal-data"}).code, 6);
    const auto sourced = cli("anna", {"answer", question_, "--body", "Zie de bron.", "--source", "https://een.example",
                                      "--source", "Dossier 111222333"});
    QCOMPARE(sourced.code, 6);
    QCOMPARE(sourced.list("findings").at(0).toObject().value("field").toString(), QStringLiteral("source"));
    QCOMPARE(sourced.list("findings").at(0).toObject().value("line").toInt(), 2);
    QCOMPARE(outbox("anna").size(), 0);

    const auto insisted = cli("anna", {"answer", question_, "--allow-personal-data"}, iban);
    QVERIFY2(insisted.code == 0, insisted.out + insisted.err);
    QCOMPARE(insisted.text("state"), QStringLiteral("received"));
    const auto number = cli("anna", ask + QStringList{"--body", "Dossier 111222333", "--not-bsn"});
    QCOMPARE(number.text("state"), QStringLiteral("received"));
  }

  // "received" is what a script relies on: the server has it.
  void nothingIsReceivedOffline() {
    QCOMPARE(world_.signIn(QStringLiteral("carla")).code, 0);
    const QStringList add{"--offline", "expertise", "add", "Jeugd"};
    const auto first = cli("carla", add);
    QCOMPARE(first.text("state"), QStringLiteral("queued"));
    const auto second = cli("carla", add);
    QCOMPARE(second.text("state"), QStringLiteral("queued"));
    QCOMPARE(second.text("outbox_id"), first.text("outbox_id"));
    QCOMPARE(outbox("carla").size(), 1);
    const auto sent = cli("carla", {"expertise", "add", "Jeugd"});
    QVERIFY2(sent.text("state") == QLatin1String("received"), sent.out + sent.err);
    QCOMPARE(outbox("carla").size(), 0);
  }

  void errorsAreOneJsonDocument() {
    struct Case {
      QStringList command;
      int code;
      const char* error;
    };
    const QString id = QStringLiteral("01935809-0000-7000-8000-000000000001");
    for (const auto& [command, code, error] : {Case{{}, 2, "usage"},
                                               {{"dance"}, 2, "usage"},
                                               {{"inbox", "--dance"}, 2, "usage"},
                                               {{"inbox", "--wipe"}, 2, "usage"},
                                               {{"inbox", "--sort", "colour"}, 2, "usage"},
                                               {{"show"}, 2, "usage"},
                                               {{"show", "7"}, 2, "usage"},
                                               {{"outbox", "dance"}, 2, "usage"},
                                               {{"ask", "--title", "Zonder categorie?"}, 2, "usage"},
                                               {{"sync", "--offline"}, 2, "usage"},
                                               {{"show", id}, 1, "not_found"},
                                               {{"helpful", question_, id}, 1, "not_found"},
                                               {{"outbox", "discard", id}, 1, "not_found"}}) {
      const auto outcome = cli("anna", command);
      QVERIFY2(outcome.code == code, command.join(QLatin1Char(' ')).toUtf8() + outcome.out + outcome.err);
      QCOMPARE(outcome.errorCode(), QString::fromLatin1(error));
      QVERIFY(!outcome.object().value("error").toObject().value("message").toString().isEmpty());
      QCOMPARE(outcome.err, QByteArray());
      // Without --json: words on standard error, nothing on standard output.
      const auto plain = world_.plain("anna", command);
      QCOMPARE(plain.code, code);
      QCOMPARE(plain.out, QByteArray());
      QVERIFY(plain.err.startsWith("vraagbaak-cli: "));
    }
    const auto away = cli("nobody", {"sign-in", "a@b.nl", "--server", "http://127.0.0.1:1"}, "wachtwoordje 12\n");
    QCOMPARE(away.code, 4);
    QCOMPARE(away.errorCode(), QStringLiteral("network"));
    QVERIFY(!away.object().value("signed_in").toBool(true));
  }

  void outboxByHand() {
    const auto queue = [&](const QString& text) {
      const auto queued = cli("bert", {"--offline", "answer", question_, "--body", text});
      return queued.text("state") == QLatin1String("queued") ? queued.text("outbox_id") : QString();
    };
    // Another title or text while it waits: still one entry, under its id.
    const auto asked = cli("bert", {"--offline", "ask", "--title", "Wie heeft een stappenplan?", "--category",
                                    "armoede", "--body", "Voor de intake."});
    const QString question = asked.text("outbox_id");
    QCOMPARE(cli("bert", {"--offline", "outbox", "edit", question, "--title", "Wie heeft een kort stappenplan?"}).code,
             0);
    const QString answer = queue(QStringLiteral("Kijk eerst naar de huur."));
    QCOMPARE(cli("bert", {"--offline", "outbox", "edit", answer}, "Kijk eerst naar de\nhuur en de zorg.\n").code, 0);
    auto entries = cli("bert", {"--offline", "outbox"}).list("entries");
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).toObject().value("title").toString(), QStringLiteral("Wie heeft een kort stappenplan?"));
    QCOMPARE(entries.at(0).toObject().value("text").toString(), QStringLiteral("Voor de intake."));
    QCOMPARE(entries.at(1).toObject().value("text").toString(), QStringLiteral("Kijk eerst naar de\nhuur en de zorg."));
    QCOMPARE(cli("bert", {"outbox", "edit", answer, "--title", "Een titel"}).errorCode(), QStringLiteral("usage"));
    QCOMPARE(cli("bert", {"outbox", "edit", answer, "--body", "BSN 111222333"}).code, 6);
    QVERIFY(world_.plain("bert", {"outbox"}).out.contains("huur en de zorg"));

    // Discarded in the app, which ended before that was final.
    QVERIFY(changeOutbox(QStringLiteral("bert"), QStringLiteral("withheld = 1")));
    QVERIFY(world_.plain("bert", {"outbox"}).out.contains("not sent: it was discarded"));
    QCOMPARE(cli("bert", {"--offline", "outbox", "retry", answer}).text("state"), QStringLiteral("queued"));
    entries = cli("bert", {"--offline", "outbox"}).list("entries");
    QCOMPARE(entries.at(0).toObject().value("withheld").toBool(), true);
    QCOMPARE(entries.at(1).toObject().value("withheld").toBool(), false);

    // Discarding says what goes, and its text; nothing is sent for it.
    const auto gone = world_.plain("bert", {"outbox", "discard", question});
    QCOMPARE(gone.code, 0);
    QVERIFY2(gone.out.contains("Discarded") && gone.out.contains("a question") && gone.out.contains("Voor de intake."),
             gone.out);
    const auto last = cli("bert", {"outbox", "discard", answer});
    QCOMPARE(last.text("state"), QStringLiteral("discarded"));
    QCOMPARE(last.object().value("entry").toObject().value("text").toString(),
             QStringLiteral("Kijk eerst naar de\nhuur en de zorg."));
    QCOMPARE(outbox("bert").size(), 0);
    const auto shown = cli("anna", {"show", question_}).object();
    QVERIFY(!QJsonDocument(shown).toJson().contains("zorg"));
  }

  // What the server refuses keeps its text, until it is right.
  void refusedTextIsKept() {
    const auto queued = cli("bert", {"--offline", "answer", question_, "--body", "Het gaat om NUMMER."});
    QVERIFY(changeOutbox(QStringLiteral("bert"), QStringLiteral("body = replace(body, ?, ?)"),
                         {QStringLiteral("NUMMER"), QStringLiteral("111222333")}));
    const auto retried = cli("bert", {"outbox", "retry", queued.text("outbox_id")});
    QCOMPARE(retried.code, 1);
    QCOMPARE(retried.text("state"), QStringLiteral("refused"));
    QCOMPARE(retried.errorCode(), QStringLiteral("personal_data"));
    const auto kept = outbox("bert").at(0).toObject();
    QCOMPARE(kept.value("state").toString(), QStringLiteral("refused"));
    QVERIFY(kept.value("text").toString().contains("111222333"));
    const auto again = cli("bert", {"outbox", "retry", kept.value("id").toString()});
    QCOMPARE(again.code, 1);
    const auto edited = cli("bert", {"outbox", "edit", again.text("outbox_id"), "--body", "Het gaat om een nummer."});
    QVERIFY2(edited.code == 0, edited.out + edited.err);
    QCOMPARE(edited.text("state"), QStringLiteral("received"));
    QCOMPARE(outbox("bert").size(), 0);
    QVERIFY(QJsonDocument(cli("anna", {"show", question_}).object()).toJson().contains("Het gaat om een nummer."));
  }

  void helpAndManPageNameEverything() {
    const QString help = QString::fromUtf8(runProgram(QStringLiteral("vraagbaak-cli"), {"--help"}).out);
    QFile file(QStringLiteral(VB_MAN_PAGE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString man = QString::fromUtf8(file.readAll()).replace(QLatin1String("\\-"), QLatin1String("-"));
    const auto options = matches(help, "--([a-z][a-z-]+)");
    QVERIFY(options.size() > 15);
    QCOMPARE(matches(man, "--([a-z][a-z-]+)"), options);
    const auto commands = matches(help.section(QStringLiteral("\nOptions of"), 0, 0), "^  ([a-z-]+(?: [a-z]+)?)");
    QCOMPARE(commands.size(), 40);
    QCOMPARE(matches(man.section(QStringLiteral(".SH COMMANDS"), 1).section(QStringLiteral(".SH "), 0, 0),
                     "^\\.TP\\n\\.B[IR]? \"?([a-z-]+(?: [a-z]+)?)"),
             commands);
    for (int code = 0; code <= 6; ++code) {
      QVERIFY(help.contains(QStringLiteral("\n  %1  ").arg(code)));
      QVERIFY(man.contains(QStringLiteral("\n.B %1\n").arg(code)));
    }
  }
};

QTEST_GUILESS_MAIN(CliPromisesTest)
#include "cli_promises_test.moc"

// Channels on the command line: joining, discussing, reading and searching without a server, and that nothing is left
// of a channel that one was removed from. Against the real vraagbaakd.
#include <QDirIterator>

#include "tests/client_sync/cli_world.h"

using vb::test::CliWorld;
using vb::test::Outcome;
using vb::test::runProgram;

class CliChannelsTest : public QObject {
  Q_OBJECT

  CliWorld world_;
  QString topic_;
  QString post_;
  static constexpr char kMarker[] = "kwetsbaarheidswijzer";  // in a text of the closed channel only

  Outcome cli(const QString& who, const QStringList& arguments) const { return world_.cli(who, arguments); }
  QByteArray operate(const QStringList& arguments) const {
    const auto done = runProgram(QStringLiteral("vraagbaakd"),
                                 QStringList{"channel"} + arguments + QStringList{"--data", world_.data()});
    return done.code == 0 ? QByteArray() : done.err;
  }
  static QString membership(const Outcome& listed, const QString& name) {
    for (const auto& one : listed.list("channels"))
      if (one.toObject().value("name").toString() == name) return one.toObject().value("membership").toString();
    return QStringLiteral("not listed");
  }
  QString idOf(const QString& who) const { return cli(who, {"status"}).text("user_id"); }
  QStringList filesWith(const QString& who, const QByteArray& word) const {
    QStringList found;
    QDirIterator files(world_.profile(who), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word)) found << file.fileName();
    }
    return found;
  }

 private Q_SLOTS:
  void initTestCase() {
    const auto problem = world_.begin();
    QVERIFY2(problem.isEmpty(), problem);
    for (const QStringList& made :
         {QStringList{"create", "--name", "Schuldhulp Noord", "--owner", "anna@gemeente.example", "--access", "closed"},
          QStringList{"create", "--name", "Open huis", "--owner", "anna@gemeente.example", "--access", "open"},
          QStringList{"add-member", "Schuldhulp Noord", "--email", "bert@gemeente.example"}}) {
      const auto wrong = operate(made);
      QVERIFY2(wrong.isEmpty(), wrong);
    }
    for (const char* name : {"anna", "bert", "carla"}) QCOMPARE(world_.signIn(QString::fromLatin1(name)).code, 0);
  }
  void cleanupTestCase() { world_.stopServer(); }

  void membersDiscuss() {
    const auto started = cli("anna", {"topic", "start", "schuldhulp", "--title", "Afspraken over de intake", "--body",
                                      QStringLiteral("Gebruik de %1.").arg(QLatin1String(kMarker))});
    QVERIFY2(started.code == 0 && started.text("state") == QLatin1String("received"), started.out + started.err);
    topic_ = started.text("id");

    const auto topics = cli("bert", {"topics", "schuldhulp noord"});
    QCOMPARE(topics.code, 0);
    QCOMPARE(topics.list("topics").size(), 1);
    QCOMPARE(topics.list("topics").first().toObject().value("id").toString(), topic_);

    const auto posted = cli("bert", {"post", topic_, "--body", "Wij gebruiken het draaiboek."});
    QVERIFY2(posted.code == 0 && posted.text("state") == QLatin1String("received"), posted.out + posted.err);
    post_ = posted.text("id");
    const auto shown = cli("anna", {"topic", "show", topic_});
    QCOMPARE(shown.list("post_list").size(), 1);
    QCOMPARE(shown.list("post_list").first().toObject().value("id").toString(), post_);
    const auto plain = world_.plain("anna", {"topic", "show", topic_});
    QVERIFY2(plain.out.contains(kMarker) && plain.out.contains(post_.toUtf8()), plain.out);
    QCOMPARE(cli("bert", {"post", topic_, "--body", "Bel 06-12345678 voor hulp."}).code, 6);
  }

  void aClosedChannelIsNotThereForOthers() {
    const auto listed = cli("carla", {"channels"});
    QCOMPARE(membership(listed, "Schuldhulp Noord"), QString("not listed"));
    QCOMPARE(membership(listed, "Open huis"), QString("unknown"));
    QCOMPARE(cli("carla", {"topics", "Schuldhulp Noord"}).code, 1);
    QCOMPARE(cli("carla", {"topic", "show", topic_}).code, 1);
  }

  void whoJoinsAnOpenChannelIsInIt() {
    const auto joined = cli("carla", {"channel", "join", "open huis"});
    QVERIFY2(joined.code == 0 && joined.text("state") == QLatin1String("received"), joined.out + joined.err);
    QCOMPARE(membership(cli("carla", {"channels"}), "Open huis"), QString("joined"));
    const auto started = cli("carla", {"topic", "start", "open huis", "--title", "Hallo", "--body", "Ik ben nieuw."});
    QVERIFY2(started.text("state") == QLatin1String("received"), started.out + started.err);
    QCOMPARE(cli("carla", {"channel", "leave", "open huis"}).text("state"), QString("received"));
    QCOMPARE(membership(cli("carla", {"channels"}), "Open huis"), QString("unknown"));
    QCOMPARE(cli("carla", {"topic", "show", started.text("id")}).code, 1);
  }

  void anInvitationByAddressIsRedeemedOnce() {
    const auto invited = cli("anna", {"channel", "invite", "schuldhulp", "carla@gemeente.example"});
    QVERIFY2(invited.code == 0 && !invited.text("code").isEmpty(), invited.out + invited.err);
    QCOMPARE(cli("bert", {"channel", "redeem", invited.text("code")}).text("state"), QString("refused"));
    const auto redeemed = cli("carla", {"channel", "redeem", invited.text("code")});
    QVERIFY2(redeemed.text("state") == QLatin1String("received"), redeemed.out + redeemed.err);
    QCOMPARE(membership(cli("carla", {"channels"}), "Schuldhulp Noord"), QString("joined"));
    QCOMPARE(cli("carla", {"topic", "show", topic_}).text("title"), QString("Afspraken over de intake"));
  }

  void withoutAServerItIsReadAndSearched() {
    QCOMPARE(cli("bert", {"sync"}).code, 0);
    world_.stopServer();
    const auto hits = cli("bert", {"search", kMarker}).list("hits");
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().toObject().value("kind").toString(), QString("topic"));
    QCOMPARE(hits.first().toObject().value("topic_id").toString(), topic_);
    const auto posts = cli("bert", {"search", "draaiboek"}).list("hits");
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first().toObject().value("kind").toString(), QString("post"));
    const auto plain = world_.plain("bert", {"search", "draaiboek"});
    QVERIFY2(plain.out.contains("Schuldhulp Noord") && plain.out.contains(topic_.toUtf8()), plain.out);
    QCOMPARE(cli("bert", {"topic", "show", topic_, "--offline"}).list("post_list").size(), 1);
    // What is written waits, and is seen as if it were there.
    const auto waits = cli("bert", {"post", topic_, "--body", "Nog een eigen aanvulling.", "--offline"});
    QCOMPARE(waits.text("state"), QString("queued"));
    QCOMPARE(cli("bert", {"topic", "show", topic_, "--offline"}).list("post_list").size(), 2);
    QVERIFY(world_.startServer());
  }

  // The app of the removed person was closed; what was never sent is still that person's own.
  void nothingIsLeftOfAChannelThatOneWasRemovedFrom() {
    QVERIFY(!filesWith("bert", kMarker).isEmpty());
    const auto removed = cli("anna", {"channel", "remove", "schuldhulp", idOf("bert")});
    QVERIFY2(removed.text("state") == QLatin1String("received"), removed.out + removed.err);
    QCOMPARE(cli("bert", {"sync"}).code, 0);
    const auto left = filesWith("bert", kMarker) + filesWith("bert", "afspraken over de intake");
    QVERIFY2(left.isEmpty(), left.join(", ").toUtf8());
    QCOMPARE(membership(cli("bert", {"channels"}), "Schuldhulp Noord"), QString("not listed"));
    QCOMPARE(cli("bert", {"search", "draaiboek"}).list("hits").size(), 0);
    const auto entries = cli("bert", {"outbox"}).list("entries");
    QStringList texts;
    for (const auto& one : entries) {
      QCOMPARE(one.toObject().value("state").toString(), QString("refused"));
      if (one.toObject().value("kind").toString() == QLatin1String("write_post"))
        texts << one.toObject().value("text").toString();
    }
    QCOMPARE(texts, QStringList{"Nog een eigen aanvulling."});
  }
};

QTEST_GUILESS_MAIN(CliChannelsTest)
#include "cli_channels_test.moc"

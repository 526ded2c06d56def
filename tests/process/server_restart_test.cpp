// What is lost when the server is killed or restarted: nothing that was acknowledged, and nothing happens twice.
#include <sys/resource.h>

#include <QSet>
#include <QTimer>

#include "shared/session/backoff.h"
#include "tests/process/server_process.h"

using namespace vb;
using namespace vb::test;

class ServerRestartTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void init();
  void F2_killedBetweenCommitAndAck();
  void F2_killedUnderLoad();
  void F16_restartUnderManyClients();
  void stoppingIsOrderly();
  void S5_aNewServerOnTheSameDataKeepsTheEpoch();

 private:
  // The questions in the category, by id; how many records each has.
  QHash<QString, int> questions();

  std::unique_ptr<ServerProcess> server_;
  QString category_;
};

void ServerRestartTest::initTestCase() {
  // A thousand peers are a thousand descriptors here too.
  rlimit limit{};
  QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
  limit.rlim_cur = limit.rlim_max;
  QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

void ServerRestartTest::init() {
  server_ = std::make_unique<ServerProcess>();
  server_->writeConfig(
      "[passwords]\noperations = 1\nmemory_bytes = 8192\n[limits]\nconnections_per_user = 1100\nanonymous_per_address "
      "= 2000\n");
  QVERIFY(!server_->addUser("anna@example.org").isEmpty());
  category_ = server_->addCategory("Schulden");
  QVERIFY2(server_->start(), server_->errors());
}

QHash<QString, int> ServerRestartTest::questions() {
  QHash<QString, int> found;
  Peer peer;
  if (!peer.greet(*server_, server_->signIn("anna@example.org"))) return found;
  qint64 after = 0;
  QString epoch;
  for (;;) {
    peer.send({{"type", "pull"}, {"scope", "category/" + category_}, {"epoch", epoch}, {"after", after}});
    const auto page = peer.await("page");
    for (const auto& record : page["records"].toArray()) ++found[record.toObject()["id"].toString()];
    if (!page["more"].toBool()) return found;
    after = page["to"].toInteger();
    epoch = page["epoch"].toString();
  }
}

void ServerRestartTest::F2_killedBetweenCommitAndAck() {
  const auto token = server_->signIn("anna@example.org");
  const auto id = newId();
  const auto body = questionBody(newId(), category_, "Komt dit aan?");
  const double commits = server_->metric("commit");
  {
    Peer peer;
    QVERIFY(peer.greet(*server_, token));
    peer.command(id, "ask_question", body);
    QVERIFY(peer.socket().flush());
    // The effect is on disk; the answer is read by nobody.
    QVERIFY(QTest::qWaitFor([&] { return server_->metric("commit") > commits; }, kPatience));
    peer.messages.clear();
    server_->kill9();
  }
  QVERIFY2(server_->start(), server_->errors());
  Peer again;
  QVERIFY(again.greet(*server_, token));
  again.command(id, "ask_question", body);
  const auto acked = again.ack(id);
  QCOMPARE(acked["status"].toString(), QString("applied"));
  QCOMPARE(questions(), (QHash<QString, int>{{body["question_id"].toString(), 1}}));
}

void ServerRestartTest::F2_killedUnderLoad() {
  const auto token = server_->signIn("anna@example.org");
  QHash<QString, QJsonObject> commands;
  QSet<QString> acked;
  {
    Peer peer;
    QVERIFY(peer.greet(*server_, token));
    for (int i = 0; i < 60; ++i) {
      const auto id = newId();
      commands[id] = questionBody(newId(), category_, "Vraag nummer " + QString::number(i));
      peer.command(id, "ask_question", commands[id]);
    }
    const auto first = peer.await("ack");
    acked.insert(first["id"].toString());
    server_->kill9();
    QVERIFY(QTest::qWaitFor([&] { return peer.isClosed; }, kPatience));
    for (const auto& message : peer.messages)
      if (message["type"].toString() == "ack") acked.insert(message["id"].toString());
  }
  QVERIFY2(server_->start(), server_->errors());
  const auto kept = questions();
  for (const auto& id : acked) QVERIFY2(kept.contains(commands[id]["question_id"].toString()), "acknowledged and gone");
  Peer again;
  QVERIFY(again.greet(*server_, token));
  for (auto one = commands.cbegin(); one != commands.cend(); ++one)
    again.command(one.key(), "ask_question", one.value());
  for (auto one = commands.cbegin(); one != commands.cend(); ++one)
    QCOMPARE(again.ack(one.key())["status"].toString(), QString("applied"));
  const auto all = questions();
  QCOMPARE(all.size(), commands.size());
  for (const int count : all) QCOMPARE(count, 1);
}

void ServerRestartTest::F16_restartUnderManyClients() {
  constexpr std::size_t kClients = 1'000;
  constexpr std::size_t kWriters = 40;
  constexpr int kFaster = 5;  // they come back in a fifth of the time
  const auto token = server_->signIn("anna@example.org");
  std::vector<std::unique_ptr<Peer>> peers(kClients);
  const auto connectAgain = [&](std::size_t i) {
    peers[i] = std::make_unique<Peer>();
    peers[i]->begin(*server_, token);
  };
  const auto all = [&](const std::function<bool(Peer&)>& fits) {
    return QTest::qWaitFor(
        [&] { return std::all_of(peers.begin(), peers.end(), [&](auto& one) { return one && fits(*one); }); },
        kPatience);
  };
  const auto subscribe = [&](Peer& one) {
    one.send({{"type", "hello"}, {"version", 1}});
    one.send({{"type", "subscribe"}, {"scope", "category/" + category_}});
  };
  for (std::size_t i = 0; i < kClients; ++i) connectAgain(i);
  QVERIFY(all([](Peer& one) { return one.isOpen; }));
  for (auto& one : peers) subscribe(*one);
  for (auto& one : peers) QVERIFY(!one->await("subscribed").isEmpty());
  // Some write while it stops.
  std::vector<std::pair<QString, QJsonObject>> commands;
  for (std::size_t i = 0; i < kWriters; ++i) {
    commands.emplace_back(newId(), questionBody(newId(), category_, "Vraag nummer " + QString::number(i)));
    peers[i]->command(commands[i].first, "ask_question", commands[i].second);
    QVERIFY(peers[i]->socket().flush());
  }
  QCOMPARE(server_->stop(), 0);
  QVERIFY(all([](Peer& one) { return one.isClosed; }));

  const auto random = createSystemRandom();
  QSet<QString> acked;
  QSet<qint64> delays;
  std::vector<Milliseconds> waits;
  for (auto& one : peers) {
    const auto bye = one->await("bye");
    QCOMPARE(bye["code"].toString(), QString("unavailable"));
    const auto told = Milliseconds(bye["retry_after_ms"].toInteger());
    QVERIFY(told <= Milliseconds(10'000));
    QCOMPARE(static_cast<int>(one->socket().closeCode()), 1001);
    waits.push_back(session::Backoff(*random).next(told));
    delays.insert(waits.back().count());
    for (const auto& message : one->messages)
      if (message["type"].toString() == "ack") acked.insert(message["id"].toString());
  }
  QVERIFY2(delays.size() > static_cast<qsizetype>(kClients / 2), "they would come back together");

  QVERIFY2(server_->start(), server_->errors());
  for (auto& one : peers) one.reset();
  for (std::size_t i = 0; i < kClients; ++i)
    QTimer::singleShot(waits[i] / kFaster, this, [&connectAgain, i] { connectAgain(i); });
  QVERIFY(all([](Peer& one) { return one.isOpen; }));
  for (auto& one : peers) subscribe(*one);
  for (auto& one : peers) QVERIFY(!one->await("subscribed").isEmpty());
  const auto kept = questions();
  for (const auto& [id, body] : commands)
    if (acked.contains(id)) QVERIFY2(kept.contains(body["question_id"].toString()), "acknowledged and gone");
  for (std::size_t i = 0; i < kWriters; ++i) {
    peers[i]->command(commands[i].first, "ask_question", commands[i].second);
    QCOMPARE(peers[i]->ack(commands[i].first)["status"].toString(), QString("applied"));
  }
  QCOMPARE(questions().size(), static_cast<qsizetype>(kWriters));
  QCOMPARE(server_->metric("connections_synced"), static_cast<double>(kClients));
}

void ServerRestartTest::stoppingIsOrderly() {
  Peer peer;
  QVERIFY(peer.greet(*server_, server_->signIn("anna@example.org")));
  const auto id = newId();
  peer.command(id, "ask_question", questionBody(newId(), category_, "Nog net op tijd"));
  QVERIFY(!peer.ack(id).isEmpty());
  QCOMPARE(server_->stop(), 0);
  QCOMPARE(peer.closeStatus(), 1001);
  QVERIFY(server_->errors().contains("\"event\":\"stopped\""));
  QVERIFY2(server_->start(), server_->errors());
  server_->signal(SIGINT);
  QCOMPARE(server_->ended(), 0);
}

void ServerRestartTest::S5_aNewServerOnTheSameDataKeepsTheEpoch() {
  const auto token = server_->signIn("anna@example.org");
  QStringList epochs;
  for (int i = 0; i < 2; ++i) {
    Peer peer;
    QVERIFY(peer.connectTo(*server_, token));
    peer.send({{"type", "hello"}, {"version", 1}});
    epochs.append(peer.await("welcome")["epoch"].toString());
    QCOMPARE(server_->stop(), 0);
    QVERIFY2(server_->start(), server_->errors());
  }
  QVERIFY(!epochs[0].isEmpty());
  QCOMPARE(epochs[0], epochs[1]);
}

QTEST_GUILESS_MAIN(ServerRestartTest)
#include "server_restart_test.moc"

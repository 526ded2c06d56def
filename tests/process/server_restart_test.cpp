// What is lost when the server is killed or restarted: nothing that was acknowledged, and nothing happens twice.
#include <QSet>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerRestartTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
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

void ServerRestartTest::init() {
  server_ = std::make_unique<ServerProcess>();
  server_->writeConfig("[passwords]\noperations = 1\nmemory_bytes = 8192\n[limits]\nconnections_per_user = 1000\n");
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
  constexpr int kClients = 300;
  const auto token = server_->signIn("anna@example.org");
  std::vector<std::unique_ptr<Peer>> peers;
  for (int i = 0; i < kClients; ++i) {
    peers.push_back(std::make_unique<Peer>());
    peers.back()->begin(*server_, token);
  }
  const auto all = [&](const std::function<bool(Peer&)>& fits) {
    return QTest::qWaitFor(
        [&] { return std::all_of(peers.begin(), peers.end(), [&](auto& one) { return fits(*one); }); }, kPatience);
  };
  QVERIFY(all([](Peer& one) { return one.isOpen; }));
  for (auto& one : peers) {
    one->send({{"type", "hello"}, {"version", 1}});
    one->send({{"type", "subscribe"}, {"scope", "category/" + category_}});
  }
  for (auto& one : peers) QVERIFY(!one->await("subscribed").isEmpty());
  // Some write while it stops.
  QHash<QString, QJsonObject> commands;
  for (int i = 0; i < 40; ++i) {
    const auto id = newId();
    commands[id] = questionBody(newId(), category_, "Vraag nummer " + QString::number(i));
    peers[static_cast<std::size_t>(i)]->command(id, "ask_question", commands[id]);
    QVERIFY(peers[static_cast<std::size_t>(i)]->socket().flush());
  }
  QCOMPARE(server_->stop(), 0);
  QVERIFY(all([](Peer& one) { return one.isClosed; }));

  QSet<int> delays;
  QSet<QString> acked;
  for (auto& one : peers) {
    const auto bye = one->await("bye");
    QCOMPARE(bye["code"].toString(), QString("unavailable"));
    QVERIFY(bye["retry_after_ms"].toInt() <= 10'000);
    delays.insert(bye["retry_after_ms"].toInt());
    QCOMPARE(static_cast<int>(one->socket().closeCode()), 1001);
    for (const auto& message : one->messages)
      if (message["type"].toString() == "ack") acked.insert(message["id"].toString());
  }
  QVERIFY2(delays.size() > kClients / 2, "they would come back together");

  QVERIFY2(server_->start(), server_->errors());
  const auto kept = questions();
  for (const auto& id : acked) QVERIFY2(kept.contains(commands[id]["question_id"].toString()), "acknowledged and gone");
  Peer again;
  QVERIFY(again.greet(*server_, token));
  for (auto one = commands.cbegin(); one != commands.cend(); ++one) {
    again.command(one.key(), "ask_question", one.value());
    QCOMPARE(again.ack(one.key())["status"].toString(), QString("applied"));
  }
  QCOMPARE(questions().size(), commands.size());
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

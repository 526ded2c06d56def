// The first promise over real sockets: sign in, ask, the question reaches another; and what ends a conversation.
#include <sqlite3.h>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerConversationTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void aQuestionReachesAnotherAndComesBackAnswered();
  void onesOwnChangeComesBeforeItsAck();
  void theSameCommandHasOneEffect();
  void A9_otherPeoplesScopesDoNotExist();
  void A23_signingOutClosesTheSocket();
  void A23_aNewPasswordClosesTheOthers();
  void connectionsOfAUserAreLimited();
  void unknownTypesAreAnswered();
  void reachIsAnswered();
  void A23_aTokenThatEndedWithoutAWordIsFound();

 private:
  ServerProcess server_;
  QString category_;
  QString anna_;
  QString bram_;
};

void ServerConversationTest::initTestCase() {
  server_.writeConfig(
      "registration = true\n[passwords]\noperations = 1\nmemory_bytes = 8192\n[limits]\nconnections_per_user = 4\n");
  anna_ = server_.addUser("anna@example.org");
  bram_ = server_.addUser("bram@example.org");
  category_ = server_.addCategory("Schulden");
  QVERIFY2(server_.start(), server_.errors());
}

void ServerConversationTest::aQuestionReachesAnotherAndComesBackAnswered() {
  const QString scope = "category/" + category_;
  Peer anna, bram;
  QVERIFY(anna.greet(server_, server_.signIn("anna@example.org")));
  QVERIFY(bram.greet(server_, server_.signIn("bram@example.org")));
  const auto ticked = newId();
  bram.command(ticked, "set_expertise", {{"category_id", category_}, {"on", true}});
  QCOMPARE(bram.ack(ticked)["status"].toString(), QString("applied"));
  for (auto* peer : {&anna, &bram}) {
    peer->send({{"type", "subscribe"}, {"scope", scope}});
    QVERIFY(!peer->await("subscribed").isEmpty());
  }

  const auto question = newId(), asking = newId();
  anna.command(asking, "ask_question", questionBody(question, category_, "Hoe werkt beslagvrije voet?"));
  const auto acked = anna.ack(asking);
  QCOMPARE(acked["status"].toString(), QString("applied"));
  QCOMPARE(acked["routed_to"].toInt(-1), 1);
  const auto pushed = bram.await("change")["records"].toArray().at(0).toObject();
  QCOMPARE(pushed["id"].toString(), question);

  const auto answering = newId();
  bram.command(answering, "post_answer",
               {{"answer_id", newId()},
                {"question_id", question},
                {"home_category_id", category_},
                {"body", "Kijk in artikel 475d."}});
  QCOMPARE(bram.ack(answering)["status"].toString(), QString("applied"));
  const auto isAnswer = [](const QJsonObject& change) {
    return change["records"].toArray().at(0).toObject()["kind"].toString() == "answer";
  };
  QVERIFY(!anna.await("change", isAnswer).isEmpty());

  // Without any push the same state: the answer to a pull.
  anna.send({{"type", "pull"}, {"scope", scope}});
  const auto page = anna.await("page");
  QStringList kinds;
  for (const auto& record : page["records"].toArray()) kinds.append(record.toObject()["kind"].toString());
  QVERIFY(kinds.contains("question") && kinds.contains("answer"));
  QCOMPARE(page["more"].toBool(true), false);
}

void ServerConversationTest::onesOwnChangeComesBeforeItsAck() {  // PROTOCOL.md says so
  Peer anna;
  QVERIFY(anna.greet(server_, server_.signIn("anna@example.org")));
  anna.send({{"type", "subscribe"}, {"scope", "category/" + category_}});
  QVERIFY(!anna.await("subscribed").isEmpty());
  for (int i = 0; i < 20; ++i) {
    anna.command(newId(), "ask_question", questionBody(newId(), category_, "Wat komt het eerst?"));
    QVERIFY(QTest::qWaitFor([&] { return anna.messages.size() >= 2; }, kPatience));
    QCOMPARE(anna.messages.takeFirst()["type"].toString(), QString("change"));
    QCOMPARE(anna.messages.takeFirst()["type"].toString(), QString("ack"));
  }
}

void ServerConversationTest::theSameCommandHasOneEffect() {
  Peer anna;
  QVERIFY(anna.greet(server_, server_.signIn("anna@example.org")));
  const auto asking = newId();
  const auto body = questionBody(newId(), category_, "Twee keer gestuurd");
  anna.command(asking, "ask_question", body);
  const auto first = anna.ack(asking);
  anna.command(asking, "ask_question", body);
  QCOMPARE(anna.ack(asking), first);
  anna.command(asking, "ask_question", questionBody(newId(), category_, "Iets anders"));
  QCOMPARE(anna.ack(asking)["code"].toString(), QString("id_reused"));
}

void ServerConversationTest::A9_otherPeoplesScopesDoNotExist() {
  Peer anna;
  QVERIFY(anna.greet(server_, server_.signIn("anna@example.org")));
  QStringList answers;
  for (const auto& scope : {"user/" + bram_, "user/" + newId()}) {
    anna.send({{"type", "subscribe"}, {"scope", scope}});
    auto failed = anna.await("failed");
    QCOMPARE(failed["code"].toString(), QString("not_found"));
    answers.append(toText(failed).replace(scope.toUtf8(), "SCOPE"));
  }
  QCOMPARE(answers[0], answers[1]);
}

void ServerConversationTest::A23_signingOutClosesTheSocket() {
  const auto token = server_.signIn("anna@example.org");
  Peer one, other;
  QVERIFY(one.greet(server_, token));
  QVERIFY(other.greet(server_, server_.signIn("anna@example.org")));
  QCOMPARE(server_.http("DELETE", "/v1/session", {}, token).status, 200);
  QCOMPARE(one.await("bye")["code"].toString(), QString("unauthorized"));
  QCOMPARE(one.closeStatus(), 1008);
  QVERIFY(!other.isClosed);
  Peer again;
  QVERIFY(!again.connectTo(server_, token));
}

void ServerConversationTest::A23_aNewPasswordClosesTheOthers() {
  QVERIFY(server_
              .http("POST", "/v1/account",
                    toText({{"email", "cor@example.org"},
                            {"password", "een lang wachtwoord"},
                            {"profile", QJsonObject{{"name", "Cor"}, {"role", "policy"}}}}))
              .status == 201);
  const auto token = server_.signIn("cor@example.org");
  Peer here, there;
  QVERIFY(here.greet(server_, token));
  QVERIFY(there.greet(server_, server_.signIn("cor@example.org")));
  QCOMPARE(server_
               .http("POST", "/v1/password", toText({{"old", "een lang wachtwoord"}, {"new", "een ander wachtwoord"}}),
                     token)
               .status,
           200);
  QCOMPARE(there.closeStatus(), 1008);
  here.send({{"type", "pull"}, {"scope", "directory"}});
  QVERIFY(!here.await("page").isEmpty());
}

void ServerConversationTest::connectionsOfAUserAreLimited() {
  const auto token = server_.signIn("bram@example.org");
  std::vector<std::unique_ptr<Peer>> peers;
  for (int i = 0; i < 4; ++i) {
    peers.push_back(std::make_unique<Peer>());
    QVERIFY(peers.back()->greet(server_, token));
  }
  Peer tooMany;
  QVERIFY(!tooMany.connectTo(server_, token));
  QVERIFY(!peers[0]->isClosed);
}

void ServerConversationTest::unknownTypesAreAnswered() {
  Peer anna;
  QVERIFY(anna.greet(server_, server_.signIn("anna@example.org")));
  anna.send({{"type", "dance"}});
  const auto failed = anna.await("failed");
  QCOMPARE(failed["code"].toString(), QString("unsupported"));
  QCOMPARE(failed["request"].toString(), QString("dance"));
  anna.send({{"type", "pull"}, {"scope", "directory"}});
  QVERIFY(!anna.await("page").isEmpty());
}

void ServerConversationTest::reachIsAnswered() {
  Peer anna;
  QVERIFY(anna.greet(server_, server_.signIn("anna@example.org")));
  anna.send({{"type", "reach"}, {"re", 7}, {"category_ids", QJsonArray{category_}}});
  const auto reply = anna.await("reach_reply");
  QCOMPARE(reply["re"].toInt(), 7);
  QCOMPARE(reply["total"].toInt(-1), 1);
}

void ServerConversationTest::A23_aTokenThatEndedWithoutAWordIsFound() {
  ServerProcess server;
  server.writeConfig("[passwords]\noperations = 1\nmemory_bytes = 8192\n[keep]\nrecheck_seconds = 1\n");
  QVERIFY(!server.addUser("anna@example.org").isEmpty() && !server.addUser("bram@example.org").isEmpty());
  QVERIFY2(server.start(), server.errors());
  Peer anna, bram;
  QVERIFY(anna.greet(server, server.signIn("anna@example.org")));
  QVERIFY(bram.greet(server, server.signIn("bram@example.org")));
  // Behind the server's back, so that nothing but looking again can tell it.
  sqlite3* database = nullptr;
  QCOMPARE(sqlite3_open(qPrintable(server.data() + "/vraagbaak.db"), &database), SQLITE_OK);
  sqlite3_busy_timeout(database, kPatience);
  QCOMPARE(sqlite3_exec(database,
                        "DELETE FROM token WHERE user = (SELECT user FROM account WHERE email = 'anna@example.org')",
                        nullptr, nullptr, nullptr),
           SQLITE_OK);
  sqlite3_close(database);
  QCOMPARE(anna.await("bye")["code"].toString(), QString("unauthorized"));
  QCOMPARE(anna.closeStatus(), 1008);
  QVERIFY(!bram.isClosed);
}

QTEST_GUILESS_MAIN(ServerConversationTest)
#include "server_conversation_test.moc"

// ClientSession, without I/O: what it asks and what it believes.
#include "shared/session/client_session.h"

#include <QTest>

#include "shared/protocol/codec.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::session;

namespace {

const UserId kMe = UserId::named("me");
const CategoryId kDebts = CategoryId::named("debts");
const Scope kOwn = Scope::user(kMe);
const Scope kDebtsScope = Scope::category(kDebts);

Record record(const std::string& id, Seq seq) { return Record{"question", id, seq, false, R"({"title":"t"})"}; }

std::string welcome(std::string epoch = "e1", std::string server = "s1") {
  protocol::Welcome message;
  message.serverId = std::move(server);
  message.epoch = std::move(epoch);
  message.userId = kMe;
  message.commandsInFlightMax = 2;
  return protocol::encode(protocol::ServerMessage(message));
}

std::string page(const Scope& scope, Seq after, Seq to, Seq head, std::vector<Record> records = {},
                 std::string epoch = "e1") {
  return protocol::encode(protocol::ServerMessage(
      protocol::Page{scope.text(), std::move(epoch), 0, after, to, head, to < head, std::move(records)}));
}

std::string pageBack(const Scope& scope, Seq before, Seq from, Seq head, std::vector<Record> records = {}) {
  return protocol::encode(
      protocol::ServerMessage(protocol::PageBack{scope.text(), "e1", 0, before, from, head, std::move(records)}));
}

std::string push(const Scope& scope, Seq prev, Seq to, std::vector<Record> records) {
  return protocol::encode(protocol::ServerMessage(protocol::Change{scope.text(), "e1", prev, to, std::move(records)}));
}

template <class Action>
std::vector<Action> only(const ClientActions& actions) {
  std::vector<Action> found;
  for (const auto& action : actions)
    if (const auto* one = std::get_if<Action>(&action)) found.push_back(*one);
  return found;
}

// Everything sent, decoded.
std::vector<protocol::ClientMessage> sent(const ClientActions& actions) {
  std::vector<protocol::ClientMessage> all;
  for (const auto& frame : only<SendFrame>(actions)) {
    auto decoded = protocol::decodeClientFrame(frame.text);
    for (auto& message : *decoded) all.push_back(std::move(message));
  }
  return all;
}

template <class Message>
std::vector<Message> sentOnly(const ClientActions& actions) {
  std::vector<Message> found;
  for (auto& message : sent(actions))
    if (auto* one = std::get_if<Message>(&message)) found.push_back(std::move(*one));
  return found;
}

// A session whose user scope is current and whose category is held up to `high`.
ClientSession ready(Seq high = 10) {
  ClientSession session({"test", "s1", kMe});
  (void)session.wish({{kDebtsScope, Cursor{"e1", 0, 1, high}}, {kOwn, Cursor{"e1", 0, 1, 3}}});
  (void)session.connected();
  (void)session.received(welcome());
  (void)session.received(page(kOwn, 3, 3, 3));
  (void)session.received(page(kDebtsScope, high, high, high));
  return session;
}

}  // namespace

class ClientSessionTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysOnlyHelloBeforeTheWelcome() {
    ClientSession session({"test", "", {}});
    QVERIFY(session.wish({{kOwn, {}}}).empty());
    const auto out = session.connected();
    QCOMPARE(sent(out).size(), 1u);
    QCOMPARE(sentOnly<protocol::Hello>(out).size(), 1u);
  }

  void asksForTheOwnScopeFirst() {  // S8
    ClientSession session({"test", "", {}});
    (void)session.wish({{Scope::directory(), {}}, {kDebtsScope, {}}, {kOwn, {}}});
    (void)session.offer({{CommandId::named("c"), "set_expertise", "{}"}});
    (void)session.connected();
    auto out = session.received(welcome());
    for (const auto& request : sentOnly<protocol::PullBack>(out)) QCOMPARE(request.scope, kOwn.text());
    QVERIFY(sentOnly<protocol::Command>(out).empty());
    out = session.received(pageBack(kOwn, 0, 1, 4));
    QCOMPARE(sentOnly<protocol::PullBack>(out).size(), 2u);
    QCOMPARE(sentOnly<protocol::Command>(out).size(), 1u);
  }

  void anotherServerOrUserIsRefused() {  // C7
    ClientSession otherServer({"test", "s1", kMe});
    (void)otherServer.connected();
    QCOMPARE(only<Disconnect>(otherServer.received(welcome("e1", "s2"))).size(), 1u);
    ClientSession otherUser({"test", "s1", UserId::named("you")});
    (void)otherUser.connected();
    QCOMPARE(only<Disconnect>(otherUser.received(welcome())).size(), 1u);
  }

  void firstSyncGoesBackwards() {
    ClientSession session({"test", "", {}});
    (void)session.wish({{kDebtsScope, {}}});
    (void)session.connected();
    (void)session.received(welcome());
    auto out = session.received(pageBack(kDebtsScope, 0, 61, 100, {record("a", 100), record("b", 61)}));
    QCOMPARE(only<ApplyRecords>(out).at(0).cursor, (Cursor{"e1", 0, 61, 100}));
    QCOMPARE(only<ScopeCurrent>(out).size(), 1u);
    QCOMPARE(sentOnly<protocol::PullBack>(out).at(0).before, 61);
    QVERIFY(only<Settled>(out).empty());
    // A delta runs beside it.
    out = session.received(push(kDebtsScope, 100, 101, {record("c", 101)}));
    QCOMPARE(only<ApplyRecords>(out).at(0).cursor, (Cursor{"e1", 0, 61, 101}));
    out = session.received(pageBack(kDebtsScope, 61, 1, 101, {record("d", 5)}));
    QCOMPARE(only<ApplyRecords>(out).at(0).cursor, (Cursor{"e1", 0, 1, 101}));
    QCOMPARE(only<Settled>(out).size(), 1u);
  }

  void stopsAtTheHorizon() {
    ClientSession session({"test", "", {}});
    (void)session.wish({{kDebtsScope, {}, true, false}});
    (void)session.connected();
    (void)session.received(welcome());
    const auto out = session.received(pageBack(kDebtsScope, 0, 61, 100));
    QVERIFY(sentOnly<protocol::PullBack>(out).empty());
    QCOMPARE(only<Settled>(out).size(), 1u);
  }

  void theNextPageTravelsWhileThisOneIsStored() {
    ClientSession session({"test", "s1", kMe});
    (void)session.wish({{kDebtsScope, Cursor{"e1", 0, 1, 0}}});
    (void)session.connected();
    (void)session.received(welcome());
    const auto out = session.received(page(kDebtsScope, 0, 50, 90, {record("a", 50)}));
    QVERIFY(std::holds_alternative<SendFrame>(out.front()));
    QCOMPARE(sentOnly<protocol::Pull>(out).at(0).after, 50);
  }

  void aPushWithAGapLeadsToAPull() {  // S7
    auto session = ready(10);
    auto out = session.received(push(kDebtsScope, 11, 12, {record("b", 12)}));
    QVERIFY(only<ApplyRecords>(out).empty());
    QCOMPARE(sentOnly<protocol::Pull>(out).at(0).after, 10);
    out = session.received(page(kDebtsScope, 10, 12, 12, {record("a", 11), record("b", 12)}));
    QCOMPARE(only<ApplyRecords>(out).at(0).cursor.high, 12);
  }

  void doubledAndLatePushesChangeNothing() {  // F11
    auto session = ready(10);
    QCOMPARE(only<ApplyRecords>(session.received(push(kDebtsScope, 10, 11, {record("a", 11)}))).size(), 1u);
    QVERIFY(only<ApplyRecords>(session.received(push(kDebtsScope, 10, 11, {record("a", 11)}))).empty());
    QVERIFY(only<ApplyRecords>(session.received(page(kDebtsScope, 8, 10, 10, {record("z", 9)}))).empty());
  }

  void aLostPushIsFoundAtTheNextOne() {  // F12
    auto session = ready(10);
    const auto out = session.received(push(kDebtsScope, 14, 15, {record("x", 15)}));
    QCOMPARE(sentOnly<protocol::Pull>(out).size(), 1u);
  }

  void resyncBuildsAsideAndSwaps() {  // C3, F22
    ClientSession session({"test", "s1", kMe});
    (void)session.wish({{kDebtsScope, Cursor{"e0", 0, 1, 99}}});
    (void)session.connected();
    (void)session.received(welcome());
    auto out = session.received(
        protocol::encode(protocol::ServerMessage(protocol::Resync{kDebtsScope.text(), "e1", 0, 0, 40, "epoch"})));
    QCOMPARE(only<BeginRebuild>(out).size(), 1u);
    QCOMPARE(sentOnly<protocol::Pull>(out).at(0).after, 0);
    out = session.received(page(kDebtsScope, 0, 20, 40, {record("a", 20)}));
    QVERIFY(only<ApplyRecords>(out).empty());
    QCOMPARE(only<StageRecords>(out).size(), 1u);
    QVERIFY(only<FinishRebuild>(out).empty());
    out = session.received(page(kDebtsScope, 20, 40, 40, {record("b", 40)}));
    QCOMPARE(only<FinishRebuild>(out).at(0).cursor, (Cursor{"e1", 0, 1, 40}));
    QVERIFY(session.isCurrent(kDebtsScope));
  }

  void aLateResyncIsNoReasonToThrowAway() {
    auto session = ready(10);
    const auto out = session.received(
        protocol::encode(protocol::ServerMessage(protocol::Resync{kDebtsScope.text(), "e1", 0, 0, 40, "floor"})));
    QVERIFY(out.empty());
  }

  void unansweredCommandsGoAgainUnderTheSameId() {  // F13
    auto session = ready();
    const auto id = CommandId::named("c1");
    QCOMPARE(sentOnly<protocol::Command>(session.offer({{id, "set_expertise", R"({"on":true})"}})).at(0).id, id);
    session.disconnected();
    (void)session.connected();
    (void)session.received(welcome());
    const auto out = session.received(page(kOwn, 3, 3, 3));
    QCOMPARE(sentOnly<protocol::Command>(out).at(0).id, id);
    protocol::Ack ack;
    ack.id = id;
    ack.status = protocol::AckStatus::applied;
    const auto text = protocol::encode(protocol::ServerMessage(ack));
    QCOMPARE(only<CommandAnswered>(session.received(text)).size(), 1u);
    QVERIFY(only<CommandAnswered>(session.received(text)).empty());
  }

  void keepsTheOrderAndTheLimitOfCommands() {
    auto session = ready();
    const auto a = CommandId::named("a"), b = CommandId::named("b"), c = CommandId::named("c");
    const auto out = session.offer({{a, "k", "{}"}, {b, "k", "{}"}, {c, "k", "{}"}, {a, "k", "{}"}});
    const auto first = sentOnly<protocol::Command>(out);
    QCOMPARE(first.size(), 2u);
    QCOMPARE(first[0].id, a);
    QCOMPARE(first[1].id, b);
    QVERIFY(session.withdraw(c));
    QVERIFY(!session.withdraw(a));
  }

  void aStalledScopeWaitsForRefresh() {  // F5
    auto session = ready(10);
    session.stalled(kDebtsScope, Cursor{"e1", 0, 1, 7});
    QVERIFY(only<ApplyRecords>(session.received(push(kDebtsScope, 10, 11, {record("a", 11)}))).empty());
    const auto out = session.refresh(kDebtsScope);
    QCOMPARE(sentOnly<protocol::Pull>(out).at(0).after, 7);
  }

  void anUnreadableScopeIsReported() {
    ClientSession session({"test", "s1", kMe});
    (void)session.wish({{kDebtsScope, {}}});
    (void)session.connected();
    (void)session.received(welcome());
    protocol::Failed failed;
    failed.request = "pull_back";
    failed.scope = kDebtsScope.text();
    failed.code = "not_found";
    const auto out = session.received(protocol::encode(protocol::ServerMessage(failed)));
    QCOMPARE(only<ScopeRefused>(out).size(), 1u);
    QVERIFY(sent(out).empty());
    // Not by itself; only when access may have been given since, and then from the beginning.
    QVERIFY(sent(session.refresh(kDebtsScope)).empty());
    const auto again = session.askAgain(kDebtsScope);
    QCOMPARE(sentOnly<protocol::Subscribe>(again).size(), 1u);
    QCOMPARE(sentOnly<protocol::PullBack>(again).size(), 1u);
  }

  void anotherEpochWhileLiveLeadsToResync() {  // F25
    auto session = ready(10);
    const auto out = session.received(protocol::encode(
        protocol::ServerMessage(protocol::Change{kDebtsScope.text(), "e2", 10, 11, {record("a", 11)}})));
    QVERIFY(only<ApplyRecords>(out).empty());
    QCOMPARE(sentOnly<protocol::Pull>(out).at(0).epoch, std::string("e1"));
  }

  void leavingAndComingBackToLive() {
    auto session = ready(10);
    const Cursor held{"e1", 0, 1, 10}, own{"e1", 0, 1, 3};
    QCOMPARE(sentOnly<protocol::Unsubscribe>(session.wish({{kOwn, own}, {kDebtsScope, held, false}})).size(), 1u);
    const auto out = session.wish({{kOwn, own}, {kDebtsScope, held, true}});
    QCOMPARE(sentOnly<protocol::Subscribe>(out).size(), 1u);
    QCOMPARE(sentOnly<protocol::Pull>(out).size(), 1u);
    QCOMPARE(sentOnly<protocol::Unsubscribe>(session.wish({{kOwn, own}})).size(), 1u);
  }

  void garbageEndsTheConnection() {  // A8
    auto session = ready();
    QCOMPARE(only<Disconnect>(session.received("<html>")).size(), 1u);
    QCOMPARE(only<Disconnect>(session.received(R"({"type":"page","records":3})")).size(), 1u);
    QVERIFY(session.received(R"({"type":"of_a_newer_server","x":1})").empty());
  }
};

QTEST_APPLESS_MAIN(ClientSessionTest)
#include "client_session_test.moc"

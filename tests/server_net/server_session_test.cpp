// ServerSession, without I/O: the order of a conversation and its limits.
#include "shared/session/server_session.h"

#include <algorithm>
#include <cctype>

#include <QTest>

#include "shared/base/limits.h"
#include "shared/protocol/codec.h"
#include "shared/session/tuning.h"

using namespace vb;
using namespace vb::session;

namespace {

const std::string kHello = R"({"type":"hello","version":1,"client":"test"})";

std::string scopeText(int number) { return Scope::category(CategoryId::named("c" + std::to_string(number))).text(); }
std::string subscribe(const std::string& scope) { return R"({"type":"subscribe","scope":")" + scope + "\"}"; }
std::string command(int number) {
  return R"({"type":"command","id":")" + CommandId::named("q" + std::to_string(number)).text() +
         R"(","kind":"set_mark","body":{}})";
}

ServerSession greeted() {
  ServerSession session;
  (void)session.received(kHello);
  return session;
}

template <class Action>
const Action* only(const ServerActions& actions) {
  return actions.size() == 1 ? std::get_if<Action>(&actions[0]) : nullptr;
}

// The status of the close that ends these actions, 0 when they end otherwise; a failed with this code comes before it.
int closedWith(const ServerActions& actions, ErrorCode code) {
  if (actions.size() < 2) return 0;
  const auto* reply = std::get_if<Reply>(&actions[actions.size() - 2]);
  const auto* close = std::get_if<CloseConnection>(&actions.back());
  if (reply == nullptr || close == nullptr || close->code != code) return 0;
  const auto* failed = std::get_if<protocol::Failed>(&reply->message);
  return failed != nullptr && failed->code == errorName(code) ? close->status : 0;
}

}  // namespace

class ServerSessionTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void greetsOnce();
  void nothingBeforeHello_data();
  void nothingBeforeHello();
  void anotherVersionIsRefused();
  void everyRequestBecomesItsAction();
  void unknownTypesAreAnsweredAndTheRestOfTheFrameStands();
  void A8_hostileTextEndsTheConversation_data();
  void A8_hostileTextEndsTheConversation();
  void nothingAfterAClose();
  void commandsInFlightAreLimited();
  void subscriptionsAreLimited();
  void aScopeIsOneScopeHoweverItIsWritten();
  void messagesOfAFrameAreLimited();
};

void ServerSessionTest::greetsOnce() {
  ServerSession session;
  QVERIFY(!session.greeted());
  const auto actions = session.received(kHello);
  QVERIFY(only<Greet>(actions));
  QCOMPARE(only<Greet>(actions)->hello.client, std::string("test"));
  QVERIFY(session.greeted());
  QCOMPARE(closedWith(session.received(kHello), ErrorCode::badMessage), 1002);
}

void ServerSessionTest::nothingBeforeHello_data() {
  QTest::addColumn<QByteArray>("frame");
  QTest::newRow("pull") << QByteArray(R"({"type":"pull","scope":"directory"})");
  QTest::newRow("unknown type") << QByteArray(R"({"type":"dance"})");
  QTest::newRow("command before hello in one frame") << QByteArray::fromStdString(command(1) + "\n" + kHello);
}
void ServerSessionTest::nothingBeforeHello() {
  QFETCH(QByteArray, frame);
  ServerSession session;
  QCOMPARE(closedWith(session.received(frame.toStdString()), ErrorCode::badMessage), 1002);
  QVERIFY(!session.greeted());
}

void ServerSessionTest::anotherVersionIsRefused() {
  ServerSession session;
  QCOMPARE(closedWith(session.received(R"({"type":"hello","version":2})"), ErrorCode::versionUnsupported), 1002);
}

void ServerSessionTest::everyRequestBecomesItsAction() {
  auto session = greeted();
  const auto actions = session.received(
      subscribe(scopeText(1)) + "\n" + R"({"type":"pull","scope":"directory","after":4})" + "\n\n" +
      R"({"type":"pull_back","scope":"directory"})" + "\n" + command(1) + "\n" + R"({"type":"reach","re":7})" + "\n" +
      R"({"type":"unsubscribe","scope":")" + scopeText(1) + "\"}\n");
  QCOMPARE(actions.size(), std::size_t(6));
  QCOMPARE(std::get<OpenScope>(actions[0]).request.scope, scopeText(1));
  QCOMPARE(std::get<AnswerPull>(actions[1]).request.after, Seq(4));
  QCOMPARE(std::get<AnswerPullBack>(actions[2]).request.scope, std::string("directory"));
  QCOMPARE(std::get<Execute>(actions[3]).command.kind, std::string("set_mark"));
  QCOMPARE(std::get<AnswerReach>(actions[4]).request.re, std::int64_t(7));
  QCOMPARE(std::get<CloseScope>(actions[5]).scope, scopeText(1));
  QCOMPARE(session.subscriptionCount(), std::size_t(0));
}

void ServerSessionTest::unknownTypesAreAnsweredAndTheRestOfTheFrameStands() {
  auto session = greeted();
  const auto actions = session.received(R"({"type":"dance"})"
                                        "\n"
                                        R"({"type":"pull","scope":"directory"})");
  QCOMPARE(actions.size(), std::size_t(2));
  const auto& failed = std::get<protocol::Failed>(std::get<Reply>(actions[0]).message);
  QCOMPARE(failed.request, std::string("dance"));
  QCOMPARE(failed.code, std::string("unsupported"));
  QVERIFY(std::holds_alternative<AnswerPull>(actions[1]));
}

void ServerSessionTest::A8_hostileTextEndsTheConversation_data() {
  QTest::addColumn<QByteArray>("frame");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("only line ends") << QByteArray("\n\n\n");
  QTest::newRow("HTML") << QByteArray("<html></html>");
  QTest::newRow("brackets") << QByteArray(200'000, '[');
  QTest::newRow("deep objects") << QByteArray(R"({"a":)").repeated(40'000);
  QTest::newRow("doubled key") << QByteArray(R"({"type":"pull","type":"hello"})");
  QTest::newRow("2^63") << QByteArray(R"({"type":"pull","scope":"directory","after":9223372036854775808})");
  QTest::newRow("NaN") << QByteArray(R"({"type":"pull","scope":"directory","after":NaN})");
  QTest::newRow("fraction") << QByteArray(R"({"type":"pull","scope":"directory","after":1.5})");
  QTest::newRow("number as text") << QByteArray(R"({"type":"pull","scope":"directory","after":"1"})");
  QTest::newRow("no type") << QByteArray(R"({"scope":"directory"})");
  QTest::newRow("list") << QByteArray(R"([{"type":"pull"}])");
  QTest::newRow("bad UTF-8") << QByteArray("{\"type\":\"pull\",\"scope\":\"\xff\xfe\"}");
  QTest::newRow("NUL behind it") << QByteArray("{\"type\":\"pull\"}\0", 16);
  QTest::newRow("half a message") << QByteArray(R"({"type":"pull","scope":"dir)");
}
void ServerSessionTest::A8_hostileTextEndsTheConversation() {
  QFETCH(QByteArray, frame);
  auto session = greeted();
  const std::string_view text(frame.constData(), static_cast<std::size_t>(frame.size()));
  QCOMPARE(closedWith(session.received(text), ErrorCode::badMessage), 1007);
}

void ServerSessionTest::nothingAfterAClose() {
  auto session = greeted();
  QCOMPARE(closedWith(session.received("x\n" + command(1)), ErrorCode::badMessage), 1007);
  QVERIFY(session.received(command(1)).empty());
  QCOMPARE(session.commandsInFlight(), 0);
}

void ServerSessionTest::commandsInFlightAreLimited() {
  auto session = greeted();
  for (int i = 0; i < static_cast<int>(limits::kCommandsInFlightMax); ++i)
    QVERIFY(only<Execute>(session.received(command(i))));
  session.answered();
  QVERIFY(only<Execute>(session.received(command(100))));
  QCOMPARE(closedWith(session.received(command(101)), ErrorCode::tooManyRequests), 1008);
}

void ServerSessionTest::subscriptionsAreLimited() {
  auto session = greeted();
  const int most = static_cast<int>(limits::kSubscriptionsMax);
  for (int i = 0; i < most; ++i) QVERIFY(only<OpenScope>(session.received(subscribe(scopeText(i)))));
  QVERIFY(only<OpenScope>(session.received(subscribe(scopeText(0)))));  // again counts once
  const auto tooMany = session.received(subscribe(scopeText(most)));
  QVERIFY(only<Reply>(tooMany));
  QCOMPARE(std::get<protocol::Failed>(only<Reply>(tooMany)->message).code, std::string("too_large"));
  session.refused(scopeText(3));
  QVERIFY(only<OpenScope>(session.received(subscribe(scopeText(most)))));
  // What is no scope at all.
  const auto noScope = session.received(subscribe("../etc"));
  QCOMPARE(std::get<protocol::Failed>(only<Reply>(noScope)->message).code, std::string("bad_field"));
}

void ServerSessionTest::aScopeIsOneScopeHoweverItIsWritten() {
  auto session = greeted();
  const auto plain = scopeText(1);
  auto shouted = plain;
  std::transform(shouted.begin() + 9, shouted.end(), shouted.begin() + 9, [](char c) { return std::toupper(c); });
  QVERIFY(shouted != plain);
  QCOMPARE(only<OpenScope>(session.received(subscribe(shouted)))->request.scope, plain);
  QCOMPARE(only<OpenScope>(session.received(subscribe(plain)))->request.scope, plain);
  QCOMPARE(session.subscriptionCount(), std::size_t(1));
  const auto closed = session.received(R"({"type":"unsubscribe","scope":")" + shouted + "\"}");
  QCOMPARE(only<CloseScope>(closed)->scope, plain);
  QCOMPARE(session.subscriptionCount(), std::size_t(0));
  QVERIFY(session.received(R"({"type":"unsubscribe","scope":"nothing"})").empty());
}

void ServerSessionTest::messagesOfAFrameAreLimited() {
  auto session = greeted();
  std::string frame;
  for (int i = 0; i <= kMessagesPerFrameMax; ++i) frame += "{\"type\":\"x\"}\n";
  const auto actions = session.received(frame);
  QCOMPARE(closedWith(actions, ErrorCode::tooLarge), 1008);
  QCOMPARE(actions.size(), std::size_t(kMessagesPerFrameMax + 2));
}

QTEST_APPLESS_MAIN(ServerSessionTest)
#include "server_session_test.moc"

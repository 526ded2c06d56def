// SyncConnection with a made-up Api, bus and wire: who gets what, in which order, and how much may wait.
#include "server/net/sync_connection.h"

#include <set>

#include <QTest>

#include "shared/protocol/codec.h"

using namespace vb;
using namespace vb::server;
using namespace vb::server::net;

namespace {

const UserId kAnna = UserId::named("anna");
const UserId kBram = UserId::named("bram");
const Scope kDebts = Scope::category(CategoryId::named("debts"));
const std::string kHello = R"({"type":"hello","version":1})";

api::Line line(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

// Keeps the questions; the test answers them.
class HeldApi final : public api::Api {
 public:
  std::vector<api::OnLine> greets, opens, pulls, executes;

  void authenticate(std::string, std::function<void(Result<api::Caller>)>) override {}
  void recheck(std::vector<api::Caller>) override {}
  void greet(api::Caller, protocol::Hello, api::OnLine done) override { greets.push_back(std::move(done)); }
  void openScope(api::Caller, protocol::Subscribe, api::OnLine done) override { opens.push_back(std::move(done)); }
  void pull(api::Caller, protocol::Pull, api::OnLine done) override { pulls.push_back(std::move(done)); }
  void pullBack(api::Caller, protocol::PullBack, api::OnLine done) override { pulls.push_back(std::move(done)); }
  void execute(api::Caller, protocol::Command, api::OnLine done) override { executes.push_back(std::move(done)); }
  void reach(api::Caller, protocol::ReachQuery, api::OnLine done) override { pulls.push_back(std::move(done)); }
  void http(api::HttpRequest, std::function<void(api::HttpReply)>) override {}
};

class HeldWire final : public Wire {
 public:
  void wake(When when) override { (when == When::now ? wokenNow : wokenJoined)++; }
  void resume() override { ++resumed; }
  void greeted(std::string_view client) override { clients.emplace_back(client); }
  int wokenNow = 0;
  int wokenJoined = 0;
  int resumed = 0;
  std::vector<std::string> clients;
};

struct Peer {
  Peer(HeldApi& api, PushHub& hub, Counters& counters, UserId user = kAnna, std::string token = "t1")
      : connection(std::make_shared<SyncConnection>(api::Caller{user, std::move(token)}, api, hub, counters, wire)) {}
  ~Peer() {
    if (connection) connection->gone();
  }
  std::string frame() {
    OutgoingFrame out;
    if (!connection->takeFrame(out)) return "";
    std::string text;
    for (std::size_t i = 0; i < out.count; ++i) text += (i ? "\n" : "") + *out.lines[i];
    return text;
  }
  HeldWire wire;
  std::shared_ptr<SyncConnection> connection;
};

struct World {
  HeldApi api;
  std::unique_ptr<bus::Bus> bus = bus::createLocalBus([](const std::function<void()>& now) { now(); });
  Counters counters;
  PushHub hub{*bus, counters};

  void publish(const std::string& text, std::vector<UserId> readers = {}, const Scope& scope = kDebts) {
    bus->publish(bus::Published{scope, 0, 1, line(text), std::move(readers)});
  }
  void greet(Peer& peer) {
    peer.connection->received(kHello);
    api.greets.back()(line("welcome"));
    QCOMPARE(QByteArray::fromStdString(peer.frame()), QByteArray("welcome"));
  }
  void open(Peer& peer, const Scope& scope = kDebts) {
    peer.connection->received(R"({"type":"subscribe","scope":")" + scope.text() + "\"}");
    api.opens.back()(line("subscribed"));
    QCOMPARE(QByteArray::fromStdString(peer.frame()), QByteArray("subscribed"));
  }
};

const std::string kPull = R"({"type":"pull","scope":"directory"})";
std::string command(int number) {
  return R"({"type":"command","id":")" + CommandId::named(std::to_string(number)).text() +
         R"(","kind":"set_mark","body":{}})";
}
#define TEXT(actual, expected) QCOMPARE(QByteArray::fromStdString(actual), QByteArray(expected))

}  // namespace

class SyncConnectionTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nothingIsAskedBeforeTheWelcome();
  void theWireLearnsWhoGreets();
  void aFailedGreetingCloses();
  void pushesReachSubscribersOnly();
  void pushesReachASubscriberWhoWritesTheScopeInCapitals();
  void S6_readersOfAChangeAreHonoured();
  void F29_afterAccessEndedNothingOfTheScopeLeaves();
  void F29_aPageThatWasReadBeforeIsNotSent();
  void aChangeWhileTheScopeOpensIsNotLost();
  void aRefusedScopeGetsNothing();
  void waitingLinesLeaveInOneFrame();
  void framesHaveABound();
  void A6_aStalledReaderIsSentAway();
  void pullsAreHeldBack();
  void answersThatWaitHoldBackTheNextRequest();
  void commandsInFlightAreNotHeldBackByPulls();
  void A23_endedSessionsClose();
  void everyConnectedTokenIsKnownOnce();
  void drainAnswersWhatIsUnderWay();
  void answersAfterTheSocketIsGoneAreDropped();
  void leavingIsComplete();
  void broadcastsReachTheGreeted();
};

void SyncConnectionTest::nothingIsAskedBeforeTheWelcome() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  peer.connection->received(kHello + "\n" + kPull + "\n" + command(1));
  QVERIFY(world.api.pulls.empty() && world.api.executes.empty());
  QVERIFY(!peer.connection->mayRead());
  world.api.greets[0](line("welcome"));
  QCOMPARE(world.api.pulls.size(), std::size_t(1));
  QCOMPARE(world.api.executes.size(), std::size_t(1));
  QCOMPARE(peer.wire.resumed, 1);
  TEXT(peer.frame(), "welcome");
}

void SyncConnectionTest::theWireLearnsWhoGreets() {  // for the log, so no more of it than fits there
  World world;
  Peer peer(world.api, world.hub, world.counters), talker(world.api, world.hub, world.counters);
  peer.connection->received(R"({"type":"hello","version":1,"client":"vraagbaak 0.1.0"})");
  QCOMPARE(peer.wire.clients, std::vector<std::string>{"vraagbaak 0.1.0"});
  talker.connection->received(R"({"type":"hello","version":1,"client":")" + std::string(10'000, 'x') + "\"}");
  QCOMPARE(talker.wire.clients, std::vector<std::string>{std::string(kClientNameBytesMax, 'x')});
}

void SyncConnectionTest::aFailedGreetingCloses() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  peer.connection->received(kHello);
  world.api.greets[0](line(R"({"type":"failed","request":"hello","code":"unauthorized"})"));
  QCOMPARE(peer.connection->closeStatus(), 0);  // the reason goes first
  QVERIFY(!peer.frame().empty());
  QCOMPARE(peer.connection->closeStatus(), 1008);
}

void SyncConnectionTest::pushesReachASubscriberWhoWritesTheScopeInCapitals() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  const auto id = kDebts.id().text();
  for (const auto& name : {"category/" + QString::fromStdString(id).toUpper().toStdString(), kDebts.text()}) {
    peer.connection->received(R"({"type":"subscribe","scope":")" + name + "\"}");
    world.api.opens.back()(line("subscribed"));
    TEXT(peer.frame(), "subscribed");
  }
  world.publish("change");
  TEXT(peer.frame(), "change");
  TEXT(peer.frame(), "");
}

void SyncConnectionTest::pushesReachSubscribersOnly() {
  World world;
  Peer one(world.api, world.hub, world.counters), other(world.api, world.hub, world.counters, kBram, "t2");
  world.greet(one);
  world.greet(other);
  world.open(one);
  world.publish("change");
  TEXT(one.frame(), "change");
  TEXT(other.frame(), "");
  QCOMPARE(one.wire.wokenJoined, 1);
  QCOMPARE(world.counters.deliveries, 1);
  one.connection->received(R"({"type":"unsubscribe","scope":")" + kDebts.text() + "\"}");
  world.publish("change");
  TEXT(one.frame(), "");
}

void SyncConnectionTest::S6_readersOfAChangeAreHonoured() {
  World world;
  Peer one(world.api, world.hub, world.counters), other(world.api, world.hub, world.counters, kBram, "t2");
  for (auto* peer : {&one, &other}) {
    world.greet(*peer);
    world.open(*peer);
  }
  world.publish("for bram", {kBram});
  TEXT(one.frame(), "");
  TEXT(other.frame(), "for bram");
}

void SyncConnectionTest::F29_afterAccessEndedNothingOfTheScopeLeaves() {
  World world;
  Peer one(world.api, world.hub, world.counters), other(world.api, world.hub, world.counters, kBram, "t2");
  for (auto* peer : {&one, &other}) {
    world.greet(*peer);
    world.open(*peer);
  }
  const std::string change = R"({"type":"change","scope":")" + kDebts.text() + R"(","records":[]})";
  world.publish(change);  // waits for the wire
  world.bus->endAccess({kAnna, kDebts});
  world.publish(change);
  const std::string told = R"({"type":"failed","request":"subscribe","scope":")" + kDebts.text() +
                           R"(","re":0,"code":"not_found","detail":""})";
  TEXT(one.frame(), told.c_str());
  const std::string both = change + "\n" + change;
  TEXT(other.frame(), both.c_str());
  // What he never asked for is not spoken of.
  world.bus->endAccess({kBram, Scope::desk(ChannelId::named("elsewhere"))});
  TEXT(other.frame(), "");
}

void SyncConnectionTest::F29_aPageThatWasReadBeforeIsNotSent() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  peer.connection->received(R"({"type":"pull","scope":")" + kDebts.text() + "\"}");
  world.bus->endAccess({kAnna, kDebts});
  world.api.pulls[0](line("a page with a secret"));
  const std::string told =
      R"({"type":"failed","request":"pull","scope":")" + kDebts.text() + R"(","re":0,"code":"not_found","detail":""})";
  TEXT(peer.frame(), told.c_str());
  // The next one is looked up anew.
  peer.connection->received(R"({"type":"pull","scope":")" + kDebts.text() + "\"}");
  world.api.pulls[1](line("answer"));
  TEXT(peer.frame(), "answer");
}

void SyncConnectionTest::aChangeWhileTheScopeOpensIsNotLost() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  peer.connection->received(R"({"type":"subscribe","scope":")" + kDebts.text() + "\"}");
  world.publish("older");
  world.publish("newest");
  TEXT(peer.frame(), "");  // not before it is known that it may be read
  world.api.opens[0](line("subscribed"));
  TEXT(peer.frame(), "subscribed\nnewest");
}

void SyncConnectionTest::aRefusedScopeGetsNothing() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  peer.connection->received(R"({"type":"subscribe","scope":")" + kDebts.text() + "\"}");
  world.publish("secret");
  const std::string failed = R"({"type":"failed","request":"subscribe","code":"not_found"})";
  world.api.opens[0](line(failed));
  world.publish("secret");
  TEXT(peer.frame(), QByteArray::fromStdString(failed));
  TEXT(peer.frame(), "");
}

void SyncConnectionTest::waitingLinesLeaveInOneFrame() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  world.open(peer);
  QByteArray expected;
  for (int i = 0; i < 16; ++i) {
    world.publish("change " + std::to_string(i));
    expected += (i ? "\nchange " : "change ") + QByteArray::number(i);
  }
  TEXT(peer.frame(), expected);
  TEXT(peer.frame(), "");
}

void SyncConnectionTest::framesHaveABound() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  world.open(peer);
  const std::string large(200 * 1024, 'x');
  for (int i = 0; i < 3; ++i) world.publish(large);
  QCOMPARE(peer.frame().size(), 2 * large.size() + 1);
  QCOMPARE(peer.frame().size(), large.size());
}

void SyncConnectionTest::A6_aStalledReaderIsSentAway() {
  World world;
  Peer stalled(world.api, world.hub, world.counters), other(world.api, world.hub, world.counters, kBram, "t2");
  for (auto* peer : {&stalled, &other}) {
    world.greet(*peer);
    world.open(*peer);
  }
  const std::string change(64 * 1024, 'x');
  for (int i = 0; i < 40; ++i) {
    world.publish(change);
    QCOMPARE(other.frame().size(), change.size());
  }
  QCOMPARE(world.counters.lagging, 1);
  TEXT(stalled.frame(), R"({"type":"bye","code":"lagging","retry_after_ms":0})");
  QCOMPARE(stalled.connection->closeStatus(), 1013);
  QCOMPARE(other.connection->closeStatus(), 0);
}

void SyncConnectionTest::pullsAreHeldBack() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  std::string frame;
  for (int i = 0; i < 100; ++i) frame += kPull + "\n";
  peer.connection->received(frame);
  QCOMPARE(world.api.pulls.size(), std::size_t(kReadsUnderWayMax));
  QVERIFY(!peer.connection->mayRead());
  world.api.pulls[0](line("page"));
  QCOMPARE(world.api.pulls.size(), std::size_t(kReadsUnderWayMax + 1));
  for (std::size_t i = 1; i < world.api.pulls.size(); ++i) {
    const auto done = world.api.pulls[i];  // answering asks the next, which moves the list
    done(line("page"));
  }
  QCOMPARE(world.api.pulls.size(), std::size_t(100));
  QVERIFY(peer.connection->mayRead());
}

void SyncConnectionTest::answersThatWaitHoldBackTheNextRequest() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  peer.connection->received(kPull);
  world.api.pulls[0](line(std::string(kAnswerBytesPause + 1, 'x')));
  peer.connection->received(kPull);
  QCOMPARE(world.api.pulls.size(), std::size_t(1));
  QVERIFY(!peer.connection->mayRead());
  QVERIFY(!peer.frame().empty());  // the wire takes it
  QCOMPARE(world.api.pulls.size(), std::size_t(2));
  QCOMPARE(peer.wire.resumed, 1);
}

void SyncConnectionTest::commandsInFlightAreNotHeldBackByPulls() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  std::string frame;
  for (int i = 0; i < kReadsUnderWayMax; ++i) frame += kPull + "\n";
  for (int i = 0; i < 64; ++i) frame += command(i) + "\n";
  peer.connection->received(frame);
  QCOMPARE(world.api.executes.size(), std::size_t(64));
  world.api.executes[5](line("ack"));
  peer.connection->received(command(64));
  QCOMPARE(world.api.executes.size(), std::size_t(65));
}

void SyncConnectionTest::A23_endedSessionsClose() {
  World world;
  Peer phone(world.api, world.hub, world.counters, kAnna, "phone"),
      desk(world.api, world.hub, world.counters, kAnna, "desk");
  Peer bram(world.api, world.hub, world.counters, kBram, "bram");
  for (auto* peer : {&phone, &desk, &bram}) world.greet(*peer);
  world.bus->end({kAnna, "phone"});
  TEXT(phone.frame(), R"({"type":"bye","code":"unauthorized","retry_after_ms":0})");
  QCOMPARE(phone.connection->closeStatus(), 1008);
  QVERIFY(!desk.connection->isClosing());
  world.bus->end({kAnna, ""});
  QVERIFY(desk.connection->isClosing());
  QVERIFY(!bram.connection->isClosing());
}

void SyncConnectionTest::everyConnectedTokenIsKnownOnce() {
  World world;
  Peer one(world.api, world.hub, world.counters, kAnna, "t1"), again(world.api, world.hub, world.counters, kAnna, "t1");
  Peer other(world.api, world.hub, world.counters, kAnna, "t2"),
      bram(world.api, world.hub, world.counters, kBram, "t3");
  std::set<std::string> tokens;
  for (const auto& caller : world.hub.callers()) {
    QVERIFY(tokens.insert(caller.tokenHash).second);
    QCOMPARE(caller.user, caller.tokenHash == "t3" ? kBram : kAnna);
  }
  QCOMPARE(tokens, (std::set<std::string>{"t1", "t2", "t3"}));
}

void SyncConnectionTest::drainAnswersWhatIsUnderWay() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  peer.connection->received(command(1));
  peer.connection->drain(Milliseconds(4'200));
  peer.connection->received(command(2));
  QCOMPARE(world.api.executes.size(), std::size_t(1));
  QVERIFY(!peer.connection->isClosing());
  world.api.executes[0](line("ack"));
  TEXT(peer.frame(), "ack\n{\"type\":\"bye\",\"code\":\"unavailable\",\"retry_after_ms\":4200}");
  QCOMPARE(peer.connection->closeStatus(), 1001);
}

void SyncConnectionTest::answersAfterTheSocketIsGoneAreDropped() {
  World world;
  Peer peer(world.api, world.hub, world.counters);
  world.greet(peer);
  peer.connection->received(kPull + "\n" + command(1));
  peer.connection->gone();
  const int woken = peer.wire.wokenNow;
  world.api.pulls[0](line("page"));
  QCOMPARE(peer.wire.wokenNow, woken);
  peer.connection.reset();
  world.api.executes[0](line("ack"));
  QCOMPARE(peer.wire.wokenNow, woken);
}

void SyncConnectionTest::leavingIsComplete() {
  World world;
  std::vector<std::unique_ptr<Peer>> peers;
  const Scope more = Scope::category(CategoryId::named("more"));
  for (int i = 0; i < 8; ++i) {
    peers.push_back(std::make_unique<Peer>(world.api, world.hub, world.counters, kAnna, std::to_string(i)));
    world.greet(*peers.back());
    world.open(*peers.back());
    world.open(*peers.back(), more);
  }
  QCOMPARE(world.hub.connectionsOf(kAnna), std::size_t(8));
  for (const std::size_t gone : {0U, 6U, 3U, 4U}) {
    peers.erase(peers.begin() + static_cast<std::ptrdiff_t>(std::min(gone, peers.size() - 1)));
    world.counters.deliveries = 0;
    world.publish("change");
    world.publish("more", {}, more);
    QCOMPARE(world.counters.deliveries, static_cast<std::int64_t>(2 * peers.size()));
    for (const auto& peer : peers) TEXT(peer->frame(), "change\nmore");
  }
  QCOMPARE(world.hub.connectionsOf(kAnna), std::size_t(4));
}

void SyncConnectionTest::broadcastsReachTheGreeted() {
  World world;
  Peer one(world.api, world.hub, world.counters), silent(world.api, world.hub, world.counters);
  world.greet(one);
  world.hub.broadcast(line("backed up"));
  TEXT(one.frame(), "backed up");
  TEXT(silent.frame(), "");
}

QTEST_APPLESS_MAIN(SyncConnectionTest)
#include "sync_connection_test.moc"

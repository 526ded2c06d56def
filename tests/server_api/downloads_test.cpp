// Contents on their way out: who may read which version where, and that it ends when the right ends.
#include <QTest>

#include "server/api/tuning.h"
#include "tests/server_api/content_world.h"

using namespace vb;
using namespace vb::test;

class DownloadsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { world_ = std::make_unique<ContentWorld>(); }
  void membersReadInPieces();
  void A9_othersFindNothing();
  void guestsReadTheirTopicOnly();
  void A11_aVersionStandsInItsOwnScope();
  void F29_whoIsPutOutStopsWithinASecond();
  void F29_aTokenThatEndsStopsIt();
  void aContentThatIsGoneIsOurFailure();

 private:
  std::unique_ptr<ContentWorld> world_;
};

void DownloadsTest::membersReadInPieces() {
  const auto version = world_->addDocument("lid", "een brief");
  for (const char* name : {"olga", "mo", "lid"})
    QCOMPARE(world_->fetched(name, world_->scope, version), QByteArray("een brief"));
  auto stream = world_->fetch("lid", world_->scope, version);
  QCOMPARE((*stream)->size(), 9);
  QCOMPARE((*stream)->sha256(), services::tokenHash("een brief"));
  QCOMPARE(ContentWorld::read(**stream, 4, 3), QByteArray("bri"));
  QCOMPARE(ContentWorld::read(**stream, 7, 100), QByteArray("ef"));
  QCOMPARE(ContentWorld::read(**stream, 9, 100), QByteArray());
}

void DownloadsTest::A9_othersFindNothing() {
  const auto version = world_->addDocument("lid", "een brief");
  QCOMPARE(world_->fetched("ver", world_->scope, version), QByteArray("not_found"));
  QCOMPARE(world_->fetched("lid", world_->scope, VersionId::named("nergens")), QByteArray("not_found"));
  QCOMPARE(world_->fetched("lid", Scope::channel(ChannelId::named("nergens")), version), QByteArray("not_found"));
  // Scopes in which no documents stand.
  for (const auto& where : {Scope::directory(), world_->desk, Scope::user(world_->people.at("olga").user)})
    QCOMPARE(world_->fetched("olga", where, version), QByteArray("not_found"));
}

void DownloadsTest::guestsReadTheirTopicOnly() {
  const auto his = world_->startTopic("lid");
  const auto other = world_->startTopic("lid");
  world_->invite("mo", "gast", ChannelRole::guest, {his});
  const auto attached = world_->addDocument("lid", "bij het onderwerp", his);
  const auto elsewhere = world_->addDocument("lid", "bij een ander", other);
  const auto document = world_->addDocument("lid", "van het kanaal");
  QCOMPARE(world_->fetched("gast", Scope::discussion(his), attached), QByteArray("bij het onderwerp"));
  QCOMPARE(world_->fetched("lid", world_->scope, attached), QByteArray("bij het onderwerp"));
  for (const auto version : {attached, elsewhere, document})
    QCOMPARE(world_->fetched("gast", world_->scope, version), QByteArray("not_found"));
  for (const auto version : {elsewhere, document})
    QCOMPARE(world_->fetched("gast", Scope::discussion(his), version), QByteArray("not_found"));
  QCOMPARE(world_->fetched("gast", Scope::discussion(other), elsewhere), QByteArray("not_found"));
}

void DownloadsTest::A11_aVersionStandsInItsOwnScope() {
  const auto version = world_->addDocument("lid", "een brief");
  services::NewChannel made;
  made.id = ChannelId::named("van ver");
  made.channel.name = "Een ander kanaal";
  made.owner = world_->people.at("ver").user;
  QVERIFY(world_->core.write(
      [&](storage::Tables& tables) { QVERIFY(services::createChannel(tables, made, world_->core.clock.now()).ok()); }));
  // Somebody who may read his own channel and knows the version's id.
  QCOMPARE(world_->fetched("ver", Scope::channel(made.id), version), QByteArray("not_found"));
}

void DownloadsTest::F29_whoIsPutOutStopsWithinASecond() {
  const auto version = world_->addDocument("lid", "een lange brief");
  auto stream = world_->fetch("lid", world_->scope, version);
  QCOMPARE(ContentWorld::read(**stream, 0, 3), QByteArray("een"));
  QVERIFY(world_->apply("mo", RemoveMember{world_->channel, world_->people.at("lid").user}));
  Result<void> looked;
  (*stream)->look([&](Result<void> allowed) { looked = std::move(allowed); });
  QCOMPARE(looked.error(), fail(ErrorCode::notFound));
  world_->core.clock.advance(api::kRightsKept);
  QCOMPARE(ContentWorld::read(**stream, 3, 3), QByteArray("not_found"));
  QVERIFY(api::kRightsKept < Milliseconds(1'000));
}

void DownloadsTest::F29_aTokenThatEndsStopsIt() {
  const auto version = world_->addDocument("lid", "een lange brief");
  auto stream = world_->fetch("lid", world_->scope, version);
  const auto& hash = world_->people.at("lid").tokenHash;
  QVERIFY(world_->core.write([&](storage::Tables& tables) { tables.tokens().remove(hash); }));
  world_->core.clock.advance(api::kRightsKept);
  QCOMPARE(ContentWorld::read(**stream), QByteArray("unauthorized"));
}

void DownloadsTest::aContentThatIsGoneIsOurFailure() {
  const auto version = world_->addDocument("lid", "een brief");
  const auto hash = services::tokenHash("een brief");
  world_->core.clock.advance(std::chrono::hours(24 * 365 * 100));
  world_->core.blobs->remove({hash}, world_->core.clock.now(),
                             [](Result<std::int64_t> removed) { QCOMPARE(*removed, 1); });
  world_->people["lid"] = world_->core.signedIn("lid");
  const auto answer = world_->fetched("lid", world_->scope, version);
  QVERIFY2(answer.startsWith("io_failed"), answer);
  QVERIFY(!world_->core.problems.empty());
  QVERIFY(world_->core.problems.back().starts_with("content_not_read io_failed"));
}

QTEST_GUILESS_MAIN(DownloadsTest)
#include "downloads_test.moc"

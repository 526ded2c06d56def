// Contents on their way in: who may send what, from where one goes on after whatever went wrong, and when a content is
// there.
#include <QFile>
#include <QTest>

#include "server/api/tuning.h"
#include "server/services/access.h"
#include "tests/server_api/content_world.h"

using namespace vb;
using namespace vb::test;

class UploadsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { world_ = std::make_unique<ContentWorld>(); }
  void whatCameIsAContentAtTheEnd();
  void anEmptyOneIsThereAtOnce();
  void whoMaySend();
  void attachmentsNeedTheirTopic();
  void F18_afterTheLeaseNothingIsTaken();
  void tooLargeAndTooMuch();
  void tooManyOpenOnes();
  void theSameOnceMoreIsTheSame();
  void A9_uploadsOfOthersAreNotThere();
  void bytesCountFromTheToldOffsetOnly();
  void nothingBeyondWhatWasAnnounced();
  void whatWasCutCounts();
  void longStreamsAreNotedOnTheWay();
  void F4_moreOnDiskThanNotedIsSentAgain();
  void F4_aContentThatWasNotNotedIsSentAgain();
  void F4_lessOnDiskThanNotedIsToldAsItIs();
  void aSecondOneTakesOver();
  void F29_whoIsPutOutDoesNotGoOn();
  void aTokenThatEndedDoesNotGoOn();
  void aDroppedOneIsForgotten();
  void requestsAreLimitedButNotAFirstFetch();

 private:
  void removeFile(UploadId id) const {
    const auto file = world_->core.file().parent_path() / "documents" / "incoming" / id.text();
    QVERIFY(QFile::remove(QString::fromStdString(file.string())));
  }
  std::unique_ptr<ContentWorld> world_;
};

void UploadsTest::whatCameIsAContentAtTheEnd() {
  const auto made = world_->create("lid", 10);
  QVERIFY(made.ok());
  QCOMPARE(made->offset, 0);
  QCOMPARE(made->size, 10);
  QVERIFY(made->expiresAt > world_->core.clock.now() + std::chrono::hours(24));
  auto stream = world_->open("lid", made->id, 0);
  QVERIFY(stream.ok());
  QCOMPARE(*ContentWorld::add(**stream, "12345"), 5);
  QCOMPARE(*ContentWorld::add(**stream, "67890"), 10);
  QCOMPARE(world_->row(made->id).sha256, std::string());
  QCOMPARE(ContentWorld::finish(**stream)->offset, 10);
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash("1234567890"));
  QCOMPARE(world_->state("lid", made->id)->offset, 10);
}

void UploadsTest::anEmptyOneIsThereAtOnce() {
  const auto made = world_->create("lid", 0);
  QVERIFY(made.ok());
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash(""));
  QCOMPARE(world_->fetched("lid", world_->scope, world_->addDocument("lid", "")), QByteArray());
}

void UploadsTest::whoMaySend() {
  const auto topic = world_->startTopic("lid");
  world_->invite("mo", "gast", ChannelRole::guest, {topic});
  for (const char* name : {"olga", "mo", "lid"}) QVERIFY(world_->create(name, 5).ok());
  QCOMPARE(world_->create("gast", 5).error(), fail(ErrorCode::forbidden));
  QCOMPARE(world_->create("gast", 5, topic).error(), fail(ErrorCode::forbidden));
  QCOMPARE(world_->create("ver", 5).error(), fail(ErrorCode::notFound));
  // A channel that does not exist: the same answer.
  std::optional<Error> answer;
  world_->contents().createUpload(world_->people.at("ver"), {{}, ChannelId::named("nergens"), {}, 5},
                                  [&](Result<api::UploadState> state) { answer = state.error(); });
  QCOMPARE(answer.value(), fail(ErrorCode::notFound));
}

void UploadsTest::attachmentsNeedTheirTopic() {
  const auto topic = world_->startTopic("lid");
  QVERIFY(world_->create("olga", 5, topic).ok());
  QCOMPARE(world_->create("lid", 5, TopicId::named("nergens")).error(), fail(ErrorCode::notFound));
}

void UploadsTest::F18_afterTheLeaseNothingIsTaken() {
  const auto made = world_->create("lid", 10);
  Lease lease;
  lease.endsAt = world_->core.clock.now() + std::chrono::hours(1);
  QVERIFY(world_->core.write([&](storage::Tables& tables) {
    QVERIFY(services::setLease(tables, world_->channel, lease, world_->core.clock.now()).ok());
  }));
  QVERIFY(world_->send("lid", made->id, 0, "12345").ok());
  world_->core.clock.advance(std::chrono::hours(2));
  QCOMPARE(world_->create("lid", 5).error(), fail(ErrorCode::forbidden, "lease"));
  QCOMPARE(world_->send("lid", made->id, 5, "67890").error(), fail(ErrorCode::forbidden, "lease"));
}

void UploadsTest::tooLargeAndTooMuch() {
  QCOMPARE(world_->create("lid", 1'001).error(), fail(ErrorCode::tooLarge, "size"));
  Lease lease;
  lease.quotaBytes = 2'500;
  QVERIFY(world_->core.write([&](storage::Tables& tables) {
    QVERIFY(services::setLease(tables, world_->channel, lease, world_->core.clock.now()).ok());
  }));
  world_->addDocument("lid", std::string(1'000, 'a'));  // used
  const auto coming = world_->create("olga", 1'000);    // only announced
  QVERIFY(coming.ok());
  QCOMPARE(world_->create("lid", 501).error(), fail(ErrorCode::tooLarge, "quota"));
  QVERIFY(world_->create("lid", 500).ok());
  QCOMPARE(world_->create("lid", 1).error(), fail(ErrorCode::tooLarge, "quota"));
  QVERIFY(world_->drop("olga", coming->id).ok());
  QVERIFY(world_->create("lid", 1'000).ok());
}

void UploadsTest::tooManyOpenOnes() {
  for (int i = 0; i < api::kUploadsPerUserMax; ++i) QVERIFY(world_->create("lid", 5).ok());
  QCOMPARE(world_->create("lid", 5).error().code, ErrorCode::tooManyRequests);
  QVERIFY(world_->create("olga", 5).ok());
}

void UploadsTest::theSameOnceMoreIsTheSame() {
  const auto id = UploadId::named("eentje");
  QVERIFY(world_->create("lid", 10, {}, id).ok());
  QVERIFY(world_->send("lid", id, 0, "12345").ok());
  const auto again = world_->create("lid", 10, {}, id);
  QVERIFY(again.ok());
  QCOMPARE(again->id, id);
  QCOMPARE(again->offset, 5);
  QCOMPARE(world_->create("lid", 11, {}, id).error().code, ErrorCode::idReused);
  QCOMPARE(world_->create("lid", 10, world_->startTopic("lid"), id).error().code, ErrorCode::idReused);
  QCOMPARE(world_->create("olga", 10, {}, id).error().code, ErrorCode::idReused);
  QCOMPARE(world_->state("lid", id)->offset, 5);
}

void UploadsTest::A9_uploadsOfOthersAreNotThere() {
  const auto made = world_->create("lid", 10);
  for (const auto id : {made->id, UploadId::named("nergens")}) {
    QCOMPARE(world_->state("olga", id).error(), fail(ErrorCode::notFound));
    QCOMPARE(world_->open("olga", id, 0).error(), fail(ErrorCode::notFound));
    QCOMPARE(world_->drop("olga", id).error(), fail(ErrorCode::notFound));
  }
  QCOMPARE(world_->state("lid", made->id)->offset, 0);
}

void UploadsTest::bytesCountFromTheToldOffsetOnly() {
  const auto made = world_->create("lid", 10);
  QVERIFY(world_->send("lid", made->id, 0, "12345").ok());
  for (const std::int64_t offset : {0, 4, 6, 10}) {
    const auto refused = world_->open("lid", made->id, offset);
    QCOMPARE(refused.error().code, ErrorCode::conflict);
  }
  QVERIFY(world_->send("lid", made->id, 5, "67890").ok());
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash("1234567890"));
}

void UploadsTest::nothingBeyondWhatWasAnnounced() {
  const auto made = world_->create("lid", 4);
  {
    auto stream = world_->open("lid", made->id, 0);
    QCOMPARE(*ContentWorld::add(**stream, "123"), 3);
    QCOMPARE(ContentWorld::add(**stream, "45").error(), fail(ErrorCode::tooLarge, "length"));
  }
  QCOMPARE(world_->state("lid", made->id)->offset, 3);
  QVERIFY(world_->send("lid", made->id, 3, "4").ok());
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash("1234"));
  QCOMPARE(world_->send("lid", made->id, 4, "5").error(), fail(ErrorCode::tooLarge, "length"));
  QVERIFY(world_->send("lid", made->id, 4, "").ok());
}

void UploadsTest::whatWasCutCounts() {
  const auto made = world_->create("lid", 10);
  {
    auto stream = world_->open("lid", made->id, 0);
    QVERIFY(ContentWorld::add(**stream, "1234567").ok());
    QCOMPARE(world_->row(made->id).received, 0);
  }
  QCOMPARE(world_->row(made->id).received, 7);
  QCOMPARE(world_->state("lid", made->id)->offset, 7);
}

void UploadsTest::longStreamsAreNotedOnTheWay() {
  const auto made = world_->create("lid", 10);
  auto stream = world_->open("lid", made->id, 0);
  QVERIFY(ContentWorld::add(**stream, "123").ok());
  QCOMPARE(world_->row(made->id).received, 0);
  world_->core.clock.advance(api::kNotedEvery);
  QVERIFY(ContentWorld::add(**stream, "456").ok());
  QCOMPARE(world_->row(made->id).received, 6);
}

void UploadsTest::F4_moreOnDiskThanNotedIsSentAgain() {
  const auto made = world_->create("lid", 10);
  QVERIFY(world_->send("lid", made->id, 0, "123").ok());
  // Appended, and the server ended before it noted that.
  world_->core.blobs->append(made->id, 3, "XXXX", [](Result<std::int64_t> size) { QCOMPARE(*size, 7); });
  QCOMPARE(world_->state("lid", made->id)->offset, 3);
  QVERIFY(world_->send("lid", made->id, 3, "45").ok());
  QVERIFY(world_->send("lid", made->id, 5, "67890").ok());
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash("1234567890"));
}

void UploadsTest::F4_aContentThatWasNotNotedIsSentAgain() {
  const auto made = world_->create("lid", 5);
  QVERIFY(world_->send("lid", made->id, 0, "123").ok());
  world_->core.blobs->append(made->id, 3, "45", [](const Result<std::int64_t>&) {});
  world_->core.blobs->finish(made->id, 5, [](Result<server::blobs::StoredContent> stored) { QVERIFY(stored.ok()); });
  QCOMPARE(world_->state("lid", made->id)->offset, 0);
  QCOMPARE(world_->row(made->id).received, 0);
  QVERIFY(world_->send("lid", made->id, 0, "12345").ok());
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash("12345"));
}

void UploadsTest::F4_lessOnDiskThanNotedIsToldAsItIs() {
  const auto made = world_->create("lid", 5);
  QVERIFY(world_->send("lid", made->id, 0, "1234").ok());
  removeFile(made->id);  // a disk was put back without it
  QCOMPARE(world_->open("lid", made->id, 4).error().code, ErrorCode::conflict);
  QCOMPARE(world_->state("lid", made->id)->offset, 0);
  QVERIFY(world_->send("lid", made->id, 0, "12345").ok());
}

void UploadsTest::aSecondOneTakesOver() {
  const auto made = world_->create("lid", 10);
  std::shared_ptr<api::UploadStream> first;
  int wanted = 0;
  first = *world_->open("lid", made->id, 0, [&] { ++wanted; });
  QVERIFY(ContentWorld::add(*first, "123").ok());
  std::optional<std::int64_t> told;
  world_->contents().uploadState(world_->people.at("lid"), made->id,
                                 [&](Result<api::UploadState> state) { told = state->offset; });
  QCOMPARE(wanted, 1);
  QVERIFY(!told);
  QVERIFY(ContentWorld::add(*first, "45").ok());  // what came of a piece still counts
  first.reset();
  QCOMPARE(told.value(), 5);
  // Wanted by two: the first of them gives way as well, as soon as it begins.
  bool isSecondWanted = false;
  std::unique_ptr<api::UploadStream> second;
  first = *world_->open("lid", made->id, 5, [&] { ++wanted; });
  world_->contents().openUpload(
      world_->people.at("lid"), made->id, 5, [&] { isSecondWanted = true; },
      [&](Result<std::unique_ptr<api::UploadStream>> stream) { second = std::move(*stream); });
  world_->contents().uploadState(world_->people.at("lid"), made->id,
                                 [&](Result<api::UploadState> state) { told = state->offset + 100; });
  QVERIFY(!isSecondWanted);
  first.reset();
  QVERIFY(isSecondWanted && second);
  QCOMPARE(*told, 5);
  second.reset();
  QCOMPARE(*told, 105);
  QVERIFY(world_->send("lid", made->id, 5, "67890").ok());
  QCOMPARE(world_->row(made->id).sha256, services::tokenHash("1234567890"));
}

void UploadsTest::F29_whoIsPutOutDoesNotGoOn() {
  const auto made = world_->create("lid", 10);
  auto stream = world_->open("lid", made->id, 0);
  QVERIFY(ContentWorld::add(**stream, "123").ok());
  QVERIFY(world_->apply("mo", RemoveMember{world_->channel, world_->people.at("lid").user}));
  world_->core.clock.advance(api::kNotedEvery);
  QCOMPARE(ContentWorld::add(**stream, "456").error(), fail(ErrorCode::notFound));
  stream = fail(ErrorCode::unknown);
  QCOMPARE(world_->state("lid", made->id).error(), fail(ErrorCode::notFound));
  QVERIFY(world_->drop("lid", made->id).ok());  // his own: he may forget it
}

void UploadsTest::aTokenThatEndedDoesNotGoOn() {
  const auto made = world_->create("lid", 3);
  auto stream = world_->open("lid", made->id, 0);
  QVERIFY(ContentWorld::add(**stream, "123").ok());
  const auto& hash = world_->people.at("lid").tokenHash;
  QVERIFY(world_->core.write([&](storage::Tables& tables) { tables.tokens().remove(hash); }));
  QCOMPARE(ContentWorld::finish(**stream).error(), fail(ErrorCode::unauthorized));
  QCOMPARE(world_->create("lid", 3).error(), fail(ErrorCode::unauthorized));
  QCOMPARE(world_->row(made->id).sha256, std::string());
}

void UploadsTest::aDroppedOneIsForgotten() {
  const auto made = world_->create("lid", 10);
  std::shared_ptr<api::UploadStream> stream;
  stream = *world_->open("lid", made->id, 0, [&] { stream.reset(); });
  QVERIFY(ContentWorld::add(*stream, "123").ok());
  QVERIFY(world_->drop("lid", made->id).ok());
  QVERIFY(!stream);
  QCOMPARE(world_->state("lid", made->id).error(), fail(ErrorCode::notFound));
  const auto file = world_->core.file().parent_path() / "documents" / "incoming" / made->id.text();
  QVERIFY(!std::filesystem::exists(file));
}

void UploadsTest::requestsAreLimitedButNotAFirstFetch() {
  const auto id = UploadId::named("nergens");
  for (int i = 0; i < 4'000; ++i) QCOMPARE(world_->state("lid", id).error().code, ErrorCode::notFound);
  int more = 0;
  while (more < 2'000 && world_->state("lid", id).error().code == ErrorCode::notFound) ++more;
  QCOMPARE(more, static_cast<int>(api::kContentsAtOnce) - 4'000);
  QCOMPARE(world_->state("olga", id).error().code, ErrorCode::notFound);
  world_->core.clock.advance(Milliseconds(1'000));
  QCOMPARE(world_->state("lid", id).error().code, ErrorCode::notFound);
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "uploads_test.moc"

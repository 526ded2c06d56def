// Files on their way to the server: copied aside, resumed, told of once, and never lost.
#include "tests/client_documents/desk_world.h"

using namespace vb;
using namespace vb::test;

namespace {

constexpr int kPatience = 20'000;

}  // namespace

class SendingTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DeskWorld> world_;

  void waitFor(UploadState state) const {
    QTRY_VERIFY2_WITH_TIMEOUT(world_->isEachUploadIn(state), world_->onlyUpload().errorCode.c_str(), kPatience);
  }
  QByteArray received(UploadId id) const {
    const auto found = world_->server.uploads.find(QString::fromStdString(id.text()));
    return found == world_->server.uploads.end() ? QByteArray() : found->second.bytes;
  }
  int patches() const { return world_->server.count("PATCH"); }

 private Q_SLOTS:
  void init() { world_ = std::make_unique<DeskWorld>(); }
  void cleanup() { world_.reset(); }

  void aFileGoesUpAndIsTold() {
    const auto bytes = DeskWorld::bytesOf(10'000'000);
    const auto file = world_->write("Verslag.pdf", "%PDF-1.7\n" + bytes);
    QVERIFY(world_->add({file}).ok());
    waitFor(UploadState::waiting);
    // A copy was put aside: what happens to the file is no matter any more.
    QVERIFY(QFile::remove(file));
    world_->goOnline();
    waitFor(UploadState::finishing);
    const auto upload = world_->onlyUpload();
    QCOMPARE(received(upload.id), "%PDF-1.7\n" + bytes);
    QCOMPARE(patches(), 3);
    const auto told = world_->commands<AddDocument>();
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told[0].documentId, documentOf("Verslag.pdf"));
    QCOMPARE(told[0].uploadId, upload.id);
    QCOMPARE(told[0].versionId, upload.version);
    QCOMPARE(told[0].name, std::string("Verslag.pdf"));
    QCOMPARE(told[0].mediaType, std::string("application/pdf"));
    QVERIFY(told[0].copyOf.isNil());
    QVERIFY(world_->outboxGrown > 0);
    // Once the server's record is there, the copy is the content, and nothing is fetched.
    world_->confirm(upload);
    QTRY_VERIFY_WITH_TIMEOUT(world_->uploads().empty(), kPatience);
    QVERIFY(world_->isHere(upload.sha256));
    QCOMPARE(world_->filesOnDisk().size(), 1);
    QCOMPARE(DeskWorld::read(world_->contentFile(upload.sha256)), "%PDF-1.7\n" + bytes);
    QTest::qWait(200);
    QCOMPARE(world_->server.count("GET"), 0);
  }

  // Attached to a topic that was begun without a network: the topic goes first, and nothing is asked of the server
  // before.
  void whatIsAttachedToANewTopicGoesAfterIt() {
    const TopicId topic = TopicId::named("begun");
    StartTopic start;
    start.channelId = kNorth;
    start.topicId = topic;
    start.title = "Begonnen";
    start.body = "Zie de bijlage.";
    const CommandId command = CommandId::named("start");
    QVERIFY(
        world_->desk->addFiles(kNorth, {}, topic, {world_->write("Bijlage.txt", "tekst")}, {documentOf("Bijlage.txt")})
            .ok());
    QVERIFY(world_->outbox->queue(command, start, {}).ok());
    waitFor(UploadState::waiting);
    world_->goOnline();
    world_->desk->recordsChanged();
    QTest::qWait(200);
    QCOMPARE(world_->server.count("POST"), 0);
    QVERIFY(world_->isEachUploadIn(UploadState::waiting));
    Topic record;
    record.channelId = kNorth;
    record.title = start.title;
    world_->put({Record{kinds::kTopic, topic.text(), 50, false, toJsonText(record)}});
    world_->desk->recordsChanged();
    waitFor(UploadState::finishing);
    QCOMPARE(world_->commands<AddDocument>().at(0).topicId, topic);
  }

  // Only a topic that is on its way is waited for: of one that was given up the server is asked.
  void ofATopicThatWasGivenUpTheServerIsAsked() {
    const TopicId topic = TopicId::named("given up");
    QVERIFY(
        world_->desk->addFiles(kNorth, {}, topic, {world_->write("Bijlage.txt", "tekst")}, {documentOf("Bijlage.txt")})
            .ok());
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(world_->server.count("POST") > 0, kPatience);
  }

  void anEmptyFileIsOne() {
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Leeg.txt", {})}).ok());
    waitFor(UploadState::finishing);
    QCOMPARE(patches(), 0);
    QCOMPARE(world_->commands<AddDocument>().size(), std::size_t(1));
    const auto upload = world_->onlyUpload();
    world_->confirm(upload);
    QTRY_VERIFY_WITH_TIMEOUT(world_->uploads().empty(), kPatience);
    QVERIFY(QFile::exists(world_->contentFile(upload.sha256)));
  }

  // F18
  void aCutIsGoneOnFrom() {
    const auto bytes = DeskWorld::bytesOf(10'000'000);
    world_->server.cutPatchAfter = 3'000'000;
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Groot.bin", bytes)}).ok());
    waitFor(UploadState::finishing);
    QCOMPARE(received(world_->onlyUpload().id), bytes);
    // What came before the cut counts.
    QCOMPARE(world_->server.requests.at(world_->server.requests.size() - 2).headers.value("upload-offset"),
             QByteArray("3000000"));
    QCOMPARE(world_->commands<AddDocument>().size(), std::size_t(1));
  }

  // F18: at every step; the same ids, one command, the right bytes.
  void aKillAtEveryStepLosesNothing() {
    const auto bytes = DeskWorld::bytesOf(9'000'000);
    int kills = 0;
    bool isDue = false;
    // Nothing is answered to the n-th request: the program ends then.
    for (int step = 1; step <= 6; ++step) {
      world_ = std::make_unique<DeskWorld>();
      isDue = false;
      world_->server.beforeSending = [&](const ContentsServer::Request&, ContentsServer::Reply& reply) {
        if (world_->server.requests.size() != step) return;
        reply.saysNothing = true;
        isDue = true;
      };
      QVERIFY(world_->add({world_->write("Groot.bin", bytes)}).ok());
      const auto id = world_->onlyUpload().id;
      world_->goOnline();
      QTRY_VERIFY_WITH_TIMEOUT(isDue || world_->isEachUploadIn(UploadState::finishing), kPatience);
      kills += isDue ? 1 : 0;
      world_->restart();
      world_->server.beforeSending = {};
      world_->goOnline();
      waitFor(UploadState::finishing);
      QCOMPARE(world_->onlyUpload().id, id);
      QCOMPARE(received(id), bytes);
      QCOMPARE(world_->commands<AddDocument>().size(), std::size_t(1));
    }
    QVERIFY2(kills >= 5, QByteArray::number(kills));
  }

  void aKillWhileItIsCopiedBeginsTheCopyAnew() {
    QVERIFY(world_->add({world_->write("Groot.bin", DeskWorld::bytesOf(30'000'000))}).ok());
    world_->restart();
    waitFor(UploadState::waiting);
    QCOMPARE(world_->onlyUpload().sha256, sha256Of(DeskWorld::bytesOf(30'000'000)).toStdString());
  }

  // F4: never uploaded.
  void aCopyThatIsNotWholeIsMadeAnew_data() {
    QTest::addColumn<bool>("isSourceThere");
    QTest::newRow("from the file") << true;
    QTest::newRow("or it cannot be sent") << false;
  }
  void aCopyThatIsNotWholeIsMadeAnew() {
    QFETCH(bool, isSourceThere);
    const auto file = world_->write("Brief.txt", "van mij");
    QVERIFY(world_->add({file}).ok());
    waitFor(UploadState::waiting);
    const auto id = world_->onlyUpload().id;
    QFile aside(world_->folder() + "/uploads/" + QString::fromStdString(id.text()));
    QVERIFY(aside.open(QIODevice::WriteOnly | QIODevice::Truncate));
    aside.write(QByteArray(7, '\0'));
    aside.close();
    if (!isSourceThere) QVERIFY(QFile::remove(file));
    world_->restart();
    world_->goOnline();
    waitFor(isSourceThere ? UploadState::finishing : UploadState::failed);
    QCOMPARE(received(id), QByteArray(isSourceThere ? "van mij" : ""));
    if (!isSourceThere) QCOMPARE(world_->onlyUpload().errorCode, std::string("not_found"));
  }

  void whatTheServerForgotIsMadeAnew() {
    const auto bytes = DeskWorld::bytesOf(9'000'000);
    bool hasForgotten = false;
    world_->server.beforeSending = [&](const ContentsServer::Request& request, ContentsServer::Reply&) {
      if (request.verb == "PATCH" && !std::exchange(hasForgotten, true)) world_->server.uploads.clear();
    };
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Groot.bin", bytes)}).ok());
    waitFor(UploadState::finishing);
    QVERIFY(hasForgotten);
    QCOMPARE(received(world_->onlyUpload().id), bytes);
  }

  // After a crash of the server it may have less than it said.
  void theServerMayHaveLessThanItSaid() {
    const auto bytes = DeskWorld::bytesOf(9'000'000);
    bool hasLost = false;
    world_->server.beforeSending = [&](const ContentsServer::Request& request, ContentsServer::Reply&) {
      if (request.verb != "PATCH" || std::exchange(hasLost, true)) return;
      for (auto& [id, upload] : world_->server.uploads) upload.bytes.truncate(1'000'000);
    };
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Groot.bin", bytes)}).ok());
    waitFor(UploadState::finishing);
    QCOMPARE(received(world_->onlyUpload().id), bytes);
  }

  void whatTheServerRefusesStaysWithTheReason_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("too large") << 413 << QByteArray("too_large") << QByteArray("size") << QByteArray("too_large");
    QTest::newRow("full") << 413 << QByteArray("too_large") << QByteArray("quota") << QByteArray("quota");
    QTest::newRow("no right") << 403 << QByteArray("forbidden") << QByteArray() << QByteArray("forbidden");
    QTest::newRow("read-only") << 403 << QByteArray("forbidden") << QByteArray("lease") << QByteArray("lease");
    QTest::newRow("not in it") << 404 << QByteArray("not_found") << QByteArray() << QByteArray("not_found");
  }
  void whatTheServerRefusesStaysWithTheReason() {
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, detail);
    QFETCH(QByteArray, shown);
    world_->server.beforeAnswering = [&](const ContentsServer::Request& request, ContentsServer::Reply& reply) {
      reply = ContentsServer::error(status, code, detail);
      return request.verb == "POST";
    };
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Brief.txt", "van mij")}).ok());
    waitFor(UploadState::failed);
    QCOMPARE(QByteArray::fromStdString(world_->onlyUpload().errorCode), shown);
    QVERIFY(world_->outboxRows().empty());
    QTest::qWait(700);
    QCOMPARE(world_->server.requests.size(), 1);
    // The user tries again, and it goes.
    world_->server.beforeAnswering = {};
    QVERIFY(world_->desk->retryUpload(world_->onlyUpload().id).ok());
    waitFor(UploadState::finishing);
    QCOMPARE(received(world_->onlyUpload().id), QByteArray("van mij"));
  }

  // F14
  void aPortalIsNeverTakenForTheServer() {
    int answers = 0;
    world_->server.beforeAnswering = [&](const auto&, ContentsServer::Reply& reply) {
      reply = ContentsServer::portal();
      return answers++ < 2;
    };
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Brief.txt", "van mij")}).ok());
    waitFor(UploadState::finishing);
    QCOMPARE(received(world_->onlyUpload().id), QByteArray("van mij"));
  }

  void whatIsThereAlreadyIsNotSentAgain() {
    world_->addDocument("Wet.txt", "de wet");
    world_->addDocument("Regels.txt", "de regels");
    QVERIFY(world_
                ->add({world_->write("Kopie.txt", "de wet"), world_->write("Tweede.txt", "de regels"),
                       world_->write("Derde.txt", "de wet")})
                .ok());
    waitFor(UploadState::waiting);
    world_->goOnline();
    waitFor(UploadState::finishing);
    QCOMPARE(world_->server.count("POST"), 0);
    const auto told = world_->commands<AddDocument>();
    QCOMPARE(told.size(), std::size_t(3));
    for (const auto& one : told) {
      QCOMPARE(one.copyOf, versionOf(one.name == "Tweede.txt" ? "Regels.txt" : "Wet.txt"));
      QVERIFY(one.uploadId.isNil());
    }
  }

  void aVersionIsToldOfAsOne() {
    world_->addDocument("Wet.txt", "de wet");
    world_->goOnline();
    QVERIFY(
        world_->desk->addVersion(kNorth, documentOf("Wet.txt"), world_->write("nieuw.txt", "de nieuwe wet"), "art. 2")
            .ok());
    waitFor(UploadState::finishing);
    const auto told = world_->commands<AddVersion>();
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told[0].documentId, documentOf("Wet.txt"));
    QCOMPARE(told[0].baseVersionId, versionOf("Wet.txt"));
    QCOMPARE(told[0].remark, std::string("art. 2"));
    QCOMPARE(world_->onlyUpload().name, QString("Wet.txt"));
  }

  void pausedItWaitsAndGoesOn() {
    const auto bytes = DeskWorld::bytesOf(12'000'000);
    world_->server.beforeSending = [&](const ContentsServer::Request& request, ContentsServer::Reply& reply) {
      if (request.verb == "PATCH" && patches() == 2) reply.saysNothing = true;
    };
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Groot.bin", bytes)}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(patches(), 2, kPatience);
    const auto id = world_->onlyUpload().id;
    QVERIFY(world_->desk->pauseUpload(id, true).ok());
    QTest::qWait(700);
    QCOMPARE(world_->onlyUpload().state, UploadState::paused);
    QCOMPARE(patches(), 2);
    // Also over a restart.
    world_->restart();
    world_->goOnline();
    QTest::qWait(300);
    QCOMPARE(patches(), 2);
    QVERIFY(world_->desk->pauseUpload(id, false).ok());
    waitFor(UploadState::finishing);
    QCOMPARE(received(id), bytes);
    QCOMPARE(patches(), 3);
  }

  void cancelledNothingIsLeft() {
    world_->server.beforeSending = [&](const ContentsServer::Request& request, ContentsServer::Reply& reply) {
      if (request.verb == "PATCH" && patches() == 2) reply.saysNothing = true;
    };
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Groot.bin", DeskWorld::bytesOf(12'000'000))}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(patches(), 2, kPatience);
    QVERIFY(world_->desk->cancelUpload(world_->onlyUpload().id).ok());
    QVERIFY(world_->uploads().empty());
    QTRY_VERIFY_WITH_TIMEOUT(world_->server.uploads.empty(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(world_->filesOnDisk().isEmpty(), kPatience);
    QVERIFY(world_->outboxRows().empty());
  }

  void cancelledWhileItIsToldTheCommandGoesToo() {
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Brief.txt", "van mij")}).ok());
    waitFor(UploadState::finishing);
    QVERIFY(world_->desk->cancelUpload(world_->onlyUpload().id).ok());
    QVERIFY(world_->uploads().empty() && world_->outboxRows().empty());
  }

  // F28: the user's own file stays with him.
  void withoutAccessItFailsAndTheFileStays() {
    world_->goOnline();
    QVERIFY(world_->add({world_->write("Brief.txt", "van mij")}).ok());
    waitFor(UploadState::finishing);
    const auto upload = world_->onlyUpload();
    QVERIFY(world_->outbox->discard(upload.command).ok());
    world_->loseAccess();
    waitFor(UploadState::failed);
    QCOMPARE(world_->onlyUpload().errorCode, std::string("not_found"));
    QCOMPARE(DeskWorld::read(world_->folder() + "/uploads/" + QString::fromStdString(upload.id.text())),
             QByteArray("van mij"));
  }

  void aCommandThatCannotBeStoredIsStoredLater() {
    world_->desk.reset();
    auto isFull = std::make_shared<bool>(false);
    client::store::CacheOptions options;
    options.fails = [isFull] { return *isFull; };
    world_->restart(options);
    QVERIFY(world_->add({world_->write("Brief.txt", "van mij")}).ok());
    waitFor(UploadState::waiting);
    world_->server.beforeSending = [&](const ContentsServer::Request& request, ContentsServer::Reply&) {
      *isFull = request.verb == "PATCH";
    };
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(patches(), 1, kPatience);
    QTest::qWait(300);
    QVERIFY(world_->outboxRows().empty());
    *isFull = false;
    world_->goOnline();
    waitFor(UploadState::finishing);
    QCOMPARE(world_->outboxRows().size(), std::size_t(1));
  }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "sending_test.moc"

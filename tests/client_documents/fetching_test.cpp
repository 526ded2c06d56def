// Contents on their way here: resumed after a cut, believed only with their hash, never said to be here before they
// are, and gone when they may not be read any more.
#include "tests/client_documents/desk_world.h"

using namespace vb;
using namespace vb::test;

namespace {

constexpr int kLarge = 12'000'000;
constexpr int kPatience = 20'000;  // of a loaded machine

}  // namespace

class FetchingTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DeskWorld> world_;

  void waitUntilHere(const std::string& sha256) const { QTRY_VERIFY_WITH_TIMEOUT(world_->isHere(sha256), kPatience); }

 private Q_SLOTS:
  void init() { world_ = std::make_unique<DeskWorld>(); }
  void cleanup() { world_.reset(); }

  void whatMayBeReadComes() {
    const auto large = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(kLarge));
    const auto empty = world_->addDocument("Leeg.txt", {});
    world_->goOnline();
    waitUntilHere(large);
    waitUntilHere(empty);
    QCOMPARE(DeskWorld::read(world_->contentFile(large)), DeskWorld::bytesOf(kLarge));
    QVERIFY(QFile::exists(world_->contentFile(empty)));
    // Nothing is to be asked of the server for a content of no bytes.
    QCOMPARE(world_->server.requests.size(), 1);
    QVERIFY(!QFile::exists(world_->partFile(large)));
  }

  // F17: what changes meanwhile is looked at again and again; nothing is asked for twice.
  void nothingIsFetchedTwice() {
    std::vector<std::string> hashes;
    world_->goOnline();
    for (int i = 0; i < 40; ++i) {
      hashes.push_back(world_->addDocument(QStringLiteral("Blad %1.txt").arg(i), DeskWorld::bytesOf(20'000, i)));
      QTest::qWait(15);
    }
    for (const auto& sha256 : hashes) waitUntilHere(sha256);
    QCOMPARE(world_->server.count("GET"), 40);
  }

  void aCutIsGoneOnFrom() {
    const auto sha256 = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(kLarge));
    int cuts = 0;
    world_->server.beforeSending = [&](const ContentsServer::Request&, ContentsServer::Reply& reply) {
      if (cuts++ == 0) reply.cutAfter = 5'000'000;
    };
    world_->goOnline();
    waitUntilHere(sha256);
    QCOMPARE(world_->server.requests.size(), 2);
    const auto& second = world_->server.requests.last();
    const auto from = second.headers.value("range").mid(6).split('-').value(0).toLongLong();
    QVERIFY2(from > 1'000'000 && from <= 5'000'000, second.headers.value("range"));
    QCOMPARE(second.headers.value("if-range"), '"' + QByteArray::fromStdString(sha256) + '"');
    QCOMPARE(DeskWorld::read(world_->contentFile(sha256)), DeskWorld::bytesOf(kLarge));
  }

  // F17
  void aKillLosesNothingAndSaysNothingTooEarly() {
    const auto sha256 = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(kLarge));
    world_->server.beforeSending = [](const auto&, ContentsServer::Reply& reply) { reply.isPaced = true; };
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(world_->partFile(sha256)).size() > 3'000'000, kPatience);
    world_->restart();
    QVERIFY(!world_->isHere(sha256));
    QVERIFY(!QFile::exists(world_->contentFile(sha256)));
    world_->server.beforeSending = {};
    world_->goOnline();
    waitUntilHere(sha256);
    QVERIFY(world_->server.requests.last().headers.contains("range"));
    QCOMPARE(DeskWorld::read(world_->contentFile(sha256)), DeskWorld::bytesOf(kLarge));
  }

  // A server that knows no ranges, or whose content is another by now, begins anew.
  void aServerMayBeginAnew() {
    const auto sha256 = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(3'000'000));
    int answers = 0;
    world_->server.beforeSending = [&](const auto&, ContentsServer::Reply& reply) {
      if (answers++ == 0) {
        reply.cutAfter = 2'000'000;
        return;
      }
      reply.status = 200;
      reply.body = DeskWorld::bytesOf(3'000'000);
      reply.headers.removeLast();
    };
    world_->goOnline();
    waitUntilHere(sha256);
    QCOMPARE(DeskWorld::read(world_->contentFile(sha256)), DeskWorld::bytesOf(3'000'000));
  }

  // F17, A12
  void otherBytesAreThrownAwayAndFetchedAgain() {
    const auto sha256 = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(300'000));
    int answers = 0;
    world_->server.beforeSending = [&](const auto&, ContentsServer::Reply& reply) {
      if (answers++ == 0) reply.body[100] = static_cast<char>(reply.body[100] + 1);
    };
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, kPatience);
    waitUntilHere(sha256);
    QVERIFY(!world_->server.requests.last().headers.contains("range"));
    QCOMPARE(DeskWorld::read(world_->contentFile(sha256)), DeskWorld::bytesOf(300'000));
  }

  void whatStaysWrongIsGivenUpUntilTheUserAsks() {
    const auto sha256 = world_->addDocument("Wet.txt", "zoals het hoort");
    world_->server.beforeSending = [](const auto&, ContentsServer::Reply& reply) { reply.body[0] = 'Z'; };
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(world_->server.requests.size(), 5, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(world_->content(sha256).state, ContentState::failed, kPatience);
    QTest::qWait(1'000);
    QCOMPARE(world_->server.requests.size(), 5);
    QVERIFY(!QFile::exists(world_->contentFile(sha256)) && !QFile::exists(world_->partFile(sha256)));
    world_->server.beforeSending = {};
    world_->desk->fetch(versionOf("Wet.txt"));
    waitUntilHere(sha256);
  }

  void tooManyBytesAreNotTaken() {
    const auto sha256 =
        world_->server.addContent(pathOf(versionOf("Wet.txt")), DeskWorld::bytesOf(500'000)).toStdString();
    world_->put(world_->recordsOf("Wet.txt", sha256, 1'000));
    world_->desk->recordsChanged();
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(world_->content(sha256).state, ContentState::failed, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(world_->filesOnDisk().isEmpty(), kPatience);
  }

  void whatTheServerDoesNotHaveIsNotAskedForAgain() {
    const auto sha256 = world_->addDocument("Weg.txt", "weg");
    const auto other = world_->addDocument("Er.txt", "er");
    world_->server.contents.remove(pathOf(versionOf("Weg.txt")));
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(world_->content(sha256).errorCode, std::string("not_found"), kPatience);
    waitUntilHere(other);
    world_->desk->recordsChanged();
    QTest::qWait(700);
    QCOMPARE(world_->server.requests.size(), 2);
  }

  // F14
  void aPortalIsNeverTakenForData() {
    const auto sha256 = world_->addDocument("Wet.txt", "de wet");
    int answers = 0;
    world_->server.beforeAnswering = [&](const auto&, ContentsServer::Reply& reply) {
      reply = ContentsServer::portal();
      return answers++ == 0;
    };
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(world_->content(sha256).errorCode, std::string("captive_portal"), kPatience);
    waitUntilHere(sha256);
    QCOMPARE(DeskWorld::read(world_->contentFile(sha256)), QByteArray("de wet"));
  }

  void withoutATokenNothingIsSent() {
    world_->addDocument("Wet.txt", "de wet");
    world_->desk->goOnline(world_->server.url(), {});
    world_->desk->goOnline(QUrl("http://192.0.2.1:9"), "token");
    QTest::qWait(300);
    QVERIFY(world_->server.requests.isEmpty());
  }

  void aRejectedTokenStops() {
    const auto sha256 = world_->addDocument("Wet.txt", "de wet");
    world_->server.token = "another";
    world_->desk->goOnline(world_->server.url(), "token");
    QTRY_COMPARE_WITH_TIMEOUT(world_->server.requests.size(), 1, kPatience);
    QTest::qWait(1'200);
    QCOMPARE(world_->server.requests.size(), 1);
    world_->goOnline();
    waitUntilHere(sha256);
  }

  // F28, F29
  void whatMayNotBeReadAnyMoreGoes() {
    const auto here = world_->addDocument("Hier.txt", "geheim");
    world_->goOnline();
    waitUntilHere(here);
    bool isOpened = false;
    world_->desk->copyForOutside(versionOf("Hier.txt"),
                                 [&](const client::OpenedDocument& copy) { isOpened = copy.errorCode.isEmpty(); });
    QTRY_VERIFY_WITH_TIMEOUT(isOpened, kPatience);
    world_->server.beforeSending = [](const auto&, ContentsServer::Reply& reply) { reply.isPaced = true; };
    const auto coming = world_->addDocument("Onderweg.pdf", DeskWorld::bytesOf(kLarge));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(world_->partFile(coming)).size() > 1'000'000, kPatience);
    world_->loseAccess();
    QTRY_VERIFY_WITH_TIMEOUT(world_->filesOnDisk().isEmpty(), 1'000);
    QTest::qWait(300);
    QVERIFY2(world_->filesOnDisk().isEmpty(), qPrintable(world_->filesOnDisk().join(' ')));
    QVERIFY(world_->cache->contents().contents().empty());
  }

  // F28: gone with a kill between the records and the files.
  void whatAKillLeftGoesAtTheNextStart() {
    const auto sha256 = world_->addDocument("Hier.txt", "geheim");
    world_->goOnline();
    waitUntilHere(sha256);
    const auto file = world_->contentFile(sha256);
    world_->desk.reset();
    QVERIFY(world_->cache->purgeScope(Scope::channel(kNorth)).ok());
    QVERIFY(QFile::exists(file));
    world_->restart();
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(file), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(world_->cache->contents().contents().empty(), kPatience);
  }

  // Comes, and may not be read any more before its row is stored.
  void whatIsLostInTheMomentItCameLeavesNothing() {
    const auto sha256 = world_->addDocument("Hier.txt", "geheim");
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(world_->contentFile(sha256)), kPatience);
    world_->loseAccess();
    QTest::qWait(600);
    QVERIFY(world_->filesOnDisk().isEmpty());
    QVERIFY(world_->cache->contents().contents().empty());
  }

  // F4
  void aFileThatIsNotWholeIsFetchedAgain_data() {
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("short") << QByteArray("de w");
    QTest::newRow("zero") << QByteArray(6, '\0');
    QTest::newRow("empty") << QByteArray();
  }
  void aFileThatIsNotWholeIsFetchedAgain() {
    QFETCH(QByteArray, left);
    const auto sha256 = world_->addDocument("Wet.txt", "de wet");
    world_->goOnline();
    waitUntilHere(sha256);
    QFile file(world_->contentFile(sha256));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(left);
    file.close();
    world_->restart();
    world_->goOnline();
    QTest::qWait(300);
    QByteArray shown;
    const auto open = [&] {
      world_->desk->openDocument(versionOf("Wet.txt"), [&](const client::OpenedDocument& opened) {
        shown = opened.errorCode.isEmpty() ? DeskWorld::read(opened.file) : opened.errorCode.toUtf8();
      });
      QTest::qWait(50);
      return shown == "de wet";
    };
    QTRY_VERIFY_WITH_TIMEOUT(open() || (shown != "not_here" && shown != ""), kPatience);
    QCOMPARE(shown, QByteArray("de wet"));
  }

  void whatTheUserAskedForStaysAsked() {
    world_->server.beforeSending = [](const auto&, ContentsServer::Reply& reply) { reply.isPaced = true; };
    const auto sha256 = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(6'000'000));
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(world_->partFile(sha256)).size() > 0, kPatience);
    world_->desk->fetch(versionOf("Wet.pdf"));
    QVERIFY(world_->desk->setOfflineRule(kNorth, {OfflineKeep::pinnedOnly, 0}).ok());
    waitUntilHere(sha256);
    QVERIFY(world_->content(sha256).asked);
  }

  // F5: no file may be larger than so much, as if there was no room.
  void aFullDiskStopsAndIsTriedAgain() {
    const auto large = world_->addDocument("Wet.pdf", DeskWorld::bytesOf(kLarge));
    auto limit = std::make_unique<SmallFiles>(6'000'000);
    world_->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(world_->content(large).errorCode, std::string("disk_full"), kPatience);
    QCOMPARE(world_->refusals.size(), 1);
    QCOMPARE(world_->refusals.first().first, QString("disk_full"));
    QVERIFY(!QFile::exists(world_->contentFile(large)));
    limit.reset();
    world_->goOnline();
    waitUntilHere(large);
    // What there was room for was not fetched again.
    QVERIFY(world_->server.requests.last().headers.contains("range"));
    QCOMPARE(DeskWorld::read(world_->contentFile(large)), DeskWorld::bytesOf(kLarge));
  }

  void rowsThatCannotBeStoredAreStoredLater() {
    const auto sha256 = world_->addDocument("Wet.txt", "de wet");
    world_->desk.reset();
    auto isFull = std::make_shared<bool>(false);
    client::store::CacheOptions options;
    options.fails = [isFull] { return *isFull; };
    world_->restart(options);
    QTest::qWait(300);
    *isFull = true;
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(world_->contentFile(sha256)), kPatience);
    QTest::qWait(400);
    QVERIFY(!world_->isHere(sha256));
    *isFull = false;
    world_->desk->goOffline();
    QVERIFY(world_->isHere(sha256));
  }

  void theTotalLimitHolds() {
    QVERIFY(world_->desk->setStorageLimit(1'000'000).ok());
    const auto first = world_->addDocument("Een.bin", DeskWorld::bytesOf(600'000, 1));
    world_->goOnline();
    waitUntilHere(first);
    world_->clock.advance(Milliseconds(1));
    const auto second = world_->addDocument("Twee.bin", DeskWorld::bytesOf(600'000, 2));
    waitUntilHere(second);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(world_->contentFile(first)), kPatience);
    // Pinned, it comes back, and the other makes room.
    QVERIFY(world_->desk->setPinned(documentOf("Een.bin"), true).ok());
    waitUntilHere(first);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(world_->contentFile(second)), kPatience);
  }

  // What was told to be taken down meanwhile is not answered.
  void theDeskMayGoAtAnyMoment() {
    for (int wait : {0, 1, 5, 20, 60}) {
      for (int i = 0; i < 8; ++i)
        world_->addDocument(QStringLiteral("%1-%2").arg(wait).arg(i), DeskWorld::bytesOf(200'000, wait * 10 + i));
      QVERIFY(world_->add({world_->write("eigen.txt", "van mij")}).ok());
      world_->goOnline();
      int answers = 0;
      world_->desk->openDocument(versionOf("0-0"), [&](const client::OpenedDocument&) { ++answers; });
      world_->desk->readFileText(world_->write("tekst.txt", "tekst"), [&](const client::DocumentText&) { ++answers; });
      world_->desk->exportChannel(
          kNorth, world_->ownFolder(), [](int, int) {}, [&](const QString&) { ++answers; });
      QTest::qWait(wait);
      world_->desk.reset();
      const int before = answers;
      QTest::qWait(50);
      QCOMPARE(answers, before);
      world_->startDesk();
    }
  }
};

QTEST_GUILESS_MAIN(FetchingTest)
#include "fetching_test.moc"

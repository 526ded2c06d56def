// What is added: files and folders of the user as they are, looked at and copied aside; or why not.
#include <atomic>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include <QThread>

#include "tests/client_documents/desk_world.h"

using namespace vb;
using namespace vb::test;

namespace {

constexpr int kPatience = 20'000;

}  // namespace

class AddingTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DeskWorld> world_;

  void waitFor(UploadState state) const {
    QTRY_VERIFY2_WITH_TIMEOUT(world_->isEachUploadIn(state), world_->onlyUpload().errorCode.c_str(), kPatience);
  }

 private Q_SLOTS:
  void init() { world_ = std::make_unique<DeskWorld>(); }
  void cleanup() { world_.reset(); }

  void whoMayNotAddIsToldSo() {
    const auto file = world_->write("Brief.txt", "van mij");
    QCOMPARE(world_->desk->addFiles(ChannelId::named("elders"), {}, {}, {file}, {}).error().code, ErrorCode::notFound);
    DeskWorld guest(ChannelRole::guest);
    QCOMPARE(guest.desk->addFiles(kNorth, {}, {}, {file}, {}).error().code, ErrorCode::forbidden);
    QVERIFY(guest.uploads().empty());
  }

  void whatIsNoFileIsRefusedAndTheRestGoes() {
    QVERIFY(world_->add({world_->ownFolder() + "/is er niet.txt", world_->write("Brief.txt", "van mij"), "/dev/zero"})
                .ok());
    waitFor(UploadState::waiting);
    QCOMPARE(world_->uploads().size(), std::size_t(1));
    QTRY_COMPARE_WITH_TIMEOUT(world_->refusals.size(), 2, kPatience);
    QCOMPARE(world_->refusals.first().first, QString("not_found"));
    QVERIFY(!world_->desk->addVersion(kNorth, documentOf("nergens"), "/dev/zero", {}).ok());
  }

  void aFileThatKeepsChangingIsRefused() {
    const auto file = world_->write("Groeit.log", DeskWorld::bytesOf(20'000'000));
    std::atomic<bool> isOver = false;
    std::unique_ptr<QThread> writer(QThread::create([&] {
      QFile growing(file);
      if (!growing.open(QIODevice::Append)) return;
      while (!isOver) {
        growing.write("regel\n");
        growing.flush();
      }
    }));
    writer->start();
    QVERIFY(world_->add({file}).ok());
    waitFor(UploadState::failed);
    isOver = true;
    writer->wait();
    QCOMPARE(world_->onlyUpload().errorCode, std::string("conflict"));
    QVERIFY(world_->filesOnDisk().isEmpty());
    // Quiet now: it can be tried again.
    QVERIFY(world_->desk->retryUpload(world_->onlyUpload().id).ok());
    waitFor(UploadState::waiting);
    QCOMPARE(world_->onlyUpload().size, QFileInfo(file).size());
  }

  // A13
  void namesAreCleanedAndFit() {
    const QString longest = QString(251, 'n') + ".txt";
    QVERIFY(world_
                ->add({world_->write(longest, "a"), world_->write(QString::fromUtf8("factuur\u202Efdp.txt"), "b"),
                       world_->write("CON", "c"), world_->write("a:ads", "d")})
                .ok());
    world_->goOnline();
    waitFor(UploadState::finishing);
    std::set<std::string> names;
    for (const auto& one : world_->commands<AddDocument>()) names.insert(one.name);
    QCOMPARE(names, (std::set<std::string>{longest.toStdString(), "factuurfdp.txt", "_CON", "a_ads"}));
  }

  // F5
  void withoutRoomItWaitsForTheUser() {
    const auto file = world_->write("Groot.bin", DeskWorld::bytesOf(12'000'000));
    {
      SmallFiles limit(6'000'000);
      QVERIFY(world_->add({file}).ok());
      waitFor(UploadState::failed);
    }
    QCOMPARE(world_->onlyUpload().errorCode, std::string("disk_full"));
    QVERIFY(world_->filesOnDisk().isEmpty());
    QVERIFY(world_->desk->retryUpload(world_->onlyUpload().id).ok());
    waitFor(UploadState::waiting);
  }

  // ---- folders

  void aFolderComesWithWhatIsInIt() {
    world_->write("Draaiboek/Inhoud.md", "# Inhoud\n");
    world_->write("Draaiboek/Deel 1/Begin.md", "# Begin\n");
    world_->write("Draaiboek/Deel 1/.verborgen", "nee");
    // A folder that holds itself.
    QVERIFY(QFile::link(world_->ownFolder() + "/Draaiboek", world_->ownFolder() + "/Draaiboek/Deel 1/rond"));
    world_->goOnline();
    QVERIFY(world_->add({world_->ownFolder() + "/Draaiboek"}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(world_->uploads().size(), std::size_t(2), kPatience);
    waitFor(UploadState::finishing);
    const auto folders = world_->commands<AddFolder>();
    QCOMPARE(folders.size(), std::size_t(2));
    QCOMPARE(folders[0].name, std::string("Draaiboek"));
    QCOMPARE(folders[1].name, std::string("Deel 1"));
    QCOMPARE(folders[1].parentId, folders[0].folderId);
    for (const auto& told : world_->commands<AddDocument>())
      QCOMPARE(told.folderId, told.name == "Begin.md" ? folders[1].folderId : folders[0].folderId);
  }

  void foldersWithoutEndAreRefused() {
    // Deeper than a path of the system can say: made from within. The records of 10,000 are in the tests of the store.
    const QString top = world_->ownFolder() + "/diep";
    QVERIFY(QDir().mkpath(top));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(top));
    for (int depth = 0; depth < 2'500; ++depth)
      if (::mkdir("d", 0700) != 0 || ::chdir("d") != 0) QFAIL("mkdir");
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(world_->add({top}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(world_->refusals.size(), 1, kPatience);
    QCOMPARE(world_->refusals.first().first, QString("too_large"));
    QVERIFY(world_->outboxRows().empty() && world_->uploads().empty());
    removeDeep(top);
  }

  void aFullOutboxStoresNothingOfAFolder() {
    world_->write("Map/a.txt", "a");
    world_->desk.reset();
    auto isFull = std::make_shared<bool>(false);
    client::store::CacheOptions options;
    options.fails = [isFull] { return *isFull; };
    world_->restart(options);
    *isFull = true;
    QVERIFY(world_->add({world_->ownFolder() + "/Map"}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(world_->refusals.size(), 1, kPatience);
    *isFull = false;
    QVERIFY(world_->outboxRows().empty() && world_->uploads().empty());
  }

 private:
  static void removeDeep(const QString& top) {
    const QString before = QDir::currentPath();
    if (!QDir::setCurrent(top)) return;
    while (::chdir("d") == 0) continue;
    while (::chdir("..") == 0 && ::rmdir("d") == 0) continue;
    QDir::setCurrent(before);
  }
};

QTEST_GUILESS_MAIN(AddingTest)
#include "adding_test.moc"

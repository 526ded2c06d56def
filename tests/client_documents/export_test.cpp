// A channel as files: every version that can be had under a name that can be made anywhere, discussions, members, and
// one JSON; what is missing is said.
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/client_documents/desk_world.h"

using namespace vb;
using namespace vb::test;

namespace {

constexpr int kPatience = 20'000;

}  // namespace

class ExportTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DeskWorld> world_;
  QTemporaryDir target_;
  int told_ = 0;  // how far it was told to be
  int total_ = 0;

  QString exported() {
    QString code = "no answer";
    QEventLoop loop;
    told_ = total_ = 0;
    world_->desk->exportChannel(
        kNorth, target_.path(),
        [this](int ready, int total) {
          told_ = ready;
          total_ = total;
        },
        [&](const QString& answer) {
          code = answer;
          loop.quit();
        });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    loop.exec();
    return code;
  }
  QByteArray file(const QString& name) const { return DeskWorld::read(target_.filePath("Noord/" + name)); }
  QStringList missing() const {
    QStringList found;
    for (const auto& one : QJsonDocument::fromJson(file("kanaal.json")).object().value("missing").toArray())
      found << one.toString();
    return found;
  }
  void keepNothing() const { QVERIFY(world_->desk->setOfflineRule(kNorth, {OfflineKeep::pinnedOnly, 0}).ok()); }

 private Q_SLOTS:
  void init() {
    world_ = std::make_unique<DeskWorld>();
    QDir(target_.path()).removeRecursively();
    QVERIFY(QDir().mkpath(target_.path()));
  }
  void cleanup() { world_.reset(); }

  void whatIsHereAndWhatIsNotIsThere() {
    const auto here = world_->addDocument("Hier.txt", "die is hier");
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(world_->isHere(here), kPatience);
    keepNothing();
    world_->addDocument("Elders.bin", DeskWorld::bytesOf(7'000'000));
    world_->addDocument("Leeg.txt", {});
    int cuts = 0;
    world_->server.beforeSending = [&](const ContentsServer::Request& request, ContentsServer::Reply& reply) {
      if (request.verb == "GET" && cuts++ == 0) reply.cutAfter = 3'000'000;
    };
    QCOMPARE(exported(), QString());
    QCOMPARE(file("documenten/Hier.txt"), QByteArray("die is hier"));
    QCOMPARE(file("documenten/Elders.bin"), DeskWorld::bytesOf(7'000'000));
    QVERIFY(QFile::exists(target_.filePath("Noord/documenten/Leeg.txt")));
    QVERIFY(missing().isEmpty());
    QCOMPARE(told_, total_);
    QCOMPARE(total_, 4);
    // A second one stands beside the first.
    QCOMPARE(exported(), QString());
    QVERIFY(QDir(target_.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 2);
  }

  void whatCannotBeHadIsNamed() {
    keepNothing();
    world_->addDocument("Een.txt", "een");
    world_->addDocument("Twee.txt", "twee");
    world_->addDocument("Drie.txt", "drie");
    world_->server.contents.remove(pathOf(versionOf("Twee.txt")));
    world_->server.beforeSending = [](const ContentsServer::Request& request, ContentsServer::Reply& reply) {
      if (request.path.endsWith(pathOf(versionOf("Drie.txt")))) reply.body = "dief";
    };
    world_->goOnline();
    QCOMPARE(exported(), QString("not_here"));
    QCOMPARE(file("documenten/Een.txt"), QByteArray("een"));
    auto named = missing();
    named.sort();
    QCOMPARE(named, (QStringList{"documenten/Drie.txt", "documenten/Twee.txt"}));
    QVERIFY(!QFile::exists(target_.filePath("Noord/documenten/Drie.txt")));
  }

  // Thousands, none of which can be had.
  void offlineManyAreMissing() {
    keepNothing();
    std::vector<Record> records;
    for (int i = 0; i < 3'000; ++i)
      for (auto& one : world_->recordsOf(QStringLiteral("Blad %1.txt").arg(i), "a" + std::to_string(i), 10))
        records.push_back(one);
    world_->put(records);
    QCOMPARE(exported(), QString("not_here"));
    QCOMPARE(missing().size(), 3'000);
  }

  // A13
  void namesStayInsideAndApart() {
    Folder folder;
    folder.name = "..";
    const auto id = FolderId::named("map");
    world_->put({record(kinds::kFolder, id.text(), 9'000, folder)});
    world_->goOnline();
    world_->addDocument("..\\..\\weg.txt", "a");
    world_->addDocument("CON", "b");
    world_->addDocument("Naam.txt", "c");
    world_->addDocument("naam.txt", "d");
    // As the folder beside it, whatever that is called on disk.
    world_->addDocument("document", "e");
    QCOMPARE(exported(), QString());
    QCOMPARE(QDir(target_.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{"Noord"});
    const auto files = QDir(target_.filePath("Noord/documenten")).entryList(QDir::Files);
    QCOMPARE(files.size(), 5);
    QVERIFY2(files.contains("_.._weg.txt") && files.contains("_CON"), qPrintable(files.join('|')));
    QVERIFY2(!files.contains("document"), qPrintable(files.join('|')));
    QCOMPARE(int(files.contains("Naam.txt")) + int(files.contains("naam.txt")), 1);
  }

  void withoutAccessItEnds() {
    world_->addDocument("Een.txt", "een");
    world_->loseAccess();
    QCOMPARE(exported(), QString("not_found"));
    QVERIFY(QDir(target_.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
  }

  void accessThatIsLostMeanwhileEndsIt() {
    keepNothing();
    for (const char* name : {"Een.txt", "Twee.txt", "Drie.txt"}) world_->addDocument(name, name);
    world_->server.beforeSending = [this](const ContentsServer::Request&, ContentsServer::Reply&) {
      if (world_->server.requests.size() == 1) QTimer::singleShot(0, this, [this] { world_->loseAccess(); });
    };
    world_->goOnline();
    QCOMPARE(exported(), QString("not_found"));
    QVERIFY(world_->server.requests.size() < 3);
    QVERIFY(!QFile::exists(target_.filePath("Noord/kanaal.json")));
  }

  // F5
  void aFullDiskEndsIt() {
    keepNothing();
    world_->addDocument("Groot.bin", DeskWorld::bytesOf(9'000'000));
    world_->goOnline();
    SmallFiles limit(6'000'000);
    QCOMPARE(exported(), QString("disk_full"));
  }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"

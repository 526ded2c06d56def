// Importing a folder of files: what becomes of names, what is passed over, and that again is harmless.
#include <set>
#include <sys/stat.h>

#include "server/app/import_documents.h"
#include "server/app/import_names.h"
#include "server/services/channels.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"
#include "tests/import/import_world.h"

using namespace vb;
using namespace vb::server::app;
namespace fs = std::filesystem;

class DocumentsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::ImportWorld> world_;
  std::unique_ptr<server::blobs::BlobStore> blobs_;
  ChannelId channel_ = ChannelId::named("channel");
  UserId owner_;
  fs::path source_;

  Result<DocumentsOutcome> run(std::int64_t bytesMax = 1 << 20, int batchesUntilCrash = -1) {
    world_->messages.str("");
    auto sink = documentSink(*world_->storage, *blobs_, bytesMax);
    sink.write = [write = sink.write, batchesUntilCrash](auto import) mutable {
      if (batchesUntilCrash-- == 0) return Result<server::services::ImportedDocuments>(fail(ErrorCode::unavailable));
      return write(std::move(import));
    };
    return importDocuments({source_, channel_, owner_, world_->clock.now()}, sink, world_->messages);
  }
  std::string said() {
    const auto outcome = run();
    return outcome ? describe(*outcome) : std::string(errorName(outcome.error().code));
  }
  void write(const fs::path& name, const std::string& text) const {
    fs::create_directories((source_ / name).parent_path());
    std::ofstream(source_ / name, std::ios::binary) << text;
  }
  // "folder/name" of every document.
  std::set<std::string> paths() const {
    std::map<std::string, Folder> folders;
    std::vector<Document> documents;
    for (const auto& record : world_->recordsOf(Scope::channel(channel_))) {
      if (record.deleted) continue;
      if (record.kind == kinds::kFolder) folders[record.id] = *fromJsonText<Folder>(record.body);
      if (record.kind == kinds::kDocument) documents.push_back(*fromJsonText<Document>(record.body));
    }
    std::set<std::string> all;
    for (const auto& document : documents) {
      std::string path = document.name;
      for (auto id = document.folderId; !id.isNil(); id = folders.at(id.text()).parentId)
        path = folders.at(id.text()).name + "/" + path;
      all.insert(path);
    }
    return all;
  }

 private Q_SLOTS:
  void init() {
    world_ = std::make_unique<test::ImportWorld>();
    source_ = world_->folder.filePath("in").toStdString();
    fs::create_directories(source_);
    auto opened = server::blobs::openBlobStore({world_->folder.filePath("documents").toStdString(), world_->clock, {}});
    QVERIFY(opened.ok());
    blobs_ = std::move(*opened);
    server::services::Registration olga{"olga@example.nl", "paard batterij nietje", {}};
    olga.profile.name = "Olga";
    olga.profile.role = Role::practitioner;
    const auto account = world_->sink.account(std::move(olga));
    QVERIFY(account.ok());
    owner_ = *account;
    world_->storage->write(
        [&](server::storage::Tables& tables) {
          server::services::NewChannel made;
          made.id = channel_;
          made.channel.name = "Noord";
          made.owner = owner_;
          return server::services::createChannel(tables, made, world_->clock.now());
        },
        [](Result<void> made) { QVERIFY(made.ok()); });
  }
  void cleanup() {
    blobs_.reset();
    world_.reset();
  }

  void namesAreCleaned_data() {
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("cleaned");
    QTest::newRow("usual") << QByteArray("Besluit RVC’s (2014).md") << QByteArray("Besluit RVC’s (2014).md");
    QTest::newRow("path") << QByteArray("..\\x") << QByteArray(".._x");
    QTest::newRow("up") << QByteArray("..") << QByteArray("_");
    QTest::newRow("blanks") << QByteArray("  ") << QByteArray("_");
    QTest::newRow("turned") << QByteArray("a\u202Efdp.exe") << QByteArray("a_fdp.exe");
    QTest::newRow("lines") << QByteArray("a\nb\tc\x01") << QByteArray("a_b_c_");
    QTest::newRow("no utf-8") << QByteArray("a\xff\xc3.md") << QByteArray("a__.md");
    QTest::newRow("longest") << QByteArray(255, 'a') << QByteArray(255, 'a');
  }
  void namesAreCleaned() {
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, cleaned);
    QCOMPARE(QByteArray::fromStdString(cleanedName(raw.toStdString())), cleaned);
  }

  void typesAreOfTheEnding() {
    QCOMPARE(mediaTypeOf("a.MD"), std::string("text/markdown"));
    QCOMPARE(mediaTypeOf("a.md.pdf"), std::string("application/pdf"));
    QCOMPARE(mediaTypeOf("README"), std::string("application/octet-stream"));
    QCOMPARE(mediaTypeOf("a.exe"), std::string("application/octet-stream"));
  }

  void foldersAndFilesBecomeFoldersAndDocuments() {
    write("Een.md", "een");
    write("Map/Twee.txt", "twee");
    write("Map/Dieper/Drie.md", "");  // an empty one too
    write("Map/a\\Vier.md", "vier");
    QCOMPARE(said(), std::string("4 documents: 4 added, 0 with a new version, 0 unchanged"));
    QCOMPARE(paths(), (std::set<std::string>{"Een.md", "Map/Twee.txt", "Map/Dieper/Drie.md", "Map/a_Vier.md"}));
    QVERIFY2(world_->told().contains("4 of 4 files"), qPrintable(world_->told()));
    const auto head = world_->recordsOf(Scope::channel(channel_)).size();
    QCOMPARE(said(), std::string("4 documents: 0 added, 0 with a new version, 4 unchanged"));
    QCOMPARE(world_->recordsOf(Scope::channel(channel_)).size(), head);
    write("Een.md", "anders");
    QCOMPARE(said(), std::string("4 documents: 0 added, 1 with a new version, 3 unchanged"));
  }

  void whatIsNoDocumentIsToldAndSkipped() {
    write("Goed.md", "goed");
    write(".verborgen", "x");
    write(".git/config", "x");
    write("Groot.md", std::string(101, 'x'));
    fs::create_symlink("/etc/passwd", source_ / "Link.md");
    fs::create_directory_symlink("/etc", source_ / "Map");
    QCOMPARE(::mkfifo((source_ / "Pijp").c_str(), 0600), 0);
    const auto outcome = run(100);
    QVERIFY(outcome.ok());
    QCOMPARE(describe(*outcome), std::string("1 documents: 1 added, 0 with a new version, 0 unchanged, 4 skipped"));
    QCOMPARE(paths(), std::set<std::string>{"Goed.md"});
    for (const char* name : {"Groot.md: skipped, too large", "Link.md: skipped", "Map: skipped", "Pijp: skipped"})
      QVERIFY2(world_->told().contains(name), qPrintable(world_->told()));
    QVERIFY(!world_->told().contains("verborgen"));
    source_ /= "nergens";
    QCOMPARE(run().error().code, ErrorCode::ioFailed);
  }

  // Ten thousand would be no other than forty.
  void foldersEndAtTheirDepth() {
    fs::path deep;
    for (int depth = 0; depth < 40; ++depth) {
      deep /= "m";
      write(deep / "x.md", std::to_string(depth));
    }
    QCOMPARE(said(), std::string("32 documents: 32 added, 0 with a new version, 0 unchanged, 1 skipped"));
  }

  void oneThatWasCutShortGoesOn() {
    for (int i = 0; i < 120; ++i) write(std::to_string(i) + ".md", "tekst " + std::to_string(i));
    QCOMPARE(run(1 << 20, 1).error().code, ErrorCode::unavailable);
    QCOMPARE(paths().size(), std::size_t(50));
    QCOMPARE(said(), std::string("120 documents: 70 added, 0 with a new version, 50 unchanged"));
    QCOMPARE(paths().size(), std::size_t(120));
  }

  void theSampleBringsItsDocuments() {
    world_->sink.documents = documentSink(*world_->storage, *blobs_, 1 << 24);
    const SampleOptions options{"resources/sample", true};
    const auto first = importSample(options, world_->sink, world_->clock, world_->messages);
    QVERIFY2(first.ok(), first ? "" : first.error().detail.c_str());
    int documents = 0;
    const auto channel = ChannelId::named("sample-channel:schuldhulp-noord");
    for (const auto& record : world_->recordsOf(Scope::channel(channel)))
      documents += record.kind == kinds::kDocument ? 1 : 0;
    QVERIFY(documents >= 5);
    const auto again = importSample(options, world_->sink, world_->clock, world_->messages);
    QVERIFY(again.ok());
    QCOMPARE(again->written, 0);
  }

  void theLawsComeInWhole() {
    source_ = test::realInput("laws");
    if (source_.empty()) QSKIP("the laws are not here");
    const auto outcome = run(1 << 28);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->counts.added, 193);
    QCOMPARE(said(), std::string("193 documents: 0 added, 0 with a new version, 193 unchanged"));
    for (const auto& path : paths()) QVERIFY2(fs::exists(source_ / path), path.c_str());
  }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"

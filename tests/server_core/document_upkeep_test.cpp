// What goes by itself and what never does; and files that the operator brings in.
#include <QTest>

#include "shared/base/limits.h"
#include "tests/server_core/document_world.h"

using namespace vb;
using namespace vb::test;

namespace {
constexpr std::chrono::hours kDay{24};
}  // namespace

class DocumentUpkeepTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DocumentWorld> world_;
  std::string hashOf(VersionId id) { return world_->version(id)->sha256; }

  services::ImportedDocument file(const std::string& source, const std::string& bytes) {
    services::ImportedDocument file;
    file.source = source;
    for (std::size_t from = 0, to = 0; to != std::string::npos; from = to + 1) {
      to = source.find('/', from);
      (to == std::string::npos ? file.name : file.folders.emplace_back()) = source.substr(from, to - from);
    }
    const auto upload = world_->begin("olga", bytes);
    world_->blobs->finish(upload, static_cast<std::int64_t>(bytes.size()), [&](auto stored) {
      ChannelWorld::must(stored.ok(), "finish");
      file.content = *stored;
    });
    world_->core.write([&](storage::Tables& tables) { tables.contents().removeUpload(upload); });
    return file;
  }
  Result<services::ImportedDocuments> import(std::vector<services::ImportedDocument> files, const char* as = "olga") {
    Result<services::ImportedDocuments> counts = fail(ErrorCode::internal, "no answer");
    services::importDocuments(*world_->core.store,
                              {world_->channel, world_->people.at(as).user, world_->core.clock.now(), std::move(files)},
                              [&](auto given) { counts = given; });
    return counts;
  }
  static QByteArray said(const Result<services::ImportedDocuments>& counts) {
    if (!counts)
      return QByteArray::fromStdString(std::string(errorName(counts.error().code)) + " " + counts.error().detail);
    return QByteArray::number(counts->added) + " added " + QByteArray::number(counts->versions) + " versions " +
           QByteArray::number(counts->unchanged) + " unchanged " + QByteArray::number(counts->removed) + " removed" +
           (counts->full ? " full" : "");
  }
  std::map<std::string, Document> documents() {
    std::map<std::string, Document> all;
    for (const auto& record : world_->core.everything(world_->people.at("olga"), world_->scope))
      if (record.kind == kinds::kDocument && !record.deleted) {
        auto document = *fromJsonText<Document>(record.body);
        all.emplace(document.name, document);
      }
    return all;
  }
  int folders() {
    int count = 0;
    for (const auto& record : world_->core.everything(world_->people.at("olga"), world_->scope))
      count += record.kind == kinds::kFolder && !record.deleted ? 1 : 0;
    return count;
  }

 private Q_SLOTS:
  void init() { world_ = std::make_unique<DocumentWorld>(); }
  void cleanup() { world_.reset(); }

  void aContentStaysUntilItsLastVersionGoes() {
    const auto first = world_->add("lid", "Dezelfde tekst");
    const auto second = world_->add("mo", "Dezelfde tekst");
    const auto other = world_->add("lid", "Andere tekst");
    const auto sha256 = hashOf(first.versionId);
    const auto kept = hashOf(other.versionId);
    QCOMPARE(sha256, hashOf(second.versionId));
    QVERIFY(world_->apply("lid", world_->trash(first.documentId, true)));
    world_->core.clock.advance(kDay * 31);
    QCOMPARE(world_->emptyBins(), 1);
    QCOMPARE(world_->collect().contents, 0);
    QVERIFY(world_->isStored(sha256));
    QVERIFY(world_->apply("lid", world_->trash(second.documentId, true)));
    world_->core.clock.advance(kDay * 31);
    QCOMPARE(world_->emptyBins(), 1);
    QCOMPARE(world_->collect().contents, 1);
    QVERIFY(!world_->isStored(sha256));
    QVERIFY(world_->isStored(kept));
    QCOMPARE(world_->collect().contents, 0);
  }

  void whatJustCameInIsNeverTaken() {
    const auto waiting = world_->upload("lid", "Straks toegevoegd");
    // Stored, and the server stopped before it could say so.
    const auto unsaid = world_->begin("lid", "Nog niet gezegd");
    std::string sha256;
    world_->blobs->finish(unsaid, 15, [&](auto stored) { sha256 = stored->sha256; });
    world_->core.clock.advance(kDay - std::chrono::hours(1));
    QCOMPARE(world_->collect().contents, 0);
    QVERIFY(world_->isStored(sha256));
    world_->core.clock.advance(kDay * 5);
    QCOMPARE(world_->collect().contents, 1);  // nobody has it
    QVERIFY(!world_->isStored(sha256));
    const auto command = world_->adding(waiting);
    QVERIFY(world_->apply("lid", command));
    QCOMPARE(world_->collect().contents, 0);
    QVERIFY(world_->isStored(hashOf(command.versionId)));
  }

  // A sweep looks, somebody stores the same file again, the sweep removes.
  void whatIsStoredAgainDuringASweepStays() {
    const auto made = world_->add("lid", "Terug van weggeweest");
    const auto sha256 = hashOf(made.versionId);
    QVERIFY(world_->apply("lid", world_->trash(made.documentId, true)));
    world_->core.clock.advance(kDay * 31);
    QCOMPARE(world_->emptyBins(), 1);
    std::vector<std::string> seen;
    const auto before = world_->core.clock.now() - kDay;
    world_->blobs->unchangedSince(before, [&](auto unchanged) { seen = *unchanged; });
    QCOMPARE(seen, std::vector<std::string>{sha256});
    const auto again = world_->upload("lid", "Terug van weggeweest");
    world_->blobs->remove(seen, before, [](auto removed) { QCOMPARE(*removed, std::int64_t(0)); });
    QVERIFY(world_->apply("lid", world_->adding(again)));
    QVERIFY(world_->isStored(sha256));
  }

  void anUploadIsKeptForAWeek() {
    const auto stale = world_->begin("lid", "Half bestand");
    const auto finished = world_->upload("lid", "Heel bestand");
    world_->core.clock.advance(kDay * 6);
    QCOMPARE(world_->collect().uploads, std::int64_t(0));
    const auto fresh = world_->begin("lid", "Nieuw");
    world_->core.clock.advance(kDay + std::chrono::hours(1));
    const auto collected = world_->collect();
    QCOMPARE(collected.uploads, std::int64_t(2));
    QCOMPARE(collected.contents, std::int64_t(1));  // of the one that was finished and never used
    const auto size = [&](UploadId id) {
      std::int64_t there = -1;
      world_->blobs->sync(id, [&](Result<std::int64_t> given) { there = *given; });
      return there;
    };
    QVERIFY(!world_->hasUpload(stale) && !world_->hasUpload(finished) && world_->hasUpload(fresh));
    QCOMPARE(size(stale), std::int64_t(0));
    QCOMPARE(size(fresh), std::int64_t(5));
    QCOMPARE(world_->answer("lid", world_->adding(finished)), QByteArray("not_found upload_id"));
  }

  void manyGoInManyTransactions() {
    for (int i = 0; i < 45; ++i) {
      const auto made = world_->add("lid", "Tekst " + std::to_string(i));
      QVERIFY(world_->apply("lid", world_->trash(made.documentId, true)));
      if (i % 20 == 19) world_->core.clock.advance(std::chrono::minutes(5));  // nobody types faster
    }
    world_->core.clock.advance(kDay * 31);
    QCOMPARE(world_->emptyBins(), 45);
    QCOMPARE(world_->collect().contents, std::int64_t(45));
    QCOMPARE(world_->usedBytes(), std::int64_t(0));
  }

  // ---- importing -----------------------------------------------------------------------------------------

  void importingAgainFindsTheSameDocuments() {
    const auto files = [&](const std::string& second) {
      return std::vector{file("Boven.md", "a"), file("Map/Een.md", second), file("Map/Dieper/Twee.md", "c")};
    };
    QCOMPARE(said(import(files("b"))), QByteArray("3 added 0 versions 0 unchanged 0 removed"));
    QCOMPARE(folders(), 2);
    QCOMPARE(world_->usedBytes(), std::int64_t(3));
    const auto head = world_->core.head(world_->scope);
    QCOMPARE(said(import(files("b"))), QByteArray("0 added 0 versions 3 unchanged 0 removed"));
    QCOMPARE(world_->core.head(world_->scope), head);
    QCOMPARE(said(import(files("anders"))), QByteArray("0 added 1 versions 2 unchanged 0 removed"));
    const auto changed = documents().at("Een.md");
    const auto version = *world_->version(changed.currentVersionId);
    QCOMPARE(version.number, 2);
    QVERIFY(!version.concurrent && !version.baseVersionId.isNil());
    QVERIFY(world_->isStored(version.sha256));
    QCOMPARE(said(import(files("b"))), QByteArray("0 added 1 versions 2 unchanged 0 removed"));
    QCOMPARE(world_->version(documents().at("Een.md").currentVersionId)->number, 3);
    QCOMPARE(world_->usedBytes(), std::int64_t(10));
  }

  void whatPeopleDidSinceStays() {
    QCOMPARE(said(import({file("Map/Een.md", "a"), file("Map/Twee.md", "b"), file("Map/Drie.md", "c")})),
             QByteArray("3 added 0 versions 0 unchanged 0 removed"));
    std::map<std::string, DocumentId> ids;
    for (const auto& record : world_->core.everything(world_->people.at("olga"), world_->scope))
      if (record.kind == kinds::kDocument)
        ids[fromJsonText<Document>(record.body)->name] = *DocumentId::parse(record.id);
    ChangeDocument rename{world_->channel, ids.at("Een.md"), 0, "Anders.md", FolderId{}, {}};
    QVERIFY(world_->apply("lid", rename));
    const auto own = world_->versionOf(ids.at("Een.md"), documents().at("Anders.md").currentVersionId,
                                       world_->upload("lid", "Van mij"));
    QVERIFY(world_->apply("lid", own));
    QVERIFY(world_->apply("lid", world_->trash(ids.at("Twee.md"), true)));
    QVERIFY(world_->apply("lid", world_->trash(ids.at("Drie.md"), true)));
    QVERIFY(world_->apply("lid", world_->trash(ids.at("Drie.md"), false)));
    QCOMPARE(said(import({file("Map/Een.md", "a"), file("Map/Twee.md", "b2"), file("Map/Drie.md", "c")})),
             QByteArray("0 added 0 versions 2 unchanged 1 removed"));
    QCOMPARE(documents().at("Anders.md").currentVersionId, own.versionId);
    world_->core.clock.advance(kDay * 31);
    QCOMPARE(world_->emptyBins(), 1);
    QCOMPARE(said(import({file("Map/Twee.md", "b2")})), QByteArray("0 added 0 versions 0 unchanged 1 removed"));
    QVERIFY(!documents().contains("Twee.md"));
  }

  void itStopsWhereTheStorageEnds() {
    Lease lease;
    lease.quotaBytes = 10;
    world_ = std::make_unique<DocumentWorld>(lease);
    QCOMPARE(said(import({file("a.md", "vier"), file("b.md", "vijf!"), file("c.md", "te"), file("d.md", "x")})),
             QByteArray("2 added 0 versions 0 unchanged 0 removed full"));
    QCOMPARE(world_->usedBytes(), std::int64_t(9));
    QVERIFY(!documents().contains("d.md"));
  }

  void theRulesAreThoseOfPeople() {
    world_->invite("mo", "gast", ChannelRole::guest, {world_->startTopic("lid")});
    QCOMPARE(said(import({file("a.md", "a")}, "ver")), QByteArray("not_found author"));
    QCOMPARE(said(import({file("a.md", "a")}, "gast")), QByteArray("not_found author"));
    std::string deep;
    for (int i = 0; i <= limits::kFolderDepthMax; ++i) deep += "m/";
    auto bad = file("b.md", "b");
    bad.name = "a\\b";
    for (const auto& one : {file(deep + "a.md", "a"), bad}) {
      QCOMPARE(said(import({file("goed.md", "g"), one})), QByteArray::fromStdString("bad_field " + one.source));
      QVERIFY(documents().empty());  // all of it or nothing
    }
    const auto known = world_->addFolder("lid", "Map");
    QCOMPARE(said(import({file("Map/a.md", "a")})), QByteArray("1 added 0 versions 0 unchanged 0 removed"));
    QCOMPARE(documents().at("a.md").folderId, known);
  }
};

QTEST_GUILESS_MAIN(DocumentUpkeepTest)
#include "document_upkeep_test.moc"

// What must go from the cache of documents, and what must not: lost access, removed versions and documents, cases that
// are erased; older caches, and a damaged file with one's own things.
#include <QDir>
#include <QTest>

#include "client/core/store/schema.h"
#include "tests/client_store/document_fixture.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

class DocumentLossTest : public DocumentTestBase {
  Q_OBJECT

  void remove(const char* kind, const std::string& id) {
    ++seq_;
    STORED(cache_->applyRecords(Scope::channel(kChannel), {tombstone(kind, id, seq_)}, upTo(seq_)));
  }
  void putMarked() {
    putDocument(kLaw, {}, "Wet.md", 1);
    keep(1);
    saveText(1, QString("De %1 helpt.").arg(kMarker));
    QCOMPARE(found(kMarker).size(), 1);
  }

 private Q_SLOTS:
  void init() { begin(); }
  void cleanup() { end(); }

  void aRemovedVersionLeavesNothing() {
    putMarked();
    put(kinds::kVersion, kSecond.text(), versionOf(kLaw, 2, 2));
    put(kinds::kDocument, kLaw.text(), documentIn({}, "Wet.md", kSecond));
    QCOMPARE(folder_->number("SELECT count(*) FROM document_piece"), 1);
    remove(kinds::kVersion, VersionId::named("Wet.md 1").text());
    QVERIFY(isNowhere(kMarker));
  }

  // Its versions may come later, or never: nobody can open them.
  void aRemovedDocumentLeavesNothing() {
    putMarked();
    remove(kinds::kDocument, kLaw.text());
    QVERIFY(found(kMarker).isEmpty());
    QVERIFY(isNowhere(kMarker));
  }

  void anErasedCaseTakesItsDocumentsAlong() {
    const auto topic = TopicId::named("casus");
    Topic made;
    made.channelId = kChannel;
    made.kind = TopicKind::caseDiscussion;
    made.title = "Casus";
    made.caseParts = CaseParts{"Situatie", "", "Vraag", ""};
    made.authorId = kAnna;
    made.eraseAt = Timestamp(Milliseconds(kStart + 1'000));
    put(kinds::kTopic, topic.text(), made);
    const auto version = VersionId::named("Bijlage.md 1");
    auto attached = documentIn({}, "Bijlage.md", version);
    attached.topicId = topic;
    put(kinds::kDocument, kLaw.text(), attached);
    put(kinds::kVersion, version.text(), versionOf(kLaw, 1, 1));
    keep(1);
    saveText(1, QString("De %1 helpt.").arg(kMarker));
    QCOMPARE(folder_->reader()->channels().attachments(kChannel).size(), 1);
    QCOMPARE(folder_->reader()->channels().documents(kChannel, {}, DocumentSort::name).size(), 0);
    QCOMPARE(*cache_->eraseExpired(kStart + 999), 0);
    QCOMPARE(found(kMarker).size(), 1);
    QCOMPARE(*cache_->eraseExpired(kStart + 1'000), 1);
    QVERIFY(found(kMarker).isEmpty());
    QVERIFY(folder_->reader()->channels().attachments(kChannel).isEmpty());
    QVERIFY(isNowhere(kMarker));
  }

  // A rebuild is the other way in which records go.
  void whatARebuildDoesNotBringLeavesNothing() {
    putMarked();
    Channel channel;
    channel.name = "Noord";
    const auto scope = Scope::channel(kChannel);
    STORED(cache_->beginRebuild(scope));
    STORED(cache_->stageRecords(scope, {record(kinds::kChannel, kChannel.text(), 1, channel)}));
    QCOMPARE(found(kMarker).size(), 1);
    STORED(cache_->finishRebuild(scope, Cursor{"epoch-2", 1, 1, 1}));
    QVERIFY(found(kMarker).isEmpty());
    QVERIFY(isNowhere(kMarker));
  }

  // The text was being read while access was lost.
  void aTextThatComesTooLateIsNotKept() {
    putDocument(kLaw, {}, "Wet.md", 1);
    keep(1);
    STORED(cache_->purgeScope(Scope::channel(kChannel)));
    saveText(1, QString::fromUtf8(kMarker));
    QCOMPARE(folder_->number("SELECT count(*) FROM content_text"), 0);
    QVERIFY(!cache_->texts().text(hashOf(1)));
    QVERIFY(isNowhere(kMarker));
  }

  // The same content elsewhere is still read there.
  void anotherChannelKeepsItsText() {
    putMarked();
    const auto other = ChannelId::named("zuid");
    const auto version = VersionId::named("elders 1");
    const auto document = DocumentId::named("elders");
    STORED(cache_->applyRecords(Scope::channel(other),
                                {record(kinds::kDocument, document.text(), 1, documentIn({}, "Elders.md", version)),
                                 record(kinds::kVersion, version.text(), 2, versionOf(document, 1, 1))},
                                upTo(2)));
    QCOMPARE(found(kMarker).size(), 2);
    STORED(cache_->purgeScope(Scope::channel(kChannel)));
    const auto hits = found(kMarker);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].document, document);
    STORED(cache_->purgeScope(Scope::channel(other)));
    QVERIFY(isNowhere(kMarker));
  }

  // ---- hostile records -------------------------------------------------------------------------------------

  void namesAndNumbersOfStrangersDoNoHarm() {
    const std::string longName(255, 'x');
    put(kinds::kFolder, kForms.text(), Folder{kForms, longName, kAnna, {}});
    auto document = documentIn(kForms, longName, kSecond);
    document.currentVersionId = VersionId::named("never came");
    put(kinds::kDocument, kLaw.text(), document);
    auto version = versionOf(kLaw, -7, 1, -1);
    version.sha256 = "\"'; DROP TABLE version; --";
    version.number = 2'000'000'000;
    put(kinds::kVersion, kSecond.text(), version);
    STORED(cache_->applyRecords(
        Scope::channel(kChannel),
        {{kinds::kDocument, "no id", ++seq_, false, "{}"}, {kinds::kVersion, kLaw.text(), ++seq_, false, "[1]"}},
        upTo(seq_)));
    const auto reader = folder_->reader();
    QCOMPARE(reader->channels().folders(kChannel).size(), 1);
    QVERIFY(reader->channels().folders(kChannel)[0].parent.isNil());
    const auto rows = reader->channels().documents(kChannel, kForms, DocumentSort::size);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].presence, Presence::absent);
    QVERIFY(reader->channels().document(kLaw).has_value());
    QVERIFY(cache_->contents().readableVersions().ok());
    QVERIFY(!reader->search("xxx", 10).hits.isEmpty());
  }

  // ---- older caches, damage --------------------------------------------------------------------------------

  void aCacheOfBeforeDocumentsShowsThem() {
    ProfileFolder older;
    QVERIFY(QDir().mkpath(older.path()));
    constexpr std::ptrdiff_t kBefore = 7;
    QVERIFY(cacheSchema().size() > static_cast<std::size_t>(kBefore));
    {
      Connection cache(older.file("cache.db"), Connection::Mode::readWrite);
      migrate(cache, "main", {cacheSchema().begin(), cacheSchema().begin() + kBefore});
      Statement(cache, "INSERT INTO scope (name, epoch, low, high) VALUES (?, ?, 1, 9)")
          .run(Scope::channel(kChannel).text(), kEpoch);
      cache.execute("INSERT INTO kind (name) VALUES ('folder'), ('document'), ('version')");
      const auto version = VersionId::named("1");
      const auto insert = [&](int kind, const Uuid& id, const std::string& body) {
        Statement(cache, "INSERT INTO record (scope, kind, id, seq, body) VALUES (1, ?, ?, ?, ?)")
            .run(kind, id, kind, body);
      };
      insert(1, kForms.uuid, toJsonText(Folder{{}, "Formulieren", kAnna, {}}));
      insert(2, kLaw.uuid, toJsonText(documentIn(kForms, "Wet.md", version)));
      insert(3, version.uuid, toJsonText(versionOf(kLaw, 1, 1)));
      Statement(cache, "INSERT INTO content (sha256, size, state) VALUES (?, 1000, 2)").run(hashOf(1));
    }
    auto cache = older.openBound();
    const auto rows = older.reader()->channels().documents(kChannel, kForms, DocumentSort::name);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].name, QString("Wet.md"));
    QCOMPARE(rows[0].presence, Presence::here);
    QCOMPARE(cache->texts().unread(10).size(), std::size_t(1));
    STORED(cache->texts().save({{hashOf(1), {QString::fromUtf8(kMarker)}, {}}}));
    QCOMPARE(older.reader()->search(kMarker, 5).hits.size(), 1);
    QCOMPARE(older.reader()->search("formulieren", 5).hits.size(), 1);
  }

  // F6: what is on its way and what one wants to keep are one's own things.
  void damageLeavesUploadsAndPins() {
    Upload upload;
    upload.id = UploadId::named("up");
    upload.channel = kChannel;
    upload.document = kLaw;
    upload.version = kSecond;
    upload.name = "Nieuw.pdf";
    upload.sha256 = hashOf(5);
    upload.state = UploadState::paused;
    STORED(cache_->uploads().save({upload}));
    STORED(cache_->keeping().setPinned(kLaw, true));
    STORED(cache_->keeping().setRule(kChannel, {OfflineKeep::smallerThan, 5'000}));
    STORED(cache_->keeping().setStorageLimit(123'456));
    cache_.reset();
    qint64 page = 0;
    qint64 root = 0;
    {
      Connection own(folder_->file("own.db"), Connection::Mode::readOnly);
      page = own.number("PRAGMA page_size");
      root = own.number("SELECT rootpage FROM sqlite_schema WHERE name = 'draft'");
    }
    {
      QFile file(folder_->file("own.db"));
      QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * page));
      file.write(QByteArray(static_cast<qsizetype>(page), 'Z'));
    }
    cache_ = folder_->open();
    QVERIFY(cache_->report().rebuilt);
    QCOMPARE(cache_->uploads().uploads().size(), std::size_t(1));
    QCOMPARE(cache_->uploads().uploads()[0].name, QString("Nieuw.pdf"));
    QCOMPARE(cache_->uploads().uploads()[0].state, UploadState::paused);
    QCOMPARE(cache_->keeping().pins(), std::set<DocumentId>{kLaw});
    QCOMPARE(cache_->keeping().rules().at(kChannel), (OfflineRule{OfflineKeep::smallerThan, 5'000}));
    QCOMPARE(cache_->keeping().storageLimit(), 123'456);
  }
};

QTEST_GUILESS_MAIN(DocumentLossTest)
#include "document_loss_test.moc"

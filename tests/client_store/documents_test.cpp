// Documents in the cache: folders and lists with what waits shown as if it had happened, texts and the search in them,
// and that nothing is left of what may not be read any more.
#include <QTest>

#include "client/core/store/document_texts.h"
#include "tests/client_store/document_fixture.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

class DocumentsTest : public DocumentTestBase {
  Q_OBJECT

 private Q_SLOTS:
  void init() { begin(); }
  void cleanup() { end(); }

  void foldersHoldDocuments() {
    putFolder(kForms, {}, "Formulieren");
    putFolder(kOld, kForms, "Oud");
    putDocument(kLaw, kOld, "Wet.md", 1);
    putDocument(DocumentId::named("b"), {}, "Begin.txt", 2);
    const auto reader = folder_->reader();
    const auto folders = reader->channels().folders(kChannel);
    QCOMPARE(folders.size(), 2);
    QCOMPARE(folders[0].name, QString("Formulieren"));
    QCOMPARE(folders[0].documents, 1);
    QCOMPARE(names({}), QStringList{"Begin.txt"});
    QCOMPARE(names(kOld), QStringList{"Wet.md"});
    const auto view = reader->channels().document(kLaw);
    QVERIFY(view.has_value());
    QCOMPARE(view->path, (QStringList{"Formulieren", "Oud"}));
    QCOMPARE(reader->channels().channel(kChannel)->documents, 2);
  }

  // A hostile or newer server sends what ours would not.
  void foldersThatStandNowhereStandAtTheTop() {
    putFolder(kForms, kOld, "A");
    putFolder(kOld, kForms, "B");
    putFolder(FolderId::named("lost"), FolderId::named("never came"), "C");
    const auto folders = folder_->reader()->channels().folders(kChannel);
    QCOMPARE(folders.size(), 3);
    QVERIFY(std::any_of(folders.begin(), folders.end(),
                        [](const auto& one) { return one.parent.isNil() && one.name != "C"; }));
    QVERIFY(std::any_of(folders.begin(), folders.end(),
                        [](const auto& one) { return one.name == "C" && one.parent.isNil(); }));
  }

  void tenThousandFoldersInEachOtherAreRead() {
    std::vector<Record> records;
    FolderId parent;
    for (int i = 0; i < 10'000; ++i) {
      const auto id = FolderId::named("deep " + std::to_string(i));
      records.push_back(record(kinds::kFolder, id.text(), ++seq_, Folder{parent, "map", kAnna, {}}));
      parent = id;
    }
    STORED(cache_->applyRecords(Scope::channel(kChannel), records, upTo(seq_)));
    putDocument(kLaw, parent, "Wet.md", 1);
    const auto folders = folder_->reader()->channels().folders(kChannel);
    QCOMPARE(folders.size(), 10'000);
    QVERIFY(folder_->reader()->channels().document(kLaw).has_value());
  }

  void whatWaitsShowsAsIfItHadHappened() {
    putFolder(kForms, {}, "Formulieren");
    putDocument(kLaw, {}, "Wet.md", 1);
    queue(ChangeDocument{kChannel, kLaw, 0, "Wet (nieuw).md", kForms, {}});
    QCOMPARE(names({}), QStringList());
    QCOMPARE(names(kForms), QStringList{"Wet (nieuw).md"});
    queue(AddFolder{kChannel, kOld, {}, "Oud"});
    queue(ChangeDocument{kChannel, kLaw, 0, {}, kOld, {}});
    QCOMPARE(names(kOld), QStringList{"Wet (nieuw).md"});
    QCOMPARE(folder_->reader()->channels().channel(kChannel)->documents, 1);
    queue(ChangeDocument{kChannel, kLaw, 0, {}, {}, true});
    QCOMPARE(folder_->reader()->channels().channel(kChannel)->documents, 0);
    QCOMPARE(names(kOld), QStringList());
    QCOMPARE(folder_->reader()->channels().bin(kChannel).size(), 1);
    queue(RemoveFolder{kChannel, kForms});
    QCOMPARE(folder_->reader()->channels().folders(kChannel).size(), 1);
  }

  void aFileOnItsWayIsInTheListOnce() {
    Upload upload;
    upload.id = UploadId::named("up");
    upload.channel = kChannel;
    upload.document = DocumentId::named("new");
    upload.version = VersionId::named("new 1");
    upload.name = "Nieuw.pdf";
    upload.sha256 = hashOf(5);
    upload.size = 400;
    upload.sent = 100;
    upload.state = UploadState::sending;
    STORED(cache_->uploads().save({upload}));
    auto rows = folder_->reader()->channels().documents(kChannel, {}, DocumentSort::name);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].presence, Presence::uploading);
    QCOMPARE(rows[0].bytesHere, 100);
    queue(AddDocument{kChannel, upload.document, upload.version, {}, {}, "Nieuw.pdf", {}, {}, upload.id, {}});
    rows = folder_->reader()->channels().documents(kChannel, {}, DocumentSort::name);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].size, 400);
    upload.state = UploadState::failed;
    STORED(cache_->uploads().save({upload}));
    QCOMPARE(folder_->reader()->channels().uploads().size(), 1);
  }

  void versionsSayWhatTheyAre() {
    putDocument(kLaw, {}, "Wet.md", 1);
    auto second = versionOf(kLaw, 2, 2);
    second.concurrent = true;
    second.remark = "Artikel 3 aangepast";
    put(kinds::kVersion, kSecond.text(), second);
    put(kinds::kDocument, kLaw.text(), documentIn({}, "Wet.md", kSecond));
    keep(2);
    const auto view = folder_->reader()->channels().document(kLaw);
    QCOMPARE(view->versions.size(), 2);
    QVERIFY(view->versions[0].current && view->versions[0].concurrent);
    QCOMPARE(view->versions[0].remark, QString("Artikel 3 aangepast"));
    QCOMPARE(view->versions[0].presence, Presence::here);
    QCOMPARE(view->versions[1].presence, Presence::absent);
    QVERIFY(view->row.concurrent);
  }

  void readableVersionsNameWhereTheyAreRead() {
    putDocument(kLaw, {}, "Wet.md", 1);
    const auto versions = cache_->contents().readableVersions();
    QVERIFY(versions.ok());
    QCOMPARE(versions->size(), std::size_t(1));
    QCOMPARE(versions->front().scope, Scope::channel(kChannel).text());
    QCOMPARE(versions->front().channel, kChannel);
    QVERIFY(versions->front().current && !versions->front().trashed);
  }

  // ---- texts -----------------------------------------------------------------------------------------------

  void piecesTogetherAreTheText() {
    std::string text;
    for (int i = 0; i < 2'000; ++i) text += "Café " + std::to_string(i) + (i % 40 == 0 ? ".\n\n" : " ");
    std::string together;
    for (const auto piece : piecesOf(text, 1'000)) {
      QVERIFY(piece.size() <= 1'000);
      together += piece;
    }
    QCOMPARE(together, text);
    std::string accents;
    for (int i = 0; i < 500; ++i) accents += "é";
    for (const auto piece : piecesOf(accents, 101)) QVERIFY(piece.size() % 2 == 0);
  }

  void aTextIsFoundAtItsPage() {
    putFolder(kForms, {}, "Formulieren");
    putDocument(kLaw, kForms, "Wet.md", 1);
    keep(1);
    QCOMPARE(cache_->texts().unread(10).size(), std::size_t(1));
    STORED(cache_->texts().save(
        {{hashOf(1), {"Inleiding", QString("De %1 van de schuldhulpverlening.").arg(kMarker)}, {}}}));
    QVERIFY(cache_->texts().unread(10).empty());
    const auto hits = found(kMarker);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].page, 2);
    QCOMPARE(hits[0].document, kLaw);
    QCOMPARE(hits[0].place, QString("Noord / Formulieren"));
    QVERIFY(!hits[0].marks.isEmpty());
    QCOMPARE(hits[0].snippet.mid(hits[0].marks[0].first, hits[0].marks[0].second), QString(kMarker));
    // A compound by its parts, and with a typing error.
    QCOMPARE(found("schuldhulp").size(), 1);
    QCOMPARE(found("hulpverlening").size(), 1);
    QCOMPARE(found("kwetsbaarheidswjizer").size(), 1);
    const auto read = cache_->texts().text(hashOf(1));
    QVERIFY(read && read->pages.size() == 2 && read->pages[0] == "Inleiding");
  }

  void nameAndTextAreOneHit() {
    putDocument(kLaw, {}, "Beleidsregels bijstand.md", 1);
    keep(1);
    saveText(1, "Over de bijstand en de woonplaats.");
    QCOMPARE(found("bijstand").size(), 1);
    // A word of the name with a word of the text.
    QCOMPARE(found("beleidsregels woonplaats").size(), 1);
    QCOMPARE(found("beleidsregels").size(), 1);
    QVERIFY(found("beleidsregels gezin").isEmpty());
  }

  // Newest first, as everything is; but those of one day by how well they fit.
  void whatFitsBestComesFirstOfADay() {
    const auto putAt = [&](const char* name, int hash, qint64 minutes) {
      const auto version = VersionId::named(name);
      auto document = documentIn({}, name, version);
      document.changedAt = Timestamp(Milliseconds(kStart + minutes * 60'000));
      put(kinds::kDocument, DocumentId::named(name).text(), document);
      put(kinds::kVersion, version.text(), versionOf(DocumentId::named(name), 1, hash));
    };
    putAt("Verslag.md", 1, 40);
    putAt("Beleidsregels bijstand en wonen.md", 2, 20);
    putAt("Bijstand.md", 3, 10);
    putAt("Nota.md", 4, 30);
    putAt("Krant.md", 5, 3 * 24 * 60);
    for (int hash = 1; hash <= 5; ++hash) keep(hash);
    saveText(1, "Over de bijstand.");
    saveText(4, QString("De bijstand is veranderd. ").repeated(400));
    saveText(5, "Iets over bijstand.");
    QStringList titles;
    for (const auto& hit : found("bijstand")) titles << hit.title;
    QCOMPARE(titles,
             (QStringList{"Krant.md", "Bijstand.md", "Beleidsregels bijstand en wonen.md", "Nota.md", "Verslag.md"}));
  }

  // Parts of compounds that no vocabulary knows.
  void beginningsHelpWhenNothingIsFound() {
    putDocument(kLaw, {}, "Wet.md", 1);
    keep(1);
    saveText(1, "Een flierefluiterregeling voor zonderlingenkamers.");
    QCOMPARE(found("flierefluiter zonderlingen").size(), 1);
    QVERIFY(found("flierefluiter gezinnen").isEmpty());
  }

  void whatIsNotHereIsSaid() {
    putDocument(kLaw, {}, "Wet.md", 1);
    putDocument(DocumentId::named("b"), {}, "Begin.txt", 2);
    keep(1);
    saveText(1, "tekst");
    QCOMPARE(folder_->reader()->search("tekst", 10).documentsNotHere, 1);
    const auto storage = folder_->reader()->channels().storage();
    QCOMPARE(storage.documentsHere, 1);
    QCOMPARE(storage.documentsUnread, 0);
    keep(2);
    QCOMPARE(folder_->reader()->channels().storage().documentsUnread, 1);
  }

  void whatIsInTheBinIsNotFound() {
    putDocument(kLaw, {}, "Wet.md", 1);
    keep(1);
    saveText(1, QString::fromUtf8(kMarker));
    auto binned = documentIn({}, "Wet.md", VersionId::named("Wet.md 1"));
    binned.trashedAt = Timestamp(Milliseconds(kStart));
    put(kinds::kDocument, kLaw.text(), binned);
    QVERIFY(found(kMarker).isEmpty());
    QVERIFY(found("wet").isEmpty());
    QCOMPARE(folder_->reader()->channels().bin(kChannel).size(), 1);
  }

  void aTextGoesWithItsLastVersion() {
    putDocument(kLaw, {}, "Wet.md", 1);
    putDocument(DocumentId::named("copy"), {}, "Kopie.md", 1);
    keep(1);
    saveText(1, QString::fromUtf8(kMarker));
    const auto gone = [&](DocumentId id, const char* name) {
      const auto version = VersionId::named(std::string(name) + " 1");
      STORED(cache_->applyRecords(
          Scope::channel(kChannel),
          {tombstone(kinds::kDocument, id.text(), seq_ + 1), tombstone(kinds::kVersion, version.text(), seq_ + 2)},
          upTo(seq_ + 2)));
      seq_ += 2;
    };
    gone(DocumentId::named("copy"), "Kopie.md");
    QCOMPARE(found(kMarker).size(), 1);
    gone(kLaw, "Wet.md");
    QVERIFY(found(kMarker).isEmpty());
    QCOMPARE(folder_->number("SELECT count(*) FROM document_piece"), 0);
  }

  // C6, F28: not in the records, not in the texts, not in the index, not in the log.
  void afterLosingAccessNoFileHoldsTheText() {
    putDocument(kLaw, {}, "Wet.md", 1);
    keep(1);
    saveText(1, QString("De %1 helpt.").arg(kMarker));
    STORED(cache_->purgeScope(Scope::channel(kChannel)));
    QVERIFY(found(kMarker).isEmpty());
    QVERIFY(isNowhere(kMarker));
  }

  void projectionsAreMadeAgain() {
    putFolder(kForms, {}, "Formulieren");
    putDocument(kLaw, kForms, "Wet.md", 1);
    cache_.reset();
    {
      Connection connection(folder_->file("cache.db"), Connection::Mode::readWrite);
      connection.execute(
          "DELETE FROM document; DELETE FROM folder; DELETE FROM version;"
          "UPDATE meta SET value = 'older' WHERE name = 'projections'");
    }
    cache_ = folder_->openBound();
    QCOMPARE(names(kForms), QStringList{"Wet.md"});
  }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"

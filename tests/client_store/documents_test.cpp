// Documents in the cache: folders and lists with what waits shown as if it had happened, texts and the search in them,
// and that nothing is left of what may not be read any more.
#include <QDirIterator>
#include <QTest>

#include "client/core/store/document_text_table.h"
#include "client/core/store/document_texts.h"
#include "client/core/store/upload_table.h"
#include "shared/domain/channel_records.h"
#include "tests/client_store/outbox_fixture.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

namespace {

const ChannelId kChannel = ChannelId::named("noord");
const FolderId kForms = FolderId::named("formulieren");
const FolderId kOld = FolderId::named("oud");
const DocumentId kLaw = DocumentId::named("wet");
const VersionId kFirst = VersionId::named("wet 1");
const VersionId kSecond = VersionId::named("wet 2");
constexpr char kMarker[] = "kwetsbaarheidswijzer";

std::string hashOf(int number) { return std::string(63, 'a') + static_cast<char>('0' + number); }

Document documentIn(FolderId folder, const std::string& name, VersionId current) {
  Document document;
  document.folderId = folder;
  document.name = name;
  document.currentVersionId = current;
  document.createdBy = kAnna;
  document.changedAt = Timestamp(Milliseconds(kStart));
  return document;
}

Version versionOf(DocumentId document, int number, int hash, std::int64_t size = 1000) {
  Version version;
  version.documentId = document;
  version.number = number;
  version.sha256 = hashOf(hash);
  version.size = size;
  version.authorId = kAnna;
  version.addedAt = Timestamp(Milliseconds(kStart + number));
  return version;
}

}  // namespace

class DocumentsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ProfileFolder> folder_;
  std::unique_ptr<Cache> cache_;
  Seq seq_ = 10;

  template <class Body>
  void put(const char* kind, const std::string& id, const Body& body) {
    STORED(cache_->applyRecords(Scope::channel(kChannel), {record(kind, id, ++seq_, body)}, upTo(seq_)));
  }
  void putFolder(FolderId id, FolderId parent, const char* name) {
    put(kinds::kFolder, id.text(), Folder{parent, name, kAnna, Timestamp(Milliseconds(kStart))});
  }
  void putDocument(DocumentId id, FolderId folder, const char* name, int hash) {
    const auto version = VersionId::named(std::string(name) + " 1");
    put(kinds::kDocument, id.text(), documentIn(folder, name, version));
    put(kinds::kVersion, version.text(), versionOf(id, 1, hash));
  }
  void keep(int hash, ContentState state = ContentState::here) {
    Content content;
    content.sha256 = hashOf(hash);
    content.size = 1000;
    content.state = state;
    STORED(cache_->contents().save({content}));
  }
  void saveText(int hash, const QString& text) { STORED(cache_->texts().save({{hashOf(hash), {text}, {}}})); }
  void queue(const CommandBody& command) {
    static int number = 0;
    OutboxEntry entry;
    entry.id = CommandId::named("command " + std::to_string(++number));
    entry.kind = commandKind(command);
    entry.bodyJson = json::serialize(commandJson(command));
    STORED(cache_->outboxTable().add(entry));
  }
  QStringList names(FolderId folder) const {
    QStringList found;
    for (const auto& row : folder_->reader()->channels().documents(kChannel, folder, DocumentSort::name))
      found << row.name;
    return found;
  }
  QVector<SearchHit> found(const char* words) const {
    QVector<SearchHit> hits;
    for (const auto& hit : folder_->reader()->search(QString::fromUtf8(words), 50).hits)
      if (hit.kind == SearchKind::document) hits << hit;
    return hits;
  }

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<ProfileFolder>();
    cache_ = folder_->openBound();
    seq_ = 10;
    Membership membership;
    membership.name = "Noord";
    membership.role = ChannelRole::member;
    membership.state = MembershipState::joined;
    STORED(
        cache_->applyRecords(Scope::user(kMe), {record(kinds::kMembership, kChannel.text(), 1, membership)}, upTo(1)));
    Channel channel;
    channel.name = "Noord";
    put(kinds::kChannel, kChannel.text(), channel);
  }
  void cleanup() {
    cache_.reset();
    folder_.reset();
  }

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
    queue(ChangeDocument{kChannel, kLaw, 0, {}, {}, true});
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
    cache_.reset();
    QDirIterator files(folder_->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      QVERIFY2(!file.readAll().contains(kMarker), qPrintable(file.fileName()));
    }
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

// Texts of what is here, read by the real vraagbaak-extract: for search, and for who asks; nothing of what may not be
// read any more, and no file that stops the others.
#include <QCoreApplication>

#include "client/extract/program.h"
#include "tests/client_documents/desk_world.h"

using namespace vb;
using namespace vb::test;
using client::DocumentText;

namespace {

constexpr int kPatience = 20'000;

// One page with a line, as small as a PDF can be; the reader finds the missing table itself.
QByteArray pdfWith(const QByteArray& line) {
  const QByteArray drawn = "BT /F1 24 Tf 72 700 Td (" + line + ") Tj ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
         "R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         QByteArray::number(drawn.size()) + ">>stream\n" + drawn +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
         "trailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

class ExtractionTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DeskWorld> world_;

  std::optional<client::store::ContentText> text(const std::string& sha256) const {
    return world_->cache->texts().text(sha256);
  }
  void waitUntilRead(const std::string& sha256) const { QTRY_VERIFY_WITH_TIMEOUT(text(sha256).has_value(), kPatience); }
  DocumentText askedFor(const std::function<void(std::function<void(DocumentText)>)>& ask) const {
    DocumentText answer;
    bool isAnswered = false;
    ask([&](const DocumentText& read) {
      answer = read;
      isAnswered = true;
    });
    if (!QTest::qWaitFor([&] { return isAnswered; }, kPatience)) answer.errorCode = "no answer";
    return answer;
  }

 private Q_SLOTS:
  void initTestCase() { QVERIFY2(QFile::exists(client::extract::program()), qPrintable(client::extract::program())); }
  void init() { world_ = std::make_unique<DeskWorld>(); }
  void cleanup() { world_.reset(); }

  void whatCameIsRead() {
    world_->goOnline();
    const auto note = world_->addDocument("Notitie.md", "# Kop\n\nDe vaste lasten.\n");
    const auto law = world_->addDocument("Wet.pdf", pdfWith("Artikel 1"));
    const auto other = world_->addDocument("Foto.bin", QByteArray("\x00\x01\x02\xff", 4));
    waitUntilRead(note);
    waitUntilRead(law);
    waitUntilRead(other);
    QCOMPARE(text(note)->errorCode, std::string());
    QVERIFY(text(note)->pages.at(0).contains("De vaste lasten."));
    QCOMPARE(text(law)->errorCode, std::string());
    QCOMPARE(text(law)->pages.size(), std::size_t(1));
    QVERIFY2(text(law)->pages.at(0).contains("Artikel 1"), qPrintable(text(law)->pages.at(0)));
    QCOMPARE(text(other)->errorCode, std::string("unsupported"));
  }

  void manyAreReadInGroups() {
    std::vector<Record> records;
    std::vector<std::string> hashes;
    for (int i = 0; i < 100; ++i) {
      const QByteArray bytes = "Regel " + QByteArray::number(i);
      const auto name = QStringLiteral("Blad %1.txt").arg(i);
      hashes.push_back(world_->server.addContent(pathOf(versionOf(name)), bytes).toStdString());
      for (auto& one : world_->recordsOf(name, hashes.back(), bytes.size())) records.push_back(one);
    }
    world_->put(records);
    world_->desk->recordsChanged();
    world_->goOnline();
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      waitUntilRead(hashes[i]);
      QCOMPARE(text(hashes[i])->pages.at(0).trimmed(), QStringLiteral("Regel %1").arg(i));
    }
  }

  // A file that crashes or confuses the program says something of itself only.
  void aDamagedFileDoesNotStopTheOthers() {
    world_->goOnline();
    const auto broken = world_->addDocument("Stuk.pdf", "%PDF-1.7\n" + DeskWorld::bytesOf(5'000));
    const auto note = world_->addDocument("Notitie.txt", "heel");
    waitUntilRead(broken);
    waitUntilRead(note);
    QCOMPARE(text(broken)->errorCode, std::string("damaged"));
    QCOMPARE(text(note)->pages.at(0).trimmed(), QString("heel"));
  }

  // What was half done goes on after a restart.
  void aRestartReadsWhatWasNotRead() {
    const auto note = world_->addDocument("Notitie.txt", "heel");
    world_->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(world_->isHere(note), kPatience);
    world_->restart();
    QVERIFY(world_->cache->texts().remove({note}).ok());
    world_->restart();
    waitUntilRead(note);
  }

  void whoAsksGetsIt() {
    const auto note = world_->addDocument("Notitie.txt", "heel");
    const auto read = [this](const QString& name) {
      return askedFor([&](auto done) { world_->desk->readText(versionOf(name), done); });
    };
    QCOMPARE(read("Notitie.txt").errorCode, QString("not_here"));
    QCOMPARE(read("nergens").errorCode, QString("not_found"));
    world_->goOnline();
    waitUntilRead(note);
    const auto answer = read("Notitie.txt");
    QCOMPARE(answer.errorCode, QString());
    QCOMPARE(answer.version, versionOf("Notitie.txt"));
    QCOMPARE(answer.pages.value(0).trimmed(), QString("heel"));
  }

  void aFileOfTheUserIsRead() {
    const auto read = [this](const QString& file) {
      return askedFor([&](auto done) { world_->desk->readFileText(file, done); });
    };
    QCOMPARE(read(world_->write("Brief.txt", "burger 1")).pages.value(0).trimmed(), QString("burger 1"));
    QCOMPARE(read(world_->write("Brief.pdf", pdfWith("burger 2"))).pages.value(0).trimmed(), QString("burger 2"));
    QCOMPARE(read(world_->ownFolder() + "/nergens").errorCode, QString("not_found"));
    // The program is told of a file by a line.
    const auto odd = read(world_->write("twee\nregels.txt", "burger 3"));
    QVERIFY2(odd.pages.value(0).trimmed() == "burger 3" || !odd.errorCode.isEmpty(), qPrintable(odd.pages.join('|')));
  }

  // F28: read in the moment in which access was lost.
  void nothingIsKeptOfWhatMayNotBeReadAnyMore() {
    for (int i = 0; i < 5; ++i) {
      const auto name = QStringLiteral("Geheim %1.txt").arg(i);
      // Long enough for the reading to end after everything else went.
      const auto sha256 = world_->addDocument(name, QByteArray("geheim\n").repeated(500'000 + i));
      world_->goOnline();
      QTRY_VERIFY_WITH_TIMEOUT(world_->isHere(sha256), kPatience);
      QTest::qWait(i * 3);
      world_->loseAccess();
      QTest::qWait(1'500);
      QVERIFY(!text(sha256).has_value());
    }
  }

  // A14
  void onlyWhatCannotRunIsCopiedForOthers() {
    world_->goOnline();
    const auto law = world_->addDocument("Wet.pdf", pdfWith("Artikel 1"));
    const auto script = world_->addDocument("Wet.sh", "#!/bin/sh\necho\n");
    const auto page = world_->addDocument("Wet.html", "<html><script>1</script></html>");
    const auto masked = world_->addDocument("Script.txt", "#!/bin/sh\necho\n");
    for (const auto& sha256 : {law, script, page, masked}) waitUntilRead(sha256);
    const auto copied = [this](const QString& name) {
      client::OpenedDocument copy;
      bool isAnswered = false;
      world_->desk->copyForOutside(versionOf(name), [&](const client::OpenedDocument& opened) {
        copy = opened;
        isAnswered = true;
      });
      (void)QTest::qWaitFor([&] { return isAnswered; }, kPatience);
      return copy;
    };
    const auto copy = copied("Wet.pdf");
    QVERIFY(copy.mayOpenOutside);
    QVERIFY2(copy.file.startsWith(world_->folder() + "/outside/") && copy.file.endsWith("/Wet.pdf"),
             qPrintable(copy.file));
    for (const char* name : {"Wet.sh", "Wet.html", "Script.txt"}) QVERIFY2(!copied(name).mayOpenOutside, name);
    QCOMPARE(QDir(world_->folder() + "/outside").entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
  }

  void savedItIsWholeOrNotThere() {
    world_->goOnline();
    const auto law = world_->addDocument("Wet.txt", "de wet");
    QTRY_VERIFY_WITH_TIMEOUT(world_->isHere(law), kPatience);
    const auto target = world_->write("bewaard.txt", "wat er stond");
    const auto saved = [&] {
      QString code = "no answer";
      world_->desk->saveDocument(versionOf("Wet.txt"), target, [&](const QString& answer) { code = answer; });
      (void)QTest::qWaitFor([&] { return code != "no answer"; }, kPatience);
      return code;
    };
    QFile kept(world_->contentFile(law));
    QVERIFY(kept.open(QIODevice::WriteOnly | QIODevice::Truncate));
    kept.write("de w");
    kept.close();
    QCOMPARE(saved(), QString("not_here"));
    QCOMPARE(DeskWorld::read(target), QByteArray("wat er stond"));
    // It is fetched again by then.
    QTRY_COMPARE_WITH_TIMEOUT(DeskWorld::read(world_->contentFile(law)), QByteArray("de wet"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(world_->isHere(law), kPatience);
    QCOMPARE(saved(), QString());
    QCOMPARE(DeskWorld::read(target), QByteArray("de wet"));
  }
};

QTEST_GUILESS_MAIN(ExtractionTest)
#include "extraction_test.moc"

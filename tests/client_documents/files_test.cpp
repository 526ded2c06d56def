// Files of documents on disk: written safely, never believed without their hash, names that do no harm.
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "client/core/documents/content_files.h"
#include "client/core/documents/file_names.h"

using namespace vb;
using namespace vb::client::documents;

namespace {

std::string sumOf(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

}  // namespace

class FilesTest : public QObject {
  Q_OBJECT

  QTemporaryDir dir_;
  std::unique_ptr<ContentFiles> files_;

  QString write(const QString& name, const QByteArray& bytes) const {
    QFile file(dir_.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(bytes);
    return file.fileName();
  }

 private Q_SLOTS:
  void init() {
    QDir(dir_.filePath("documents")).removeRecursively();
    files_ = std::make_unique<ContentFiles>(dir_.filePath("documents"));
    QVERIFY(files_->prepare().ok());
  }

  void aContentIsThereOnlyWhenItIsWhole() {
    const QByteArray bytes = "een tekst van de server";
    const auto sha256 = sumOf(bytes);
    QVERIFY(files_->append(sha256, 0, bytes.left(10)).ok());
    QCOMPARE(files_->partSize(sha256, bytes.size()), 10);
    QVERIFY(!QFile::exists(files_->content(sha256)));
    // It goes on where it stopped; a repeated piece replaces what came of it before.
    QVERIFY(files_->append(sha256, 5, bytes.mid(5)).ok());
    QVERIFY(files_->finish(sha256, bytes.size()).ok());
    QFile content(files_->content(sha256));
    QVERIFY(content.open(QIODevice::ReadOnly));
    QCOMPARE(content.readAll(), bytes);
    QCOMPARE(int(content.permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
  }

  // F4, F17, A12
  void otherBytesThanTheHashSaysAreThrownAway() {
    const auto sha256 = sumOf("wat het hoort te zijn");
    QVERIFY(files_->append(sha256, 0, "wat het niet hoort te").ok());
    const auto finished = files_->finish(sha256, 21);
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().code, ErrorCode::conflict);
    QVERIFY(!QFile::exists(files_->content(sha256)));
    QVERIFY(!QFile::exists(files_->part(sha256)));
  }

  void aPartThatIsTooLongIsThrownAway() {
    QVERIFY(files_->append("abc", 0, "te lang").ok());
    QCOMPARE(files_->partSize("abc", 3), 0);
    QVERIFY(!QFile::exists(files_->part("abc")));
    QCOMPARE(files_->append("abc", 3, "later").error().code, ErrorCode::conflict);
  }

  void anEmptyContentIsOne() {
    QVERIFY(files_->finish(sumOf({}), 0).ok());
    QVERIFY(QFile::exists(files_->content(sumOf({}))));
  }

  void aFileIsCopiedAside() {
    const auto id = UploadId::named("up");
    const auto copy = files_->copyAside(write("eigen.txt", "van mij"), id);
    QVERIFY(copy.ok());
    QCOMPARE(copy->sha256, sumOf("van mij"));
    QCOMPARE(copy->size, 7);
    QCOMPARE(*files_->readUpload(id, 4, 100), QByteArray("mij"));
    QVERIFY(files_->adopt(id, copy->sha256).ok());
    QVERIFY(QFile::exists(files_->content(copy->sha256)) && !QFile::exists(files_->upload(id)));
    QCOMPARE(files_->copyAside(dir_.filePath("nergens"), id).error().code, ErrorCode::notFound);
    QCOMPARE(files_->copyAside(dir_.path(), id).error().code, ErrorCode::notFound);
  }

  void aCopyForOutsideIsReadOnlyAndMarked() {
    const auto file = write("bron", "inhoud");
    const auto copy = files_->copyOutside(file, "..\\Verslag: a/b.txt");
    QVERIFY(copy.ok());
    QVERIFY(copy->startsWith(dir_.filePath("documents/outside/")));
    QCOMPARE(QFileInfo(*copy).fileName(), QString("_Verslag_ a_b.txt"));
    QCOMPARE(int(QFileInfo(*copy).permissions() & (QFile::WriteOwner | QFile::ExeOwner)), 0);
  }

  void whatNobodyKnowsIsSwept() {
    const auto sha256 = sumOf("blijft");
    for (const QByteArray& bytes : {QByteArray("blijft"), QByteArray("gaat")}) {
      QVERIFY(files_->append(sumOf(bytes), 0, bytes).ok());
      QVERIFY(files_->finish(sumOf(bytes), bytes.size()).ok());
    }
    QVERIFY(files_->append("deel", 0, "half").ok());
    QVERIFY(files_->copyAside(write("a", "a"), UploadId::named("weg")).ok());
    QVERIFY(files_->copyAside(write("b", "b"), UploadId::named("blijft")).ok());
    const auto here = files_->sweep({{sha256}, {UploadId::named("blijft")}}, QDateTime::currentDateTime());
    QCOMPARE(here, std::vector<std::string>{sha256});
    QVERIFY(!QFile::exists(files_->content(sumOf("gaat"))));
    QVERIFY(!QFile::exists(files_->part("deel")));
    QVERIFY(!QFile::exists(files_->upload(UploadId::named("weg"))));
    QVERIFY(QFile::exists(files_->upload(UploadId::named("blijft"))));
  }

  // A13
  void namesDoNoHarm_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("clean");
    QTest::newRow("as it is") << "Verslag oktober.docx"
                              << "Verslag oktober.docx";
    QTest::newRow("accents") << "Casuïstiek én café.pdf"
                             << "Casuïstiek én café.pdf";
    QTest::newRow("folders") << "../../etc/passwd"
                             << "_.._etc_passwd";
    QTest::newRow("backslashes") << "..\\x"
                                 << "_x";
    QTest::newRow("stream") << "a:ads"
                            << "a_ads";
    QTest::newRow("reserved") << "CON"
                              << "_CON";
    QTest::newRow("reserved with an ending") << "lpt1.txt"
                                             << "_lpt1.txt";
    QTest::newRow("turned around") << QString::fromUtf8("factuur\u202Efdp.exe") << "factuurfdp.exe";
    QTest::newRow("nothing to see") << QString("a") + QChar(0) + QString("b\n.txt") << "ab.txt";
    QTest::newRow("dots at the end") << "naam. . ."
                                     << "naam";
    QTest::newRow("hidden") << ".bashrc"
                            << "bashrc";
    QTest::newRow("nothing left") << "..."
                                  << "document";
  }
  void namesDoNoHarm() {
    QFETCH(QString, given);
    QFETCH(QString, clean);
    QCOMPARE(safeFileName(given), clean);
  }

  void longNamesKeepTheirEnding() {
    const QString name = safeFileName(QString(400, QChar(0xE9)) + ".docx");
    QVERIFY(name.toUtf8().size() <= 255);
    QVERIFY(name.endsWith(".docx"));
    QCOMPARE(safeFileName(QString(255, 'a')), QString(255, 'a'));
  }

  // A14
  void onlyWhatCannotRunIsGivenToOtherPrograms() {
    QVERIFY(mayOpenOutside("application/pdf", "a.pdf"));
    QVERIFY(mayOpenOutside("text/plain", "a.TXT"));
    for (const auto& [type, name] :
         {std::pair("application/x-sharedlib", "a.pdf"), std::pair("application/pdf", "a.exe"),
          std::pair("text/html", "a.html"), std::pair("image/svg+xml", "a.svg"),
          std::pair("application/x-shellscript", "a.sh"), std::pair("text/plain", "a.desktop"),
          std::pair("application/vnd.ms-word.document.macroEnabled.12", "a.docm"), std::pair("text/plain", "a")})
      QVERIFY2(!mayOpenOutside(type, name), name);
  }

  void theTypeIsFoundInTheContent() {
    QCOMPARE(mediaTypeOf(write("x", "%PDF-1.7\n"), "Foto.png"), QString("application/pdf"));
    QCOMPARE(mediaTypeOf(write("y", "# Kop\n\nTekst"), "Notitie.md"), QString("text/markdown"));
    QCOMPARE(mediaTypeOf(write("z",
                               "\x7f"
                               "ELF\x02\x01\x01"),
                         "Factuur.pdf")
                 .contains("pdf"),
             false);
  }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"

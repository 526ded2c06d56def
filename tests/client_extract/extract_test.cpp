// Files of other people, read by the real vraagbaak-extract: the text of each kind, and what is broken, closed or made
// to do harm gives a word, in little time and memory (A14, and the bad input that is named for documents).
#include <cstring>
#include <zip.h>

#include <QBuffer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int kPatience = 60'000;

constexpr char kWordHead[] =
    "<?xml version=\"1.0\"?><w:document "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
constexpr char kWordTail[] = "</w:body></w:document>";

QByteArray paragraph(const QByteArray& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

// "%PDF" with so many pages of one line.
QByteArray pdf(int pages) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  QPainter painter(&writer);
  for (int page = 0; page < pages; ++page) {
    if (page > 0) writer.newPage();
    painter.drawText(500, 500, QStringLiteral("Bladzijde %1 over schuldhulp").arg(page + 1));
  }
  painter.end();
  return buffer.data();
}

}  // namespace

class ExtractTest : public QObject {
  Q_OBJECT

  struct Answer {
    QString type;
    QStringList pages;
    QString error;
    bool isDone = false;
    int exitCode = -1;
  };

  QTemporaryDir folder_;

  QString write(const QString& name, const QByteArray& bytes) const {
    const QString path = folder_.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return path;
  }
  // A zip of these parts.
  QString zip(const QString& name, const QList<QPair<QByteArray, QByteArray>>& parts) const {
    const QString path = folder_.filePath(name);
    int error = 0;
    zip_t* archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) return {};
    for (const auto& [part, bytes] : parts) {
      auto* source = zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
      if (zip_file_add(archive, part.constData(), source, ZIP_FL_ENC_UTF_8) < 0) return {};
    }
    return zip_close(archive) == 0 ? path : QString();
  }
  QString word(const QString& name, const QByteArray& body) const {
    return zip(name, {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", kWordHead + body + kWordTail}});
  }
  static Answer read(const QString& file) {
    QProcess program;
    program.start(QStringLiteral(VB_BIN_DIR "/vraagbaak-extract"), {QStringLiteral("--text"), file});
    Answer answer;
    if (!program.waitForFinished(kPatience)) return answer;
    answer.exitCode = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    for (const auto& line : program.readAllStandardOutput().split('\n')) {
      const auto one = QJsonDocument::fromJson(line).object();
      if (one.contains(QStringLiteral("type"))) answer.type = one[QStringLiteral("type")].toString();
      if (one.contains(QStringLiteral("text"))) answer.pages << one[QStringLiteral("text")].toString();
      if (one.contains(QStringLiteral("error"))) answer.error = one[QStringLiteral("error")].toString();
      answer.isDone = answer.isDone || one.contains(QStringLiteral("done"));
    }
    return answer;
  }

 private Q_SLOTS:
  void theTextOfAPdfByPages() {
    const auto answer = read(write("Verslag.pdf", pdf(3)));
    QCOMPARE(answer.type, QStringLiteral("pdf"));
    QCOMPARE(answer.pages.size(), 3);
    QVERIFY2(answer.pages[1].contains(QStringLiteral("Bladzijde 2 over schuldhulp")), qPrintable(answer.pages[1]));
    QVERIFY(answer.isDone && answer.error.isEmpty());
  }

  void theTextOfWordAndOfOpenDocument() {
    const auto docx = read(word("Brief.docx", paragraph("Geachte mevrouw,") + paragraph("Uw co\xC3\xB6rdinator.")));
    QVERIFY2(docx.error.isEmpty(), qPrintable(docx.error));
    QVERIFY(docx.pages.join(' ').contains(QStringLiteral("Geachte mevrouw,\nUw coördinator.")));
    const auto odt = read(
        zip("Brief.odt", {{"mimetype", "application/vnd.oasis.opendocument.text"},
                          {"content.xml",
                           "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                           " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
                           "<office:text><text:p>Werkafspraken per wijk.</text:p></office:text>"
                           "</office:body></office:document-content>"}}));
    QVERIFY2(odt.error.isEmpty(), qPrintable(odt.error));
    QVERIFY(odt.pages.join(' ').contains(QStringLiteral("Werkafspraken per wijk.")));
  }

  void plainTextInEveryEncodingOfAnOffice() {
    QCOMPARE(read(write("a.txt", "co\xC3\xB6rdinatie")).pages, QStringList{QStringLiteral("coördinatie")});
    QCOMPARE(read(write("b.txt", "co\xF6rdinatie")).pages, QStringList{QStringLiteral("coördinatie")});
    QCOMPARE(read(write("c.txt", QByteArray("\xFF\xFE"
                                            "c\0o\0\xF6\0",
                                            8)))
                 .pages,
             QStringList{QStringLiteral("coö")});
    const auto empty = read(write("d.txt", {}));
    QVERIFY(empty.exitCode == 0);
    QVERIFY(empty.pages.join(QString()).isEmpty());
  }

  void whatIsClosedIsSaidToBe() {
    QCOMPARE(read(QStringLiteral("tests/data/encrypted.pdf")).error, QStringLiteral("encrypted"));
    QCOMPARE(read(folder_.filePath("bestaat niet")).error, QStringLiteral("not_here"));
    QCOMPARE(read(write("Opname.mp4", QByteArray("\0\0\0\x18"
                                                 "ftypmp42\0\0\0\0",
                                                 16)))
                 .error,
             QStringLiteral("unsupported"));
  }

  void whatIsBrokenIsSaidToBe_data() {
    QTest::addColumn<QString>("file");
    const auto whole = pdf(2);
    QTest::newRow("a PDF cut short") << write("kort.pdf", whole.left(whole.size() / 3));
    QTest::newRow("nothing but the first word of a PDF") << write("kop.pdf", "%PDF-1.7\n");
    QByteArray noise(20'000, '\0');
    for (qsizetype i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>((i * 7919 + i / 13) % 251);
    QTest::newRow("noise that calls itself a PDF") << write("ruis.pdf", "%PDF-1.7\n" + noise);
    QTest::newRow("a Word file without a text")
        << zip("leeg.docx", {{"[Content_Types].xml", "<Types/>"}, {"word/x.xml", "<x/>"}});
    QTest::newRow("a Word file whose text is no XML") << word("kapot.docx", "<w:p><w:r>");
    QFile real(word("heel.docx", paragraph("tekst")));
    QVERIFY(real.open(QIODevice::ReadOnly));
    const auto bytes = real.readAll();
    QTest::newRow("a Word file cut short") << write("half.docx", bytes.left(bytes.size() / 2));
  }
  void whatIsBrokenIsSaidToBe() {
    QFETCH(QString, file);
    QVERIFY(!file.isEmpty());
    const auto answer = read(file);
    QCOMPARE(answer.exitCode, 0);
    QVERIFY2(answer.error == QLatin1String("damaged") || answer.error == QLatin1String("unsupported"),
             qPrintable(answer.error));
    QVERIFY(answer.pages.join(QString()).trimmed().isEmpty());
  }

  // A kilobyte that becomes a gigabyte, and entities that become more than there are atoms.
  void whatIsMadeToDoHarmIsTurnedAway() {
    const QByteArray zeros(64 << 20, ' ');
    const auto bomb = word("bom.docx", paragraph("begin") + zeros);
    QVERIFY(QFileInfo(bomb).size() < 1 << 20);
    QCOMPARE(read(bomb).error, QStringLiteral("too_large"));

    QByteArray laughs = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 40; ++i) {
      const auto last = "&a" + QByteArray::number(i - 1) + ';';
      laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" + last.repeated(10) + "\">";
    }
    laughs += "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
              paragraph("&a39;") + kWordTail;
    const auto laughed = read(zip("lach.docx", {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", laughs}}));
    QCOMPARE(laughed.exitCode, 0);
    QVERIFY(laughed.pages.join(QString()).size() < 1'000);

    const auto deep =
        read(word("diep.docx", QByteArray("<w:p>").repeated(100'000) + QByteArray("</w:p>").repeated(100'000)));
    QCOMPARE(deep.exitCode, 0);
    QVERIFY(!deep.error.isEmpty());

    QList<QPair<QByteArray, QByteArray>> many{{"[Content_Types].xml", "<Types/>"}};
    for (int i = 0; i < 10'001; ++i) many.append({"word/media/" + QByteArray::number(i), "x"});
    QCOMPARE(read(zip("veel.docx", many)).error, QStringLiteral("too_large"));
  }
};

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);  // QPdfWriter draws with fonts
  ExtractTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "extract_test.moc"

// Reading a document: Markdown, text, a picture and a PDF by the real helper process; what cannot be shown; versions.
// Nothing in a document makes the app open a file or a connection.
#include "client/ui/document_reader/document_reader.h"

#include <QFile>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "client/ui/document_reader/image_view.h"
#include "client/ui/document_reader/pdf_process.h"
#include "client/ui/document_reader/pdf_view.h"
#include "client/ui/document_reader/text_view.h"
#include "tests/ui/document_sample.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;
using namespace vb::test;

class DocumentReaderTest : public test::ScreenTest {
  Q_OBJECT

  QTemporaryDir files_;
  DocumentReader* reader_ = nullptr;

  void open(DocumentId id, const QString& words = {}, int page = 0) {
    Visit visit;
    visit.destination = Destination::channel;
    visit.channel = kNorth;
    visit.tab = ChannelTab::documents;
    visit.document = id;
    visit.text = words;
    visit.page = page;
    window().visit(visit);
    settle();
    reader_ = window().screen(Destination::channel)->findChild<DocumentReader*>();
  }
  void start() {
    begin();
    fillChannels(reader(), ChannelRole::member);
    fillDocuments(reader());
    client::ChangeSet changes;
    changes.channels = changes.topics = changes.documents = true;
    made_->tell(changes);
  }
  FakeDocumentDoor& door() { return desk().documentDoor; }
  void answerOpen(const QString& file, const char* mediaType, bool mayOpenOutside = false) {
    client::OpenedDocument opened;
    opened.version = door().version;
    opened.file = file;
    opened.name = reader_->title();
    opened.mediaType = QString::fromLatin1(mediaType);
    opened.mayOpenOutside = mayOpenOutside;
    Q_EMIT desk().documentOpened(door().ticket, opened);
    settle();
  }
  void answerText(const QStringList& pages, const char* errorCode = "") {
    client::DocumentText text;
    text.version = door().version;
    text.pages = pages;
    text.errorCode = QString::fromLatin1(errorCode);
    Q_EMIT desk().documentTextRead(door().ticket, text);
    settle();
  }
  QString pdf(int pages) {
    const QString path = files_.filePath(QStringLiteral("%1.pdf").arg(pages));
    QPdfWriter writer(path);
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 14));
    for (int page = 1; page <= pages; ++page) {
      if (page > 1) writer.newPage();
      painter.drawText(200, 600, QStringLiteral("Bladzijde %1: de beslagvrije voet").arg(page));
    }
    return path;
  }
  template <class View>
  View* inFront() {
    auto* view = reader_->findChild<View*>();
    return view != nullptr && view->isVisible() ? view : nullptr;
  }

 private Q_SLOTS:
  void cleanup() { made_.reset(); }

  void markdownIsReadAndSearched() {
    start();
    open(kLaw, QStringLiteral("beslagvrije"));
    QCOMPARE(door().calls.last(), QString("open"));
    QCOMPARE(door().version, VersionId::named("wet 2"));
    answerOpen(files_.filePath("x"), "text/markdown");
    QCOMPARE(door().calls.last(), QString("read text"));
    QString text = QStringLiteral("# Artikel 1\n\nDe beslagvrije voet.\n\n");
    for (int i = 0; i < 3000; ++i) text += QStringLiteral("Lid %1 zegt iets.\n\n").arg(i);
    text += QStringLiteral("Nogmaals de beslagvrije voet.\n");
    answerText({text});
    auto* view = inFront<TextView>();
    QVERIFY(view != nullptr);
    auto* field = fieldNamed<QLineEdit>(reader_, QStringLiteral("Find in this document"));
    QCOMPARE(field->text(), QString("beslagvrije"));
    QTRY_VERIFY(reader_->findChildren<QLabel*>().size() > 0);
    const auto says = [&](const char* words) {
      for (auto* label : reader_->findChildren<QLabel*>())
        if (label->text() == QLatin1String(words)) return true;
      return false;
    };
    QVERIFY(says("1 of 2"));
    QVERIFY(press(reader_, "Next place"));
    QVERIFY(says("2 of 2"));
  }

  // A15
  void nothingInATextIsLoaded() {
    start();
    open(kLaw);
    answerOpen(files_.filePath("x"), "text/markdown");
    answerText(
        {QStringLiteral("![plaatje](file:///etc/passwd) ![](http://127.0.0.1:1/x) <img src='file:///etc/hosts'>")});
    QVERIFY(inFront<TextView>() != nullptr);
    QVERIFY(plainAsMarkdown(QStringLiteral("*a* [b](c)")).contains(QStringLiteral("\\*a\\*")));
  }

  void sectionsTogetherAreTheText() {
    QString text = QStringLiteral("# Kop\n\n```\n");
    for (int i = 0; i < 100; ++i) text += QStringLiteral("code\n\n");
    text += QStringLiteral("```\n");
    for (int i = 0; i < 1000; ++i) text += QStringLiteral("Regel %1\n\n").arg(i);
    const auto sections = sectionsOf(text, 300);
    QVERIFY(sections.size() > 10);
    QCOMPARE(sections.join(QString()).trimmed(), text.trimmed());
    // A block of code is not cut.
    QCOMPARE(sections[0].count(QStringLiteral("```")), 2);
  }

  void aPdfIsShownSearchedAndSelected() {
    start();
    open(kLaw, QStringLiteral("beslagvrije"), 2);
    answerOpen(pdf(3), "application/pdf");
    auto* view = inFront<PdfView>();
    QVERIFY(view != nullptr);
    QSignalSpy shown(view, &PdfView::firstPageShown);
    QVERIFY(shown.count() > 0 || shown.wait(20'000));
    QCOMPARE(view->pages(), 3);
    QTRY_COMPARE(view->page(), 2);
    QSignalSpy found(view, &PdfView::foundChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.last().at(1).toInt() == 3, 20'000);
    view->findNext(true);
    QCOMPARE(found.last().at(0).toInt(), 3);
    view->zoom(1);
    QVERIFY(view->verticalScrollBar()->maximum() > 0);
    view->zoom(0);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
          const auto pixel = view->viewport()->grab().toImage();
          for (int x = 0; x < pixel.width(); x += 2)
            for (int y = 0; y < pixel.height(); y += 2)
              if (pixel.pixelColor(x, y).lightness() < 60) return true;
          return false;
        }(),
        20'000);
  }

  void aDamagedPdfSaysSo() {
    start();
    open(kLaw);
    QFile broken(files_.filePath("broken.pdf"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("%PDF-1.7 this is none");
    broken.close();
    answerOpen(broken.fileName(), "application/pdf");
    const auto saysDamaged = [&] {
      for (auto* label : reader_->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QStringLiteral("damaged"))) return true;
      return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysDamaged(), 20'000);
  }

  void aPictureIsShown() {
    start();
    open(kLaw);
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    QVERIFY(picture.save(files_.filePath("kaart.png")));
    answerOpen(files_.filePath("kaart.png"), "image/png");
    QVERIFY(inFront<ImageView>() != nullptr);
  }

  void whatIsNotHereIsFetchedWhenAsked() {
    start();
    open(DocumentId::named("opname"));
    QVERIFY(!door().calls.contains("open"));
    QVERIFY(press(reader_, "Fetch it"));
    QCOMPARE(door().calls.last(), QString("fetch"));
    // As soon as it is here it opens.
    for (auto& view : reader().channelsNow.documentViews)
      if (view.row.id == DocumentId::named("opname"))
        view.row.presence = view.versions[0].presence = client::store::Presence::here;
    client::ChangeSet changes;
    changes.documents = true;
    made_->tell(changes);
    settle();
    QCOMPARE(door().calls.last(), QString("open"));
    // What cannot be shown can be saved, and is given to no other program when that is not safe.
    answerOpen(files_.filePath("x"), "video/mp4");
    QVERIFY(buttonNamed(reader_, QStringLiteral("Save as…")) != nullptr);
    auto* outside = buttonNamed(reader_, QStringLiteral("Open Opname bijeenkomst.mp4 in another program"));
    QVERIFY(outside == nullptr || !outside->isVisible());
  }

  void versionsAreReadAndPutBack() {
    start();
    open(kLaw);
    answerOpen(files_.filePath("x"), "text/markdown");
    answerText({QStringLiteral("tekst")});
    QVERIFY(press(reader_, "Versions of Wet gemeentelijke schuldhulpverlening.md"));
    QVERIFY(reader_->isShowingVersions());
    QVERIFY(press(reader_, "Make version 1 the newest"));
    QCOMPARE(door().calls.last(), QString("restore version"));
    QVERIFY(press(reader_, "Read version 1"));
    QVERIFY(!reader_->isShowingVersions());
    QCOMPARE(door().version, VersionId::named("Wet gemeentelijke schuldhulpverlening.md 1"));
    QVERIFY(press(reader_, "Read the newest"));
    QCOMPARE(door().version, VersionId::named("wet 2"));
  }

  void aDocumentThatIsGoneLeavesTheReader() {
    start();
    open(kLaw);
    reader().channelsNow.documentViews.clear();
    client::ChangeSet changes;
    changes.documents = true;
    made_->tell(changes);
    settle();
    QVERIFY(reader_->document().isNil());
  }
};

QTEST_MAIN(DocumentReaderTest)
#include "document_reader_test.moc"

// What others wrote is shown and nothing more: no pictures, no files, no sockets (A15), no markup in names (A16), no
// link that hides where it goes (A17).
#include <QAccessible>
#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include "client/ui/controls/avatar.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/markdown_edit.h"
#include "client/ui/controls/markdown_view.h"
#include "client/ui/shell/link_dialog.h"
#include "client/ui/theme/theme.h"

using namespace vb::client::ui;

namespace {

QStringList openFiles() {
  QStringList files;
  for (const QFileInfo& entry : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System))
    files << entry.symLinkTarget();
  return files;
}

#ifdef Q_OS_LINUX
// Tells of every opening of the files in a folder, by whatever way.
class OpenWatch {
 public:
  explicit OpenWatch(const QString& folder) : watch_(inotify_init1(IN_NONBLOCK)) {
    inotify_add_watch(watch_, QFile::encodeName(folder).constData(), IN_OPEN);
  }
  ~OpenWatch() { close(watch_); }
  bool saw() {
    char events[4096];
    return read(watch_, events, sizeof events) > 0;
  }

 private:
  int watch_;
};
#endif

}  // namespace

class MarkdownTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { new Theme(*qApp); }

  // A15: zero sockets, zero files, whatever the text refers to.
  void loadsNothing() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSignalSpy connected(&server, &QTcpServer::newConnection);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("secret.png"));
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(path));
    const QString http = QStringLiteral("http://127.0.0.1:%1/x.png").arg(server.serverPort());

    MarkdownView view(QStringLiteral("Antwoord"));
    view.resize(600, 400);
    view.setMarkdownText(
        QStringLiteral("Kijk ![foto](%1) en ![](file://%2) en ![](//server/share/x.png)\n\n<img src=\"%1\">"
                       "<img src=\"file://%2\">\n\n![](qrc:/icons/plus.svg)\n\n[een](%1)")
            .arg(http, path));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QImage shown = view.grab().toImage();
    QTest::qWait(0);
    QVERIFY(!server.waitForNewConnection(200));
    QCOMPARE(connected.count(), 0);
    QVERIFY(!openFiles().contains(path));
    for (int y = 0; y < shown.height(); ++y)
      for (int x = 0; x < shown.width(); ++x) QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
    const QVariant given = view.loadResource(QTextDocument::ImageResource, QUrl::fromLocalFile(path));
    QCOMPARE(given.value<QImage>().size(), QSize(1, 1));
    QVERIFY(view.toPlainText().contains(QStringLiteral("foto")));
    // The same picture with an ordinary browser is there: the test can see red.
    QTextBrowser naive;
    naive.resize(600, 400);
    naive.setHtml(QStringLiteral("<img src=\"file://%1\">").arg(path));
    const QImage naiveImage = naive.grab().toImage();
    bool red = false;
    for (int y = 0; y < naiveImage.height() && !red; ++y)
      for (int x = 0; x < naiveImage.width() && !red; ++x) red = naiveImage.pixelColor(x, y) == QColor(Qt::red);
    QVERIFY(red);
  }

#ifdef Q_OS_LINUX
  // A15: what is refused, Qt's own layout looks for on disk, by its plain name; each picture of a paragraph.
  void opensNoFileThatATextNames() {
    QTemporaryDir folder;
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString one = folder.filePath(QStringLiteral("one.png"));
    const QString two = folder.filePath(QStringLiteral("two.png"));
    QVERIFY(image.save(one) && image.save(two));
    OpenWatch watch(folder.path());
    MarkdownView view(QStringLiteral("Antwoord"));
    view.resize(600, 400);
    view.setMarkdownText(QStringLiteral("Eerst ![een](%1) dan ![twee](%2) en ![](file://%1)\n\n* ![drie](%2)\n\n"
                                        "| a | b |\n|---|---|\n| ![vier](%1) | ![vijf](%2) |")
                             .arg(one, two));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    (void)view.grab();
    QVERIFY(view.heightForWidth(200) > 0);
    view.selectAll();
    view.copy();
    QVERIFY(!watch.saw());
    for (const char* name : {"een", "twee", "drie", "vier", "vijf"})
      QVERIFY2(view.toPlainText().contains(QStringLiteral("[picture, not shown: %1]").arg(QLatin1String(name))), name);
    // The same text in a browser that only refuses to load: the watch can see.
    class Refusing : public QTextBrowser {
     public:
      QVariant loadResource(int, const QUrl&) override { return {}; }
    } naive;
    naive.setMarkdown(QStringLiteral("![een](%1)").arg(one));
    naive.resize(600, 400);
    (void)naive.grab();
    QVERIFY(watch.saw());
  }
#endif

  // HTML is text.
  void showsMarkupAsText() {
    MarkdownView view(QStringLiteral("Antwoord"));
    view.setMarkdownText(QStringLiteral("Voor <b>u</b> en <script>alert(1)</script> **vet**"));
    QVERIFY(view.toPlainText().contains(QStringLiteral("<b>u</b>")));
    QVERIFY(view.toPlainText().contains(QStringLiteral("vet")));
    QVERIFY(!view.toPlainText().contains(QStringLiteral("**")));
  }

  // A16: a name with markup shows the markup.
  void labelsArePlain() {
    PlainLabel label(QStringLiteral("<b>Jan</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    PlainLabel plain(QStringLiteral("Jan"));
    QVERIFY(label.sizeHint().width() > plain.sizeHint().width() * 2);
    QCOMPARE(plainToolTip(QStringLiteral("<b>A</b> & B")), QStringLiteral("<p>&lt;b&gt;A&lt;/b&gt; &amp; B</p>"));
    Chip chip(QStringLiteral("<i>x</i>"));
    QCOMPARE(chip.accessibleName(), QStringLiteral("<i>x</i>"));
  }

  // A17
  void onlySafeLinks_data() {
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("safe");
    QTest::addColumn<QString>("shown");
    QTest::newRow("https") << "https://www.vng.nl/a?b=c" << true << "www.vng.nl";
    QTest::newRow("http") << "http://example.org" << true << "example.org";
    QTest::newRow("mail") << "mailto:info@example.org" << true << "info@example.org";
    QTest::newRow("idn") << "https://\u0430pple.com/" << true << "xn--pple-43d.com";
    QTest::newRow("user") << "https://www.vng.nl@evil.example/" << false << "";
    QTest::newRow("file") << "file:///etc/passwd" << false << "";
    QTest::newRow("share") << "file://server/share" << false << "";
    QTest::newRow("protocol handler") << "ms-msdt:/id" << false << "";
    QTest::newRow("script") << "javascript:alert(1)" << false << "";
    QTest::newRow("data") << "data:text/html,x" << false << "";
    QTest::newRow("relative") << "antwoord" << false << "";
    QTest::newRow("own") << "vraagbaak://question/1" << false << "";
    QTest::newRow("no host") << "https:///x" << false << "";
    QTest::newRow("empty mail") << "mailto:" << false << "";
  }
  void onlySafeLinks() {
    QFETCH(QString, link);
    QFETCH(bool, safe);
    QFETCH(QString, shown);
    const QUrl url(link);
    QCOMPARE(MarkdownView::isSafeLink(url), safe);
    if (safe) QCOMPARE(MarkdownView::shownTarget(url), shown);
    MarkdownView view(QStringLiteral("Antwoord"));
    QSignalSpy activated(&view, &MarkdownView::linkActivated);
    QSignalSpy refused(&view, &MarkdownView::linkRefused);
    Q_EMIT view.anchorClicked(url);
    QCOMPARE(activated.count(), safe ? 1 : 0);
    QCOMPARE(refused.count(), safe ? 0 : 1);
  }

  void dialogShowsTheRealHost() {
    LinkDialog dialog(QUrl(QStringLiteral("https://\u0430pple.com/nl")), nullptr);
    QString texts;
    for (const auto* label : dialog.findChildren<QLabel*>()) texts += label->text() + QLatin1Char('\n');
    QVERIFY(texts.contains(QStringLiteral("xn--pple-43d.com")));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);
  }

  void dropsBidirectionalOverrides() {
    MarkdownView view(QStringLiteral("Antwoord"));
    view.setMarkdownText(QStringLiteral("gpj.\u202Eexe"));
    QVERIFY(!view.toPlainText().contains(QChar(0x202E)));
  }

  void isAsHighAsItsText() {
    MarkdownView view(QStringLiteral("Antwoord"));
    view.setMarkdownText(QStringLiteral("Een regel."));
    const int one = view.heightForWidth(400);
    view.setMarkdownText(QStringLiteral("Een regel die lang genoeg is om te breken.\n\nNog een.\n\n* een\n* twee"));
    QVERIFY(view.heightForWidth(400) > one * 3);
    QVERIFY(view.heightForWidth(90) > view.heightForWidth(400));
    QCOMPARE(QAccessible::queryAccessibleInterface(&view)->text(QAccessible::Name), QStringLiteral("Antwoord"));
  }

  void editorGrowsAndMarks() {
    MarkdownEdit edit(QStringLiteral("Antwoord"));
    edit.setLines(2, 6);
    edit.resize(400, 100);
    const int small = edit.sizeHint().height();
    edit.setPlainText(QStringLiteral("a\nb\nc\nd"));
    QVERIFY(edit.sizeHint().height() > small);
    edit.setPlainText(QString(200, QLatin1Char('\n')));
    const int most = edit.sizeHint().height();
    edit.setPlainText(QString(400, QLatin1Char('\n')));
    QCOMPARE(edit.sizeHint().height(), most);
    edit.setPlainText(QStringLiteral("BSN 111222333"));
    edit.setMarks({{4, 9, true}, {900, 5, false}});
    QCOMPARE(edit.extraSelections().first().cursor.selectedText(), QStringLiteral("111222333"));
    QSignalSpy sent(&edit, &MarkdownEdit::submitted);
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.count(), 1);
  }

  void initialsSkipParticles() {
    QCOMPARE(Avatar::initials(QStringLiteral("Sanne de Boer")), QStringLiteral("SB"));
    QCOMPARE(Avatar::initials(QStringLiteral("Jan van der Berg")), QStringLiteral("JB"));
    QCOMPARE(Avatar::initials(QStringLiteral("Wim")), QStringLiteral("W"));
    QCOMPARE(Avatar::initials(QString()), QStringLiteral("?"));
  }
};

QTEST_MAIN(MarkdownTest)
#include "theme_markdown_test.moc"

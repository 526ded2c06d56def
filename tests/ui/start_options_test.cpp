// The command line of the app: a link of our own carries no option, whatever stands in it (A18).
#include "client/app/start_options.h"

#include <array>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "client/platform/link.h"
#include "shared/base/ids.h"

using namespace vb;
using namespace vb::client;

class StartOptionsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLinkNeverSetsAnOption_data() {
    QTest::addColumn<QString>("link");
    const QString question = platform::linkOfQuestion(QuestionId::named("q"));
    QTest::newRow("question") << question;
    QTest::newRow("with an option behind it") << question + QStringLiteral(" --server=https://evil.example");
    QTest::newRow("with a query") << question + QStringLiteral("?server=https://evil.example");
    QTest::newRow("an option itself") << QStringLiteral("--server=https://evil.example");
    QTest::newRow("another profile") << QStringLiteral("--profile=/tmp/evil");
    QTest::newRow("a tour") << QStringLiteral("--tour=/tmp/evil");
    QTest::newRow("help") << QStringLiteral("--help");
  }
  // As the desktop starts it: "vraagbaak -- <link>".
  void aLinkNeverSetsAnOption() {
    QFETCH(QString, link);
    const QString program = QStringLiteral("vraagbaak");
    const auto plain = app::readOptions({program});
    const auto options = app::readOptions({program, QStringLiteral("--"), link});
    QVERIFY(!options.answered);
    QCOMPARE(options.server, QUrl());
    QCOMPARE(options.profileDirectory, plain.profileDirectory);
    QVERIFY(options.tourDirectory.isEmpty());
    QCOMPARE(options.link, link);
  }

  void theDesktopEntryEndsItsOptions() {
    QFile entry(QStringLiteral(VRAAGBAAK_DESKTOP_ENTRY));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    QVERIFY(entry.readAll().contains("\nExec=vraagbaak -- %u\n"));
  }

  void answersWithoutADisplay_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("help") << QStringLiteral("--help") << QByteArray("vraagbaak://question/");
    QTest::newRow("version") << QStringLiteral("--version") << QByteArray("vraagbaak ");
  }
  void answersWithoutADisplay() {
    QFETCH(QString, option);
    QFETCH(QByteArray, answer);
    QProcess app;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("none_here"));
    app.setProcessEnvironment(environment);
    app.start(QStringLiteral(VRAAGBAAK_CLIENT), {option});
    QVERIFY(app.waitForFinished());
    QCOMPARE(app.exitStatus(), QProcess::NormalExit);
    QCOMPARE(app.exitCode(), 0);
    QVERIFY(app.readAllStandardOutput().contains(answer));
  }

  void theManualPageNamesEveryOption() {
    QFile page(QStringLiteral(VRAAGBAAK_MAN_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll().replace("\\-", "-");
    QProcess app;
    app.start(QStringLiteral(VRAAGBAAK_CLIENT), {QStringLiteral("--help")});
    QVERIFY(app.waitForFinished());
    const QString help = QString::fromUtf8(app.readAllStandardOutput());
    static const QRegularExpression option(QStringLiteral("^  .*(--[a-z-]+)"), QRegularExpression::MultilineOption);
    int named = 0;
    for (auto each = option.globalMatch(help); each.hasNext(); ++named) {
      const QString name = each.next().captured(1);
      if (name != QLatin1String("--help-all"))  // Qt's own options
        QVERIFY2(text.contains(name.toUtf8()), qPrintable(name));
    }
    QVERIFY(named > 6);
  }

  void aLinkAsksForNoWords() {
    const char* const arguments[] = {"vraagbaak", "--", "--help"};
    QVERIFY(!app::asksForWords(3, arguments));
    QVERIFY(app::asksForWords(2, std::array{"vraagbaak", "--help"}.data()));
  }

  void readsWhatIsAsked() {
    const auto options =
        app::readOptions({QStringLiteral("vraagbaak"), QStringLiteral("--server"),
                          QStringLiteral("https://vraagbaak.example"), QStringLiteral("--language=en")});
    QVERIFY(!options.answered);
    QCOMPARE(options.server, QUrl(QStringLiteral("https://vraagbaak.example")));
    QCOMPARE(options.language, QStringLiteral("en"));
    QCOMPARE(app::readOptions({QStringLiteral("vraagbaak"), QStringLiteral("--server=nowhere")}).exitCode, 2);
    QCOMPARE(app::readOptions({QStringLiteral("vraagbaak"), QStringLiteral("--language=fr")}).exitCode, 2);
  }
};

QTEST_GUILESS_MAIN(StartOptionsTest)
#include "start_options_test.moc"

// What operators read: log lines and metrics.
#include <QTest>

#include "server/ops/log.h"
#include "server/ops/metrics.h"
#include "server/ops/tuning.h"

using namespace vb;
using namespace vb::server::ops;

class OpsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void linesAreAsDocumented();
  void A25_nobodyWritesALineOfHisOwn_data();
  void A25_nobodyWritesALineOfHisOwn();
  void valuesHaveABound();
  void metricsAreAsDocumented();
};

namespace {
const Timestamp kAt{Milliseconds(1'795'000'000'007)};
}

void OpsTest::linesAreAsDocumented() {
  const LogFields fields{{"address", "127.0.0.1:8443"}, {"detail", "two words"}};
  QCOMPARE(
      logLine(LogFormat::json, kAt, LogLevel::info, "listening", fields),
      std::string(
          R"({"at":"2026-11-18T11:06:40.007Z","level":"info","event":"listening","address":"127.0.0.1:8443","detail":"two words"})"));
  QCOMPARE(logLine(LogFormat::text, kAt, LogLevel::error, "listening", fields),
           std::string(R"(2026-11-18T11:06:40.007Z error listening address=127.0.0.1:8443 detail="two words")"));
}

void OpsTest::A25_nobodyWritesALineOfHisOwn_data() {
  QTest::addColumn<QByteArray>("value");
  QTest::newRow("line end") << QByteArray("x\r\n2026-11-18T11:06:40Z error hacked");
  QTest::newRow("quote") << QByteArray("\",\"level\":\"error");
  QTest::newRow("terminal") << QByteArray("\x1b[2J\x1b]0;title\x07");
  QTest::newRow("direction") << QByteArray(
      "\xe2\x80\xae"
      "gnp.exe");
  QTest::newRow("NUL") << QByteArray("a\0b", 3);
}
void OpsTest::A25_nobodyWritesALineOfHisOwn() {
  QFETCH(QByteArray, value);
  for (const auto format : {LogFormat::json, LogFormat::text}) {
    const auto line = logLine(format, kAt, LogLevel::info, "event", {{"client", value.toStdString()}});
    for (const char c : line) QVERIFY(c >= 0x20 && c < 0x7f);
    // As many unescaped quotes as the format itself has.
    int quotes = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\')
        ++i;
      else if (line[i] == '"')
        ++quotes;
    }
    QCOMPARE(quotes, format == LogFormat::json ? 16 : 2);
  }
}

void OpsTest::valuesHaveABound() {
  const auto line = logLine(LogFormat::text, kAt, LogLevel::info, "event", {{"client", std::string(100'000, 'x')}});
  QVERIFY(line.size() < kLogValueBytesMax + 100);
}

void OpsTest::metricsAreAsDocumented() {
  QCOMPARE(
      metricsText({{"pushes_total", "Pushes.", SampleKind::counter, 3}, {"open", "Open.", SampleKind::gauge, 0.5}}),
      std::string(
          "# HELP vraagbaak_pushes_total Pushes.\n# TYPE vraagbaak_pushes_total counter\nvraagbaak_pushes_total 3\n"
          "# HELP vraagbaak_open Open.\n# TYPE vraagbaak_open gauge\nvraagbaak_open 0.5\n"));
  QVERIFY(!processSamples().empty());
}

QTEST_APPLESS_MAIN(OpsTest)
#include "ops_test.moc"

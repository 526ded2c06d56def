// Base: ids, error names, randomness.
#include <set>

#include <QTest>

#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "tests/support/fake_time.h"

using namespace vb;

class ValuesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void version7CarriesTheClockAndItsVersion() {  // RFC 9562, 5.7
    test::FakeClock clock(Timestamp(Milliseconds(0x017F22E279B0)));
    test::FakeRandom random(3);
    const auto id = Uuid::v7(clock, random);
    QCOMPARE(id.text().substr(0, 13), std::string("017f22e2-79b0"));
    QCOMPARE(id.text()[14], '7');
    QVERIFY(std::string("89ab").find(id.text()[19]) != std::string::npos);
  }

  void idsOfOneMomentDiffer() {
    test::FakeClock clock;
    test::FakeRandom random(9);
    std::set<Uuid> ids;
    for (int i = 0; i < 10000; ++i) ids.insert(Uuid::v7(clock, random));
    QCOMPARE(ids.size(), 10000u);
  }

  void parsesWhatItWrites() {
    const auto id = Uuid::named("a name");
    QCOMPARE(*Uuid::parse(id.text()), id);
    QCOMPARE(*Uuid::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"),
             *Uuid::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    QVERIFY(Uuid::named("a name") != Uuid::named("another"));
  }

  void refusesWhatIsNoUuid_data() {  // A9
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "1", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                             "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ", "../../../../etc/passwd-------------x",
                             "{17f22e2-79b0-7cc3-98c4-dc0c0c07398f}"})
      QTest::newRow(text) << QString::fromLatin1(text);
  }
  void refusesWhatIsNoUuid() {
    QFETCH(QString, text);
    QCOMPARE(Uuid::parse(text.toStdString()).error().code, ErrorCode::badField);
  }

  void everyErrorHasANameOfItsOwn() {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
      const auto code = static_cast<ErrorCode>(i);
      names.insert(errorName(code));
      QCOMPARE(errorFromName(errorName(code)), code);
      QVERIFY(httpStatus(code) >= 400);
    }
    QCOMPARE(names.size(), static_cast<std::size_t>(ErrorCode::internal) + 1);
    QCOMPARE(errorFromName("of_tomorrow"), ErrorCode::unknown);
  }

  void belowStaysBelowAndReachesAll() {
    test::FakeRandom random(5);
    std::array<int, 7> seen{};
    for (int i = 0; i < 7000; ++i) ++seen.at(random.below(7));
    for (const int count : seen) QVERIFY(count > 800);
  }
};

QTEST_APPLESS_MAIN(ValuesTest)
#include "values_test.moc"

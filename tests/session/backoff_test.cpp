// Backoff: spread, bounded, and never before the server's own delay.
#include "shared/session/backoff.h"

#include <set>

#include <QTest>

#include "shared/session/tuning.h"
#include "tests/support/fake_time.h"

using namespace vb;

class BackoffTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void growsAndStaysBounded() {
    test::FakeRandom random(1);
    session::Backoff backoff(random);
    Milliseconds sum{0};
    for (int i = 0; i < 200; ++i) {
      const auto wait = backoff.next();
      QVERIFY(wait >= session::kBackoffFirst / 2);
      QVERIFY(wait <= session::kBackoffMax);
      if (i > 20) QVERIFY(wait >= session::kBackoffMax / 2);
      sum += wait;
    }
    QVERIFY(sum > session::kBackoffMax * 100);
  }

  void aThousandClientsDoNotComeBackTogether() {  // F16
    std::set<std::int64_t> moments;
    for (int client = 0; client < 1000; ++client) {
      test::FakeRandom random(static_cast<std::uint64_t>(client));
      session::Backoff backoff(random);
      for (int i = 0; i < 6; ++i) (void)backoff.next();
      moments.insert(backoff.next(Milliseconds(1000)).count());
    }
    QVERIFY(moments.size() > 900);
    QVERIFY(*moments.begin() >= 1000);
  }

  void beginsAnewAfterSuccess() {
    test::FakeRandom random(7);
    session::Backoff backoff(random);
    for (int i = 0; i < 9; ++i) (void)backoff.next();
    backoff.succeeded();
    QVERIFY(backoff.next() <= session::kBackoffFirst);
  }
};

QTEST_APPLESS_MAIN(BackoffTest)
#include "backoff_test.moc"

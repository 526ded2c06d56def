// One app per profile; links of our own carry a kind and a UUID and nothing else (A18); quiet outside working hours.
#include <sys/resource.h>

#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "client/platform/core_dumps.h"
#include "client/platform/link.h"
#include "client/platform/notifications.h"
#include "client/platform/single_instance.h"

using namespace vb;
using namespace vb::client::platform;

Q_DECLARE_METATYPE(std::optional<vb::QuestionId>)

class PlatformTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { qRegisterMetaType<std::optional<QuestionId>>("std::optional<vb::QuestionId>"); }

  void linksCarryOnlyAnId_data() {
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("good");
    const QString id = QString::fromStdString(QuestionId::named("q").text());
    QTest::newRow("plain") << "vraagbaak://question/" + id << true;
    QTest::newRow("slash") << "vraagbaak://question/" + id + "/" << true;
    QTest::newRow("upper") << "VRAAGBAAK://QUESTION/" + id.toUpper() << true;
    QTest::newRow("query") << "vraagbaak://question/" + id + "?server=evil" << false;
    QTest::newRow("fragment") << "vraagbaak://question/" + id + "#x" << false;
    QTest::newRow("other kind") << "vraagbaak://send/" + id << false;
    QTest::newRow("server") << "vraagbaak://server/https://evil.example" << false;
    QTest::newRow("path") << "vraagbaak://question/../../etc/passwd" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("nil") << "vraagbaak://question/00000000-0000-0000-0000-000000000000" << false;
    QTest::newRow("long") << "vraagbaak://question/" + id + QString(10'000, 'x') << false;
    QTest::newRow("flag") << "--server=https://evil.example" << false;
    QTest::newRow("empty") << "" << false;
  }
  void linksCarryOnlyAnId() {
    QFETCH(QString, link);
    QFETCH(bool, good);
    QCOMPARE(questionOfLink(link).has_value(), good);
    if (good) QCOMPARE(*questionOfLink(link), QuestionId::named("q"));
  }
  void linksRoundTrip() {
    const QuestionId id = QuestionId::named("x");
    QCOMPARE(*questionOfLink(linkOfQuestion(id)), id);
  }

  // F9
  void theSecondRaisesTheFirst() {
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    QCOMPARE(first.claim({}), SingleInstance::Claim::first);
    QSignalSpy raised(&first, &SingleInstance::raiseAsked);
    const QuestionId id = QuestionId::named("q");
    SingleInstance second(folder.path() + QStringLiteral("/."));
    QCOMPARE(second.claim(linkOfQuestion(id)), SingleInstance::Claim::handedOver);
    QVERIFY(raised.count() > 0 || raised.wait());
    QCOMPARE(raised.first().first().value<std::optional<QuestionId>>(), std::optional(id));
    QCOMPARE(second.claim(QStringLiteral("vraagbaak://server/evil")), SingleInstance::Claim::handedOver);
    QVERIFY(raised.count() > 1 || raised.wait());
    QCOMPARE(raised.last().first().value<std::optional<QuestionId>>(), std::optional<QuestionId>());
  }

  void anotherProfileIsAnotherApp() {
    QTemporaryDir one;
    QTemporaryDir two;
    SingleInstance first(one.path());
    SingleInstance second(two.path());
    QCOMPARE(first.claim({}), SingleInstance::Claim::first);
    QCOMPARE(second.claim({}), SingleInstance::Claim::first);
  }

  void tellsThatTheFirstDoesNotAnswer() {
    QTemporaryDir folder;
    QLockFile held(folder.path() + QStringLiteral("/instance.lock"));
    QVERIFY(held.tryLock());
    SingleInstance second(folder.path());
    QCOMPARE(second.claim({}), SingleInstance::Claim::noAnswer);
  }

  // A20
  void leavesNoCoreDump() {
    keepOutOfCoreDumps();
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t{0});
    QCOMPARE(limit.rlim_max, rlim_t{0});
  }

  void takesOverWhenTheFirstEnded() {
    QTemporaryDir folder;
    {
      SingleInstance first(folder.path());
      QCOMPARE(first.claim({}), SingleInstance::Claim::first);
    }
    SingleInstance second(folder.path());
    QCOMPARE(second.claim({}), SingleInstance::Claim::first);
  }

  void workingHours() {
    QVERIFY(withinWorkingHours(600, 510, 1020));
    QVERIFY(!withinWorkingHours(509, 510, 1020));
    QVERIFY(!withinWorkingHours(1020, 510, 1020));
    QVERIFY(withinWorkingHours(1380, 1320, 360));
    QVERIFY(withinWorkingHours(60, 1320, 360));
    QVERIFY(!withinWorkingHours(720, 1320, 360));
    QVERIFY(withinWorkingHours(3, 0, 0));
  }
};

QTEST_MAIN(PlatformTest)
#include "platform_test.moc"

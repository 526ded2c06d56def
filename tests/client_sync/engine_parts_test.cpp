// The small parts of the engine: where tokens live, which state the status bar shows, what becomes a notification.
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "client/core/engine/change_courier.h"
#include "client/core/engine/link_keeper.h"
#include "client/core/engine/news_desk.h"
#include "client/core/engine/token_vault.h"
#include "tests/conversation/virtual_time.h"
#include "tests/support/fake_reader.h"

using namespace vb;
using namespace vb::client;

namespace {

QString readBack(TokenVault& vault, const QString& key) {
  QString found = QStringLiteral("(not asked)");
  vault.read(key, [&](const Result<QString>& token) { found = token ? *token : QStringLiteral("(error)"); });
  return found;
}

// An office hour of the machine the test runs on.
Milliseconds untilNoon(const Clock& clock) {
  const auto now = QDateTime::fromMSecsSinceEpoch(clock.now().time_since_epoch().count());
  return Milliseconds(now.msecsTo(QDateTime(now.date().addDays(1), QTime(12, 0))));
}

struct Desk {
  test::VirtualTime time;
  test::FakeReader reader;
  QVector<NewQuestions> told;
  QVector<ChannelNews> toldOfChannels;
  NewsDesk news{reader,
                time,
                time,
                {[this](const NewQuestions& one) { told.append(one); },
                 [this](const ChannelNews& one) { toldOfChannels.append(one); }}};

  Desk() {
    time.pass(untilNoon(time));
    store::CategoryRow category;
    category.id = CategoryId::named("debt");
    category.nameNl = QStringLiteral("Schulden");
    reader.categoryRows = {category};
  }
  void arrived(QuestionId question, bool isNews = true, bool firstSync = false) {
    news.arrived(store::Arrivals{{question}, {}, {}, {}, {}}, isNews, firstSync);
  }
  QuestionId question(const char* title, bool routed = true, bool mine = false) {
    store::QuestionRow row;
    row.id = QuestionId::named(title);
    row.title = QLatin1String(title);
    row.homeCategory = CategoryId::named("debt");
    row.routedToMe = routed;
    row.mine = mine;
    row.unread = !mine;
    row.askedAt = reader.rows.size() + 1;
    reader.rows.append(row);
    return row.id;
  }
};

}  // namespace

class EnginePartsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void A20_fileVaultIsForItsOwnerOnly() {
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("token.json"));
    FileTokenVault vault(path);
    QCOMPARE(readBack(vault, QStringLiteral("a")), QString());
    vault.write(QStringLiteral("a"), QStringLiteral("secret"), [](const Result<void>& done) { QVERIFY(done.ok()); });
    vault.write(QStringLiteral("b"), QStringLiteral("other"), [](const Result<void>& done) { QVERIFY(done.ok()); });
    FileTokenVault again(path);
    QCOMPARE(readBack(again, QStringLiteral("a")), QStringLiteral("secret"));
    QCOMPARE(readBack(again, QStringLiteral("b")), QStringLiteral("other"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    again.remove(QStringLiteral("a"), [](const Result<void>& done) { QVERIFY(done.ok()); });
    again.remove(QStringLiteral("b"), [](const Result<void>& done) { QVERIFY(done.ok()); });
    QVERIFY(!QFile::exists(path));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 0);
  }

  void A20_memoryVaultWritesNothing() {
    MemoryTokenVault vault;
    vault.write(QStringLiteral("a"), QStringLiteral("secret"), [](const Result<void>& done) { QVERIFY(done.ok()); });
    QCOMPARE(readBack(vault, QStringLiteral("a")), QStringLiteral("secret"));
    QVERIFY(!vault.isLasting());
  }

  void oneStateOutOfMany_data() {
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<bool>("signedIn");
    QTest::addColumn<int>("link");
    using P = sync::Phase;
    const int none = int(ErrorCode::unknown);
    QTest::newRow("nobody") << int(P::live) << none << false << false << int(Link::signedOut);
    QTest::newRow("live") << int(P::live) << none << false << true << int(Link::live);
    QTest::newRow("read only") << int(P::live) << none << true << true << int(Link::readOnly);
    QTest::newRow("read only, waiting") << int(P::syncing) << none << true << true << int(Link::readOnly);
    QTest::newRow("first attempt") << int(P::connecting) << none << false << true << int(Link::connecting);
    QTest::newRow("next attempt") << int(P::connecting) << int(ErrorCode::network) << false << true
                                  << int(Link::offline);
    QTest::newRow("F14") << int(P::offline) << int(ErrorCode::captivePortal) << false << true << int(Link::captive);
    QTest::newRow("F14 again") << int(P::connecting) << int(ErrorCode::captivePortal) << false << true
                               << int(Link::captive);
    QTest::newRow("A19") << int(P::offline) << int(ErrorCode::untrustedPeer) << false << true << int(Link::untrusted);
    QTest::newRow("C7") << int(P::offline) << int(ErrorCode::forbidden) << false << true << int(Link::untrusted);
    QTest::newRow("offline on purpose") << int(P::stopped) << none << false << true << int(Link::offline);
  }
  void oneStateOutOfMany() {
    QFETCH(int, phase);
    QFETCH(int, reason);
    QFETCH(bool, readOnly);
    QFETCH(bool, signedIn);
    QFETCH(int, link);
    sync::SyncStatus status;
    status.phase = sync::Phase(phase);
    status.reason = ErrorCode(reason);
    status.readOnly = readOnly;
    LinkFacts facts;
    facts.signedIn = signedIn;
    LinkKeeper keeper;
    QVERIFY(keeper.update(status, facts, 1000));
    QCOMPARE(int(keeper.state().link), link);
    QCOMPARE(keeper.state().since, qint64(1000));
    QVERIFY(!keeper.update(status, facts, 2000));
    QCOMPARE(keeper.state().since, qint64(1000));
  }

  void percentOnlyDuringTheFirstSync() {
    sync::SyncStatus status;
    status.phase = sync::Phase::syncing;
    status.percent = 40;
    LinkFacts facts;
    facts.signedIn = true;
    LinkKeeper keeper;
    keeper.update(status, facts, 1);
    QCOMPARE(keeper.state().syncPercent, 40);
    facts.lastSyncedAt = 5;
    keeper.update(status, facts, 2);
    QCOMPARE(keeper.state().syncPercent, -1);
  }

  void oneSummaryInsteadOfFifty() {
    Desk desk;
    std::vector<QuestionId> ids;
    for (int i = 0; i < 50; ++i) ids.push_back(desk.question(("Vraag " + std::to_string(i)).c_str()));
    for (const auto id : ids) {
      desk.arrived(id);
      desk.time.pass(Milliseconds(10));
    }
    desk.time.pass(Milliseconds(5000));
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.told.first().count, 50);
    QCOMPARE(desk.told.first().newestTitle, QStringLiteral("Vraag 49"));
    QCOMPARE(desk.told.first().categoryNl, QStringLiteral("Schulden"));
  }

  void silentWhereItShouldBe() {
    Desk desk;
    desk.arrived(desk.question("Eigen vraag", true, true));
    desk.arrived(desk.question("Niet aan mij", false));
    desk.arrived(desk.question("Geschiedenis"), false, false);
    desk.arrived(desk.question("Eerste keer"), true, true);
    desk.time.pass(Milliseconds(5000));
    QCOMPARE(desk.told.size(), 0);

    desk.reader.settingsNow.notify = false;
    desk.arrived(desk.question("Uitgezet"));
    desk.time.pass(Milliseconds(5000));
    QCOMPARE(desk.told.size(), 0);

    desk.reader.settingsNow.notify = true;
    desk.time.pass(std::chrono::hours(10));  // ten in the evening
    desk.arrived(desk.question("Avond"));
    desk.time.pass(Milliseconds(5000));
    QCOMPARE(desk.told.size(), 0);

    desk.time.pass(std::chrono::hours(14));  // noon again
    desk.arrived(desk.question("Overdag"));
    desk.time.pass(Milliseconds(5000));
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.told.first().count, 1);
  }

  void firstChangeAtOnceTheRestInBunches() {
    test::VirtualTime time;
    QVector<ChangeSet> brought;
    ChangeCourier courier(time, [&](const ChangeSet& set) { brought.append(set); });
    const auto change = [&](const char* name) {
      store::Changes changes;
      changes.question(QuestionId::named(name));
      courier.add(changes);
    };
    change("a");
    QCOMPARE(brought.size(), 1);
    for (const char* name : {"b", "c", "d"}) change(name);
    QCOMPARE(brought.size(), 1);
    time.pass(Milliseconds(60));
    QCOMPARE(brought.size(), 2);
    QCOMPARE(brought.last().questions.size(), 3);
    time.pass(Milliseconds(1000));
    QCOMPARE(brought.size(), 2);
    QCOMPARE(time.waiting(), std::size_t(0));  // nothing wakes an idle computer
    change("e");
    QCOMPARE(brought.size(), 3);
    // The first sync: less often, but what one writes oneself shows at once.
    courier.setFirstSync(true);
    time.pass(Milliseconds(60));
    change("f");
    QCOMPARE(brought.size(), 4);
    change("g");
    time.pass(Milliseconds(400));
    QCOMPARE(brought.size(), 4);
    store::Changes own;
    own.outbox = true;
    courier.add(own);
    QCOMPARE(brought.size(), 5);
    QCOMPARE(brought.last().questions.size(), 1);
  }
};

QTEST_GUILESS_MAIN(EnginePartsTest)
#include "engine_parts_test.moc"

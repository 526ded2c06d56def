// Opening a profile: C7, and F6, F7, F8, F9, F10 of the fault table; drafts and facts.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include "client/core/store/outbox_table.h"
#include "client/core/store/schema.h"
#include "tests/client_store/profile.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

namespace {

const Scope kScope = Scope::category(kDebts);
const QuestionId kQuestion = QuestionId::named("q");

void fill(Cache& cache) {
  STORED(cache.applyRecords(
      kScope, {record(kinds::kQuestion, kQuestion.text(), 1, question("Kwijtschelding", kAnna, {kDebts}))}, upTo(1)));
  STORED(cache.drafts().save(
      {QStringLiteral("ask"), QStringLiteral("Mijn concept"), QStringLiteral("tekst"), {kDebts}, {}, 0, 1}));
  for (int n = 0; n < 3; ++n) {
    OutboxEntry entry;
    entry.id = CommandId::named("c" + std::to_string(n));
    entry.kind = PostAnswer::kKind;
    entry.bodyJson = toJsonText(PostAnswer{AnswerId::named("a"), kQuestion, kDebts, "antwoord", {}, false});
    entry.state = n == 2 ? OutboxState::confirmed : OutboxState::queued;
    STORED(cache.outboxTable().add(entry));
  }
}

QByteArray bytes(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, qint64 at, const QByteArray& with) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadWrite));
  QVERIFY(file.seek(at));
  QCOMPARE(file.write(with), with.size());
}

void execute(const QString& path, const char* sql) {
  Connection connection(path, Connection::Mode::readWrite);
  connection.execute(sql);
}

}  // namespace

class OpeningTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aNewProfileIsPrivate() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    fill(*cache);
    QVERIFY(!cache->report().rebuilt);
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(folder.path()).permissions() & others));
    for (const char* name : {"cache.db", "own.db", "cache.db-wal", "own.db-wal"}) {
      QVERIFY2(QFile::exists(folder.file(name)), name);
      QVERIFY2(!(QFileInfo(folder.file(name)).permissions() & others), name);
    }
  }

  void noReaderWithoutACache() {
    ProfileFolder folder;
    const auto reader = openReader(folder.path());
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, ErrorCode::notFound);
  }

  void theReaderSeesWhatIsThereWithoutAWriter() {
    ProfileFolder folder;
    { fill(*folder.openBound()); }
    const auto reader = folder.reader();
    QCOMPARE(reader->userId(), kMe);
    QCOMPARE(reader->questionRows({kQuestion}).size(), 1);
    QCOMPARE(reader->drafts().size(), 1);
  }

  void oneProcessAtATime_F9() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto second = Cache::open(folder.path());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::badField);
    QCOMPARE(second.error().detail, std::string("locked"));
    QVERIFY(!wipeProfile(folder.path()));
    cache.reset();
    QVERIFY(Cache::open(folder.path()));
  }

  void onAShareTheCacheIsLocal_F10() {
    ProfileFolder folder;
    CacheOptions options;
    options.isOnNetwork = [&](const QString& path) { return path == folder.path(); };
    options.durable = false;
    auto cache = Cache::open(folder.path(), options);
    QVERIFY(cache);
    QVERIFY((*cache)->directory().startsWith(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)));
    STORED((*cache)->bind(kServer, kMe));
    fill(**cache);
    QVERIFY(!QDir(folder.path()).exists());
    QVERIFY(openReader((*cache)->directory()));
    // Another profile has another folder.
    QVERIFY(client::store::Cache::open(folder.path() + QStringLiteral("2"), options));
    (*cache).reset();
    STORED(wipeProfile(folder.path(), options));
  }

  void belongsToOneServerAndUser_C7() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      fill(*cache);
      QCOMPARE(cache->bind("server-2", kMe).error().code, ErrorCode::forbidden);
      QCOMPARE(cache->bind(kServer, kAnna).error().code, ErrorCode::forbidden);
      STORED(cache->bind(kServer, kMe));
      QCOMPARE(cache->binding().userId, kMe);
    }
    // A cache file of somebody else beside one's own things is not read.
    ProfileFolder other;
    {
      auto cache = other.open();
      STORED(cache->bind("server-2", kAnna));
    }
    QVERIFY(QFile::remove(other.file("cache.db")));
    QVERIFY(QFile::copy(folder.file("cache.db"), other.file("cache.db")));
    auto cache = other.open();
    QCOMPARE(cache->binding().serverId, std::string("server-2"));
    QVERIFY(!cache->record(kinds::kQuestion, kQuestion.text()));
    QVERIFY(cache->heldScopes().empty());
  }

  void aNewerFileIsNotTouched_F8_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("cache") << QStringLiteral("cache.db");
    QTest::newRow("own") << QStringLiteral("own.db");
  }
  void aNewerFileIsNotTouched_F8() {
    QFETCH(QString, name);
    ProfileFolder folder;
    { fill(*folder.openBound()); }
    const QString path = folder.path() + QLatin1Char('/') + name;
    execute(path, "PRAGMA user_version = 999");
    const auto cacheBefore = bytes(folder.file("cache.db"));
    const auto ownBefore = bytes(folder.file("own.db"));
    const auto opened = Cache::open(folder.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::newerSchema);
    QCOMPARE(bytes(folder.file("cache.db")), cacheBefore);
    QCOMPARE(bytes(folder.file("own.db")), ownBefore);
    QVERIFY(!openReader(folder.path()));
  }

  // Every step of every upgrade fails once, at its end and before its version: old or new, never between (F7).
  void migrationIsAtomic_F7() {
    const auto cacheSteps = cacheSchema().size();
    const auto ownSteps = ownSchema().size();
    QVERIFY(cacheSteps >= 3 && ownSteps >= 3);
    for (std::size_t from = 1; from < cacheSteps; ++from) {
      for (int fault = 1;; ++fault) {
        ProfileFolder folder;
        QVERIFY(QDir().mkpath(folder.path()));
        {
          // A profile of that older version, with a record and a draft in it.
          Connection old(folder.file("cache.db"), Connection::Mode::readWrite);
          migrate(old, "main", {cacheSchema().begin(), cacheSchema().begin() + static_cast<std::ptrdiff_t>(from)});
          Statement scope(old, "INSERT INTO scope (name, epoch, low, high) VALUES (?, ?, 1, 1)");
          scope.run(kScope.text(), kEpoch);
          old.execute("INSERT INTO kind (name) VALUES ('question')");
          Statement insert(old, "INSERT INTO record (scope, kind, id, seq, body) VALUES (1, 1, ?, 1, ?)");
          insert.run(kQuestion, toJsonText(question("Bewaard", kAnna, {kDebts})));
          Connection own(folder.file("own.db"), Connection::Mode::readWrite);
          const auto ownFrom = static_cast<std::ptrdiff_t>(std::min(from, ownSteps - 1));
          migrate(own, "main", {ownSchema().begin(), ownSchema().begin() + ownFrom});
          own.execute("INSERT INTO draft (key, title) VALUES ('ask', 'Concept')");
          if (ownFrom >= 2)
            own.execute(
                "INSERT INTO outbox (id, kind, body, title, state, attempts)"
                " VALUES (x'01930000000070008000000000000001', 'post_answer', '{\"body\":\"Mijn antwoord\"}', "
                "'Bewaard',"
                " 0, 2), (x'01930000000070008000000000000002', 'edit_post', '{\"body\":\"Mijn wijziging\"}', 'Bewaard',"
                " 3, 1)");
        }
        int left = fault;
        CacheOptions options;
        options.durable = false;
        options.fails = [&left] { return left > 0 && --left == 0; };
        const bool opened = Cache::open(folder.path(), options).ok();
        {
          Connection cache(folder.file("cache.db"), Connection::Mode::readOnly);
          const int version = schemaVersion(cache, "main");
          QVERIFY(version >= static_cast<int>(from));
          QCOMPARE(cache.number("SELECT count(*) FROM sqlite_schema WHERE name = 'question'"), version >= 2 ? 1 : 0);
          QCOMPARE(cache.number("SELECT count(*) FROM sqlite_schema WHERE name = 'text_words'"), version >= 3 ? 1 : 0);
          Connection own(folder.file("own.db"), Connection::Mode::readOnly);
          QCOMPARE(own.number("SELECT count(*) FROM draft WHERE key = 'ask' AND title = 'Concept'"), 1);
          if (from >= 2) {
            QCOMPARE(own.number("SELECT count(*) FROM outbox WHERE body LIKE '%Mijn%' AND title = 'Bewaard'"), 2);
            QCOMPARE(own.number("SELECT sum(state * 10 + attempts) FROM outbox"), 33);
          }
          QCOMPARE(own.number("SELECT count(*) FROM sqlite_schema WHERE name = 'outbox'"),
                   schemaVersion(own, "main") >= 2 ? 1 : 0);
        }
        left = 0;
        auto cache = folder.open();
        // What the old version could not project is projected now.
        const auto reader = folder.reader();
        QCOMPARE(reader->questionRows({kQuestion}).size(), 1);
        QCOMPARE(reader->search(QStringLiteral("bewaard"), 5).hits.size(), 1);
        QCOMPARE(reader->drafts().size(), 1);
        QCOMPARE(reader->drafts().first().title, QStringLiteral("Concept"));
        const auto rows = reader->outbox();
        QCOMPARE(rows.size(), from >= 2 ? 2 : 0);
        if (from >= 2) {
          QCOMPARE(rows[0].text, QStringLiteral("Mijn antwoord"));
          QCOMPARE(rows[0].attempts, 2);
          QCOMPARE(rows[1].text, QStringLiteral("Mijn wijziging"));
          QCOMPARE(rows[1].state, SendState::refused);
          QVERIFY(!rows[1].withheld);
        }
        QCOMPARE(cache->cursor(kScope).high, Seq{1});
        if (opened) {
          QVERIFY(fault > 4);
          break;
        }
      }
    }
  }

  void kindsThatBecameKnownAreProjected() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      fill(*cache);
    }
    const auto before = contents(folder);
    execute(
        folder.file("cache.db"),
        "UPDATE meta SET value = 'older' WHERE name = 'projections'; DELETE FROM question; DELETE FROM category_total");
    folder.openBound();
    QCOMPARE(contents(folder), before);
    QCOMPARE(folder.reader()->search(QStringLiteral("kwijtschelding"), 5).hits.size(), 1);
  }

  void aDamagedCacheIsRebuilt_F6_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("size");
    QTest::newRow("header") << 0 << 100;
    QTest::newRow("schema page") << 100 << 3000;
    QTest::newRow("all pages") << 0 << 60'000;
  }
  void aDamagedCacheIsRebuilt_F6() {
    QFETCH(int, at);
    QFETCH(int, size);
    ProfileFolder folder;
    { fill(*folder.openBound()); }
    overwrite(folder.file("cache.db"), at, QByteArray(size, '\x5a'));
    auto cache = folder.open();
    QVERIFY(cache->report().rebuilt);
    QCOMPARE(cache->report().draftsSaved, 1);
    QCOMPARE(cache->report().unsentSaved, 2);
    QVERIFY(cache->heldScopes().empty());
    QCOMPARE(cache->binding().userId, kMe);
    QCOMPARE(cache->outboxTable().all().size(), std::size_t{3});
    QVERIFY(QFile::exists(folder.path() + QStringLiteral("/quarantine/cache.db")));
    STORED(cache->applyRecords(
        kScope, {record(kinds::kQuestion, kQuestion.text(), 1, question("Terug", kAnna, {kDebts}))}, upTo(1)));
    QCOMPARE(folder.reader()->questionRows({kQuestion}).size(), 1);
    cache.reset();
    QVERIFY(!folder.open()->report().rebuilt);
  }

  // Damage in a page that opening does not look at shows up while working, and is repaired then.
  void damageFoundWhileWorking_F6() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      fill(*cache);
      std::vector<Record> many;
      for (int n = 0; n < 400; ++n)
        many.push_back(record(kinds::kQuestion, QuestionId::named(std::to_string(n)).text(), n + 2,
                              question("Vraag", kAnna, {kDebts}, n)));
      STORED(cache->applyRecords(kScope, many, upTo(500)));
    }
    const qint64 page = folder.number("PRAGMA page_size");
    const qint64 leaf = folder.number("SELECT rootpage FROM sqlite_schema WHERE name = 'record_key'");
    overwrite(folder.file("cache.db"), (leaf - 1) * page, QByteArray(static_cast<qsizetype>(page), '\x5a'));
    auto cache = folder.open();
    QVERIFY(!cache->report().rebuilt);
    const auto applied = cache->applyRecords(
        kScope, {record(kinds::kQuestion, kQuestion.text(), 900, question("X", kAnna, {kDebts}))}, upTo(900));
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, ErrorCode::ioFailed);
    QCOMPARE(applied.error().detail, std::string("corrupt"));
    const auto repaired = cache->repair();
    QVERIFY(repaired);
    QVERIFY(repaired->rebuilt);
    QCOMPARE(repaired->draftsSaved, 1);
    QCOMPARE(repaired->unsentSaved, 2);
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, kQuestion.text(), 1, question("X", kAnna, {kDebts}))},
                               upTo(1)));
    QCOMPARE(cache->outboxTable().all().size(), std::size_t{3});
  }

  void ownThingsAreSavedFromADamagedFile_F6() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      fill(*cache);
      for (int n = 0; n < 200; ++n) {
        OutboxEntry entry;
        entry.id = CommandId::named("long" + std::to_string(n));
        entry.kind = PostAnswer::kKind;
        entry.bodyJson =
            toJsonText(PostAnswer{AnswerId::named("a"), kQuestion, kDebts, std::string(900, 'a'), {}, false});
        STORED(cache->outboxTable().add(entry));
      }
    }
    const auto size = QFileInfo(folder.file("own.db")).size();
    QVERIFY(size > 100'000);
    overwrite(folder.file("own.db"), size / 2 / 4096 * 4096, QByteArray(4096, '\x5a'));  // a page in the middle
    auto cache = folder.open();
    QVERIFY(cache->report().rebuilt);
    QCOMPARE(cache->report().draftsSaved, 1);
    QVERIFY(cache->report().unsentSaved > 150);
    QVERIFY(cache->report().unsentSaved < 202);
    QCOMPARE(cache->binding().userId, kMe);
    QVERIFY(QFile::exists(folder.path() + QStringLiteral("/quarantine/own.db")));
    QVERIFY(cache->record(kinds::kQuestion, kQuestion.text()));  // the cache was sound
    // In the old order.
    const auto entries = cache->outboxTable().all();
    QVERIFY(entries.front().id == CommandId::named("c0"));
    QVERIFY(entries.back().id == CommandId::named("long199"));
  }

  void draftsAreKept() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      Draft draft{QStringLiteral("answer/x"), {}, QStringLiteral("één ‘twee’"), {}, QStringLiteral("De vraag"), 7, 100};
      STORED(cache->drafts().save(draft));
      STORED(cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T"), {}, {kDebts, kYouth}, {}, 0, 200}));
      draft.body += QStringLiteral(" drie");
      draft.savedAt = 150;
      STORED(cache->drafts().save(draft));
    }
    auto cache = folder.openBound();
    const auto drafts = folder.reader()->drafts();
    QCOMPARE(drafts.size(), 2);
    QCOMPARE(drafts[0].key, QStringLiteral("ask"));  // newest first
    QCOMPARE(drafts[0].categories, (QVector{kDebts, kYouth}));
    QCOMPARE(drafts[1].body, QStringLiteral("één ‘twee’ drie"));
    QCOMPARE(drafts[1].targetTitle, QStringLiteral("De vraag"));
    QCOMPARE(drafts[1].baseSeq, Seq{7});
    int told = 0;
    cache->feed().listen([&told](const Changes& changes) { told += changes.drafts ? 1 : 0; });
    STORED(cache->drafts().save({QStringLiteral("ask"), {}, {}, {kDebts}, {}, 0, 300}));  // emptied
    STORED(cache->drafts().remove(QStringLiteral("nothing")));
    QCOMPARE(told, 1);
    QVERIFY(!folder.reader()->draft(QStringLiteral("ask")));
    QVERIFY(folder.reader()->draft(QStringLiteral("answer/x")));
  }

  void factsReachAndFreshnessAreKept() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      STORED(cache->setFact("device", "d1"));
      STORED(cache->setServerUrl(QStringLiteral("https://vraagbaak.example")));
      STORED(cache->setLastSynced(4711));
      Reader::KnownReach reach{48, {{Role::practitioner, 30}, {Role::policy, 12}}, 6, 99};
      STORED(cache->saveReach({kYouth, kDebts}, reach));
      STORED(cache->applyRecords(kScope, {}, upTo(9, 5)));
    }
    auto cache = folder.openBound();
    QCOMPARE(cache->fact("device"), std::string("d1"));
    QCOMPARE(cache->fact("other"), std::string());
    const auto reader = folder.reader();
    QCOMPARE(reader->serverUrl(), QStringLiteral("https://vraagbaak.example"));
    QCOMPARE(reader->freshness().lastSyncedAt, 4711);
    QVERIFY(!reader->freshness().historyComplete);
    const auto reach = reader->knownReach({kDebts, kYouth});
    QVERIFY(reach);
    QCOMPARE(reach->total, 48);
    QCOMPARE(reach->byRole.size(), 2);
    QCOMPARE(reach->byRole[1].first, Role::policy);
    QCOMPARE(reach->at, 99);
    QVERIFY(!reader->knownReach({kDebts}));
    STORED(cache->applyRecords(kScope, {}, upTo(9, 1)));
    QVERIFY(reader->freshness().historyComplete);
  }

  void wipingLeavesNothing() {
    ProfileFolder folder;
    { fill(*folder.openBound()); }
    STORED(wipeProfile(folder.path()));
    QVERIFY(!QFile::exists(folder.file("cache.db")));
    QVERIFY(!QFile::exists(folder.file("own.db")));
    auto cache = folder.open();
    QVERIFY(cache->binding().serverId.empty());
    QVERIFY(cache->outboxTable().all().empty());
  }
};

QTEST_GUILESS_MAIN(OpeningTest)
#include "opening_test.moc"

// Building a scope anew, and losing one: C3, C6, and F1, F22, F25, F28 of the fault table.
#include <QDirIterator>
#include <QFile>

#include "client/core/store/outbox_table.h"
#include "shared/base/planted_bugs.h"
#include "tests/client_store/profile.h"

using namespace vb;
using namespace vb::test;

namespace {

const Scope kScope = Scope::category(kDebts);

struct Plant {
  explicit Plant(PlantedBug bug) { plantedBugSwitch() = bug; }
  ~Plant() { plantedBugSwitch() = PlantedBug::none; }
};

QuestionId numbered(int n) { return QuestionId::named("q" + std::to_string(n)); }

// Questions first..last, each with an answer; seqs from `seq` on.
std::vector<Record> questions(int first, int last, Seq seq, const std::string& word = "Vraag") {
  std::vector<Record> records;
  for (int n = first; n <= last; ++n) {
    const auto id = numbered(n);
    records.push_back(
        record(kinds::kQuestion, id.text(), seq++, question(word + ' ' + std::to_string(n), kAnna, {kDebts}, n)));
    records.push_back(
        record(kinds::kAnswer, AnswerId::named(id.text()).text(), seq++, answer(id, "antwoord op " + word, kMe, n)));
  }
  return records;
}

// Every byte of every file of the profile.
bool holds(const ProfileFolder& folder, const QByteArray& text) {
  QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text.toLower())) return true;
  }
  return false;
}

}  // namespace

class RebuildTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oldIsShownUntilTheSwap_F25() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, questions(1, 10, 1), upTo(20)));
    const auto before = contents(folder);
    STORED(cache->beginRebuild(kScope));
    STORED(cache->stageRecords(kScope, questions(5, 8, 1, "Gewijzigd")));
    STORED(cache->stageRecords(kScope, questions(11, 12, 20, "Gewijzigd")));
    QCOMPARE(contents(folder), before);
    QCOMPARE(folder.reader()->search(QStringLiteral("gewijzigd"), 50).hits.size(), 0);
    STORED(cache->finishRebuild(kScope, upTo(24, 1, "epoch-2")));
    QCOMPARE(cache->cursor(kScope), upTo(24, 1, "epoch-2"));
    QCOMPARE(folder.number("SELECT count(*) FROM question"), 6);
    QCOMPARE(folder.number("SELECT count(*) FROM staged"), 0);
    QCOMPARE(folder.reader()->search(QStringLiteral("gewijzigd"), 50).hits.size(), 12);
    QCOMPARE(folder.reader()->search(QStringLiteral("vraag 1"), 50).hits.size(), 0);
    // The same cache as one that was filled with only these.
    ProfileFolder fresh;
    auto other = fresh.openBound();
    auto all = questions(5, 8, 1, "Gewijzigd");
    for (auto& one : questions(11, 12, 20, "Gewijzigd")) all.push_back(one);
    STORED(other->applyRecords(kScope, all, upTo(24, 1, "epoch-2")));
    QCOMPARE(contents(folder), contents(fresh));
  }

  // In a new epoch, a lower seq may be the newer version.
  void seqsOfTwoEpochsDoNotCompare_F25() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, questions(1, 1, 50, "Oud"), upTo(60)));
    STORED(cache->beginRebuild(kScope));
    STORED(cache->stageRecords(kScope, questions(1, 1, 3, "Hersteld")));
    STORED(cache->finishRebuild(kScope, upTo(10, 1, "epoch-2")));
    QCOMPARE(folder.reader()->questionRows({numbered(1)})[0].title, QStringLiteral("Hersteld 1"));
    STORED(cache->applyRecords(kScope, questions(1, 1, 11, "Nieuwer"), upTo(12, 1, "epoch-2")));
    QCOMPARE(folder.reader()->questionRows({numbered(1)})[0].title, QStringLiteral("Nieuwer 1"));
  }

  void whatWasDeletedMeanwhileIsSwept_F22() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, questions(1, 3, 1), upTo(6)));
    STORED(cache->beginRebuild(kScope));
    STORED(cache->stageRecords(kScope, questions(1, 1, 1)));
    STORED(cache->finishRebuild(kScope, upTo(90)));
    QVERIFY(folder.reader()->question(numbered(1)));
    QVERIFY(!folder.reader()->question(numbered(2)));
    QCOMPARE(folder.reader()->categories().size(), 0);  // no category record here
    QCOMPARE(folder.number("SELECT questions FROM category_total"), 1);
  }

  void ownThingsAreNotTouched() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T"), QStringLiteral("B"), {kDebts}, {}, 0, 1}));
    client::store::OutboxEntry entry;
    entry.id = CommandId::named("c");
    entry.kind = PostAnswer::kKind;
    entry.bodyJson = toJsonText(PostAnswer{AnswerId::named("mine"), numbered(1), kDebts, "mijn antwoord", {}, false});
    STORED(cache->outboxTable().add(entry));
    STORED(cache->applyRecords(kScope, questions(1, 2, 1), upTo(4)));
    STORED(cache->beginRebuild(kScope));
    STORED(cache->stageRecords(kScope, questions(1, 1, 1)));
    STORED(cache->finishRebuild(kScope, upTo(4, 1, "epoch-2")));
    QCOMPARE(folder.reader()->drafts().size(), 1);
    QCOMPARE(cache->outboxTable().all().size(), std::size_t{1});
    QCOMPARE(folder.reader()->question(numbered(1))->answers.size(), 2);
  }

  void failedAtEveryStepOfTheSwap_F1() {
    int refusals = 0;
    for (int step = 1;; ++step) {
      ProfileFolder folder;
      int left = 0;
      CacheOptions options;
      options.fails = [&left] { return left > 0 && --left == 0; };
      auto cache = folder.openBound(options);
      STORED(cache->applyRecords(kScope, questions(1, 3, 1), upTo(6)));
      const auto before = contents(folder);
      STORED(cache->beginRebuild(kScope));
      STORED(cache->stageRecords(kScope, questions(2, 4, 1, "Gewijzigd")));
      left = step;
      const bool done = cache->finishRebuild(kScope, upTo(9, 1, "epoch-2")).ok();
      left = 0;
      if (done) break;
      QCOMPARE(contents(folder), before);
      ++refusals;
      STORED(cache->finishRebuild(kScope, upTo(9, 1, "epoch-2")));
      QCOMPARE(folder.number("SELECT count(*) FROM question"), 3);
    }
    QVERIFY(refusals > 15);
  }

  void aRebuildCutOffBeginsAnew() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      STORED(cache->applyRecords(kScope, questions(1, 3, 1), upTo(6)));
      STORED(cache->beginRebuild(kScope));
      STORED(cache->stageRecords(kScope, questions(4, 5, 1)));
    }
    auto cache = folder.openBound();
    QCOMPARE(folder.number("SELECT count(*) FROM staged"), 0);
    QCOMPARE(folder.number("SELECT count(*) FROM question"), 3);
    QVERIFY(!cache->stageRecords(kScope, questions(6, 6, 1)));  // nothing was begun
    QVERIFY(!cache->finishRebuild(kScope, upTo(4)));
    QCOMPARE(cache->cursor(kScope), upTo(6));
  }

  void manyPagesAreSwapped() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->beginRebuild(kScope));
    STORED(cache->stageRecords(kScope, questions(1, 700, 1)));
    STORED(cache->stageRecords(kScope, questions(701, 1300, 1401)));
    STORED(cache->finishRebuild(kScope, upTo(2600)));
    QCOMPARE(folder.number("SELECT count(*) FROM question"), 1300);
    QCOMPARE(folder.number("SELECT count(*) FROM answer"), 1300);
  }

  void rebuildingInPlaceIsNoticed() {
    const Plant bug(PlantedBug::rebuildInPlace);
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, questions(1, 3, 1), upTo(6)));
    STORED(cache->beginRebuild(kScope));
    QCOMPARE(folder.number("SELECT count(*) FROM question"), 0);
  }

  void aLostScopeLeavesNoTrace_C6() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto other = Scope::category(kYouth);
    auto secret = question("Geheimwoord kwartelkoning", kAnna, {kDebts});
    secret.body = "Alleen hier: zeldzaamheidje.";
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, numbered(1).text(), 1, secret)}, upTo(1)));
    secret.body = "Na het wijzigen: zeldzaamheidje twee.";
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, numbered(1).text(), 2, secret)}, upTo(2)));
    STORED(cache->applyRecords(kScope, questions(2, 40, 3), upTo(100)));
    auto kept = question("Openbaar roodborstje", kAnna, {kYouth});
    STORED(cache->applyRecords(other, {record(kinds::kQuestion, numbered(50).text(), 1, kept)}, upTo(1)));
    QVERIFY(holds(folder, "kwartelkoning"));
    QVERIFY(holds(folder, "zeldzaamheidje"));
    STORED(cache->purgeScope(kScope));
    QVERIFY(!holds(folder, "kwartelkoning"));
    QVERIFY(!holds(folder, "zeldzaamheidje"));
    QVERIFY(cache->cursor(kScope).isNew());
    const auto reader = folder.reader();
    QVERIFY(!reader->question(numbered(1)));
    QCOMPARE(reader->search(QStringLiteral("kwartelkoning"), 5).hits.size(), 0);
    QCOMPARE(reader->search(QStringLiteral("roodborstje"), 5).hits.size(), 1);
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 1);
    cache.reset();
    QVERIFY(!holds(folder, "zeldzaamheidje"));
    // A new grant syncs afresh.
    cache = folder.openBound();
    STORED(cache->applyRecords(kScope, questions(2, 3, 1), Cursor{kEpoch, 7, 1, 4}));
    QCOMPARE(cache->cursor(kScope).grant, 7);
  }

  // A reader that still looks at the old state keeps the log as it is; the words go as soon as it looks away, also when
  // the app was killed meanwhile.
  void aLostScopeLeavesNoTraceBehindAReader_C6() {
    ProfileFolder folder;
    ProfileFolder killed;
    auto cache = folder.openBound();
    auto secret = question("Geheimwoord kwartelkoning", kAnna, {kDebts});
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, numbered(1).text(), 1, secret)}, upTo(1)));
    {
      client::store::Connection looking(folder.file("cache.db"), client::store::Connection::Mode::readOnly);
      looking.execute("BEGIN; SELECT count(*) FROM question");
      STORED(cache->purgeScope(kScope));
      QVERIFY(holds(folder, "kwartelkoning"));
      QVERIFY(QDir().mkpath(killed.path()));
      for (const char* name : {"cache.db", "cache.db-wal", "own.db", "own.db-wal"})
        QFile::copy(folder.file(name), killed.file(name));
      looking.execute("COMMIT");
    }
    STORED(cache->setLastSynced(1));
    QVERIFY(!holds(folder, "kwartelkoning"));
    QCOMPARE(folder.number("SELECT count(*) FROM meta WHERE name = 'scrub_due'"), 0);
    QVERIFY(holds(killed, "kwartelkoning"));
    const auto again = killed.open();
    QVERIFY(!holds(killed, "kwartelkoning"));
    QCOMPARE(killed.number("SELECT count(*) FROM meta WHERE name = 'scrub_due'"), 0);
  }

  void theReferenceRemainsWhenTheHomeIsLost() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto id = numbered(1);
    STORED(cache->applyRecords(
        kScope, {record(kinds::kQuestion, id.text(), 1, question("Vol", kAnna, {kDebts, kYouth}))}, upTo(1)));
    const QuestionRef ref{id, kDebts, "Vol", kAnna, Timestamp(Milliseconds(kStart)), 1};
    STORED(cache->applyRecords(Scope::category(kYouth), {record(kinds::kQuestionRef, id.text(), 1, ref)}, upTo(1)));
    auto row = folder.reader()->questionRows({id})[0];
    QVERIFY(!row.refOnly);
    QCOMPARE(row.categories, (QVector{kDebts, kYouth}));
    STORED(cache->purgeScope(kScope));
    row = folder.reader()->questionRows({id})[0];
    QVERIFY(row.refOnly);
    QCOMPARE(row.title, QStringLiteral("Vol"));
    QCOMPARE(row.homeCategory, kDebts);
    STORED(cache->purgeScope(Scope::category(kYouth)));
    QCOMPARE(folder.reader()->questionRows({id}).size(), 0);
    QCOMPARE(folder.number("SELECT coalesce(sum(questions), 0) FROM category_total"), 0);
  }
};

QTEST_GUILESS_MAIN(RebuildTest)
#include "rebuild_test.moc"

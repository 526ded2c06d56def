// Pages of history that are stored together: C1 for the whole group, and F1, F5 of the fault table.
#include <algorithm>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include <QFileInfo>

#include "tests/client_store/profile.h"

using namespace vb;
using namespace vb::test;

namespace {

const Scope kDebtsScope = Scope::category(kDebts);
const Scope kYouthScope = Scope::category(kYouth);

std::vector<Record> page(const char* name, CategoryId category, Seq seq) {
  const QuestionId id = QuestionId::named(name);
  return {record(kinds::kQuestion, id.text(), seq, question(name, kAnna, {category})),
          record(kinds::kAnswer, AnswerId::named(name).text(), seq + 1, answer(id, "Antwoord op het beslag", kAnna))};
}

bool heard(const std::vector<Scope>& scopes, const Scope& scope) {
  return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

}  // namespace

class HoldingTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void pagesWaitForEachOther() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    int told = 0;
    cache->feed().listen([&told](const client::store::Changes&) { ++told; });
    STORED(cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(9, 5)));
    STORED(cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2)));
    STORED(cache->holdRecords(kDebtsScope, page("Drie", kDebts, 3), upTo(9, 3)));
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 0);
    QCOMPARE(told, 0);
    STORED(cache->storeHeld());
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 6);
    QCOMPARE(folder.number("SELECT count(*) FROM scope WHERE high > 0"), 2);
    QCOMPARE(folder.reader()->search(QStringLiteral("beslag"), 9).hits.size(), 3);
    QCOMPARE(told, 1);
    QVERIFY(cache->takeUnstored().empty());
    STORED(cache->storeHeld());
    QCOMPARE(told, 1);
  }

  void whateverElseIsWrittenHasThemStoredFirst() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(2)));
    STORED(cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T"), QStringLiteral("B"), {}, {}, 0, 1}));
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 2);
    STORED(cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2)));
    STORED(cache->applyRecords(kDebtsScope, page("Drie", kDebts, 3), upTo(4)));
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 6);
    STORED(cache->holdRecords(kYouthScope, page("Vier", kYouth, 3), upTo(4)));
    STORED(cache->purgeScope(kYouthScope));
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 4);
  }

  void enoughOfThemAreStoredByThemselves() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const std::string text(500'000, 'x');
    int pages = 0;
    while (folder.number("SELECT count(*) FROM record") == 0 && pages < 100)
      STORED(cache->holdRecords(kDebtsScope,
                                {Record{"blob", "b" + std::to_string(++pages), pages, false, '"' + text + '"'}},
                                upTo(1000, 1000 - pages)));
    QVERIFY(pages > 3);
    QVERIFY(pages < 100);
  }

  void theLogIsEmptiedWhenHistoryIsDown() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto logBytes = [&] { return QFileInfo(folder.file("cache.db-wal")).size(); };
    STORED(cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(2)));
    STORED(cache->storeHeld());
    QVERIFY(logBytes() > 0);
    STORED(cache->setLastSynced(kStart));
    QCOMPARE(logBytes(), qint64{0});
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 2);
  }

  void aRefusalLeavesTheOthersAsTheyAre() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kYouthScope, {}, upTo(1)));
    STORED(cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(2)));
    QVERIFY(!cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2, 1, "another epoch")));
    STORED(cache->storeHeld());
    QVERIFY(cache->takeUnstored().empty());
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 2);
  }

  // At each step of a group at which the disk can fail: all of it or nothing, said once, and right after another try.
  void aFailureIsToldWithItsScopes_F5() {
    int refusals = 0;
    for (int step = 1; step < 500; ++step) {
      ProfileFolder folder;
      int left = 0;
      CacheOptions options;
      options.fails = [&left] { return left > 0 && --left == 0; };
      auto cache = folder.openBound(options);
      STORED(cache->applyRecords(kDebtsScope, {}, upTo(0)));
      STORED(cache->applyRecords(kYouthScope, {}, upTo(0)));
      left = step;
      const bool first = cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(2)).ok();
      const bool second = cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2)).ok();
      const bool stored = cache->storeHeld().ok();
      const bool hasFailed = left == 0;
      left = 0;
      const auto lost = cache->takeUnstored();
      QCOMPARE(first && second && stored, !hasFailed);
      for (const auto& [scope, taken] : {std::pair{kDebtsScope, first}, std::pair{kYouthScope, second}}) {
        const bool isHeld = taken && !heard(lost, scope);
        QCOMPARE(cache->cursor(scope).high, Seq{isHeld ? 2 : 0});
      }
      const auto records = folder.number("SELECT count(*) FROM record");
      QCOMPARE(records,
               2 * ((cache->cursor(kDebtsScope).high > 0 ? 1 : 0) + (cache->cursor(kYouthScope).high > 0 ? 1 : 0)));
      STORED(cache->storeHeld());  // told once
      QVERIFY(cache->takeUnstored().empty());
      STORED(cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(2)));
      STORED(cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2)));
      STORED(cache->storeHeld());
      QCOMPARE(folder.number("SELECT count(*) FROM record"), 4);
      QCOMPARE(folder.reader()->search(QStringLiteral("beslag"), 9).hits.size(), 2);
      if (!hasFailed) break;
      ++refusals;
    }
    QVERIFY(refusals > 8);
  }

  void aFailureDoesNotHinderWhatIsWrittenNext_F5() {
    ProfileFolder folder;
    CacheOptions options;
    bool isCommitFailing = false;
    options.fails = [&] { return std::exchange(isCommitFailing, false); };
    auto cache = folder.openBound(options);
    STORED(cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(2)));
    isCommitFailing = true;
    STORED(cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T"), QStringLiteral("B"), {}, {}, 0, 1}));
    QCOMPARE(folder.reader()->drafts().size(), 1);
    // A further page of it would leave a gap; others are welcome.
    QVERIFY(cache->hasUnstored());
    QVERIFY(!cache->holdRecords(kDebtsScope, page("Nul", kDebts, 1), upTo(9, 1)));
    STORED(cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2)));
    QVERIFY(!cache->storeHeld());
    QCOMPARE(cache->takeUnstored().size(), std::size_t{1});
    QVERIFY(!cache->hasUnstored());
    QVERIFY(cache->cursor(kDebtsScope).isNew());
  }

  void killedAtAnyMomentTheCursorIsNeverBeyondTheData_F1() {
    int kills = 0;
    for (int step = 1; step < 500; ++step) {
      ProfileFolder folder;
      folder.openBound();
      const pid_t child = fork();
      if (child == 0) {
        int left = step;
        bool isArmed = false;
        CacheOptions options;
        options.fails = [&] {
          if (isArmed && --left == 0) kill(getpid(), SIGKILL);
          return false;
        };
        auto cache = folder.openBound(options);
        isArmed = true;
        const bool done = cache->holdRecords(kDebtsScope, page("Een", kDebts, 1), upTo(9, 5)).ok() &&
                          cache->holdRecords(kYouthScope, page("Twee", kYouth, 1), upTo(2)).ok() &&
                          cache->storeHeld().ok();
        _exit(done ? 0 : 1);
      }
      int status = 0;
      QCOMPARE(waitpid(child, &status, 0), child);
      auto cache = folder.openBound();
      const auto records = folder.number("SELECT count(*) FROM record");
      QVERIFY(records == 0 || records == 4);
      QCOMPARE(cache->cursor(kDebtsScope).isNew(), records == 0);
      QCOMPARE(cache->cursor(kYouthScope).isNew(), records == 0);
      if (!WIFSIGNALED(status)) break;
      ++kills;
    }
    QVERIFY(kills > 8);
  }
};

QTEST_GUILESS_MAIN(HoldingTest)
#include "holding_test.moc"

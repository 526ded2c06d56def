// Applying pages: C1, C2, and F1, F5, F11, F21, F24, F30 of the fault table.
#include <algorithm>
#include <random>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/base/planted_bugs.h"
#include "tests/client_store/profile.h"

using namespace vb;
using namespace vb::test;

namespace {

const Scope kScope = Scope::category(kDebts);
const QuestionId kQuestion = QuestionId::named("q");
const AnswerId kAnswer = AnswerId::named("a");

std::vector<Record> smallPage() {
  return {record(kinds::kQuestion, kQuestion.text(), 1, question("Beslagvrije voet", kAnna, {kDebts})),
          record(kinds::kAnswer, kAnswer.text(), 2, answer(kQuestion, "Het antwoord", kMe, 5)),
          Record{"poll", "any id at all", 3, false, R"({"of":"later","n":[1,2]})"}};
}

// Planted bugs are switched off again whatever happens in the test.
struct Plant {
  explicit Plant(PlantedBug bug) { plantedBugSwitch() = bug; }
  ~Plant() { plantedBugSwitch() = PlantedBug::none; }
};

}  // namespace

class ApplyTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pageAndCursorAreThereTogether() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
    }
    auto cache = folder.openBound();
    QCOMPARE(cache->cursor(kScope), upTo(3));
    QCOMPARE(cache->heldScopes().size(), std::size_t{1});
    const auto kept = cache->record(kinds::kAnswer, kAnswer.text());
    QVERIFY(kept && kept->seq == 2);
    const auto rows = folder.reader()->questionRows({kQuestion});
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].answers, 1);
    QCOMPARE(rows[0].activityAt, kStart + 5 * 60'000);
  }

  void unknownKindsAreKeptByteForByte_F30() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
    const auto poll = cache->record("poll", "any id at all");
    QVERIFY(poll);
    QCOMPARE(poll->body, std::string(R"({"of":"later","n":[1,2]})"));
    // A known kind with a body of a newer shape: unknown members stay, a wrong type is kept without being shown.
    const std::string odd = R"({"title":7,"future":{"a":1}})";
    STORED(cache->applyRecords(kScope, {Record{kinds::kQuestion, QuestionId::named("odd").text(), 4, false, odd}},
                               upTo(4)));
    QCOMPARE(cache->record(kinds::kQuestion, QuestionId::named("odd").text())->body, odd);
    QVERIFY(!folder.reader()->question(QuestionId::named("odd")));
  }

  void idsOfAnyFormComeBackAsTheyWere() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const std::string upper = QString::fromStdString(kQuestion.text()).toUpper().toStdString();
    const std::string pair = kAnswer.text() + '.' + kMe.text();
    Seq seq = 0;
    for (const std::string& id :
         {kQuestion.text(), upper, pair, std::string("x"), std::string("é.è"), upper + '.' + upper}) {
      STORED(cache->applyRecords(kScope, {Record{"thing", id, ++seq, false, "{}"}}, upTo(seq)));
      const auto found = cache->record("thing", id);
      QVERIFY2(found, id.c_str());
      QCOMPARE(found->id, id);
      QCOMPARE(found->seq, seq);
    }
  }

  void onlyNewerVersionsCount() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto id = kQuestion.text();
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, id, 5, question("Nieuw", kAnna, {kDebts}))}, upTo(5)));
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, id, 3, question("Oud", kAnna, {kDebts}))}, upTo(5)));
    QCOMPARE(folder.reader()->questionRows({kQuestion})[0].title, QStringLiteral("Nieuw"));
    const Plant bug(PlantedBug::olderOverwritesNewer);
    STORED(cache->applyRecords(kScope, {record(kinds::kQuestion, id, 3, question("Oud", kAnna, {kDebts}))}, upTo(5)));
    QCOMPARE(folder.reader()->questionRows({kQuestion})[0].title, QStringLiteral("Oud"));
  }

  void deletedStaysDeleted_F21() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto page = smallPage();
    STORED(cache->applyRecords(kScope, page, upTo(3)));
    STORED(cache->applyRecords(kScope, {tombstone(kinds::kAnswer, kAnswer.text(), 9)}, upTo(9)));
    STORED(cache->applyRecords(kScope, page, upTo(9)));  // a late page
    QVERIFY(!cache->record(kinds::kAnswer, kAnswer.text()));
    QCOMPARE(folder.reader()->questionRows({kQuestion})[0].answers, 0);
    // A tombstone may also come before what it deletes (history comes from the head down).
    const auto early = AnswerId::named("early").text();
    STORED(cache->applyRecords(kScope, {tombstone(kinds::kAnswer, early, 12)}, upTo(12)));
    STORED(cache->applyRecords(kScope, {record(kinds::kAnswer, early, 11, answer(kQuestion, "weg", kAnna))}, upTo(12)));
    QVERIFY(!cache->record(kinds::kAnswer, early));
    // And a newer version after it lives.
    STORED(
        cache->applyRecords(kScope, {record(kinds::kAnswer, early, 13, answer(kQuestion, "terug", kAnna))}, upTo(13)));
    QVERIFY(cache->record(kinds::kAnswer, early));
  }

  void aForgottenTombstoneIsNoticed() {
    const Plant bug(PlantedBug::tombstoneForgotten);
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
    STORED(cache->applyRecords(kScope, {tombstone(kinds::kAnswer, kAnswer.text(), 9)}, upTo(9)));
    STORED(cache->applyRecords(kScope, smallPage(), upTo(9)));
    QVERIFY(cache->record(kinds::kAnswer, kAnswer.text()));
  }

  void tombstonesGoWhenHistoryIsComplete() {
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      STORED(cache->applyRecords(kScope, {tombstone(kinds::kAnswer, kAnswer.text(), 9)}, upTo(9, 4)));
    }
    folder.openBound();
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 1);
    {
      auto cache = folder.openBound();
      STORED(cache->applyRecords(kScope, {}, upTo(9, 1)));
    }
    folder.openBound();
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 0);
  }

  void pagesOfAnotherEpochOrGrantAreRefused() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
    const auto before = contents(folder);
    QVERIFY(!cache->applyRecords(kScope, {tombstone(kinds::kAnswer, kAnswer.text(), 9)}, upTo(9, 1, "epoch-2")));
    QVERIFY(!cache->applyRecords(kScope, {tombstone(kinds::kAnswer, kAnswer.text(), 9)}, Cursor{kEpoch, 2, 1, 9}));
    QCOMPARE(contents(folder), before);
  }

  // Pages of answers, edits, removals, references and marks in any order, some doubled, give the same cache (F11).
  void orderAndDoublesDoNotMatter_F11() {
    std::vector<Record> newest;  // the newest version of each, and an older one of some
    std::vector<Record> all;
    Seq seq = 0;
    std::mt19937 random(7);
    for (int n = 0; n < 30; ++n) {
      const auto id = QuestionId::named("q" + std::to_string(n));
      const std::vector<CategoryId> categories = n % 3 == 0 ? std::vector{kDebts, kYouth} : std::vector{kDebts};
      all.push_back(record(kinds::kQuestion, id.text(), ++seq,
                           question("Vraag " + std::to_string(n), n % 4 == 0 ? kMe : kAnna, categories, n)));
      for (int a = 0; a < n % 4; ++a) {
        const auto answerId = AnswerId::named(id.text() + std::to_string(a));
        all.push_back(
            record(kinds::kAnswer, answerId.text(), ++seq, answer(id, "antwoord", a % 2 == 0 ? kMe : kAnna, n + a)));
        if (a == 1)
          all.push_back(record(kinds::kAnswer, answerId.text(), ++seq, answer(id, "verbeterd", kAnna, n + a)));
        if (a == 2) all.push_back(tombstone(kinds::kAnswer, answerId.text(), ++seq));
        if (a == 0) {
          Thanks thanks{id, answerId, kAnna, {}};
          all.push_back(record(kinds::kThanks, answerId.text() + '.' + kAnna.text(), ++seq, thanks));
          all.push_back(record(kinds::kHelpful, answerId.text(), ++seq, Helpful{id, answerId, {}}));
        }
      }
      if (n % 10 == 9) all.push_back(tombstone(kinds::kQuestion, id.text(), ++seq));
    }
    ProfileFolder straight;
    {
      auto cache = straight.openBound();
      STORED(cache->applyRecords(kScope, all, upTo(seq)));
    }
    const auto expected = contents(straight);
    QVERIFY(expected.size() > 60);
    for (int round = 0; round < 6; ++round) {
      ProfileFolder folder;
      {
        auto cache = folder.openBound();
        auto pages = all;
        pages.insert(pages.end(), all.begin(), all.begin() + 20);
        std::shuffle(pages.begin(), pages.end(), random);
        for (std::size_t at = 0; at < pages.size(); at += 7) {
          const std::vector<Record> page(pages.begin() + static_cast<std::ptrdiff_t>(at),
                                         pages.begin() + static_cast<std::ptrdiff_t>(std::min(pages.size(), at + 7)));
          STORED(cache->applyRecords(kScope, page, upTo(seq)));
        }
      }
      QCOMPARE(contents(folder), expected);
    }
  }

  // Killed at every writing step of a page: after it, either all of the page is there with its cursor, or none (F1).
  void killedAtEveryStep_F1() {
    int kills = 0;
    for (int step = 1;; ++step) {
      ProfileFolder folder;
      {
        auto cache = folder.openBound();
        STORED(cache->applyRecords(kScope, {}, upTo(0)));
      }
      const pid_t child = fork();
      if (child == 0) {
        int left = step;
        CacheOptions options;
        auto armed = std::make_shared<bool>(false);
        options.fails = [&left, armed] {
          if (*armed && --left == 0) kill(getpid(), SIGKILL);
          return false;
        };
        auto cache = folder.openBound(options);
        *armed = true;
        _exit(cache->applyRecords(kScope, smallPage(), upTo(3)) ? 0 : 1);
      }
      int status = 0;
      QCOMPARE(waitpid(child, &status, 0), child);
      auto cache = folder.openBound();
      const auto cursor = cache->cursor(kScope);
      const bool hasData = cache->record("poll", "any id at all").has_value();
      QCOMPARE(cursor.high, Seq{hasData ? 3 : 0});
      QCOMPARE(folder.number("SELECT count(*) FROM record"), hasData ? 3 : 0);
      QCOMPARE(folder.number("SELECT count(*) FROM question"), hasData ? 1 : 0);
      QCOMPARE(folder.reader()->search(QStringLiteral("beslagvrije"), 5).hits.size(), hasData ? 1 : 0);
      STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
      if (WIFEXITED(status)) {
        QCOMPARE(WEXITSTATUS(status), 0);
        break;
      }
      ++kills;
    }
    QVERIFY(kills > 8);
  }

  // As above, but the disk refuses and the process lives on.
  void failedAtEveryStep_F1() {
    int refusals = 0;
    for (int step = 1;; ++step) {
      ProfileFolder folder;
      int left = 0;
      CacheOptions options;
      options.fails = [&left] { return left > 0 && --left == 0; };
      auto cache = folder.openBound(options);
      STORED(cache->applyRecords(kScope, {}, upTo(0)));
      int told = 0;
      cache->feed().listen([&told](const client::store::Changes&) { ++told; });
      left = step;
      const bool done = cache->applyRecords(kScope, smallPage(), upTo(3)).ok();
      left = 0;
      QCOMPARE(told, done ? 1 : 0);
      QCOMPARE(cache->cursor(kScope).high, Seq{done ? 3 : 0});
      QCOMPARE(folder.number("SELECT count(*) FROM record"), done ? 3 : 0);
      STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
      QCOMPARE(folder.reader()->search(QStringLiteral("beslagvrije"), 5).hits.size(), 1);
      if (done) break;
      ++refusals;
    }
    QVERIFY(refusals > 8);
  }

  void theCursorAloneIsNoticed() {
    const Plant bug(PlantedBug::cursorOutsideTransaction);
    ProfileFolder folder;
    {
      auto cache = folder.openBound();
      STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
    }
    auto cache = folder.openBound();
    QCOMPARE(cache->cursor(kScope).high, Seq{3});
    QVERIFY(!cache->record(kinds::kQuestion, kQuestion.text()));
  }

  void aTransactionDroppedInsideLeavesNothing() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    const auto before = contents(folder);
    {
      Cache::Transaction transaction(*cache);
      QVERIFY(transaction.begun());
      STORED(cache->applyRecords(kScope, smallPage(), upTo(3)));
    }
    QCOMPARE(contents(folder), before);
  }

  void severalCallsAreOneTransaction() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    int told = 0;
    cache->feed().listen([&told](const client::store::Changes&) { ++told; });
    Cache::Transaction transaction(*cache);
    STORED(cache->applyRecords(kScope, {smallPage()[0]}, upTo(1)));
    STORED(cache->applyRecords(kScope, {smallPage()[1]}, upTo(2)));
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 0);
    STORED(transaction.commit());
    QCOMPARE(folder.number("SELECT count(*) FROM record"), 2);
    QCOMPARE(told, 1);
  }

  void aFullDiskLosesNothing_F5() {
    ProfileFolder folder;
    int full = 0;
    {
      CacheOptions options;
      options.pagesMax = 90;
      auto cache = folder.openBound(options);
      STORED(cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T"), QStringLiteral("B"), {}, {}, 0, 1}));
      const std::string filler(3000, 'x');
      Seq stored = 0;
      for (Seq seq = 1; seq <= 200; ++seq) {
        const auto done = cache->applyRecords(
            kScope, {Record{"blob", "b" + std::to_string(seq), seq, false, "\"" + filler + "\""}}, upTo(seq));
        if (done) {
          stored = seq;
          QCOMPARE(full, 0);
          continue;
        }
        QCOMPARE(done.error().code, ErrorCode::diskFull);
        QCOMPARE(cache->cursor(kScope).high, stored);
        ++full;
      }
      QVERIFY(stored > 2);
      QVERIFY(full > 2);
      // One's own things are in another file and still fit.
      STORED(cache->drafts().save({QStringLiteral("ask"), QStringLiteral("T2"), QStringLiteral("B"), {}, {}, 0, 2}));
    }
    auto cache = folder.openBound();  // there is room again
    STORED(cache->applyRecords(kScope, {}, upTo(300)));
    const auto drafts = folder.reader()->drafts();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts[0].title, QStringLiteral("T2"));
  }

  void changesAreTold() {
    ProfileFolder folder;
    auto cache = folder.openBound();
    client::store::Changes told;
    cache->feed().listen([&told](const client::store::Changes& changes) { told = changes; });
    STORED(cache->applyRecords(kScope, {smallPage()[0]}, upTo(1)));
    QCOMPARE(told.arrivals.questions, std::vector{kQuestion});
    QVERIFY(told.questions.contains(kQuestion));
    QVERIFY(told.categories);  // their counts
    QVERIFY(!told.marks);
    // An answer, an edit: the question changed, nothing arrived.
    told = {};
    STORED(cache->applyRecords(
        kScope, {smallPage()[1], record(kinds::kQuestion, kQuestion.text(), 4, question("Anders", kAnna, {kDebts}))},
        upTo(4)));
    QVERIFY(told.arrivals.questions.empty());
    QVERIFY(told.questions.contains(kQuestion));
    // One's own question never arrives.
    told = {};
    STORED(cache->applyRecords(
        kScope, {record(kinds::kQuestion, QuestionId::named("own").text(), 5, question("Eigen", kMe, {kDebts}))},
        upTo(5)));
    QVERIFY(told.arrivals.questions.empty());
    const Mark mark{kQuestion.text(), kQuestion, {}, {}, 4};
    STORED(cache->applyRecords(Scope::user(kMe), {record(kinds::kRead, kQuestion.text(), 1, mark)}, upTo(1)));
    QVERIFY(told.marks);
    told = {};
    STORED(cache->applyRecords(kScope, {smallPage()[0]}, upTo(5)));  // known
    QVERIFY(told.isEmpty());
  }
};

QTEST_GUILESS_MAIN(ApplyTest)
#include "apply_test.moc"

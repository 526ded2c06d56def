// Importing a Stack Exchange dump: categories from tags, bad rows, running again, being killed on the way.
#include "server/app/import_dates.h"
#include "server/app/import_posts.h"
#include "tests/import/import_world.h"

using namespace vb;
using namespace vb::server::app;
using vb::test::ImportWorld;

namespace {
StackExchangeOptions options() {
  StackExchangeOptions options;
  options.file = "tests/data/import/Posts.xml";
  options.site = "tea.example.org";
  options.questionsPerCategoryMin = 2;
  return options;
}
ImportOutcome run(ImportWorld& world, const StackExchangeOptions& options) {
  const auto outcome = importStackExchange(options, world.sink, world.messages);
  if (!outcome) qFatal("%s", outcome.error().detail.c_str());
  return *outcome;
}
// Enough posts for several batches.
std::string manyPosts(int questions) {
  std::string text = "<posts>\n";
  const auto row = [&text](int id, const std::string& rest) {
    text += "  <row Id=\"" + std::to_string(id) + "\" CreationDate=\"2015-01-01T00:00:00.000\" " + rest + " />\n";
  };
  for (int i = 1; i <= questions; ++i) {
    row(i, "PostTypeId=\"1\" Title=\"Question number " + std::to_string(i) + "\" Body=\"x\" Tags=\"&lt;t" +
               std::to_string(i % 3) + "&gt;\" AcceptedAnswerId=\"" + std::to_string(10'000 + i) + '"');
    row(10'000 + i, "PostTypeId=\"2\" ParentId=\"" + std::to_string(i) + "\" Body=\"answer\"");
  }
  return text + "</posts>\n";
}
}  // namespace

class StackExchangeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void readsPostsIntoCategories() {
    ImportWorld world;
    const auto outcome = run(world, options());
    QCOMPARE(outcome.questions, 4);
    QCOMPARE(outcome.answers, 2);
    QStringList names;
    for (const auto& [id, category] : world.namedCategories()) names << QString::fromStdString(category.nameNl);
    names.sort();
    QCOMPARE(names, (QStringList{"Beans", "Overig (tea.example.org)", "Storage"}));
    const auto question = world.questionTitled("How should I store beans?");
    QCOMPARE(std::string(question.at("body").as_string()), std::string("I *just* got beans"));
    QCOMPARE(std::string(question.at("source").as_string()), std::string("https://tea.example.org/questions/1"));
    QCOMPARE(question.at("category_ids").as_array().size(), std::size_t{2});
    QCOMPARE(question.at("asked_at").as_int64(), std::int64_t{1'422'389'372'720});
    QCOMPARE(world.bodies(kinds::kQuestionRef).size(), std::size_t{2});
    const auto closed = world.questionTitled("What about grinding & water?");
    QCOMPARE(std::string(closed.at("state").as_string()), std::string("closed"));
    QVERIFY(closed.at("edited_at").is_int64());
  }
  void acceptedAnswersHelped() {
    ImportWorld world;
    run(world, options());
    const auto helpful = world.bodies(kinds::kHelpful);
    QCOMPARE(helpful.size(), std::size_t{1});
    std::string body;
    for (const CategoryId id : world.categories()) {
      for (const Record& record : world.recordsOf(Scope::category(id))) {
        if (record.kind == kinds::kAnswer && record.id == helpful[0].at("answer_id").as_string()) body = record.body;
      }
    }
    QVERIFY2(body.find("[freezer](https://tea.example.org/help)") != std::string::npos, body.c_str());
  }
  void rowOverSeveralLines() {
    ImportWorld world;
    run(world, options());
    QVERIFY(!world.questionTitled("A row over several lines").empty());
  }
  void badRowsAreToldWithTheirLine() {
    ImportWorld world;
    const auto outcome = run(world, options());
    const QString told = world.told();
    for (const char* row : {"Posts.xml:9: skipped, no usable CreationDate", "Posts.xml:10: skipped, no Title",
                            "Posts.xml:11: skipped, an answer to a question that is not there",
                            "Posts.xml:12: skipped, a row without an end", "Posts.xml:13: skipped, no XML",
                            "Posts.xml:14: skipped, no XML", "Posts.xml:15: skipped, holds what looks like",
                            "Posts.xml:16: skipped, a second question with this Id",
                            "Posts.xml:17: skipped, no usable Id", "Posts.xml:22: skipped, no PostTypeId"}) {
      QVERIFY2(told.contains(row), qPrintable(told));
    }
    QCOMPARE(outcome.skipped, 10);
    QVERIFY(!told.contains("111222333"));
  }
  void theSameAgainWritesNothing() {
    ImportWorld world;
    const auto first = run(world, options());
    const auto before = world.everything();
    const auto second = run(world, options());
    QCOMPARE(second.written, 0);
    QVERIFY(first.written > 0);
    QVERIFY(world.everything() == before);
  }
  void renamedCategoryStaysRenamed() {
    ImportWorld world;
    run(world, options());
    auto [id, category] = world.namedCategories().at(0);
    category.nameNl = "Eigen naam";
    server::services::ImportBatch batch;
    batch.categories.emplace_back(id, category);
    QVERIFY(world.sink.write(std::move(batch)).ok());
    QCOMPARE(run(world, options()).written, 0);
  }
  void changedPostIsUpdated() {
    ImportWorld world;
    auto text = test::readText("tests/data/import/Posts.xml");
    auto own = options();
    own.file = world.write("Posts.xml", text);
    run(world, own);
    const std::string old = "In a tin";
    text.replace(text.find(old), old.size(), "In a glass");
    world.write("Posts.xml", text);
    QCOMPARE(run(world, own).written, 1);
  }
  void killedAnywhereAndRunAgainIsTheSame() {
    ImportWorld whole;
    auto own = options();
    own.file = whole.write("Posts.xml", manyPosts(500));
    run(whole, own);
    const auto expected = whole.everything();
    QVERIFY2(whole.writes >= 6, qPrintable(QString::number(whole.writes)));
    for (int batches = 0; batches < whole.writes; ++batches) {
      ImportWorld world;
      world.commitsUntilCrash = batches;
      const auto killed = importStackExchange(own, world.sink, world.messages);
      QVERIFY(!killed);
      QVERIFY(world.everything().size() < expected.size() || batches + 1 == whole.writes);
      // Nothing half: every answer and mark belongs to a question that is there.
      std::set<std::string> questions;
      for (const CategoryId id : world.categories()) {
        for (const Record& record : world.recordsOf(Scope::category(id))) {
          if (record.kind == kinds::kQuestion) questions.insert(record.id);
        }
      }
      for (const char* kind : {kinds::kAnswer, kinds::kHelpful}) {
        for (const auto& body : world.bodies(kind))
          QVERIFY(questions.contains(std::string(body.at("question_id").as_string())));
      }
      world.commitsUntilCrash = -1;
      world.open();
      run(world, own);
      QVERIFY(world.everything() == expected);
    }
  }
  void aRunThatFailsOnItsWayLeavesNothing() {
    ImportWorld world;
    auto own = options();
    own.file = world.write("Posts.xml", manyPosts(500));
    const auto before = world.everything();
    for (int batches = 0; batches < 6; ++batches) {
      world.storage->write(
          [&](server::storage::Tables& tables) -> Result<void> {
            auto sink = transactionSink(tables);
            sink.write = [&, left = batches, write = sink.write](server::services::ImportBatch batch) mutable {
              return left-- > 0 ? write(std::move(batch)) : fail(ErrorCode::diskFull, "no space left");
            };
            const auto outcome = importStackExchange(own, sink, world.messages);
            if (!outcome) return outcome.error();
            return {};
          },
          [](Result<void> done) { QVERIFY(!done.ok()); });
      QVERIFY(world.everything() == before);
    }
  }
  void oneTransactionGivesTheSameAsManyBatches() {
    ImportWorld whole, batched;
    run(batched, options());
    whole.storage->write(
        [&](server::storage::Tables& tables) -> Result<void> {
          const auto sink = transactionSink(tables);
          if (auto outcome = importStackExchange(options(), sink, whole.messages); !outcome) return outcome.error();
          return {};
        },
        [](Result<void> done) { QVERIFY(done.ok()); });
    QVERIFY(whole.everything() == batched.everything());
    QVERIFY(whole.messages.str().find("rows read") != std::string::npos);
  }
  void quotesMayBeSingle() {
    ImportWorld world;
    auto own = options();
    own.file =
        world.write("Posts.xml",
                    "<row Id='1' PostTypeId='1' CreationDate='2015-01-01' Title='Say PostTypeId=\"2\" aloud' "
                    "Body='x' />\n<row Id='2' PostTypeId = '2' ParentId='1' CreationDate='2015-01-01' Body='yes' />\n");
    const auto outcome = run(world, own);
    QCOMPARE(outcome.questions, 1);
    QCOMPARE(outcome.answers, 1);
    QCOMPARE(outcome.skipped, 0);
  }
  void categoryMapUsesExistingOnes() {
    ImportWorld world;
    Category category;
    category.nameNl = "Bestaand";
    server::services::ImportBatch batch;
    batch.categories.emplace_back(categoryOfSlug("bestaand"), category);
    QVERIFY(world.sink.write(std::move(batch)).ok());
    auto own = options();
    own.categoryMap = world.write("map.txt", "# tags\nbeans = bestaand\nstorage=Bestaand\n");
    run(world, own);
    QCOMPARE(world.categories().size(), std::size_t{2});  // it and the rest
    QCOMPARE(world.questionTitled("How should I store beans?").at("category_ids").as_array().size(), std::size_t{1});
    own.categoryMap = world.write("map.txt", "beans = nergens\n");
    const auto refused = importStackExchange(own, world.sink, world.messages);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::badField);
  }
  void longBodiesAreCutWithALink() {
    ImportWorld world;
    std::string body;
    while (body.size() < 30'000) body += "&lt;p&gt;caf\u00E9 of thee&lt;/p&gt;";
    auto own = options();
    own.file = world.write("Posts.xml",
                           "<row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2015-01-01\" Title=\"A long story\" Body=\"" +
                               body + "&lt;pre&gt;" + std::string(30'000, 'x') + "&lt;/pre&gt;\" />\n");
    const auto outcome = run(world, own);
    QCOMPARE(outcome.cut, 1);
    const std::string kept(world.questionTitled("A long story").at("body").as_string());
    QVERIFY(kept.size() <= 20'000);
    QVERIFY(kept.ends_with("<https://tea.example.org/questions/1>)*"));
    QVERIFY(QString::fromUtf8(kept.data(), qsizetype(kept.size())).toUtf8().size() == qsizetype(kept.size()));
  }
  void rowsTooLongAreTold() {
    ImportWorld world;
    auto own = options();
    own.file = world.write("Posts.xml",
                           "<row Id=\"1\" Body=\"" + std::string(5 * 1024 * 1024, 'x') + "\" />\n" + manyPosts(1));
    const auto outcome = run(world, own);
    QCOMPARE(outcome.questions, 1);
    QVERIFY(world.told().contains("Posts.xml:1: skipped, a row too long"));
  }
  void dates() {
    QVERIFY(parseDate("2015-01-27T20:09:32.720") == Timestamp(Milliseconds(1'422'389'372'720)));
    QVERIFY(parseDate("2015-01-27") == Timestamp(Milliseconds(1'422'316'800'000)));
    for (const char* text : {"", "2015", "2015-02-30", "2015-13-01T00:00:00", "2015-01-27T25:00:00", "1815-01-27",
                             "2015-01-27X20:00:00", "20150127000"}) {
      QVERIFY2(!parseDate(text), text);
    }
  }
  void tags() {
    QCOMPARE(tagsOf("<a><b-c>"), (std::vector<std::string>{"a", "b-c"}));
    QCOMPARE(tagsOf("|a|b|"), (std::vector<std::string>{"a", "b"}));
    QVERIFY(tagsOf("").empty());
  }
  void realInput() {
    const auto file = test::realInput("stackexchange/coffee-Posts.xml");
    if (file.empty()) QSKIP("the real dump is not here");
    ImportWorld world;
    StackExchangeOptions own;
    own.file = file;
    const auto outcome = run(world, own);
    QCOMPARE(outcome.questions, 225);
    QCOMPARE(outcome.answers, 327);
    QCOMPARE(outcome.skipped, 0);
    QVERIFY(!world.questionTitled("How should I store whole bean coffee?").empty());
    for (const char* kind : {kinds::kQuestion, kinds::kAnswer}) {
      for (const auto& body : world.bodies(kind)) {
        const auto text = QString::fromStdString(std::string(body.at("body").as_string()));
        // Outside code no tag is left.
        static const QRegularExpression tag("(?<![\\\\`])<(p|a|img|ul|li|em|strong|blockquote|br)\\b");
        QVERIFY2(!text.contains(tag), qPrintable(text));
      }
    }
    QCOMPARE(std::string(world.bodies(kinds::kQuestion)[0].at("source").as_string()).substr(0, 34),
             std::string("https://coffee.stackexchange.com/q"));
    QCOMPARE(run(world, own).written, 0);
  }
};

QTEST_GUILESS_MAIN(StackExchangeTest)
#include "stackexchange_test.moc"

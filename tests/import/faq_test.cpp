// Importing a FAQ: what is read, told and left alone; again, changed, and killed on the way.
#include "tests/import/import_world.h"

using namespace vb;
using namespace vb::server::app;
using vb::test::ImportWorld;

namespace {
const char kFile[] = "tests/data/import/faq.md";
ImportOutcome run(ImportWorld& world, const FaqOptions& options) {
  const auto outcome = importFaq(options, world.sink, world.clock, world.messages);
  if (!outcome) qFatal("%s", outcome.error().detail.c_str());
  return *outcome;
}
FaqOptions options() { return {kFile, {}, {}, {}}; }
}  // namespace

class FaqTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void readsQuestionsAndAnswers() {
    ImportWorld world;
    const auto outcome = run(world, options());
    QCOMPARE(outcome.questions, 4);
    QCOMPARE(outcome.answers, 4);
    QCOMPARE(world.bodies(kinds::kHelpful).size(), std::size_t{4});
    const auto question = world.questionTitled("Mag een bijlage mee met een bericht?");
    QVERIFY(QString::fromStdString(std::string(question.at("body").as_string())).contains("Onderwerp:"));
    QCOMPARE(std::string(question.at("source").as_string()), std::string("faq.md"));
    QStringList answers;
    for (const auto& body : world.bodies(kinds::kAnswer))
      answers << QString::fromStdString(std::string(body.at("body").as_string()));
    QVERIFY(answers.contains("Nee, dat kan niet. Zie `artikel 3`.\n\n```\n## dit is geen vraag\n```"));
    QVERIFY(answers.contains("Een *nieuwe* toewijzing.\n\n### Meer\n\nDit hoort bij het antwoord."));
    QCOMPARE(world.namedCategories()[0].second.nameNl, std::string(kFaqCategory));
  }
  void aSubjectsOwnTextIsKept() {
    ImportWorld world;
    const auto file = world.write("own.md", "# Termijnen\n\nVijf werkdagen.\n\n## En daarna?\n\nNog vijf.\n# Leeg\n");
    QCOMPARE(run(world, {file, {}, {}, {}}).questions, 2);
    QVERIFY(!world.questionTitled("Termijnen").empty());
    QVERIFY2(world.told().contains("own.md:1: a subject with text"), qPrintable(world.told()));
  }
  void writtenLineBreaksInATableAreSpaces() {
    ImportWorld world;
    const auto file = world.write(
        "tafel.md",
        "# Termijnen\n\n## Wat zijn de termijnen?\n\n| 301 | per aangevraagd \\nproduct |\n\nPad C:\\nieuw\n");
    run(world, {file, {}, {}, {}});
    const auto answer = std::string(world.bodies(kinds::kAnswer).front().at("body").as_string());
    QCOMPARE(answer, std::string("| 301 | per aangevraagd  product |\n\nPad C:\\nieuw"));
  }
  void titleIsTidy() {
    ImportWorld world;
    run(world, options());
    QVERIFY(!world.questionTitled("Wat is code 01?").empty());
  }
  void badRowsAreToldWithTheirLine() {
    ImportWorld world;
    const auto outcome = run(world, options());
    QCOMPARE(outcome.skipped, 3);
    QVERIFY2(world.told().contains("faq.md:1: skipped, text that belongs to no question"), qPrintable(world.told()));
    QVERIFY2(world.told().contains("faq.md:21: skipped, a question without an answer"), qPrintable(world.told()));
    QVERIFY2(world.told().contains("faq.md:29: skipped, holds what looks like a citizen service number"),
             qPrintable(world.told()));
    QVERIFY(!world.told().contains("111222333"));
    QVERIFY(world.questionTitled("Staat hier een nummer in?").empty());
  }
  void whyARowIsBadIsSaidInWords() {
    ImportWorld world;
    run(world, {world.write("own.md", "## Wat\n\nDat.\n\n## Wat is dat nu?\n\nX\n"), {}, {}, {}});
    QCOMPARE(world.told(), QString("own.md:1: skipped, a title must be one line of 5 to 200 characters (bad_field)\n"
                                   "own.md:5: skipped, a text is too short, too long or not readable (bad_field)\n"));
  }
  void longTitlesAreShownWhole() {
    ImportWorld world;
    run(world, options());
    for (const auto& body : world.bodies(kinds::kQuestion)) {
      const std::string title(body.at("title").as_string());
      if (!QString::fromStdString(title).endsWith(QChar(0x2026))) continue;
      QVERIFY(std::string(body.at("body").as_string()).find("die pas later begint?") != std::string::npos);
      return;
    }
    QFAIL("no title was cut");
  }
  void theSameAgainWritesNothing() {
    ImportWorld world;
    const auto first = run(world, options());
    const auto before = world.everything();
    world.clock.advance(std::chrono::hours(48));
    const auto second = run(world, options());
    QCOMPARE(second.written, 0);
    // The category was there already and is not offered again.
    QCOMPARE(second.unchanged, first.written - 1);
    QVERIFY(world.everything() == before);
  }
  void itsDateIsThatOfTheOperatorAndMayBeSetRight() {
    ImportWorld world;
    run(world, options());
    auto dated = options();
    const auto date = std::chrono::sys_days(std::chrono::year(2024) / 5 / 17);
    dated.date = date;
    run(world, dated);
    run(world, options());  // keeps it
    const auto expected = std::chrono::duration_cast<Milliseconds>(date.time_since_epoch()).count();
    for (const auto& body : world.bodies(kinds::kQuestion)) QCOMPARE(body.at("asked_at").as_int64(), expected);
    for (const auto& body : world.bodies(kinds::kAnswer)) QCOMPARE(body.at("posted_at").as_int64(), expected);
    dated.date = world.clock.now() + std::chrono::hours(24);
    const auto toCome = importFaq(dated, world.sink, world.clock, world.messages);
    QVERIFY(!toCome && toCome.error().code == ErrorCode::badField);
  }
  void whatChangedIsUpdatedAndTheRestLeftAlone() {
    ImportWorld world;
    const auto text = test::readText(kFile);
    FaqOptions changed{world.write("own.md", text), "own", {}, {}};
    run(world, changed);
    const auto before = world.everything();
    world.clock.advance(std::chrono::hours(48));
    const std::string old = "Nee, dat kan niet.";
    auto edited = text;
    edited.replace(edited.find(old), old.size(), "Ja, dat kan nu wel.");
    world.write("own.md", edited);
    QCOMPARE(run(world, changed).written, 1);
    const auto after = world.everything();
    QCOMPARE(after.size(), before.size());
    const auto differ = std::count_if(after.begin(), after.end(),
                                      [&before](const auto& one) { return before.at(one.first) != one.second; });
    QCOMPARE(differ, std::ptrdiff_t{1});
  }
  void existingCategoryIsUsed() {
    ImportWorld world;
    Category category;
    category.nameNl = "Wmo en jeugd";
    server::services::ImportBatch batch;
    batch.categories.emplace_back(categoryOfSlug("wmo"), category);
    QVERIFY(world.sink.write(std::move(batch)).ok());
    for (const char* name : {"wmo", "WMO EN JEUGD"}) run(world, {kFile, {}, name, {}});
    QCOMPARE(world.categories().size(), std::size_t{1});
    QCOMPARE(world.bodies(kinds::kQuestion).size(), std::size_t{4});
  }
  void nothingToReadIsAnError() {
    ImportWorld world;
    const auto outcome = importFaq({"tests/data/import/none.md", {}, {}, {}}, world.sink, world.clock, world.messages);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ioFailed);
    QVERIFY(world.everything().empty());
  }
  void realInput() {
    const auto file = test::realInput("faq/iwmo-ijw-3.2.md");
    if (file.empty()) QSKIP("the real FAQ is not here");
    ImportWorld world;
    const auto outcome = run(world, {file, {}, {}, {}});
    // Sixty, and one subject that is a table without a question.
    QCOMPARE(outcome.questions, 61);
    QCOMPARE(outcome.skipped, 0);
    QCOMPARE(world.told(), QString("iwmo-ijw-3.2.md:373: a subject with text of its own; taken as a question\n"));
    QCOMPARE(run(world, {file, {}, {}, {}}).written, 0);
  }
};

QTEST_GUILESS_MAIN(FaqTest)
#include "faq_test.moc"

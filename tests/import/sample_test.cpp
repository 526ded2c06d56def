// Importing the sample content, and whether the sample that goes with the product is sound.
#include "shared/text/guard.h"
#include "tests/import/import_world.h"

using namespace vb;
using namespace vb::server::app;
using vb::test::ImportWorld;
namespace json = boost::json;

namespace {
ImportOutcome run(ImportWorld& world, const SampleOptions& options) {
  const auto outcome = importSample(options, world.sink, world.clock, world.messages);
  if (!outcome) qFatal("%s", outcome.error().detail.c_str());
  return *outcome;
}
SampleOptions small(bool accounts = false) { return {"tests/data/import/sample", accounts}; }
std::int64_t at(const json::object& body, const char* field) { return body.at(field).as_int64(); }
constexpr std::int64_t kMinute = 60'000;
}  // namespace

class SampleTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void readsEverything() {
    ImportWorld world;
    const auto outcome = run(world, small());
    QCOMPARE(outcome.questions, 2);
    QCOMPARE(outcome.answers, 1);
    QCOMPARE(outcome.comments, 2);
    QCOMPARE(world.bodies(kinds::kThanks).size(), std::size_t{1});
    QCOMPARE(world.bodies(kinds::kHelpful).size(), std::size_t{1});
    QCOMPARE(world.bodies(kinds::kQuestionRef).size(), std::size_t{1});
    const auto now = world.clock.now().time_since_epoch().count();
    const auto question = world.questionTitled("Hoe werkt het invoeren?");
    QCOMPARE(at(question, "asked_at"), now - 600 * kMinute);
    QCOMPARE(at(world.bodies(kinds::kAnswer)[0], "posted_at"), now - 545 * kMinute);
    for (const auto& comment : world.bodies(kinds::kComment)) QVERIFY(at(comment, "posted_at") <= now);
    const auto categories = world.namedCategories();
    QCOMPARE(categories.size(), std::size_t{2});
    for (const auto& [id, category] : categories) {
      if (id == categoryOfSlug("een")) QCOMPARE(category.neighbours, std::vector<CategoryId>{categoryOfSlug("twee")});
    }
  }
  void unknownPeopleAreTold() {
    ImportWorld world;
    QCOMPARE(run(world, small()).skipped, 2);
    QVERIFY2(world.told().contains("een.json:2: skipped, nobody has the id p9"), qPrintable(world.told()));
    QVERIFY2(world.told().contains("een.json:3: skipped, nobody has the id p7"), qPrintable(world.told()));
  }
  void peopleCanSignInOnlyWhenAsked() {
    ImportWorld without;
    run(without, small());
    bool signedIn = true;
    without.accounts->signIn("een@example.nl", kSamplePassword, "d", "a",
                             [&signedIn](auto result) { signedIn = result.ok(); });
    QVERIFY(!signedIn);
    ImportWorld with;
    run(with, small(true));
    with.accounts->signIn("een@example.nl", kSamplePassword, "d", "a",
                          [&signedIn](auto result) { signedIn = result.ok(); });
    QVERIFY(signedIn);
    // Both ticked "twee", one of them asked.
    QCOMPARE(at(with.questionTitled("Hoe werkt het invoeren?"), "routed_to"), std::int64_t{1});
  }
  void channelsComeWithPeopleWhoCanSignIn() {
    ImportWorld world;
    const auto channel = ChannelId::named("sample-channel:proef");
    run(world, small());
    QVERIFY(world.recordsOf(Scope::channel(channel)).empty());
    run(world, small(true));
    std::map<std::string, int> kinds;
    for (const auto& record : world.recordsOf(Scope::channel(channel))) ++kinds[record.kind];
    QCOMPARE(kinds[kinds::kMember], 2);
    QCOMPARE(kinds[kinds::kTopic], 1);
    QCOMPARE(kinds[kinds::kPost], 1);
  }
  void theSameAgainWritesNothing() {
    for (const bool accounts : {false, true}) {
      ImportWorld world;
      run(world, small(accounts));
      const auto before = world.everything();
      world.clock.advance(std::chrono::hours(30));
      QCOMPARE(run(world, small(accounts)).written, 0);
      QVERIFY(world.everything() == before);
    }
  }
  void seedingTakesTheCategoriesAlone() {
    ImportWorld world;
    const auto seeded = seedCategories("tests/data/import/sample/categories.json", world.sink);
    QVERIFY(seeded.ok());
    QCOMPARE(seeded->written, 2);
    QCOMPARE(seedCategories("tests/data/import/sample/categories.json", world.sink)->written, 0);
    QVERIFY(!seedCategories(world.write("c.json", "[{\"name_nl\":\"x\"}]"), world.sink));
    QVERIFY(!seedCategories(world.write("c.json", "[{"), world.sink));
  }

  void theProductsSampleImports() {
    ImportWorld world;
    const auto outcome = run(world, {"resources/sample", false});
    QVERIFY2(world.told().isEmpty(), qPrintable(world.told()));
    QCOMPARE(outcome.skipped, 0);
    QCOMPARE(outcome.cut, 0);
    QVERIFY(outcome.questions >= 120);
    QVERIFY(outcome.answers >= outcome.questions);
    QCOMPARE(run(world, {"resources/sample", false}).written, 0);
  }
  void theProductsCategoriesAreSound() {
    const auto categories = json::parse(test::readText("resources/sample/categories.json")).as_array();
    QCOMPARE(categories.size(), std::size_t{18});
    std::set<std::string> slugs;
    for (const auto& category : categories) slugs.insert(std::string(category.at("slug").as_string()));
    QCOMPARE(slugs.size(), std::size_t{18});
    for (const auto& category : categories) {
      const auto& neighbours = category.at("neighbours").as_array();
      QVERIFY2(!neighbours.empty(), category.at("slug").as_string().c_str());
      for (const auto& neighbour : neighbours) {
        QVERIFY2(slugs.contains(std::string(neighbour.as_string())), neighbour.as_string().c_str());
        QVERIFY(neighbour.as_string() != category.at("slug").as_string());
      }
      for (const char* field : {"name_nl", "name_en", "description_nl", "description_en"})
        QVERIFY(!category.at(field).as_string().empty());
      QVERIFY(category.at("words").as_array().size() >= 5);
    }
  }
  void theProductsPeopleAreSound() {
    const auto people = json::parse(test::readText("resources/sample/people.json")).as_array();
    QVERIFY(people.size() >= 60);
    std::set<std::string> ids;
    std::set<std::string> emails;
    std::set<std::string> roles;
    std::map<std::string, int> experts;
    for (const auto& person : people) {
      ids.insert(std::string(person.at("id").as_string()));
      emails.insert(std::string(person.at("email").as_string()));
      roles.insert(std::string(person.at("role").as_string()));
      QVERIFY(!person.at("name").as_string().empty());
      // Addresses that can belong to nobody (RFC 2606).
      const QString email = QString::fromStdString(std::string(person.at("email").as_string()));
      QVERIFY2(email.section('@', 1).contains("example"), qPrintable(email));
      for (const auto& slug : person.at("expertise").as_array()) ++experts[std::string(slug.as_string())];
    }
    QCOMPARE(ids.size(), people.size());
    QCOMPARE(emails.size(), people.size());
    QCOMPARE(roles, (std::set<std::string>{"practitioner", "policy", "coordinator", "researcher"}));
    const auto categories = json::parse(test::readText("resources/sample/categories.json")).as_array();
    for (const auto& category : categories) {
      QVERIFY2(experts[std::string(category.at("slug").as_string())] > 0, category.at("slug").as_string().c_str());
    }
  }
  void theProductsTextsNameNobody() {
    ImportWorld world;
    run(world, {"resources/sample", false});
    int looked = 0;
    for (const char* kind : {kinds::kQuestion, kinds::kAnswer, kinds::kComment}) {
      for (const auto& body : world.bodies(kind)) {
        const std::string text(body.at("body").as_string());
        ++looked;
        for (const auto& found : text::findPersonalData(text)) {
          QFAIL(qPrintable(QString("%1 in: %2").arg(int(found.kind)).arg(QString::fromStdString(text))));
        }
      }
    }
    QVERIFY(looked > 300);
  }
};

QTEST_GUILESS_MAIN(SampleTest)
#include "sample_test.moc"

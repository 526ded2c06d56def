// Importing: whole batches or nothing, and the same batch again writes nothing.
#include "server/services/importing.h"

#include <QTest>

#include "server/services/tuning.h"
#include "tests/server_core/core_fixture.h"

using namespace vb;
using namespace vb::test;
using services::ImportBatch;
using services::ImportedCounts;

class ImportingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void allOldTombstonesGo() {  // more than one transaction takes
    CoreFixture core;
    const int many = 2 * services::kPrunedAtOnce + 7;
    QVERIFY(core.write([&](storage::Tables& tables) {
      for (int i = 0; i < many; ++i) {
        const auto id = "t" + std::to_string(i);
        tables.records().put(Scope::directory(), {kinds::kOrganisation, id, "", "{}"});
        tables.records().remove(Scope::directory(), kinds::kOrganisation, id);
      }
    }));
    core.clock.advance(std::chrono::hours(1));
    std::optional<int> pruned;
    services::pruneTombstones(*core.store, core.clock.now(), [&](Result<int> done) { pruned = *done; });
    QCOMPARE(pruned, std::optional(many));
  }

  void aBatchIsWhatItSays() {
    CoreFixture core;
    const auto reader = core.addUser("reader");
    const auto batch = sample();
    const auto counts = run(core, batch);
    QVERIFY(counts.ok());
    QCOMPARE(counts->unchanged, 0);
    const auto home = Scope::category(kHome);
    const auto question = *fromJsonText<Question>(core.record(home, kinds::kQuestion, kQuestion.text())->body);
    QCOMPARE(question.askedAt, Timestamp(Milliseconds(1'500'000'000'000)));
    QCOMPARE(question.authorId, kAuthor);
    QCOMPARE(question.askedSeq, 1);
    QCOMPARE(question.source, std::string("archief"));
    QVERIFY(core.record(Scope::category(kFurther), kinds::kQuestionRef, kQuestion.text()));
    QVERIFY(core.record(home, kinds::kHelpful, kAnswer.text()));
    QVERIFY(fromJsonText<Profile>(core.record(Scope::directory(), kinds::kProfile, kAuthor.text())->body)->imported);
    QCOMPARE(core.execute(reader, ThankAnswer{kQuestion, kAnswer, kHome, true}).status, protocol::AckStatus::applied);
  }

  void theSameBatchAgainWritesNothing() {
    CoreFixture core;
    const auto first = run(core, sample());
    const auto heads = core.head(Scope::category(kHome)) + core.head(Scope::directory());
    core.published.clear();
    const auto again = run(core, sample());
    QCOMPARE(again->written, 0);
    QCOMPARE(again->unchanged, first->written);
    QCOMPARE(core.head(Scope::category(kHome)) + core.head(Scope::directory()), heads);
    QVERIFY(core.published.empty());
    auto changed = sample();
    changed.questions[0].second.title = "Een nieuwe titel van de bron";
    QCOMPARE(run(core, changed)->written, 2);  // the question and its reference
  }

  void aBadRowLeavesNothingOfItsBatch() {
    CoreFixture core;
    auto batch = sample();
    batch.answers.push_back({AnswerId::named("lost"), kHome,
                             Answer{QuestionId::named("nowhere"), "Tekst", kAuthor, {}, {}, {}, {}}, false});
    const auto refused = run(core, batch);
    QCOMPARE(refused.error().code, ErrorCode::badField);
    QCOMPARE(refused.error().detail, AnswerId::named("lost").text());
    QCOMPARE(core.head(Scope::directory()), 0);
    QCOMPARE(core.head(Scope::category(kHome)), 0);
    batch = sample();
    batch.questions[0].second.title = "x";
    QCOMPARE(run(core, batch).error().detail, kQuestion.text());
  }

  void peopleWithAnAccountKeepTheirProfile() {
    CoreFixture core;
    const auto anna = core.addUser("anna", Role::policy);
    auto batch = sample();
    batch.people.push_back({anna.user, Profile{"Iemand anders", Role::unknown, "", "", "", {}, false}});
    batch.expertise.push_back({anna.user, kHome});
    QVERIFY(run(core, batch).ok());
    const auto profile =
        *fromJsonText<Profile>(core.record(Scope::directory(), kinds::kProfile, anna.user.text())->body);
    QCOMPARE(profile.name, std::string("anna"));
    QVERIFY(!profile.imported);
    QCOMPARE(profile.expertise, (std::vector<CategoryId>{kHome}));
    const auto question =
        *fromJsonText<Question>(core.record(Scope::category(kHome), kinds::kQuestion, kQuestion.text())->body);
    QCOMPARE(question.routedTo, 1);  // ticked in the same batch, before the question
    batch.expertise = {{kAuthor, kHome}};
    QCOMPARE(run(core, batch).error().detail, kAuthor.text());  // nobody who cannot sign in is an expert
  }

  void aQuestionStaysWhereItIsStored() {  // a newer dump may give it other categories, in another order
    CoreFixture core;
    QVERIFY(run(core, sample()).ok());
    const auto third = core.addCategory("Derde");
    auto newer = sample();
    newer.questions[0].second.categoryIds = {third, kFurther};
    newer.questions[0].second.body = "Een gewijzigde vraag";
    newer.answers[0].home = newer.comments[0].home = newer.thanks[0].home = third;
    newer.answers[0].answer.body = "Zo zat dat toen";
    QVERIFY(run(core, newer).ok());

    const auto stored = core.record(Scope::category(kHome), kinds::kQuestion, kQuestion.text());
    const auto question = *fromJsonText<Question>(stored->body);
    QCOMPARE(question.body, std::string("Een gewijzigde vraag"));
    QCOMPARE(question.categoryIds, (std::vector<CategoryId>{kHome, third, kFurther}));
    for (const auto other : {third, kFurther}) {
      QVERIFY(!core.record(Scope::category(other), kinds::kQuestion, kQuestion.text()));
      const auto ref = core.record(Scope::category(other), kinds::kQuestionRef, kQuestion.text());
      QCOMPARE(fromJsonText<QuestionRef>(ref->body)->homeCategoryId, kHome);
    }
    QVERIFY(!core.record(Scope::category(third), kinds::kAnswer, kAnswer.text()));
    const auto answer = core.record(Scope::category(kHome), kinds::kAnswer, kAnswer.text());
    QCOMPARE(fromJsonText<Answer>(answer->body)->body, std::string("Zo zat dat toen"));
    const auto head = core.head(Scope::category(kHome));
    QCOMPARE(run(core, newer)->written, 0);
    QCOMPARE(core.head(Scope::category(kHome)), head);
  }

  void categoriesAreListedAsTheyWerePut() {
    CoreFixture core;
    const auto id = core.addCategory("Wonen");
    std::vector<services::NamedCategory> listed;
    services::listCategories(*core.store, [&](auto categories) { listed = *categories; });
    QCOMPARE(listed.size(), 1U);
    QCOMPARE(listed[0].first, id);
    const auto head = core.head(Scope::directory());
    core.addCategory("Wonen");
    QCOMPARE(core.head(Scope::directory()), head);
    ErrorCode code = ErrorCode::unknown;
    services::putCategories(*core.store, {{CategoryId::named("nameless"), Category{}}},
                            [&](Result<void> done) { code = done.error().code; });
    QCOMPARE(code, ErrorCode::badField);
    services::putHouseRules(*core.store, {"Wees vriendelijk", "Be kind"},
                            [](Result<void> done) { QVERIFY(done.ok()); });
    QCOMPARE(core.head(Scope::directory()), head + 1);
  }

 private:
  static inline const CategoryId kHome = CategoryId::named("home");
  static inline const CategoryId kFurther = CategoryId::named("further");
  static inline const UserId kAuthor = UserId::named("author");
  static inline const QuestionId kQuestion = QuestionId::named("question");
  static inline const AnswerId kAnswer = AnswerId::named("answer");

  static Category named(const char* name) {
    Category category;
    category.nameNl = name;
    return category;
  }
  static ImportBatch sample() {
    ImportBatch batch;
    batch.people.push_back({kAuthor, Profile{"Een auteur", Role::unknown, "", "", "", {}, false}});
    batch.categories = {{kHome, named("Thuis")}, {kFurther, named("Verder")}};
    Question question;
    question.title = "Hoe zat dit vroeger?";
    question.body = "Een oude vraag";
    question.authorId = kAuthor;
    question.categoryIds = {kHome, kFurther};
    question.askedAt = Timestamp(Milliseconds(1'500'000'000'000));
    question.source = "archief";
    batch.questions.push_back({kQuestion, question});
    Answer answer;
    answer.questionId = kQuestion;
    answer.body = "Zo zat dat";
    answer.authorId = kAuthor;
    answer.postedAt = Timestamp(Milliseconds(1'500'000'100'000));
    batch.answers.push_back({kAnswer, kHome, answer, true});
    Comment comment;
    comment.questionId = kQuestion;
    comment.parentId = kAnswer.text();
    comment.body = "Dank";
    comment.authorId = kAuthor;
    batch.comments.push_back({CommentId::named("comment"), kHome, comment});
    batch.thanks.push_back({kHome, Thanks{kQuestion, kAnswer, kAuthor, {}}});
    return batch;
  }
  static Result<ImportedCounts> run(CoreFixture& core, ImportBatch batch) {
    Result<ImportedCounts> result = fail(ErrorCode::internal);
    services::importBatch(*core.store, std::move(batch),
                          [&](Result<ImportedCounts> done) { result = std::move(done); });
    return result;
  }
};

QTEST_APPLESS_MAIN(ImportingTest)
#include "importing_test.moc"

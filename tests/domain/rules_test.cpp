// The rules of the domain: what a command may contain, who may do what, how records read and write.
#include <QTest>

#include "shared/base/limits.h"
#include "shared/domain/scope.h"
#include "shared/domain/validate.h"

using namespace vb;

namespace {

AskQuestion goodQuestion() {
  return {QuestionId::named("q"),
          "Mag ik een briefadres weigeren?",
          "Een inwoner slaapt bij vrienden.",
          {CategoryId::named("a"), CategoryId::named("b")},
          false};
}

template <class Change>
std::string refusal(Change change) {
  auto command = goodQuestion();
  change(command);
  const auto checked = validate(command);
  return checked ? "" : std::string(errorName(checked.error().code)) + " " + checked.error().detail;
}

Question goodQuestionRecord() {
  Question question;
  question.title = "Hoe vaak?";
  question.authorId = UserId::named("sanne");
  question.categoryIds = {CategoryId::named("een"), CategoryId::named("twee")};
  question.askedAt = Timestamp(Milliseconds(1'700'000'000'123));
  question.askedSeq = 12;
  return question;
}

}  // namespace

class RulesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aGoodQuestionIsGood() { QVERIFY(validate(goodQuestion()).ok()); }

  void whatIsWrongWithAQuestionIsNamed() {
    using Q = AskQuestion;
    QCOMPARE(refusal([](Q& q) { q.title = "  Kort "; }), std::string("bad_field title"));
    QCOMPARE(refusal([](Q& q) { q.title = std::string(201, 'a'); }), std::string("too_large title"));
    QCOMPARE(refusal([](Q& q) { q.title = "Twee\nregels hier"; }), std::string("bad_field title"));
    for (const std::string mark : {"\r", "\xc2\x85", "\u2028", "\u2029", "\u202e", "\u2066"}) {
      QCOMPARE(refusal([&](Q& q) { q.title = "Twee" + mark + "regels hier"; }), std::string("bad_field title"));
      QCOMPARE(refusal([&](Q& q) { q.body = "Twee" + mark + "regels hier"; }), std::string());
    }
    QCOMPARE(refusal([](Q& q) { q.title = "Een nul \x01 teken"; }), std::string("bad_field title"));
    QCOMPARE(refusal([](Q& q) { q.title = "Geen UTF-8 \xff\xfe"; }), std::string("bad_field title"));
    QCOMPARE(refusal([](Q& q) { q.title = "Overlange vorm \xc0\xaf"; }), std::string("bad_field title"));
    QCOMPARE(refusal([](Q& q) { q.body = std::string(20001, 'a'); }), std::string("too_large body"));
    QCOMPARE(refusal([](Q& q) { q.categoryIds.clear(); }), std::string("bad_field category_ids"));
    QCOMPARE(refusal([](Q& q) { q.categoryIds.push_back(q.categoryIds[0]); }), std::string("bad_field category_ids"));
    QCOMPARE(refusal([](Q& q) { q.categoryIds[1] = {}; }), std::string("bad_field category_ids"));
    QCOMPARE(refusal([](Q& q) { q.questionId = {}; }), std::string("bad_field question_id"));
    QCOMPARE(refusal([](Q& q) {
               for (int i = 0; i < 5; ++i) q.categoryIds.push_back(CategoryId::named("c" + std::to_string(i)));
             }),
             std::string("too_large category_ids"));
  }

  void lengthCountsCharactersNotBytes() {
    QCOMPARE(textLength("  één  "), 3);
    QCOMPARE(textLength("\xe2\x82\xac"), 1);
    QCOMPARE(textLength(""), 0);
    QCOMPARE(textLength("\xed\xa0\x80"), -1);  // a surrogate
    QCOMPARE(textLength("a\tb\nc"), 5);
    QCOMPARE(refusal([](AskQuestion& q) {
               q.title.clear();
               for (int i = 0; i < 200; ++i) q.title += "é";
             }),
             std::string());
  }

  void anUnknownValueInACommandIsRefusedAndInARecordRead() {
    const auto edit = [](const char* state) {
      return parseCommand("edit_post", {{"record_kind", "question"}, {"state", state}});
    };
    QCOMPARE(std::get<EditPost>(*edit("closed")).state, std::optional(QuestionState::closed));
    QCOMPARE(edit("archived").error(), fail(ErrorCode::badField, "state"));
    QCOMPARE(parseCommand("update_profile", {{"name", "Anna"}, {"role", "mayor"}}).error(),
             fail(ErrorCode::badField, "role"));
    QVERIFY(parseCommand("update_profile", {{"name", "Anna"}}).ok());
    QCOMPARE(parseCommand("update_profile", {{"role", 1}}).error().code, ErrorCode::badMessage);
    QCOMPARE(fromJsonText<Question>(R"({"state":"archived"})")->state, QuestionState{});
    QCOMPARE(fromJsonText<Profile>(R"({"role":"mayor"})")->role, Role::unknown);
  }

  void editsTakeOnlyWhatTheirKindHas() {
    EditPost edit{std::string(kinds::kComment),
                  "0193580a-1c00-7000-8000-0000000000a1",
                  CategoryId::named("a"),
                  3,
                  {},
                  "Tekst",
                  {},
                  {},
                  false};
    QVERIFY(validate(edit).ok());
    edit.title = "Een nieuwe titel";
    QVERIFY(!validate(edit).ok());
    edit.title.reset();
    edit.baseSeq = 0;
    QCOMPARE(validate(edit).error().detail, std::string("base_seq"));
    edit.baseSeq = 1;
    edit.recordKind = kinds::kProfile;
    QCOMPARE(validate(edit).error().detail, std::string("record_kind"));
  }

  void marksAndProfilesAreChecked() {
    SetMark mark{"saved", "0193580a-1c00-7000-8000-0000000000a1", QuestionId::named("q"), true, {}, 0};
    QVERIFY(validate(mark).ok());
    mark.targetId = "../x";
    QVERIFY(!validate(mark).ok());
    UpdateProfile profile{"Naam", Role::policy, "", "", "", {"name"}};
    QCOMPARE(validate(profile).error().detail, std::string("hidden"));
    profile.hidden = {"job_title"};
    QVERIFY(validate(profile).ok());
    profile.name = " ";
    QVERIFY(!validate(profile).ok());
    QVERIFY(!validate(UpdateSettings{"fr", true, 0, 0}).ok());
    QVERIFY(!validate(UpdateSettings{"nl", true, -1, 0}).ok());
  }

  void whoMayDoWhat() {
    const auto me = UserId::named("me"), other = UserId::named("other");
    QVERIFY(may(me, PostAction::edit, {me, other}));
    QVERIFY(!may(other, PostAction::edit, {me, other}));
    QVERIFY(!may(other, PostAction::remove, {me, other}));
    QVERIFY(!may(me, PostAction::thank, {me, other}));
    QVERIFY(may(other, PostAction::thank, {me, other}));
    QVERIFY(may(other, PostAction::markHelpful, {me, other}));
    QVERIFY(!may(me, PostAction::markHelpful, {me, other}));
    QVERIFY(!may(me, PostAction::markHelpful, {me, me}));
    QVERIFY(!may(me, PostAction::answer, {other, other, false}));
  }

  void scopesParseOrAreRefused() {
    QCOMPARE(Scope::parse("directory")->kind(), ScopeKind::directory);
    const auto user = Scope::user(UserId::named("u"));
    QCOMPARE(*Scope::parse(user.text()), user);
    QCOMPARE(user.kind(), ScopeKind::user);
    QCOMPARE(user.id(), UserId::named("u").uuid);
    QCOMPARE(Scope::parse("hologram/" + Uuid::named("x").text())->kind(), ScopeKind::unknown);
    for (const char* bad :
         {"", "user", "user/", "/x", "user/1", "User/017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "directory/x"})
      QVERIFY2(!Scope::parse(bad).ok(), bad);
  }

  void recordsReadLeniently() {
    const auto read =
        fromJsonText<Question>(R"({"title":"t","state":"of_tomorrow","new":[1],"asked_at":5,"edited_at":null})");
    QVERIFY(read.ok());
    QCOMPARE(read->state, QuestionState::open);
    QCOMPARE(read->askedAt.time_since_epoch().count(), 5);
    QVERIFY(!read->editedAt);
    QVERIFY(!fromJsonText<Question>(R"({"title":7})").ok());
    QVERIFY(!fromJsonText<Question>(R"({"category_ids":["x"]})").ok());
    Profile profile;
    profile.role = Role::coordinator;
    profile.jobTitle = "Regisseur";
    const auto again = fromJsonText<Profile>(toJsonText(profile));
    QCOMPARE(again->role, Role::coordinator);
    QCOMPARE(again->jobTitle, std::string("Regisseur"));
    QVERIFY(toJsonText(profile).find("job_title") != std::string::npos);
  }

  // Both writers give the same text: what is stored and what travels must not differ by the way it was made.
  void textsAreWrittenAsTheirValuesAre() {
    Question question = goodQuestionRecord();
    for (const char* body :
         {"gewoon", "met \"aanhaling\" en \\", "regel\nen\ttab\r", "\x01\x1f\x7f", "é € 😀", "</script>", ""}) {
      question.body = body;
      QCOMPARE(toJsonText(question), json::serialize(toJson(question)));
    }
    Profile profile;
    profile.name = "Sanne";
    QCOMPARE(toJsonText(profile), json::serialize(toJson(profile)));
  }

  void everyCommandTravels() {
    boost::mp11::mp_for_each<CommandBody>([](const auto& one) {
      using Command = std::remove_cvref_t<decltype(one)>;
      const auto read = parseCommand(Command::kKind, commandJson(CommandBody(Command{})));
      QVERIFY2(read.ok(), Command::kKind);
      QCOMPARE(commandKind(*read), std::string_view(Command::kKind));
    });
    QCOMPARE(parseCommand("of_tomorrow", {}).error().code, ErrorCode::unsupported);
  }

  void emailsLookLikeEmails() {
    QVERIFY(looksLikeEmail("sanne.deboer@example.nl"));
    for (const char* bad : {"", "@x", "a@", "a b@c.nl", "a@b@c", "a@.nl", "<a@b.nl>", "a@b.nl\r\nBcc: x"})
      QVERIFY2(!looksLikeEmail(bad), bad);
  }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"

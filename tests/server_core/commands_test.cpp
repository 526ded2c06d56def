// Commands: at most one effect each, the same answer again, and the rules of every kind.
#include <QTest>

#include "tests/server_core/core_fixture.h"

using namespace vb;
using namespace vb::test;
using protocol::AckStatus;

class CommandsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    core_ = std::make_unique<CoreFixture>();
    anna_ = core_->addUser("anna");
    bram_ = core_->addUser("bram", Role::policy);
    wonen_ = core_->addCategory("Wonen");
    jeugd_ = core_->addCategory("Jeugd");
  }
  void cleanup() { core_.reset(); }

  void aQuestionIsWrittenOncePerCategory() {
    const auto id = QuestionId::v7(core_->clock, core_->random);
    const auto ack =
        core_->execute(anna_, AskQuestion{id, "Wie heeft ervaring hiermee?", "Tekst", {wonen_, jeugd_}, false});
    QCOMPARE(ack.status, AckStatus::applied);
    QCOMPARE(ack.effects, (std::vector<protocol::ScopeSeq>{{scope(wonen_).text(), 1}, {scope(jeugd_).text(), 1}}));
    QCOMPARE(ack.routedTo, std::optional<std::int64_t>(0));
    QCOMPARE(ack.commit, core_->store->meta().commit);
    const auto question = body<Question>(scope(wonen_), kinds::kQuestion, id.text());
    QCOMPARE(question.authorId, anna_.user);
    QCOMPARE(question.askedSeq, 1);
    QCOMPARE(question.askedAt, core_->clock.now());
    const auto ref = body<QuestionRef>(scope(jeugd_), kinds::kQuestionRef, id.text());
    QCOMPARE(ref.homeCategoryId, wonen_);
    QCOMPARE(ref.askedSeq, 1);
    QCOMPARE(ref.title, question.title);
  }

  void theSameCommandHasOneEffectAndOneAnswer() {  // F13, S4
    const auto command = CommandId::v7(core_->clock, core_->random);
    const AskQuestion ask{QuestionId::v7(core_->clock, core_->random), "Wie heeft ervaring?", "", {wonen_}, false};
    const auto first = core_->execute(anna_, ask, command);
    core_->ask(bram_, {wonen_});
    const auto again = core_->execute(anna_, ask, command);
    QCOMPARE(text(again), text(first));
    QCOMPARE(core_->head(scope(wonen_)), 2);
    // The members may come in another order, as from another program.
    json::object turned;
    const auto members = toJson(ask);
    for (auto member = members.end(); member != members.begin();) {
      --member;
      turned[member->key()] = member->value();
    }
    QCOMPARE(text(core_->execute(anna_, ask.kKind, turned, command)), text(first));
  }

  void aKnownIdWithAnotherPayloadOrUserIsRefused() {  // A24, S4
    const auto command = CommandId::v7(core_->clock, core_->random);
    AskQuestion ask{QuestionId::v7(core_->clock, core_->random), "Wie heeft ervaring?", "", {wonen_}, false};
    const auto first = core_->execute(anna_, ask, command);
    QCOMPARE(core_->execute(bram_, ask, command).code, std::string("id_reused"));
    ask.title = "Heel iets anders";
    const auto other = core_->execute(anna_, ask, command);
    QCOMPARE(other.status, AckStatus::refused);
    QCOMPARE(other.code, std::string("id_reused"));
    QCOMPARE(core_->execute(anna_, "ask_question_", toJson(ask), command).code, std::string("unsupported"));
    ask.title = "Wie heeft ervaring?";
    QCOMPARE(text(core_->execute(anna_, ask, command)), text(first));
    QCOMPARE(core_->head(scope(wonen_)), 1);
  }

  void aRefusalIsRememberedToo() {  // F30, S4
    const auto command = CommandId::v7(core_->clock, core_->random);
    const PostAnswer answer{
        AnswerId::v7(core_->clock, core_->random), QuestionId::named("later"), wonen_, "Antwoord", {}, false};
    QCOMPARE(core_->execute(anna_, answer, command).code, std::string("not_found"));
    core_->execute(bram_, AskQuestion{QuestionId::named("later"), "Komt later alsnog", "", {wonen_}, false});
    QCOMPARE(core_->execute(anna_, answer, command).code, std::string("not_found"));
    QCOMPARE(core_->execute(anna_, answer).status, AckStatus::applied);
  }

  void anIdOfAPostCannotBeTakenAgain() {  // A24
    const auto id = core_->ask(anna_, {wonen_});
    const auto elsewhere = core_->execute(bram_, AskQuestion{id, "Ik neem jouw vraag over", "", {jeugd_}, false});
    QCOMPARE(elsewhere.code, std::string("id_reused"));
    QCOMPARE(core_->head(scope(jeugd_)), 0);
    const auto answer = core_->answer(anna_, id, wonen_);
    const auto own = core_->ask(bram_, {jeugd_});
    QCOMPARE(core_->execute(bram_, PostAnswer{answer, own, jeugd_, "Overgenomen", {}, false}).code,
             std::string("id_reused"));
  }

  void theAuthorIsWhoSignedIn() {  // A24
    auto forged =
        toJson(AskQuestion{QuestionId::v7(core_->clock, core_->random), "Van wie is dit?", "", {wonen_}, false});
    const auto id = std::string(forged["question_id"].as_string());
    forged["author_id"] = bram_.user.text();
    forged["routed_to"] = 1000;
    QCOMPARE(core_->execute(anna_, "ask_question", forged).status, AckStatus::applied);
    const auto question = body<Question>(scope(wonen_), kinds::kQuestion, id);
    QCOMPARE(question.authorId, anna_.user);
    QCOMPARE(question.routedTo, 0);
  }

  void badFieldsAreRefusedByName_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* kind, const char* body, const char* code) {
      QTest::newRow(name) << QByteArray(kind) << QByteArray(body) << QByteArray(code);
    };
    row("no fields", "ask_question", "{}", "bad_field");
    row("no category", "ask_question",
        R"({"question_id":"0193a000-0000-7000-8000-000000000001","title":"Een nette titel"})", "bad_field");
    row("wrong type", "ask_question", R"({"title":5})", "bad_message");
    row("not an id", "set_expertise", R"({"category_id":"../../etc","on":true})", "bad_message");
    row("unknown category", "set_expertise", R"({"category_id":"0193a000-0000-7000-8000-00000000ffff","on":true})",
        "not_found");
    row("a question in no category", "ask_question",
        R"({"question_id":"0193a000-0000-7000-8000-000000000001","title":"Een nette titel",)"
        R"("category_ids":["0193a000-0000-7000-8000-00000000ffff"]})",
        "not_found");
    row("control characters", "update_profile", R"({"name":"An\u0007na"})", "bad_field");
    row("SQL in an id", "delete_post",
        "{\"record_kind\":\"question\",\"record_id\":\"x' OR 1=1 --\","
        "\"home_category_id\":\"0193a000-0000-7000-8000-000000000001\",\"base_seq\":1}",
        "bad_field");
    row("unknown kind", "become_operator", "{}", "unsupported");
  }
  void badFieldsAreRefusedByName() {  // A8, A25
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    const auto ack = core_->execute(anna_, kind.toStdString(), *parseJsonObject(body.toStdString()));
    QCOMPARE(ack.status, AckStatus::refused);
    QCOMPARE(ack.code, code.toStdString());
    QVERIFY(!ack.retryAfterMs);
  }

  void aBsnIsHeldBackUnlessItIsNone() {
    AskQuestion ask{
        QuestionId::v7(core_->clock, core_->random), "Vraag over een inwoner", "BSN 123456782", {wonen_}, false};
    QCOMPARE(core_->execute(anna_, ask).code, std::string("personal_data"));
    QCOMPARE(core_->head(scope(wonen_)), 0);
    ask.notBsn = true;
    QCOMPARE(core_->execute(anna_, ask).status, AckStatus::applied);
    const auto answer = core_->answer(bram_, ask.questionId, wonen_);
    const EditPost edit{kinds::kAnswer, answer.text(), wonen_, 2, {}, "Het gaat om 123456782", {}, {}, false};
    QCOMPARE(core_->execute(bram_, edit).code, std::string("personal_data"));
    // A source is read by everybody too.
    PostAnswer sourced{AnswerId::v7(core_->clock, core_->random),
                       ask.questionId,
                       wonen_,
                       "Zie de bron.",
                       {"Dossier 123456782"},
                       false};
    QCOMPARE(core_->execute(bram_, sourced).code, std::string("personal_data"));
    sourced.notBsn = true;
    QCOMPARE(core_->execute(bram_, sourced).status, AckStatus::applied);
    const EditPost resourced{kinds::kAnswer, answer.text(), wonen_, 2, {}, {}, {{"Handreiking, en 123456782"}}, {},
                             false};
    QCOMPARE(core_->execute(bram_, resourced).code, std::string("personal_data"));
    ask.questionId = QuestionId::v7(core_->clock, core_->random);
    ask.notBsn = false;
    ask.body.clear();
    ask.title = "Wat doen met 123456782?";
    QCOMPARE(core_->execute(anna_, ask).code, std::string("personal_data"));
  }

  void editingNeedsTheNewestVersion() {  // S4, F30
    const auto id = core_->ask(anna_, {wonen_});
    EditPost edit{kinds::kQuestion, id.text(), wonen_, 1, "Een betere titel", {}, {}, {}, false};
    QCOMPARE(core_->execute(anna_, edit).status, AckStatus::applied);
    edit.title = "Van een ander apparaat";
    const auto command = CommandId::v7(core_->clock, core_->random);
    const auto conflict = core_->execute(anna_, edit, command);
    QCOMPARE(conflict.status, AckStatus::conflict);
    QCOMPARE(conflict.code, std::string("conflict"));
    QCOMPARE(conflict.newest->at("seq").as_int64(), 2);
    QCOMPARE(std::string(conflict.newest->at("body").as_object().at("title").as_string()),
             std::string("Een betere titel"));
    edit.baseSeq = 9;  // a version that never was
    QCOMPARE(core_->execute(anna_, edit).status, AckStatus::conflict);
    edit.baseSeq = 2;
    QCOMPARE(core_->execute(anna_, edit).status, AckStatus::applied);
    edit.baseSeq = 1;
    QCOMPARE(text(core_->execute(anna_, edit, command)), text(conflict));
    QCOMPARE(body<Question>(scope(wonen_), kinds::kQuestion, id.text()).title, std::string("Van een ander apparaat"));
  }

  void editingKeepsWhatItDoesNotKnow() {
    const auto id = core_->ask(anna_, {wonen_, jeugd_});
    const auto stored = core_->record(scope(wonen_), kinds::kQuestion, id.text());
    auto object = *parseJsonObject(stored->body);
    object["from_the_future"] = {{"kept", true}};
    QVERIFY(core_->write([&](storage::Tables& tables) {
      tables.records().put(scope(wonen_), {kinds::kQuestion, id.text(), "", json::serialize(object)});
    }));
    core_->clock.advance(std::chrono::minutes(5));
    const EditPost edit{kinds::kQuestion,      id.text(), wonen_, 2, "Een betere titel", "Nieuwe tekst", {},
                        QuestionState::closed, false};
    QCOMPARE(core_->execute(anna_, edit).status, AckStatus::applied);
    object = *parseJsonObject(core_->record(scope(wonen_), kinds::kQuestion, id.text())->body);
    QVERIFY(object["from_the_future"].as_object().at("kept").as_bool());
    const auto question = *fromJson<Question>(object);
    QCOMPARE(question.title, std::string("Een betere titel"));
    QCOMPARE(question.state, QuestionState::closed);
    QCOMPARE(question.askedSeq, 1);
    QCOMPARE(question.editedAt, std::optional(core_->clock.now()));
    // The reference elsewhere shows the new title.
    QCOMPARE(body<QuestionRef>(scope(jeugd_), kinds::kQuestionRef, id.text()).title, std::string("Een betere titel"));
  }

  void nobodyChangesWhatIsNotTheirs() {  // A24
    const auto id = core_->ask(anna_, {wonen_});
    const EditPost edit{kinds::kQuestion, id.text(), wonen_, 1, "Gekaapte vraag", {}, {}, {}, false};
    QCOMPARE(core_->execute(bram_, edit).code, std::string("forbidden"));
    QCOMPARE(core_->execute(bram_, DeletePost{kinds::kQuestion, id.text(), wonen_, 1}).code, std::string("forbidden"));
    // Named in another category it does not exist.
    QCOMPARE(core_->execute(anna_, DeletePost{kinds::kQuestion, id.text(), jeugd_, 1}).code, std::string("not_found"));
    QCOMPARE(core_->head(scope(wonen_)), 1);
  }

  void aClosedQuestionTakesNoAnswers() {
    const auto id = core_->ask(anna_, {wonen_});
    core_->execute(anna_, EditPost{kinds::kQuestion, id.text(), wonen_, 1, {}, {}, {}, QuestionState::closed, false});
    const PostAnswer answer{AnswerId::v7(core_->clock, core_->random), id, wonen_, "Te laat", {}, false};
    QCOMPARE(core_->execute(bram_, answer).code, std::string("forbidden"));
    const PostComment comment{
        CommentId::v7(core_->clock, core_->random), id, wonen_, id.text(), "Dank allemaal", false};
    QCOMPARE(core_->execute(anna_, comment).status, AckStatus::applied);
    QVERIFY(!body<Question>(scope(wonen_), kinds::kQuestion, id.text()).editedAt);  // closing is no change of text
  }

  void deletingAQuestionTakesEverythingAlong() {
    const auto id = core_->ask(anna_, {wonen_, jeugd_});
    const auto other = core_->ask(anna_, {wonen_});
    const auto kept = core_->answer(bram_, other, wonen_);
    const auto answer = core_->answer(bram_, id, wonen_);
    core_->execute(anna_,
                   PostComment{CommentId::v7(core_->clock, core_->random), id, wonen_, answer.text(), "Dank!", false});
    core_->execute(anna_, ThankAnswer{id, answer, wonen_, true});
    core_->execute(anna_, MarkHelpful{id, answer, wonen_, true});
    const auto ack = core_->execute(anna_, DeletePost{kinds::kQuestion, id.text(), wonen_, 1});
    QCOMPARE(ack.status, AckStatus::applied);
    QCOMPARE(ack.effects.size(), 2U);
    QCOMPARE(living(wonen_), (QStringList{QStringLiteral("answer"), QStringLiteral("question")}));
    QVERIFY(core_->record(scope(wonen_), kinds::kAnswer, kept.text()));
    QCOMPARE(living(jeugd_), QStringList());
    QCOMPARE(
        core_
            ->execute(bram_, PostAnswer{AnswerId::v7(core_->clock, core_->random), id, wonen_, "Nog eentje", {}, false})
            .code,
        std::string("not_found"));
  }

  void deletingAnAnswerTakesItsOwnAlong() {
    const auto id = core_->ask(anna_, {wonen_});
    const auto gone = core_->answer(bram_, id, wonen_);
    const auto kept = core_->answer(bram_, id, wonen_);
    for (const auto& parent : {gone.text(), kept.text(), id.text()})
      core_->execute(anna_,
                     PostComment{CommentId::v7(core_->clock, core_->random), id, wonen_, parent, "Dank!", false});
    for (const auto answer : {gone, kept}) core_->execute(anna_, ThankAnswer{id, answer, wonen_, true});
    core_->execute(anna_, MarkHelpful{id, gone, wonen_, true});
    QCOMPARE(core_->execute(bram_, DeletePost{kinds::kAnswer, gone.text(), wonen_, 2}).status, AckStatus::applied);
    QCOMPARE(living(wonen_),
             (QStringList{QStringLiteral("answer"), QStringLiteral("comment"), QStringLiteral("comment"),
                          QStringLiteral("question"), QStringLiteral("thanks")}));
  }

  void marksAreOnceAndOnlyForWhomTheyAre() {
    const auto id = core_->ask(anna_, {wonen_});
    const auto answer = core_->answer(bram_, id, wonen_);
    QCOMPARE(core_->execute(bram_, ThankAnswer{id, answer, wonen_, true}).code, std::string("forbidden"));
    QCOMPARE(core_->execute(bram_, MarkHelpful{id, answer, wonen_, true}).code, std::string("forbidden"));
    QCOMPARE(core_->execute(anna_, ThankAnswer{id, AnswerId::named("none"), wonen_, true}).code,
             std::string("not_found"));
    QCOMPARE(core_->execute(anna_, ThankAnswer{id, answer, wonen_, true}).effects.size(), 1U);
    QCOMPARE(core_->execute(anna_, ThankAnswer{id, answer, wonen_, true}).effects.size(), 0U);
    QCOMPARE(core_->execute(anna_, MarkHelpful{id, answer, wonen_, true}).status, AckStatus::applied);
    QVERIFY(core_->record(scope(wonen_), kinds::kThanks, answer.text() + "." + anna_.user.text()));
    QCOMPARE(core_->execute(anna_, ThankAnswer{id, answer, wonen_, false}).effects.size(), 1U);
    QVERIFY(!core_->record(scope(wonen_), kinds::kThanks, answer.text() + "." + anna_.user.text()));
    // An answer of another question.
    const auto other = core_->ask(anna_, {wonen_});
    QCOMPARE(core_->execute(anna_, MarkHelpful{other, answer, wonen_, true}).code, std::string("not_found"));
  }

  void whatWasReadStaysRead() {
    const auto id = core_->ask(bram_, {wonen_});
    const auto own = Scope::user(anna_.user);
    const auto mark = [&](Seq seq) { return SetMark{kinds::kRead, id.text(), id, true, {}, seq}; };
    QCOMPARE(core_->execute(anna_, mark(5)).effects.size(), 1U);
    QCOMPARE(core_->execute(anna_, mark(3)).effects.size(), 0U);  // from a device that lags behind
    QCOMPARE(body<Mark>(own, kinds::kRead, id.text()).seq, 5);
    SetMark later{kinds::kLater, id.text(), id, true, core_->clock.now() + std::chrono::hours(2), 0};
    core_->execute(anna_, later);
    later.until.reset();
    core_->execute(anna_, later);
    QVERIFY(!body<Mark>(own, kinds::kLater, id.text()).until);
    later.on = false;
    core_->execute(anna_, later);
    QVERIFY(!core_->record(own, kinds::kLater, id.text()));
    QCOMPARE(core_->head(Scope::user(bram_.user)), 1);  // nothing of it is in anybody else's scope
  }

  void othersSeeOfAProfileWhatIsNotHidden() {
    core_->execute(anna_, SetExpertise{wonen_, true});
    UpdateProfile update{
        "Anna", Role::policy, "Adviseur", "Gemeente Voorbeeld", "Voorbeeld", {"job_title", "expertise"}};
    QCOMPARE(core_->execute(anna_, update).status, AckStatus::applied);
    const auto id = anna_.user.text();
    auto profile = body<Profile>(Scope::directory(), kinds::kProfile, id);
    QCOMPARE(profile.jobTitle, std::string());
    QVERIFY(profile.expertise.empty());
    QCOMPARE(profile.organisation, update.organisation);
    const auto own = body<OwnProfile>(Scope::user(anna_.user), kinds::kOwnProfile, id);
    QCOMPARE(own.jobTitle, update.jobTitle);
    QCOMPARE(own.email, std::string("anna@gemeente.example"));
    update.hidden.clear();
    core_->execute(anna_, update);
    QCOMPARE(body<Profile>(Scope::directory(), kinds::kProfile, id).expertise, (std::vector<CategoryId>{wonen_}));
    QCOMPARE(core_->execute(anna_, UpdateSettings{"en", false, 480, 1080}).status, AckStatus::applied);
    QCOMPARE(body<Settings>(Scope::user(anna_.user), kinds::kSettings, id).workFromMinutes, 480);
  }

  void whoIsTooFastMustWait() {
    const UpdateSettings settings{"nl", true, 510, 1020};
    protocol::Ack last;
    int applied = 0;
    for (int i = 0; i < 300; ++i) {
      last = core_->execute(anna_, settings);
      if (last.status != AckStatus::applied) break;
      ++applied;
    }
    QCOMPARE(applied, 200);
    QCOMPARE(last.code, std::string("too_many_requests"));
    QVERIFY(last.retryAfterMs.has_value());
    QCOMPARE(core_->execute(bram_, settings).status, AckStatus::applied);
    core_->clock.advance(std::chrono::seconds(1));
    QCOMPARE(core_->execute(anna_, settings).status, AckStatus::applied);
  }

  void theClockOrdersNothing() {  // F24
    core_->ask(anna_, {wonen_}, "De eerste vraag");
    core_->clock.jump(-std::chrono::hours(5));
    core_->ask(anna_, {wonen_}, "De tweede vraag");
    core_->clock.jump(std::chrono::hours(24 * 3650));
    const auto bram = core_->signedIn("bram");
    core_->ask(bram, {wonen_}, "De derde vraag");
    QStringList titles;
    for (const auto& record : core_->everything(bram, scope(wonen_)))
      titles << QString::fromStdString(fromJsonText<Question>(record.body)->title);
    QCOMPARE(titles, (QStringList{QStringLiteral("De eerste vraag"), QStringLiteral("De tweede vraag"),
                                  QStringLiteral("De derde vraag")}));
  }

 private:
  static Scope scope(CategoryId category) { return Scope::category(category); }
  static std::string text(const protocol::Ack& ack) { return protocol::encode(protocol::ServerMessage(ack)); }
  template <class Body>
  Body body(const Scope& in, const std::string& kind, const std::string& id) {
    const auto record = core_->record(in, kind, id);
    if (!record) throw std::runtime_error("no " + kind + " " + id);
    return *fromJsonText<Body>(record->body);
  }
  QStringList living(CategoryId category) {
    QStringList kindsFound;
    for (const auto& record : core_->everything(anna_, scope(category)))
      if (!record.deleted) kindsFound << QString::fromStdString(record.kind);
    kindsFound.sort();
    return kindsFound;
  }

  std::unique_ptr<CoreFixture> core_;
  api::Caller anna_;
  api::Caller bram_;
  CategoryId wonen_;
  CategoryId jeugd_;
};

QTEST_APPLESS_MAIN(CommandsTest)
#include "commands_test.moc"

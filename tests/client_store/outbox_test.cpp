// The outbox and what the screen shows of it: C4, C5, C8, and F13, F25, F30 of the fault table.
#include "client/core/outbox/outbox.h"

#include "client/core/store/draft_table.h"
#include "shared/base/planted_bugs.h"
#include "tests/client_store/profile.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;
using Said = client::outbox::Answer;
using client::outbox::Outbox;

namespace {

const Scope kScope = Scope::category(kDebts);
const QuestionId kQuestion = QuestionId::named("q");
const AnswerId kAnswer = AnswerId::named("theirs");

struct Plant {
  explicit Plant(PlantedBug bug) { plantedBugSwitch() = bug; }
  ~Plant() { plantedBugSwitch() = PlantedBug::none; }
};

protocol::Ack applied(CommandId id, Seq seq, std::int64_t commit = 10) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::applied;
  ack.effects = {{kScope.text(), seq}};
  ack.commit = commit;
  return ack;
}

protocol::Ack refused(CommandId id, const char* code) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::refused;
  ack.code = code;
  ack.detail = "body";
  return ack;
}

protocol::Ack inConflict(CommandId id, Seq newest) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::conflict;
  ack.newest =
      json::object{{"kind", "answer"}, {"id", kAnswer.text()}, {"seq", newest}, {"body", {{"body", "van een ander"}}}};
  return ack;
}

PostAnswer reply(const char* name, const char* body) {
  return PostAnswer{AnswerId::named(name), kQuestion, kDebts, body, {"https://example.org"}, false};
}

EditPost edit(const char* kind, const std::string& record, Seq base, const char* body) {
  EditPost made;
  made.recordKind = kind;
  made.recordId = record;
  made.homeCategoryId = kDebts;
  made.baseSeq = base;
  made.body = body;
  return made;
}

}  // namespace

class OutboxTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<Folder>();
    start();
    STORED(cache_->applyRecords(
        kScope,
        {record(kinds::kQuestion, kQuestion.text(), 1, question("Beslag", kAnna, {kDebts})),
         record(kinds::kAnswer, kAnswer.text(), 2, answer(kQuestion, "hun antwoord", kMe, 1)),
         record(kinds::kThanks, kAnswer.text() + "." + kAnna.text(), 3, Thanks{kQuestion, kAnswer, kAnna, {}})},
        upTo(3)));
    reader_ = folder_->reader();
    next_ = 0;
  }
  void cleanup() {
    reader_.reset();
    outbox_.reset();
    cache_.reset();
    folder_.reset();
  }

  void survivesARestartInOrder() {
    const auto first = queue(reply("a", "een"), QStringLiteral("Beslag"));
    const auto second = queue(reply("b", "twee"));
    STORED(outbox_->sent({first}));
    restart();
    const auto commands = outbox_->toSend();
    QCOMPARE(commands.size(), std::size_t{2});
    QCOMPARE(commands[0].id, first);
    QCOMPARE(commands[1].id, second);
    QCOMPARE(commands[0].kind, std::string(PostAnswer::kKind));
    const auto rows = reader_->outbox();
    QCOMPARE(rows[0].title, QStringLiteral("Beslag"));
    QCOMPARE(rows[0].text, QStringLiteral("een"));
    QCOMPARE(rows[0].attempts, 1);
    QCOMPARE(rows[0].createdAt, clock_.now().time_since_epoch().count());
  }

  void theDraftGoesWhenItIsQueued() {
    STORED(cache_->drafts().save({QStringLiteral("answer/q"), {}, QStringLiteral("een"), {}, {}, 0, 1}));
    QVERIFY(outbox_->queue(CommandId::named("x"), reply("a", "een"), {}, QStringLiteral("answer/q")));
    QVERIFY(!reader_->draft(QStringLiteral("answer/q")));
    // The same id twice: nothing of it happens.
    STORED(cache_->drafts().save({QStringLiteral("answer/q"), {}, QStringLiteral("twee"), {}, {}, 0, 1}));
    QCOMPARE(outbox_->queue(CommandId::named("x"), reply("b", "twee"), {}, QStringLiteral("answer/q")).error().code,
             ErrorCode::idReused);
    QVERIFY(reader_->draft(QStringLiteral("answer/q")));
    QCOMPARE(outbox_->waiting(), 1);
  }

  // The ack is lost and the user presses "opnieuw": the same id goes out again, once answered it stays answered (F13).
  void aLostAckIsAskedForAgainUnderTheSameId_F13() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    QVERIFY(outbox_->toSend().empty());
    const auto again = outbox_->retry(id, CommandId::named("fresh"));
    QVERIFY(again);
    QCOMPARE(*again, id);
    STORED(outbox_->connectionLost());
    QCOMPARE(outbox_->toSend().at(0).id, id);
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(applied(id, 4)), Said::confirmed);
    QCOMPARE(answered(applied(id, 4)), Said::unknownId);  // doubled
    QVERIFY(outbox_->toSend().empty());
    QCOMPARE(outbox_->waiting(), 0);
  }

  void whatIsShownNeverFlickers_C4_C5() {
    const auto shown = [this] {
      const auto view = reader_->question(kQuestion);
      for (const auto& one : view->answers)
        if (one.id == AnswerId::named("a")) return one.sendState;
      return SendState::refused;  // stands for "not shown" here
    };
    const auto id = queue(reply("a", "een"));
    QCOMPARE(shown(), SendState::waiting);
    QCOMPARE(reader_->questionRows({kQuestion})[0].answers, 2);
    QCOMPARE(reader_->counts().waitingToSend, 1);
    STORED(outbox_->sent({id}));
    QCOMPARE(shown(), SendState::sending);
    QCOMPARE(answered(applied(id, 9)), Said::confirmed);
    QCOMPARE(shown(), SendState::received);  // the ack came before the change
    QVERIFY(reader_->outbox().isEmpty());
    STORED(cache_->applyRecords(kScope, {}, upTo(8)));
    QCOMPARE(shown(), SendState::received);
    STORED(cache_->applyRecords(
        kScope, {record(kinds::kAnswer, AnswerId::named("a").text(), 9, answer(kQuestion, "een", kMe))}, upTo(9)));
    QCOMPARE(shown(), SendState::none);
    QCOMPARE(reader_->questionRows({kQuestion})[0].answers, 2);
    // And the other way round: the change comes before the ack.
    const auto other = queue(reply("b", "twee"));
    STORED(outbox_->sent({other}));
    STORED(cache_->applyRecords(
        kScope, {record(kinds::kAnswer, AnswerId::named("b").text(), 10, answer(kQuestion, "twee", kMe))}, upTo(10)));
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 3);
    QCOMPARE(answered(applied(other, 10)), Said::confirmed);
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 3);
  }

  void aRefusalKeepsTheText_F30() {
    const auto id = queue(reply("a", "mijn tekst"));
    const auto next = queue(reply("b", "de volgende"));
    STORED(outbox_->sent({id, next}));
    QCOMPARE(answered(refused(id, "personal_data")), Said::refused);
    QCOMPARE(answered(applied(next, 4)), Said::confirmed);  // the queue goes on
    const auto row = reader_->outbox().at(0);
    QCOMPARE(row.state, SendState::refused);
    QCOMPARE(row.errorCode, QStringLiteral("personal_data"));
    QCOMPARE(row.text, QStringLiteral("mijn tekst"));
    QCOMPARE(reader_->counts().needsAttention, 1);
    QVERIFY(outbox_->toSend().empty());
    restart();
    QCOMPARE(outbox_->needsAttention(), 1);
    // Sent again as it is, it needs a fresh id: a known one gets the old answer.
    const auto fresh = outbox_->retry(id, CommandId::named("fresh"));
    QCOMPARE(*fresh, CommandId::named("fresh"));
    QCOMPARE(outbox_->toSend().at(0).id, CommandId::named("fresh"));
    QCOMPARE(answered(refused(id, "personal_data")), Said::unknownId);  // late
  }

  void aRefusalThatPassesIsNotARefusal() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    auto ack = refused(id, "read_only");
    ack.retryAfterMs = Milliseconds(5000);
    QCOMPARE(answered(ack), Said::later);
    QCOMPARE(outbox_->toSend().at(0).id, id);
    QCOMPARE(reader_->outbox().at(0).state, SendState::waiting);
  }

  void aConflictKeepsBothTexts_F30() {
    const auto id = queue(edit(kinds::kAnswer, kAnswer.text(), 2, "mijn versie"));
    QCOMPARE(reader_->question(kQuestion)->answers[0].body, QStringLiteral("mijn versie"));
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(inConflict(id, 7)), Said::conflict);
    auto row = reader_->outbox().at(0);
    QCOMPARE(row.state, SendState::conflict);
    QCOMPARE(row.text, QStringLiteral("mijn versie"));
    QCOMPARE(row.newestText, QStringLiteral("van een ander"));
    QCOMPARE(row.newestSeq, Seq{7});
    // The screen shows the server's text, and says that something is the matter.
    auto view = reader_->question(kQuestion)->answers[0];
    QCOMPARE(view.body, QStringLiteral("hun antwoord"));
    QCOMPARE(view.sendState, SendState::conflict);
    const auto mine = outbox_->resolveConflict(id, CommandId::named("fresh"), true);
    QCOMPARE(*mine, CommandId::named("fresh"));
    const auto sent = fromJsonText<EditPost>(outbox_->toSend().at(0).bodyJson);
    QCOMPARE(sent->baseSeq, Seq{7});
    QCOMPARE(*sent->body, std::string("mijn versie"));
    STORED(outbox_->sent({*mine}));
    QCOMPARE(answered(inConflict(*mine, 9)), Said::conflict);
    QVERIFY(outbox_->resolveConflict(*mine, CommandId::named("f2"), false));
    QVERIFY(reader_->outbox().isEmpty());
    QCOMPARE(reader_->question(kQuestion)->answers[0].sendState, SendState::none);
  }

  void rewriteNeverReusesAnIdThatWasSent() {
    const auto id = queue(reply("a", "een"));
    auto written = outbox_->rewrite(id, CommandId::named("f1"), {}, QStringLiteral("beter"), true);
    QCOMPARE(*written, id);
    const auto body = fromJsonText<PostAnswer>(outbox_->toSend().at(0).bodyJson);
    QCOMPARE(body->body, std::string("beter"));
    QVERIFY(body->notBsn);
    QCOMPARE(body->sources.size(), std::size_t{1});
    STORED(outbox_->sent({id}));
    QCOMPARE(outbox_->rewrite(id, CommandId::named("f2"), {}, QStringLiteral("nog beter"), false).error().code,
             ErrorCode::conflict);
    STORED(outbox_->connectionLost());  // it may have arrived
    QCOMPARE(outbox_->rewrite(id, CommandId::named("f2"), {}, QStringLiteral("nog beter"), false).error().code,
             ErrorCode::conflict);
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(refused(id, "too_large")), Said::refused);
    written = outbox_->rewrite(id, CommandId::named("f3"), {}, QStringLiteral("korter"), false);
    QCOMPARE(*written, CommandId::named("f3"));
    QCOMPARE(outbox_->toSend().size(), std::size_t{1});
  }

  void discardIsForWhatTheServerDoesNotHave() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->discard(id));
    STORED(outbox_->discard(id));
    QVERIFY(reader_->outbox().isEmpty());
    const auto other = queue(reply("b", "twee"));
    STORED(outbox_->sent({other}));
    QCOMPARE(answered(applied(other, 4)), Said::confirmed);
    QCOMPARE(outbox_->discard(other).error().code, ErrorCode::conflict);
  }

  void onlyTheLastWordOnTheSameThingGoesOut() {
    SetMark save{kinds::kSaved, kQuestion.text(), kQuestion, true, {}, 0};
    const auto first = queue(save);
    QVERIFY(reader_->questionRows({kQuestion})[0].saved);
    save.on = false;
    const auto second = queue(save);
    QCOMPARE(second, first);
    QVERIFY(!reader_->questionRows({kQuestion})[0].saved);
    QCOMPARE(outbox_->toSend().size(), std::size_t{1});
    // Once it went out, another follows it.
    STORED(outbox_->sent({first}));
    save.on = true;
    QVERIFY(queue(save) != first);
    STORED(outbox_->connectionLost());
    QCOMPARE(outbox_->toSend().size(), std::size_t{2});
    QVERIFY(reader_->questionRows({kQuestion})[0].saved);
    // Other marks and other targets are other things; posts never replace each other.
    queue(SetMark{kinds::kFollow, kQuestion.text(), kQuestion, true, {}, 0});
    queue(reply("a", "een"));
    queue(reply("a", "twee"));
    QCOMPARE(outbox_->toSend().size(), std::size_t{5});
  }

  void confirmedIsKeptUntilABackupHoldsIt_C8() {
    const auto settled = queue(reply("a", "een"));
    const auto unseen = queue(reply("b", "twee"));
    STORED(outbox_->sent({settled, unseen}));
    QCOMPARE(answered(applied(settled, 3, 10)), Said::confirmed);
    QCOMPARE(answered(applied(unseen, 99, 11)), Said::confirmed);
    STORED(outbox_->backedUp(kEpoch, 9));
    QCOMPARE(cache_->outboxTable().all().size(), std::size_t{2});
    STORED(outbox_->backedUp("another epoch", 50));
    QCOMPARE(cache_->outboxTable().all().size(), std::size_t{2});
    STORED(outbox_->backedUp(kEpoch, 50));
    // The one whose effect is not in the cache yet stays visible.
    QCOMPARE(cache_->outboxTable().all().size(), std::size_t{1});
    QCOMPARE(cache_->outboxTable().all()[0].id, unseen);
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 2);
  }

  void onANewEpochEverythingConfirmedIsOfferedAgain_F25_C8() {
    const auto first = queue(reply("a", "een"));
    STORED(outbox_->sent({first}));
    QCOMPARE(answered(applied(first, 3)), Said::confirmed);
    const auto second = queue(reply("b", "twee"));
    QCOMPARE(*outbox_->epochIs(kEpoch), 0);
    QCOMPARE(outbox_->toSend().size(), std::size_t{1});
    restart();
    {
      const Plant bug(PlantedBug::confirmedNotReoffered);
      QCOMPARE(*outbox_->epochIs("epoch-2"), 0);
    }
    QCOMPARE(*outbox_->epochIs("epoch-2"), 1);
    const auto commands = outbox_->toSend();
    QCOMPARE(commands.size(), std::size_t{2});
    QCOMPARE(commands[0].id, first);  // the old order
    QCOMPARE(commands[1].id, second);
    QCOMPARE(reader_->outbox().size(), 2);
  }

  void clearingOnSendIsNoticed() {
    const Plant bug(PlantedBug::outboxClearedOnSend);
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    STORED(outbox_->connectionLost());
    QVERIFY(outbox_->toSend().empty());
  }

  // Everything one can do, seen at once without a server (C5).
  void pendingThingsShow_C5() {
    const auto asked = QuestionId::named("new");
    queue(AskQuestion{asked, "Nieuwe vraag", "met tekst", {kDebts, kYouth}, false}, QStringLiteral("Nieuwe vraag"));
    QCOMPARE(reader_->questionIds({QuestionList::mine, QuestionFilter::all, QuestionSort::newest, {}}, 0, 9),
             QVector{asked});
    QVERIFY(reader_->questionIds({QuestionList::category, QuestionFilter::all, QuestionSort::newest, kYouth}, 0, 9)
                .contains(asked));
    QVERIFY(!reader_->questionIds({QuestionList::forYou, QuestionFilter::all, QuestionSort::newest, {}}, 0, 9)
                 .contains(asked));
    const auto view = reader_->question(asked);
    QCOMPARE(view->body, QStringLiteral("met tekst"));
    QCOMPARE(view->row.sendState, SendState::waiting);
    QCOMPARE(view->routedTo, -1);
    QCOMPARE(cache_->homeCategory(asked), kDebts);
    QCOMPARE(cache_->homeCategory(kQuestion), kDebts);
    QVERIFY(cache_->homeCategory(QuestionId::named("none")).isNil());
    QCOMPARE(reader_->search(QStringLiteral("nieuwe vraag"), 5).hits.size(), 1);
    queue(PostComment{CommentId::named("c"), kQuestion, kDebts, kAnswer.text(), "bij het antwoord", false});
    queue(ThankAnswer{kQuestion, kAnswer, kDebts, true});
    queue(MarkHelpful{kQuestion, kAnswer, kDebts, true});
    queue(SetMark{kinds::kSaved, kAnswer.text(), kQuestion, true, {}, 0});
    queue(edit(kinds::kQuestion, kQuestion.text(), 1, "nieuwe tekst"));
    auto whole = *reader_->question(kQuestion);
    QCOMPARE(whole.body, QStringLiteral("nieuwe tekst"));
    QVERIFY(whole.edited);
    QCOMPARE(whole.row.sendState, SendState::waiting);
    QVERIFY(whole.row.helped);
    QCOMPARE(whole.answers[0].comments.size(), 1);
    QCOMPARE(whole.answers[0].thanks, 2);
    QVERIFY(whole.answers[0].thankedByMe && whole.answers[0].helpful && whole.answers[0].saved);
    QCOMPARE(reader_->questionIds({QuestionList::saved, QuestionFilter::all, QuestionSort::newest, {}}, 0, 9),
             QVector{kQuestion});
    auto closing = edit(kinds::kQuestion, kQuestion.text(), 1, "nieuwe tekst");
    closing.state = QuestionState::closed;
    queue(closing);
    QVERIFY(reader_->questionRows({kQuestion})[0].closed);
    queue(DeletePost{kinds::kAnswer, kAnswer.text(), kDebts, 2});
    QVERIFY(reader_->question(kQuestion)->answers.isEmpty());
    QCOMPARE(reader_->questionRows({kQuestion})[0].answers, 0);
    queue(DeletePost{kinds::kQuestion, kQuestion.text(), kDebts, 1});
    QVERIFY(!reader_->question(kQuestion));
    QVERIFY(reader_->questionRows({kQuestion}).isEmpty());
    queue(SetExpertise{kDebts, true});
    QCOMPARE(reader_->expertise(), QVector{kDebts});
    UpdateProfile profile;
    profile.name = "Ik";
    profile.jobTitle = "geheim";
    profile.hidden = {"job_title"};
    queue(profile);
    QCOMPARE(reader_->ownProfile()->name, std::string("Ik"));
    QCOMPARE(reader_->person(kMe)->name, QStringLiteral("Ik"));
    QVERIFY(reader_->person(kMe)->jobTitle.isEmpty());
    queue(UpdateSettings{"en", false, 1, 2});
    QCOMPARE(reader_->settings().workUntilMinutes, 2);
  }

  void aTickTakenBackBeforeItWasSent() {
    queue(SetExpertise{kDebts, true});
    QCOMPARE(reader_->questionIds({}, 0, 9), QVector{kQuestion});
    QVERIFY(!reader_->questionRows({kQuestion})[0].routedToMe);
    queue(SetMark{kinds::kNotForMe, kQuestion.text(), kQuestion, true, {}, 0});
    QVERIFY(reader_->questionIds({}, 0, 9).isEmpty());
    queue(SetMark{kinds::kNotForMe, kQuestion.text(), kQuestion, false, {}, 0});
    QCOMPARE(reader_->questionIds({}, 0, 9).size(), 1);
    queue(SetExpertise{kDebts, false});
    QVERIFY(reader_->questionIds({}, 0, 9).isEmpty());
  }

  void effectsInScopesNotHeldCountAsSeen() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->sent({id}));
    auto ack = applied(id, 3);
    ack.effects.push_back({Scope::category(kWork).text(), 500});
    QCOMPARE(answered(ack), Said::confirmed);
    QCOMPARE(reader_->question(kQuestion)->answers.size(), 1);  // settled: the record itself is not here
    STORED(outbox_->backedUp(kEpoch, 50));
    QVERIFY(cache_->outboxTable().all().empty());
  }

  void whatIsWithheldStaysUntilItIsReleased() {
    const auto id = queue(reply("a", "een"));
    STORED(outbox_->withhold(id, true));
    QVERIFY(outbox_->toSend().at(0).withheld);
    QVERIFY(reader_->outbox().at(0).withheld);
    QCOMPARE(outbox_->waiting(), 0);
    QCOMPARE(reader_->counts().waitingToSend, 0);
    QVERIFY(!outbox_->unsentFor(AnswerId::named("a").text()));
    STORED(outbox_->withhold(id, false));
    QVERIFY(!outbox_->toSend().at(0).withheld);
    QCOMPARE(outbox_->waiting(), 1);
    // The user closed the app before the discard was final: it goes out after all.
    STORED(outbox_->withhold(id, true));
    restart();
    STORED(outbox_->releaseAll());
    QVERIFY(!outbox_->toSend().at(0).withheld);
    STORED(outbox_->sent({id}));
    QCOMPARE(outbox_->withhold(id, true).error().code, ErrorCode::conflict);
    STORED(outbox_->withhold(id, false));
    QCOMPARE(outbox_->withhold(CommandId::named("nobody"), true).error().code, ErrorCode::notFound);
    // A tick made again while the old one is being discarded is a row of its own.
    const auto tick = queue(SetExpertise{kWork, true});
    STORED(outbox_->withhold(tick, true));
    const auto again = queue(SetExpertise{kWork, true});
    QVERIFY(again != tick);
  }

  void draftsOfARowGoWithWhatIsDecided() {
    const auto draftOf = [](const CommandId& id) {
      return QStringLiteral("outbox/") + QString::fromStdString(id.text());
    };
    const auto save = [&](const QString& key) {
      return cache_->drafts().save({key, {}, QStringLiteral("getypt"), {}, {}, 0, 1});
    };
    const QString editing = QStringLiteral("edit/") + QString::fromStdString(kAnswer.text());
    const auto id = queue(reply("a", "een"));
    STORED(save(draftOf(id)));
    QVERIFY(outbox_->rewrite(id, CommandId::named("f1"), {}, QStringLiteral("beter"), false));
    QVERIFY(reader_->drafts().isEmpty());
    // Refused: row and draft are as they were.
    STORED(outbox_->sent({id}));
    STORED(save(draftOf(id)));
    QCOMPARE(outbox_->rewrite(id, CommandId::named("f2"), {}, QStringLiteral("te laat"), false).error().code,
             ErrorCode::conflict);
    QCOMPARE(reader_->drafts().size(), 1);
    QCOMPARE(answered(refused(id, "forbidden")), Said::refused);
    STORED(outbox_->discard(id));
    QVERIFY(reader_->drafts().isEmpty());
    for (const bool keepMine : {true, false}) {
      const auto change = queue(edit(kinds::kAnswer, kAnswer.text(), 2, "mijn versie"));
      STORED(outbox_->sent({change}));
      QCOMPARE(answered(inConflict(change, 7)), Said::conflict);
      STORED(save(draftOf(change)));
      STORED(save(editing));
      QVERIFY(outbox_->resolveConflict(change, CommandId::named(keepMine ? "f3" : "f4"), keepMine));
      QVERIFY(reader_->drafts().isEmpty());
    }
  }

  void aConflictIsToldInWords() {
    EditPost closing = edit(kinds::kQuestion, kQuestion.text(), 1, "");
    closing.body.reset();
    closing.title = "Andere titel";
    closing.state = QuestionState::closed;
    const auto id = queue(closing, QStringLiteral("Beslag"));
    STORED(outbox_->sent({id}));
    auto ack = inConflict(id, 7);
    ack.newest = json::object{{"kind", "question"},
                              {"id", kQuestion.text()},
                              {"seq", 7},
                              {"body", {{"title", "Hun titel"}, {"body", "tekst"}, {"state", "open"}}}};
    QCOMPARE(answered(ack), Said::conflict);
    auto row = reader_->outbox().at(0);
    QCOMPARE(row.title, QStringLiteral("Andere titel"));
    QVERIFY(row.editsTitle && !row.newestDeleted);
    QCOMPARE(row.newestTitle, QStringLiteral("Hun titel"));
    QVERIFY(row.newestState == QuestionState::open && row.wantedState == QuestionState::closed);
    STORED(outbox_->discard(id));
    const auto gone = queue(edit(kinds::kAnswer, kAnswer.text(), 2, "weg"), QStringLiteral("Beslag"));
    STORED(outbox_->sent({gone}));
    QCOMPARE(answered(refused(gone, "not_found")), Said::refused);
    row = reader_->outbox().at(0);
    QVERIFY(row.newestDeleted && !row.editsTitle && !row.newestState && !row.wantedState);
    QCOMPARE(row.title, QStringLiteral("Beslag"));
  }

  // A title that the edit does not touch stays untouched; a text written with the newest version in sight goes over
  // that one.
  void rewritingAnEditChangesNothingElse() {
    auto change = edit(kinds::kQuestion, kQuestion.text(), 1, "mijn versie");
    const auto id = queue(change, QStringLiteral("Beslag"));
    QVERIFY(outbox_->rewrite(id, CommandId::named("f1"), QStringLiteral("Beslag"), QStringLiteral("beter"), false));
    auto sent = fromJsonText<EditPost>(outbox_->toSend().at(0).bodyJson);
    QVERIFY(!sent->title);
    QCOMPARE(*sent->body, std::string("beter"));
    STORED(outbox_->sent({id}));
    QCOMPARE(answered(inConflict(id, 7)), Said::conflict);
    const auto fresh = CommandId::named("f2");
    QCOMPARE(*outbox_->rewrite(id, fresh, {}, QStringLiteral("samengevoegd"), false), fresh);
    sent = fromJsonText<EditPost>(outbox_->toSend().at(0).bodyJson);
    QCOMPARE(sent->baseSeq, Seq{7});
    STORED(outbox_->discard(fresh));
    change.title = "Nieuwe titel";
    change.body.reset();
    const auto titled = queue(change);
    QVERIFY(outbox_->rewrite(titled, CommandId::named("f3"), {}, {}, false));
    sent = fromJsonText<EditPost>(outbox_->toSend().at(0).bodyJson);
    QCOMPARE(*sent->title, std::string("Nieuwe titel"));
    QVERIFY(!sent->body);
  }

  void aRewriteKeepsToTheRules() {
    const auto id = queue(reply("a", "een"));
    QCOMPARE(outbox_->rewrite(id, CommandId::named("f1"), {}, QString(), false).error().code, ErrorCode::badField);
    QCOMPARE(reader_->outbox().at(0).text, QStringLiteral("een"));
  }

  void readingIsNotShownAsWaiting() {
    const auto read = queue(SetMark{kinds::kRead, kQuestion.text(), kQuestion, true, {}, 3});
    const auto language = queue(UpdateSettings{"en", false, 1, 2});
    QVERIFY(reader_->outbox().isEmpty());
    QCOMPARE(reader_->counts().waitingToSend, 0);
    QCOMPARE(outbox_->waiting(), 0);
    QCOMPARE(outbox_->toSend().size(), std::size_t{2});
    STORED(outbox_->sent({read, language}));
    QVERIFY(reader_->outbox().isEmpty());
    QCOMPARE(answered(refused(read, "not_found")), Said::refused);
    QCOMPARE(reader_->outbox().size(), 1);
    QCOMPARE(reader_->counts().needsAttention, 1);
    QCOMPARE(outbox_->needsAttention(), 1);
    queue(SetMark{kinds::kSaved, kQuestion.text(), kQuestion, true, {}, 0});
    QCOMPARE(reader_->counts().waitingToSend, 1);
  }

  void whatWasNeverSentCanBeFoldedInto() {
    const auto id = queue(reply("a", "een"));
    QVERIFY(!outbox_->unsentFor(AnswerId::named("b").text()));
    QCOMPARE(outbox_->unsentFor(AnswerId::named("a").text())->id, id);
    STORED(outbox_->sent({id}));
    QVERIFY(!outbox_->unsentFor(AnswerId::named("a").text()));
  }

 private:
  void start() {
    cache_ = folder_->openBound();
    outbox_ = std::make_unique<Outbox>(*cache_, clock_);
    (void)outbox_->connectionLost();
  }
  void restart() {
    reader_.reset();
    outbox_.reset();
    cache_.reset();
    start();
    reader_ = folder_->reader();
  }
  CommandId queue(const CommandBody& body, const QString& title = {}) {
    const auto id = outbox_->queue(CommandId::named("command" + std::to_string(++next_)), body, title);
    if (!id) qFatal("queue: %s", id.error().detail.c_str());
    clock_.advance(Milliseconds(0));
    return *id;
  }
  Said answered(const protocol::Ack& ack) {
    const auto answer = outbox_->answered(ack, kEpoch);
    if (!answer) qFatal("answered: %s", answer.error().detail.c_str());
    return *answer;
  }

  FakeClock clock_;
  int next_ = 0;
  std::unique_ptr<Folder> folder_;
  std::unique_ptr<Cache> cache_;
  std::unique_ptr<Outbox> outbox_;
  std::unique_ptr<Reader> reader_;
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"

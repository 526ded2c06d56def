// What the screen shows of the outbox and what the user decides there: C5, drafts, conflicts, withholding.
#include "tests/client_store/outbox_fixture.h"

using namespace vb;
using namespace vb::test;

class OutboxShownTest : public OutboxTestBase {
  Q_OBJECT

 private Q_SLOTS:
  void init() { begin(); }
  void cleanup() { end(); }

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
    // The app ended before the discard was final: it holds.
    STORED(outbox_->withhold(id, true));
    restart();
    QVERIFY(outbox_->toSend().at(0).withheld);
    QVERIFY(reader_->outbox().at(0).withheld);
    STORED(outbox_->withhold(id, false));
    QVERIFY(!outbox_->toSend().at(0).withheld);
    STORED(outbox_->sent({id}));
    // Too late: were the row gone, the text would be published and seen by all but its author.
    const Error tooLate{ErrorCode::conflict, client::outbox::kAlreadySending};
    QCOMPARE(outbox_->withhold(id, true).error(), tooLate);
    QCOMPARE(outbox_->discard(id).error(), tooLate);
    QCOMPARE(reader_->outbox().size(), 1);
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
};

QTEST_GUILESS_MAIN(OutboxShownTest)
#include "outbox_shown_test.moc"

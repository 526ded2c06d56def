// What the reader gives: lists, filters, orders, one question as a whole, people and categories.
#include "client/core/outbox/outbox.h"
#include "tests/client_store/profile.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

namespace {

QuestionId id(const char* name) { return QuestionId::named(name); }

QStringList titles(Reader& reader, QuestionQuery query, int offset = 0, int limit = 100) {
  QStringList found;
  for (const auto& row : reader.questionRows(reader.questionIds(query, offset, limit))) found.append(row.title);
  return found;
}

QuestionQuery list(QuestionList list, QuestionFilter filter = QuestionFilter::all,
                   QuestionSort sort = QuestionSort::newest, CategoryId category = {}) {
  return {list, filter, sort, category};
}

Mark mark(const char* question) { return Mark{id(question).text(), id(question), {}, {}, 0}; }

// A small platform: five questions in three categories, of which debts and youth are ticked.
void fill(Cache& cache) {
  Seq seq = 0;
  std::vector<Record> debts, youth, own, directory;
  const auto ask = [&](const char* name, UserId author, std::vector<CategoryId> categories, int minute) {
    auto made = question(name, author, categories, minute);
    made.askedSeq = seq + 1;
    (categories.front() == kDebts ? debts : youth).push_back(record(kinds::kQuestion, id(name).text(), ++seq, made));
  };
  ask("A oud", kAnna, {kDebts}, 1);
  ask("B jeugd", kAnna, {kYouth}, 2);
  ask("C eigen", kMe, {kDebts}, 3);
  ask("D niet voor mij", kAnna, {kDebts}, 4);
  ask("E beide", kAnna, {kDebts, kYouth}, 5);
  const QuestionRef ref{id("F werk"), kWork, "F werk", kAnna, Timestamp(Milliseconds(kStart + 6 * 60'000)), 9};
  youth.push_back(record(kinds::kQuestionRef, id("F werk").text(), ++seq, ref));
  debts.push_back(record(kinds::kAnswer, AnswerId::named("a1").text(), ++seq, answer(id("A oud"), "Een", kMe, 10)));
  debts.push_back(record(kinds::kAnswer, AnswerId::named("a2").text(), ++seq, answer(id("A oud"), "Twee", kAnna, 11)));
  debts.push_back(
      record(kinds::kAnswer, AnswerId::named("a3").text(), ++seq, answer(id("C eigen"), "Drie", kAnna, 12)));
  debts.push_back(
      record(kinds::kHelpful, AnswerId::named("a2").text(), ++seq, Helpful{id("A oud"), AnswerId::named("a2"), {}}));
  debts.push_back(record(kinds::kThanks, AnswerId::named("a2").text() + "." + kMe.text(), ++seq,
                         Thanks{id("A oud"), AnswerId::named("a2"), kMe, {}}));
  debts.push_back(record(kinds::kThanks, AnswerId::named("a2").text() + "." + kAnna.text(), ++seq,
                         Thanks{id("A oud"), AnswerId::named("a2"), kAnna, {}}));
  debts.push_back(
      record(kinds::kComment, CommentId::named("c1").text(), ++seq,
             Comment{id("A oud"), id("A oud").text(), "Bij de vraag", kAnna, Timestamp(Milliseconds(kStart)), {}}));
  debts.push_back(record(
      kinds::kComment, CommentId::named("c2").text(), ++seq,
      Comment{
          id("A oud"), AnswerId::named("a2").text(), "Bij het antwoord", kMe, Timestamp(Milliseconds(kStart)), {}}));
  STORED(cache.applyRecords(Scope::category(kDebts), debts, upTo(seq)));
  STORED(cache.applyRecords(Scope::category(kYouth), youth, upTo(seq)));

  own.push_back(record(kinds::kExpertise, kDebts.text(), 1, Expertise{kDebts, 2, {}}));
  own.push_back(record(kinds::kExpertise, kYouth.text(), 2, Expertise{kYouth, 3, {}}));
  own.push_back(record(kinds::kNotForMe, id("D niet voor mij").text(), 3, mark("D niet voor mij")));
  own.push_back(record(kinds::kSaved, id("A oud").text(), 4, mark("A oud")));
  own.push_back(record(kinds::kLater, id("B jeugd").text(), 5, mark("B jeugd")));
  own.push_back(record(kinds::kFollow, id("C eigen").text(), 6, mark("C eigen")));
  auto read = mark("A oud");
  read.seq = seq;
  own.push_back(record(kinds::kRead, id("A oud").text(), 7, read));
  own.push_back(record(kinds::kOwnProfile, kMe.text(), 8,
                       OwnProfile{"Ik", Role::policy, "adviseur", "", "Utrecht", {}, "ik@example.org"}));
  own.push_back(record(kinds::kSettings, kMe.text(), 9, Settings{"en", false, 480, 1000}));
  STORED(cache.applyRecords(Scope::user(kMe), own, upTo(9)));

  const auto category = [&](CategoryId which, const char* name, int position, bool archived) {
    Category made;
    made.nameNl = name;
    made.position = position;
    made.archived = archived;
    directory.push_back(record(kinds::kCategory, which.text(), position, made));
  };
  category(kYouth, "Jeugd", 2, false);
  category(kDebts, "Schulden", 1, false);
  category(kWork, "Oud werk", 3, true);
  Profile anna;
  anna.name = "Anna <b>de Vries</b>";
  anna.role = Role::practitioner;
  anna.municipality = "Zwolle";
  directory.push_back(record(kinds::kProfile, kAnna.text(), 4, anna));
  HouseRules rules{"Wees aardig.", "Be kind."};
  directory.push_back(record(kinds::kHouseRules, "house_rules", 5, rules));
  STORED(cache.applyRecords(Scope::directory(), directory, upTo(5)));
}

}  // namespace

class ListsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<ProfileFolder>();
    cache_ = folder_->openBound();
    fill(*cache_);
    reader_ = folder_->reader();
  }
  void cleanup() {
    reader_.reset();
    cache_.reset();
    folder_.reset();
  }

  void forYouIsWhatMyExpertiseBrings() {
    QCOMPARE(titles(*reader_, list(QuestionList::forYou)), (QStringList{"F werk", "E beide", "B jeugd", "A oud"}));
    // Un-ticking stops it; ticking shows what is there without pretending that it was routed.
    STORED(cache_->applyRecords(Scope::user(kMe), {tombstone(kinds::kExpertise, kYouth.text(), 10)}, upTo(10)));
    QCOMPARE(titles(*reader_, list(QuestionList::forYou)), (QStringList{"E beide", "A oud"}));
  }

  void routingIsToldApartFromWhatWasThereBefore() {
    const auto rows = reader_->questionRows({id("A oud"), id("B jeugd"), id("E beide"), id("F werk"), id("C eigen")});
    QVERIFY(!rows[0].routedToMe);  // asked before debts was ticked (seq 1, ticked at 2)
    QVERIFY(!rows[1].routedToMe);
    QVERIFY(rows[2].routedToMe);
    QVERIFY(rows[3].routedToMe);  // by its reference
    QVERIFY(rows[3].refOnly);
    QCOMPARE(rows[3].via, QVector{kYouth});
    QVERIFY(rows[2].via.isEmpty());  // by its home category
    QVERIFY(!rows[4].routedToMe);    // one's own
  }

  void filters_data() {
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("filter");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, QuestionList list, QuestionFilter filter, QStringList expected) {
      QTest::newRow(name) << static_cast<int>(list) << static_cast<int>(filter) << expected;
    };
    row("open", QuestionList::category, QuestionFilter::open,
        {"F werk", "E beide", "D niet voor mij", "C eigen", "B jeugd", "A oud"});
    row("unanswered", QuestionList::category, QuestionFilter::unanswered,
        {"F werk", "E beide", "D niet voor mij", "B jeugd"});
    row("answered", QuestionList::category, QuestionFilter::answered, {"C eigen", "A oud"});
    row("helped", QuestionList::category, QuestionFilter::helped, {"A oud"});
    row("unread", QuestionList::category, QuestionFilter::unread,
        {"F werk", "E beide", "D niet voor mij", "C eigen", "B jeugd"});
    row("later", QuestionList::category, QuestionFilter::later, {"B jeugd"});
    row("mine", QuestionList::mine, QuestionFilter::all, {"C eigen"});
    row("saved", QuestionList::saved, QuestionFilter::all, {"A oud"});
    row("saved unread", QuestionList::saved, QuestionFilter::unread, {});
    row("list of later", QuestionList::later, QuestionFilter::all, {"B jeugd"});
    row("followed", QuestionList::followed, QuestionFilter::all, {"C eigen"});
    row("for you unread", QuestionList::forYou, QuestionFilter::unread, {"F werk", "E beide"});
  }
  void filters() {
    QFETCH(int, list);
    QFETCH(int, filter);
    QFETCH(QStringList, expected);
    const auto query = ::list(static_cast<QuestionList>(list), static_cast<QuestionFilter>(filter));
    QCOMPARE(titles(*reader_, query), expected);
    QCOMPARE(reader_->questionCount(query), static_cast<int>(expected.size()));
  }

  void ordersAndWindows() {
    const auto category = [](QuestionSort sort) { return list(QuestionList::category, QuestionFilter::all, sort); };
    QCOMPARE(titles(*reader_, category(QuestionSort::activity)),
             (QStringList{"C eigen", "A oud", "F werk", "E beide", "D niet voor mij", "B jeugd"}));
    QCOMPARE(titles(*reader_, category(QuestionSort::unansweredFirst)),
             (QStringList{"F werk", "E beide", "D niet voor mij", "B jeugd", "C eigen", "A oud"}));
    QCOMPARE(titles(*reader_, category(QuestionSort::mostAnswers)),
             (QStringList{"A oud", "C eigen", "F werk", "E beide", "D niet voor mij", "B jeugd"}));
    for (const auto sort :
         {QuestionSort::newest, QuestionSort::activity, QuestionSort::unansweredFirst, QuestionSort::mostAnswers}) {
      const auto all = titles(*reader_, category(sort));
      QCOMPARE(titles(*reader_, category(sort), 2, 3), all.mid(2, 3));
      QCOMPARE(titles(*reader_, category(sort), 5, 3), all.mid(5, 3));
      QVERIFY(titles(*reader_, category(sort), 6, 3).isEmpty());
    }
    QCOMPARE(titles(*reader_, list(QuestionList::category, QuestionFilter::all, QuestionSort::newest, kYouth)),
             (QStringList{"F werk", "E beide", "B jeugd"}));
  }

  void aRowSaysWhatTheListShows() {
    const auto row = reader_->questionRows({id("A oud"), id("gone")}).first();
    QCOMPARE(row.homeCategory, kDebts);
    QCOMPARE(row.authorName, QStringLiteral("Anna <b>de Vries</b>"));  // as it is: shown as plain text (A16)
    QCOMPARE(row.place, QStringLiteral("Zwolle"));
    QCOMPARE(row.answers, 2);
    QVERIFY(row.helped && row.saved && !row.unread && !row.mine && !row.followed && !row.later);
    QCOMPARE(row.askedAt, kStart + 60'000);
    QCOMPARE(row.activityAt, kStart + 11 * 60'000);
    QCOMPARE(row.sendState, SendState::none);
    QCOMPARE(reader_->questionRows({id("gone"), id("A oud")}).size(), 1);
  }

  void unreadIsWhatSomebodyElseWroteSince() {
    QVERIFY(!reader_->questionRows({id("A oud")})[0].unread);
    const auto scope = Scope::category(kDebts);
    STORED(cache_->applyRecords(
        scope, {record(kinds::kAnswer, AnswerId::named("mine").text(), 50, answer(id("A oud"), "van mij", kMe, 20))},
        upTo(50)));
    QVERIFY(!reader_->questionRows({id("A oud")})[0].unread);
    STORED(cache_->applyRecords(
        scope, {record(kinds::kAnswer, AnswerId::named("hers").text(), 51, answer(id("A oud"), "van haar", kAnna, 21))},
        upTo(51)));
    QVERIFY(reader_->questionRows({id("A oud")})[0].unread);
    auto read = mark("A oud");
    read.seq = 51;
    STORED(cache_->applyRecords(Scope::user(kMe), {record(kinds::kRead, id("A oud").text(), 11, read)}, upTo(11)));
    QVERIFY(!reader_->questionRows({id("A oud")})[0].unread);
  }

  void aQuestionAsAWhole() {
    const auto view = reader_->question(id("A oud"));
    QVERIFY(view);
    QCOMPARE(view->body, QStringLiteral("Tekst bij A oud"));
    QCOMPARE(view->routedTo, 12);
    QCOMPARE(view->seq, Seq{1});
    QVERIFY(!view->edited);
    QCOMPARE(view->author.role, Role::practitioner);
    QCOMPARE(view->answers.size(), 2);
    QCOMPARE(view->answers[0].id, AnswerId::named("a2"));  // the helpful one first
    QVERIFY(view->answers[0].helpful && view->answers[0].thankedByMe);
    QCOMPARE(view->answers[0].thanks, 2);
    QCOMPARE(view->answers[0].comments.size(), 1);
    QVERIFY(view->answers[0].comments[0].mine);
    QVERIFY(view->answers[1].mine);
    QVERIFY(view->answers[1].author.name.isEmpty());  // no profile here: "Onbekende collega"
    QCOMPARE(view->comments.size(), 1);
    QCOMPARE(view->comments[0].body, QStringLiteral("Bij de vraag"));
    const auto ref = reader_->question(id("F werk"));
    QVERIFY(ref && ref->row.refOnly && ref->body.isEmpty());
    QCOMPARE(ref->routedTo, -1);
    QVERIFY(!reader_->question(id("gone")));
  }

  void smallThings() {
    const auto categories = reader_->categories();
    QCOMPARE(categories.size(), 3);
    QCOMPARE(categories[0].nameNl, QStringLiteral("Schulden"));
    QVERIFY(categories[0].mine);
    QCOMPARE(categories[0].questions, 4);
    QCOMPARE(categories[0].openQuestions, 2);
    QCOMPARE(categories[1].questions, 3);
    QCOMPARE(categories[2].nameNl, QStringLiteral("Oud werk"));  // archived ones last
    QCOMPARE(reader_->expertise().size(), 2);
    QCOMPARE(reader_->ownProfile()->email, std::string("ik@example.org"));
    QCOMPARE(reader_->person(kAnna)->municipality, QStringLiteral("Zwolle"));
    QVERIFY(!reader_->person(UserId::named("nobody")));
    QCOMPARE(reader_->settings().language, std::string("en"));
    QCOMPARE(reader_->settings().workFromMinutes, 480);
    QCOMPARE(reader_->houseRules(QStringLiteral("en")), QStringLiteral("Be kind."));
    QCOMPARE(reader_->houseRules(QStringLiteral("nl")), QStringLiteral("Wees aardig."));
    QCOMPARE(reader_->freshness().questionsHere, 6);
    const auto counts = reader_->counts();
    QCOMPARE(counts.forYouOpen, 2);
    QCOMPARE(counts.saved, 1);
    QCOMPARE(counts.waitingToSend, 0);
    QCOMPARE(counts.drafts, 0);
  }

  void countsFollowEveryChange() {
    const auto scope = Scope::category(kDebts);
    auto closed = question("A oud", kAnna, {kDebts}, 1);
    closed.state = QuestionState::closed;
    STORED(cache_->applyRecords(
        scope,
        {record(kinds::kQuestion, id("A oud").text(), 60, closed),
         record(kinds::kAnswer, AnswerId::named("x").text(), 61, answer(id("E beide"), "x", kAnna, 9))},
        upTo(61)));
    QCOMPARE(reader_->categories()[0].openQuestions, 1);
    STORED(cache_->applyRecords(scope,
                                {tombstone(kinds::kAnswer, AnswerId::named("x").text(), 62),
                                 tombstone(kinds::kQuestion, id("D niet voor mij").text(), 63)},
                                upTo(63)));
    QCOMPARE(reader_->categories()[0].openQuestions, 1);
    QCOMPARE(reader_->categories()[0].questions, 3);
    QVERIFY(!titles(*reader_, list(QuestionList::category, QuestionFilter::open)).contains(QStringLiteral("A oud")));
  }

  // Put aside until a moment: gone until then, back by itself, without anything being written.
  void laterComesBackWhenItsMomentPasses() {
    qint64 now = kStart;
    reader_ = folder_->reader([&now] { return now; });
    auto until = mark("B jeugd");
    until.until = Timestamp(Milliseconds(kStart + 1000));
    STORED(cache_->applyRecords(Scope::user(kMe), {record(kinds::kLater, id("B jeugd").text(), 20, until)}, upTo(20)));
    const auto open = list(QuestionList::forYou, QuestionFilter::open);
    const auto later = list(QuestionList::later, QuestionFilter::all);
    QVERIFY(!titles(*reader_, open).contains(QStringLiteral("B jeugd")));
    QCOMPARE(titles(*reader_, later), QStringList{"B jeugd"});
    QVERIFY(reader_->questionRows({id("B jeugd")}).first().later);
    QCOMPARE(reader_->counts().forYouOpen, 2);
    now = kStart + 1000;
    QVERIFY(titles(*reader_, open).contains(QStringLiteral("B jeugd")));
    QVERIFY(titles(*reader_, later).isEmpty());
    QVERIFY(!reader_->questionRows({id("B jeugd")}).first().later);
    QCOMPARE(reader_->counts().forYouOpen, 3);
    QVERIFY(titles(*reader_, list(QuestionList::category, QuestionFilter::later)).isEmpty());
    // The same while it is still in the outbox.
    client::outbox::Outbox outbox(*cache_, clock_);
    SetMark again{kinds::kLater, id("E beide").text(), id("E beide"), true, Timestamp(Milliseconds(now + 5)), 0};
    QVERIFY(outbox.queue(CommandId::named("later"), again));
    QVERIFY(!titles(*reader_, open).contains(QStringLiteral("E beide")));
    QCOMPARE(reader_->counts().forYouOpen, 2);
    now += 5;
    QVERIFY(titles(*reader_, open).contains(QStringLiteral("E beide")));
    QCOMPARE(reader_->counts().forYouOpen, 3);
  }

  // The number beside "For you" is a sum kept by the cache: it must be what a walk over the list would find.
  void theCountIsWhatTheListHolds() {
    client::outbox::Outbox outbox(*cache_, clock_);
    int command = 0;
    const auto agrees = [&] {
      int unread = 0;
      const auto open = list(QuestionList::forYou, QuestionFilter::open);
      for (const auto& row : reader_->questionRows(reader_->questionIds(open, 0, 99))) unread += row.unread ? 1 : 0;
      const int counted = reader_->counts().forYouOpen;
      if (counted != unread) qWarning("counted %d, listed %d", counted, unread);
      return counted == unread;
    };
    const auto queue = [&](const CommandBody& body) {
      QVERIFY(outbox.queue(CommandId::named("c" + std::to_string(++command)), body));
      QVERIFY(agrees());
    };
    QVERIFY(agrees());
    queue(SetExpertise{kYouth, false});
    queue(SetExpertise{kWork, true});
    queue(SetMark{kinds::kRead, id("E beide").text(), id("E beide"), true, {}, 500});
    queue(SetMark{kinds::kNotForMe, id("D niet voor mij").text(), id("D niet voor mij"), false, {}, 0});
    queue(SetMark{kinds::kLater, id("D niet voor mij").text(), id("D niet voor mij"), true, {}, 0});
    EditPost closing;
    closing.recordKind = kinds::kQuestion;
    closing.recordId = id("F werk").text();
    closing.homeCategoryId = kWork;
    closing.baseSeq = 1;
    closing.state = QuestionState::closed;
    queue(closing);
    queue(DeletePost{kinds::kQuestion, id("B jeugd").text(), kYouth, 1});
    const auto debts = Scope::category(kDebts);
    auto changed = question("E beide", kAnna, {kDebts}, 5);
    STORED(cache_->applyRecords(
        debts,
        {record(kinds::kQuestion, id("E beide").text(), 60, changed),
         record(kinds::kQuestion, id("G").text(), 61, question("G", kAnna, {kDebts, kWork}, 9)),
         record(kinds::kQuestion, id("H").text(), 62, question("H", kMe, {kDebts, kWork}, 9)),
         record(kinds::kAnswer, AnswerId::named("x").text(), 601, answer(id("E beide"), "x", kAnna, 9))},
        upTo(601)));
    QVERIFY(agrees());
    changed.state = QuestionState::closed;
    STORED(cache_->applyRecords(debts,
                                {record(kinds::kQuestion, id("E beide").text(), 700, changed),
                                 tombstone(kinds::kQuestion, id("G").text(), 701)},
                                upTo(701)));
    QVERIFY(agrees());
    STORED(cache_->purgeScope(debts));
    QVERIFY(agrees());
  }

  void aReaderSeesEachCommitAtOnce() {
    QCOMPARE(reader_->counts().forYouOpen, 2);
    STORED(cache_->applyRecords(Scope::category(kYouth),
                                {record(kinds::kQuestion, id("G").text(), 70, question("G", kAnna, {kYouth}, 90))},
                                upTo(70)));
    QCOMPARE(reader_->counts().forYouOpen, 3);
    QCOMPARE(titles(*reader_, list(QuestionList::forYou)).first(), QStringLiteral("G"));
  }

 private:
  FakeClock clock_;
  std::unique_ptr<ProfileFolder> folder_;
  std::unique_ptr<Cache> cache_;
  std::unique_ptr<Reader> reader_;
};

QTEST_GUILESS_MAIN(ListsTest)
#include "lists_test.moc"

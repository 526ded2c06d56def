// Search: Dutch forms, compounds, beginnings, typing errors; newest first; A25 of the fault table; similar questions.
#include "client/core/store/index_words.h"
#include "client/core/store/query_words.h"
#include "client/core/store/snippet.h"
#include "tests/client_store/profile.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

namespace {

const Scope kScope = Scope::category(kDebts);

QuestionId numbered(int n) { return QuestionId::named("q" + std::to_string(n)); }

struct Text {
  const char* title;
  const char* body;
};
const Text kTexts[] = {
    {"Schuldhulpverlening bij een eigen huis", "Mag de gemeente een aanvraag afwijzen omdat iemand een huis bezit?"},
    {"Kinderen met twee adressen", "De moeder vraagt subsidies aan voor huizen en kleding van haar kinderen."},
    {"Beslagvrije voet berekenen", "Hoe bereken ik die bij wisselende inkomsten? De deurwaarder geeft geen antwoord."},
    {"Energietoeslag voor studenten",
     "Een geïnteresseerde student vroeg naar het café-project en e-mail van de wijkteams."},
    {"Vrijwilligers in het buurthuis", "Wie betaalt de verzekering? Zie artikel 2.3.5 van de Wmo."},
};

}  // namespace

class SearchTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    folder_ = std::make_unique<ProfileFolder>();
    cache_ = folder_->openBound();
    std::vector<Record> records;
    Seq seq = 0;
    int n = 0;
    for (const auto& text : kTexts) {
      auto made = question(text.title, kAnna, {kDebts}, n);
      made.body = text.body;
      records.push_back(record(kinds::kQuestion, numbered(n).text(), ++seq, made));
      ++n;
    }
    records.push_back(record(
        kinds::kAnswer, AnswerId::named("a").text(), ++seq,
        answer(numbered(2), "Gebruik **de rekentool** van de beslagvrije voet; vraag naar `loonstroken`.", kMe, 90)));
    records.push_back(record(kinds::kComment, CommentId::named("c").text(), ++seq,
                             Comment{numbered(2),
                                     numbered(2).text(),
                                     "Een opmerking over zeehonden.",
                                     kMe,
                                     Timestamp(Milliseconds(kStart)),
                                     {}}));
    STORED(cache_->applyRecords(kScope, records, upTo(seq)));
    Profile anna;
    anna.name = "Anna Zuiderduin";
    anna.organisation = "Gemeente Vlieland";
    Category debts;
    debts.nameNl = "Schulden en budget";
    debts.nameEn = "Debts";
    debts.words = {"deurwaarder"};
    STORED(cache_->applyRecords(
        Scope::directory(),
        {record(kinds::kProfile, kAnna.text(), 1, anna), record(kinds::kCategory, kDebts.text(), 2, debts)}, upTo(2)));
    reader_ = folder_->reader();
  }
  void cleanupTestCase() {
    reader_.reset();
    cache_.reset();
    folder_.reset();
  }

  void finds_data() {
    QTest::addColumn<int>("which");
    const auto row = [](const char* query, int which) { QTest::newRow(query) << which; };
    row("schuldhulpverlening", 0);
    row("schuldhulp", 0);  // a part of a compound
    row("hulpverlening", 0);
    row("huis", 0);
    row("huizen", 0);   // another form
    row("huizen ", 1);  // both have it; the newest first
    row("kind ", 1);
    row("kinderen", 1);
    row("subsidie ", 1);
    row("subsidie kleding", 1);
    row("deurwaarders", 2);
    row("beslag", 2);  // a beginning
    row("besl", 2);
    row("bes", 2);  // three letters: titles
    row("be", 2);
    row("berekening beslagvrije", 2);
    row("geinteresseerd", 3);  // without the diacritic
    row("GEÏNTERESSEERDE", 3);
    row("cafe", 3);
    row("email", 3);
    row("e-mail ", 3);
    row("wijkteam", 3);
    row("wmo", 4);
    row("2.3.5", 4);
    row("verzekering buurthuis", 4);
    row("wie betaalt de verzekering", 4);  // with stop words
    row("loonstrook", 2);                  // in an answer
    row("zeehond ", 2);                    // in a comment
    row("schludhulpverlening", 0);         // letters swapped
    row("schuldhulpverlenng", 0);          // one missing
    row("deurwaarrder", 2);                // one too many
    row("vrijwilligars", 4);               // a wrong one
    row("beslagvrije deurwaader", 2);
  }
  void finds() {
    QFETCH(int, which);
    const auto results = reader_->search(QString::fromUtf8(QTest::currentDataTag()), 20);
    QStringList found;
    for (const auto& hit : results.hits)
      if (hit.kind != SearchKind::category && hit.kind != SearchKind::person) found.append(hit.title);
    const auto isIt = [&](const SearchHit& hit) { return hit.question == numbered(which); };
    QVERIFY2(std::any_of(results.hits.begin(), results.hits.end(), isIt),
             qPrintable(found.join(QStringLiteral(" | "))));
  }

  void doesNotFind_data() {
    QTest::addColumn<int>("unused");
    for (const char* query :
         {"fietsenstalling", "huisarts", "kindertoeslag", "zzzz", "beslagvrije energietoeslag", "", " ", "?!", "het "})
      QTest::newRow(query) << 0;
  }
  void doesNotFind() { QCOMPARE(reader_->search(QString::fromUtf8(QTest::currentDataTag()), 20).hits.size(), 0); }

  void newestFirst() {
    const auto hits = reader_->search(QStringLiteral("huis"), 20).hits;
    QCOMPARE(hits.size(), 3);
    QCOMPARE(hits[0].question, numbered(4));  // buurthuis
    QCOMPARE(hits[1].question, numbered(1));
    QCOMPARE(hits[2].question, numbered(0));
    const auto cut = reader_->search(QStringLiteral("huis"), 2);
    QCOMPARE(cut.hits.size(), 2);
    QCOMPARE(cut.hits[0].question, numbered(4));
    QVERIFY(cut.more);
    QVERIFY(!reader_->search(QStringLiteral("huis"), 3).more);
  }

  void peopleAndCategoriesAreFound() {
    auto hits = reader_->search(QStringLiteral("zuider"), 5).hits;
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].kind, SearchKind::person);
    QCOMPARE(hits[0].title, QStringLiteral("Anna Zuiderduin"));
    QCOMPARE(hits[0].snippet, QStringLiteral("Gemeente Vlieland"));
    QCOMPARE(reader_->search(QStringLiteral("an"), 5).hits.first().kind, SearchKind::person);
    QCOMPARE(reader_->search(QStringLiteral("vlieland"), 5).hits.size(), 1);
    hits = reader_->search(QStringLiteral("budget"), 5).hits;
    QCOMPARE(hits.first().kind, SearchKind::category);
    QCOMPARE(hits.first().category, kDebts);
    QCOMPARE(reader_->search(QStringLiteral("deurwaarder"), 5).hits.first().kind,
             SearchKind::category);  // by its words
  }

  void aHitSaysWhere() {
    const auto hits = reader_->search(QStringLiteral("rekentool"), 5).hits;
    QCOMPARE(hits.size(), 1);
    const auto& hit = hits[0];
    QCOMPARE(hit.kind, SearchKind::answer);
    QCOMPARE(hit.title, QStringLiteral("Beslagvrije voet berekenen"));
    QCOMPARE(hit.question, numbered(2));
    QCOMPARE(hit.id, QString::fromStdString(AnswerId::named("a").text()));
    QCOMPARE(hit.category, kDebts);
    QVERIFY(!hit.snippet.contains(QLatin1Char('*')));
    QCOMPARE(hit.marks.size(), 1);
    QCOMPARE(hit.snippet.mid(hit.marks[0].first, hit.marks[0].second), QStringLiteral("rekentool"));
    const auto titled = reader_->search(QStringLiteral("voet"), 5).hits;
    QCOMPARE(titled.size(), 2);
    QCOMPARE(titled[1].titleMarks, (QVector<std::pair<int, int>>{{12, 4}}));
    QVERIFY(!hit.authorName.contains(QLatin1Char('<')));
  }

  void snippetsAreCutAroundTheHit() {
    std::string body(600, 'x');
    for (std::size_t at = 9; at < body.size(); at += 10) body[at] = ' ';
    body += "één zeldzame vondst\n\nop een\tandere regel ";
    body += std::string(400, 'y');
    WordForms forms;
    const auto cut = snippet(body, queryWords("vondst"), forms);
    QVERIFY(cut.text.size() <= 200);
    QVERIFY(cut.text.startsWith(QChar(0x2026)) && cut.text.endsWith(QChar(0x2026)));
    QVERIFY(cut.text.contains(QStringLiteral("één zeldzame vondst op een andere regel")));
    QCOMPARE(cut.text.mid(cut.marks[0].first, cut.marks[0].second), QStringLiteral("vondst"));
    const auto none = snippet("Geen woord ervan.", queryWords("anders niets"), forms);
    QCOMPARE(none.text, QStringLiteral("Geen woord ervan."));
    QVERIFY(none.marks.isEmpty());
  }

  // Nothing that is typed is ever syntax (A25).
  void operatorsAreWords_A25_data() {
    QTest::addColumn<int>("hits");
    const auto row = [](const char* query, int hits) { QTest::newRow(query) << hits; };
    row("\"", 0);
    row("\"beslagvrije", 2);
    row("beslagvrije\"", 2);
    row("(beslagvrije", 2);
    row("beslagvrije)", 2);
    row("{beslagvrije}", 2);
    row("^beslagvrije", 2);
    row("-beslagvrije", 2);
    row("beslagvrije + voet", 2);
    row("beslagvrije;", 2);
    row("beslagvrije*", 2);
    row("beslag*", 0);                // a whole word, and nothing more
    row("beslagvrije AND fiets", 0);  // "and" is a stop word, "fiets" is nowhere
    row("fiets OR beslagvrije", 0);
    row("NOT beslagvrije", 2);
    row("beslagvrije NEAR(voet, 2)", 0);
    row("tokens:beslagvrije", 0);
    row("rowid:1", 0);
    row("*", 0);
    row("%", 0);
    row("_", 0);
    row("\\", 0);
    row("a'; DROP TABLE record; --", 0);
    row("beslagvrije' OR '1'='1", 0);
    row("\xC2\xB9"
        "be",
        1);  // our own marks are no letters either: titles that begin with "be"
    row("\xC2\xB2"
        "besl",
        2);
  }
  void operatorsAreWords_A25() {
    QFETCH(int, hits);
    const auto typed = QString::fromUtf8(QTest::currentDataTag());
    const auto results = reader_->search(typed, 20);
    QCOMPARE(results.query, typed);
    QCOMPARE(results.hits.size(), hits);
    QCOMPARE(folder_->number("SELECT count(*) FROM question"), 5);
  }

  void hugeQueriesAreCut_A25() {
    QVERIFY(reader_->search(QString(100'000, QLatin1Char('a')), 20).hits.isEmpty());
    QVERIFY(reader_->search(QStringLiteral("a ").repeated(50'000), 20).hits.isEmpty());
    QVERIFY(queryWords(std::string(5000, ' ') + "x").size() <= 1);
    QString many;
    for (int n = 0; n < 200; ++n) many += QStringLiteral("w%1 ").arg(n);
    QVERIFY(queryWords(many.toStdString()).size() <= 12);
  }

  void interruptionGivesWhatWasFound() {
    int asked = 0;
    const auto results = reader_->search(QStringLiteral("huis"), 20, [&asked] { return ++asked > 1; });
    QVERIFY(asked > 1);
    QVERIFY(results.hits.size() < 3);
    QCOMPARE(reader_->search(QStringLiteral("huis"), 20).hits.size(), 3);  // and nothing of it stays
  }

  void incompleteHistoryIsAdmitted() {
    QVERIFY(!reader_->search(QStringLiteral("huis"), 5).historyIncomplete);
    STORED(cache_->applyRecords(Scope::category(kYouth), {}, upTo(50, 20)));
    QVERIFY(reader_->search(QStringLiteral("huis"), 5).historyIncomplete);
    STORED(cache_->applyRecords(Scope::category(kYouth), {}, upTo(50, 1)));
  }

  void editedTextsAreFoundByTheirNewWords() {
    const auto id = numbered(77);
    auto made = question("Tijdelijk onderwerp", kAnna, {kDebts}, 9);
    STORED(cache_->applyRecords(kScope, {record(kinds::kQuestion, id.text(), 100, made)}, upTo(100)));
    QCOMPARE(reader_->search(QStringLiteral("tijdelijk"), 5).hits.size(), 1);
    made.title = "Blijvend onderwerp";
    made.body = "niets";
    STORED(cache_->applyRecords(kScope, {record(kinds::kQuestion, id.text(), 101, made)}, upTo(101)));
    QCOMPARE(reader_->search(QStringLiteral("tijdelijk"), 5).hits.size(), 0);
    QCOMPARE(reader_->search(QStringLiteral("blijvend"), 5).hits.size(), 1);
    STORED(cache_->applyRecords(kScope, {tombstone(kinds::kQuestion, id.text(), 102)}, upTo(102)));
    QCOMPARE(reader_->search(QStringLiteral("blijvend"), 5).hits.size(), 0);
  }

  // The writing side says what the reading side asks for.
  void bothSidesAgreeOnTokens() {
    IndexWords index;
    const QString tokens = QLatin1Char(' ') +
                           QString::fromStdString(index.tokens("De Wijk-teams", "Schuldhulpverlening in de wijk")) +
                           QLatin1Char(' ');
    for (const char* token :
         {"wijkteams", "wijk", "schuldhulp", "\xC2\xB2schu", "\xC2\xB9w", "\xC2\xB9wi", "\xC2\xB9wij"})
      QVERIFY2(tokens.contains(QLatin1Char(' ') + QString::fromUtf8(token) + QLatin1Char(' ')), token);
    QVERIFY(!tokens.contains(QStringLiteral(" de ")));          // a stop word
    QVERIFY(!tokens.contains(QString::fromUtf8("\xC2\xB9s")));  // not in the title
    QCOMPARE(tokens.count(QStringLiteral(" wijk ")), 1);        // each once
    QCOMPARE(index.tokens("x", "y"), index.tokens("x", "y"));
  }

  void similarQuestionsAreAnsweredOnes() {
    const auto rows = reader_->similarQuestions(QStringLiteral("Hoe bereken ik de beslagvrije voet?"),
                                                QStringLiteral("De deurwaarder legt beslag op het inkomen."), 5);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].id, numbered(2));
    QVERIFY(reader_->similarQuestions(QStringLiteral("Schuldhulpverlening en een eigen huis"), {}, 5)
                .isEmpty());  // not answered yet
    QVERIFY(reader_->similarQuestions({}, {}, 5).isEmpty());
  }

 private:
  std::unique_ptr<ProfileFolder> folder_;
  std::unique_ptr<Cache> cache_;
  std::unique_ptr<Reader> reader_;
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"

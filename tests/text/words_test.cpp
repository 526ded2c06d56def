// Cutting, folding, stemming and splitting of Dutch words.
#include "shared/text/words.h"

#include <random>

#include <QtTest/QtTest>

#include "shared/text/tuning.h"

using namespace vb::text;

namespace {
QString folded(std::string_view text) {
  QStringList words;
  for (const Word& word : cutWords(text)) words << QString::fromStdString(word.folded);
  return words.join(' ');
}
QString parts(std::string_view word) {
  QStringList list;
  for (const std::string& part : compoundParts(word)) list << QString::fromStdString(part);
  return list.join(' ');
}
}  // namespace

class WordsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void cuts() {
    QCOMPARE(folded("De auto's van cliënten: e-mail (2.3.5)!"), QString("de auto's van clienten e-mail 2.3.5"));
    QCOMPARE(folded("ja. Nee, 3.\nklaar- 'n"), QString("ja nee 3 klaar n"));
    QCOMPARE(folded("\u2019s-Hertogenbosch en auto\u2019s"), QString("s-hertogenbosch en auto's"));
    QCOMPARE(folded("100\u00A0euro\u2014snel\U0001F600weg"), QString("100 euro snel weg"));
    QCOMPARE(folded(""), QString());
  }
  void offsetsAreThoseOfTheOriginal() {
    const std::string text = "één cliënt, auto's";
    QStringList written;
    for (const Word& word : cutWords(text))
      written << QString::fromStdString(text.substr(word.begin, word.end - word.begin));
    QCOMPARE(written, (QStringList{"één", "cliënt", "auto's"}));
  }
  void foldsComposedAndDecomposedAlike() {
    QCOMPARE(fold("ÉÉN Coördinator Straße Œuvre Ĳssel Ľ"), std::string("een coordinator strasse oeuvre ijssel l"));
    QCOMPARE(fold("coo\u0308rdinator e\u0301e\u0301n"), std::string("coordinator een"));
    QCOMPARE(folded("coo\u0308rdinator"), QString("coordinator"));
    QCOMPARE(fold("ΑΒΓ Привет"), std::string("αβγ привет"));
  }

  void sameStem_data() {
    QTest::addColumn<QStringList>("forms");
    for (const char* forms : {"subsidie subsidies",
                              "huis huizen",
                              "kind kinderen",
                              "aanvraag aanvragen aanvraagt aangevraagd aangevraagde",
                              "gemeente gemeenten gemeentes gemeentelijk gemeentelijke",
                              "uitkering uitkeringen",
                              "brief brieven",
                              "stad steden",
                              "lopen loopt loop gelopen liep",
                              "beslag beslagen",
                              "schuld schulden",
                              "voorziening voorzieningen",
                              "raadslid raadsleden",
                              "pleegkind pleegkinderen",
                              "mogelijkheid mogelijkheden",
                              "verlenen verleent verleend verlening",
                              "betalen betaalt betaald betaling",
                              "melden gemeld melding meldingen meldt",
                              "toewijzen toegewezen toewijzing",
                              "besluit besluiten besloten",
                              "opnemen opgenomen opneemt",
                              "financieel financiele",
                              "individueel individuele",
                              "probleem problemen",
                              "systeem systemen",
                              "proces processen",
                              "regel regels",
                              "jaar jaren",
                              "uur uren",
                              "dag dagen",
                              "groot grote",
                              "snel snelle",
                              "medewerker medewerkers",
                              "client clienten",
                              "sector sectoren",
                              "wet wetten",
                              "zaak zaken",
                              "bedrijf bedrijven",
                              "prijs prijzen",
                              "onderzoek onderzoeken onderzocht",
                              "gebruik gebruikt gebruiken",
                              "wonen woont gewoond",
                              "woning woningen",
                              "auto auto's",
                              "e-mail email e-mails",
                              "wijkteam wijkteams",
                              "inkomen inkomens",
                              "registreren registreert geregistreerd",
                              "artikel artikelen",
                              "budget budgetten",
                              "school scholen",
                              "weg wegen",
                              "lid leden",
                              "huisje huis huisjes",
                              "categorie categorieen",
                              "idee ideeen",
                              "ambtenaar ambtenaren",
                              "advies adviezen",
                              "vergoeden vergoedt vergoeding"}) {
      QTest::newRow(forms) << QString(forms).split(' ');
    }
  }
  void sameStem() {
    QFETCH(QStringList, forms);
    const std::string first = stem(forms.first().toStdString());
    for (const QString& form : forms) QCOMPARE(stem(form.toStdString()), first);
  }

  void differentStem_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    for (const auto& [one, other] : {std::pair{"gemeente", "gemeen"},
                                     {"gebied", "bieden"},
                                     {"kost", "koos"},
                                     {"schuld", "schuldig"},
                                     {"recht", "rechter"},
                                     {"bewind", "bewijs"},
                                     {"wonen", "winnen"},
                                     {"gezin", "zin"},
                                     {"soort", "soor"},
                                     {"geld", "gelden doen"},
                                     {"beleid", "leiden"},
                                     {"kracht", "krach"},
                                     {"ouder", "oud"},
                                     {"regeling", "regen"}}) {
      QTest::newRow(one) << one << other;
    }
  }
  void differentStem() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(stem(one.toStdString()) != stem(other.toStdString()));
  }

  void stemsAreReadable() {
    QCOMPARE(stem("huizen"), std::string("huis"));
    QCOMPARE(stem("kinderen"), std::string("kind"));
    QCOMPARE(stem("subsidies"), std::string("subsidie"));
    QCOMPARE(stem("2.3.5"), std::string("2.3.5"));
    QCOMPARE(stem("привет"), std::string("привет"));
    QCOMPARE(stem("wmo"), std::string("wmo"));
    QCOMPARE(stem(""), std::string());
  }

  void stopWords() {
    for (const char* word : {"de", "het", "een", "van", "the", "wordt"}) QVERIFY(isStopWord(word));
    for (const char* word : {"schuld", "wmo", "", "dee"}) QVERIFY(!isStopWord(word));
  }

  void splitsCompounds_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* word, const char* expected) { QTest::newRow(word) << word << expected; };
    row("schuldhulpverlening", "schuld hulp schuldhulp verlening hulpverlening");
    row("jeugdzorg", "jeugd zorg");
    row("wijkteams", "wijk team");
    row("inkomenstoets", "inkomen toets");
    row("bijstandsuitkeringen", "bijstand uitkering");
    row("huisuitzetting", "huis uitzetting");
    row("kinderopvangtoeslag", "kind opvang kinderopvang toeslag opvangtoeslag");
    row("gemeenteraad", "gemeente raad");
    row("raadsleden", "raad lid");
    row("leerlingenvervoer", "leerling vervoer");
    row("iwmo-bericht", "iwmo bericht");
    row("huis", "");
    row("gemeente", "");
    row("onderzoek", "");
    row("maatregelen", "");
    row("xyzzyplugh", "");
    row("", "");
    row("-", "");
  }
  void splitsCompounds() {
    QFETCH(QString, word);
    QFETCH(QString, expected);
    QCOMPARE(parts(word.toStdString()), expected);
  }
  void partsAreStems() {
    // What the index stores must be what a query asks for.
    QVERIFY(parts("schuldhulpverlening").split(' ').contains(QString::fromStdString(stem("schulden"))));
    QVERIFY(parts("woonkostentoeslag").split(' ').contains(QString::fromStdString(stem("toeslagen"))));
    QVERIFY(parts("woonkostentoeslag").split(' ').contains(QString::fromStdString(stem("woonkosten"))));
  }

  void anyBytesAreSafe() {
    std::mt19937 random(11);
    for (int round = 0; round < 2000; ++round) {
      std::string text;
      const auto length = random() % 60;
      for (unsigned i = 0; i < length; ++i) text += round % 2 ? "aeiounst'-.e"[random() % 12] : char(random());
      std::size_t last = 0;
      for (const Word& word : cutWords(text)) {
        QVERIFY(word.begin >= last && word.begin < word.end && word.end <= text.size());
        QVERIFY(word.folded.size() <= tuning::kWordBytesMax + 8);
        last = word.end;
        QVERIFY(!stem(word.folded).empty());
        compoundParts(word.folded);
      }
      fold(text);
    }
    const std::string endless(1'000'000, 'a');
    QCOMPARE(cutWords(endless).size(), std::size_t{1});
    QCOMPARE(cutWords(endless).front().end, endless.size());
    QVERIFY(compoundParts(std::string(tuning::kCompoundLettersMax, 'a')).empty());
  }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"

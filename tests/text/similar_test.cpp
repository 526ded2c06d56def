// Similar questions and category suggestion from words alone.
#include "shared/text/similar.h"

#include <QtTest/QtTest>

#include "shared/text/words.h"

using namespace vb;
using namespace vb::text;

namespace {
std::vector<CategoryWords> categories() {
  return {
      {CategoryId::named("schulden"), "Schulden", {"schuldhulpverlening", "beslaglegging", "budgetbeheer", "aanvraag"}},
      {CategoryId::named("jeugd"), "Jeugd en gezin", {"jeugdzorg", "pleegzorg", "kinderopvang", "aanvraag"}},
      {CategoryId::named("wonen"), "Wonen", {"beschermd wonen", "huisuitzetting", "huurachterstand", "aanvraag"}}};
}
}  // namespace

class SimilarTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void queryStemsCarryMeaning() {
    const auto stems = queryStems("Hoe vraag ik bijzondere bijstand aan voor de verhuizing?",
                                  "Het gaat om de kosten van een verhuizing in 2024.");
    const auto has = [&stems](const char* word) {
      return std::find(stems.begin(), stems.end(), stem(word)) != stems.end();
    };
    QVERIFY(has("verhuizingen"));
    QVERIFY(has("bijstand"));
    QVERIFY(!has("hoe"));
    QVERIFY(!has("2024"));
    QCOMPARE(std::count(stems.begin(), stems.end(), stem("verhuizing")), std::ptrdiff_t{1});
    QCOMPARE(stems.front(), stem("verhuizing"));
  }
  void queryStemsAreBounded() {
    QCOMPARE(queryStems("een huis, een brief, een stad en een school", "", 2).size(), std::size_t{2});
    QVERIFY(queryStems("de het een", "van").empty());
  }
  void similarityOrdersTexts() {
    const char* asked = "Mag de gemeente beslag leggen op de uitkering bij schulden?";
    const double same = similarity(asked, asked);
    const double close = similarity(asked, "Beslag op een bijstandsuitkering: wat mogen gemeenten met een schuld?");
    const double far = similarity(asked, "Welke school past bij een leerling met autisme?");
    QCOMPARE(same, 1.0);
    QVERIFY2(close > 0.4 && close < 1.0, qPrintable(QString::number(close)));
    QVERIFY2(far < 0.1, qPrintable(QString::number(far)));
    QCOMPARE(similarity("", ""), 0.0);
    QCOMPARE(similarity(asked, "de een"), 0.0);
  }
  void suggestsWithTheWordsThatLedToIt() {
    const auto found = suggestCategories("Dreigende huisuitzettingen door huurachterstanden",
                                         "De aanvraag ligt er; ook zijn er schulden.", categories());
    QVERIFY(found.size() >= 2);
    QCOMPARE(found[0].id, CategoryId::named("wonen"));
    QCOMPARE(found[0].because[0], std::string("huisuitzettingen"));
    QCOMPARE(found[0].because[1], std::string("huurachterstanden"));
    QCOMPARE(found[1].id, CategoryId::named("schulden"));
    QVERIFY(std::find(found[1].because.begin(), found[1].because.end(), "schulden") != found[1].because.end());
  }
  void severalWordsMustAllBeThere() {
    const auto of = [](const char* title) {
      return suggestCategories(title, "", {{CategoryId::named("b"), "Opvang", {"beschermd wonen"}}});
    };
    QVERIFY(of("Iemand wil wonen").empty());
    QVERIFY(of("Beschermde vogels").empty());
    QCOMPARE(of("Plek in beschermd wonen")[0].because, (std::vector<std::string>{"beschermd", "wonen"}));
  }
  void compoundsOfTheDraftCount() {
    const auto found =
        suggestCategories("Vraag over schuldenbewind", "", {{CategoryId::named("s"), "Geld", {"schulden"}}});
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].because[0], std::string("schuldenbewind"));
  }
  void aWordOfManyCategoriesSaysLittle() {
    const std::vector<CategoryWords> shared = {{CategoryId::named("a"), "", {"aanvraag", "formulier"}},
                                               {CategoryId::named("b"), "", {"aanvraag", "formulier"}},
                                               {CategoryId::named("c"), "", {"tolk"}}};
    const auto found = suggestCategories("Aanvraag en formulier met een tolk", "", shared);
    QCOMPARE(found.size(), std::size_t{3});
    QCOMPARE(found[0].id, CategoryId::named("a"));
    QCOMPARE(found[0].score, found[2].score);
    const auto twice = suggestCategories("Een aanvraag met een tolk", "", shared);
    QCOMPARE(twice[0].id, CategoryId::named("c"));
  }
  void nothingWithoutAReason() {
    QVERIFY(suggestCategories("Wie weet dit?", "", categories()).empty());
    QVERIFY(suggestCategories("schulden", "", {}).empty());
    QCOMPARE(suggestCategories("aanvraag", "", categories(), 2).size(), std::size_t{2});
  }
};

QTEST_APPLESS_MAIN(SimilarTest)
#include "similar_test.moc"

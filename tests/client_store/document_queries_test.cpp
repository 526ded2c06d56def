// A fixed set of queries over Dutch texts of documents, with the answers that they must give: plurals, forms of verbs,
// diacritics, compounds and typing errors.
#include <map>

#include <QDir>
#include <QTest>

#include "tests/client_store/document_fixture.h"

using namespace vb;
using namespace vb::test;
using namespace vb::client::store;

namespace {

constexpr char kTexts[] = "tests/data/documents";
constexpr int kPlaces = 10;
// As measured, less one miss in fifty; precision is of as many places as there are right answers.
constexpr double kRecallMin = 0.92;
constexpr double kPrecisionMin = 0.92;

struct Score {
  int queries = 0;
  double recall = 0;
  double precision = 0;
};

}  // namespace

class DocumentQueriesTest : public DocumentTestBase {
  Q_OBJECT

  QStringList names_;

 private Q_SLOTS:
  void initTestCase() {
    begin();
    const QDir folder(kTexts);
    names_ = folder.entryList({"*.md"}, QDir::Files, QDir::Name);
    QVERIFY(names_.size() >= 20);
    for (qsizetype n = 0; n < names_.size(); ++n) {
      QFile file(folder.filePath(names_[n]));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const auto name = names_[n].toStdString();
      putDocument(DocumentId::named(name), {}, name.c_str(), static_cast<int>(n));
      keep(static_cast<int>(n));
      saveText(static_cast<int>(n), QString::fromUtf8(file.readAll()));
    }
  }
  void cleanupTestCase() { end(); }

  void theRightDocumentsAreFound() {
    QFile file(QDir(kTexts).filePath("queries.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::map<QString, Score> scores;
    Score all;
    for (const auto& line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts)) {
      if (line.startsWith('#')) continue;
      const auto cells = line.split('\t');
      QCOMPARE(cells.size(), 3);
      QStringList right;
      for (const auto& part : cells[2].split(';'))
        for (const auto& name : names_)
          if (name.startsWith(part)) right << name;
      QCOMPARE(right.size(), cells[2].split(';').size());
      QStringList titles;
      for (const auto& hit : found(cells[1].toUtf8().constData())) titles << hit.title;
      const auto rightIn = [&](qsizetype first) {
        const auto places = titles.mid(0, first);
        return static_cast<double>(
            std::count_if(places.begin(), places.end(), [&](const QString& title) { return right.contains(title); }));
      };
      const auto count = static_cast<double>(right.size());
      if (rightIn(kPlaces) < count)
        qInfo("%s: %s, not %s", qPrintable(cells[1]), qPrintable(titles.join("; ")), qPrintable(right.join("; ")));
      for (auto* score : {&all, &scores[cells[0]]}) {
        ++score->queries;
        score->recall += rightIn(kPlaces) / count;
        score->precision += rightIn(right.size()) / count;
      }
    }
    for (const auto& [kind, score] : scores)
      qInfo("%s: %d queries, recall %.3f, precision %.3f", qPrintable(kind), score.queries,
            score.recall / score.queries, score.precision / score.queries);
    qInfo("all: %d queries, recall %.3f, precision %.3f", all.queries, all.recall / all.queries,
          all.precision / all.queries);
    QVERIFY(all.queries >= 100);
    QVERIFY(all.recall / all.queries >= kRecallMin);
    QVERIFY(all.precision / all.queries >= kPrecisionMin);
  }

  // What is asked of no text finds none: the forgiving of errors has an end.
  void nonsenseFindsNothing() {
    for (const char* words : {"ruimtevaart", "quantumcomputer ", "voetbalkampioenschap", "xyzzy", "walvis duikboot"})
      QVERIFY2(found(words).isEmpty(), words);
  }
};

QTEST_GUILESS_MAIN(DocumentQueriesTest)
#include "document_queries_test.moc"

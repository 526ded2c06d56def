// Every keystroke of typed queries over a profile that a real sync filled: bench_store_search PROFILE. The words come
// from the texts themselves, rare and common ones; time is what the caller waits, hits with their snippets included.
#include <algorithm>
#include <cstdio>
#include <random>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStringList>

#include "client/core/store/cache.h"

using namespace vb::client::store;

namespace {

constexpr int kQueries = 60;
constexpr int kHits = 40;
constexpr int kSampleQuestions = 400;

// Queries of one to three words, taken in order from titles: as often common words as rare ones, as people type.
QStringList typedQueries(Reader& reader) {
  QuestionQuery all;
  all.list = QuestionList::category;
  all.filter = QuestionFilter::all;
  QStringList words;
  for (const auto& row : reader.questionRows(reader.questionIds(all, 0, kSampleQuestions)))
    words += row.title.toLower().split(QRegularExpression(QStringLiteral("\\W+")), Qt::SkipEmptyParts);
  QStringList queries;
  std::mt19937 random(7);
  while (!words.isEmpty() && queries.size() < kQueries) {
    QStringList query;
    for (unsigned count = 1 + random() % 3; count > 0; --count)
      query += words.at(static_cast<qsizetype>(random() % static_cast<unsigned>(words.size())));
    queries += query.join(QLatin1Char(' '));
  }
  return queries;
}

double at(const std::vector<double>& sorted, double part) {
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (argc != 2) return std::fprintf(stderr, "usage: bench_store_search PROFILE\n"), 2;
  auto opened = openReader(QString::fromLocal8Bit(argv[1]));
  if (!opened) return std::fprintf(stderr, "%s\n", opened.error().detail.c_str()), 1;
  Reader& reader = **opened;
  const QStringList queries = typedQueries(reader);
  std::vector<double> keys;
  qsizetype hits = 0;
  std::pair<double, QString> worst;
  for (const QString& query : queries) {
    for (qsizetype length = 1; length <= query.size(); ++length) {
      const QString typed = query.left(length);
      QElapsedTimer timer;
      timer.start();
      hits += reader.search(typed, kHits).hits.size();
      keys.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
      if (keys.back() > worst.first) worst = {keys.back(), typed};
    }
  }
  if (keys.empty() || hits == 0) return std::fprintf(stderr, "nothing was found: an empty profile?\n"), 1;
  std::sort(keys.begin(), keys.end());
  // keystrokes, p50, p99, worst in ms, hits, the worst text
  std::printf("%zu %.2f %.2f %.2f %lld %s\n", keys.size(), at(keys, 0.5), at(keys, 0.99), worst.first,
              static_cast<long long>(hits), qPrintable(worst.second));
  return 0;
}

// The client's cache alone: records applied a second with projections and index, opening to the first screen, and every
// keystroke of typed searches. bench_store [--records N] [--body BYTES] [--directory DIR]; one JSON object on stdout.
#include <algorithm>
#include <cstdio>
#include <random>
#include <sys/resource.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include "client/core/store/cache.h"
#include "shared/domain/fields.h"
#include "tests/bench/figures.h"
#include "tests/bench/vocabulary.h"

using namespace vb;
using namespace vb::bench;
using namespace vb::client::store;

namespace {

const UserId kMe = UserId::named("me");

double cpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

CategoryId category(int n) { return CategoryId::named("category" + std::to_string(n)); }

// A third questions, the rest answers, over 18 categories and ten years; newest first, as a first sync brings them.
std::vector<Record> makeRecords(int scope, int count, std::size_t bodyBytes, const Vocabulary& vocabulary) {
  std::mt19937 random(static_cast<unsigned>(scope));
  std::vector<Record> records;
  std::vector<QuestionId> asked;
  for (int n = 0; n < count; ++n) {
    const std::int64_t at = 1'480'000'000'000 + 315'000'000'000LL * n / count;
    const std::string name = std::to_string(scope) + '.' + std::to_string(n);
    const auto author = UserId::named("user" + std::to_string(random() % 500));
    if (n % 3 == 0) {
      Question question;
      question.title = vocabulary.text(random, 60);
      question.body = vocabulary.text(random, bodyBytes);
      question.authorId = author;
      question.categoryIds = {category(scope)};
      if (random() % 4 == 0) question.categoryIds.push_back(category(static_cast<int>(random() % 18)));
      question.askedAt = Timestamp(Milliseconds(at));
      question.askedSeq = n + 1;
      asked.push_back(QuestionId::named(name));
      records.push_back({kinds::kQuestion, asked.back().text(), n + 1, false, toJsonText(question)});
    } else {
      Answer answer;
      answer.questionId = asked[asked.size() - 1 - random() % std::min<std::size_t>(asked.size(), 20)];
      answer.body = vocabulary.text(random, bodyBytes);
      answer.authorId = author;
      answer.postedAt = Timestamp(Milliseconds(at));
      records.push_back({kinds::kAnswer, AnswerId::named(name).text(), n + 1, false, toJsonText(answer)});
    }
  }
  std::reverse(records.begin(), records.end());
  return records;
}

double milliseconds(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  QCommandLineParser options;
  options.addOptions({{"records", "How many.", "n", "100000"},
                      {"body", "Bytes of a text.", "n", "500"},
                      {"page", "Records of a page.", "n", "250"},
                      {"pages", "Pages in one transaction.", "n", "1"},
                      {"each", "Tell every keystroke on stderr."},
                      {"directory", "Keep the cache there.", "dir"}});
  options.process(app);
  const int count = options.value("records").toInt();
  const auto pageSize = static_cast<std::size_t>(options.value("page").toInt());
  const int pagesTogether = options.value("pages").toInt();
  QTemporaryDir temporary;
  const QString directory = options.isSet("directory") ? options.value("directory") : temporary.path() + "/profile";
  const Vocabulary vocabulary;

  auto opened = Cache::open(directory);
  if (!opened) qFatal("%s", opened.error().detail.c_str());
  auto cache = std::move(*opened);
  check(cache->bind("bench", kMe));

  std::vector<std::vector<Record>> scopes;
  std::size_t bytes = 0;
  for (int scope = 0; scope < 18; ++scope) {
    scopes.push_back(
        makeRecords(scope, count / 18, static_cast<std::size_t>(options.value("body").toInt()), vocabulary));
    for (const auto& record : scopes.back()) bytes += record.body.size();
  }
  std::vector<Record> own;
  for (int n : {0, 5, 11})
    own.push_back({kinds::kExpertise, category(n).text(), n + 1, false, toJsonText(Expertise{category(n), 0, {}})});
  check(cache->applyRecords(Scope::user(kMe), own, Cursor{"e", 1, 1, 20}));

  QElapsedTimer wall;
  wall.start();
  const double cpuBefore = cpuSeconds();
  std::size_t done = 0;
  int pages = 0;
  auto transaction = std::make_unique<Cache::Transaction>(*cache);
  const auto commit = [&](bool again) {
    check(transaction->commit());
    transaction.reset();
    if (again) transaction = std::make_unique<Cache::Transaction>(*cache);
  };
  // The scopes' pages come by turns, as a session asks for several at once.
  for (std::size_t at = 0; at < scopes[0].size(); at += pageSize) {
    for (int scope = 0; scope < 18; ++scope) {
      auto& all = scopes[static_cast<std::size_t>(scope)];
      if (at >= all.size()) continue;
      const auto end = std::min(all.size(), at + pageSize);
      const std::vector<Record> page(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(at)),
                                     std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end)));
      const Seq low = end == all.size() ? 1 : page.back().seq;
      check(cache->applyRecords(Scope::category(category(scope)), page,
                                Cursor{"e", 1, low, static_cast<Seq>(all.size())}));
      done += page.size();
      if (++pages % pagesTogether == 0) commit(true);
    }
  }
  commit(false);
  const double applySeconds = milliseconds(wall) / 1000;
  const double applyCpu = cpuSeconds() - cpuBefore;
  cache.reset();

  std::vector<double> starts;
  for (int round = 0; round < 5; ++round) {
    QElapsedTimer timer;
    timer.start();
    auto reader = openReader(directory);
    if (!reader) qFatal("%s", reader.error().detail.c_str());
    const auto ids = (*reader)->questionIds({}, 0, 50);
    if ((*reader)->questionRows(ids).size() != 50) qFatal("no rows");
    starts.push_back(milliseconds(timer));
  }
  auto reader = std::move(*openReader(directory));
  QElapsedTimer timer;
  timer.start();
  const auto counts = reader->counts();
  const double countsMs = milliseconds(timer);
  timer.start();
  const auto all =
      reader->questionIds({QuestionList::category, QuestionFilter::all, QuestionSort::mostAnswers, {}}, 0, 50);
  const double sortedMs = milliseconds(timer);
  timer.start();
  const auto rest = reader->questionIds({}, 50, 1'000'000);
  const double restMs = milliseconds(timer);

  std::vector<double> keys;
  std::vector<double> keysCpu;
  double worst = 0;
  QString worstQuery;
  qsizetype hits = 0;
  for (const char* query : {"schuldhulpverlening", "aanvraag toeslag", "energie en huur", "beslag wonen kind",
                            "verlening", "jeugdzorgplan", "gemeente", "begeleidingen", "statushouder", "budgetbewindd",
                            "wijkteam regeling", "inkomenn", "onderzoek naar overlast", "bawozi"}) {
    const QString typed = QString::fromUtf8(query);
    for (int length = 1; length <= typed.size(); ++length) {
      timer.start();
      const double before = threadMilliseconds();
      hits += reader->search(typed.left(length), 40).hits.size();
      keys.push_back(milliseconds(timer));
      keysCpu.push_back(threadMilliseconds() - before);
      if (options.isSet("each"))
        std::fprintf(stderr, "%8.2f %8.2f %s\n", keys.back(), keysCpu.back(), qPrintable(typed.left(length)));
      if (keys.back() > worst) worst = keys.back(), worstQuery = typed.left(length);
    }
  }
  timer.start();
  const auto similar = reader->similarQuestions("Hoe vraag ik energietoeslag aan voor een inwoner met schulden?",
                                                "De gemeente wijst het bezwaar af.", 5);
  const double similarMs = milliseconds(timer);
  std::printf(
      "{\"records\": %zu, \"megabytes\": %.1f, \"apply_records_per_s\": %.0f, \"apply_records_per_cpu_s\": %.0f, "
      "\"start_ms\": %.1f, \"start_best_ms\": "
      "%.1f, \"counts_ms\": %.1f, \"for_you\": %d, \"most_answers_ms\": %.1f, \"all_for_you_ms\": %.1f, \"rest\": "
      "%lld, \"keys\": %zu, \"hits\": %lld, "
      "\"key_p50_ms\": %.2f, \"key_p99_ms\": %.2f, \"key_cpu_p50_ms\": %.2f, \"key_cpu_p99_ms\": %.2f, "
      "\"key_worst_ms\": %.2f, \"worst\": \"%s\", \"similar_ms\": %.1f, \"similar\": %lld, \"found\": %lld}\n",
      done, static_cast<double>(bytes) / 1e6, static_cast<double>(done) / applySeconds,
      static_cast<double>(done) / applyCpu, starts.front(), *std::min_element(starts.begin(), starts.end()), countsMs,
      counts.forYouOpen, sortedMs, restMs, static_cast<long long>(rest.size()), keys.size(),
      static_cast<long long>(hits), percentile(keys, 0.5), percentile(keys, 0.99), percentile(keysCpu, 0.5),
      percentile(keysCpu, 0.99), worst, qPrintable(worstQuery), similarMs, static_cast<long long>(similar.size()),
      static_cast<long long>(all.size()));
  return 0;
}

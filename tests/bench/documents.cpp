// Documents in the client's cache: texts indexed a second, and every keystroke of typed searches in them.
// bench_documents FOLDER: its .md and .txt files are the documents; without it, as many made-up ones.
// --queries FILE (query<TAB>part of a name[;another]): recall and precision too. One JSON object on stdout.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include "client/core/store/cache.h"
#include "client/core/store/content_table.h"
#include "client/core/store/document_text_table.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"
#include "tests/bench/figures.h"
#include "tests/bench/vocabulary.h"

using namespace vb;
using namespace vb::bench;
using namespace vb::client::store;

namespace {

const UserId kMe = UserId::named("me");
const ChannelId kChannel = ChannelId::named("wetten");
constexpr int kHits = 200;        // as the search screen asks for
constexpr int kTextsAtOnce = 20;  // in one transaction, as they are read
constexpr qint64 kStart = 1'790'000'000'000;

const char* const kTyped[] = {"schuldhulpverlening",
                              "jeugdwet",
                              "jeugdhulp gemeente",
                              "beslagvrije voet",
                              "aanvraag bijzondere bijstand",
                              "participatiewet",
                              "wet maatschappelijke ondersteuning",
                              "eigen bijdrage",
                              "persoonsgebonden budget",
                              "inburgeringsplicht",
                              "kinderopvangtoeslag",
                              "huurtoeslag",
                              "zorgverzekering premie",
                              "mantelzorger",
                              "bezwaarschrift termijn",
                              "bestuurlijke boete",
                              "persoonsgegevens verstrekken",
                              "burgerservicenummer",
                              "het college stelt vast",
                              "woonplaats van de jeugdige",
                              "raad voor de kinderbescherming",
                              "arbeidsongeschiktheid",
                              "kwaliteit van zorg",
                              "toezicht en handhaving",
                              "gemeentelijke herindeling",
                              "verordening gemeenteraad",
                              "terugvordering",
                              "kostendelersnorm",
                              "beschremd wonen",
                              "schuldsaneringsregling",
                              "artikel 1",
                              "wet"};

struct File {
  QString name;
  QString text;
};

std::vector<File> filesIn(const QString& folder) {
  std::vector<File> files;
  const QDir directory(folder);
  for (const auto& name : directory.entryList({"*.md", "*.txt"}, QDir::Files, QDir::Name)) {
    QFile file(directory.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(file.fileName()));
    files.push_back({name, QString::fromUtf8(file.readAll())});
  }
  return files;
}

std::vector<File> madeUp(int count, int bytes, unsigned seed) {
  const Vocabulary vocabulary;
  std::mt19937 random(seed);
  std::vector<File> files;
  for (int n = 0; n < count; ++n)
    files.push_back({QString::fromStdString(vocabulary.text(random, 30)) + QString::number(n) + ".md",
                     QString::fromStdString(vocabulary.text(random, static_cast<std::size_t>(bytes)))});
  return files;
}

// Of this process: what it costs on a machine that does other things too.
double cpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::string hashOf(const File& file) {
  return QCryptographicHash::hash(file.name.toUtf8() + file.text.toUtf8(), QCryptographicHash::Sha256)
      .toHex()
      .toStdString();
}

void addRecords(Cache& cache, const std::vector<File>& files) {
  std::vector<Record> records;
  std::vector<Content> contents;
  Seq seq = 0;
  for (const auto& file : files) {
    const auto name = file.name.toStdString();
    Document document;
    document.name = name;
    document.currentVersionId = VersionId::named(name);
    document.createdBy = kMe;
    document.changedAt = Timestamp(Milliseconds(kStart + seq));
    records.push_back({kinds::kDocument, DocumentId::named(name).text(), ++seq, false, toJsonText(document)});
    Version version;
    version.documentId = DocumentId::named(name);
    version.number = 1;
    version.sha256 = hashOf(file);
    version.size = file.text.size();
    version.authorId = kMe;
    records.push_back({kinds::kVersion, document.currentVersionId.text(), ++seq, false, toJsonText(version)});
    Content content;
    content.sha256 = version.sha256;
    content.state = ContentState::here;
    contents.push_back(content);
  }
  check(cache.applyRecords(Scope::channel(kChannel), records, Cursor{"e", 1, 1, seq + 1}));
  check(cache.contents().save(contents));
}

double indexSeconds(Cache& cache, const std::vector<File>& files) {
  const double before = cpuSeconds();
  for (std::size_t at = 0; at < files.size(); at += kTextsAtOnce) {
    std::vector<ContentText> texts;
    for (std::size_t one = at; one < std::min(files.size(), at + kTextsAtOnce); ++one)
      texts.push_back({hashOf(files[one]), {files[one].text}, {}});
    check(cache.texts().save(texts));
  }
  return cpuSeconds() - before;
}

struct Keys {
  std::vector<double> wall;
  std::vector<double> cpu;
  double worst = 0;
  QString worstQuery;
  qsizetype hits = 0;
};

Keys typeAll(Reader& reader, bool each) {
  Keys keys;
  for (const char* query : kTyped) {
    const QString whole = QString::fromUtf8(query);
    for (qsizetype length = 1; length <= whole.size(); ++length) {
      QElapsedTimer timer;
      timer.start();
      const double before = cpuSeconds();
      const auto found = reader.search(whole.left(length), kHits).hits.size();
      keys.wall.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
      keys.cpu.push_back((cpuSeconds() - before) * 1e3);
      keys.hits += found;
      if (each)
        std::fprintf(stderr, "%8.2f %8.2f %4lld %s\n", keys.wall.back(), keys.cpu.back(), static_cast<long long>(found),
                     qPrintable(whole.left(length)));
      if (keys.wall.back() > keys.worst) keys.worst = keys.wall.back(), keys.worstQuery = whole.left(length);
    }
  }
  return keys;
}

// How good the answers are. Right answers are those named in the file, which are not all that a reader would call
// right: precision is of the best places, as many as there are right answers but ten at most.
struct Quality {
  int queries = 0;
  double recallAt20 = 0;
  double precisionAt10 = 0;
  int firstIsRight = 0;
};

Quality judge(Reader& reader, const QString& queries, const std::vector<File>& files, bool each) {
  QFile file(queries);
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(queries));
  Quality quality;
  for (const auto& line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts)) {
    if (line.startsWith('#')) continue;
    const auto cells = line.split('\t');
    if (cells.size() != 2) qFatal("not a query and its answers: %s", qPrintable(line));
    QStringList right;
    for (const auto& part : cells[1].split(';')) {
      const auto found =
          std::find_if(files.begin(), files.end(), [&](const File& one) { return one.name.contains(part); });
      if (found == files.end()) qFatal("no document is named %s", qPrintable(part));
      if (!right.contains(found->name)) right << found->name;
    }
    QStringList names;
    for (const auto& hit : reader.search(cells[0], kHits).hits)
      if (hit.kind == SearchKind::document) names << hit.title;
    const auto rightIn = [&](qsizetype first) {
      return std::count_if(names.begin(), names.begin() + std::min(first, names.size()),
                           [&](const QString& name) { return right.contains(name); });
    };
    const auto best = std::min<qsizetype>(10, right.size());
    const double recall = static_cast<double>(rightIn(20)) / static_cast<double>(right.size());
    ++quality.queries;
    quality.recallAt20 += recall;
    quality.precisionAt10 += static_cast<double>(rightIn(best)) / static_cast<double>(best);
    quality.firstIsRight += rightIn(1) > 0 ? 1 : 0;
    if (each && recall < 1)
      std::fprintf(stderr, "%s: %.2f of %s; first: %s\n", qPrintable(cells[0]), recall, qPrintable(right.join("; ")),
                   qPrintable(names.mid(0, 3).join("; ")));
  }
  quality.recallAt20 /= std::max(1, quality.queries);
  quality.precisionAt10 /= std::max(1, quality.queries);
  return quality;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  QCommandLineParser options;
  options.addPositionalArgument("folder", "Texts; none: made-up ones.", "[folder]");
  options.addOptions({{"queries", "With their right answers.", "file"},
                      {"more", "Made-up documents beside them.", "n", "0"},
                      {"bytes", "Of a made-up document.", "n", "25000"},
                      {"each", "Tell every keystroke and every miss on stderr."}});
  options.process(app);
  const bool hasFolder = !options.positionalArguments().isEmpty();
  const bool each = options.isSet("each");
  const int bytes = options.value("bytes").toInt();
  auto files = hasFolder ? filesIn(options.positionalArguments().first()) : madeUp(193, bytes, 1);
  auto others = madeUp(options.value("more").toInt(), bytes, 2);
  const auto named = files;
  files.insert(files.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
  double megabytes = 0;
  for (const auto& file : files) megabytes += static_cast<double>(file.text.toUtf8().size()) / 1e6;

  QTemporaryDir temporary;
  const QString directory = temporary.path() + "/profile";
  auto opened = Cache::open(directory);
  if (!opened) qFatal("%s", opened.error().detail.c_str());
  auto cache = std::move(*opened);
  check(cache->bind("bench", kMe));
  addRecords(*cache, files);
  const double seconds = indexSeconds(*cache, files);

  auto reader = std::move(*openReader(directory));
  QElapsedTimer timer;
  timer.start();
  const auto rows = reader->channels().documents(kChannel, {}, DocumentSort::name).size();
  const double listMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
  timer.start();
  const auto readable = cache->contents().readableVersions()->size();
  const double readableMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
  const Keys keys = typeAll(*reader, each);
  const Quality quality = options.isSet("queries") ? judge(*reader, options.value("queries"), named, each) : Quality();
  std::printf(
      "{\"documents\": %zu, \"megabytes\": %.1f, \"index_mb_per_cpu_s\": %.1f, \"list\": %lld, \"list_ms\": %.1f, "
      "\"readable\": %zu, \"readable_ms\": %.1f, \"keys\": %zu, \"hits\": %lld, \"key_p50_ms\": %.2f, "
      "\"key_p99_ms\": %.2f, \"key_cpu_p99_ms\": %.2f, \"key_worst_ms\": %.2f, \"worst\": \"%s\", \"queries\": %d, "
      "\"recall_at_20\": %.3f, \"precision_at_10\": %.3f, \"first_is_right\": %d}\n",
      files.size(), megabytes, megabytes / seconds, static_cast<long long>(rows), listMs, readable, readableMs,
      keys.wall.size(), static_cast<long long>(keys.hits), percentile(keys.wall, 0.5), percentile(keys.wall, 0.99),
      percentile(keys.cpu, 0.99), keys.worst, qPrintable(keys.worstQuery), quality.queries, quality.recallAt20,
      quality.precisionAt10, quality.firstIsRight);
  return 0;
}

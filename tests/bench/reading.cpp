// Reading as a user does: a topic of many posts scrolled page by page, each page's work timed, against the same topic
// with a hundredth of them; and a PDF of 300 pages until its first page is on screen, against pdftoppm of that page.
// bench_reading [--posts N] [--pages N]; one JSON object on stdout.
#include <algorithm>
#include <cstdio>
#include <random>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include "client/core/store/cache.h"
#include "client/ui/document_reader/pdf_view.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/shell/main_window.h"
#include "client/ui/topics/topic_reader.h"
#include "shared/domain/fields.h"
#include "tests/bench/figures.h"
#include "tests/bench/vocabulary.h"
#include "tests/support/fake_desk.h"

using namespace vb;
using namespace vb::bench;
using namespace vb::client;

namespace {

const UserId kMe = UserId::named("me");
const ChannelId kChannel = ChannelId::named("channel");
constexpr int kPageSteps = 1'500;  // from the beginning, and as many from the end
constexpr double kStallMs = 50;

template <class Body>
Record made(const char* kind, const std::string& id, Seq seq, const Body& body) {
  return Record{kind, id, seq, false, toJsonText(body)};
}

TopicId topicOf(int posts) { return TopicId::named("topic " + std::to_string(posts)); }

// A topic with posts of one line to a dozen, by 40 people.
void fill(store::Cache& cache, const std::vector<int>& sizes) {
  const Vocabulary vocabulary;
  std::mt19937 random(11);
  Membership membership{"Noord", "Regio", ChannelRole::member,       MembershipState::joined,
                        {},      {},      Timestamp(Milliseconds(1))};
  check(
      cache.applyRecords(Scope::user(kMe), {made(kinds::kMembership, kChannel.text(), 1, membership)}, {"e", 0, 1, 1}));
  Channel channel;
  channel.name = "Noord";
  std::vector<Record> records{made(kinds::kChannel, kChannel.text(), 1, channel),
                              made(kinds::kMember, kMe.text(), 2, Member{ChannelRole::member, {}, {}})};
  Seq seq = 2;
  for (const int posts : sizes) {
    Topic topic;
    topic.channelId = kChannel;
    topic.title = "Werkafspraken";
    topic.body = vocabulary.text(random, 400);
    topic.authorId = UserId::named("user0");
    topic.startedAt = Timestamp(Milliseconds(1'700'000'000'000));
    topic.startedSeq = ++seq;
    records.push_back(made(kinds::kTopic, topicOf(posts).text(), seq, topic));
    for (int n = 0; n < posts; ++n) {
      Post post;
      post.channelId = kChannel;
      post.topicId = topicOf(posts);
      post.body = vocabulary.text(random, 40 + random() % 900);
      post.authorId = UserId::named("user" + std::to_string(random() % 40));
      post.postedAt = Timestamp(Milliseconds(1'700'000'000'000 + n * 60'000LL));
      post.postedSeq = ++seq;
      records.push_back(
          made(kinds::kPost, PostId::named(std::to_string(posts) + "." + std::to_string(n)).text(), seq, post));
    }
  }
  check(cache.applyRecords(Scope::channel(kChannel), records, store::Cursor{"e", 1, 1, seq}));
}

struct Scrolled {
  double openMs = 0;
  std::vector<double> pages;  // ms of the thread, a page each
  double longest() const { return *std::max_element(pages.begin(), pages.end()); }
};

void work() {
  for (int turn = 0; turn < 4; ++turn) QCoreApplication::processEvents();
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

Scrolled scroll(const ui::Access& access, int posts) {
  const auto view = access.reader.channels().channel(kChannel);
  if (!view) qFatal("no channel");
  ui::TopicReader reader(access);
  reader.resize(900, 860);
  reader.show();
  work();
  Scrolled result;
  double before = threadMilliseconds();
  reader.open(*view, topicOf(posts));
  work();
  result.openMs = threadMilliseconds() - before;
  auto* bar = reader.findChild<ui::ContentScroll*>()->verticalScrollBar();
  const auto step = [&](QAbstractSlider::SliderAction action) {
    const double began = threadMilliseconds();
    bar->triggerAction(action);
    work();
    result.pages.push_back(threadMilliseconds() - began);
  };
  for (int n = 0; n < kPageSteps && bar->value() < bar->maximum(); ++n) step(QAbstractSlider::SliderPageStepAdd);
  before = threadMilliseconds();
  QMetaObject::invokeMethod(&reader, [&] {
    reader.open(*view, topicOf(posts), PostId::named(std::to_string(posts) + "." + std::to_string(posts - 1)));
  });
  work();
  result.pages.push_back(threadMilliseconds() - before);  // the jump to the last one
  for (int n = 0; n < kPageSteps && bar->value() > bar->minimum(); ++n) step(QAbstractSlider::SliderPageStepSub);
  reader.close();
  work();
  return result;
}

QString makePdf(const QString& folder, int pages) {
  const QString file = folder + QStringLiteral("/pages.pdf");
  const Vocabulary vocabulary;
  std::mt19937 random(5);
  QPdfWriter writer(file);
  writer.setPageSize(QPageSize(QPageSize::A4));
  QPainter painter(&writer);
  painter.setFont(QFont(QStringLiteral("Inter"), 10));
  for (int page = 0; page < pages; ++page) {
    if (page > 0) writer.newPage();
    painter.drawText(QRect(0, 0, writer.width(), writer.height()), Qt::TextWordWrap,
                     QString::fromStdString(vocabulary.text(random, 3'500)));
  }
  painter.end();
  return file;
}

double firstPageMs(const QString& file) {
  ui::PdfView view;
  view.resize(900, 860);
  view.show();
  work();
  QEventLoop loop;
  QObject::connect(&view, &ui::PdfView::firstPageShown, &loop, &QEventLoop::quit);
  QObject::connect(&view, &ui::PdfView::failed, &loop, [](const QString& code) { qFatal("%s", qPrintable(code)); });
  QElapsedTimer timer;
  timer.start();
  view.open(file, 1);
  loop.exec();
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double pdftoppmMs(const QString& file, const QString& folder) {
  QElapsedTimer timer;
  timer.start();
  const int code = QProcess::execute(
      QStringLiteral("pdftoppm"), {QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"), QStringLiteral("1"),
                                   QStringLiteral("-scale-to-x"), QStringLiteral("870"), QStringLiteral("-scale-to-y"),
                                   QStringLiteral("-1"), file, folder + QStringLiteral("/page")});
  if (code != 0) qFatal("pdftoppm gave %d", code);
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QCommandLineParser options;
  options.addOptions({{"posts", "Of the long topic.", "n", "50000"}, {"pages", "Of the PDF.", "n", "300"}});
  options.process(app);
  const int posts = options.value("posts").toInt();
  QTemporaryDir folder;
  const QString profile = folder.filePath("profile");
  {
    auto cache = store::Cache::open(profile);
    if (!cache) qFatal("%s", cache.error().detail.c_str());
    check((*cache)->bind("bench", kMe));
    fill(**cache, {posts, posts / 100});
  }
  auto reader = store::openReader(profile);
  if (!reader) qFatal("%s", reader.error().detail.c_str());
  test::FakeDesk desk;
  desk.me = kMe;
  ui::Theme theme(app);
  ui::Preferences preferences(folder.filePath("preferences"));
  ui::MainWindow window(**reader, desk, theme, preferences, [] { return QDateTime::currentDateTime(); });
  const ui::Access access{desk, **reader, window};
  const Scrolled few = scroll(access, posts / 100);
  const Scrolled many = scroll(access, posts);
  const auto stalls = std::count_if(many.pages.begin(), many.pages.end(), [](double ms) { return ms > kStallMs; });

  const QString pdf = makePdf(folder.path(), options.value("pages").toInt());
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int run = 0; run < 7; ++run) {
    ours.push_back(firstPageMs(pdf));
    theirs.push_back(pdftoppmMs(pdf, folder.path()));
  }
  std::printf(
      "{\"posts\": %d, \"steps\": %zu, \"open_ms\": %.1f, \"open_to_short_topic\": %.2f, \"page_p50_ms\": %.2f, "
      "\"page_p99_ms\": %.2f, \"page_longest_ms\": %.2f, \"page_p99_to_short_topic\": %.2f, \"stalls\": %lld, "
      "\"pdf_first_page_ms\": %.0f, \"pdftoppm_ms\": %.0f, \"pdf_to_pdftoppm\": %.2f}\n",
      posts, many.pages.size(), many.openMs, many.openMs / few.openMs, percentile(many.pages, 0.5),
      percentile(many.pages, 0.99), many.longest(), percentile(many.pages, 0.99) / percentile(few.pages, 0.99),
      static_cast<long long>(stalls), percentile(ours, 0.5), percentile(theirs, 0.5),
      percentile(ours, 0.5) / percentile(theirs, 0.5));
  return 0;
}

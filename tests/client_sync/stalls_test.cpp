// The screen's thread while a first sync of 20,000 records comes in, and while people write: no turn of its event loop
// works longer than 50 ms. Real server, real engine, and readers of it as the window has them.
#include <QThread>

#include "client/models/question_list_model.h"
#include "tests/client_sync/seat.h"
#include "tests/support/loop_watchdog.h"

using namespace vb;
using namespace vb::client;
using namespace vb::test;

namespace {

constexpr std::chrono::milliseconds kStall{50};
constexpr int kQuestions = 6'000;
constexpr int kAnswers = 14'000;
constexpr int kSubjects = 8;

// Texts of a few hundred characters, no two alike.
QByteArray text(int number, int words) {
  static const QList<QByteArray> kWords{"schuld", "huis", "zorg", "wijk", "jeugd", "recht", "werk", "team",
                                        "plan",   "geld", "taal", "kind", "ouder", "steun", "wet",  "loket"};
  QByteArray made;
  for (int i = 0; i < words; ++i) {
    const int pick = number * 31 + i * (7 + number % 13);
    made += kWords[pick % kWords.size()] + kWords[(pick / 16) % kWords.size()] + ' ';
  }
  return made.trimmed();
}

// A third of the questions has no answer yet.
QByteArray posts() {
  QByteArray xml = "<posts>\n";
  for (int i = 1; i <= kQuestions; ++i)
    xml += "<row Id=\"" + QByteArray::number(i) + "\" PostTypeId=\"1\" CreationDate=\"2025-0" +
           QByteArray::number(1 + i % 9) + "-01T08:00:00.000\" Title=\"Hoe " + text(i, 6) + "?\" Body=\"&lt;p&gt;" +
           text(i, 25) + "&lt;/p&gt;\" Tags=\"&lt;onderwerp-" + QByteArray::number(i % kSubjects) + "&gt;\" />\n";
  for (int i = 1; i <= kAnswers; ++i)
    xml += "<row Id=\"" + QByteArray::number(kQuestions + i) + "\" PostTypeId=\"2\" ParentId=\"" +
           QByteArray::number(1 + i % (kQuestions * 2 / 3)) +
           "\" CreationDate=\"2025-10-01T08:00:00.000\" Body=\"&lt;p&gt;" + text(i, 25) + "&lt;/p&gt;\" />\n";
  return xml + "</posts>\n";
}

void burn(std::chrono::milliseconds long_) {
  const auto until = LoopWatchdog::cpuTime() + long_;
  while (LoopWatchdog::cpuTime() < until) {
  }
}

// What the window reads when something changed: its lists with the rows on screen, the counts, the open question.
class Window : public QObject {
 public:
  explicit Window(Engine& engine) : engine_(engine) {
    for (const auto list : {store::QuestionList::forYou, store::QuestionList::category, store::QuestionList::mine,
                            store::QuestionList::saved}) {
      auto* model = new QuestionListModel(engine.reader(), this);
      const auto filter =
          list == store::QuestionList::forYou ? store::QuestionFilter::open : store::QuestionFilter::all;
      model->setQuery({list, filter, store::QuestionSort::newest, {}});
      connect(model, &QuestionListModel::refreshed, this, [this, model] { show(*model); });
      lists_.append(model);
    }
    connect(&engine, &Engine::changed, this, &Window::renew);
    connect(&engine, &Engine::linkChanged, this, [this] { shown += engine_.link().syncPercent; });
  }

  QuestionListModel& list(int i) { return *lists_[i]; }
  int renewals = 0;
  qint64 shown = 0;

 private:
  void renew(const ChangeSet& changes) {
    ++renewals;
    shown += engine_.reader().counts().forYouOpen;
    for (auto* list : lists_) list->noticeChange(changes);
    if (changes.categories) shown += engine_.reader().categories().size();
    if (changes.settings || changes.outbox) shown += engine_.reader().settings().workFromMinutes;
    if (changes.outbox) shown += engine_.reader().outbox().size();
    if (open_.isNil() && lists_[1]->rowCount() > 0) open_ = lists_[1]->idAt(0);
    if (changes.manyQuestions || changes.questions.contains(open_))
      if (const auto question = engine_.reader().question(open_)) shown += question->answers.size();
  }
  void show(QuestionListModel& list) {
    const int rows = std::min(list.rowCount(), 20);
    for (int i = 0; i < rows; ++i) shown += list.index(i).data().toString().size();
    list.setLastVisible(rows - 1);
  }

  Engine& engine_;
  QVector<QuestionListModel*> lists_;
  QuestionId open_;
};

}  // namespace

class StallsTest : public QObject {
  Q_OBJECT

  ServerProcess server_;
  std::unique_ptr<Seat> anna_;
  std::unique_ptr<Window> window_;
  QVector<CategoryId> subjects_;

  static QByteArray told(const LoopWatchdog& dog) {
    return QByteArray::number(dog.stalls) + " of " + QByteArray::number(dog.turns) + " turns, the longest worked " +
           QByteArray::number(static_cast<double>(dog.longest.count()) / 1e6, 'f', 1) + " ms";
  }

 private Q_SLOTS:
  void initTestCase();
  void theWatchdogSeesAStall();
  void firstSync();
  void whilePeopleWrite();
  void cleanupTestCase() {
    window_.reset();
    anna_.reset();
  }
};

void StallsTest::initTestCase() {
  QFile file(server_.path("Posts.xml"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(posts());
  file.close();
  QByteArray printed;
  QCOMPARE(server_.run({"import", "stackexchange", file.fileName(), "--site", "werk.example.org"}, {}, &printed), 0);
  QVERIFY2(printed.contains("20010 records"), printed);
  QCOMPARE(server_.run({"category", "list"}, {}, &printed), 0);
  for (const auto& line : printed.trimmed().split('\n'))
    if (const auto id = CategoryId::parse(line.left(36).toStdString())) subjects_.append(*id);
  QVERIFY(subjects_.size() >= kSubjects);
  for (const char* name : {"anna@gemeente.example", "bram@gemeente.example"})
    QVERIFY(!server_.addUser(QLatin1String(name)).isEmpty());
  QVERIFY2(server_.start(), server_.errors());

  // Ticked on another computer before, so that everything belongs in the first list.
  Peer other;
  QVERIFY(other.greet(server_, server_.signIn(QStringLiteral("anna@gemeente.example"))));
  for (const auto& subject : subjects_) {
    const QString id = newId();
    other.command(id, "set_expertise", {{"category_id", QString::fromStdString(subject.text())}, {"on", true}});
    QCOMPARE(other.ack(id)["status"].toString(), QStringLiteral("applied"));
  }
}

// A proof that there is something to see: work counts, and waiting does not.
void StallsTest::theWatchdogSeesAStall() {
  LoopWatchdog dog(kStall);
  const auto run = [&](const std::function<void()>& work) {
    QEventLoop loop;
    QMetaObject::invokeMethod(
        &loop,
        [&] {
          dog.restart();
          work();
          QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    loop.exec();
    dog.settle();
  };
  run([] { burn(std::chrono::milliseconds(80)); });
  QCOMPARE(dog.stalls, 1);
  QVERIFY(dog.longest >= std::chrono::milliseconds(80));
  run([] { QThread::msleep(80); });
  QCOMPARE(dog.stalls, 0);
}

void StallsTest::firstSync() {
  anna_ = std::make_unique<Seat>(QStringLiteral("anna@gemeente.example"));
  window_ = std::make_unique<Window>(anna_->engine());
  LoopWatchdog dog(kStall);
  QVERIFY(anna_->signIn(server_));
  QVERIFY(anna_->isLive());
  QTRY_VERIFY_WITH_TIMEOUT(anna_->reader().freshness().historyComplete, kPatience);
  QCOMPARE(anna_->reader().freshness().questionsHere, kQuestions);
  QTRY_VERIFY(window_->list(0).rowCount() > 0);
  QVERIFY(window_->renewals > 1);
  dog.settle();
  QVERIFY(dog.turns > 10);
  QVERIFY2(dog.stalls == 0, told(dog));
  qInfo("%s", told(dog).constData());
}

void StallsTest::whilePeopleWrite() {
  Peer bram;
  QVERIFY(bram.greet(server_, server_.signIn(QStringLiteral("bram@gemeente.example"))));
  LoopWatchdog dog(kStall);
  const int before = window_->renewals;
  const auto forYou = anna_->reader().questionIds({}, 0, 200);
  QString last;
  for (int i = 0; i < 200; ++i) {
    const auto subject = QString::fromStdString(subjects_[i % subjects_.size()].text());
    const QString id = newId();
    last = newId();
    bram.command(id, "ask_question", questionBody(last, subject, QStringLiteral("Nieuwe vraag %1?").arg(i)));
    if (i % 10 == 0) anna_->engine().setSaved(forYou.at(i), QString::fromStdString(forYou.at(i).text()), true);
    // In bunches, as from people who were on the train.
    if (i % 40 != 39) continue;
    QSignalSpy refreshed(&window_->list(1), &QuestionListModel::refreshed);
    QCOMPARE(bram.ack(id)["status"].toString(), QStringLiteral("applied"));
    QTRY_VERIFY_WITH_TIMEOUT(!refreshed.isEmpty(), kPatience);
  }
  const auto newest = *QuestionId::parse(last.toStdString());
  QTRY_VERIFY_WITH_TIMEOUT(!anna_->reader().questionRows({newest}).isEmpty(), kPatience);
  QVERIFY(anna_->isLive());
  auto& saved = window_->list(3);
  QTRY_COMPARE_WITH_TIMEOUT(saved.rowCount() + saved.heldBack(), 20, kPatience);
  QVERIFY(window_->renewals >= before + 5);
  dog.settle();
  QVERIFY2(dog.stalls == 0, told(dog));
  qInfo("%s", told(dog).constData());
}

QTEST_GUILESS_MAIN(StallsTest)
#include "stalls_test.moc"

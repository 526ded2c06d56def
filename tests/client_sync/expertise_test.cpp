// What un-ticking and ticking an expertise does to what arrives, with a real client and a real server.
#include "tests/client_sync/seat.h"

using namespace vb;
using namespace vb::client;
using namespace vb::test;

class ExpertiseTest : public QObject {
  Q_OBJECT

  ServerProcess server_;
  CategoryId debts_;
  CategoryId youth_;
  std::unique_ptr<Seat> asker_;
  std::unique_ptr<Seat> expert_;

  QuestionId ask(const char* title, CategoryId category) {
    return asker_->engine().ask(QString::fromUtf8(title), QStringLiteral("Wie weet dit?"), {category}, false);
  }
  bool tick(CategoryId category, bool on) {
    expert_->engine().setExpertise(category, on);
    return expert_->flush() && expert_->isLive();
  }
  QVector<QuestionId> forYou() { return expert_->reader().questionIds({}, 0, 100); }

 private Q_SLOTS:
  void initTestCase();
  void untickingStopsWhatArrives();
};

void ExpertiseTest::initTestCase() {
  const auto added = [&](const char* name) { return *CategoryId::parse(server_.addCategory(name).toStdString()); };
  debts_ = added("Armoede en schulden");
  youth_ = added("Jeugd en gezin");
  for (const char* name : {"anna@gemeente.example", "bram@gemeente.example"})
    QVERIFY(!server_.addUser(QLatin1String(name)).isEmpty());
  QVERIFY2(server_.start(), server_.errors());
  asker_ = std::make_unique<Seat>(QStringLiteral("anna@gemeente.example"));
  expert_ = std::make_unique<Seat>(QStringLiteral("bram@gemeente.example"));
  for (const auto& seat : {asker_.get(), expert_.get()}) {
    QVERIFY(seat->signIn(server_));
    QVERIFY(seat->isLive());
  }
  UpdateSettings atAllHours;
  atAllHours.language = "nl";
  atAllHours.workFromMinutes = atAllHours.workUntilMinutes = 0;
  expert_->engine().updateSettings(atAllHours);
  QVERIFY(expert_->flush());
  QVERIFY(expert_->isLive());
}

void ExpertiseTest::untickingStopsWhatArrives() {
  QSignalSpy news(&expert_->engine(), &Engine::newQuestions);
  const auto told = [&](qsizetype i) { return news.at(i).first().value<NewQuestions>(); };
  QVERIFY(tick(debts_, true));
  QVERIFY(tick(youth_, true));
  const auto before = ask("Hoe lang duurt een schuldregeling?", debts_);
  QTRY_COMPARE_WITH_TIMEOUT(news.size(), 1, kPatience);
  QCOMPARE(told(0).newest, before);
  QCOMPARE(forYou(), QVector{before});
  QVERIFY(expert_->reader().questionRows({before}).first().routedToMe);

  QVERIFY(tick(debts_, false));
  QVERIFY(forYou().isEmpty());
  const auto meanwhile = ask("Wie vraagt de beslagvrije voet op?", debts_);
  // Asked after it, so that what the other would bring is here with it.
  const auto other = ask("Wat doet een jeugdregisseur?", youth_);
  QTRY_COMPARE_WITH_TIMEOUT(news.size(), 2, kPatience);
  QCOMPARE(told(1).newest, other);
  QCOMPARE(told(1).count, 1);
  QCOMPARE(forYou(), QVector{other});

  // An open question among the others, but it was never sent to this person, and is no news.
  QVERIFY(tick(debts_, true));
  QTRY_COMPARE_WITH_TIMEOUT(forYou().size(), 3, kPatience);
  QVERIFY(forYou().contains(meanwhile));
  QVERIFY(!expert_->reader().questionRows({meanwhile}).first().routedToMe);
  const auto after = ask("Wanneer volgt kwijtschelding?", debts_);
  QTRY_COMPARE_WITH_TIMEOUT(news.size(), 3, kPatience);
  QCOMPARE(told(2).newest, after);
  QCOMPARE(told(2).count, 1);
  QVERIFY(expert_->reader().questionRows({after}).first().routedToMe);
}

QTEST_GUILESS_MAIN(ExpertiseTest)
#include "expertise_test.moc"

// Contract of Storage: the same suite for every implementation and every way of running it.
#include <condition_variable>
#include <deque>
#include <mutex>

#include <QTemporaryDir>
#include <QTest>

#include "server/storage/sqlite/sqlite_storage.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::server::storage;

namespace {

const Scope kScope = Scope::category(CategoryId::named("contract"));
const Scope kOther = Scope::category(CategoryId::named("other"));

// The owner's thread: what is posted waits until the test takes it.
class Inbox {
 public:
  void post(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(work));
    arrived_.notify_one();
  }
  void takeOne() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return !waiting_.empty(); });
    auto work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work();
  }
  bool isEmpty() {
    const std::lock_guard lock(mutex_);
    return waiting_.empty();
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> waiting_;
};

}  // namespace

class StorageContractTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    inbox_ = std::make_unique<Inbox>();
    commits_.clear();
    open();
  }
  void cleanup() {
    storage_.reset();
    inbox_.reset();
  }

  void seqsFollowEachOtherPerScope_data() { waysOfRunning(); }
  void seqsFollowEachOtherPerScope() {  // S1
    std::vector<Seq> seqs;
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      seqs = {put(tables, kScope, "question", "a"), put(tables, kScope, "question", "b"),
              put(tables, kOther, "question", "c"), put(tables, kScope, "question", "a")};
      return {};
    }));
    QCOMPARE(seqs, (std::vector<Seq>{1, 2, 1, 3}));
    read([&](const Tables& tables) {
      QCOMPARE(tables.records().state(kScope).head, 3);
      QCOMPARE(tables.records().state(kOther).head, 1);
      QCOMPARE(tables.records().state(Scope::directory()).head, 0);
    });
  }

  void aFailedJobUndoesItselfAndNothingElse_data() { waysOfRunning(); }
  void aFailedJobUndoesItselfAndNothingElse() {  // S1, S3
    std::vector<Result<void>> answers(3);
    int answered = 0;
    const auto job = [](const char* id, bool fails) {
      return [id, fails](Tables& tables) -> Result<void> {
        put(tables, kScope, "question", id);
        if (fails) return fail(ErrorCode::forbidden);
        return {};
      };
    };
    for (int i = 0; i < 3; ++i)
      storage_->write(job(i == 0   ? "a"
                          : i == 1 ? "b"
                                   : "c",
                          i == 1),
                      [&, i](Result<void> done) {
                        answers[static_cast<std::size_t>(i)] = std::move(done);
                        ++answered;
                      });
    settle([&] { return answered == 3; });
    QVERIFY(answers[0].ok());
    QCOMPARE(answers[1].error().code, ErrorCode::forbidden);
    QVERIFY(answers[2].ok());
    read([&](const Tables& tables) {
      QVERIFY(!tables.records().find(kScope, "question", "b"));
      QCOMPARE(tables.records().find(kScope, "question", "c")->seq, 2);
      QCOMPARE(tables.records().state(kScope).head, 2);
    });
  }

  void aCommitTellsWhatItWrote_data() { waysOfRunning(); }
  void aCommitTellsWhatItWrote() {
    QVERIFY(write([](Tables& tables) -> Result<void> {
      put(tables, kScope, "question", "a");
      put(tables, kScope, "answer", "b");
      return {};
    }));
    QVERIFY(write([](Tables& tables) -> Result<void> {
      put(tables, kScope, "question", "a");
      put(tables, kOther, "question", "z");
      tables.records().remove(kScope, "answer", "b");
      put(tables, kScope, "question", "a");
      return {};
    }));
    QCOMPARE(commits_.size(), 2U);
    QCOMPARE(commits_[1].number, commits_[0].number + 1);
    const auto& writes = commits_[1].writes;
    QCOMPARE(writes.size(), 2U);
    QCOMPARE(writes[0].scope, kScope);
    QCOMPARE(writes[0].prev, 2);
    QCOMPARE(writes[0].to, 5);
    QCOMPARE(writes[0].records.size(), 2U);  // the first version of "a" is old already
    QCOMPARE(writes[0].records[0].id, std::string("b"));
    QVERIFY(writes[0].records[0].deleted);
    QCOMPARE(writes[0].records[1].seq, 5);
    QCOMPARE(writes[1].prev, 0);
  }

  void walksGiveTheNewestVersionsInOrder_data() { waysOfRunning(); }
  void walksGiveTheNewestVersionsInOrder() {
    QVERIFY(write([](Tables& tables) -> Result<void> {
      put(tables, kScope, "question", "q1");
      put(tables, kScope, "answer", "a1", "q1");
      put(tables, kScope, "comment", "c1", "q1");
      put(tables, kScope, "answer", "a2", "q2");
      put(tables, kScope, "question", "q1");
      tables.records().remove(kScope, "comment", "c1");
      return {};
    }));
    read([&](const Tables& tables) {
      const auto& records = tables.records();
      QCOMPARE(ids([&](const Records::Visit& visit) { records.after(kScope, 0, visit); }), "a1 a2 q1 c1!");
      QCOMPARE(ids([&](const Records::Visit& visit) { records.after(kScope, 4, visit); }), "q1 c1!");
      QCOMPARE(ids([&](const Records::Visit& visit) { records.before(kScope, 7, visit); }), "q1 a2 a1");
      QCOMPARE(ids([&](const Records::Visit& visit) { records.before(kScope, 4, visit); }), "a1");
      QCOMPARE(ids([&](const Records::Visit& visit) { records.about(kScope, "q1", visit); }), "a1");
      QCOMPARE(ids([&](const Records::Visit& visit) { records.ofKind(kScope, "answer", visit); }), "a1 a2");
      QCOMPARE(ids([&](const Records::Visit& visit) { records.after(kOther, 0, visit); }), "");
      QVERIFY(records.isUsed("comment", "c1"));
      QVERIFY(!records.isUsed("comment", "q1"));
      int seen = 0;
      records.after(kScope, 0, [&](const Record&) { return ++seen < 2; });
      QCOMPARE(seen, 2);
    });
  }

  void removingNothingWritesNothing_data() { waysOfRunning(); }
  void removingNothingWritesNothing() {  // F21
    QVERIFY(write([](Tables& tables) -> Result<void> {
      put(tables, kScope, "question", "a");
      tables.records().remove(kScope, "question", "a");
      return {};
    }));
    Seq again = -1;
    Seq never = -1;
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      again = tables.records().remove(kScope, "question", "a");
      never = tables.records().remove(kScope, "question", "b");
      return {};
    }));
    QCOMPARE(again, 0);
    QCOMPARE(never, 0);
    read([&](const Tables& tables) { QCOMPARE(tables.records().state(kScope).head, 2); });
  }

  void pruningRaisesTheFloor_data() { waysOfRunning(); }
  void pruningRaisesTheFloor() {  // F22
    QVERIFY(write([](Tables& tables) -> Result<void> {
      for (const char* id : {"a", "b", "c"}) put(tables, kScope, "question", id);
      tables.records().remove(kScope, "question", "a");
      return {};
    }));
    clock_.advance(std::chrono::hours(24));
    const auto moment = clock_.now();
    QVERIFY(write([](Tables& tables) -> Result<void> {
      tables.records().remove(kScope, "question", "b");
      return {};
    }));
    int pruned = 0;
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      pruned = tables.records().pruneTombstones(moment, 10);
      return {};
    }));
    QCOMPARE(pruned, 1);
    read([&](const Tables& tables) {
      QCOMPARE(tables.records().state(kScope).floor, 4);
      QCOMPARE(ids([&](const Records::Visit& visit) { tables.records().after(kScope, 0, visit); }), "c b!");
    });
  }

  void aReaderSeesOneMoment_data() { waysOfRunning(); }
  void aReaderSeesOneMoment() {
    QVERIFY(write([](Tables& tables) -> Result<void> {
      put(tables, kScope, "question", "a");
      return {};
    }));
    bool isDone = false;
    storage_->read(
        [&](const Tables& tables) {
          const auto before = tables.records().state(kScope).head;
          if (inThreads_) {
            // A whole commit happens while this reader looks.
            std::mutex mutex;
            std::condition_variable committed;
            bool isCommitted = false;
            {
              const std::lock_guard lock(commitMutex_);
              onNextCommit_ = [&] {
                const std::lock_guard inner(mutex);
                isCommitted = true;
                committed.notify_one();
              };
            }
            storage_->write(
                [](Tables& writing) -> Result<void> {
                  put(writing, kScope, "question", "b");
                  return {};
                },
                [](Result<void>) {});
            std::unique_lock lock(mutex);
            committed.wait(lock, [&] { return isCommitted; });
          }
          QCOMPARE(tables.records().state(kScope).head, before);
          QVERIFY(!tables.records().find(kScope, "question", "b"));
        },
        [&](Result<void> done) { isDone = done.ok(); });
    settle([&] { return isDone; });
  }

  void accountsAreUniqueByEmailWhateverItsCase_data() { waysOfRunning(); }
  void accountsAreUniqueByEmailWhateverItsCase() {
    const Account account{UserId::named("anna"), "anna@gemeente.example", "hash", false};
    bool first = false;
    bool second = true;
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      first = tables.accounts().insert(account);
      second = tables.accounts().insert({UserId::named("other"), "Anna@Gemeente.example", "hash", false});
      tables.accounts().setDisabled(account.user, true);
      return {};
    }));
    QVERIFY(first);
    QVERIFY(!second);
    read([&](const Tables& tables) {
      QCOMPARE(tables.accounts().findByEmail("ANNA@gemeente.example")->user, account.user);
      QVERIFY(tables.accounts().find(account.user)->disabled);
      QCOMPARE(tables.accounts().all().size(), 1U);
      // Bound, never part of the statement (A25).
      QVERIFY(!tables.accounts().findByEmail("x' OR '1'='1"));
      QVERIFY(!tables.accounts().findByEmail("%"));
    });
  }

  void tokensComeAndGo_data() { waysOfRunning(); }
  void tokensComeAndGo() {
    const auto user = UserId::named("anna");
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      tables.tokens().insert({"aa", user, "laptop", clock_.now(), clock_.now()});
      tables.tokens().insert({"bb", user, "", clock_.now(), clock_.now()});
      tables.tokens().remove("aa");
      tables.tokens().touch("bb", clock_.now() + std::chrono::hours(1));
      return {};
    }));
    read([&](const Tables& tables) {
      QVERIFY(!tables.tokens().find("aa"));
      QCOMPARE(tables.tokens().find("bb")->lastUsedAt, clock_.now() + std::chrono::hours(1));
      QCOMPARE(tables.tokens().of(user).size(), 1U);
    });
  }

  void expertsAreCountedOnce_data() { waysOfRunning(); }
  void expertsAreCountedOnce() {
    const auto debts = CategoryId::named("debts");
    const auto housing = CategoryId::named("housing");
    const auto anna = UserId::named("anna");
    const auto bram = UserId::named("bram");
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      tables.experts().put(debts, anna, Role::policy);
      tables.experts().put(debts, anna, Role::policy);
      tables.experts().put(housing, anna, Role::policy);
      tables.experts().put(debts, bram, Role::practitioner);
      tables.experts().remove(housing, bram);
      return {};
    }));
    read([&](const Tables& tables) {
      QCOMPARE(tables.experts().count({debts}, {}), 2);
      QCOMPARE(tables.experts().count({debts}, anna), 1);
      QCOMPARE(tables.experts().count({debts, housing}, {}), 2);
      QCOMPARE(tables.experts().count({housing}, bram), 1);
      QCOMPARE(tables.experts().countByRole({debts, housing}, {}).at(Role::policy), 1);
    });
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      tables.experts().removeAll(anna);
      tables.experts().setRole(bram, Role::researcher);
      return {};
    }));
    read([&](const Tables& tables) {
      QCOMPARE(tables.experts().count({debts}, {}), 1);
      QCOMPARE(tables.experts().count({housing}, {}), 0);
      QCOMPARE(tables.experts().countByRole({debts}, {}).at(Role::researcher), 1);
    });
  }

  void everythingIsThereAfterOpeningAgain_data() { waysOfRunning(); }
  void everythingIsThereAfterOpeningAgain() {
    const auto id = CommandId::named("c");
    QVERIFY(write([&](Tables& tables) -> Result<void> {
      put(tables, kScope, "question", "a");
      tables.commands().insert({id, UserId::named("anna"), std::string(32, '\x01'), "{}", tables.meta().commit});
      return {};
    }));
    const auto before = storage_->meta();
    storage_.reset();
    open();
    QCOMPARE(storage_->meta().serverId, before.serverId);
    QCOMPARE(storage_->meta().epoch, before.epoch);
    QCOMPARE(storage_->meta().commit, before.commit);
    read([&](const Tables& tables) {
      QCOMPARE(tables.records().find(kScope, "question", "a")->body, std::string("{}"));
      const auto command = tables.commands().find(id);
      QCOMPARE(command->payloadHash, std::string(32, '\x01'));
      QCOMPARE(command->commit, before.commit);
      QVERIFY(!tables.commands().find(CommandId::named("d")));
    });
  }

  void afterStoppingItTakesNoMore_data() { waysOfRunning(); }
  void afterStoppingItTakesNoMore() {
    bool isWritten = false;
    storage_->write(
        [](Tables& tables) -> Result<void> {
          put(tables, kScope, "question", "a");
          return {};
        },
        [&](Result<void> done) { isWritten = done.ok(); });
    storage_->stop();
    std::optional<ErrorCode> refused;
    storage_->write([](Tables&) -> Result<void> { return {}; },
                    [&](Result<void> done) { refused = done ? ErrorCode::unknown : done.error().code; });
    settle([&] { return refused.has_value(); });
    QVERIFY(isWritten);
    QCOMPARE(*refused, ErrorCode::unavailable);
  }

 private:
  static void waysOfRunning() {
    QTest::addColumn<int>("running");
    QTest::newRow("sqlite, threads") << static_cast<int>(Running::threads);
    QTest::newRow("sqlite, pumped") << static_cast<int>(Running::whenPumped);
    QTest::newRow("sqlite, inline") << static_cast<int>(Running::inlineNow);
  }

  static Seq put(Tables& tables, const Scope& scope, const char* kind, const char* id, const char* about = "") {
    return tables.records().put(scope, {kind, id, about, "{}"});
  }

  // "a b!" with a mark behind tombstones.
  static QString ids(const std::function<void(const Records::Visit&)>& walk) {
    QStringList list;
    walk([&](const Record& record) {
      list << QString::fromStdString(record.id) + (record.deleted ? QStringLiteral("!") : QString());
      return true;
    });
    return list.join(QLatin1Char(' '));
  }

  void open() {
    QFETCH(int, running);
    inThreads_ = static_cast<Running>(running) == Running::threads;
    StorageOptions options;
    options.file = std::filesystem::path(folder_->path().toStdString()) / "contract.db";
    options.clock = &clock_;
    options.random = &random_;
    options.running = static_cast<Running>(running);
    options.post = [this](std::function<void()> work) { inbox_->post(std::move(work)); };
    auto opened = openSqliteStorage(std::move(options));
    QVERIFY2(opened.ok(), opened ? "" : opened.error().detail.c_str());
    storage_ = std::move(*opened);
    storage_->onCommit([this](const Commit& commit) {
      std::function<void()> told;
      {
        const std::lock_guard lock(commitMutex_);
        commits_.push_back(commit);
        told = std::exchange(onNextCommit_, nullptr);
      }
      if (told) told();
    });
  }

  void settle(const std::function<bool()>& isSettled) {
    while (!isSettled()) {
      while (storage_->pump() > 0) {
      }
      inbox_->takeOne();
    }
  }
  bool write(Storage::WriteJob job) {
    std::optional<bool> isWritten;
    storage_->write(std::move(job), [&](Result<void> done) { isWritten = done.ok(); });
    settle([&] { return isWritten.has_value(); });
    return *isWritten;
  }
  void read(Storage::ReadJob job) {
    std::optional<bool> isRead;
    storage_->read(std::move(job), [&](Result<void> done) { isRead = done.ok(); });
    settle([&] { return isRead.has_value(); });
    QVERIFY(*isRead);
  }

  test::FakeClock clock_;
  test::FakeRandom random_{1};
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<Inbox> inbox_;
  bool inThreads_ = false;
  std::mutex commitMutex_;
  std::vector<Commit> commits_;
  std::function<void()> onNextCommit_;
  std::unique_ptr<Storage> storage_;
};

QTEST_APPLESS_MAIN(StorageContractTest)
#include "storage_contract_test.moc"

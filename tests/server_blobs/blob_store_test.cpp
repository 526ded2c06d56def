// BlobStore: contents come in piece by piece and survive a restart, are what their hash says, and go only when nobody
// stored them again.
#include "server/blobs/blob_store.h"

#include <condition_variable>
#include <csignal>
#include <deque>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include "server/blobs/content_copies.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::server::blobs;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours kDay{24};

std::string hashOf(const std::string& bytes) {
  return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string many(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size; ++at) bytes[at] = static_cast<char>('a' + at * at % 23);
  return bytes;
}

void writeFile(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

int permissionsOf(const fs::path& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 ? static_cast<int>(facts.st_mode & 0777U) : -1;
}

// As a full disk: nothing may grow beyond this.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit small = before_;
    small.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

class BlobStoreTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> disk_;
  test::FakeClock clock_;
  std::unique_ptr<BlobStore> store_;
  const UploadId upload_ = UploadId::named("upload");

  fs::path folder() const { return fs::path(disk_->path().toStdString()) / "documents"; }
  fs::path incoming(UploadId id) const { return folder() / "incoming" / id.text(); }
  fs::path content(const std::string& sha256) const { return folder() / "contents" / sha256.substr(0, 2) / sha256; }
  void open() {
    store_.reset();
    auto opened = openBlobStore({folder(), clock_, {}});
    if (!opened) qFatal("%s", opened.error().detail.c_str());
    store_ = std::move(*opened);
  }

  template <class T, class Start>
  static Result<T> answer(Start start) {
    std::optional<Result<T>> given;
    start([&](Result<T> result) { given.emplace(std::move(result)); });
    if (!given) qFatal("not answered");
    return *given;
  }
  Result<std::int64_t> append(std::int64_t offset, const std::string& bytes) {
    return answer<std::int64_t>([&](auto done) { store_->append(upload_, offset, bytes, done); });
  }
  Result<std::int64_t> sync() {
    return answer<std::int64_t>([&](auto done) { store_->sync(upload_, done); });
  }
  Result<StoredContent> finish(std::int64_t size) {
    return answer<StoredContent>([&](auto done) { store_->finish(upload_, size, done); });
  }
  Result<StoredContent> copyIn(const fs::path& file, std::int64_t max = 1 << 20) {
    return answer<StoredContent>([&](auto done) { store_->copyIn(file, max, done); });
  }
  Result<std::string> read(const std::string& sha256, std::int64_t offset, std::size_t max) {
    return answer<std::string>([&](auto done) { store_->read(sha256, offset, max, done); });
  }
  std::vector<std::string> unchanged() {
    auto all = answer<std::vector<std::string>>([&](auto done) { store_->unchangedSince(clock_.now() - kDay, done); });
    return all ? *all : std::vector<std::string>{"failed"};
  }
  std::int64_t remove(const std::vector<std::string>& hashes) {
    const auto gone = answer<std::int64_t>([&](auto done) { store_->remove(hashes, clock_.now() - kDay, done); });
    return gone ? *gone : -1;
  }
  std::string stored(const std::string& bytes) {
    if (!append(0, bytes)) return "not appended";
    const auto content = finish(static_cast<std::int64_t>(bytes.size()));
    return content ? content->sha256 : "not finished";
  }

 private Q_SLOTS:
  void init() {
    disk_ = std::make_unique<QTemporaryDir>();
    clock_ = test::FakeClock(createSystemClock()->now());  // files that are written carry the system's time
    open();
  }
  void cleanup() {
    store_.reset();
    disk_.reset();
  }

  void piecesBecomeTheContentOfTheirHash() {
    const auto bytes = many(3'000'000);
    QCOMPARE(*append(0, bytes.substr(0, 1'000'000)), 1'000'000);
    QCOMPARE(*append(1'000'000, bytes.substr(1'000'000)), 3'000'000);
    const auto content = finish(3'000'000);
    QVERIFY(content.ok());
    QCOMPARE(content->sha256, hashOf(bytes));
    QCOMPARE(content->size, std::int64_t(3'000'000));
    QVERIFY(!fs::exists(incoming(upload_)));
    QCOMPARE(*read(content->sha256, 0, bytes.size() + 10), bytes);
    QCOMPARE(*read(content->sha256, 2'999'990, 100), bytes.substr(2'999'990));
    QCOMPARE(*read(content->sha256, 1'500'000, 7), bytes.substr(1'500'000, 7));
    QCOMPARE(*read(content->sha256, 3'000'000, 7), std::string());
  }

  void anEmptyFileIsAContentToo() {
    QCOMPARE(*sync(), 0);
    const auto content = finish(0);
    QVERIFY(content.ok());
    QCOMPARE(content->sha256, hashOf(""));
    QCOMPARE(*read(content->sha256, 0, 10), std::string());
  }

  void itGoesOnAfterARestart() {
    QVERIFY(append(0, "eerste ").ok());
    QCOMPARE(*sync(), 7);
    open();
    QCOMPARE(*sync(), 7);
    QCOMPARE(*append(7, "tweede"), 13);
    const auto content = finish(13);
    open();
    QCOMPARE(*read(content->sha256, 0, 100), std::string("eerste tweede"));
  }

  void aRepeatedPieceReplacesWhatCameOfItBefore() {
    QVERIFY(append(0, "eerste ").ok());
    QVERIFY(append(7, "afgebro").ok());
    QCOMPARE(*append(7, "af"), 9);
    QCOMPARE(finish(9)->sha256, hashOf("eerste af"));
  }

  void aGapIsAConflict() {
    QVERIFY(append(0, "abc").ok());
    QCOMPARE(append(4, "e").error().code, ErrorCode::conflict);
    QCOMPARE(append(-1, "e").error().code, ErrorCode::conflict);
    QCOMPARE(*sync(), 3);
  }

  // Also a file that a crash left shorter than the records say.
  void onlyTheWholeBecomesAContent() {
    QVERIFY(append(0, "abcdef").ok());
    QCOMPARE(finish(7).error().code, ErrorCode::conflict);
    QCOMPARE(finish(5).error().code, ErrorCode::conflict);
    fs::resize_file(incoming(upload_), 4);
    QCOMPARE(finish(6).error().code, ErrorCode::conflict);
    QCOMPARE(append(6, "g").error().code, ErrorCode::conflict);
    QCOMPARE(*sync(), 4);
    QCOMPARE(*append(4, "ef"), 6);
    QCOMPARE(finish(6)->sha256, hashOf("abcdef"));
  }

  void aFullDiskIsSaidAndCostsNothing() {
    QVERIFY(append(0, many(4'000)).ok());
    {
      const SmallDisk full(5'000);
      QCOMPARE(append(4'000, many(4'000)).error().code, ErrorCode::diskFull);
      writeFile(disk_->filePath("klein").toStdString(), "klein");
    }
    QCOMPARE(*append(4'000, many(4'000)), 8'000);
    QCOMPARE(finish(8'000)->sha256, hashOf(many(4'000) + many(4'000)));
  }

  void aCopyThatDoesNotFitLeavesNothing() {
    const fs::path file = disk_->filePath("groot").toStdString();
    writeFile(file, many(9'000));
    {
      const SmallDisk full(5'000);
      QCOMPARE(copyIn(file).error().code, ErrorCode::diskFull);
    }
    QVERIFY(fs::is_empty(folder() / "incoming"));
    QCOMPARE(copyIn(file, 8'999).error().code, ErrorCode::tooLarge);
    QCOMPARE(copyIn(disk_->filePath("nergens").toStdString()).error().code, ErrorCode::notFound);
    QCOMPARE(copyIn(file)->sha256, hashOf(many(9'000)));
    QCOMPARE(*read(hashOf(many(9'000)), 0, 10'000), many(9'000));
    QVERIFY(fs::is_empty(folder() / "incoming"));
    QVERIFY(fs::exists(file));
  }

  void whatIsNoHashIsNoFile() {
    QVERIFY(append(0, "geheim").ok());
    for (const auto& name :
         {std::string("../incoming/") + upload_.text(), std::string(64, 'A'), std::string(), hashOf("elders")})
      QCOMPARE(read(name, 0, 10).error().code, ErrorCode::notFound);
  }

  void theOwnerAloneReadsIt() {
    const auto sha256 = stored("abc");
    QVERIFY(append(0, "def").ok());
    QCOMPARE(permissionsOf(content(sha256)), 0600);
    QCOMPARE(permissionsOf(incoming(upload_)), 0600);
    for (const auto& part : {folder(), folder() / "contents", folder() / "incoming", content(sha256).parent_path()})
      QCOMPARE(permissionsOf(part), 0700);
  }

  void aSweepNeverTakesWhatWasStoredAgain() {
    const auto old = stored("oud");
    const auto again = stored("opnieuw");
    const auto copied = stored("gekopieerd");
    QVERIFY(unchanged().empty());
    clock_.advance(kDay + std::chrono::hours(1));
    QCOMPARE(unchanged().size(), std::size_t(3));
    // Between looking and removing somebody brings two of them in again.
    const auto seen = unchanged();
    QCOMPARE(stored("opnieuw"), again);
    const fs::path file = disk_->filePath("bestand").toStdString();
    writeFile(file, "gekopieerd");
    QCOMPARE(copyIn(file)->sha256, copied);
    QCOMPARE(remove(seen), 1);
    QCOMPARE(read(old, 0, 10).error().code, ErrorCode::notFound);
    QCOMPARE(*read(again, 0, 10), std::string("opnieuw"));
    QCOMPARE(*read(copied, 0, 10), std::string("gekopieerd"));
    QVERIFY(unchanged().empty());
  }

  void filesOfUploadsThatNobodyKnowsGo() {
    const auto other = UploadId::named("other");
    QVERIFY(append(0, "abc").ok());
    QVERIFY(answer<std::int64_t>([&](auto done) { store_->append(other, 0, "def", done); }).ok());
    writeFile(folder() / "incoming" / ("copy-" + hashOf("x")), "half");
    const auto sweep = [&](const std::set<UploadId>& known) {
      const auto gone = answer<std::int64_t>([&](auto done) {
        store_->removeIncoming([known](UploadId id) { return known.contains(id); }, clock_.now() - kDay, done);
      });
      return gone ? *gone : -1;
    };
    QCOMPARE(sweep({}), 0);  // a moment old: its record may be on its way
    clock_.advance(kDay + std::chrono::hours(1));
    QCOMPARE(sweep({upload_}), 2);
    QVERIFY(fs::exists(incoming(upload_)));
    QVERIFY(!fs::exists(incoming(other)));
    QVERIFY(answer<void>([&](auto done) { store_->discard(upload_, done); }).ok());
    QVERIFY(answer<void>([&](auto done) { store_->discard(upload_, done); }).ok());
    QVERIFY(!fs::exists(incoming(upload_)));
  }

  void aBackupHoldsWhatItWasAskedFor() {
    const auto one = stored("een");
    const auto two = stored("twee");
    stored("drie");
    const fs::path there = disk_->filePath("backup").toStdString();
    const auto gone = hashOf("nergens");
    const auto none = copyContents(folder(), there, {}, clock_);
    QVERIFY(none.ok() && none->copied == 0 && !fs::exists(there));
    const auto copied = copyContents(folder(), there, {one, two, gone, "../x"}, clock_);
    QVERIFY(copied.ok());
    QCOMPARE(copied->copied, std::int64_t(2));
    QCOMPARE(copied->missing, (std::vector<std::string>{gone, "../x"}));
    QCOMPARE(copyContents(folder(), there, {one}, clock_)->copied, std::int64_t(0));
    // The copy is a store of its own, and outlives the first.
    store_.reset();
    fs::remove_all(folder());
    QCOMPARE(copyContents(there, folder(), {one, two}, clock_)->copied, std::int64_t(2));
    open();
    QCOMPARE(*read(one, 0, 10), std::string("een"));
    QCOMPARE(*read(two, 0, 10), std::string("twee"));
    QCOMPARE(read(hashOf("drie"), 0, 10).error().code, ErrorCode::notFound);
  }

  // To another disk it is copied, and looked at while it is.
  void aDamagedContentIsNotCopied() {
    const fs::path there = QString("/dev/shm/vb-blobs-%1").arg(QCoreApplication::applicationPid()).toStdString();
    const auto good = stored("goed");
    const auto bad = stored("slecht");
    writeFile(content(bad), "anders");
    const auto copied = copyContents(folder(), there, {good, bad}, clock_);
    const bool isOtherDisk = copied && copied->missing.size() == 1;
    const bool isThere = fs::exists(there / "contents" / good.substr(0, 2) / good);
    const bool isClean = fs::is_empty(there / "incoming");
    fs::remove_all(there);
    QVERIFY(copied.ok() && isThere && isClean);
    if (!isOtherDisk) QSKIP("/dev/shm is on the disk of temporary files");
    QCOMPARE(copied->missing.front(), bad);
  }

  // On its own thread: in order, answered on the owner's, and nothing is lost at the end.
  void itsThreadWorksInOrderAndFinishes() {
    std::mutex mutex;
    std::deque<std::function<void()>> posted;
    std::condition_variable arrived;
    auto opened = openBlobStore({folder(), clock_, [&](std::function<void()> work) {
                                   const std::lock_guard lock(mutex);
                                   posted.push_back(std::move(work));
                                   arrived.notify_one();
                                 }});
    QVERIFY(opened.ok());
    std::vector<std::int64_t> sizes;
    std::string whole;
    for (int piece = 0; piece < 50; ++piece) {
      const auto bytes = many(static_cast<std::size_t>(100 + piece));
      (*opened)->append(upload_, static_cast<std::int64_t>(whole.size()), bytes,
                        [&](Result<std::int64_t> size) { sizes.push_back(size ? *size : -1); });
      whole += bytes;
    }
    std::string sha256;
    (*opened)->finish(upload_, static_cast<std::int64_t>(whole.size()),
                      [&](Result<StoredContent> content) { sha256 = content ? content->sha256 : "failed"; });
    opened->reset();
    QVERIFY(sizes.empty());  // nothing is answered on another thread
    for (const auto& work : posted) work();
    QCOMPARE(sizes.size(), std::size_t(50));
    QVERIFY(std::is_sorted(sizes.begin(), sizes.end()) && sizes.front() == 100);
    QCOMPARE(sha256, hashOf(whole));
  }

  void aPlaceThatCannotBeWrittenIsSaid() {
    writeFile(disk_->filePath("file").toStdString(), "x");
    const auto opened = openBlobStore({fs::path(disk_->filePath("file").toStdString()) / "documents", clock_, {}});
    QCOMPARE(opened.error().code, ErrorCode::ioFailed);
  }
};

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "blob_store_test.moc"

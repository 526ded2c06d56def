// Contract of the tables that look up across channels: contents, and codes and due dates of channels.
#include <QTemporaryDir>
#include <QTest>

#include "server/storage/sqlite/sqlite_storage.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::server::storage;

namespace {
const ChannelId kHere = ChannelId::named("here");
const ChannelId kThere = ChannelId::named("there");
const UserId kAnna = UserId::named("anna");
const std::string kHash(64, 'a');
const std::string kOtherHash(64, 'b');

Timestamp at(int milliseconds) { return Timestamp(Milliseconds(milliseconds)); }

Upload uploadOf(const char* name, ChannelId channel, std::int64_t size, Timestamp when) {
  Upload upload;
  upload.id = UploadId::named(name);
  upload.user = kAnna;
  upload.channel = channel;
  upload.topic = TopicId::named("topic");
  upload.size = size;
  upload.createdAt = upload.changedAt = when;
  return upload;
}
}  // namespace

class ContentsContractTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> folder_;
  test::FakeClock clock_;
  test::FakeRandom random_{1};
  std::unique_ptr<Storage> storage_;

  void open() {
    storage_.reset();
    StorageOptions options;
    options.file = folder_->filePath("server.db").toStdString();
    options.clock = &clock_;
    options.random = &random_;
    options.running = Running::inlineNow;
    options.syncToDisk = false;
    auto opened = openSqliteStorage(std::move(options));
    if (!opened) qFatal("%s", opened.error().detail.c_str());
    storage_ = std::move(*opened);
  }
  void write(const std::function<void(Tables&)>& job) {
    bool isDone = false;
    storage_->write(
        [&](Tables& tables) -> Result<void> {
          job(tables);
          return {};
        },
        [&](Result<void> done) { isDone = done.ok(); });
    QVERIFY(isDone);
  }
  void read(const std::function<void(const Tables&)>& job) {
    bool isDone = false;
    storage_->read(job, [&](Result<void> done) { isDone = done.ok(); });
    QVERIFY(isDone);
  }

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    open();
  }
  void cleanup() {
    storage_.reset();
    folder_.reset();
  }

  void anUploadGrowsAndIsUsedUp() {
    const auto upload = uploadOf("u", kHere, 10, at(100));
    write([&](Tables& tables) {
      tables.contents().insertUpload(upload);
      tables.contents().setReceived(upload.id, 4, at(200));
    });
    open();
    read([&](const Tables& tables) {
      const auto found = tables.contents().findUpload(upload.id);
      QVERIFY(found.has_value());
      QCOMPARE(found->user, kAnna);
      QCOMPARE(found->channel, kHere);
      QCOMPARE(found->topic, upload.topic);
      QCOMPARE(found->size, std::int64_t(10));
      QCOMPARE(found->received, std::int64_t(4));
      QVERIFY(found->sha256.empty());
      QCOMPARE(found->createdAt, at(100));
      QCOMPARE(found->changedAt, at(200));
      QVERIFY(!tables.contents().isUsed(""));  // an unfinished one uses no content
      QVERIFY(!tables.contents().findUpload(UploadId::named("other")).has_value());
    });
    write([&](Tables& tables) { tables.contents().setComplete(upload.id, kHash, at(300)); });
    read([&](const Tables& tables) {
      const auto found = tables.contents().findUpload(upload.id);
      QCOMPARE(found->received, std::int64_t(10));
      QCOMPARE(found->sha256, kHash);
      QCOMPARE(found->changedAt, at(300));
      QVERIFY(tables.contents().isUsed(kHash));
    });
    write([&](Tables& tables) { tables.contents().removeUpload(upload.id); });
    read([&](const Tables& tables) {
      QVERIFY(!tables.contents().findUpload(upload.id).has_value());
      QVERIFY(!tables.contents().isUsed(kHash));
    });
  }

  void uploadsAreCountedPerUserAndChannel() {
    write([&](Tables& tables) {
      tables.contents().insertUpload(uploadOf("a", kHere, 10, at(1)));
      tables.contents().insertUpload(uploadOf("b", kHere, 5, at(2)));
      tables.contents().insertUpload(uploadOf("c", kThere, 7, at(3)));
    });
    read([&](const Tables& tables) {
      QCOMPARE(tables.contents().uploadsOf(kAnna), 3);
      QCOMPARE(tables.contents().uploadsOf(UserId::named("bert")), 0);
      QCOMPARE(tables.contents().bytesComing(kHere), std::int64_t(15));
      QCOMPARE(tables.contents().bytesComing(ChannelId::named("no")), std::int64_t(0));
      const std::vector<UploadId> oldest{UploadId::named("a")};
      const std::vector<UploadId> both{UploadId::named("a"), UploadId::named("b")};
      QCOMPARE(tables.contents().staleUploads(at(3), 10), both);
      QCOMPARE(tables.contents().staleUploads(at(3), 1), oldest);
      QVERIFY(tables.contents().staleUploads(at(1), 10).empty());
    });
  }

  void aContentIsUsedByEveryVersionThatHasIt() {
    const VersionContent first{VersionId::named("1"), kHere, DocumentId::named("d"), kHash, 10};
    const VersionContent second{VersionId::named("2"), kThere, DocumentId::named("e"), kHash, 10};
    const VersionContent third{VersionId::named("3"), kHere, DocumentId::named("d"), kOtherHash, 3};
    write([&](Tables& tables) {
      for (const auto& one : {first, second, third}) tables.contents().insertVersion(one);
    });
    open();
    read([&](const Tables& tables) {
      const auto found = tables.contents().findVersion(first.version);
      QVERIFY(found.has_value());
      QCOMPARE(found->channel, kHere);
      QCOMPARE(found->document, first.document);
      QCOMPARE(found->sha256, kHash);
      QCOMPARE(found->size, std::int64_t(10));
      QCOMPARE(tables.contents().usedBytes(kHere), std::int64_t(13));
      QCOMPARE(tables.contents().usedBytes(kThere), std::int64_t(10));
    });
    write([&](Tables& tables) { tables.contents().removeVersion(first.version); });
    read([&](const Tables& tables) {
      QVERIFY(tables.contents().isUsed(kHash));
      QVERIFY(!tables.contents().findVersion(first.version).has_value());
      QCOMPARE(tables.contents().usedBytes(kHere), std::int64_t(3));
    });
    write([&](Tables& tables) { tables.contents().removeVersion(second.version); });
    read([&](const Tables& tables) { QVERIFY(!tables.contents().isUsed(kHash)); });
  }

  void binsAreDueInTheirOrder() {
    const BinnedDocument first{kHere, DocumentId::named("1")};
    const BinnedDocument second{kHere, DocumentId::named("2")};
    write([&](Tables& tables) {
      tables.contents().setBinned(second, at(20));
      tables.contents().setBinned(first, at(30));
      tables.contents().setBinned(first, at(10));  // the newest date counts
    });
    read([&](const Tables& tables) {
      QVERIFY(tables.contents().dueBinned(at(9), 10).empty());
      const auto due = tables.contents().dueBinned(at(20), 10);
      QCOMPARE(due.size(), std::size_t(2));
      QCOMPARE(due.front().document, first.document);
      QCOMPARE(due.front().channel, kHere);
      QCOMPARE(tables.contents().dueBinned(at(20), 1).size(), std::size_t(1));
    });
    write([&](Tables& tables) { tables.contents().removeBinned(first.document); });
    read([&](const Tables& tables) {
      QCOMPARE(tables.contents().dueBinned(at(99), 10).front().document, second.document);
    });
  }

  void aChannelTakesWhatIsItsOwn() {
    write([&](Tables& tables) {
      for (const auto channel : {kHere, kThere}) {
        auto& contents = tables.contents();
        contents.insertUpload(uploadOf(channel.text().c_str(), channel, 10, at(1)));
        contents.insertVersion({VersionId::named(channel.text()), channel, DocumentId::named("d"), kHash, 10});
        contents.setBinned({channel, DocumentId::named(channel.text())}, at(1));
      }
      tables.contents().removeChannel(kHere);
    });
    read([&](const Tables& tables) {
      QCOMPARE(tables.contents().uploadsOf(kAnna), 1);
      QCOMPARE(tables.contents().usedBytes(kHere), std::int64_t(0));
      QCOMPARE(tables.contents().usedBytes(kThere), std::int64_t(10));
      const auto due = tables.contents().dueBinned(at(1), 10);
      QCOMPARE(due.size(), std::size_t(1));
      QCOMPARE(due.front().channel, kThere);
    });
  }

  void codesAndDueCasesGoWithTheirChannel() {
    const auto invitation = InvitationId::named("i");
    write([&](Tables& tables) {
      auto& channels = tables.channels();
      channels.insert(kHere);
      channels.insert(kThere);
      QVERIFY(channels.insertCode({kHash, kHere, invitation, at(50)}));
      QVERIFY(!channels.insertCode({kHash, kThere, invitation, at(60)}));
      QVERIFY(channels.insertCode({kOtherHash, kThere, InvitationId::named("j"), at(60)}));
      channels.setCaseDue({kHere, TopicId::named("1")}, at(10));
      channels.setCaseDue({kThere, TopicId::named("2")}, at(20));
    });
    open();
    read([&](const Tables& tables) {
      QCOMPARE(tables.channels().all().size(), std::size_t(2));
      QCOMPARE(tables.channels().findCode(kHash)->channel, kHere);
      QCOMPARE(tables.channels().findCode(kHash)->expiresAt, at(50));
      QCOMPARE(tables.channels().dueCases(at(10), 10).size(), std::size_t(1));
      QCOMPARE(tables.channels().dueCases(at(20), 10).size(), std::size_t(2));
    });
    write([&](Tables& tables) { tables.channels().remove(kHere); });
    read([&](const Tables& tables) {
      QCOMPARE(tables.channels().all(), std::vector<ChannelId>{kThere});
      QVERIFY(!tables.channels().findCode(kHash).has_value());
      QVERIFY(tables.channels().findCode(kOtherHash).has_value());
      QCOMPARE(tables.channels().dueCases(at(20), 10).front().topic, TopicId::named("2"));
    });
    write([&](Tables& tables) {
      tables.channels().removeCode(InvitationId::named("j"));
      tables.channels().removeCase(TopicId::named("2"));
    });
    read([&](const Tables& tables) {
      QVERIFY(!tables.channels().findCode(kOtherHash).has_value());
      QVERIFY(tables.channels().dueCases(at(99), 10).empty());
    });
  }
};

QTEST_GUILESS_MAIN(ContentsContractTest)
#include "contents_contract_test.moc"

// Folders, documents and versions: who may do what, and that no record is without its content.
#include <QTest>

#include "shared/base/limits.h"
#include "tests/server_core/document_world.h"

using namespace vb;
using namespace vb::test;

class DocumentsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<DocumentWorld> world_;
  UserId user(const char* name) { return world_->people.at(name).user; }

 private Q_SLOTS:
  void init() { world_ = std::make_unique<DocumentWorld>(); }
  void cleanup() { world_.reset(); }

  void aDocumentIsMadeOfAnUploadWhichItUsesUp() {
    const auto upload = world_->upload("lid", "Afspraken");
    auto command = world_->adding(upload);
    command.remark = "Eerste versie";
    QVERIFY(world_->apply("lid", command));
    const auto document = world_->document(command.documentId);
    QCOMPARE(document->name, std::string("Convenant.md"));
    QCOMPARE(document->currentVersionId, command.versionId);
    QCOMPARE(document->createdBy, user("lid"));
    const auto version = world_->version(command.versionId);
    QCOMPARE(version->documentId, command.documentId);
    QCOMPARE(version->number, 1);
    QCOMPARE(version->size, std::int64_t(9));
    QCOMPARE(version->remark, std::string("Eerste versie"));
    QVERIFY(!version->concurrent);
    QVERIFY(world_->isStored(version->sha256));
    QVERIFY(world_->hasContent(command.versionId));
    QVERIFY(!world_->hasUpload(upload));
    QCOMPARE(world_->usedBytes(), std::int64_t(9));
    QCOMPARE(world_->answer("lid", world_->adding(upload)), QByteArray("not_found upload_id"));
    auto again = world_->adding(world_->upload("lid", "Anders"));
    again.documentId = command.documentId;
    QCOMPARE(world_->answer("lid", again), QByteArray("id_reused document_id"));
    again = world_->adding(again.uploadId);
    again.versionId = command.versionId;
    QCOMPARE(world_->answer("lid", again), QByteArray("id_reused version_id"));
    QVERIFY(world_->hasUpload(again.uploadId));
  }

  void anUploadIsOfOneUserAndOnePlace() {
    const auto topic = world_->startTopic("lid");
    const auto other = world_->startTopic("lid");
    const auto refused = QByteArray("not_found upload_id");
    const auto ofMo = world_->upload("mo", "Van mij");
    QCOMPARE(world_->answer("lid", world_->adding(ofMo)), refused);
    QCOMPARE(world_->answer("olga", world_->adding(ofMo)), refused);
    QCOMPARE(world_->answer("lid", world_->adding(world_->upload("lid", "a", {}, ChannelId::named("elders")))),
             refused);
    QCOMPARE(world_->answer("lid", world_->adding(world_->begin("lid", "half"))), refused);
    QCOMPARE(world_->answer("lid", world_->adding(UploadId::named("nowhere"))), refused);
    const auto attached = world_->upload("lid", "Bij het gesprek", topic);
    QCOMPARE(world_->answer("lid", world_->adding(attached)), refused);
    QCOMPARE(world_->answer("lid", world_->adding(attached, "x.md", other)), refused);
    QVERIFY(world_->apply("lid", world_->adding(attached, "x.md", topic)));
    QVERIFY(world_->hasUpload(ofMo));
    QVERIFY(world_->apply("mo", world_->adding(ofMo)));
  }

  void membersAddAndChangeAndOthersDoNot() {
    const auto topic = world_->startTopic("lid");
    world_->invite("mo", "gast", ChannelRole::guest, {topic});
    const auto made = world_->add("lid", "Afspraken");
    const auto folder = world_->addFolder("lid", "Werkafspraken");
    const auto tryAll = [&](const char* name) {
      std::vector<QByteArray> all;
      all.push_back(world_->answer(name, world_->adding(world_->upload(name, "x"))));
      all.push_back(
          world_->answer(name, world_->versionOf(made.documentId, made.versionId, world_->upload(name, "y"))));
      auto rename = world_->trash(made.documentId, false);
      rename.name = std::string(name) + ".md";
      all.push_back(world_->answer(name, rename));
      const auto id = FolderId::v7(world_->core.clock, world_->core.random);
      all.push_back(world_->answer(name, AddFolder{world_->channel, id, {}, name}));
      all.push_back(world_->answer(name, ChangeFolder{world_->channel, folder, 0, name, {}}));
      all.push_back(world_->answer(name, RemoveFolder{world_->channel, id}));
      return all;
    };
    for (const char* name : {"olga", "mo", "lid"}) QCOMPARE(tryAll(name), std::vector<QByteArray>(6, "applied"));
    QCOMPARE(tryAll("gast"), std::vector<QByteArray>(6, "forbidden channel_id"));
    QCOMPARE(tryAll("ver"), std::vector<QByteArray>(6, "not_found channel_id"));
    // Into the topic that he reads, a guest attaches nothing either.
    QCOMPARE(world_->answer("gast", world_->adding(world_->upload("gast", "z", topic), "z.md", topic)),
             QByteArray("forbidden channel_id"));
    QCOMPARE(world_->document(made.documentId)->name, std::string("lid.md"));
  }

  void whoseLeaseEndedAddsNothing() {
    Lease lease;
    lease.endsAt = world_->core.clock.now() + std::chrono::hours(24 * 100);
    world_ = std::make_unique<DocumentWorld>(lease);
    const auto upload = world_->upload("lid", "Afspraken");
    world_->core.clock.jump(*lease.endsAt - world_->core.clock.now());
    QCOMPARE(world_->answer("lid", AddFolder{world_->channel, FolderId::named("f"), {}, "Map"}),
             QByteArray("forbidden lease"));
    QCOMPARE(world_->answer("lid", world_->adding(upload)), QByteArray("forbidden lease"));
  }

  void whatIsRentedIsTheMost() {
    Lease lease;
    lease.quotaBytes = 20;
    world_ = std::make_unique<DocumentWorld>(lease);
    const auto made = world_->add("lid", "twaalf bytes");
    const auto second = world_->upload("lid", "negen....");
    QCOMPARE(world_->answer("lid", world_->adding(second)), QByteArray("forbidden quota"));
    QCOMPARE(world_->answer("lid", world_->versionOf(made.documentId, made.versionId, second)),
             QByteArray("forbidden quota"));
    QCOMPARE(world_->answer("lid", world_->versionOf(made.documentId, made.versionId, {}, made.versionId)),
             QByteArray("forbidden quota"));
    QVERIFY(world_->hasUpload(second));
    QVERIFY(world_->apply("lid", world_->adding(world_->upload("lid", "acht...."))));
    QCOMPARE(world_->usedBytes(), std::int64_t(20));
    // The operator gives more: what is used stays known.
    lease.quotaBytes = 29;
    bool isSet = false;
    world_->core.write([&](storage::Tables& tables) {
      isSet = services::setLease(tables, world_->channel, lease, world_->core.clock.now()).ok();
    });
    QVERIFY(isSet);
    QCOMPARE(world_->usedBytes(), std::int64_t(20));
    QVERIFY(world_->apply("lid", world_->adding(second)));
    QCOMPARE(world_->usedBytes(), std::int64_t(29));
  }

  void twoVersionsAtOnceAreBothKept() {
    const auto made = world_->add("lid", "Een");
    const auto first = world_->versionOf(made.documentId, made.versionId, world_->upload("mo", "Twee van Mo"));
    const auto second = world_->versionOf(made.documentId, made.versionId, world_->upload("lid", "Twee van mij"));
    QVERIFY(world_->apply("mo", first));
    QVERIFY(world_->apply("lid", second));
    QVERIFY(!world_->version(first.versionId)->concurrent);
    QVERIFY(world_->version(second.versionId)->concurrent);
    QCOMPARE(world_->version(first.versionId)->number, 2);
    QCOMPARE(world_->version(second.versionId)->number, 3);
    QCOMPARE(world_->version(second.versionId)->baseVersionId, made.versionId);
    QCOMPARE(world_->document(made.documentId)->currentVersionId, second.versionId);
    QVERIFY(world_->isStored(world_->version(first.versionId)->sha256));
    const auto third = world_->versionOf(made.documentId, second.versionId, world_->upload("mo", "Drie"));
    QVERIFY(world_->apply("mo", third));
    QVERIFY(!world_->version(third.versionId)->concurrent);
    const auto other = world_->add("lid", "Een ander");
    QCOMPARE(world_->answer("lid", world_->versionOf(made.documentId, other.versionId, world_->upload("lid", "x"))),
             QByteArray("not_found base_version_id"));
    QCOMPARE(
        world_->answer("lid", world_->versionOf(DocumentId::named("no"), made.versionId, world_->upload("lid", "x"))),
        QByteArray("not_found document_id"));
  }

  void anOlderVersionIsRestoredAsANewOne() {
    const auto made = world_->add("lid", "Goed");
    const auto worse = world_->versionOf(made.documentId, made.versionId, world_->upload("mo", "Slechter"));
    QVERIFY(world_->apply("mo", worse));
    const auto other = world_->add("lid", "Een ander");
    QCOMPARE(world_->answer("lid", world_->versionOf(made.documentId, worse.versionId, {}, other.versionId)),
             QByteArray("not_found copy_of"));
    const auto restored = world_->versionOf(made.documentId, worse.versionId, {}, made.versionId);
    QVERIFY(world_->apply("lid", restored));
    const auto version = world_->version(restored.versionId);
    QCOMPARE(version->number, 3);
    QCOMPARE(version->restoredFromId, made.versionId);
    QCOMPARE(version->sha256, world_->version(made.versionId)->sha256);
    QVERIFY(!version->concurrent);
    QVERIFY(world_->version(worse.versionId).has_value());
  }

  // Knowing the id of a version elsewhere gives nothing.
  void aCopyIsOfThisChannel() {
    const auto made = world_->add("lid", "Afspraken");
    auto copy = world_->adding({}, "Kopie.md");
    copy.copyOf = made.versionId;
    QVERIFY(world_->apply("mo", copy));
    QCOMPARE(world_->version(copy.versionId)->sha256, world_->version(made.versionId)->sha256);
    world_->core.write([&](storage::Tables& tables) {
      tables.contents().insertVersion({VersionId::named("elders"), ChannelId::named("elders"),
                                       DocumentId::named("elders"), std::string(64, 'a'), 1});
    });
    auto stolen = world_->adding({}, "Gestolen.md");
    stolen.copyOf = VersionId::named("elders");
    QCOMPARE(world_->answer("mo", stolen), QByteArray("not_found copy_of"));
  }

  void foldersStandInEachOtherAndNeverInACircle() {
    const auto outer = world_->addFolder("lid", "Buiten");
    const auto inner = world_->addFolder("mo", "Binnen", outer);
    const auto deepest = world_->addFolder("lid", "Binnenste", inner);
    const auto move = [&](FolderId what, FolderId where) {
      return world_->answer("lid", ChangeFolder{world_->channel, what, 0, {}, where});
    };
    QCOMPARE(move(outer, deepest), QByteArray("bad_field parent_id"));
    QCOMPARE(move(outer, outer), QByteArray("bad_field parent_id"));
    QCOMPARE(move(inner, FolderId::named("no")), QByteArray("not_found parent_id"));
    QCOMPARE(move(FolderId::named("no"), outer), QByteArray("not_found folder_id"));
    QCOMPARE(move(deepest, outer), QByteArray("applied"));
    QCOMPARE(move(inner, deepest), QByteArray("applied"));
    QCOMPARE(world_->folder(inner)->parentId, deepest);
    QCOMPARE(move(inner, {}), QByteArray("applied"));
    QVERIFY(world_->folder(inner)->parentId.isNil());
    QVERIFY(world_->apply("mo", ChangeFolder{world_->channel, inner, 0, "Anders", {}}));
    QCOMPARE(world_->folder(inner)->name, std::string("Anders"));
    const AddFolder lost{world_->channel, FolderId::named("l"), FolderId::named("no"), "x"};
    QCOMPARE(world_->answer("lid", lost), QByteArray("not_found parent_id"));
    const AddFolder again{world_->channel, inner, {}, "x"};
    QCOMPARE(world_->answer("lid", again), QByteArray("id_reused folder_id"));
  }

  void foldersEndAtTheirDepth() {
    std::vector<FolderId> chain{{}};
    for (int depth = 1; depth <= limits::kFolderDepthMax; ++depth)
      chain.push_back(world_->addFolder("lid", "Map " + std::to_string(depth), chain.back()));
    const AddFolder tooDeep{world_->channel, FolderId::named("deep"), chain.back(), "Te diep"};
    QCOMPARE(world_->answer("lid", tooDeep), QByteArray("bad_field depth"));
    const auto top = world_->addFolder("lid", "Boven");
    QCOMPARE(world_->answer("lid", ChangeFolder{world_->channel, chain[1], 0, {}, top}), QByteArray("bad_field depth"));
    QCOMPARE(world_->answer("lid", ChangeFolder{world_->channel, chain[2], 0, {}, top}), QByteArray("applied"));
  }

  void onlyAnEmptyFolderGoes() {
    const auto outer = world_->addFolder("lid", "Buiten");
    const auto inner = world_->addFolder("lid", "Binnen", outer);
    const auto made = world_->add("lid", "Afspraken");
    ChangeDocument move;
    move.channelId = world_->channel;
    move.documentId = made.documentId;
    move.folderId = inner;
    QVERIFY(world_->apply("mo", move));
    const auto remove = [&](FolderId id) { return world_->answer("mo", RemoveFolder{world_->channel, id}); };
    QCOMPARE(remove(outer), QByteArray("forbidden not_empty"));
    QCOMPARE(remove(inner), QByteArray("forbidden not_empty"));
    QVERIFY(world_->apply("lid", world_->trash(made.documentId, true)));
    QCOMPARE(remove(inner), QByteArray("applied"));
    QVERIFY(!world_->folder(inner).has_value());
    QCOMPARE(world_->document(made.documentId)->folderId, outer);  // put back, it stands where the folder stood
    QCOMPARE(remove(inner), QByteArray("not_found folder_id"));
    // A folder that went meanwhile costs nobody his document.
    auto late = world_->adding(world_->upload("lid", "Te laat"));
    late.folderId = inner;
    QVERIFY(world_->apply("lid", late));
    QVERIFY(world_->document(late.documentId)->folderId.isNil());
    QCOMPARE(world_->answer("mo", move), QByteArray("not_found folder_id"));
  }

  void theLastRenameWins() {
    const auto made = world_->add("lid", "Afspraken");
    ChangeDocument rename;
    rename.channelId = world_->channel;
    rename.documentId = made.documentId;
    rename.baseSeq = world_->seqOf(world_->scope, kinds::kDocument, made.documentId.text());
    for (const char* name : {"mo", "lid"}) {
      rename.name = std::string("Naam van ") + name;
      QVERIFY(world_->apply(name, rename));
    }
    QCOMPARE(world_->document(made.documentId)->name, std::string("Naam van lid"));
    const auto seq = world_->seqOf(world_->scope, kinds::kDocument, made.documentId.text());
    QVERIFY(world_->apply("lid", rename));  // nothing new: nothing is written
    QCOMPARE(world_->seqOf(world_->scope, kinds::kDocument, made.documentId.text()), seq);
  }

  void theBinGivesBackUntilItIsEmptied() {
    const auto made = world_->add("lid", "Afspraken");
    const auto kept = world_->add("lid", "Blijft");
    QVERIFY(world_->apply("mo", world_->trash(made.documentId, true)));
    QVERIFY(world_->apply("mo", world_->trash(kept.documentId, true)));
    QCOMPARE(world_->document(made.documentId)->trashedBy, user("mo"));
    QVERIFY(world_->apply("lid", world_->trash(kept.documentId, false)));
    QVERIFY(!world_->document(kept.documentId)->trashedAt.has_value());
    world_->core.clock.advance(std::chrono::hours(24 * 30) - Milliseconds(1));
    QCOMPARE(world_->emptyBins(), 0);
    world_->core.clock.advance(Milliseconds(1));
    QCOMPARE(world_->emptyBins(), 1);
    QVERIFY(!world_->document(made.documentId).has_value());
    QVERIFY(!world_->version(made.versionId).has_value());
    QVERIFY(!world_->hasContent(made.versionId));
    QVERIFY(world_->document(kept.documentId).has_value());
    QCOMPARE(world_->usedBytes(), std::int64_t(6));
    QCOMPARE(world_->answer("lid", world_->trash(made.documentId, false)), QByteArray("not_found document_id"));
    QCOMPARE(world_->emptyBins(), 0);
  }

  void aNewVersionTakesItOutOfTheBin() {
    const auto made = world_->add("lid", "Afspraken");
    QVERIFY(world_->apply("mo", world_->trash(made.documentId, true)));
    QVERIFY(world_->apply("lid", world_->versionOf(made.documentId, made.versionId, world_->upload("lid", "Nieuw"))));
    QVERIFY(!world_->document(made.documentId)->trashedAt.has_value());
    world_->core.clock.advance(std::chrono::hours(24 * 31));
    QCOMPARE(world_->emptyBins(), 0);
    QVERIFY(world_->document(made.documentId).has_value());
  }

  void anAttachmentIsReadByTheTopicsGuestsAndGoesWithIt() {
    const auto topic = world_->startTopic("lid");
    world_->invite("mo", "gast", ChannelRole::guest, {topic});
    const auto inChannel = world_->add("lid", "Niet voor gasten", "Binnen.md");
    const auto made = world_->add("lid", "Wel voor gasten", "Bijlage.md", topic);
    const auto there = Scope::discussion(topic);
    QVERIFY(world_->core.record(there, kinds::kDocument, made.documentId.text()).has_value());
    QVERIFY(world_->core.record(there, kinds::kVersion, made.versionId.text()).has_value());
    QVERIFY(!world_->core.record(there, kinds::kDocument, inChannel.documentId.text()).has_value());
    auto moved = world_->trash(made.documentId, false);
    moved.folderId = world_->addFolder("lid", "Map");
    QCOMPARE(world_->answer("lid", moved), QByteArray("bad_field folder_id"));
    QVERIFY(world_->apply("mo", SetTopicState{world_->channel, topic, {}, true}));
    QCOMPARE(world_->answer("lid", world_->adding(world_->upload("lid", "x", topic), "x.md", topic)),
             QByteArray("forbidden closed"));
    const auto used = world_->usedBytes();
    WritePost post{world_->channel, topic, PostId::named("p"), "Zie de bijlage", {}, {made.documentId}, {}, false};
    QVERIFY(world_->apply("mo", SetTopicState{world_->channel, topic, {}, false}));
    QVERIFY(world_->apply("lid", post));
    QVERIFY(world_->apply("lid", DeleteInChannel{world_->channel, topic, kinds::kPost, post.postId.text(),
                                                 world_->seqOf(world_->scope, kinds::kPost, post.postId.text())}));
    QVERIFY(!world_->core.record(there, kinds::kDocument, made.documentId.text()).has_value());
    QVERIFY(!world_->hasContent(made.versionId));
    QCOMPARE(world_->usedBytes(), used - std::int64_t(15));
  }

  void anErasedCaseTakesItsContentsAlong() {
    const auto id = world_->startCase("lid");
    const auto made = world_->add("lid", "Weg ermee", "Verslag.md", id);
    world_->core.clock.advance(std::chrono::hours(24 * 91));
    services::eraseDueCases(*world_->core.store, world_->core.clock.now(), [](Result<int>) {});
    world_->core.settle();
    QVERIFY(!world_->document(made.documentId).has_value());
    QVERIFY(!world_->hasContent(made.versionId));
    QCOMPARE(world_->usedBytes(), std::int64_t(0));
  }

  void aDeletedChannelLeavesNothing() {
    const auto made = world_->add("lid", "Afspraken");
    const auto waiting = world_->upload("lid", "Onderweg");
    const auto now = world_->core.clock.now();
    const auto from = now + std::chrono::hours(24 * 31);
    bool isGone = false;
    world_->core.write([&](storage::Tables& tables) {
      isGone = services::noticeDeletion(tables, world_->channel, from, now).ok() &&
               services::deleteChannel(tables, world_->channel, from).ok();
    });
    QVERIFY(isGone);
    QVERIFY(!world_->hasContent(made.versionId));
    QVERIFY(!world_->hasUpload(waiting));
  }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"

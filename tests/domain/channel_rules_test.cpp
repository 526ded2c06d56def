// The rules of channels: what a command may contain, and the one table of rights.
#include <set>

#include <QTest>

#include "shared/base/limits.h"
#include "shared/domain/channel_rights.h"
#include "shared/domain/validate.h"

using namespace vb;

namespace {

const ChannelId kChannel = ChannelId::named("channel");
const TopicId kTopic = TopicId::named("topic");

template <class Command>
std::string verdict(const Command& command) {
  const auto checked = validate(command);
  return checked ? "" : std::string(errorName(checked.error().code)) + " " + checked.error().detail;
}

InviteToChannel goodInvitation() {
  InviteToChannel invitation;
  invitation.channelId = kChannel;
  invitation.invitationId = InvitationId::named("invitation");
  invitation.userId = UserId::named("mark");
  return invitation;
}

StartTopic goodCase() {
  StartTopic topic;
  topic.channelId = kChannel;
  topic.topicId = kTopic;
  topic.kind = TopicKind::caseDiscussion;
  topic.title = "Gezin met huurachterstand";
  topic.caseParts = CaseParts{"Er is een achterstand.", "", "Wat kan nog?", ""};
  return topic;
}

AddDocument goodDocument(const std::string& name) {
  AddDocument document;
  document.channelId = kChannel;
  document.documentId = DocumentId::named("document");
  document.versionId = VersionId::named("version");
  document.name = name;
  document.uploadId = UploadId::named("upload");
  return document;
}

}  // namespace

class ChannelRulesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anInvitationIsOfAPersonOrAnAddress() {
    QCOMPARE(verdict(goodInvitation()), std::string());
    auto both = goodInvitation();
    both.email = "mark@example.org";
    QCOMPARE(verdict(both), std::string("bad_field email"));
    auto address = goodInvitation();
    address.userId = {};
    address.email = "mark@example.org";
    QCOMPARE(verdict(address), std::string("bad_field code_hash"));
    address.codeHash = std::string(64, 'a');
    QCOMPARE(verdict(address), std::string());
    address.codeHash[3] = 'G';
    QCOMPARE(verdict(address), std::string("bad_field code_hash"));
    auto neither = goodInvitation();
    neither.userId = {};
    QCOMPARE(verdict(neither), std::string("bad_field email"));
  }

  void aGuestIsInvitedToTopicsAndNobodyElseIs() {
    auto guest = goodInvitation();
    guest.role = ChannelRole::guest;
    QCOMPARE(verdict(guest), std::string("bad_field topic_ids"));
    guest.topicIds = {kTopic};
    QCOMPARE(verdict(guest), std::string());
    guest.topicIds = {kTopic, kTopic};
    QCOMPARE(verdict(guest), std::string("bad_field topic_ids"));
    auto member = goodInvitation();
    member.topicIds = {kTopic};
    QCOMPARE(verdict(member), std::string("bad_field topic_ids"));
    member.topicIds.clear();
    member.role = ChannelRole::none;
    QCOMPARE(verdict(member), std::string("bad_field role"));
  }

  void aCaseHasItsPartsAndADiscussionHasNone() {
    QCOMPARE(verdict(goodCase()), std::string());
    auto empty = goodCase();
    empty.caseParts->situation.clear();
    QCOMPARE(verdict(empty), std::string("bad_field situation"));
    auto without = goodCase();
    without.caseParts.reset();
    QCOMPARE(verdict(without), std::string("bad_field case_parts"));
    auto discussion = goodCase();
    discussion.kind = TopicKind::discussion;
    QCOMPARE(verdict(discussion), std::string("bad_field case_parts"));
  }

  void aNameIsNoPath() {
    for (const std::string name : {"Notulen oktober.docx", "..hidden", "a.b.c", "Één.pdf"})
      QCOMPARE(verdict(goodDocument(name)), std::string());
    for (const std::string name : {"", " ", ".", "..", "a/b", "..\\x", "twee\nregels", "om\u202eexe.pdf", "tab\there"})
      QCOMPARE(verdict(goodDocument(name)), std::string("bad_field name"));
    QCOMPARE(verdict(goodDocument(std::string(1, '\0') + "x")), std::string("bad_field name"));
    QCOMPARE(verdict(goodDocument(std::string(255, 'a'))), std::string());
    QCOMPARE(verdict(goodDocument(std::string(256, 'a'))), std::string("too_large name"));
  }

  void aContentComesFromOnePlace() {
    auto document = goodDocument("x.txt");
    document.copyOf = VersionId::named("other");
    QCOMPARE(verdict(document), std::string("bad_field upload_id"));
    document.uploadId = {};
    QCOMPARE(verdict(document), std::string());
    document.copyOf = {};
    QCOMPARE(verdict(document), std::string("bad_field upload_id"));
  }

  void aPostWithADocumentNeedsNoText() {
    WritePost post;
    post.channelId = kChannel;
    post.topicId = kTopic;
    post.postId = PostId::named("post");
    QCOMPARE(verdict(post), std::string("bad_field body"));
    post.documentIds = {DocumentId::named("document")};
    QCOMPARE(verdict(post), std::string());
    post.documentIds.assign(limits::kAttachmentsMax + 1, DocumentId::named("document"));
    QCOMPARE(verdict(post), std::string("too_large document_ids"));
  }

  void theTableNamesEveryActionOnce() {
    std::set<ChannelAction> named;
    for (const auto& right : channelRights()) QVERIFY(named.insert(right.action).second);
    QCOMPARE(named.size(), static_cast<std::size_t>(ChannelAction::leave) + 1);
  }

  void whoHasMoreRightsHasTheOthersToo() {
    for (const auto& right : channelRights()) {
      QVERIFY(!right.guest || right.member);
      QVERIFY(!right.member || right.moderator);
      QVERIFY(!right.moderator || right.owner);
      QVERIFY(!may(ChannelRole::none, right.action));
      QCOMPARE(may(ChannelRole::guest, right.action), right.guest);
      QCOMPARE(may(ChannelRole::member, right.action), right.member);
      QCOMPARE(may(ChannelRole::moderator, right.action), right.moderator);
      QCOMPARE(may(ChannelRole::owner, right.action), right.owner);
    }
    QVERIFY(!may(ChannelRole::guest, ChannelAction::readDocuments));
    QVERIFY(!may(ChannelRole::member, ChannelAction::invite));
    QVERIFY(!may(ChannelRole::moderator, ChannelAction::handOver));
  }

  void afterTheLeaseNothingIsWritten() {
    const Timestamp end{Milliseconds(1'000)};
    Channel channel;
    QVERIFY(may(ChannelRole::member, ChannelAction::writePost, channel, end));
    channel.leaseEndsAt = end;
    QVERIFY(may(ChannelRole::member, ChannelAction::writePost, channel, end - Milliseconds(1)));
    QVERIFY(!may(ChannelRole::owner, ChannelAction::writePost, channel, end));
    QVERIFY(may(ChannelRole::member, ChannelAction::leave, channel, end));
    QVERIFY(may(ChannelRole::owner, ChannelAction::exportChannel, channel, end));
    QVERIFY(may(ChannelRole::member, ChannelAction::readDocuments, channel, end));
  }

  void nobodyActsOnThoseAbove() {
    QVERIFY(mayActOn(ChannelRole::owner, ChannelRole::owner));
    QVERIFY(mayActOn(ChannelRole::moderator, ChannelRole::member));
    QVERIFY(!mayActOn(ChannelRole::moderator, ChannelRole::moderator));
    QVERIFY(!mayActOn(ChannelRole::moderator, ChannelRole::owner));
    QVERIFY(!mayActOn(ChannelRole::member, ChannelRole::guest));
  }

  void aCommandReadsAsItWasWritten() {
    const CommandBody command = goodCase();
    const auto again = parseCommand("start_topic", commandJson(command));
    QVERIFY(again.ok());
    QVERIFY(std::get<StartTopic>(*again).caseParts.has_value());
    QCOMPARE(std::get<StartTopic>(*again).caseParts->question, std::string("Wat kan nog?"));
    QCOMPARE(commandJson(*again), commandJson(command));
  }

  void scopesOfAChannel() {
    QCOMPARE(Scope::parse(Scope::channel(kChannel).text())->kind(), ScopeKind::channel);
    QCOMPARE(Scope::parse(Scope::desk(kChannel).text())->kind(), ScopeKind::desk);
    QCOMPARE(Scope::parse(Scope::discussion(kTopic).text())->kind(), ScopeKind::discussion);
  }
};

QTEST_APPLESS_MAIN(ChannelRulesTest)
#include "channel_rules_test.moc"

// Who comes into a channel, who goes out, who may read what, and what is told when access ends.
#include <QTest>

#include "server/services/access.h"
#include "tests/server_core/channel_world.h"

using namespace vb;
using namespace vb::test;

class ChannelMembersTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ChannelWorld> world_;
  void begin(ChannelAccess access, Lease lease = {}) { world_ = std::make_unique<ChannelWorld>(access, lease); }
  std::optional<Membership> membership(const char* name) {
    return world_->body<Membership>(Scope::user(world_->people.at(name).user), kinds::kMembership,
                                    world_->channel.text());
  }
  UserId user(const char* name) { return world_->people.at(name).user; }

 private Q_SLOTS:
  void init() { begin(ChannelAccess::closed); }
  void cleanup() { world_.reset(); }

  void theScopesAreReadByThoseWhoAreInIt() {  // A9
    const auto topic = world_->startTopic("lid");
    world_->invite("mo", "gast", ChannelRole::guest, {topic});
    const Scope discussion = Scope::discussion(topic);
    QVERIFY(world_->reads("olga", world_->scope) && world_->reads("olga", world_->desk));
    QVERIFY(world_->reads("mo", world_->scope) && world_->reads("mo", world_->desk));
    QVERIFY(world_->reads("lid", world_->scope) && !world_->reads("lid", world_->desk));
    QVERIFY(!world_->reads("gast", world_->scope) && !world_->reads("gast", world_->desk));
    QVERIFY(world_->reads("gast", discussion));
    QVERIFY(!world_->reads("ver", world_->scope) && !world_->reads("ver", discussion));
    // The same as for a channel that is not there.
    const auto hidden = *as<protocol::Failed>(world_->core.open(world_->people.at("ver"), world_->scope.text()));
    const auto absent = *as<protocol::Failed>(
        world_->core.open(world_->people.at("ver"), Scope::channel(ChannelId::named("nowhere")).text()));
    QCOMPARE(hidden.code, absent.code);
    QCOMPARE(hidden.detail, absent.detail);
    QCOMPARE(world_->answer("ver", WritePost{world_->channel, topic, PostId::named("p"), "Hallo", {}, {}, {}, false}),
             QByteArray("not_found channel_id"));
  }

  void oneJoinsAnOpenChannelAtOnce() {
    begin(ChannelAccess::open);
    const auto ack = world_->tell("ver", JoinChannel{world_->channel, ""});
    QCOMPARE(ack.status, protocol::AckStatus::applied);
    QVERIFY(world_->reads("ver", world_->scope));
    QCOMPARE(membership("ver")->state, MembershipState::joined);
    QCOMPARE(membership("ver")->role, ChannelRole::member);
    // Once more changes nothing.
    QVERIFY(world_->tell("ver", JoinChannel{world_->channel, ""}).effects.empty());
  }

  void oneAsksToJoinAndSomebodyDecides() {
    begin(ChannelAccess::onRequest);
    QVERIFY(world_->apply("ver", JoinChannel{world_->channel, "Ik werk in Hoogezand"}));
    QCOMPARE(membership("ver")->state, MembershipState::requested);
    QVERIFY(!world_->reads("ver", world_->scope));
    QCOMPARE(world_->body<JoinRequest>(world_->desk, kinds::kJoinRequest, user("ver").text())->message,
             std::string("Ik werk in Hoogezand"));
    QCOMPARE(world_->answer("lid", AnswerJoinRequest{world_->channel, user("ver"), true}),
             QByteArray("forbidden channel_id"));
    QVERIFY(world_->apply("mo", AnswerJoinRequest{world_->channel, user("ver"), true}));
    QVERIFY(world_->reads("ver", world_->scope));
    QVERIFY(!world_->core.record(world_->desk, kinds::kJoinRequest, user("ver").text()));
    QVERIFY(world_->apply("gast", JoinChannel{world_->channel, ""}));
    QVERIFY(world_->apply("mo", AnswerJoinRequest{world_->channel, user("gast"), false}));
    QVERIFY(!membership("gast") && !world_->reads("gast", world_->scope));
  }

  void aClosedChannelIsNotThereForOthers() {
    QCOMPARE(world_->answer("ver", JoinChannel{world_->channel, ""}), QByteArray("not_found channel_id"));
    QVERIFY(!world_->core.record(Scope::directory(), kinds::kChannelListing, world_->channel.text()));
  }

  void anInvitationIsAcceptedDeclinedWithdrawn() {
    InviteToChannel invite{world_->channel, InvitationId::named("i1"), user("ver"), "", "", ChannelRole::member, {}};
    QCOMPARE(world_->answer("lid", invite), QByteArray("forbidden channel_id"));
    QVERIFY(world_->apply("mo", invite));
    QCOMPARE(membership("ver")->state, MembershipState::invited);
    QCOMPARE(membership("ver")->invitedBy, user("mo"));
    QVERIFY(!world_->reads("ver", world_->scope));
    QVERIFY(world_->apply("ver", AnswerInvitation{world_->channel, false}));
    QVERIFY(!membership("ver"));
    QCOMPARE(world_->answer("ver", AnswerInvitation{world_->channel, true}), QByteArray("not_found channel_id"));
    invite.invitationId = InvitationId::named("i2");
    QVERIFY(world_->apply("mo", invite));
    QVERIFY(world_->apply("mo", WithdrawInvitation{world_->channel, invite.invitationId}));
    QVERIFY(!membership("ver"));
    QCOMPARE(world_->answer("ver", AnswerInvitation{world_->channel, true}), QByteArray("not_found channel_id"));
    // Only an owner makes moderators.
    invite.invitationId = InvitationId::named("i3");
    invite.role = ChannelRole::moderator;
    QCOMPARE(world_->answer("mo", invite), QByteArray("forbidden channel_id"));
    QVERIFY(world_->apply("olga", invite));
    QVERIFY(world_->apply("ver", AnswerInvitation{world_->channel, true}));
    QVERIFY(world_->reads("ver", world_->desk));
  }

  void aCodeWorksOnceForTheAccountOfItsAddress() {
    const std::string code = "K7PM-22QX-9RTD-41VB";
    InviteToChannel invite;
    invite.channelId = world_->channel;
    invite.invitationId = InvitationId::named("code");
    invite.email = "Ver@gemeente.example";
    invite.codeHash = server::services::tokenHash(code);
    QVERIFY(world_->apply("mo", invite));
    QVERIFY(!world_->wholeText("mo", world_->desk).contains(invite.codeHash.c_str()));
    QCOMPARE(world_->answer("ver", RedeemInvitation{"K7PM-22QX-9RTD-0000"}), QByteArray("not_found code"));
    QCOMPARE(world_->answer("gast", RedeemInvitation{code}), QByteArray("not_found code"));
    QVERIFY(world_->apply("ver", RedeemInvitation{code}));
    QVERIFY(world_->reads("ver", world_->scope));
    QVERIFY(!world_->core.record(world_->desk, kinds::kInvitation, invite.invitationId.text()));
    QVERIFY(world_->apply("ver", LeaveChannel{world_->channel}));
    QCOMPARE(world_->answer("ver", RedeemInvitation{code}), QByteArray("not_found code"));
    // Nor after its time.
    invite.invitationId = InvitationId::named("late");
    invite.codeHash = server::services::tokenHash("another code");
    QVERIFY(world_->apply("mo", invite));
    world_->core.clock.advance(std::chrono::hours(24 * 31));
    QCOMPARE(world_->answer("ver", RedeemInvitation{"another code"}), QByteArray("not_found code"));
  }

  void whoIsRemovedReadsNothingFromThatMomentOn() {  // F29
    world_->core.lost.clear();
    world_->core.published.clear();
    QCOMPARE(world_->answer("lid", RemoveMember{world_->channel, user("mo")}), QByteArray("forbidden channel_id"));
    QCOMPARE(world_->answer("mo", RemoveMember{world_->channel, user("olga")}), QByteArray("forbidden channel_id"));
    QVERIFY(world_->apply("mo", RemoveMember{world_->channel, user("lid")}));
    QVERIFY(!world_->reads("lid", world_->scope));
    QVERIFY(!membership("lid"));
    const auto isLost = [&](const bus::AccessEnded& one) {
      return one.user == user("lid") && one.scope == world_->scope;
    };
    QVERIFY(std::any_of(world_->core.lost.begin(), world_->core.lost.end(), isLost));
    // His own record is the one that tells him.
    const auto told = [&](const bus::Published& one) { return one.scope == Scope::user(user("lid")); };
    QVERIFY(std::any_of(world_->core.published.begin(), world_->core.published.end(), told));
  }

  void whoBecomesLessLosesTheDesk() {
    world_->core.lost.clear();
    QVERIFY(world_->apply("olga", SetMemberRole{world_->channel, user("mo"), ChannelRole::member, {}}));
    QVERIFY(world_->reads("mo", world_->scope) && !world_->reads("mo", world_->desk));
    QCOMPARE(world_->core.lost.size(), std::size_t(1));
    QCOMPARE(world_->core.lost.front().scope, world_->desk);
  }

  void aChannelAlwaysHasAnOwner() {
    QCOMPARE(world_->answer("olga", LeaveChannel{world_->channel}), QByteArray("forbidden last_owner"));
    QCOMPARE(world_->answer("olga", SetMemberRole{world_->channel, user("olga"), ChannelRole::member, {}}),
             QByteArray("forbidden last_owner"));
    QCOMPARE(world_->answer("olga", RemoveMember{world_->channel, user("olga")}), QByteArray("forbidden last_owner"));
    QCOMPARE(world_->answer("mo", HandOverChannel{world_->channel, user("lid")}), QByteArray("forbidden channel_id"));
    QVERIFY(world_->apply("olga", HandOverChannel{world_->channel, user("lid")}));
    QCOMPARE(membership("lid")->role, ChannelRole::owner);
    QCOMPARE(membership("olga")->role, ChannelRole::moderator);
    QVERIFY(world_->apply("olga", LeaveChannel{world_->channel}));
    QVERIFY(!world_->reads("olga", world_->scope));
  }

  void aGuestHasHisTopicsAndNothingElse() {
    const auto his = world_->startTopic("lid", "Voor de gast");
    const auto other = world_->startTopic("lid", "Niet voor de gast");
    world_->writePost("lid", his, "Van voor zijn komst");
    world_->invite("mo", "gast", ChannelRole::guest, {his});
    const Scope discussion = Scope::discussion(his);
    auto seen = world_->wholeText("gast", discussion);
    QVERIFY(seen.contains("Voor de gast") && seen.contains("Van voor zijn komst"));
    QVERIFY(!seen.contains("Werkafspraken"));  // the description is for members
    world_->writePost("gast", his, "Van de gast");
    QVERIFY(world_->wholeText("lid", world_->scope).contains("Van de gast"));
    world_->writePost("lid", his, "Van na zijn komst");
    QVERIFY(world_->wholeText("gast", discussion).contains("Van na zijn komst"));
    QVERIFY(!world_->reads("gast", Scope::discussion(other)));
    QCOMPARE(world_->answer("gast", WritePost{world_->channel, other, PostId::named("x"), "Ik ook", {}, {}, {}, false}),
             QByteArray("not_found topic_id"));
    StartTopic start;
    start.channelId = world_->channel;
    start.topicId = TopicId::named("eigen");
    start.title = "Een eigen onderwerp";
    QCOMPARE(world_->answer("gast", start), QByteArray("forbidden channel_id"));
    world_->core.lost.clear();
    QVERIFY(world_->apply("mo", RemoveMember{world_->channel, user("gast")}));
    QVERIFY(!world_->reads("gast", discussion));
    const auto isLost = [&](const bus::AccessEnded& one) { return one.scope == discussion; };
    QVERIFY(std::any_of(world_->core.lost.begin(), world_->core.lost.end(), isLost));
  }

  void seatsAreWhatTheLeaseHas() {
    Lease lease;
    lease.seats = 3;
    begin(ChannelAccess::open, lease);
    QCOMPARE(world_->answer("ver", JoinChannel{world_->channel, ""}), QByteArray("forbidden seats"));
    const auto topic = world_->startTopic("lid");
    world_->invite("mo", "gast", ChannelRole::guest, {topic});  // guests take no seat
    QVERIFY(world_->apply("lid", LeaveChannel{world_->channel}));
    QVERIFY(world_->apply("ver", JoinChannel{world_->channel, ""}));
  }

  void afterTheLeaseOneReadsAndLeavesButWritesNothing() {
    Lease lease;
    lease.endsAt = FakeClock().now() + std::chrono::hours(48);
    begin(ChannelAccess::closed, lease);
    const auto topic = world_->startTopic("lid");
    world_->core.clock.advance(std::chrono::hours(49));
    QCOMPARE(world_->answer("lid", WritePost{world_->channel, topic, PostId::named("p"), "Te laat", {}, {}, {}, false}),
             QByteArray("forbidden lease"));
    QVERIFY(world_->reads("lid", world_->scope));
    QVERIFY(world_->apply("lid", LeaveChannel{world_->channel}));
  }

  void theOwnerChangesTheChannelOnWhatHeSaw() {
    UpdateChannel change;
    change.channelId = world_->channel;
    change.baseSeq = world_->seqOf(world_->scope, kinds::kChannel, world_->channel.text());
    change.access = ChannelAccess::open;
    QCOMPARE(world_->answer("mo", change), QByteArray("forbidden channel_id"));
    QVERIFY(world_->apply("olga", change));
    QCOMPARE(world_->body<ChannelListing>(Scope::directory(), kinds::kChannelListing, world_->channel.text())->name,
             std::string("Schuldhulp Noord"));
    QCOMPARE(world_->tell("olga", change).status, protocol::AckStatus::conflict);
  }

  void itIsDeletedOnlyAfterItsNotice() {
    const auto run = [&](auto job) {
      Result<void> ran = fail(ErrorCode::internal);
      world_->core.write([&](storage::Tables& tables) { ran = job(tables, world_->core.clock.now()); });
      return ran.ok() ? std::string("done") : ran.error().detail;
    };
    const auto remove = [&](storage::Tables& tables, Timestamp now) {
      return services::deleteChannel(tables, world_->channel, now);
    };
    QCOMPARE(run(remove), std::string("notice"));
    const auto notice = [&](int days) {
      return [this, days](storage::Tables& tables, Timestamp now) {
        return services::noticeDeletion(tables, world_->channel, now + std::chrono::hours(24 * days), now);
      };
    };
    QCOMPARE(run(notice(3)), std::string("date"));
    QCOMPARE(run(notice(40)), std::string("done"));
    QCOMPARE(run(remove), std::string("notice"));
    QVERIFY(world_->body<Channel>(world_->scope, kinds::kChannel, world_->channel.text())->deletedFrom.has_value());
    world_->core.clock.advance(std::chrono::hours(24 * 41));
    QCOMPARE(run(remove), std::string("done"));
    QVERIFY(!world_->reads("olga", world_->scope) && !membership("olga") && !membership("lid"));
  }
};

QTEST_APPLESS_MAIN(ChannelMembersTest)
#include "channel_members_test.moc"

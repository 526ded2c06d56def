// Routing and reach: who is counted, once, at commit; and that small groups cannot be computed.
#include "server/services/routing.h"

#include <QTest>

#include "shared/base/limits.h"
#include "tests/server_core/core_fixture.h"

using namespace vb;
using namespace vb::test;
using services::hideSmallGroups;

class RoutingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aQuestionTellsWhomItReached() {
    CoreFixture core;
    const auto wonen = core.addCategory("Wonen");
    const auto jeugd = core.addCategory("Jeugd");
    const auto asker = core.addUser("asker");
    const auto both = core.addUser("both");
    const auto one = core.addUser("one");
    for (const auto& who : {asker, both, one}) core.execute(who, SetExpertise{wonen, true});
    core.execute(both, SetExpertise{jeugd, true});
    const auto routed = [&](std::vector<CategoryId> categories) {
      const AskQuestion ask{QuestionId::v7(core.clock, core.random), "Wie kent dit?", "", std::move(categories), false};
      const auto ack = core.execute(asker, ask);
      const auto stored =
          core.record(Scope::category(ask.categoryIds.front()), kinds::kQuestion, ask.questionId.text());
      const auto told = fromJsonText<Question>(stored->body)->routedTo;
      return told == ack.routedTo ? told : -1;
    };
    QCOMPARE(routed({wonen}), 2);
    QCOMPARE(routed({jeugd}), 1);
    QCOMPARE(routed({wonen, jeugd}), 2);
    core.execute(one, SetExpertise{wonen, false});
    QCOMPARE(routed({wonen, jeugd}), 1);
    core.accounts->setDisabled(both.user, true, [](auto done) { QVERIFY(done.ok()); });
    QCOMPARE(routed({wonen, jeugd}), 0);
    core.accounts->setDisabled(both.user, false, [](auto done) { QVERIFY(done.ok()); });
    QCOMPARE(routed({wonen, jeugd}), 1);
  }

  void tickingRemembersWhereTheLogStood() {
    CoreFixture core;
    const auto wonen = core.addCategory("Wonen");
    const auto asker = core.addUser("asker");
    const auto expert = core.addUser("expert");
    core.ask(asker, {wonen});
    core.ask(asker, {wonen});
    core.execute(expert, SetExpertise{wonen, true});
    const auto ticked = [&] {
      return *fromJsonText<Expertise>(core.record(Scope::user(expert.user), kinds::kExpertise, wonen.text())->body);
    };
    QCOMPARE(ticked().sinceSeq, 2);
    core.ask(asker, {wonen});
    QCOMPARE(core.execute(expert, SetExpertise{wonen, true}).effects.size(), 0U);  // ticked already
    QCOMPARE(ticked().sinceSeq, 2);
    const auto own = core.record(Scope::directory(), kinds::kProfile, expert.user.text());
    QCOMPARE(fromJsonText<Profile>(own->body)->expertise, (std::vector<CategoryId>{wonen}));
    core.execute(expert, SetExpertise{wonen, false});
    QVERIFY(!core.record(Scope::user(expert.user), kinds::kExpertise, wonen.text()));
  }

  void noQuestionInAnArchivedCategory() {
    CoreFixture core;
    const auto id = core.addCategory("Oud");
    Category category;
    category.nameNl = "Oud";
    category.archived = true;
    services::putCategories(*core.store, {{id, category}}, [](Result<void> done) { QVERIFY(done.ok()); });
    const auto asker = core.addUser("asker");
    const AskQuestion ask{QuestionId::v7(core.clock, core.random), "Kan dit nog?", "", {id}, false};
    QCOMPARE(core.execute(asker, ask).code, std::string("forbidden"));
  }

  void reachCountsByRoleWithoutTheAsker() {
    CoreFixture core;
    const auto wonen = core.addCategory("Wonen");
    const auto asker = core.addUser("asker", Role::policy);
    core.execute(asker, SetExpertise{wonen, true});
    for (int i = 0; i < 6; ++i) tick(core, "p" + std::to_string(i), Role::practitioner, wonen);
    for (int i = 0; i < 7; ++i) tick(core, "b" + std::to_string(i), Role::policy, wonen);
    const auto reply = reach(core, asker, {wonen});
    QCOMPARE(reply.re, 7);
    QCOMPARE(reply.total, 13);
    QCOMPARE(reply.other, 0);
    QCOMPARE(reply.byRole.size(), 2U);
    QCOMPARE(reply.byRole[0].role, Role::policy);
    QCOMPARE(reply.byRole[0].count, 7);
    // One researcher more: alone he would be seen, so the smallest shown group hides him.
    tick(core, "r", Role::researcher, wonen);
    const auto hidden = reach(core, asker, {wonen});
    QCOMPARE(hidden.total, 14);
    QCOMPARE(hidden.byRole.size(), 1U);
    QCOMPARE(hidden.other, 7);
    // A change of role moves the person.
    core.execute(core.signedIn("r"), UpdateProfile{"r", Role::policy, "", "", "", {}});
    QCOMPARE(reach(core, asker, {wonen}).byRole[0].count, 8);
    const auto unknown = core.addUser("x");
    api::Line line;
    core.door->reach(unknown, {9, {CategoryId::named("none")}}, [&](api::Line given) { line = std::move(given); });
    const auto failed = std::get<protocol::Failed>(protocol::decodeServerFrame(*line)->front());
    QCOMPARE(failed.code, std::string("not_found"));
    QCOMPARE(failed.re, 9);
  }

  void noSmallGroupCanBeComputed() {
    // Every combination of four roles and those without one, each of 0 to 8 people.
    constexpr int kSizes = 9;
    for (int mix = 0; mix < kSizes * kSizes * kSizes * kSizes * kSizes; ++mix) {
      std::vector<RoleCount> groups;
      std::int64_t total = 0;
      bool isSmallPresent = false;
      for (int role = 0, rest = mix; role < 5; ++role, rest /= kSizes) {
        const int count = rest % kSizes;
        groups.push_back({static_cast<Role>(role), count});
        total += count;
        isSmallPresent = isSmallPresent || (count > 0 && count < limits::kHiddenBelow);
      }
      const auto reach = hideSmallGroups(groups, total);
      std::int64_t shown = 0;
      for (const auto& group : reach.byRole) {
        if (group.count < limits::kHiddenBelow || group.role == Role::unknown)
          QFAIL("a group is shown that may not be");
        shown += group.count;
      }
      if (shown + reach.other != total) QFAIL("somebody is lost");
      if (!isSmallPresent || reach.byRole.empty()) continue;
      int mergedGroups = 0;
      for (const auto& group : groups) {
        const bool isShown = std::any_of(reach.byRole.begin(), reach.byRole.end(),
                                         [&](const RoleCount& other) { return other.role == group.role; });
        if (!isShown && group.count > 0) ++mergedGroups;
      }
      if (mergedGroups < 2 || reach.other < limits::kHiddenBelow) QFAIL("subtraction shows a small group");
    }
  }

 private:
  static void tick(CoreFixture& core, const std::string& name, Role role, CategoryId category) {
    const auto user = core.addUser(name, role);
    QCOMPARE(core.execute(user, SetExpertise{category, true}).status, protocol::AckStatus::applied);
  }
  static protocol::ReachReply reach(CoreFixture& core, const api::Caller& who, std::vector<CategoryId> categories) {
    api::Line line;
    core.door->reach(who, {7, std::move(categories)}, [&](api::Line given) { line = std::move(given); });
    return std::get<protocol::ReachReply>(protocol::decodeServerFrame(*line)->front());
  }
};

QTEST_APPLESS_MAIN(RoutingTest)
#include "routing_test.moc"

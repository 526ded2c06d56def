// What is kept on this computer: the rule of each channel, what is pinned or asked for, and what goes when there is no
// room or no right.
#include "client/core/documents/plan.h"

#include <algorithm>

#include <QTest>

using namespace vb;
using namespace vb::client::documents;
using client::store::Content;
using client::store::ContentState;
using client::store::OfflineKeep;
using client::store::ReadableVersion;

namespace {

const ChannelId kChannel = ChannelId::named("noord");

ReadableVersion version(const std::string& name, qint64 size, qint64 at, bool current = true) {
  ReadableVersion made;
  made.scope = Scope::channel(kChannel).text();
  made.channel = kChannel;
  made.document = DocumentId::named(name);
  made.version = VersionId::named(name);
  made.sha256 = name;
  made.size = size;
  made.at = at;
  made.current = current;
  return made;
}

Content content(const std::string& name, qint64 size, ContentState state = ContentState::here, qint64 lastUsed = 0) {
  Content made;
  made.sha256 = name;
  made.size = size;
  made.state = state;
  made.lastUsed = lastUsed;
  return made;
}

std::vector<std::string> names(const std::vector<Fetch>& fetches) {
  std::vector<std::string> found;
  for (const auto& one : fetches) found.push_back(one.sha256);
  return found;
}
using Names = std::vector<std::string>;

Names sorted(Names all) {
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

class PlanTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everythingIsFetchedNewestFirst() {
    PlanFacts facts;
    facts.versions = {version("old", 10, 1), version("new", 10, 3), version("between", 10, 2)};
    const auto plan = makePlan(facts);
    QCOMPARE(names(plan.fetches), (Names{"new", "between", "old"}));
    QCOMPARE(plan.added.size(), std::size_t(3));
    QVERIFY(plan.removed.empty());
  }

  void whatIsHereIsNotFetchedAgain() {
    PlanFacts facts;
    facts.versions = {version("a", 10, 1)};
    facts.contents = {content("a", 10)};
    QVERIFY(makePlan(facts).fetches.empty());
    facts.contents[0].state = ContentState::failed;
    QCOMPARE(names(makePlan(facts).fetches), Names{"a"});
    // What the server does not have is not asked for again and again.
    facts.contents[0].errorCode = "not_found";
    QVERIFY(makePlan(facts).fetches.empty());
  }

  void theRuleOfTheChannelDecides() {
    PlanFacts facts;
    facts.versions = {version("small", 10, 1), version("large", 1000, 2)};
    facts.rules[kChannel] = {OfflineKeep::smallerThan, 100};
    QCOMPARE(names(makePlan(facts).fetches), Names{"small"});
    facts.rules[kChannel] = {OfflineKeep::pinnedOnly, 0};
    QVERIFY(makePlan(facts).fetches.empty());
    facts.pins = {DocumentId::named("large")};
    QCOMPARE(names(makePlan(facts).fetches), Names{"large"});
  }

  void aStricterRuleRemovesWhatNobodyAskedFor() {
    PlanFacts facts;
    facts.versions = {version("a", 10, 1), version("b", 10, 2)};
    facts.contents = {content("a", 10), content("b", 10)};
    facts.rules[kChannel] = {OfflineKeep::pinnedOnly, 0};
    facts.contents[1].asked = true;
    QCOMPARE(makePlan(facts).removed, Names{"a"});
  }

  void theLeastRecentlyUsedGoesFirst() {
    PlanFacts facts;
    facts.versions = {version("a", 60, 1), version("b", 60, 2), version("c", 60, 3)};
    facts.contents = {content("a", 60, ContentState::here, 100), content("b", 60), content("c", 60)};
    facts.bytesMax = 130;
    QCOMPARE(makePlan(facts).removed, Names{"b"});
  }

  void whatIsPinnedNeverGoes() {
    PlanFacts facts;
    facts.versions = {version("pinned", 60, 1), version("new", 60, 9)};
    facts.contents = {content("pinned", 60), content("new", 60)};
    facts.pins = {DocumentId::named("pinned")};
    facts.bytesMax = 60;
    QCOMPARE(makePlan(facts).removed, Names{"new"});
    facts.bytesMax = 1;
    QCOMPARE(makePlan(facts).removed, Names{"new"});
  }

  void whatNobodyMayReadGoes() {
    PlanFacts facts;
    facts.versions = {version("mine", 10, 1)};
    facts.contents = {content("mine", 10), content("lost", 10), content("half", 10, ContentState::waiting)};
    QCOMPARE(sorted(makePlan(facts).removed), (Names{"half", "lost"}));
    facts.own = {"lost"};
    QCOMPARE(makePlan(facts).removed, Names{"half"});
  }

  void olderVersionsAndTheBinAreNotFetched() {
    PlanFacts facts;
    facts.versions = {version("older", 10, 1, false), version("newest", 10, 2)};
    auto binned = version("binned", 10, 3);
    binned.trashed = true;
    facts.versions.push_back(binned);
    QCOMPARE(names(makePlan(facts).fetches), Names{"newest"});
    // An older one that was asked for is.
    facts.contents = {content("older", 10, ContentState::waiting)};
    facts.contents[0].asked = true;
    QCOMPARE(names(makePlan(facts).fetches), (Names{"older", "newest"}));
  }

  void oneContentOfTwoDocumentsIsKeptForEither() {
    PlanFacts facts;
    auto twin = version("twin", 10, 2);
    twin.sha256 = "same";
    auto other = version("other", 10, 1);
    other.sha256 = "same";
    other.trashed = true;
    facts.versions = {other, twin};
    facts.contents = {content("same", 10)};
    QVERIFY(makePlan(facts).removed.empty());
  }
};

QTEST_APPLESS_MAIN(PlanTest)
#include "plan_test.moc"

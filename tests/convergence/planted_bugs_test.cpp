// The proof that the convergence tests look: each planted bug, switched on, must be found within a few worlds.
#include "shared/base/planted_bugs.h"

#include <QTest>

#include "tests/convergence/sync_world.h"

using namespace vb;
using namespace vb::test;

namespace {

struct Planted {
  const char* name;
  PlantedBug bug;
};
constexpr Planted kPlanted[] = {
    {"seqBeforeCommit", PlantedBug::seqBeforeCommit},
    {"noEpochCheck", PlantedBug::noEpochCheck},
    {"noHighWaterCheck", PlantedBug::noHighWaterCheck},
    {"cachedMembership", PlantedBug::cachedMembership},
    {"ackBeforeCommit", PlantedBug::ackBeforeCommit},
    {"commandAppliedTwice", PlantedBug::commandAppliedTwice},
    {"staleEditAccepted", PlantedBug::staleEditAccepted},
    {"tombstoneDropped", PlantedBug::tombstoneDropped},
    {"userScopeLeak", PlantedBug::userScopeLeak},
    {"refsForgotten", PlantedBug::refsForgotten},
    {"cursorOutsideTransaction", PlantedBug::cursorOutsideTransaction},
    {"pushTrustedAsComplete", PlantedBug::pushTrustedAsComplete},
    {"outboxClearedOnSend", PlantedBug::outboxClearedOnSend},
    {"newIdOnRetry", PlantedBug::newIdOnRetry},
    {"rebuildInPlace", PlantedBug::rebuildInPlace},
    {"confirmedNotReoffered", PlantedBug::confirmedNotReoffered},
};
constexpr int kWorldsMax = 40;

}  // namespace

class PlantedBugsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isFound_data() {
    QTest::addColumn<int>("bug");
    for (const auto& planted : kPlanted) QTest::newRow(planted.name) << static_cast<int>(planted.bug);
  }

  void isFound() {
    QFETCH(int, bug);
    for (int seed = 100; seed < 100 + kWorldsMax; ++seed) {
      plantedBugSwitch() = static_cast<PlantedBug>(bug);
      WorldPlan plan;
      plan.seed = static_cast<std::uint64_t>(seed);
      std::vector<std::string> findings;
      {
        SyncWorld world(plan);
        findings = world.run();
      }
      plantedBugSwitch() = PlantedBug::none;
      if (findings.empty()) continue;
      qInfo("seed %d: %s", seed, findings.front().substr(0, 200).c_str());
      return;
    }
    QFAIL("not found: the worlds do not look there");
  }
};

QTEST_GUILESS_MAIN(PlantedBugsTest)
#include "planted_bugs_test.moc"

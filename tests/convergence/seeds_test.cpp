// Convergence: whole systems under faults, by seed. More or other seeds: VRAAGBAAK_SEEDS=COUNT, VRAAGBAAK_SEED=FIRST.
#include <QTest>

#include "tests/convergence/sync_world.h"

using namespace vb::test;

class SeedsTest : public QObject {
  Q_OBJECT

  static QByteArray inWords(std::uint64_t seed, const std::vector<std::string>& findings) {
    QByteArray text = "seed " + QByteArray::number(static_cast<qulonglong>(seed)) + ":";
    for (const auto& finding : findings) text += "\n  " + QByteArray::fromStdString(finding);
    return text;
  }

 private Q_SLOTS:
  void aPeacefulWorldConverges() {
    WorldPlan plan;
    plan.wireFaults = plan.serverCrashes = plan.clientCrashes = plan.restores = plan.pruning = plan.diskFull =
        plan.clocks = false;
    plan.revocations = plan.serverDiskFull = false;
    SyncWorld world(plan);
    const auto findings = world.run();
    QVERIFY2(findings.empty(), inWords(plan.seed, findings).constData());
    QVERIFY(world.hits().acks >= plan.operations / 2);
  }

  void worldsUnderFaultsConverge() {
    const int count =
        qEnvironmentVariableIsSet("VRAAGBAAK_SEEDS") ? qEnvironmentVariableIntValue("VRAAGBAAK_SEEDS") : 40;
    const int first =
        qEnvironmentVariableIsSet("VRAAGBAAK_SEED") ? qEnvironmentVariableIntValue("VRAAGBAAK_SEED") : 100;
    SyncWorld::Hits total;
    QByteArray failed;
    for (int seed = first; seed < first + count; ++seed) {
      WorldPlan plan;
      plan.seed = static_cast<std::uint64_t>(seed);
      SyncWorld world(plan);
      const auto findings = world.run();
      if (!findings.empty()) failed += inWords(plan.seed, findings) + "\n";
      const auto& hits = world.hits();
      total.cuts += hits.cuts;
      total.serverCrashes += hits.serverCrashes;
      total.clientCrashes += hits.clientCrashes;
      total.restores += hits.restores;
      total.copiedBack += hits.copiedBack;
      total.prunings += hits.prunings;
      total.fullDisks += hits.fullDisks;
      total.clocks += hits.clocks;
      total.revocations += hits.revocations;
      total.pryings += hits.pryings;
      total.serverDisksFull += hits.serverDisksFull;
      total.installed += hits.installed;
      total.channelsLost += hits.channelsLost;
      total.channelsHeld += hits.channelsHeld;
      total.acks += hits.acks;
      total.frames += hits.frames;
    }
    qInfo(
        "%d worlds: %lld frames, %lld acks, %d cuts, %d server crashes, %d client crashes, %d restores, %d copied "
        "back, "
        "%d prunings, %d full disks, %d wrong clocks, %d ended sessions, %d pryings, %d full server disks, "
        "%d devices anew, channels: %d lost, %d held at the end",
        count, static_cast<long long>(total.frames), static_cast<long long>(total.acks), total.cuts,
        total.serverCrashes, total.clientCrashes, total.restores, total.copiedBack, total.prunings, total.fullDisks,
        total.clocks, total.revocations, total.pryings, total.serverDisksFull, total.installed, total.channelsLost,
        total.channelsHeld);
    QVERIFY2(failed.isEmpty(), failed.constData());
    QVERIFY(total.channelsLost > 0 && total.channelsHeld > 0);
  }

  void theSameSeedGivesTheSameTrace() {
    WorldPlan plan;
    plan.seed = 7;
    plan.operations = 60;
    plan.restores = false;  // a new epoch is named by the machine's own clock
    SyncWorld first(plan);
    (void)first.run();
    SyncWorld second(plan);
    (void)second.run();
    QCOMPARE(first.trace(), second.trace());
  }
};

QTEST_GUILESS_MAIN(SeedsTest)
#include "seeds_test.moc"

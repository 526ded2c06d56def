#include "server/app/upkeep.h"

#include "server/app/tuning.h"
#include "server/services/channels.h"
#include "server/services/documents.h"
#include "server/services/importing.h"

namespace vb::server::app {

void Upkeep::round() {
  eraseCases();
  emptyBins();
  if (clock_.elapsed() - daily_ < kPruneEvery) return;
  daily_ = clock_.elapsed();
  pruneTombstones();
  collectContents();
}

void Upkeep::eraseCases() {
  if (isErasing_) return;
  isErasing_ = true;
  services::eraseDueCases(storage_, clock_.now(), [this](Result<int> erased) {
    isErasing_ = false;
    if (erased && *erased > 0) note_("cases_erased", {{"cases", std::to_string(*erased)}});
    if (!erased) onProblem_("cases_not_erased", erased.error());
  });
}

void Upkeep::emptyBins() {
  if (isEmptying_) return;
  isEmptying_ = true;
  services::emptyBins(storage_, clock_.now(), [this](Result<int> emptied) {
    isEmptying_ = false;
    if (emptied && *emptied > 0) note_("bins_emptied", {{"documents", std::to_string(*emptied)}});
    if (!emptied) onProblem_("bins_not_emptied", emptied.error());
  });
}

void Upkeep::pruneTombstones() {
  const auto before = clock_.now() - std::chrono::hours(24) * tombstoneDays_;
  services::pruneTombstones(storage_, before, [this](Result<int> pruned) {
    if (pruned) note_("pruned", {{"tombstones", std::to_string(*pruned)}});
  });
}

void Upkeep::collectContents() {
  if (isCollecting_) return;
  isCollecting_ = true;
  services::collectContents(storage_, blobs_, clock_.now(), [this](Result<services::Collected> collected) {
    isCollecting_ = false;
    if (collected)
      note_("collected",
            {{"uploads", std::to_string(collected->uploads)}, {"contents", std::to_string(collected->contents)}});
    else
      onProblem_("contents_not_collected", collected.error());
  });
}

}  // namespace vb::server::app

// Upkeep: what the server does by itself between requests: cases are erased, bins emptied, and once a day old
// tombstones and contents that nobody needs go. Owned by the server, on its thread; a round that still works is not
// begun again.
#pragma once

#include <functional>
#include <string_view>

#include "server/blobs/blob_store.h"
#include "server/ops/log.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"

namespace vb::server::app {

class Upkeep {
 public:
  using Note = std::function<void(std::string_view event, const ops::LogFields& fields)>;

  // All must outlive it, and what it began: the storage is stopped before it goes.
  Upkeep(storage::Storage& storage, blobs::BlobStore& blobs, const Clock& clock, int tombstoneDays, Note note,
         storage::Storage::OnProblem onProblem)
      : storage_(storage),
        blobs_(blobs),
        clock_(clock),
        tombstoneDays_(tombstoneDays),
        note_(std::move(note)),
        onProblem_(std::move(onProblem)) {}

  // Whatever is due now.
  void round();

 private:
  void eraseCases();
  void emptyBins();
  void pruneTombstones();
  void collectContents();

  storage::Storage& storage_;
  blobs::BlobStore& blobs_;
  const Clock& clock_;
  int tombstoneDays_;
  Note note_;
  storage::Storage::OnProblem onProblem_;
  Milliseconds daily_{0};
  bool isErasing_ = false;
  bool isEmptying_ = false;
  bool isCollecting_ = false;
};

}  // namespace vb::server::app

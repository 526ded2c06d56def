// Copies contents from the folder of one BlobStore to that of another, for backups: as links where the file system
// takes them. Either may be in use by a store.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace vb::server::blobs {

struct CopiedContents {
  std::int64_t copied = 0;           // those that were in `to` already not counted
  std::vector<std::string> missing;  // neither here nor there, or no longer what their hash says
};
// `to` is made when there is something to copy. diskFull, ioFailed.
Result<CopiedContents> copyContents(const std::filesystem::path& from, const std::filesystem::path& to,
                                    const std::vector<std::string>& hashes, const Clock& clock);

}  // namespace vb::server::blobs

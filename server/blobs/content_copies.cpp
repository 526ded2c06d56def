#include "server/blobs/content_copies.h"

#include "server/blobs/content_folder.h"

namespace vb::server::blobs {

Result<CopiedContents> copyContents(const std::filesystem::path& from, const std::filesystem::path& to,
                                    const std::vector<std::string>& hashes, const Clock& clock) {
  CopiedContents result;
  if (hashes.empty()) return result;
  const ContentFolder source(from, clock);
  ContentFolder target(to, clock);
  if (auto prepared = target.prepare(); !prepared) return prepared.error();
  for (const auto& sha256 : hashes) {
    if (target.has(sha256)) continue;
    const auto taken = target.takeFrom(source, sha256);
    if (taken)
      ++result.copied;
    else if (taken.error().code == ErrorCode::notFound || taken.error().code == ErrorCode::conflict)
      result.missing.push_back(sha256);
    else
      return taken.error();
  }
  return result;
}

}  // namespace vb::server::blobs

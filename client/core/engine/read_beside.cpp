#include "client/core/engine/read_beside.h"

#include "client/core/engine/core.h"
#include "client/core/store/profile_folder.h"

namespace vb::client {

Result<Beside> readBeside(const QString& profileDirectory, LastingReader& reader, const Clock& clock) {
  Beside found;
  found.directory = store::localFolder(profileDirectory);
  if (auto read = reader.open(found.directory); !read) return read.error();
  const auto signedOut = store::peekFact(profileDirectory, kSignedOutFact);
  if (!signedOut) return signedOut.error();
  found.user = reader.userId();
  found.server = QUrl(reader.serverUrl());
  found.signedIn = !found.user.isNil() && signedOut->empty();
  const auto counts = reader.counts();
  found.link.link = found.signedIn ? Link::offline : Link::signedOut;
  found.link.since = clock.now().time_since_epoch().count();
  found.link.lastSyncedAt = reader.freshness().lastSyncedAt;
  found.link.waiting = counts.waitingToSend;
  found.link.needsAttention = counts.needsAttention;
  return found;
}

}  // namespace vb::client

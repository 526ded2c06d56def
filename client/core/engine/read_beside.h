// Reading a profile beside the process that holds it: nothing is locked, made or written. The engine's thread.
#pragma once

#include "client/core/engine/engine.h"
#include "client/core/engine/lasting_reader.h"

namespace vb::client {

struct Beside {
  QString directory;  // of the cache, for further readers
  UserId user;
  QUrl server;
  bool signedIn = false;
  LinkState link;  // as it was found; it does not follow what the other process does
};

// Opens the reader. notFound: there is no cache that can be read yet.
Result<Beside> readBeside(const QString& profileDirectory, LastingReader& reader, const Clock& clock);

}  // namespace vb::client

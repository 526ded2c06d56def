// Config: everything `vraagbaakd` is told, from a TOML file and from flags; flags win. An unknown key is an error with
// its line: a typing mistake in a security setting must not pass.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "server/net/options.h"
#include "server/ops/log.h"
#include "server/services/commands.h"
#include "shared/base/result.h"

namespace vb::server::app {

struct Config {
  std::filesystem::path data;       // folder; made when missing
  std::filesystem::path highWater;  // file of the high-water mark; empty: beside the database
  std::string name = "Vraagbaak";   // shown to people who connect
  bool registration = false;        // people may register themselves
  bool acceptRestore = false;       // only as a flag
  net::NetOptions net;              // listen, TLS, proxies, limits
  ops::LogOptions log;
  std::uint64_t passwordOperations = 2;  // argon2id, as libsodium counts
  std::uint64_t passwordMemoryBytes = 64ULL * 1024 * 1024;
  double commandsPerSecond = services::CommandRate{}.perSecond;  // of one user, in the long run
  double commandsAtOnce = services::CommandRate{}.atOnce;        // after being quiet
  std::int64_t uploadBytesMax = 200LL * 1024 * 1024;             // of one document
  int tombstoneDays = 400;  // how long deletions are kept for clients that were away
  int recheckSeconds = 30;  // how often it looks whose token ended, and whether a backup was made
};

// badField with "FILE:LINE: ..." for what is wrong, ioFailed when it cannot be read.
Result<Config> readConfig(const std::filesystem::path& file, Config defaults);

std::filesystem::path databaseFile(const std::filesystem::path& data);
// The contents of documents.
std::filesystem::path documentsFolder(const std::filesystem::path& data);

}  // namespace vb::server::app

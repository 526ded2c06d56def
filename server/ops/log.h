// Log: one line an event, JSON or key=value. Values are escaped, so that nobody writes a line of his own into it (A25);
// what is written is ids and codes, never content, tokens or e-mail addresses. From any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace vb::server::ops {

enum class LogLevel {
  debug,  // every connection
  info,   // the life of the server
  error,  // somebody must look
};
enum class LogFormat {
  json,  // {"at":"2026-11-23T20:00:00.000Z","level":"info","event":"listening","address":"127.0.0.1:8443"}
  text,  // 2026-11-23T20:00:00.000Z info listening address=127.0.0.1:8443
};
using LogFields = std::vector<std::pair<std::string, std::string>>;

class Log {
 public:
  virtual ~Log() = default;
  virtual void write(LogLevel level, std::string_view event, const LogFields& fields) = 0;
};

struct LogOptions {
  LogFormat format = LogFormat::json;
  LogLevel level = LogLevel::info;
  std::string file;  // empty: standard error. Otherwise turned over at 10 MB, five kept
};
// ioFailed when the file cannot be written. `clock` must outlive the log.
Result<std::unique_ptr<Log>> createLog(const LogOptions& options, const Clock& clock);

// A line without its end; pure.
std::string logLine(LogFormat format, Timestamp at, LogLevel level, std::string_view event, const LogFields& fields);

}  // namespace vb::server::ops

#include "server/ops/log.h"

#include <array>
#include <cstdio>
#include <ctime>

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "server/ops/tuning.h"

namespace vb::server::ops {
namespace {

constexpr std::string_view levelName(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return "debug";
    case LogLevel::info:
      return "info";
    case LogLevel::error:
      break;
  }
  return "error";
}

spdlog::level::level_enum spdlogLevel(LogLevel level) {
  if (level == LogLevel::debug) return spdlog::level::debug;
  return level == LogLevel::info ? spdlog::level::info : spdlog::level::err;
}

std::string timeText(Timestamp at) {
  const auto millis = at.time_since_epoch().count();
  const std::time_t seconds = millis / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(text.data() + length, text.size() - length, ".%03dZ", static_cast<int>(millis % 1000));
  return text.data();
}

// As a JSON string without its quotes. Control characters and bytes outside ASCII are written as escapes: what stands
// in the log is the same in every terminal.
void appendEscaped(std::string& out, std::string_view value) {
  for (const char c : value.substr(0, kLogValueBytesMax)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (byte < 0x20 || byte >= 0x7f) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
      out.append(escape.data());
    } else {
      out.push_back(c);
    }
  }
}

bool isPlainWord(std::string_view value) {
  if (value.empty() || value.size() > kLogValueBytesMax) return false;
  for (const char c : value)
    if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '=') return false;
  return true;
}

class SpdlogLog final : public Log {
 public:
  SpdlogLog(const LogOptions& options, const Clock& clock, spdlog::sink_ptr sink)
      : format_(options.format), clock_(clock), logger_("vraagbaakd", std::move(sink)) {
    logger_.set_level(spdlogLevel(options.level));
    logger_.set_pattern("%v");
    logger_.flush_on(spdlog::level::info);
  }

  void write(LogLevel level, std::string_view event, const LogFields& fields) override {
    const auto asSpdlog = spdlogLevel(level);
    if (!logger_.should_log(asSpdlog)) return;
    const auto line = logLine(format_, clock_.now(), level, event, fields);
    logger_.log(asSpdlog, spdlog::string_view_t(line.data(), line.size()));
  }

 private:
  LogFormat format_;
  const Clock& clock_;
  spdlog::logger logger_;
};

}  // namespace

std::string logLine(LogFormat format, Timestamp at, LogLevel level, std::string_view event, const LogFields& fields) {
  std::string line;
  if (format == LogFormat::json) {
    line.append("{\"at\":\"").append(timeText(at)).append("\",\"level\":\"").append(levelName(level));
    line.append("\",\"event\":\"");
    appendEscaped(line, event);
    line.push_back('"');
    for (const auto& [key, value] : fields) {
      line.append(",\"");
      appendEscaped(line, key);
      line.append("\":\"");
      appendEscaped(line, value);
      line.push_back('"');
    }
    line.push_back('}');
    return line;
  }
  line.append(timeText(at)).append(" ").append(levelName(level)).append(" ");
  appendEscaped(line, event);
  for (const auto& [key, value] : fields) {
    line.push_back(' ');
    appendEscaped(line, key);
    line.push_back('=');
    if (isPlainWord(value)) {
      line.append(value);
    } else {
      line.push_back('"');
      appendEscaped(line, value);
      line.push_back('"');
    }
  }
  return line;
}

Result<std::unique_ptr<Log>> createLog(const LogOptions& options, const Clock& clock) {
  if (options.file.empty())
    return std::unique_ptr<Log>(
        std::make_unique<SpdlogLog>(options, clock, std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  try {
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(options.file, kLogFileBytesMax, kLogFilesKept);
    return std::unique_ptr<Log>(std::make_unique<SpdlogLog>(options, clock, std::move(sink)));
  } catch (const spdlog::spdlog_ex& failed) {
    return fail(ErrorCode::ioFailed, failed.what());
  }
}

}  // namespace vb::server::ops

#include "server/app/config.h"

#include <fstream>
#include <functional>
#include <map>

#include <toml++/toml.h>

namespace vb::server::app {
namespace {

// Takes the value; false when it is of another type or out of range.
using Take = std::function<bool(const toml::node&, Config&)>;

Take text(std::string& (*member)(Config&)) {
  return [member](const toml::node& node, Config& config) {
    const auto value = node.value_exact<std::string>();
    if (value) member(config) = *value;
    return value.has_value();
  };
}

Take flag(bool& (*member)(Config&)) {
  return [member](const toml::node& node, Config& config) {
    const auto value = node.value_exact<bool>();
    if (value) member(config) = *value;
    return value.has_value();
  };
}

template <class Number>
Take number(Number& (*member)(Config&), std::int64_t least, std::int64_t most) {
  return [member, least, most](const toml::node& node, Config& config) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) return false;
    member(config) = static_cast<Number>(*value);
    return true;
  };
}

// One text, or a list of them.
Take texts(std::vector<std::string>& (*member)(Config&)) {
  return [member](const toml::node& node, Config& config) {
    std::vector<std::string> list;
    if (const auto one = node.value_exact<std::string>()) {
      list.push_back(*one);
    } else if (const auto* array = node.as_array()) {
      for (const auto& item : *array) {
        const auto value = item.value_exact<std::string>();
        if (!value) return false;
        list.push_back(*value);
      }
    } else {
      return false;
    }
    member(config) = std::move(list);
    return true;
  };
}

bool takeLevel(const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  if (value == "debug")
    config.log.level = ops::LogLevel::debug;
  else if (value == "info")
    config.log.level = ops::LogLevel::info;
  else if (value == "error")
    config.log.level = ops::LogLevel::error;
  else
    return false;
  return true;
}

bool takeFormat(const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  if (value != "json" && value != "text") return false;
  config.log.format = value == "json" ? ops::LogFormat::json : ops::LogFormat::text;
  return true;
}

bool takeData(const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  if (!value || value->empty()) return false;
  config.data = *value;
  return true;
}

bool takeHighWater(const toml::node& node, Config& config) {
  const auto value = node.value_exact<std::string>();
  if (value) config.highWater = *value;
  return value.has_value();
}

bool takeUploadSize(const toml::node& node, Config& config) {
  constexpr std::int64_t kMegabyte = 1024 * 1024;
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 1 || *value > 100'000) return false;
  config.uploadBytesMax = *value * kMegabyte;
  return true;
}

const std::map<std::string, Take, std::less<>>& keys() {
  constexpr std::int64_t kMillion = 1'000'000;
  static const std::map<std::string, Take, std::less<>> all{
      {"listen", texts(+[](Config & c) -> auto& { return c.net.listen; })},
      {"data", takeData},
      {"name", text(+[](Config & c) -> auto& { return c.name; })},
      {"storage.high_water", takeHighWater},
      {"registration", flag(+[](Config & c) -> auto& { return c.registration; })},
      {"tls.certificate", text(+[](Config & c) -> auto& { return c.net.tls.certificate; })},
      {"tls.key", text(+[](Config & c) -> auto& { return c.net.tls.key; })},
      {"proxy.behind_proxy", flag(+[](Config & c) -> auto& { return c.net.behindProxy; })},
      {"proxy.trusted", texts(+[](Config & c) -> auto& { return c.net.trustedProxies; })},
      {"limits.connections", number(
                                 +[](Config & c) -> auto& { return c.net.connectionsMax; }, 1, kMillion)},
      {"limits.anonymous", number(
                               +[](Config & c) -> auto& { return c.net.anonymousMax; }, 1, kMillion)},
      {"limits.anonymous_per_address",
       number(
           +[](Config & c) -> auto& { return c.net.anonymousPerAddress; }, 1, kMillion)},
      {"limits.connections_per_user", number(
                                          +[](Config & c) -> auto& { return c.net.connectionsPerUser; }, 1, kMillion)},
      {"limits.commands_per_second", number(
                                         +[](Config & c) -> auto& { return c.commandsPerSecond; }, 1, kMillion)},
      {"limits.commands_at_once", number(
                                      +[](Config & c) -> auto& { return c.commandsAtOnce; }, 1, kMillion)},
      {"limits.upload_megabytes", takeUploadSize},
      {"metrics.from_anywhere", flag(+[](Config & c) -> auto& { return c.net.metricsFromAnywhere; })},
      {"log.level", takeLevel},
      {"log.format", takeFormat},
      {"log.file", text(+[](Config & c) -> auto& { return c.log.file; })},
      // libsodium's smallest and its "sensitive" setting.
      {"passwords.operations", number(
                                   +[](Config & c) -> auto& { return c.passwordOperations; }, 1, 8)},
      {"passwords.memory_bytes", number(
                                     +[](Config & c) -> auto& { return c.passwordMemoryBytes; }, 8192, 1LL << 30)},
      {"keep.recheck_seconds", number(
                                   +[](Config & c) -> auto& { return c.recheckSeconds; }, 1, 3'600)},
      {"keep.tombstone_days", number(
                                  +[](Config & c) -> auto& { return c.tombstoneDays; }, 30, 36'500)},
  };
  return all;
}

Error wrong(const std::filesystem::path& file, const toml::source_region& where, const std::string& what) {
  return fail(ErrorCode::badField, file.string() + ":" + std::to_string(where.begin.line) + ": " + what);
}

Result<void> readTable(const std::filesystem::path& file, const toml::table& table, const std::string& prefix,
                       Config& config) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    const bool isSection = [&] {
      const auto next = keys().lower_bound(name + ".");
      return next != keys().end() && next->first.starts_with(name + ".");
    }();
    if (isSection && node.is_table()) {
      if (auto read = readTable(file, *node.as_table(), name + ".", config); !read) return read;
      continue;
    }
    const auto found = keys().find(name);
    if (found == keys().end()) return wrong(file, key.source(), "unknown key " + name);
    if (!found->second(node, config)) return wrong(file, node.source(), "bad value for " + name);
  }
  return {};
}

}  // namespace

Result<Config> readConfig(const std::filesystem::path& file, Config defaults) {
  std::ifstream in(file);
  if (!in) return fail(ErrorCode::ioFailed, "cannot read " + file.string());
  const std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  try {
    Config config = std::move(defaults);
    if (auto read = readTable(file, toml::parse(content, file.string()), "", config); !read) return read.error();
    return config;
  } catch (const toml::parse_error& failed) {  // Debian's library is built to throw
    return wrong(file, failed.source(), std::string(failed.description()));
  }
}

std::filesystem::path databaseFile(const std::filesystem::path& data) { return data / "vraagbaak.db"; }

std::filesystem::path documentsFolder(const std::filesystem::path& data) { return data / "documents"; }

}  // namespace vb::server::app

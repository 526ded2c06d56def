#include "server/app/import_json.h"

#include "server/app/import_batches.h"

namespace vb::server::app {

Result<json::value> readJson(const std::filesystem::path& file) {
  const auto text = readWhole(file);
  if (!text) return text.error();
  boost::system::error_code failed;
  auto value = json::parse(*text, failed);
  if (failed) return fail(ErrorCode::badMessage, file.filename().string() + ": " + failed.message());
  return value;
}

std::string textOf(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->as_string()) : std::string();
}
std::int64_t numberOf(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_int64() ? value->as_int64() : 0;
}
bool flagOf(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_bool() && value->as_bool();
}
std::vector<std::string> textsOf(const json::object& object, std::string_view name) {
  std::vector<std::string> texts;
  const auto* value = object.if_contains(name);
  if (!value || !value->is_array()) return texts;
  for (const auto& one : value->as_array()) {
    if (one.is_string()) texts.emplace_back(one.as_string());
  }
  return texts;
}

}  // namespace vb::server::app

#include "shared/domain/fields.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace vb {
namespace {

// Boost.JSON keeps the last of doubled keys; a doubled key is an attack or a defect (faults A8).
// So a scan over the text counts the members of each object, and the parsed objects must agree.
bool hasDoubledKey(const json::value& value, std::size_t membersInText) {
  std::size_t members = 0;
  auto count = [&members](auto&& self, const json::value& node) -> void {
    if (const auto* object = node.if_object()) {
      members += object->size();
      for (const auto& member : *object) self(self, member.value());
    } else if (const auto* array = node.if_array()) {
      for (const auto& item : *array) self(self, item);
    }
  };
  count(count, value);
  return members != membersInText;
}

// Outside strings, every colon belongs to one member.
std::size_t countMembers(std::string_view text) {
  std::size_t colons = 0;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == ':') {
      ++colons;
    }
  }
  return colons;
}

}  // namespace

std::string snakeCase(std::string_view camel) {
  std::string out;
  out.reserve(camel.size() + 4);
  for (const char c : camel) {
    if (c >= 'A' && c <= 'Z') {
      out.push_back('_');
      out.push_back(static_cast<char>(c - 'A' + 'a'));
    } else {
      out.push_back(c);
    }
  }
  return out;
}

void appendJsonString(std::string& out, std::string_view text) {
  const bool plain = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7f';
  });
  if (!plain) {
    out.append(json::serialize(json::string_view(text.data(), text.size())));
    return;
  }
  out.push_back('"');
  out.append(text).push_back('"');
}

Result<json::value> parseJson(std::string_view text) {
  json::parse_options options;
  options.max_depth = limits::kJsonDepthMax;
  json::error_code failure;
  // One block for all values of a message instead of one each; it lives as long as any of them.
  const auto memory = json::make_shared_resource<json::monotonic_resource>(text.size() * 2 + 256);
  json::value value = json::parse(json::string_view(text.data(), text.size()), failure, memory, options);
  if (failure) return fail(ErrorCode::badMessage, "json: " + failure.message());
  if (hasDoubledKey(value, countMembers(text))) return fail(ErrorCode::badMessage, "json: doubled key");
  return value;
}

Result<json::object> parseJsonObject(std::string_view text) {
  auto value = parseJson(text);
  if (!value) return value.error();
  if (!value->is_object()) return fail(ErrorCode::badMessage, "json: not an object");
  return std::move(value->get_object());
}

}  // namespace vb

// Reading the JSON of the sample content: what is missing or of another type reads as empty. Part of the importers.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "shared/base/result.h"

namespace vb::server::app {

namespace json = boost::json;

// ioFailed, badMessage.
Result<json::value> readJson(const std::filesystem::path& file);
std::string textOf(const json::object& object, std::string_view name);
std::int64_t numberOf(const json::object& object, std::string_view name);
bool flagOf(const json::object& object, std::string_view name);
std::vector<std::string> textsOf(const json::object& object, std::string_view name);
// The objects of an array, with their place in it, from 1.
template <class Each>
void eachObject(const json::value* value, Each each) {
  if (!value || !value->is_array()) return;
  long place = 0;
  for (const auto& one : value->as_array()) {
    ++place;
    if (one.is_object()) each(one.as_object(), place);
  }
}

}  // namespace vb::server::app

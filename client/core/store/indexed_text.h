// The searchable text of a record, by its kind: what the index is made of, and what a hit is shown from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "shared/domain/fields.h"

namespace vb::client::store {

struct IndexedText {
  bool isPerson = false;  // in the index of people; otherwise in that of texts, by recency
  std::string title;
  std::string body;
  std::int64_t at = 0;
};

// Nothing for kinds without text, unknown kinds and bodies that do not read.
std::optional<IndexedText> indexedText(std::string_view kind, const json::object& body);

// A record body as it was stored; false when it is not an object.
bool parseBody(std::string_view text, json::value& into);

}  // namespace vb::client::store

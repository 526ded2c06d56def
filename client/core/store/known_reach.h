// How the last known reach of a set of categories is kept.
#pragma once

#include <string>
#include <vector>

#include "client/core/store/reader.h"

namespace vb::client::store {

// The same for any order of the categories.
std::string reachKey(std::vector<CategoryId> categories);
std::string reachText(const Reader::KnownReach& reach);
std::optional<Reader::KnownReach> readReach(std::string_view text, qint64 at);

}  // namespace vb::client::store

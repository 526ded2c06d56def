// Dates of imported posts. A source without dates gets the moment of its first import, and keeps it.
#pragma once

#include <optional>
#include <string_view>

#include "server/app/import.h"

namespace vb::server::app {

// "2015-01-27T20:09:32.720", UTC; fractions and seconds may be missing. Nothing when it is no date after 1970.
std::optional<Timestamp> parseDate(std::string_view text);
// When the question was asked according to what is stored already.
std::optional<Timestamp> storedAskedAt(const ImportSink& sink, CategoryId home, QuestionId question);

}  // namespace vb::server::app

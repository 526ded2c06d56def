// Checks of single fields, for `validate`. Each fails with the field's wire name as detail. Part of the room.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace vb::checks {

// badField below charsMin, for what is not UTF-8 or holds control characters, and, of one line, for what breaks it or
// turns it around; tooLarge above charsMax.
Result<void> checkText(std::string_view field, std::string_view text, int charsMin, std::size_t charsMax, bool oneLine);
Result<void> checkBody(std::string_view field, std::string_view text, int charsMin, std::size_t bytesMax);
// badField for nil.
Result<void> checkId(std::string_view field, const Uuid& id);
Result<void> checkRecordId(std::string_view field, std::string_view id);
Result<void> checkSources(const std::vector<std::string>& sources);
// The first that fails.
Result<void> firstFailure(std::initializer_list<Result<void>> checks);

}  // namespace vb::checks

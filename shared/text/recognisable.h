// Recognisable: what in a text may together point to one person although no name is in it: a place with rare facts
// (an age, a family's make-up, an origin, an unusual occupation or illness). A hint for the writer; pure, logs nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vb::text {

// The words as they stand in the text, each once, the place first; empty unless there is a place and at least two rare
// facts. Dutch texts; any bytes may come in.
std::vector<std::string> recognisableBy(std::string_view utf8);

}  // namespace vb::text

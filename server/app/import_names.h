// What a file of the operator's disk is called in a channel. Pure.
#pragma once

#include <string>
#include <string_view>

namespace vb::server::app {

// As a name of a file or folder may be: what is not readable, breaks the line, turns it around or makes a path of it
// becomes "_" (A13). Never empty, never longer than it was unless it was nothing but blanks or dots.
std::string cleanedName(std::string_view raw);
// By the end of the name; application/octet-stream when it says nothing.
std::string mediaTypeOf(std::string_view name);

}  // namespace vb::server::app

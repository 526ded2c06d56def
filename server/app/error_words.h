// What went wrong, for the operator: a sentence in English, with the code behind it in parentheses.
#pragma once

#include <string>

#include "shared/base/error.h"

namespace vb::server::app {

std::string inWords(const Error& error);

}  // namespace vb::server::app

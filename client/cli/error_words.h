// What an error name of the engine or the server means, in words for whoever typed the command. Pure.
#pragma once

#include <QString>

#include "client/cli/exit_code.h"

namespace vb::client::cli {

// "it is too long (title)"; the name itself when it has no words here.
QString wordsOf(const QString& errorName, const QString& detail);
// The exit code of a command that failed of this.
ExitCode exitOf(const QString& errorName);

}  // namespace vb::client::cli

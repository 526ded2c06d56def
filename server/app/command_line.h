// The command line of `vraagbaakd`: flags and subcommands onto Config, Admin and serve(). Returns the exit code.
#pragma once

#include <iosfwd>

namespace vb::server::app {

int runCommandLine(int argc, char** argv, std::ostream& out, std::ostream& err);

}  // namespace vb::server::app

// What is in memory stays there: a crash of the app leaves no core dump with the bearer token in it (A20).
#pragma once

namespace vb::client::platform {

// First thing in main(). Does nothing where the system knows no such limit.
void keepOutOfCoreDumps();

}  // namespace vb::client::platform

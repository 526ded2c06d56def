// Server: wires storage, services, api, bus and network, and decides nothing. Runs on the calling thread until a signal
// asks it to stop; then drains, so that every acknowledged command is on disk and every client was told.
#pragma once

#include <functional>

#include "server/app/config.h"
#include "shared/base/result.h"

namespace vb::server::app {

// Blocks. Answers when the server has ended in order; an Error when it could not start.
// `onListening` gets the ports, in the order of `listen`.
Result<void> serve(const Config& config, const std::function<void(const std::vector<std::uint16_t>&)>& onListening);

}  // namespace vb::server::app

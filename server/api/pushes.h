// Pushes: what a commit wrote, encoded once per scope and handed to the bus. Called on the storage's writing thread.
#pragma once

#include "server/bus/bus.h"
#include "server/storage/storage.h"

namespace vb::server::api {

void publishCommit(bus::Bus& bus, const storage::Commit& commit);

}  // namespace vb::server::api

// What the operator does with channels: makes and lists them, rents them out, names owners, and deletes after a dated
// notice. Part of AdminActions; answers on its thread.
#pragma once

#include "server/app/admin_actions.h"

namespace vb::server::app {

// `request.action` begins with "channel ".
void runChannelAction(storage::Storage& storage, services::Accounts& accounts, const Clock& clock, RandomSource& random,
                      AdminRequest request, AdminActions::Done done);

}  // namespace vb::server::app

// Which commands say the same about the same thing, so that only the last one matters.
#pragma once

#include <string>

#include "shared/domain/commands.h"

namespace vb::client::outbox {

// Equal keys: the later command replaces the earlier; empty: every one of them counts.
std::string sameThingKey(const CommandBody& body);
// The post that the command makes, edits or deletes; empty for others.
std::string postOf(const CommandBody& body);

}  // namespace vb::client::outbox

// Pages: the answers to Pull and PullBack, built within the transaction that reads the rows. Stored bodies are copied
// into the line, never parsed.
#pragma once

#include <string>

#include "server/storage/tables.h"
#include "shared/protocol/messages.h"

namespace vb::server::api {

// Page or Resync. The right to read was checked in the same transaction.
std::string pageLine(const storage::Tables& tables, const Scope& scope, const protocol::Pull& request);
// PageBack or Resync.
std::string pageBackLine(const storage::Tables& tables, const Scope& scope, const protocol::PullBack& request);

}  // namespace vb::server::api

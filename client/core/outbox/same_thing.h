// Which commands say the same about the same thing, so that only the last one matters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/commands.h"

namespace vb::client::outbox {

// Equal keys: the later command replaces the earlier; empty: every one of them counts.
std::string sameThingKey(const CommandBody& body);
// The post that the command makes, edits or deletes, or what it says something about that a later one is folded into
// (a topic's marks and state, a channel); empty for others.
std::string postOf(const CommandBody& body);

// Of an edit or deletion: the seq of the version that it was made upon, and the scopes that may hold that.
struct Based {
  Seq& seq;
  std::vector<std::string> homes;
};
std::optional<Based> basedUpon(CommandBody& body);
// Is this kind one of those?
bool isChange(std::string_view kind);

}  // namespace vb::client::outbox

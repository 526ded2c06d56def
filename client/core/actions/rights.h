// What an action asks before it queues a command of a channel: is the channel here, and may one do this in it now?
#pragma once

#include <optional>

#include "client/core/actions/parts.h"
#include "client/core/outbox/same_thing.h"
#include "client/core/store/channel_reader.h"
#include "shared/domain/channel_rights.h"
#include "shared/domain/validate.h"

namespace vb::client::actions {

// notFound "channel_id".
Result<store::ChannelView> findChannel(const ActionParts& parts, ChannelId id);
// forbidden; with detail "lease" when only the channel's lease forbids it.
Result<void> allow(const ActionParts& parts, const store::ChannelView& view, ChannelAction action);

// The unsent command about the same thing, which a newer one replaces.
template <class Command>
std::optional<Command> unsent(const ActionParts& parts, const Command& newer) {
  const auto entry = parts.outbox.unsentFor(outbox::postOf(newer));
  if (!entry || entry->kind != Command::kKind) return std::nullopt;
  auto older = fromJsonText<Command>(entry->bodyJson);
  if (!older) return std::nullopt;
  return std::move(*older);
}

// What the newer one does not say, the older one says.
template <class Value>
void keep(std::optional<Value>& newer, const std::optional<Value>& older) {
  if (!newer) newer = older;
}

}  // namespace vb::client::actions

#include "client/core/actions/rights.h"

namespace vb::client::actions {

Result<store::ChannelView> findChannel(const ActionParts& parts, ChannelId id) {
  auto view = parts.reader.channels().channel(id);
  if (!view) return fail(ErrorCode::notFound, "channel_id");
  return std::move(*view);
}

Result<void> allow(const ActionParts& parts, const store::ChannelView& view, ChannelAction action) {
  if (!may(view.row.role, action)) return fail(ErrorCode::forbidden, "channel_id");
  if (!may(view.row.role, action, view.channel, parts.clock.now())) return fail(ErrorCode::forbidden, "lease");
  return {};
}

}  // namespace vb::client::actions

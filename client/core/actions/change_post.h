// Editing and deleting one's own posts. A change of something that was never sent is folded into it; a change of
// something that is on its way follows it, with the base it will have then (outbox::kBaseFollows), so that nobody is in
// conflict with himself.
#pragma once

#include "client/core/actions/parts.h"

namespace vb::client::actions {

// homeCategoryId may be nil: it is looked up.
Result<CommandId> editPost(const ActionParts& parts, EditPost edit);
// The id of the row that deletes; of the row that was dropped, when the post had never left.
Result<CommandId> deletePost(const ActionParts& parts, DeletePost post);

}  // namespace vb::client::actions

// What a user does with folders and documents that are in a channel: each checks the table of rights and the rules of
// its fields, as the server does, and puts the command into the outbox. Files on their way are of
// client/core/documents.
#pragma once

#include "client/core/actions/parts.h"
#include "shared/domain/channel_commands.h"

namespace vb::client::actions {

Result<CommandId> addFolder(const ActionParts& parts, const AddFolder& command);
// Folded into one that was never sent, as of a document. badField "parent_id" when it would stand in itself.
Result<CommandId> changeFolder(const ActionParts& parts, ChangeFolder command);
// forbidden "not_empty".
Result<CommandId> removeFolder(const ActionParts& parts, const RemoveFolder& command);
Result<CommandId> changeDocument(const ActionParts& parts, ChangeDocument command);
// An older version as the newest: versionId and baseVersionId are filled in.
Result<CommandId> restoreVersion(const ActionParts& parts, AddVersion command);

}  // namespace vb::client::actions

#include "client/core/actions/with_documents.h"

#include <algorithm>

#include "client/core/actions/rights.h"

namespace vb::client::actions {
namespace {

Result<void> allowIn(const ActionParts& parts, ChannelId channel, ChannelAction action) {
  const auto view = findChannel(parts, channel);
  if (!view) return view.error();
  return allow(parts, *view, action);
}

std::optional<store::FolderRow> findFolder(const QVector<store::FolderRow>& folders, FolderId id) {
  const auto found = std::find_if(folders.begin(), folders.end(), [&](const auto& one) { return one.id == id; });
  if (found == folders.end()) return std::nullopt;
  return *found;
}

// Does `folder` stand in `outer`, at any depth? Folders of a broken server may stand in a circle.
bool isWithin(const QVector<store::FolderRow>& folders, FolderId folder, FolderId outer) {
  for (qsizetype steps = 0; steps <= folders.size() && !folder.isNil(); ++steps) {
    if (folder == outer) return true;
    const auto row = findFolder(folders, folder);
    folder = row ? row->parent : FolderId();
  }
  return false;
}

}  // namespace

Result<CommandId> addFolder(const ActionParts& parts, const AddFolder& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  if (auto allowed = allowIn(parts, command.channelId, ChannelAction::addDocument); !allowed) return allowed.error();
  return parts.outbox.queue(parts.freshId(), command, QString::fromStdString(command.name));
}

Result<CommandId> changeFolder(const ActionParts& parts, ChangeFolder command) {
  if (const auto older = unsent(parts, command)) {
    keep(command.name, older->name);
    keep(command.parentId, older->parentId);
  }
  if (auto valid = validate(command); !valid) return valid.error();
  if (auto allowed = allowIn(parts, command.channelId, ChannelAction::changeDocument); !allowed) return allowed.error();
  const auto folders = parts.reader.channels().folders(command.channelId);
  const auto folder = findFolder(folders, command.folderId);
  if (!folder) return fail(ErrorCode::notFound, "folder_id");
  if (command.parentId && !command.parentId->isNil()) {
    if (!findFolder(folders, *command.parentId)) return fail(ErrorCode::notFound, "parent_id");
    if (isWithin(folders, *command.parentId, command.folderId)) return fail(ErrorCode::badField, "parent_id");
  }
  command.baseSeq = folder->seq;
  return parts.outbox.queue(parts.freshId(), command,
                            command.name ? QString::fromStdString(*command.name) : folder->name);
}

Result<CommandId> removeFolder(const ActionParts& parts, const RemoveFolder& command) {
  if (auto valid = validate(command); !valid) return valid.error();
  if (auto allowed = allowIn(parts, command.channelId, ChannelAction::changeDocument); !allowed) return allowed.error();
  const auto folders = parts.reader.channels().folders(command.channelId);
  const auto folder = findFolder(folders, command.folderId);
  if (!folder) return fail(ErrorCode::notFound, "folder_id");
  const bool hasFolders =
      std::any_of(folders.begin(), folders.end(), [&](const auto& one) { return one.parent == command.folderId; });
  if (hasFolders || folder->documents > 0) return fail(ErrorCode::forbidden, "not_empty");
  return parts.outbox.queue(parts.freshId(), command, folder->name);
}

Result<CommandId> changeDocument(const ActionParts& parts, ChangeDocument command) {
  if (const auto older = unsent(parts, command)) {
    keep(command.name, older->name);
    keep(command.folderId, older->folderId);
    keep(command.trashed, older->trashed);
  }
  if (auto valid = validate(command); !valid) return valid.error();
  if (auto allowed = allowIn(parts, command.channelId, ChannelAction::changeDocument); !allowed) return allowed.error();
  const auto document = parts.reader.channels().document(command.documentId);
  if (!document) return fail(ErrorCode::notFound, "document_id");
  if (command.folderId && !command.folderId->isNil() &&
      !findFolder(parts.reader.channels().folders(command.channelId), *command.folderId))
    return fail(ErrorCode::notFound, "folder_id");
  command.baseSeq = document->row.seq;
  return parts.outbox.queue(parts.freshId(), command,
                            command.name ? QString::fromStdString(*command.name) : document->row.name);
}

Result<CommandId> restoreVersion(const ActionParts& parts, AddVersion command) {
  if (auto allowed = allowIn(parts, command.channelId, ChannelAction::addDocument); !allowed) return allowed.error();
  const auto document = parts.reader.channels().document(command.documentId);
  if (!document) return fail(ErrorCode::notFound, "document_id");
  for (const auto& version : document->versions) {
    if (version.current) command.baseVersionId = version.id;
    if (version.id == command.copyOf) command.mediaType = version.mediaType.toStdString();
  }
  command.versionId = VersionId::v7(parts.clock, parts.random);
  if (auto valid = validate(command); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), command, document->row.name);
}

}  // namespace vb::client::actions

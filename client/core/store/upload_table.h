// UploadTable and KeepingTable: what the user has on its way to the server, and what he wants to keep of documents on
// this computer. In own.db: a rebuild of the cache leaves them alone. Part of Cache, core thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QString>

#include "client/core/store/channel_views.h"
#include "shared/base/result.h"

namespace vb::client::store {

struct Upload {
  UploadId id;
  ChannelId channel;
  FolderId folder;
  TopicId topic;  // nil: not attached
  DocumentId document;
  VersionId version;
  VersionId baseVersion;  // nil: a new document
  CommandId command;      // finishing: the row of the outbox
  QString name;
  QString mediaType;
  QString remark;
  QString source;      // the user's own file
  std::string sha256;  // of the copy aside; empty while preparing
  qint64 size = 0;
  qint64 sent = 0;
  UploadState state = UploadState::preparing;
  std::string errorCode;  // failed
  qint64 addedAt = 0;
};

class UploadTable {
 public:
  virtual ~UploadTable() = default;
  virtual std::vector<Upload> uploads() = 0;  // oldest first
  virtual std::optional<Upload> upload(UploadId id) = 0;
  // Replaces or adds; all in one transaction. Durable when it returns.
  virtual Result<void> save(const std::vector<Upload>& uploads) = 0;
  virtual Result<void> remove(UploadId id) = 0;
};

class KeepingTable {
 public:
  virtual ~KeepingTable() = default;
  virtual std::set<DocumentId> pins() = 0;
  virtual Result<void> setPinned(DocumentId document, bool pinned) = 0;
  virtual std::map<ChannelId, OfflineRule> rules() = 0;  // those that are not the default
  virtual Result<void> setRule(ChannelId channel, const OfflineRule& rule) = 0;
  virtual qint64 storageLimit() = 0;
  virtual Result<void> setStorageLimit(qint64 bytes) = 0;
};

}  // namespace vb::client::store

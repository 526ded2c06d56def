// ContentRights: who may send and fetch contents, asked in the transaction that reads or notes.
#pragma once

#include "server/services/access.h"
#include "server/storage/tables.h"

namespace vb::server::api {

// A document of the channel, or of one of its topics when it is not nil. notFound, forbidden (detail "lease").
Result<void> maySend(const storage::Tables& tables, UserId user, ChannelId channel, TopicId topic, Timestamp now);
// His own, in a channel where he may still send: unauthorized, notFound, forbidden.
Result<storage::Upload> findUpload(const storage::Tables& tables, const services::Identity& who, UploadId id,
                                   Timestamp now);
// The content of a version that stands in this scope: unauthorized, notFound.
Result<storage::VersionContent> findContent(const storage::Tables& tables, const services::Identity& who,
                                            const Scope& scope, VersionId version, Timestamp now);

}  // namespace vb::server::api

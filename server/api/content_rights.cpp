#include "server/api/content_rights.h"

#include <utility>

#include "server/services/channel_log.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"

namespace vb::server::api {

Result<void> maySend(const storage::Tables& tables, UserId user, ChannelId channel, TopicId topic, Timestamp now) {
  const auto found = services::findChannel(tables, channel);
  const auto member = services::findMember(tables, channel, user);
  if (!found || !member) return fail(ErrorCode::notFound);
  if (!may(member->role, ChannelAction::addDocument)) return fail(ErrorCode::forbidden);
  if (!may(member->role, ChannelAction::addDocument, *found, now)) return fail(ErrorCode::forbidden, "lease");
  if (topic.isNil()) return {};
  const auto record = tables.records().find(Scope::channel(channel), kinds::kTopic, topic.text());
  if (!record || record->deleted || services::readBody<Topic>(*record).deletedAt) return fail(ErrorCode::notFound);
  return {};
}

Result<storage::Upload> findUpload(const storage::Tables& tables, const services::Identity& who, UploadId id,
                                   Timestamp now) {
  if (auto good = services::checkToken(tables, who, now); !good) return good.error();
  auto upload = tables.contents().findUpload(id);
  if (!upload || upload->user != who.user) return fail(ErrorCode::notFound);
  if (auto allowed = maySend(tables, who.user, upload->channel, upload->topic, now); !allowed) return allowed.error();
  return std::move(*upload);
}

Result<storage::VersionContent> findContent(const storage::Tables& tables, const services::Identity& who,
                                            const Scope& scope, VersionId version, Timestamp now) {
  if (auto good = services::checkToken(tables, who, now); !good) return good.error();
  // Documents stand in no other scopes.
  if (scope.kind() != ScopeKind::channel && scope.kind() != ScopeKind::discussion) return fail(ErrorCode::notFound);
  if (auto allowed = services::mayRead(tables, who.user, scope); !allowed) return allowed.error();
  const auto record = tables.records().find(scope, kinds::kVersion, version.text());
  auto content = tables.contents().findVersion(version);
  if (!record || record->deleted || !content) return fail(ErrorCode::notFound);
  return std::move(*content);
}

}  // namespace vb::server::api

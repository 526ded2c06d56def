#include "server/services/access.h"

#include <utility>

#include <sodium.h>

#include "server/services/tuning.h"
#include "shared/base/planted_bugs.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"

namespace vb::server::services {

std::string tokenHash(std::string_view token) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(token.data()), token.size());
  std::string text(sizeof hash * 2, '\0');
  // sodium_bin2hex ends with a NUL, which lands on the string's own terminator.
  sodium_bin2hex(text.data(), text.size() + 1, hash, sizeof hash);
  return text;
}

Result<storage::Token> findGoodToken(const storage::Tables& tables, const Identity& who, Timestamp now) {
  if (planted(PlantedBug::cachedMembership)) return storage::Token{who.tokenHash, who.user, {}, now, now};
  auto token = tables.tokens().find(who.tokenHash);
  if (!token || token->user != who.user || now - token->lastUsedAt > kTokenUnusedMax)
    return fail(ErrorCode::unauthorized);
  return std::move(*token);
}

Result<void> checkToken(const storage::Tables& tables, const Identity& who, Timestamp now) {
  if (auto found = findGoodToken(tables, who, now); !found) return found.error();
  return {};
}

namespace {

ChannelRole roleIn(const storage::Tables& tables, ChannelId channel, UserId user) {
  const auto record = tables.records().find(Scope::channel(channel), kinds::kMember, user.text());
  if (!record || record->deleted) return ChannelRole::none;
  const auto member = fromJsonText<Member>(record->body);
  return member ? member->role : ChannelRole::none;
}

}  // namespace

Result<void> mayRead(const storage::Tables& tables, UserId user, const Scope& scope) {
  switch (scope.kind()) {
    case ScopeKind::directory:
      return {};
    case ScopeKind::category: {
      const auto category = tables.records().find(Scope::directory(), kinds::kCategory, scope.id().text());
      if (category && !category->deleted) return {};
      break;
    }
    case ScopeKind::user:
      if (scope.id() == user.uuid || planted(PlantedBug::userScopeLeak)) return {};
      break;
    case ScopeKind::channel:
      if (roleIn(tables, ChannelId{scope.id()}, user) >= ChannelRole::member) return {};
      break;
    case ScopeKind::desk:
      if (roleIn(tables, ChannelId{scope.id()}, user) >= ChannelRole::moderator) return {};
      break;
    case ScopeKind::discussion: {
      const auto guest = tables.records().find(scope, kinds::kMember, user.text());
      if (guest && !guest->deleted) return {};
      break;
    }
    case ScopeKind::conversation:
    case ScopeKind::unknown:
      break;
  }
  return fail(ErrorCode::notFound);
}

}  // namespace vb::server::services

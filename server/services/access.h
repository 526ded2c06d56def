// Access: the one place that decides whether a token is good and who may read a scope; asked in the transaction that
// reads or writes the rows (S6).
#pragma once

#include <string>
#include <string_view>

#include "server/storage/tables.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/domain/scope.h"

namespace vb::server::services {

struct Identity {
  UserId user;
  std::string tokenHash;  // SHA-256 of the bearer token, hexadecimal
};

// SHA-256, lower-case hexadecimal.
std::string tokenHash(std::string_view token);
// The token, when it is this user's, not revoked and not expired at `now`; else unauthorized.
Result<storage::Token> findGoodToken(const storage::Tables& tables, const Identity& who, Timestamp now);
// unauthorized unless the token is this user's, not revoked and not expired at `now`.
Result<void> checkToken(const storage::Tables& tables, const Identity& who, Timestamp now);
// notFound for a scope that does not exist and for one that the user may not see; never told apart (A9).
Result<void> mayRead(const storage::Tables& tables, UserId user, const Scope& scope);

}  // namespace vb::server::services

// Error codes: stable on the wire (errorName), commented here, translated only in client/ui.
// A code never changes its meaning; a code that a peer does not know reads as `unknown`.
#pragma once

#include <string>
#include <string_view>

namespace vb {

enum class ErrorCode {
  unknown,             // a code of a newer peer
  badMessage,          // not JSON, wrong type of a field, too deep: 400
  badField,            // a field breaks a rule of the domain; detail names the field: 400
  unsupported,         // a message or command kind this side does not know: 400
  unauthorized,        // no token, expired or revoked: 401
  badCredentials,      // e-mail and password do not belong together, or the account does not exist: 401
  forbidden,           // known, but not allowed to this user: 403
  notFound,            // does not exist, or may not be seen: 404, never told apart
  conflict,            // base_seq is not the newest; the newest is enclosed: 409
  idReused,            // the command id was used with another payload or by another user: 409
  accountExists,       // only told to the operator; a registering person always gets the same answer: 409
  tooLarge,            // a frame, text or list is over its limit: 413
  tooManyRequests,     // rate limit; retry_after_ms says when: 429
  personalData,        // a citizen service number (BSN) in a text that goes to others: 422
  registrationClosed,  // self-registration is switched off: 403
  readOnly,            // the server cannot write now (disk full); nothing was lost: 503
  unavailable,         // shutting down or overloaded; retry_after_ms says when: 503
  versionUnsupported,  // no common protocol version: 426
  resyncRequired,      // the cursor is not valid here any more: 410
  ioFailed,            // a file or disk failed
  diskFull,            // no space left
  newerSchema,         // the database was written by a newer version; nothing was touched
  restoredDatabase,    // the database is older than what was acknowledged; needs --accept-restore
  network,             // no connection, timed out
  captivePortal,       // something answered that is not our server; nothing of it was believed
  untrustedPeer,       // certificate, TLS version or redirect refused; nothing was sent
  internal,            // a defect; someone must look
};

// The name as sent on the wire: snake_case of the enumerator.
std::string_view errorName(ErrorCode code);
ErrorCode errorFromName(std::string_view name);
// The status for HTTP replies (RFC 9110), 500 for codes that never travel.
int httpStatus(ErrorCode code);

// What went wrong. `detail` is for logs and developers, in English; never user text, never content.
struct Error {
  ErrorCode code = ErrorCode::unknown;
  std::string detail;
  bool operator==(const Error&) const = default;
};

}  // namespace vb

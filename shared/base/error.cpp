#include "shared/base/error.h"

#include <array>
#include <utility>

namespace vb {
namespace {

struct Row {
  ErrorCode code;
  std::string_view name;
  int status;
};

constexpr std::array kRows{
    Row{ErrorCode::unknown, "unknown", 500},
    Row{ErrorCode::badMessage, "bad_message", 400},
    Row{ErrorCode::badField, "bad_field", 400},
    Row{ErrorCode::unsupported, "unsupported", 400},
    Row{ErrorCode::unauthorized, "unauthorized", 401},
    Row{ErrorCode::badCredentials, "bad_credentials", 401},
    Row{ErrorCode::forbidden, "forbidden", 403},
    Row{ErrorCode::notFound, "not_found", 404},
    Row{ErrorCode::conflict, "conflict", 409},
    Row{ErrorCode::idReused, "id_reused", 409},
    Row{ErrorCode::accountExists, "account_exists", 409},
    Row{ErrorCode::tooLarge, "too_large", 413},
    Row{ErrorCode::tooManyRequests, "too_many_requests", 429},
    Row{ErrorCode::personalData, "personal_data", 422},
    Row{ErrorCode::registrationClosed, "registration_closed", 403},
    Row{ErrorCode::readOnly, "read_only", 503},
    Row{ErrorCode::unavailable, "unavailable", 503},
    Row{ErrorCode::versionUnsupported, "version_unsupported", 426},
    Row{ErrorCode::resyncRequired, "resync_required", 410},
    Row{ErrorCode::ioFailed, "io_failed", 500},
    Row{ErrorCode::diskFull, "disk_full", 507},
    Row{ErrorCode::newerSchema, "newer_schema", 500},
    Row{ErrorCode::restoredDatabase, "restored_database", 500},
    Row{ErrorCode::network, "network", 500},
    Row{ErrorCode::captivePortal, "captive_portal", 500},
    Row{ErrorCode::untrustedPeer, "untrusted_peer", 500},
    Row{ErrorCode::internal, "internal", 500},
};

}  // namespace

std::string_view errorName(ErrorCode code) {
  for (const Row& row : kRows)
    if (row.code == code) return row.name;
  return "unknown";
}

ErrorCode errorFromName(std::string_view name) {
  for (const Row& row : kRows)
    if (row.name == name) return row.code;
  return ErrorCode::unknown;
}

int httpStatus(ErrorCode code) {
  for (const Row& row : kRows)
    if (row.code == code) return row.status;
  return 500;
}

}  // namespace vb

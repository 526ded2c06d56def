// How `vraagbaakd` ends; the man page lists them.
#pragma once

#include "shared/base/error.h"

namespace vb::server::app {

enum ExitCode {
  kExitDone = 0,
  kExitFailed = 1,
  kExitUsage = 2,        // wrong flags or config; nothing was touched
  kExitInUse = 3,        // another process has the data open
  kExitRestored = 4,     // the database is older than what was acknowledged: --accept-restore
  kExitNewerSchema = 5,  // the database was written by a newer version; nothing was touched
  kExitNoAnswer = 6,     // a running server was asked and did not answer: done or not
};

inline int exitCodeOf(const Error& error) {
  switch (error.code) {
    case ErrorCode::badField:
      return kExitUsage;
    case ErrorCode::unavailable:
      return kExitInUse;
    case ErrorCode::restoredDatabase:
      return kExitRestored;
    case ErrorCode::newerSchema:
      return kExitNewerSchema;
    default:
      return kExitFailed;
  }
}

}  // namespace vb::server::app

// One's synced settings as a command that changes one of them. Pure.
#pragma once

#include "client/core/store/reader.h"
#include "shared/domain/commands.h"

namespace vb::client::ui {

inline UpdateSettings currentSettings(store::Reader& reader) {
  const auto now = reader.settings();
  return {now.language, now.notify, now.workFromMinutes, now.workUntilMinutes};
}

}  // namespace vb::client::ui

// What the user tells of himself: expertise, profile, settings.
#pragma once

#include "client/core/actions/parts.h"

namespace vb::client::actions {

Result<CommandId> setExpertise(const ActionParts& parts, CategoryId category, bool on);
Result<CommandId> updateProfile(const ActionParts& parts, const UpdateProfile& profile);
Result<CommandId> updateSettings(const ActionParts& parts, const UpdateSettings& settings);

}  // namespace vb::client::actions

#include "client/core/actions/own_profile.h"

#include "shared/domain/validate.h"

namespace vb::client::actions {

Result<CommandId> setExpertise(const ActionParts& parts, CategoryId category, bool on) {
  const SetExpertise command{category, on};
  if (auto valid = validate(command); !valid) return valid.error();
  const bool isEnglish = parts.reader.settings().language == "en";
  for (const auto& row : parts.reader.categories())
    if (row.id == category) return parts.outbox.queue(parts.freshId(), command, isEnglish ? row.nameEn : row.nameNl);
  return fail(ErrorCode::notFound, "category_id");
}

Result<CommandId> updateProfile(const ActionParts& parts, const UpdateProfile& profile) {
  if (auto valid = validate(profile); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), profile, QString::fromStdString(profile.name));
}

Result<CommandId> updateSettings(const ActionParts& parts, const UpdateSettings& settings) {
  if (auto valid = validate(settings); !valid) return valid.error();
  return parts.outbox.queue(parts.freshId(), settings);
}

}  // namespace vb::client::actions

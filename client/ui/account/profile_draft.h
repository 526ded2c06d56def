// ProfileDraft: the profile form that was changed and not saved, as a draft like any other: it survives another screen,
// another size of text and closing the app. Pure.
#pragma once

#include <optional>

#include "client/core/store/views.h"
#include "shared/domain/commands.h"

namespace vb::client::ui {

inline constexpr char kProfileDraft[] = "profile";  // its key

store::Draft profileDraft(const UpdateProfile& typed);
// nullopt: it is no profile.
std::optional<UpdateProfile> typedProfile(const store::Draft& draft);

}  // namespace vb::client::ui

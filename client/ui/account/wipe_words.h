// What is lost when everything of this profile is erased from this computer, in words. Pure.
#pragma once

#include <QString>

#include "client/core/store/views.h"

namespace vb::client::ui {

QString whatWipingLoses(const store::Counts& counts);

}  // namespace vb::client::ui

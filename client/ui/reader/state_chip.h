// The chip for the state of something one wrote; hidden when there is nothing to say. GUI thread.
#pragma once

#include "client/core/store/views.h"
#include "client/ui/controls/chip.h"

namespace vb::client::ui {

ChipKind chipKindOf(store::SendState state);
void showSendState(Chip* chip, store::SendState state);

}  // namespace vb::client::ui

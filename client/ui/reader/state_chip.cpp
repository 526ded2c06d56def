#include "client/ui/reader/state_chip.h"

#include "client/ui/words/words.h"

namespace vb::client::ui {

ChipKind chipKindOf(store::SendState state) {
  switch (state) {
    case store::SendState::received:
      return ChipKind::ok;
    case store::SendState::waiting:
    case store::SendState::sending:
      return ChipKind::wait;
    case store::SendState::refused:
    case store::SendState::conflict:
      return ChipKind::bad;
    case store::SendState::none:
    case store::SendState::draft:
      break;
  }
  return ChipKind::grey;
}

void showSendState(Chip* chip, store::SendState state) {
  chip->setVisible(state != store::SendState::none);
  if (state != store::SendState::none) chip->set(stateName(state), chipKindOf(state));
}

}  // namespace vb::client::ui

// Access: what every part of a screen may use: the desk to do, the reader to look, the navigator to go. Borrowed.
#pragma once

#include "client/models/desk.h"
#include "client/ui/shell/navigator.h"

namespace vb::client::ui {

struct Access {
  Desk& desk;
  store::Reader& reader;
  Navigator& navigator;
};

}  // namespace vb::client::ui

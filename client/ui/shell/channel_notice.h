// ChannelNotice: news of channels in the words of a desktop notification, and where a click on it leads. Pure.
#pragma once

#include <QString>

#include "client/core/engine/channel_news.h"
#include "client/core/store/channel_reader.h"
#include "client/ui/shell/destination.h"

namespace vb::client::ui {

struct ChannelNotice {
  QString title;
  QString text;  // may be empty: of closed channels and cases nothing is told but that there is something
  Visit visit;
};

ChannelNotice channelNotice(const ChannelNews& news);

// May it still be on the desktop? Not when one of its channels is out of this user's reach (F28).
bool mayStay(const ChannelNews& news, store::ChannelReader& channels);

}  // namespace vb::client::ui

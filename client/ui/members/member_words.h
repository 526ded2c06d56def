// Words for people in a channel: roles, what a role may do, who may join. GUI thread (translations).
#pragma once

#include <QLocale>
#include <QString>

#include "client/core/store/channel_views.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::ui {

// "Moderator"; empty for none.
QString channelRoleName(ChannelRole role);
// "Write posts", as a row of the table of rights.
QString channelActionName(ChannelAction action);
// What a role is, in one sentence.
QString channelRoleMeaning(ChannelRole role);
// "Anybody may join.", and so on.
QString channelAccessMeaning(ChannelAccess access);
QLocale localeOnScreen();
// "12 March 2026", in the language on screen.
QString dayText(qint64 at);

}  // namespace vb::client::ui

// ChannelNews: what happened in channels that deserves a desktop notification; one summary of all that came together.
// Never of what one did oneself, of the first sync, of what was read already, or of a topic that one muted.
#pragma once

#include <QMetaType>
#include <QString>
#include <QVector>

#include "shared/base/ids.h"

namespace vb::client {

struct ChannelNews {
  int mentions = 0;     // of this user, in a text of another
  int posts = 0;        // in topics that one follows; those that mention are not counted again
  int invitations = 0;  // not answered yet
  int requests = 0;     // to join a channel in which one may answer them
  QVector<ChannelId> channels;
  QString channelName;  // of the only channel, else empty
  TopicId topic;        // of mentions and posts, when all are in one topic; else nil
  PostId post;          // the first of them in that topic; nil: its opening text
  bool isCase = false;  // that topic
  // Empty where the desktop must not tell: of closed channels, cases, and more than one topic.
  QString topicTitle;

  int total() const { return mentions + posts + invitations + requests; }
};

}  // namespace vb::client

Q_DECLARE_METATYPE(vb::client::ChannelNews)

#include "client/ui/shell/channel_notice.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

namespace vb::client::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vb::client::ui::ChannelNotice)
};

// The channel is named where it is the only one; what happened, where it is of one kind too.
QString titleOf(const ChannelNews& news, bool isOneKind) {
  const QString& name = news.channelName;
  if (name.isEmpty() || !isOneKind)
    return name.isEmpty() ? Words::tr("News in your channels") : Words::tr("News in %1").arg(name);
  if (news.mentions > 0)
    return news.mentions == 1 ? Words::tr("You are mentioned in %1").arg(name)
                              : Words::tr("You are mentioned %n time(s) in %1", nullptr, news.mentions).arg(name);
  if (news.posts > 0)
    return news.posts == 1 ? Words::tr("New post in %1").arg(name)
                           : Words::tr("%n new post(s) in %1", nullptr, news.posts).arg(name);
  if (news.invitations > 0) return Words::tr("Invitation to %1").arg(name);
  return news.requests == 1 ? Words::tr("Somebody asks to join %1").arg(name)
                            : Words::tr("%n people ask to join %1", nullptr, news.requests).arg(name);
}

// How much of each, when there is more than one kind or channel.
QString countsOf(const ChannelNews& news) {
  QStringList counts;
  if (news.mentions > 0) counts.append(Words::tr("%n mention(s)", nullptr, news.mentions));
  if (news.posts > 0) counts.append(Words::tr("%n new post(s)", nullptr, news.posts));
  if (news.invitations > 0) counts.append(Words::tr("%n invitation(s)", nullptr, news.invitations));
  if (news.requests > 0) counts.append(Words::tr("%n request(s) to join", nullptr, news.requests));
  return counts.join(QStringLiteral(", "));
}

Visit visitOf(const ChannelNews& news) {
  Visit visit;
  // An invitation is answered in the list; so is where several channels are.
  visit.destination = news.channels.size() == 1 && news.invitations == 0 ? Destination::channel : Destination::channels;
  if (visit.destination == Destination::channels) return visit;
  visit.channel = news.channels.first();
  if (news.requests == news.total()) visit.tab = ChannelTab::members;
  if (news.topic.isNil()) return visit;
  visit.tab = news.isCase ? ChannelTab::cases : ChannelTab::discussions;
  visit.topic = news.topic;
  visit.post = news.post;
  return visit;
}

}  // namespace

ChannelNotice channelNotice(const ChannelNews& news) {
  const bool isOneKind = news.total() == std::max({news.mentions, news.posts, news.invitations, news.requests});
  const bool isPlain = isOneKind && news.channels.size() == 1;
  return {titleOf(news, isOneKind), isPlain ? news.topicTitle : countsOf(news), visitOf(news)};
}

bool mayStay(const ChannelNews& news, store::ChannelReader& channels) {
  const auto rows = channels.channels();
  return std::all_of(news.channels.begin(), news.channels.end(), [&](ChannelId id) {
    return std::any_of(rows.begin(), rows.end(), [&](const store::ChannelRow& row) {
      return row.id == id && (row.state == MembershipState::joined || row.state == MembershipState::invited);
    });
  });
}

}  // namespace vb::client::ui

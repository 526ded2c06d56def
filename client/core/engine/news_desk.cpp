#include "client/core/engine/news_desk.h"

#include <algorithm>
#include <array>

#include <QDateTime>

#include "client/core/engine/tuning.h"

namespace vb::client {

void NewsDesk::arrived(const store::Changes& changes, bool isNews, bool firstSync) {
  if (!isNews || firstSync) return;
  if (changes.arrived.empty() && changes.arrivedPosts.empty() && changes.arrivedTopics.empty() &&
      changes.invitations.empty())
    return;
  collected_.add(changes);
  if (!window_.isRunning()) window_.start(kNewsWindow, [this] { summarise(); });
}

bool NewsDesk::isWorkingTime(const Settings& settings) const {
  const auto now = QDateTime::fromMSecsSinceEpoch(clock_.now().time_since_epoch().count()).time();
  const int minute = now.hour() * 60 + now.minute();
  const int from = settings.workFromMinutes;
  const int until = settings.workUntilMinutes;
  if (from == until) return true;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

void NewsDesk::summarise() {
  const auto settings = reader_.settings();
  if (settings.notify && isWorkingTime(settings)) {
    tellOfQuestions();
    // Later, so that it is what stays: it is about this user alone.
    tellOfChannels();
  }
  collected_ = {};
}

void NewsDesk::tellOfQuestions() {
  auto rows = reader_.questionRows({collected_.arrived.begin(), collected_.arrived.end()});
  rows.removeIf([](const store::QuestionRow& row) { return !row.routedToMe || row.mine || row.closed || !row.unread; });
  if (rows.isEmpty()) return;
  const auto newest =
      *std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.askedAt < b.askedAt; });
  NewQuestions news;
  news.count = static_cast<int>(rows.size());
  news.newest = newest.id;
  news.newestTitle = newest.title;
  const CategoryId through = newest.via.isEmpty() ? newest.homeCategory : newest.via.first();
  for (const auto& category : reader_.categories()) {
    if (category.id != through) continue;
    news.categoryNl = category.nameNl;
    news.categoryEn = category.nameEn;
  }
  tell_(news);
}

void NewsDesk::tellOfChannels() {
  auto& channels = reader_.channels();
  std::array<ChannelNews, 3> news;
  const auto note = [&](ChannelNews::Kind kind, ChannelNews one) {
    auto& told = news[static_cast<std::size_t>(kind)];
    one.kind = kind;
    one.count = told.count + 1;
    told = std::move(one);
  };
  const auto ofTopic = [](const store::TopicView& topic, const QString& who, PostId post) {
    ChannelNews one;
    one.channel = topic.row.channel;
    one.topic = topic.row.id;
    one.post = post;
    one.who = who;
    one.isCase = topic.row.kind == TopicKind::caseDiscussion;
    return one;
  };
  for (const TopicId id : collected_.arrivedTopics) {
    const auto topic = channels.topic(id);
    if (!topic || topic->row.mine || topic->row.deleted || topic->readSeq >= topic->seq || !topic->mentionsMe) continue;
    note(ChannelNews::Kind::mention, ofTopic(*topic, topic->author.name, {}));
  }
  for (const auto& post : channels.posts({collected_.arrivedPosts.begin(), collected_.arrivedPosts.end()})) {
    if (post.mine || post.deleted || !post.unread) continue;
    const auto topic = channels.topic(post.topic);
    if (!topic || topic->row.muted || (!post.mentionsMe && !topic->row.followed)) continue;
    note(post.mentionsMe ? ChannelNews::Kind::mention : ChannelNews::Kind::posts,
         ofTopic(*topic, post.author.name, post.id));
  }
  for (const ChannelId id : collected_.invitations) {
    const auto channel = channels.channel(id);
    if (!channel || channel->row.state != MembershipState::invited) continue;
    ChannelNews one;
    one.channel = id;
    one.who = channel->row.invitedBy;
    note(ChannelNews::Kind::invitation, one);
  }
  // One of them is shown: who is spoken to comes first.
  const auto first = std::find_if(news.begin(), news.end(), [](const ChannelNews& one) { return one.count > 0; });
  if (first == news.end()) return;
  if (const auto channel = channels.channel(first->channel)) first->channelName = channel->row.name;
  tellOfChannels_(*first);
}

}  // namespace vb::client

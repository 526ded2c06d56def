#include "client/core/engine/news_desk.h"

#include <algorithm>
#include <map>

#include <QDateTime>

#include "client/core/engine/tuning.h"
#include "shared/domain/channel_rights.h"

namespace vb::client {
namespace {

// Gathers what is still true of the arrivals, as this user sees it now.
class ChannelSummary {
 public:
  explicit ChannelSummary(store::ChannelReader& channels) : channels_(channels) {}

  void topic(TopicId id) {
    const auto view = channels_.topic(id);
    if (!view || view->row.mine || view->row.unread == 0 || view->readSeq > 0) return;
    text(*view, view->mentionsMe, PostId());
  }
  void post(const store::PostView& post) {
    if (post.mine || post.deleted || !post.unread) return;
    if (const auto view = channels_.topic(post.topic)) text(*view, post.mentionsMe, post.id);
  }
  void invitation(ChannelId id) {
    const auto view = channels_.channel(id);
    if (!view || view->row.state != MembershipState::invited) return;
    ++news_.invitations;
    in(view->row);
  }
  void request(ChannelId id, UserId user) {
    const auto view = channels_.channel(id);
    if (!view || !may(view->row.role, ChannelAction::invite)) return;
    const auto people = channels_.people(id);
    if (std::none_of(people.requests.begin(), people.requests.end(),
                     [&](const auto& request) { return request.person.id == user; }))
      return;
    ++news_.requests;
    in(view->row);
  }

  const ChannelNews& news() {
    if (news_.channels.size() != 1) news_.channelName.clear();
    if (topics_.size() == 1 && news_.mentions + news_.posts == news_.total()) {
      news_.topic = topics_.begin()->first;
      news_.topicTitle = topics_.begin()->second;
    } else {
      news_.post = {};
      news_.isCase = false;
    }
    return news_;
  }

 private:
  void text(const store::TopicView& view, bool mentionsMe, PostId post) {
    const auto& topic = view.row;
    if (topic.muted || topic.deleted || !(mentionsMe || topic.followed)) return;
    const auto channel = channels_.channel(topic.channel);
    if (!channel || channel->row.state != MembershipState::joined) return;
    ++(mentionsMe ? news_.mentions : news_.posts);
    if (topics_.empty()) {
      news_.post = post;
      news_.isCase = topic.kind == TopicKind::caseDiscussion;
    }
    // A desktop shows it to whoever passes by, also on a locked screen.
    const auto access = channel->row.access;
    const bool isListed = access == ChannelAccess::open || access == ChannelAccess::onRequest;
    topics_[topic.id] = isListed && topic.kind == TopicKind::discussion ? topic.title : QString();
    in(channel->row);
  }
  void in(const store::ChannelRow& row) {
    if (news_.channels.contains(row.id)) return;
    news_.channels.append(row.id);
    news_.channelName = row.name;
  }

  store::ChannelReader& channels_;
  ChannelNews news_;
  std::map<TopicId, QString> topics_;
};

}  // namespace

void NewsDesk::arrived(const store::Arrivals& arrivals, bool isNews, bool firstSync) {
  if (!isNews || firstSync || arrivals.isEmpty()) return;
  collected_.add(arrivals);
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
  const auto collected = std::exchange(collected_, {});
  const auto settings = reader_.settings();
  if (!settings.notify || !isWorkingTime(settings)) return;
  tellQuestions(collected.questions);
  tellChannels(collected);
}

void NewsDesk::tellQuestions(const std::vector<QuestionId>& collected) {
  if (collected.empty()) return;
  auto rows = reader_.questionRows({collected.begin(), collected.end()});
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
  tell_.questions(news);
}

void NewsDesk::tellChannels(const store::Arrivals& collected) {
  auto& channels = reader_.channels();
  ChannelSummary summary(channels);
  for (const auto id : collected.topics) summary.topic(id);
  for (const auto& post : channels.posts({collected.posts.begin(), collected.posts.end()})) summary.post(post);
  for (const auto id : collected.invitedTo) summary.invitation(id);
  for (const auto& [channel, user] : collected.askedToJoin) summary.request(channel, user);
  if (const auto& news = summary.news(); news.total() > 0) tell_.channels(news);
}

}  // namespace vb::client

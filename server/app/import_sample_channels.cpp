// The channels of the sample content, with what its people did in them.
#include <algorithm>

#include "server/app/import.h"
#include "server/app/import_json.h"
#include "shared/domain/fields.h"

namespace vb::server::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class ChannelImport {
 public:
  ChannelImport(const json::object& object, const std::map<std::string, UserId>& people, Timestamp now)
      : object_(object), people_(people), now_(now), slug_(textOf(object, "slug")) {}

  // badField with the id of a person who is not there.
  Result<services::PastChannel> read() {
    channel_.at = now_ - hours(24 * numberOf(object_, "days_ago"));
    auto& made = channel_.made;
    made.id = ChannelId::named("sample-channel:" + slug_);
    made.owner = person(textOf(object_, "owner"));
    made.channel.name = textOf(object_, "name");
    made.channel.organisation = textOf(object_, "organisation");
    made.channel.description = textOf(object_, "description");
    const auto access = textOf(object_, "access");
    made.channel.access = access == "open"         ? ChannelAccess::open
                          : access == "on_request" ? ChannelAccess::onRequest
                                                   : ChannelAccess::closed;
    made.lease.plan = textOf(object_, "plan");
    made.lease.startsAt = channel_.at;
    made.lease.seats = static_cast<int>(numberOf(object_, "seats"));
    made.lease.quotaBytes = numberOf(object_, "quota_megabytes") * 1'000'000;
    if (const auto days = numberOf(object_, "term_days"); days > 0) made.lease.endsAt = channel_.at + hours(24 * days);
    eachObject(object_.if_contains("members"), [&](const json::object& member, long) { readMember(member); });
    eachObject(object_.if_contains("topics"), [&](const json::object& topic, long) { readTopic(topic); });
    std::stable_sort(channel_.actions.begin(), channel_.actions.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    if (!unknown_.empty()) return fail(ErrorCode::badField, "nobody has the id " + unknown_);
    return std::move(channel_);
  }

 private:
  UserId person(const std::string& id) {
    const auto found = people_.find(id);
    if (found != people_.end()) return found->second;
    unknown_ = id;
    return {};
  }
  Timestamp moment(const json::object& object) const { return now_ - minutes(numberOf(object, "minutes_ago")); }
  TopicId topicId(const std::string& id) const { return TopicId::named("sample-topic:" + slug_ + ":" + id); }
  void add(UserId user, Timestamp at, CommandBody command) {
    channel_.actions.push_back({user, at, std::move(command)});
  }

  void readMember(const json::object& object) {
    const auto user = person(textOf(object, "id"));
    const auto role = textOf(object, "role");
    const Timestamp at = now_ - hours(24 * numberOf(object, "days_ago"));
    if (role != "guest") {
      channel_.members.push_back({user, role == "moderator" ? ChannelRole::moderator : ChannelRole::member, at});
      return;
    }
    // A guest is invited to topics that are there: at the end, as one who came a moment ago.
    InviteToChannel invite;
    invite.channelId = channel_.made.id;
    invite.invitationId = InvitationId::named("sample-invitation:" + slug_ + ":" + user.text());
    invite.userId = user;
    invite.role = ChannelRole::guest;
    Timestamp latest = at;
    for (const auto& topic : textsOf(object, "topics")) {
      invite.topicIds.push_back(topicId(topic));
      eachObject(object_.if_contains("topics"), [&](const json::object& one, long) {
        if (textOf(one, "id") == topic) latest = std::max(latest, moment(one));
      });
    }
    add(channel_.made.owner, latest + minutes(1), invite);
    add(user, latest + minutes(2), AnswerInvitation{channel_.made.id, true});
  }

  void readTopic(const json::object& object) {
    StartTopic topic;
    topic.channelId = channel_.made.id;
    topic.topicId = topicId(textOf(object, "id"));
    topic.title = textOf(object, "title");
    topic.body = textOf(object, "body");
    const auto author = person(textOf(object, "author"));
    if (textOf(object, "kind") == "case") {
      topic.kind = TopicKind::caseDiscussion;
      const auto* parts = object.if_contains("parts");
      if (parts != nullptr && parts->is_object()) {
        const auto& part = parts->as_object();
        topic.caseParts = CaseParts{textOf(part, "situation"), textOf(part, "tried"), textOf(part, "question"),
                                    textOf(part, "agreement")};
      }
    }
    add(author, moment(object), topic);
    Timestamp latest = moment(object);
    std::vector<std::pair<PostId, std::string>> posts;
    eachObject(object.if_contains("posts"), [&](const json::object& one, long place) {
      WritePost post;
      post.channelId = topic.channelId;
      post.topicId = topic.topicId;
      post.postId = PostId::named("sample-post:" + topic.topicId.text() + ":" + std::to_string(place));
      post.body = textOf(one, "body");
      const auto quoted = static_cast<std::size_t>(numberOf(one, "quote"));
      if (quoted > 0 && quoted <= posts.size()) {
        post.quotedPostId = posts[quoted - 1].first;
        post.body = "> " + posts[quoted - 1].second + "\n\n" + post.body;
      }
      for (const auto& name : textsOf(one, "mentions")) post.mentionIds.push_back(person(name));
      posts.emplace_back(post.postId, textOf(one, "body"));
      latest = std::max(latest, moment(one));
      add(person(textOf(one, "author")), moment(one), std::move(post));
    });
    if (const auto* lesson = object.if_contains("lesson"); lesson != nullptr && lesson->is_object()) {
      const auto& one = lesson->as_object();
      add(person(textOf(one, "author")), moment(one),
          WriteLesson{topic.channelId, topic.topicId, textOf(one, "title"), textOf(one, "body"), false});
    }
    SetTopicState state{topic.channelId, topic.topicId, {}, {}};
    if (flagOf(object, "pinned")) state.pinned = true;
    if (flagOf(object, "closed")) state.closed = true;
    if (state.pinned || state.closed) add(channel_.made.owner, latest + minutes(1), state);
  }

  const json::object& object_;
  const std::map<std::string, UserId>& people_;
  Timestamp now_;
  std::string slug_;
  std::string unknown_;
  services::PastChannel channel_;
};

// The files that lie beside it, as documents of its owner.
Result<services::ImportedCounts> sampleDocuments(const std::filesystem::path& folder, const DocumentsOptions& where,
                                                 const ImportSink& sink, std::ostream& messages) {
  std::error_code none;
  if (!sink.documents.write || !std::filesystem::is_directory(folder, none)) return services::ImportedCounts{};
  auto options = where;
  options.folder = folder;
  const auto imported = importDocuments(options, sink.documents, messages);
  if (!imported) return imported.error();
  const auto& counts = imported->counts;
  return services::ImportedCounts{counts.added + counts.versions, counts.unchanged + counts.removed};
}

}  // namespace

Result<services::ImportedCounts> importSampleChannels(const std::filesystem::path& folder,
                                                      const std::map<std::string, UserId>& people,
                                                      const ImportSink& sink, Timestamp now, std::ostream& messages) {
  const auto value = readJson(folder / "channels.json");
  if (!value) return value.error();
  services::ImportedCounts all;
  Result<void> result;
  eachObject(&*value, [&](const json::object& object, long) {
    if (!result) return;
    auto channel = ChannelImport(object, people, now).read();
    if (!channel) {
      result = channel.error();
      return;
    }
    const DocumentsOptions where{{}, channel->made.id, channel->made.owner, std::min(channel->at + hours(24), now)};
    const auto made = sink.channel(std::move(*channel));
    const auto documents = made ? sampleDocuments(folder / textOf(object, "slug"), where, sink, messages) : made;
    if (!documents) {
      result = documents.error();
      return;
    }
    all.written += made->written + documents->written;
    all.unchanged += made->unchanged + documents->unchanged;
  });
  if (!result) return result.error();
  return all;
}

}  // namespace vb::server::app

#include "client/ui/shell/draft_places.h"

namespace vb::client::ui {

Visit visitOfTopic(const store::TopicRow& topic, PostId post) {
  Visit visit;
  visit.destination = Destination::channel;
  visit.channel = topic.channel;
  visit.tab = topic.kind == TopicKind::caseDiscussion ? ChannelTab::cases : ChannelTab::discussions;
  visit.topic = topic.id;
  visit.post = post;
  return visit;
}

std::optional<Visit> visitOfDraft(const QString& key, store::Reader& reader) {
  const auto at = key.indexOf(QLatin1Char('/'));
  const QString kind = key.left(at);
  const std::string id = key.mid(at + 1).toStdString();
  const bool isCase = kind == QLatin1String("case");
  if (isCase || kind == QLatin1String("topic")) {
    const auto channel = ChannelId::parse(id);
    if (!channel || !reader.channels().channel(*channel)) return std::nullopt;
    Visit visit;
    visit.destination = Destination::channel;
    visit.channel = *channel;
    visit.tab = isCase ? ChannelTab::cases : ChannelTab::discussions;
    visit.draftKey = key;
    return visit;
  }
  std::optional<TopicId> topic;
  if (const auto parsed = TopicId::parse(id)) topic = *parsed;
  PostId post;
  if (kind == QLatin1String("edit")) {
    if (const auto parsed = PostId::parse(id)) {
      const auto views = reader.channels().posts({*parsed});
      if (!views.isEmpty()) {
        topic = views.first().topic;
        post = *parsed;
      }
    }
  } else if (kind != QLatin1String("post") && kind != QLatin1String("lesson")) {
    return std::nullopt;
  }
  const auto view = topic ? reader.channels().topic(*topic) : std::nullopt;
  if (!view) return std::nullopt;
  Visit visit = visitOfTopic(view->row, post);
  visit.draftKey = key;
  return visit;
}

}  // namespace vb::client::ui

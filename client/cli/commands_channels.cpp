#include <algorithm>
#include <optional>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/output_channels.h"
#include "client/core/engine/channel_door.h"
#include "client/core/store/channel_reader.h"

namespace vb::client::cli {
namespace {

store::ChannelReader& channelsOf(Desk& desk) { return desk.reader().channels(); }

// By id, name or the beginning of a name; those that fit best.
QVector<store::ChannelRow> fitting(Desk& desk, const QString& wanted) {
  QVector<store::ChannelRow> exact;
  QVector<store::ChannelRow> beginning;
  for (const auto& row : channelsOf(desk).channels()) {
    if (idText(row.id) == wanted.toLower() || row.name.compare(wanted, Qt::CaseInsensitive) == 0) exact.append(row);
    if (row.name.startsWith(wanted, Qt::CaseInsensitive)) beginning.append(row);
  }
  return exact.isEmpty() ? beginning : exact;
}

int findTopic(Desk& desk, store::TopicView& found) {
  const auto id = TopicId::parse(desk.arguments().words.first().toStdString());
  if (!id) return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("this is no id of a discussion"));
  auto view = channelsOf(desk).topic(*id);
  if (!view && !desk.arguments().command->onlyReads()) {
    if (const int code = desk.freshen(); code != kDone) return code;
    view = channelsOf(desk).topic(*id);
  }
  if (!view) return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("this discussion is not here"));
  found = *std::move(view);
  return kDone;
}

int change(Desk& desk, const std::function<void(ChannelDoor&, ChannelId)>& what) {
  store::ChannelRow row;
  if (const int code = findChannel(desk, row); code != kDone) return code;
  const auto before = desk.outboxIds();
  what(desk.engine().channels(), row.id);
  return report(desk, desk.finishWriting(before), {{"channel_id", idText(row.id)}});
}

std::optional<store::TopicFilter> filterOf(const QString& name) {
  using F = store::TopicFilter;
  static const QHash<QString, F> names{
      {"", F::discussions}, {"discussions", F::discussions}, {"cases", F::cases}, {"lessons", F::lessons}};
  const auto found = names.find(name);
  return found == names.end() ? std::nullopt : std::optional(found.value());
}

int listChannelsThat(Desk& desk, const std::function<bool(const store::ChannelRow&)>& isListed) {
  if (const int code = desk.freshen(); code != kDone) return code;
  QJsonArray array;
  for (const auto& row : channelsOf(desk).channels()) {
    if (!isListed(row)) continue;
    if (desk.arguments().json)
      array.append(toJson(row));
    else
      printText(toText(row));
  }
  if (desk.arguments().json)
    desk.printRead({{"channels", array}, {"last_synced_at", desk.reader().freshness().lastSyncedAt}});
  return kDone;
}

}  // namespace

int findChannel(Desk& desk, store::ChannelRow& found) {
  const QString given = desk.arguments().words.first();
  const QString wanted = given.trimmed();
  auto rows = fitting(desk, wanted);
  if (rows.isEmpty() && !desk.arguments().command->onlyReads()) {
    if (const int code = desk.freshen(); code != kDone) return code;
    rows = fitting(desk, wanted);
  }
  if (wanted.isEmpty() || rows.size() > 1)
    return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("'%1' fits more than one channel").arg(given));
  if (rows.isEmpty())
    return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("no channel '%1' is here").arg(given));
  found = rows.first();
  return kDone;
}

int listChannels(Desk& desk) {
  return listChannelsThat(desk, [](const store::ChannelRow&) { return true; });
}

int listInvitations(Desk& desk) {
  return listChannelsThat(desk, [](const store::ChannelRow& row) { return row.state == MembershipState::invited; });
}

int showChannel(Desk& desk) {
  if (const int code = desk.freshen(); code != kDone) return code;
  store::ChannelRow row;
  if (const int code = findChannel(desk, row); code != kDone) return code;
  const auto view = channelsOf(desk).channel(row.id);
  if (!view) return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("this channel is not here"));
  const auto people = channelsOf(desk).people(row.id);
  if (desk.arguments().json)
    desk.printRead(toJson(*view, people));
  else
    printText(toText(*view, people));
  return kDone;
}

int joinChannel(Desk& desk) {
  return change(desk, [&](ChannelDoor& door, ChannelId id) { door.join(id, desk.arguments().message); });
}

int leaveChannel(Desk& desk) {
  return change(desk, [](ChannelDoor& door, ChannelId id) { door.leave(id); });
}

int answerInvitation(Desk& desk, bool accept) {
  return change(desk, [accept](ChannelDoor& door, ChannelId id) { door.answerInvitation(id, accept); });
}

int redeemInvitation(Desk& desk) {
  const auto before = desk.outboxIds();
  desk.engine().channels().redeemInvitation(desk.arguments().words.first());
  return report(desk, desk.finishWriting(before), {});
}

int inviteToChannel(Desk& desk) {
  const auto& role = desk.arguments().role;
  if (!role.isEmpty() && role != QLatin1String("member") && role != QLatin1String("moderator"))
    return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("--role takes member or moderator"));
  store::ChannelRow row;
  if (const int code = findChannel(desk, row); code != kDone) return code;
  const auto before = desk.outboxIds();
  const QString code = desk.engine().channels().inviteByEmail(
      row.id, desk.arguments().words.at(1),
      role == QLatin1String("moderator") ? ChannelRole::moderator : ChannelRole::member, {});
  const auto sent = desk.finishWriting(before);
  QJsonObject fields{{"channel_id", idText(row.id)}};
  // A code that nobody can redeem is not given out.
  if (sent.exit == kDone) fields.insert("code", code);
  const int told = report(desk, sent, fields);
  if (told == kDone && !desk.arguments().json) printText(QStringLiteral("code %1\n").arg(code));
  return told;
}

int removeMember(Desk& desk) {
  const auto user = UserId::parse(desk.arguments().words.at(1).toStdString());
  if (!user)
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("this is no id of a person; 'vraagbaak-cli channel show' shows them"));
  return change(desk, [&](ChannelDoor& door, ChannelId id) { door.removeMember(id, *user); });
}

int listTopics(Desk& desk) {
  const auto filter = filterOf(desk.arguments().filter);
  if (!filter)
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("--filter takes discussions, cases or lessons"));
  if (const int code = desk.freshen(); code != kDone) return code;
  store::ChannelRow row;
  if (const int code = findChannel(desk, row); code != kDone) return code;
  QJsonArray array;
  for (const auto& topic : channelsOf(desk).topics(row.id, *filter, 0, desk.arguments().limit)) {
    if (desk.arguments().json)
      array.append(toJson(topic));
    else
      printText(toText(topic));
  }
  if (desk.arguments().json) desk.printRead({{"channel_id", idText(row.id)}, {"topics", array}});
  return kDone;
}

int showTopic(Desk& desk) {
  if (const int code = desk.freshen(); code != kDone) return code;
  store::TopicView view;
  if (const int code = findTopic(desk, view); code != kDone) return code;
  const auto posts = channelsOf(desk).posts(channelsOf(desk).postIds(view.row.id));
  if (desk.arguments().json)
    desk.printRead(toJson(view, posts));
  else
    printText(toText(view, posts));
  return kDone;
}

int startTopic(Desk& desk) {
  const auto& arguments = desk.arguments();
  StartTopic topic;
  topic.title = arguments.title.value_or(QString()).toStdString();
  if (topic.title.empty())
    return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("topic start needs --title"));
  const QString body = givenBody(arguments);
  if (const int code = checkPersonalData(desk, *arguments.title, body, topic.notBsn); code != kDone) return code;
  store::ChannelRow row;
  if (const int code = findChannel(desk, row); code != kDone) return code;
  topic.channelId = row.id;
  topic.body = body.toStdString();
  const auto before = desk.outboxIds();
  const auto id = desk.engine().channels().startTopic(topic);
  return report(desk, desk.finishWriting(before), {{"id", idText(id)}, {"channel_id", idText(row.id)}});
}

int writePost(Desk& desk) {
  const QString body = givenBody(desk.arguments());
  store::TopicView view;
  if (const int code = findTopic(desk, view); code != kDone) return code;
  // In a case nobody may be recognised: nothing of a person is meant to be in it.
  if (view.row.kind == TopicKind::caseDiscussion && desk.arguments().allowPersonalData)
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("--allow-personal-data cannot be used in the discussion of a case"));
  WritePost post;
  if (const int code = checkPersonalData(desk, {}, body, post.notBsn); code != kDone) return code;
  post.channelId = view.row.channel;
  post.topicId = view.row.id;
  post.body = body.toStdString();
  const auto before = desk.outboxIds();
  const auto id = desk.engine().channels().writePost(post);
  return report(desk, desk.finishWriting(before), {{"id", idText(id)}, {"topic_id", idText(view.row.id)}});
}

}  // namespace vb::client::cli

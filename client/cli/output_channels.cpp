#include "client/cli/output_channels.h"

#include <QJsonArray>
#include <QStringList>

#include "client/cli/output.h"
#include "client/cli/output_parts.h"
#include "shared/domain/fields.h"

namespace vb::client::cli {
namespace {

template <class Enum>
QString word(Enum value) {
  return QString::fromStdString(fields::enumText(value));
}

QString nameOf(const store::Person& person) {
  return plain(person.name.isEmpty() ? QStringLiteral("(unknown colleague)") : person.name);
}

// "member", "invited as member", "asked to join", "open".
QString standing(const store::ChannelRow& row) {
  switch (row.state) {
    case MembershipState::joined:
      return word(row.role);
    case MembershipState::invited:
      return QStringLiteral("invited as ") + word(row.role);
    case MembershipState::requested:
      return QStringLiteral("asked to join");
    case MembershipState::unknown:
      break;
  }
  return QStringLiteral("not in it");
}

QJsonArray documentsJson(const QVector<store::DocumentLink>& links) {
  QJsonArray array;
  for (const auto& one : links) array.append(QJsonObject{{"id", idText(one.id)}, {"name", one.name}});
  return array;
}

QJsonObject postJson(const store::PostView& post) {
  return {{"id", idText(post.id)},
          {"body", post.body},
          {"author", personJson(post.author)},
          {"posted_at", post.postedAt},
          {"edited", post.edited},
          {"deleted", post.deleted},
          {"mine", post.mine},
          {"unread", post.unread},
          {"quoted_post_id", post.quoted.isNil() ? QJsonValue() : QJsonValue(idText(post.quoted))},
          {"documents", documentsJson(post.documents)},
          {"mentions", QJsonArray::fromStringList(post.mentions)},
          {"mentions_me", post.mentionsMe},
          {"seq", qint64(post.seq)},
          {"send_state", sendStateName(post.sendState)}};
}

QString part(const char* heading, const std::string& text) {
  if (text.empty()) return {};
  return QStringLiteral("\n%1\n").arg(QLatin1String(heading)) +
         indented(QString::fromStdString(text), QStringLiteral("  "));
}

QString postText(const store::PostView& post) {
  QString text = QStringLiteral("\n--- %1%2\n    %3\n")
                     .arg(byline(post.author, post.postedAt, post.sendState),
                          post.unread ? QStringLiteral(" · unread") : QString(), idText(post.id));
  if (post.deleted) return text + QStringLiteral("(deleted)\n");
  if (!post.quoted.isNil()) text += QStringLiteral("    in answer to %1\n").arg(idText(post.quoted));
  text += indented(post.body, QString());
  for (const auto& one : post.documents) text += QStringLiteral("  document: %1\n").arg(plain(one.name));
  return text;
}

}  // namespace

QJsonObject toJson(const store::ChannelRow& row) {
  return {{"id", idText(row.id)},
          {"name", row.name},
          {"organisation", row.organisation},
          {"description", row.description},
          {"access", word(row.access)},
          {"role", word(row.role)},
          {"membership", word(row.state)},
          {"invited_by", row.invitedBy},
          {"unread_topics", row.unreadTopics},
          {"here", row.synced},
          {"send_state", sendStateName(row.sendState)}};
}

QJsonObject toJson(const store::ChannelView& view, const store::ChannelPeople& people) {
  QJsonArray members;
  for (const auto& one : people.members)
    members.append(QJsonObject{{"person", personJson(one.person)},
                               {"role", word(one.role)},
                               {"since", one.since},
                               {"me", one.isMe},
                               {"send_state", sendStateName(one.sendState)}});
  QJsonArray requests;
  for (const auto& one : people.requests)
    requests.append(QJsonObject{{"person", personJson(one.person)}, {"message", one.message}, {"at", one.at}});
  QJsonArray invitations;
  for (const auto& one : people.invitations)
    invitations.append(QJsonObject{{"id", idText(one.id)},
                                   {"person", one.person.id.isNil() ? QJsonValue() : personJson(one.person)},
                                   {"email", one.email},
                                   {"role", word(one.role)},
                                   {"invited_by", one.invitedBy},
                                   {"at", one.at},
                                   {"expires_at", one.expiresAt}});
  auto object = toJson(view.row);
  object.insert("read_only_channel", view.readOnly);
  object.insert("topics", view.topics);
  object.insert("cases", view.cases);
  object.insert("members", members);
  object.insert("requests", requests);
  object.insert("invitations", invitations);
  return object;
}

QJsonObject toJson(const store::TopicRow& row) {
  return {{"id", idText(row.id)},
          {"channel_id", idText(row.channel)},
          {"kind", row.kind == TopicKind::caseDiscussion ? QStringLiteral("case") : QStringLiteral("discussion")},
          {"title", row.title},
          {"author_id", idText(row.author)},
          {"author_name", row.authorName},
          {"started_at", row.startedAt},
          {"activity_at", row.activityAt},
          {"posts", row.posts},
          {"unread", row.unread},
          {"pinned", row.pinned},
          {"closed", row.closed},
          {"followed", row.followed},
          {"muted", row.muted},
          {"mine", row.mine},
          {"has_lesson", row.hasLesson},
          {"erase_at", row.eraseAt},
          {"send_state", sendStateName(row.sendState)}};
}

QJsonObject toJson(const store::TopicView& view, const QVector<store::PostView>& posts) {
  QJsonArray array;
  for (const auto& one : posts) array.append(postJson(one));
  auto object = toJson(view.row);
  object.insert("body", view.body);
  object.insert("author", personJson(view.author));
  object.insert("edited", view.edited);
  object.insert("seq", qint64(view.seq));
  object.insert("documents", documentsJson(view.documents));
  if (view.caseParts)
    object.insert("case", QJsonObject{{"situation", QString::fromStdString(view.caseParts->situation)},
                                      {"tried", QString::fromStdString(view.caseParts->tried)},
                                      {"question", QString::fromStdString(view.caseParts->question)},
                                      {"agreement", QString::fromStdString(view.caseParts->agreement)}});
  if (view.lesson)
    object.insert("lesson", QJsonObject{{"title", QString::fromStdString(view.lesson->title)},
                                        {"body", QString::fromStdString(view.lesson->body)}});
  object.insert("post_list", array);
  return object;
}

QString toText(const store::ChannelRow& row) {
  QStringList facts{standing(row)};
  if (!row.organisation.isEmpty()) facts << plain(row.organisation);
  if (row.unreadTopics > 0) facts << QStringLiteral("unread: %1").arg(row.unreadTopics);
  if (row.state == MembershipState::invited && !row.invitedBy.isEmpty())
    facts << QStringLiteral("by ") + plain(row.invitedBy);
  if (row.state == MembershipState::joined && !row.synced) facts << QStringLiteral("not here yet");
  return QStringLiteral("%1  %2\n    %3%4\n")
      .arg(idText(row.id), plain(row.name), facts.join(QStringLiteral(" · ")), stateMark(row.sendState));
}

QString toText(const store::ChannelView& view, const store::ChannelPeople& people) {
  QString text = toText(view.row);
  if (!view.row.description.isEmpty()) text += indented(view.row.description, QStringLiteral("    "));
  text += QStringLiteral("    discussions: %1 · cases: %2\n").arg(view.topics).arg(view.cases);
  if (view.readOnly) text += QStringLiteral("    the rent has ended: nothing can be added\n");
  for (const auto& one : people.members)
    text +=
        QStringLiteral("%1  %2  %3%4\n")
            .arg(word(one.role).leftJustified(11), idText(one.person.id), nameOf(one.person), stateMark(one.sendState));
  for (const auto& one : people.requests)
    text +=
        QStringLiteral("asks        %1  %2  %3\n").arg(idText(one.person.id), nameOf(one.person), plain(one.message));
  for (const auto& one : people.invitations)
    text += QStringLiteral("invited     %1  %2 as %3\n")
                .arg(idText(one.id), one.person.id.isNil() ? plain(one.email) : nameOf(one.person), word(one.role));
  return text;
}

QString toText(const store::TopicRow& row) {
  QStringList facts{plain(row.authorName.isEmpty() ? QStringLiteral("(unknown colleague)") : row.authorName),
                    timeText(row.activityAt), QStringLiteral("posts: %1").arg(row.posts)};
  if (row.pinned) facts << QStringLiteral("pinned");
  if (row.closed) facts << QStringLiteral("closed");
  if (row.followed) facts << QStringLiteral("followed");
  if (row.muted) facts << QStringLiteral("muted");
  if (row.eraseAt > 0) facts << QStringLiteral("erased on ") + timeText(row.eraseAt).left(10);
  return QStringLiteral("%1 %2  %3\n    %4%5\n")
      .arg(row.unread > 0 ? QStringLiteral("*") : QStringLiteral(" "), idText(row.id), plain(row.title),
           facts.join(QStringLiteral(" · ")), stateMark(row.sendState));
}

QString toText(const store::TopicView& view, const QVector<store::PostView>& posts) {
  QString text = plain(view.row.title) + QLatin1Char('\n') +
                 byline(view.author, view.row.startedAt, view.row.sendState) + QLatin1Char('\n') + idText(view.row.id) +
                 QLatin1Char('\n');
  if (view.row.eraseAt > 0) text += QStringLiteral("erased on %1\n").arg(timeText(view.row.eraseAt).left(10));
  if (view.caseParts)
    text += part("Situation", view.caseParts->situation) + part("What was tried", view.caseParts->tried) +
            part("Question", view.caseParts->question) + part("Agreement", view.caseParts->agreement);
  else if (!view.body.isEmpty())
    text += QLatin1Char('\n') + indented(view.body, QString());
  for (const auto& one : view.documents) text += QStringLiteral("  document: %1\n").arg(plain(one.name));
  for (const auto& one : posts) text += postText(one);
  if (view.lesson)
    text += QStringLiteral("\n=== lesson learned: %1\n").arg(plain(QString::fromStdString(view.lesson->title))) +
            indented(QString::fromStdString(view.lesson->body), QString());
  return text;
}

}  // namespace vb::client::cli

#include "client/cli/output.h"

#include <cstdio>

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>

#include "client/cli/error_words.h"
#include "client/cli/output_parts.h"

namespace vb::client::cli {
namespace {

template <class IdOf>
QJsonValue idOrNull(const IdOf& id) {
  return id.isNil() ? QJsonValue() : QJsonValue(idText(id));
}

template <class List>
QJsonArray idList(const List& ids) {
  QJsonArray array;
  for (const auto& id : ids) array.append(idText(id));
  return array;
}

QJsonArray commentsJson(const QVector<store::CommentView>& comments) {
  QJsonArray array;
  for (const auto& one : comments)
    array.append(QJsonObject{{"id", idText(one.id)},
                             {"parent_id", one.parentId},
                             {"body", one.body},
                             {"author", personJson(one.author)},
                             {"posted_at", one.postedAt},
                             {"edited", one.edited},
                             {"mine", one.mine},
                             {"seq", qint64(one.seq)},
                             {"send_state", sendStateName(one.sendState)}});
  return array;
}

QString kindName(const store::SearchHit& hit) {
  static const char* const kNames[] = {"question", "answer", "comment",  "person", "category",
                                       "topic",    "post",   "document", "channel"};
  return QString::fromLatin1(kNames[static_cast<int>(hit.kind)]);
}

QString commentText(const store::CommentView& comment) {
  return QStringLiteral("  > %1\n  > %2\n")
             .arg(byline(comment.author, comment.postedAt, comment.sendState), idText(comment.id)) +
         indented(comment.body, QStringLiteral("  > "));
}

// The home category first; the id of one that is not here (any more).
QString categoryNames(const store::QuestionRow& row, const QVector<store::CategoryRow>& categories) {
  const auto nameOf = [&](CategoryId id) {
    for (const auto& one : categories)
      if (one.id == id) return plain(one.nameNl);
    return idText(id);
  };
  QStringList names{nameOf(row.homeCategory)};
  for (const auto& id : row.categories)
    if (id != row.homeCategory) names << nameOf(id);
  return names.join(QStringLiteral(", "));
}

}  // namespace

QString idText(const Uuid& id) { return QString::fromStdString(id.text()); }

QString linkName(Link link) {
  switch (link) {
    case Link::signedOut:
      return QStringLiteral("signed_out");
    case Link::offline:
      return QStringLiteral("offline");
    case Link::connecting:
      return QStringLiteral("connecting");
    case Link::syncing:
      return QStringLiteral("syncing");
    case Link::live:
      return QStringLiteral("live");
    case Link::captive:
      return QStringLiteral("captive");
    case Link::untrusted:
      return QStringLiteral("untrusted");
    case Link::readOnly:
      return QStringLiteral("read_only");
  }
  return {};
}

QString sendStateName(store::SendState state) {
  switch (state) {
    case store::SendState::none:
      return QStringLiteral("none");
    case store::SendState::draft:
      return QStringLiteral("draft");
    case store::SendState::waiting:
      return QStringLiteral("waiting");
    case store::SendState::sending:
      return QStringLiteral("sending");
    case store::SendState::received:
      return QStringLiteral("received");
    case store::SendState::refused:
      return QStringLiteral("refused");
    case store::SendState::conflict:
      return QStringLiteral("conflict");
  }
  return {};
}

QString kindWords(const QString& kind) {
  static const QHash<QString, QString> words{{AskQuestion::kKind, "a question"},
                                             {PostAnswer::kKind, "an answer"},
                                             {PostComment::kKind, "a comment"},
                                             {EditPost::kKind, "a change of a text"},
                                             {DeletePost::kKind, "a deletion"},
                                             {ThankAnswer::kKind, "thanks for an answer"},
                                             {MarkHelpful::kKind, "a mark that an answer helped"},
                                             {SetExpertise::kKind, "a tick at a category"},
                                             {UpdateProfile::kKind, "a change of your profile"},
                                             {SetMark::kKind, "a mark at a question"},
                                             {UpdateSettings::kKind, "a change of your settings"},
                                             {JoinChannel::kKind, "joining a channel"},
                                             {LeaveChannel::kKind, "leaving a channel"},
                                             {AnswerInvitation::kKind, "an answer to an invitation"},
                                             {RedeemInvitation::kKind, "the code of an invitation"},
                                             {AnswerJoinRequest::kKind, "an answer to a request to join"},
                                             {InviteToChannel::kKind, "an invitation"},
                                             {WithdrawInvitation::kKind, "the withdrawal of an invitation"},
                                             {RemoveMember::kKind, "the removal of a member"},
                                             {SetMemberRole::kKind, "another role of a member"},
                                             {HandOverChannel::kKind, "handing over a channel"},
                                             {UpdateChannel::kKind, "a change of a channel"},
                                             {StartTopic::kKind, "a discussion"},
                                             {WritePost::kKind, "a post"},
                                             {EditInChannel::kKind, "a change of a text"},
                                             {DeleteInChannel::kKind, "a deletion"},
                                             {SetTopicState::kKind, "pinning or closing a discussion"},
                                             {MarkTopic::kKind, "a mark at a discussion"},
                                             {WriteLesson::kKind, "a lesson learned"},
                                             {AddFolder::kKind, "a folder"},
                                             {ChangeFolder::kKind, "a change of a folder"},
                                             {RemoveFolder::kKind, "the removal of a folder"},
                                             {AddDocument::kKind, "a document"},
                                             {AddVersion::kKind, "a version of a document"},
                                             {ChangeDocument::kKind, "a change of a document"}};
  return words.value(kind, kind);
}

QString timeText(qint64 at) {
  return at == 0 ? QStringLiteral("-")
                 : QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QJsonObject toJson(const store::QuestionRow& row) {
  return {{"id", idText(row.id)},
          {"home_category_id", idText(row.homeCategory)},
          {"category_ids", idList(row.categories)},
          {"title", row.title},
          {"author_id", idText(row.author)},
          {"author_name", row.authorName},
          {"place", row.place},
          {"asked_at", row.askedAt},
          {"activity_at", row.activityAt},
          {"answers", row.answers},
          {"helped", row.helped},
          {"closed", row.closed},
          {"unread", row.unread},
          {"saved", row.saved},
          {"followed", row.followed},
          {"later", row.later},
          {"mine", row.mine},
          {"routed_to_me", row.routedToMe},
          {"ref_only", row.refOnly},
          {"via", idList(row.via)},
          {"send_state", sendStateName(row.sendState)}};
}

QJsonObject toJson(const store::QuestionView& view) {
  QJsonArray answers;
  for (const auto& one : view.answers)
    answers.append(QJsonObject{{"id", idText(one.id)},
                               {"body", one.body},
                               {"sources", QJsonArray::fromStringList(one.sources)},
                               {"author", personJson(one.author)},
                               {"posted_at", one.postedAt},
                               {"edited", one.edited},
                               {"mine", one.mine},
                               {"helpful", one.helpful},
                               {"thanked_by_me", one.thankedByMe},
                               {"saved", one.saved},
                               {"thanks", one.thanks},
                               {"comments", commentsJson(one.comments)},
                               {"seq", qint64(one.seq)},
                               {"send_state", sendStateName(one.sendState)}});
  auto object = toJson(view.row);
  object.insert("body", view.body);
  object.insert("author", personJson(view.author));
  object.insert("routed_to", view.routedTo);
  object.insert("edited", view.edited);
  object.insert("source", view.source);
  object.insert("seq", qint64(view.seq));
  object.insert("answers", answers);
  object.insert("answer_count", answers.size());
  object.insert("comments", commentsJson(view.comments));
  return object;
}

QJsonObject toJson(const store::OutboxRow& row) {
  return {{"id", idText(row.id)},        {"kind", row.kind},
          {"title", row.title},          {"text", row.text},
          {"created_at", row.createdAt}, {"state", sendStateName(row.state)},
          {"withheld", row.withheld},    {"error", row.errorCode},
          {"detail", row.errorDetail},   {"newest_text", row.newestText},
          {"attempts", row.attempts}};
}

QJsonObject toJson(const store::SearchHit& hit) {
  return {{"kind", kindName(hit)},
          {"id", hit.id},
          {"question_id", idOrNull(hit.question)},
          {"channel_id", idOrNull(hit.channel)},
          {"topic_id", idOrNull(hit.topic)},
          {"document_id", idOrNull(hit.document)},
          {"title", hit.title},
          {"snippet", hit.snippet},
          {"place", hit.place},
          {"page", hit.page},
          {"author_name", hit.authorName},
          {"at", hit.at}};
}

QJsonObject toJson(const store::CategoryRow& row) {
  return {{"id", idText(row.id)}, {"name_nl", row.nameNl},      {"name_en", row.nameEn},
          {"mine", row.mine},     {"questions", row.questions}, {"open_questions", row.openQuestions}};
}

QString toText(const store::QuestionRow& row) {
  QStringList facts{row.answers == 1 ? QStringLiteral("1 answer") : QStringLiteral("%1 answers").arg(row.answers)};
  if (row.helped) facts << QStringLiteral("helped");
  if (row.closed) facts << QStringLiteral("closed");
  if (row.sendState != store::SendState::none && row.sendState != store::SendState::received)
    facts << sendStateName(row.sendState);
  return QStringLiteral("%1 %2  %3\n    %4 · %5 · %6\n")
      .arg(row.unread ? QStringLiteral("*") : QStringLiteral(" "), idText(row.id), plain(row.title),
           plain(row.authorName.isEmpty() ? QStringLiteral("(unknown colleague)") : row.authorName),
           timeText(row.askedAt), facts.join(QStringLiteral(" · ")));
}

QString toText(const store::QuestionView& view, const QVector<store::CategoryRow>& categories) {
  QString text = plain(view.row.title) + QLatin1Char('\n') + byline(view.author, view.row.askedAt, view.row.sendState);
  if (view.routedTo >= 0) text += QStringLiteral(" · routed to %1").arg(view.routedTo);
  text += QStringLiteral("\n%1 · %2\n").arg(idText(view.row.id), categoryNames(view.row, categories));
  if (!view.body.isEmpty()) text += QLatin1Char('\n') + indented(view.body, QString());
  for (const auto& one : view.comments) text += QLatin1Char('\n') + commentText(one);
  for (const auto& one : view.answers) {
    text += QStringLiteral("\n--- %1%2\n    %3")
                .arg(byline(one.author, one.postedAt, one.sendState),
                     one.helpful ? QStringLiteral(" · helped") : QString(), idText(one.id));
    if (one.thanks > 0) text += QStringLiteral(" · thanks: %1").arg(one.thanks);
    text += QLatin1Char('\n') + indented(one.body, QString());
    for (const auto& source : one.sources) text += QStringLiteral("  source: ") + plain(source) + QLatin1Char('\n');
    for (const auto& comment : one.comments) text += commentText(comment);
  }
  return text;
}

QString toText(const store::OutboxRow& row) {
  QString text = QStringLiteral("%1  %2  %3  %4\n")
                     .arg(idText(row.id), sendStateName(row.state), kindWords(row.kind), plain(row.title));
  if (row.withheld) text += QStringLiteral("    not sent: it was discarded\n");
  if (!row.errorCode.isEmpty()) text += QStringLiteral("    %1\n").arg(plain(wordsOf(row.errorCode, row.errorDetail)));
  if (!row.text.isEmpty()) text += indented(row.text, QStringLiteral("    "));
  if (!row.newestText.isEmpty())
    text +=
        QStringLiteral("    the newest version on the server:\n") + indented(row.newestText, QStringLiteral("    > "));
  return text;
}

QString toText(const store::SearchHit& hit) {
  QString id = hit.id;
  if (!hit.question.isNil()) id = idText(hit.question);
  if (!hit.topic.isNil()) id = idText(hit.topic);
  if (!hit.document.isNil()) id = idText(hit.document);
  QStringList where;
  if (!hit.place.isEmpty()) where << plain(hit.place);
  if (hit.page > 0) where << QStringLiteral("page %1").arg(hit.page);
  QString text = QStringLiteral("%1  %2  %3\n").arg(kindName(hit).leftJustified(8), id, plain(hit.title));
  if (!where.isEmpty()) text += QStringLiteral("    %1\n").arg(where.join(QStringLiteral(" · ")));
  return text + QStringLiteral("    %1\n").arg(plain(hit.snippet));
}

void printText(const QString& text) {
  const QByteArray bytes = text.toUtf8();
  std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
  std::fflush(stdout);
}

void printJson(const QJsonObject& object, bool compact) {
  const auto format = compact ? QJsonDocument::Compact : QJsonDocument::Indented;
  printText(QString::fromUtf8(QJsonDocument(object).toJson(format)) + (compact ? QStringLiteral("\n") : QString()));
}

QJsonObject errorJson(const QString& code, const QString& message) { return {{"code", code}, {"message", message}}; }

void note(const QString& text) {
  const QByteArray bytes = (QStringLiteral("vraagbaak-cli: ") + text + QLatin1Char('\n')).toUtf8();
  std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

}  // namespace vb::client::cli

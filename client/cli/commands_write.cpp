#include <algorithm>
#include <cstdio>

#include <QFile>

#include "client/cli/commands.h"
#include "client/cli/guard.h"
#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

// The question of the command line, fetched first when it is not in the cache.
int findQuestion(Desk& desk, QuestionId& found) {
  const auto id = QuestionId::parse(desk.arguments().words.first().toStdString());
  if (!id) return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("this is no question id"));
  if (!desk.reader().question(*id))
    if (const int code = desk.freshen(); code != kDone) return code;
  if (!desk.reader().question(*id))
    return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("this question is not here"));
  found = *id;
  return kDone;
}

int appreciate(Desk& desk, void (Engine::*action)(QuestionId, AnswerId, bool)) {
  QuestionId question;
  if (const int code = findQuestion(desk, question); code != kDone) return code;
  const auto answer = AnswerId::parse(desk.arguments().words.at(1).toStdString());
  if (!answer) return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("this is no answer id"));
  const auto before = desk.outboxIds();
  (desk.engine().*action)(question, *answer, !desk.arguments().off);
  return report(desk, desk.finishWriting(before), {{"question_id", idText(question)}, {"answer_id", idText(*answer)}});
}

// How many the question went to; -1 when that is not known in time.
int routedTo(Desk& desk, QuestionId id) {
  const auto known = [&] {
    const auto view = desk.reader().question(id);
    return view ? view->routedTo : -1;
  };
  desk.waitUntil([&] { return known() >= 0; }, std::chrono::seconds(desk.arguments().waitSeconds));
  return known();
}

}  // namespace

int report(Desk& desk, const Desk::Sent& sent, QJsonObject fields) {
  fields.insert("state", sent.state);
  if (!sent.entry.isEmpty()) fields.insert("outbox_id", sent.entry);
  if (sent.exit != kDone) return desk.complain(sent.exit, sent.error, sent.message, fields);
  if (desk.arguments().json) {
    printJson(fields);
    return kDone;
  }
  QString line = sent.state;
  if (fields.contains("id")) line += QLatin1Char(' ') + fields.value("id").toString();
  if (fields.value("routed_to").toInt(-1) >= 0)
    line += QStringLiteral(" routed to %1").arg(fields.value("routed_to").toInt());
  printText(line + QLatin1Char('\n'));
  return kDone;
}

QString givenBody(const Arguments& arguments) {
  if (arguments.body) return *arguments.body;
  QFile input;
  if (!input.open(stdin, QIODevice::ReadOnly)) return {};
  return QString::fromUtf8(input.readAll()).trimmed();
}

int checkPersonalData(const Desk& desk, const QString& title, const QString& body, bool& saidNotBsn,
                      const QStringList& sources) {
  const auto& arguments = desk.arguments();
  const auto found =
      findIn(QStringLiteral("title"), title) + findIn(QStringLiteral("body"), body) + findInSources(sources);
  saidNotBsn = arguments.notBsn && anyBsn(found);
  QVector<Found> held;
  for (const auto& one : found)
    if (one.kind == text::PersonalData::bsn ? !arguments.notBsn : !arguments.allowPersonalData) held.append(one);
  if (held.isEmpty()) return kDone;
  QString message = QStringLiteral("there is personal data in it; nothing was stored or sent:\n") + toText(held) +
                    QStringLiteral("\nLeave out what is not needed.");
  if (anyBsn(held)) message += QStringLiteral(" --not-bsn says that those digits are no BSN.");
  if (std::any_of(held.begin(), held.end(), [](const Found& one) { return one.kind != text::PersonalData::bsn; }))
    message += QStringLiteral(" --allow-personal-data sends the rest as it is.");
  return desk.complain(kPersonalData, QStringLiteral("personal_data"), message,
                       {{"state", QStringLiteral("held_back")}, {"findings", toJson(held)}});
}

int findCategory(Desk& desk, const QString& given, CategoryId& found) {
  const QString wanted = given.trimmed();
  QVector<store::CategoryRow> exact;
  QVector<store::CategoryRow> beginning;
  for (const auto& row : desk.reader().categories()) {
    const bool isExact = idText(row.id) == wanted.toLower() || row.nameNl.compare(wanted, Qt::CaseInsensitive) == 0 ||
                         row.nameEn.compare(wanted, Qt::CaseInsensitive) == 0;
    if (isExact) exact.append(row);
    if (row.nameNl.startsWith(wanted, Qt::CaseInsensitive) || row.nameEn.startsWith(wanted, Qt::CaseInsensitive))
      beginning.append(row);
  }
  const auto& fitting = exact.isEmpty() ? beginning : exact;
  if (fitting.size() != 1 || wanted.isEmpty())
    return desk.complain(kUsage, QStringLiteral("usage"),
                         fitting.isEmpty() ? QStringLiteral("no category '%1'").arg(given)
                                           : QStringLiteral("'%1' fits more than one category").arg(given));
  found = fitting.first().id;
  return kDone;
}

int findCategories(Desk& desk, const QStringList& given, QVector<CategoryId>& found) {
  if (desk.reader().categories().isEmpty())
    if (const int code = desk.freshen(); code != kDone) return code;
  for (const auto& one : given) {
    CategoryId id;
    if (const int code = findCategory(desk, one, id); code != kDone) return code;
    if (!found.contains(id)) found.append(id);
  }
  return kDone;
}

int ask(Desk& desk) {
  const auto& arguments = desk.arguments();
  const QString title = arguments.title.value_or(QString());
  if (title.isEmpty() || arguments.categories.isEmpty())
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("ask needs --title and at least one --category"));
  const QString body = givenBody(arguments);
  bool notBsn = false;
  if (const int code = checkPersonalData(desk, title, body, notBsn); code != kDone) return code;
  QVector<CategoryId> categories;
  if (const int code = findCategories(desk, arguments.categories, categories); code != kDone) return code;
  const auto before = desk.outboxIds();
  const auto id = desk.engine().ask(title, body, categories, notBsn);
  const auto sent = desk.finishWriting(before);
  QJsonObject fields{{"id", idText(id)}};
  if (sent.state == QLatin1String("received")) fields.insert("routed_to", routedTo(desk, id));
  return report(desk, sent, fields);
}

int answer(Desk& desk) {
  const QString body = givenBody(desk.arguments());
  bool notBsn = false;
  if (const int code = checkPersonalData(desk, {}, body, notBsn, desk.arguments().sources); code != kDone) return code;
  QuestionId question;
  if (const int code = findQuestion(desk, question); code != kDone) return code;
  const auto before = desk.outboxIds();
  const auto id = desk.engine().answer(question, body, desk.arguments().sources, notBsn);
  return report(desk, desk.finishWriting(before), {{"id", idText(id)}, {"question_id", idText(question)}});
}

int comment(Desk& desk) {
  const QString body = givenBody(desk.arguments());
  bool notBsn = false;
  if (const int code = checkPersonalData(desk, {}, body, notBsn); code != kDone) return code;
  QuestionId question;
  if (const int code = findQuestion(desk, question); code != kDone) return code;
  const QString parent = desk.arguments().answer.isEmpty() ? idText(question) : desk.arguments().answer.toLower();
  const auto before = desk.outboxIds();
  const auto id = desk.engine().comment(question, parent, body, notBsn);
  return report(desk, desk.finishWriting(before), {{"id", idText(id)}, {"question_id", idText(question)}});
}

int thank(Desk& desk) { return appreciate(desk, &Engine::thank); }
int helpful(Desk& desk) { return appreciate(desk, &Engine::markHelpful); }

int setExpertise(Desk& desk, bool on) {
  QVector<CategoryId> categories;
  if (const int code = findCategories(desk, desk.arguments().words, categories); code != kDone) return code;
  const auto before = desk.outboxIds();
  for (const auto id : categories) desk.engine().setExpertise(id, on);
  return report(desk, desk.finishWriting(before), {});
}

}  // namespace vb::client::cli

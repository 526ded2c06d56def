#include <cstdio>

#include <QFile>

#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

// The question of the command line, fetched first when it is not in the cache. Nil after a complaint.
QuestionId knownQuestion(Desk& desk, int& exitCode) {
  const auto id = QuestionId::parse(desk.arguments().words.first().toStdString());
  exitCode = kUsage;
  if (!id) {
    complain(QStringLiteral("this is no question id"));
    return {};
  }
  if (!desk.reader().question(*id)) {
    exitCode = desk.freshen();
    if (exitCode != kDone) return {};
  }
  exitCode = kRefused;
  if (desk.reader().question(*id)) return *id;
  complain(QStringLiteral("this question is not here"));
  return {};
}

int report(Desk& desk, const Desk::Sent& sent, QJsonObject fields) {
  if (desk.arguments().json) {
    fields.insert("state", sent.state);
    if (!sent.error.isEmpty()) fields.insert("error", sent.error);
    if (!sent.detail.isEmpty()) fields.insert("detail", sent.detail);
    printJson(fields);
  } else if (sent.exitCode == kDone) {
    QString line = sent.state;
    if (fields.contains("id")) line += QLatin1Char(' ') + fields.value("id").toString();
    if (fields.value("routed_to").toInt(-1) >= 0)
      line += QStringLiteral(" routed to %1").arg(fields.value("routed_to").toInt());
    printText(line + QLatin1Char('\n'));
  }
  return sent.exitCode;
}

int appreciate(Desk& desk, void (Engine::*action)(QuestionId, AnswerId, bool)) {
  int exitCode = kDone;
  const auto question = knownQuestion(desk, exitCode);
  if (question.isNil()) return exitCode;
  const auto answer = AnswerId::parse(desk.arguments().words.at(1).toStdString());
  if (!answer) {
    complain(QStringLiteral("this is no answer id"));
    return kUsage;
  }
  const auto before = desk.outboxIds();
  (desk.engine().*action)(question, *answer, !desk.arguments().off);
  return report(desk, desk.finishWriting(before), {{"question_id", idText(question)}, {"answer_id", idText(*answer)}});
}

}  // namespace

QString givenBody(const Arguments& arguments) {
  if (arguments.body) return *arguments.body;
  QFile input;
  if (!input.open(stdin, QIODevice::ReadOnly)) return {};
  return QString::fromUtf8(input.readAll()).trimmed();
}

CategoryId findCategory(Desk& desk, const QString& given) {
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
  if (fitting.size() == 1 && !wanted.isEmpty()) return fitting.first().id;
  complain(fitting.isEmpty() ? QStringLiteral("no category '%1'").arg(given)
                             : QStringLiteral("'%1' fits more than one category").arg(given));
  return {};
}

int ask(Desk& desk) {
  const auto& arguments = desk.arguments();
  if (arguments.title.isEmpty() || arguments.categories.isEmpty()) {
    complain(QStringLiteral("ask needs --title and at least one --category"));
    return kUsage;
  }
  const QString body = givenBody(arguments);
  if (desk.reader().categories().isEmpty())
    if (const int code = desk.freshen(); code != kDone) return code;
  QVector<CategoryId> categories;
  for (const auto& given : arguments.categories) {
    const auto id = findCategory(desk, given);
    if (id.isNil()) return kUsage;
    categories.append(id);
  }
  const auto before = desk.outboxIds();
  const auto id = desk.engine().ask(arguments.title, body, categories, arguments.notBsn);
  const auto sent = desk.finishWriting(before);
  QJsonObject fields{{"id", idText(id)}};
  if (sent.state == QLatin1String("received")) {
    const auto routedTo = [&] {
      const auto view = desk.reader().question(id);
      return view ? view->routedTo : -1;
    };
    desk.waitUntil([&] { return routedTo() >= 0; }, std::chrono::seconds(arguments.waitSeconds));
    fields.insert("routed_to", routedTo());
  }
  return report(desk, sent, fields);
}

int answer(Desk& desk) {
  const QString body = givenBody(desk.arguments());
  int exitCode = kDone;
  const auto question = knownQuestion(desk, exitCode);
  if (question.isNil()) return exitCode;
  const auto before = desk.outboxIds();
  const auto id = desk.engine().answer(question, body, desk.arguments().sources, desk.arguments().notBsn);
  return report(desk, desk.finishWriting(before), {{"id", idText(id)}, {"question_id", idText(question)}});
}

int comment(Desk& desk) {
  const QString body = givenBody(desk.arguments());
  int exitCode = kDone;
  const auto question = knownQuestion(desk, exitCode);
  if (question.isNil()) return exitCode;
  const QString parent = desk.arguments().answer.isEmpty() ? idText(question) : desk.arguments().answer.toLower();
  const auto before = desk.outboxIds();
  const auto id = desk.engine().comment(question, parent, body, desk.arguments().notBsn);
  return report(desk, desk.finishWriting(before), {{"id", idText(id)}, {"question_id", idText(question)}});
}

int thank(Desk& desk) { return appreciate(desk, &Engine::thank); }
int helpful(Desk& desk) { return appreciate(desk, &Engine::markHelpful); }

int expertise(Desk& desk) {
  const auto& words = desk.arguments().words;
  const QString verb = words.isEmpty() ? QStringLiteral("list") : words.first();
  if (verb == QLatin1String("list") && words.size() <= 1) {
    if (const int code = desk.freshen(); code != kDone) return code;
    QJsonArray array;
    for (const auto& row : desk.reader().categories()) {
      if (desk.arguments().json)
        array.append(toJson(row));
      else
        printText(QStringLiteral("%1 %2  %3\n")
                      .arg(row.mine ? QStringLiteral("x") : QStringLiteral("-"), idText(row.id), row.nameNl));
    }
    if (desk.arguments().json) printJson(array);
    return kDone;
  }
  const bool on = verb == QLatin1String("add");
  if ((!on && verb != QLatin1String("remove")) || words.size() < 2) {
    complain(QStringLiteral("usage: expertise [list | add CATEGORY... | remove CATEGORY...]"));
    return kUsage;
  }
  if (desk.reader().categories().isEmpty())
    if (const int code = desk.freshen(); code != kDone) return code;
  QVector<CategoryId> categories;
  for (const auto& given : words.mid(1)) {
    const auto id = findCategory(desk, given);
    if (id.isNil()) return kUsage;
    categories.append(id);
  }
  const auto before = desk.outboxIds();
  for (const auto id : categories) desk.engine().setExpertise(id, on);
  return report(desk, desk.finishWriting(before), {});
}

}  // namespace vb::client::cli

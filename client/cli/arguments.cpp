#include "client/cli/arguments.h"

#include <array>

#include <QCommandLineParser>
#include <QStandardPaths>

namespace vb::client::cli {
namespace {

struct Command {
  const char* name;
  const char* arguments;
  const char* says;
  int wordsMin;
  int wordsMax;
  const char* options;  // of this command, space separated
};

constexpr std::array kCommands{
    Command{"sign-in", "EMAIL", "sign in; the password comes from VRAAGBAAK_PASSWORD, standard input or a prompt", 1, 1,
            ""},
    Command{"sign-out", "", "revoke the token and forget it; --wipe removes everything of this profile", 0, 0, "wipe"},
    Command{"sync", "", "fetch and send until everything is current", 0, 0, ""},
    Command{"status", "", "who is signed in, how fresh the cache is, what waits; never connects", 0, 0, ""},
    Command{"inbox", "", "Voor jou: questions routed to you", 0, 0, "filter sort limit"},
    Command{"questions", "", "questions by category", 0, 0, "category filter sort limit"},
    Command{"show", "QUESTION", "one question with its answers", 1, 1, ""},
    Command{"ask", "", "ask; the text comes from --body or standard input", 0, 0, "title body category not-bsn"},
    Command{"answer", "QUESTION", "answer; the text comes from --body or standard input", 1, 1, "body source not-bsn"},
    Command{"comment", "QUESTION", "comment on a question, or --on one of its answers", 1, 1, "body on not-bsn"},
    Command{"thank", "QUESTION ANSWER", "thank for an answer", 2, 2, "off"},
    Command{"helpful", "QUESTION ANSWER", "mark an answer to your question as helpful", 2, 2, "off"},
    Command{"expertise", "[list | add CATEGORY... | remove CATEGORY...]", "the categories ticked as your expertise", 0,
            30, ""},
    Command{"search", "WORDS...", "search everything cached", 1, 50, "limit"},
    Command{"outbox", "[list | retry ID | discard ID]", "what is still to be sent", 0, 2, ""},
    Command{"watch", "", "print a line for every question that is new or changes", 0, 0, "count"},
};

const Command* find(const QString& name) {
  for (const auto& one : kCommands)
    if (name == QLatin1String(one.name)) return &one;
  return nullptr;
}

QString helpText() {
  QString text = QStringLiteral(
      "Usage: vraagbaak-cli [--json] [--server URL] [--profile DIR] [--offline] [--wait SECONDS] COMMAND ...\n\n");
  for (const auto& one : kCommands)
    text += QStringLiteral("  %1 %2\n      %3\n")
                .arg(QLatin1String(one.name), QLatin1String(one.arguments), QLatin1String(one.says));
  return text + QStringLiteral("\nSee vraagbaak-cli(1) for options and exit codes.\n");
}

QString defaultProfile() {
  const QString given = qEnvironmentVariable("VRAAGBAAK_PROFILE");
  if (!given.isEmpty()) return given;
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
         QStringLiteral("/vraagbaak-cli/default");
}

Parsed wrong(const QString& what) {
  return {{}, QStringLiteral("vraagbaak-cli: %1\nTry 'vraagbaak-cli --help'.\n").arg(what), true};
}

}  // namespace

Parsed parseArguments(const QStringList& commandLine) {
  QCommandLineParser parser;
  parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
  const auto flag = [](const char* name) { return QCommandLineOption(QString::fromLatin1(name)); };
  const auto value = [](const char* name) {
    return QCommandLineOption(QString::fromLatin1(name), QString(), QStringLiteral("value"));
  };
  for (const char* name : {"json", "offline", "not-bsn", "off", "wipe", "help", "version"})
    parser.addOption(flag(name));
  for (const char* name :
       {"server", "profile", "wait", "title", "body", "category", "source", "on", "limit", "count", "filter", "sort"})
    parser.addOption(value(name));
  if (!parser.parse(commandLine)) return wrong(parser.errorText());
  if (parser.isSet(QStringLiteral("version")))
    return {{}, QStringLiteral("vraagbaak-cli " VRAAGBAAK_VERSION "\n"), false};
  if (parser.isSet(QStringLiteral("help"))) return {{}, helpText(), false};

  Arguments given;
  given.words = parser.positionalArguments();
  if (given.words.isEmpty()) return wrong(QStringLiteral("a command is missing"));
  given.command = given.words.takeFirst();
  const Command* command = find(given.command);
  if (command == nullptr) return wrong(QStringLiteral("unknown command '%1'").arg(given.command));
  if (given.words.size() < command->wordsMin || given.words.size() > command->wordsMax)
    return wrong(QStringLiteral("usage: %1 %2").arg(given.command, QLatin1String(command->arguments)));
  static const QStringList everywhere{"json", "offline", "server", "profile", "wait"};
  const auto own = QString::fromLatin1(command->options).split(QLatin1Char(' '));
  for (const auto& name : parser.optionNames())
    if (!everywhere.contains(name) && !own.contains(name))
      return wrong(QStringLiteral("'%1' does not take --%2").arg(given.command, name));

  const auto number = [&](const char* name, int& into, int least) {
    if (!parser.isSet(QLatin1String(name))) return true;
    bool isNumber = false;
    into = parser.value(QLatin1String(name)).toInt(&isNumber);
    return isNumber && into >= least;
  };
  if (given.command == QLatin1String("sync")) given.waitSeconds = 300;
  if (!number("wait", given.waitSeconds, 0)) return wrong(QStringLiteral("--wait takes seconds"));
  if (!number("limit", given.limit, 1)) return wrong(QStringLiteral("--limit takes a number"));
  if (!number("count", given.count, 1)) return wrong(QStringLiteral("--count takes a number"));
  given.json = parser.isSet(QStringLiteral("json"));
  given.offline = parser.isSet(QStringLiteral("offline"));
  given.notBsn = parser.isSet(QStringLiteral("not-bsn"));
  given.off = parser.isSet(QStringLiteral("off"));
  given.wipe = parser.isSet(QStringLiteral("wipe"));
  given.profile = parser.isSet(QStringLiteral("profile")) ? parser.value(QStringLiteral("profile")) : defaultProfile();
  given.server = parser.value(QStringLiteral("server"));
  given.title = parser.value(QStringLiteral("title"));
  if (parser.isSet(QStringLiteral("body"))) given.body = parser.value(QStringLiteral("body"));
  given.categories = parser.values(QStringLiteral("category"));
  given.sources = parser.values(QStringLiteral("source"));
  given.answer = parser.value(QStringLiteral("on"));
  given.filter = parser.value(QStringLiteral("filter"));
  given.sort = parser.value(QStringLiteral("sort"));
  return {given, {}, false};
}

}  // namespace vb::client::cli

#include "client/cli/arguments.h"

#include <QCommandLineParser>
#include <QStandardPaths>

namespace vb::client::cli {
namespace {

constexpr int kLongWaitSeconds = 300;  // a first sync over a slow line

QString defaultProfile() {
  QString given = qEnvironmentVariable("VRAAGBAAK_PROFILE");
  if (!given.isEmpty()) return given;
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
         QStringLiteral("/vraagbaak-cli/default");
}

// "sign-in --wait" needs no number.
void completeWait(QStringList& commandLine) {
  if (!commandLine.contains(QStringLiteral("sign-in"))) return;
  for (int i = 1; i < commandLine.size(); ++i) {
    if (commandLine[i] != QLatin1String("--wait")) continue;
    bool isNumber = false;
    commandLine.value(i + 1).toInt(&isNumber);
    if (!isNumber) commandLine[i] += QStringLiteral("=%1").arg(kLongWaitSeconds);
  }
}

// What is wrong, or nothing.
QString readNumbers(const QCommandLineParser& parser, Arguments& given) {
  const auto isWrong = [&](const char* name, int& into, int least) {
    if (!parser.isSet(QLatin1String(name))) return false;
    bool isNumber = false;
    into = parser.value(QLatin1String(name)).toInt(&isNumber);
    return !isNumber || into < least;
  };
  if (qstrcmp(given.command->name, "sync") == 0) given.waitSeconds = kLongWaitSeconds;
  if (isWrong("wait", given.waitSeconds, 0)) return QStringLiteral("--wait takes seconds");
  if (isWrong("limit", given.limit, 1)) return QStringLiteral("--limit takes a number");
  if (isWrong("number", given.versionNumber, 1)) return QStringLiteral("--number takes a number");
  if (isWrong("count", given.count, 1)) return QStringLiteral("--count takes a number");
  return {};
}

void readValues(const QCommandLineParser& parser, Arguments& given) {
  const auto isSet = [&](const char* name) { return parser.isSet(QLatin1String(name)); };
  const auto value = [&](const char* name) { return parser.value(QLatin1String(name)); };
  given.json = isSet("json");
  given.offline = isSet("offline");
  given.waits = isSet("wait");
  given.notBsn = isSet("not-bsn");
  given.allowPersonalData = isSet("allow-personal-data");
  given.off = isSet("off");
  given.wipe = isSet("wipe");
  given.profile = isSet("profile") ? value("profile") : defaultProfile();
  given.server = value("server");
  if (isSet("title")) given.title = value("title");
  if (isSet("body")) given.body = value("body");
  given.categories = parser.values(QStringLiteral("category"));
  given.sources = parser.values(QStringLiteral("source"));
  given.answer = value("on");
  given.message = value("message");
  given.role = value("role");
  given.filter = value("filter");
  given.sort = value("sort");
}

// An option that belongs to other commands; empty when all fit.
QString strangeOption(const QCommandLineParser& parser, const Command& command) {
  const auto own = QString::fromLatin1(command.options).split(QLatin1Char(' '));
  for (const auto& name : parser.optionNames()) {
    const bool isEverywhere = std::any_of(optionsBegin(), optionsEnd(), [&](const Option& one) {
      return one.everywhere && name == QLatin1String(one.name);
    });
    if (!isEverywhere && !own.contains(name)) return name;
  }
  return {};
}

}  // namespace

Parsed parseArguments(QStringList commandLine) {
  completeWait(commandLine);
  QCommandLineParser parser;
  parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
  for (const auto* one = optionsBegin(); one != optionsEnd(); ++one)
    parser.addOption(QCommandLineOption(QString::fromLatin1(one->name), QString(), QString::fromLatin1(one->value)));
  const bool isUnderstood = parser.parse(commandLine);
  const bool json = parser.isSet(QStringLiteral("json"));
  const auto wrong = [&](const QString& what) { return Parsed{{}, what, true, json}; };
  if (!isUnderstood) return wrong(parser.errorText());
  if (parser.isSet(QStringLiteral("version")))
    return {{}, QStringLiteral("vraagbaak-cli " VRAAGBAAK_VERSION "\n"), false, json};
  if (parser.isSet(QStringLiteral("help"))) return {{}, helpText(), false, json};

  Arguments given;
  given.words = parser.positionalArguments();
  if (given.words.isEmpty()) return wrong(QStringLiteral("a command is missing"));
  const QString word = given.words.first();
  const QString usage = QStringLiteral("usage:") + usageOf(word);
  given.command = findCommand(given.words);
  if (given.command == nullptr)
    return wrong(usageOf(word).isEmpty() ? QStringLiteral("unknown command '%1'").arg(word) : usage);
  if (given.words.size() < given.command->wordsMin || given.words.size() > given.command->wordsMax) return wrong(usage);
  if (const auto strange = strangeOption(parser, *given.command); !strange.isEmpty())
    return wrong(QStringLiteral("'%1' does not take --%2").arg(QLatin1String(given.command->name), strange));
  if (const auto problem = readNumbers(parser, given); !problem.isEmpty()) return wrong(problem);
  readValues(parser, given);
  return {given, {}, false, json};
}

}  // namespace vb::client::cli

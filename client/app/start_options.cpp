#include "client/app/start_options.h"

#include <cstdio>
#include <string_view>

#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

namespace vb::client::app {
namespace {

constexpr int kUsageError = 2;

// The cache belongs to this computer: local application data, never a roaming profile or a share (F10).
QString defaultProfile() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/vraagbaak/default");
}

StartOptions finished(const QString& text, int exitCode) {
  std::fputs(qPrintable(text), exitCode == 0 ? stdout : stderr);
  StartOptions options;
  options.answered = true;
  options.exitCode = exitCode;
  return options;
}

}  // namespace

StartOptions readOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("Vraagbaak: questions and answers for the social domain"));
  const QCommandLineOption help = parser.addHelpOption();
  const QCommandLineOption version = parser.addVersionOption();
  const auto option = [&parser](const char* name, const char* what, const char* value = nullptr) {
    parser.addOption(value == nullptr
                         ? QCommandLineOption(QLatin1String(name), QLatin1String(what))
                         : QCommandLineOption(QLatin1String(name), QLatin1String(what), QLatin1String(value)));
  };
  option("profile", "folder with cache, drafts and outbox of one user", "folder");
  option("server", "server to sign in to", "url");
  option("language", "nl or en", "code");
  option("email", "fill this in when signing in", "address");
  option("tour", "save a picture of every screen in this folder, then end (password from VRAAGBAAK_PASSWORD)",
         "folder");
  option("first-paint", "print the milliseconds to the first painted list, then end");
  parser.addPositionalArgument(QStringLiteral("link"), QStringLiteral("vraagbaak://question/<uuid>"),
                               QStringLiteral("[link]"));
  if (!parser.parse(arguments)) return finished(parser.errorText() + QLatin1Char('\n'), kUsageError);
  if (parser.isSet(help)) return finished(parser.helpText(), 0);
  if (parser.isSet(version)) return finished(QStringLiteral("vraagbaak " VRAAGBAAK_VERSION "\n"), 0);

  StartOptions options;
  const QString profile = parser.value(QStringLiteral("profile"));
  options.profileDirectory = QDir(profile.isEmpty() ? defaultProfile() : profile).absolutePath();
  options.language = parser.value(QStringLiteral("language"));
  if (!options.language.isEmpty() && options.language != QLatin1String("nl") && options.language != QLatin1String("en"))
    return finished(QStringLiteral("language is nl or en\n"), kUsageError);
  if (parser.isSet(QStringLiteral("server"))) {
    options.server = QUrl(parser.value(QStringLiteral("server")));
    if (!options.server.isValid() || options.server.host().isEmpty())
      return finished(QStringLiteral("the server must be a URL such as https://vraagbaak.example\n"), kUsageError);
  }
  options.email = parser.value(QStringLiteral("email"));
  options.tourDirectory = parser.value(QStringLiteral("tour"));
  options.firstPaint = parser.isSet(QStringLiteral("first-paint"));
  options.link = parser.positionalArguments().value(0);
  return options;
}

bool asksForWords(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") return false;
    if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v") return true;
  }
  return false;
}

}  // namespace vb::client::app

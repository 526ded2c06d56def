#include <cstdio>
#include <termios.h>
#include <unistd.h>

#include <QFile>

#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

// VRAAGBAAK_PASSWORD, else a prompt without echo, else the first line of standard input.
QString givenPassword() {
  if (qEnvironmentVariableIsSet("VRAAGBAAK_PASSWORD")) return qEnvironmentVariable("VRAAGBAAK_PASSWORD");
  QFile input;
  if (!input.open(stdin, QIODevice::ReadOnly)) return {};
  termios before{};
  const bool isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before) == 0;
  if (isTerminal) {
    std::fputs("Password: ", stderr);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  QString line = QString::fromUtf8(input.readLine(2048));
  if (isTerminal) {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputs("\n", stderr);
  }
  while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r'))) line.chop(1);
  return line;
}

int exitFor(const QString& code) {
  static const QStringList unreachable{"network", "captive_portal", "untrusted_peer", "unavailable"};
  static const QStringList local{"disk_full", "io_failed", "newer_schema"};
  if (unreachable.contains(code)) return kNoConnection;
  return local.contains(code) ? kLocalStorage : kRefused;
}

}  // namespace

int signIn(Desk& desk) {
  const QUrl server = desk.arguments().server.isEmpty() ? desk.engine().server() : QUrl(desk.arguments().server);
  if (server.isEmpty()) {
    complain(QStringLiteral("--server URL is needed the first time"));
    return kUsage;
  }
  bool isAnswered = false;
  QString code;
  QString detail;
  QObject::connect(&desk.engine(), &Engine::signInFinished, &desk, [&](const QString& given, const QString& why) {
    isAnswered = true;
    code = given;
    detail = why;
  });
  desk.engine().signIn(server, desk.arguments().words.first(), givenPassword());
  if (!desk.waitUntil([&] { return isAnswered; }, std::chrono::seconds(60))) code = QStringLiteral("network");
  if (desk.arguments().json)
    printJson(QJsonObject{{"signed_in", code.isEmpty()},
                          {"user_id", code.isEmpty() ? idText(desk.engine().userId()) : QString()},
                          {"server", desk.engine().server().toString()},
                          {"error", code}});
  else if (code.isEmpty())
    printText(QStringLiteral("Signed in at %1.\n").arg(desk.engine().server().toString()));
  if (code.isEmpty()) return kDone;
  complain(QStringLiteral("not signed in: %1 %2").arg(code, detail));
  return exitFor(code);
}

int signOut(Desk& desk) {
  const bool wasSignedIn = desk.engine().isSignedIn();
  // The token is revoked at the server when it can be reached.
  if (wasSignedIn && !desk.arguments().offline) desk.connectAndSync(false);
  desk.engine().signOut(desk.arguments().wipe);
  quint64 ticket = 0;
  QObject::connect(&desk.engine(), &Engine::flushed, &desk, [&](quint64 done) { ticket = done; });
  desk.engine().flush(1);
  desk.waitUntil([&] { return ticket == 1; }, std::chrono::seconds(30));
  // The request that revokes is on its way; give it a moment to leave.
  if (wasSignedIn && !desk.arguments().offline) desk.waitUntil([] { return false; }, std::chrono::milliseconds(500));
  if (desk.arguments().json) printJson(QJsonObject{{"signed_out", true}, {"wiped", desk.arguments().wipe}});
  return kDone;
}

int sync(Desk& desk) {
  if (desk.arguments().offline) {
    complain(QStringLiteral("sync needs a connection"));
    return kUsage;
  }
  const auto reached = desk.connectAndSync(true);
  const auto link = desk.engine().link();
  if (desk.arguments().json)
    printJson(QJsonObject{{"link", linkName(link.link)},
                          {"last_synced_at", link.lastSyncedAt},
                          {"waiting", link.waiting},
                          {"needs_attention", link.needsAttention},
                          {"questions", desk.reader().freshness().questionsHere}});
  else
    printText(QStringLiteral("%1 · %2 questions · %3 waiting\n")
                  .arg(linkName(link.link))
                  .arg(desk.reader().freshness().questionsHere)
                  .arg(link.waiting));
  if (reached == Desk::Reached::signedOut) {
    complain(QStringLiteral("the token is no longer good: sign in again"));
    return kNotSignedIn;
  }
  if (reached == Desk::Reached::live || reached == Desk::Reached::readOnly) return kDone;
  complain(QStringLiteral("not in sync: %1 %2").arg(linkName(link.link), link.detail));
  return kNoConnection;
}

int status(Desk& desk) {
  const auto link = desk.engine().link();
  const auto freshness = desk.reader().freshness();
  const auto counts = desk.reader().counts();
  if (desk.arguments().json) {
    printJson(QJsonObject{{"signed_in", desk.engine().isSignedIn()},
                          {"user_id", desk.engine().userId().isNil() ? QString() : idText(desk.engine().userId())},
                          {"server", desk.engine().server().toString()},
                          {"profile", desk.arguments().profile},
                          {"last_synced_at", freshness.lastSyncedAt},
                          {"history_complete", freshness.historyComplete},
                          {"questions", freshness.questionsHere},
                          {"for_you_open", counts.forYouOpen},
                          {"waiting", link.waiting},
                          {"needs_attention", link.needsAttention},
                          {"drafts", counts.drafts}});
    return kDone;
  }
  printText(QStringLiteral("profile: %1\nserver: %2\nsigned in: %3\nlast synced: %4\nquestions here: %5%6\nfor you: "
                           "%7\nwaiting to send: %8\nneeds attention: %9\n")
                .arg(desk.arguments().profile, desk.engine().server().toString(),
                     desk.engine().isSignedIn() ? QStringLiteral("yes") : QStringLiteral("no"),
                     timeText(freshness.lastSyncedAt))
                .arg(freshness.questionsHere)
                .arg(freshness.historyComplete ? QString() : QStringLiteral(" (older ones not yet)"))
                .arg(counts.forYouOpen)
                .arg(link.waiting)
                .arg(link.needsAttention));
  return kDone;
}

}  // namespace vb::client::cli

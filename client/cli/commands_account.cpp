#include <cstdio>
#include <termios.h>
#include <unistd.h>

#include <QFile>

#include "client/cli/commands.h"
#include "client/cli/error_words.h"
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

QString whyNotInSync(const LinkState& link) {
  return QStringLiteral("not in sync: %1 %2").arg(linkName(link.link), link.detail).trimmed();
}

bool isInSync(Desk::Reached reached) { return reached == Desk::Reached::live || reached == Desk::Reached::readOnly; }

// sign-in --wait: everything is here, or why it is not.
int finishFirstSync(Desk& desk, QJsonObject document) {
  const bool isDone = isInSync(desk.connectAndSync(true));
  const int here = desk.reader().freshness().questionsHere;
  document.insert("synced", isDone);
  document.insert("questions", here);
  if (!isDone)
    return desk.complain(kNoConnection, QStringLiteral("not_in_sync"),
                         whyNotInSync(desk.engine().link()) + QStringLiteral("; 'vraagbaak-cli sync' goes on"),
                         document);
  if (desk.arguments().json)
    printJson(document);
  else
    printText(QStringLiteral("In sync: %1 questions.\n").arg(here));
  return kDone;
}

}  // namespace

int signIn(Desk& desk) {
  const auto& arguments = desk.arguments();
  const QUrl server = arguments.server.isEmpty() ? desk.engine().server() : QUrl(arguments.server);
  if (server.isEmpty())
    return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("--server URL is needed the first time"));
  bool isAnswered = false;
  QString code;
  QString detail;
  QObject::connect(&desk.engine(), &Engine::signInFinished, &desk, [&](const QString& given, const QString& why) {
    isAnswered = true;
    code = given;
    detail = why;
  });
  desk.engine().signIn(server, arguments.words.first(), givenPassword());
  if (!desk.waitUntil([&] { return isAnswered; }, std::chrono::seconds(60))) code = QStringLiteral("network");
  if (!code.isEmpty()) {
    const QString why = code == QLatin1String("forbidden")
                            ? QStringLiteral("this profile belongs to another account; use --profile for another one")
                            : wordsOf(code, detail);
    return desk.complain(exitOf(code), code, QStringLiteral("not signed in: ") + why,
                         {{"signed_in", false}, {"server", server.toString()}});
  }
  QJsonObject document{
      {"signed_in", true}, {"user_id", idText(desk.engine().userId())}, {"server", desk.engine().server().toString()}};
  if (!arguments.json) printText(QStringLiteral("Signed in at %1.\n").arg(desk.engine().server().toString()));
  if (arguments.waits && !arguments.offline) return finishFirstSync(desk, document);
  if (arguments.json) printJson(document);
  return kDone;
}

int signOut(Desk& desk) {
  // The token is revoked at the server now when it can be reached, otherwise with the next connection.
  auto reached = Desk::Reached::nothing;
  if (desk.engine().isSignedIn() && !desk.arguments().offline) reached = desk.connectAndSync(false);
  bool isRevoked = false;
  QObject::connect(&desk.engine(), &Engine::tokensRevoked, &desk, [&] { isRevoked = true; });
  QString notErased;
  QObject::connect(&desk.engine(), &Engine::signedOut, &desk, [&](const QString& code) { notErased = code; });
  desk.engine().signOut(desk.arguments().wipe);
  quint64 ticket = 0;
  QObject::connect(&desk.engine(), &Engine::flushed, &desk, [&](quint64 done) { ticket = done; });
  desk.engine().flush(1);
  desk.waitUntil([&] { return ticket == 1; }, std::chrono::seconds(30));
  if (isInSync(reached)) desk.waitUntil([&] { return isRevoked; }, std::chrono::seconds(5));
  if (!notErased.isEmpty())
    return desk.complain(kLocalStorage, notErased,
                         QStringLiteral("signed out, but not everything in the profile %1 could be removed: %2")
                             .arg(desk.arguments().profile, wordsOf(notErased, {})),
                         {{"signed_out", true}, {"wiped", false}});
  if (desk.arguments().json)
    printJson(QJsonObject{{"signed_out", true}, {"wiped", desk.arguments().wipe}});
  else
    printText(desk.arguments().wipe ? QStringLiteral("Signed out; cache, outbox and drafts are removed.\n")
                                    : QStringLiteral("Signed out; what was fetched can still be read here.\n"));
  return kDone;
}

int sync(Desk& desk) {
  if (desk.arguments().offline)
    return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("sync needs a connection"));
  const auto reached = desk.connectAndSync(true);
  const auto link = desk.engine().link();
  const int here = desk.reader().freshness().questionsHere;
  const auto documents = isInSync(reached) ? waitForDocuments(desk) : desk.reader().channels().storage();
  const QJsonObject document{{"link", linkName(link.link)},
                             {"last_synced_at", link.lastSyncedAt},
                             {"waiting", link.waiting},
                             {"needs_attention", link.needsAttention},
                             {"questions", here},
                             {"documents", documents.documentsHere},
                             {"documents_waiting", documents.documentsWaiting + documents.documentsFetching},
                             {"documents_unread", documents.documentsUnread}};
  if (reached == Desk::Reached::signedOut)
    return desk.complain(kNotSignedIn, QStringLiteral("unauthorized"),
                         QStringLiteral("the token is no longer good: sign in again"), document);
  if (!isInSync(reached))
    return desk.complain(kNoConnection, QStringLiteral("not_in_sync"), whyNotInSync(link), document);
  if (desk.arguments().json)
    printJson(document);
  else
    printText(QStringLiteral("%1 · %2 questions · %3 documents · %4 waiting\n")
                  .arg(linkName(link.link))
                  .arg(here)
                  .arg(documents.documentsHere)
                  .arg(link.waiting));
  if (const int missing = documents.documentsWaiting + documents.documentsFetching; missing > 0)
    note(QStringLiteral("%1 documents are not here yet; 'vraagbaak-cli sync' goes on").arg(missing));
  return kDone;
}

int status(Desk& desk) {
  const bool hasToken = desk.hasToken();
  const bool mustSignInAgain = desk.engine().isSignedIn() && !hasToken;
  const auto link = desk.engine().link();
  const auto freshness = desk.reader().freshness();
  const auto counts = desk.reader().counts();
  if (desk.arguments().json) {
    desk.printRead(QJsonObject{{"signed_in", hasToken},
                               {"sign_in_again", mustSignInAgain},
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
                     hasToken          ? QStringLiteral("yes")
                     : mustSignInAgain ? QStringLiteral("no, the token is gone or no longer good: sign in again")
                                       : QStringLiteral("no"),
                     timeText(freshness.lastSyncedAt))
                .arg(freshness.questionsHere)
                .arg(freshness.historyComplete ? QString() : QStringLiteral(" (older ones not yet)"))
                .arg(counts.forYouOpen)
                .arg(link.waiting)
                .arg(link.needsAttention));
  return kDone;
}

}  // namespace vb::client::cli

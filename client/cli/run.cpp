#include "client/cli/run.h"

#include <QHash>

#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace vb::client::cli {

namespace {

int complainOfUsage(const Parsed& parsed) {
  if (parsed.json)
    printJson(QJsonObject{{"error", errorJson(QStringLiteral("usage"), parsed.text)}});
  else
    note(parsed.text + QStringLiteral("\nTry 'vraagbaak-cli --help'."));
  return kUsage;
}

}  // namespace

int run(const QStringList& commandLine) {
  const auto parsed = parseArguments(commandLine);
  if (!parsed.arguments) {
    if (parsed.isError) return complainOfUsage(parsed);
    printText(parsed.text);
    return kDone;
  }
  static const QHash<QString, int (*)(Desk&)> commands{
      {"sign-in", signIn},
      {"sign-out", signOut},
      {"sync", sync},
      {"status", status},
      {"inbox", inbox},
      {"questions", questions},
      {"show", show},
      {"search", search},
      {"ask", ask},
      {"answer", answer},
      {"comment", comment},
      {"thank", thank},
      {"helpful", helpful},
      {"expertise list", listExpertise},
      {"expertise add", [](Desk& desk) { return setExpertise(desk, true); }},
      {"expertise remove", [](Desk& desk) { return setExpertise(desk, false); }},
      {"channels", listChannels},
      {"invitations", listInvitations},
      {"channel show", showChannel},
      {"channel join", joinChannel},
      {"channel leave", leaveChannel},
      {"channel accept", [](Desk& desk) { return answerInvitation(desk, true); }},
      {"channel decline", [](Desk& desk) { return answerInvitation(desk, false); }},
      {"channel redeem", redeemInvitation},
      {"channel invite", inviteToChannel},
      {"channel remove", removeMember},
      {"topics", listTopics},
      {"topic show", showTopic},
      {"topic start", startTopic},
      {"post", writePost},
      {"channel export", exportChannel},
      {"documents", listDocuments},
      {"document add", addDocuments},
      {"document get", getDocument},
      {"document text", showText},
      {"outbox list", listOutbox},
      {"outbox retry", retryEntry},
      {"outbox edit", editEntry},
      {"outbox discard", discardEntry},
      {"watch", watch}};
  Desk desk(*parsed.arguments);
  if (const int code = desk.open(); code != kDone) return code;
  return commands.value(QLatin1String(parsed.arguments->command->name))(desk);
}

}  // namespace vb::client::cli

#include "client/cli/run.h"

#include <QHash>

#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace vb::client::cli {

int run(const QStringList& commandLine) {
  const auto parsed = parseArguments(commandLine);
  if (!parsed.arguments) {
    if (!parsed.isError) {
      printText(parsed.text);
      return kDone;
    }
    std::fputs(parsed.text.toUtf8().constData(), stderr);
    return kUsage;
  }
  struct Entry {
    int (*function)(Desk&);
    bool needsAccount;
  };
  static const QHash<QString, Entry> commands{
      {"sign-in", {signIn, false}},     {"sign-out", {signOut, false}}, {"sync", {sync, true}},
      {"status", {status, false}},      {"inbox", {inbox, true}},       {"questions", {questions, true}},
      {"show", {show, true}},           {"ask", {ask, true}},           {"answer", {answer, true}},
      {"comment", {comment, true}},     {"thank", {thank, true}},       {"helpful", {helpful, true}},
      {"expertise", {expertise, true}}, {"search", {search, true}},     {"outbox", {listOutbox, true}},
      {"watch", {watch, true}}};
  const auto entry = commands.value(parsed.arguments->command);
  Desk desk(*parsed.arguments);
  if (const int code = desk.open(entry.needsAccount); code != kDone) return code;
  return entry.function(desk);
}

}  // namespace vb::client::cli

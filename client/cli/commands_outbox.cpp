#include <algorithm>
#include <optional>

#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

using store::OutboxRow;
using store::SendState;

// The row of the command line.
int findRow(Desk& desk, OutboxRow& found) {
  const QString id = desk.arguments().words.first().toLower();
  if (!CommandId::parse(id.toStdString()))
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("this is no id of the outbox; 'vraagbaak-cli outbox' shows them"));
  const auto rows = desk.reader().outbox();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const OutboxRow& one) { return idText(one.id) == id; });
  if (row == rows.end())
    return desk.complain(kRefused, QStringLiteral("not_found"),
                         QStringLiteral("the outbox has no such entry (any more)"));
  found = *row;
  return kDone;
}

// It goes on its way again, under its own id or a new one.
Desk::Sent sendAgain(Desk& desk, const OutboxRow& row, const std::function<void()>& change) {
  auto before = desk.outboxIds();
  before.remove(idText(row.id));
  change();
  return desk.finishWriting(before);
}

bool hasText(const OutboxRow& row) { return !row.text.isEmpty() || row.editsTitle; }
bool hasTitle(const OutboxRow& row) { return row.kind == QLatin1String(AskQuestion::kKind) || row.editsTitle; }

}  // namespace

int listOutbox(Desk& desk) {
  const auto rows = desk.reader().outbox();
  if (desk.arguments().json) {
    QJsonArray array;
    for (const auto& row : rows) array.append(toJson(row));
    desk.printRead({{"entries", array}});
    return kDone;
  }
  for (const auto& row : rows) printText(toText(row));
  if (rows.isEmpty()) printText(QStringLiteral("Nothing waits to be sent.\n"));
  return kDone;
}

int retryEntry(Desk& desk) {
  OutboxRow row;
  if (const int code = findRow(desk, row); code != kDone) return code;
  const auto sent = sendAgain(desk, row, [&] {
    if (row.withheld) desk.engine().withhold(row.id, false);
    if (row.state == SendState::conflict)
      desk.engine().resolveConflict(row.id, true);
    else
      desk.engine().retry(row.id);
  });
  return report(desk, sent, {});
}

int editEntry(Desk& desk) {
  const auto& arguments = desk.arguments();
  OutboxRow row;
  if (const int code = findRow(desk, row); code != kDone) return code;
  if (!hasText(row) && !hasTitle(row))
    return desk.complain(kRefused, QStringLiteral("unsupported"),
                         QStringLiteral("there is no text in it (%1)").arg(kindWords(row.kind)));
  if (arguments.title && !hasTitle(row))
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("%1 has no title of its own").arg(kindWords(row.kind)));
  const QString title = arguments.title.value_or(row.title);
  // Only another title: the text stays.
  const QString body = arguments.title && !arguments.body ? row.text : givenBody(arguments);
  bool notBsn = false;
  if (const int code = checkPersonalData(desk, hasTitle(row) ? title : QString(), body, notBsn); code != kDone)
    return code;
  const auto sent = sendAgain(desk, row, [&] { desk.engine().rewrite(row.id, title, body, notBsn); });
  return report(desk, sent, {});
}

int discardEntry(Desk& desk) {
  OutboxRow row;
  if (const int code = findRow(desk, row); code != kDone) return code;
  desk.engine().discard(row.id);
  const auto stored = desk.finishStoring();
  if (stored.exit != kDone) return report(desk, stored, {{"entry", toJson(row)}});
  if (row.attempts > 0 && row.state != SendState::refused && row.state != SendState::conflict)
    note(QStringLiteral("it was sent before without an answer: the server may have it"));
  if (desk.arguments().json) {
    printJson(QJsonObject{{"state", QStringLiteral("discarded")}, {"entry", toJson(row)}});
    return kDone;
  }
  printText(QStringLiteral("Discarded, and not sent: %1\n").arg(kindWords(row.kind)) + toText(row));
  return kDone;
}

}  // namespace vb::client::cli

#include "client/cli/output_documents.h"

#include <QLocale>

#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

QString words(const store::DocumentRow& row) {
  switch (row.presence) {
    case store::Presence::here:
      return QStringLiteral("on this computer");
    case store::Presence::waiting:
      return QStringLiteral("will be fetched");
    case store::Presence::fetching:
      return QStringLiteral("being fetched");
    case store::Presence::failed:
      return QStringLiteral("could not be fetched");
    case store::Presence::uploading:
      return QStringLiteral("not on the server yet");
    case store::Presence::absent:
      break;
  }
  return QStringLiteral("not on this computer");
}

}  // namespace

QString presenceName(store::Presence presence) {
  static const char* const kNames[] = {"absent", "waiting", "fetching", "here", "failed", "uploading"};
  return QString::fromLatin1(kNames[static_cast<int>(presence)]);
}

QJsonObject toJson(const store::DocumentRow& row, const QString& path) {
  return {{"id", idText(row.id)},
          {"name", row.name},
          {"folder", path},
          {"versions", row.versions},
          {"number", row.number},
          {"size", row.size},
          {"changed_at", row.changedAt},
          {"changed_by", row.changedBy},
          {"pinned", row.pinned},
          {"concurrent", row.concurrent},
          {"presence", presenceName(row.presence)},
          {"send_state", sendStateName(row.sendState)}};
}

QString toText(const store::DocumentRow& row, const QString& path) {
  QStringList facts{QLocale::c().formattedDataSize(row.size, 1, QLocale::DataSizeSIFormat), timeText(row.changedAt)};
  if (row.number > 1) facts << QStringLiteral("version %1").arg(row.number);
  if (row.concurrent) facts << QStringLiteral("two versions were added at once");
  facts << words(row);
  if (row.pinned) facts << QStringLiteral("kept");
  const QString name = path.isEmpty() ? row.name : path + QLatin1Char('/') + row.name;
  return QStringLiteral("%1  %2\n    %3%4\n")
      .arg(idText(row.id), plain(name), facts.join(QStringLiteral(" · ")), stateMark(row.sendState));
}

}  // namespace vb::client::cli

#include "client/ui/document_reader/document_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vb::client::ui::DocumentWords)
};

QLocale onScreen() { return {dutchOnScreen() ? QLocale::Dutch : QLocale::English}; }

}  // namespace

QString sizeText(qint64 bytes) {
  return onScreen().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString dayText(qint64 at, qint64 now) {
  const QDate day = QDateTime::fromMSecsSinceEpoch(at).date();
  const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
  if (day == today) return Words::tr("today");
  if (day == today.addDays(-1)) return Words::tr("yesterday");
  return onScreen().toString(day,
                             day.year() == today.year() ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

PresenceWords presenceOf(store::Presence presence) {
  switch (presence) {
    case store::Presence::here:
      return {Words::tr("on this computer"), ChipKind::ok};
    case store::Presence::waiting:
      return {Words::tr("will be fetched"), ChipKind::wait};
    case store::Presence::fetching:
      return {Words::tr("is being fetched"), ChipKind::wait};
    case store::Presence::failed:
      return {Words::tr("could not be fetched"), ChipKind::bad};
    case store::Presence::uploading:
      return {Words::tr("not sent yet"), ChipKind::wait};
    case store::Presence::absent:
      break;
  }
  return {Words::tr("not on this computer"), ChipKind::grey};
}

int progressOf(const store::DocumentRow& row) {
  const bool isMoving = row.presence == store::Presence::fetching || row.presence == store::Presence::uploading;
  if (!isMoving || row.size <= 0 || row.bytesHere <= 0) return -1;
  return static_cast<int>(qBound(qint64(0), row.bytesHere * 100 / row.size, qint64(100)));
}

PresenceWords presenceOf(const store::DocumentRow& row) {
  auto words = presenceOf(row.presence);
  const int progress = progressOf(row);
  if (progress < 0) return words;
  if (row.presence == store::Presence::fetching) words.text = Words::tr("fetching, %1 %").arg(progress);
  if (row.presence == store::Presence::uploading) words.text = Words::tr("sending, %1 %").arg(progress);
  return words;
}

QString uploadWords(const store::UploadRow& row, bool isConnected) {
  switch (row.state) {
    case store::UploadState::preparing:
      return Words::tr("is being copied");
    case store::UploadState::waiting:
      return isConnected ? Words::tr("waits its turn") : Words::tr("waits for a connection");
    case store::UploadState::sending:
      return Words::tr("sending, %1 %").arg(row.size > 0 ? row.sent * 100 / row.size : 0);
    case store::UploadState::paused:
      return Words::tr("paused");
    case store::UploadState::finishing:
      return Words::tr("sent; the channel is being told");
    case store::UploadState::failed:
      break;
  }
  return documentProblem(row.errorCode);
}

QString documentProblem(const QString& errorCode) {
  if (errorCode == QLatin1String("not_found"))
    return Words::tr("It is not there (any more), or you are not in this channel (any more).");
  if (errorCode == QLatin1String("too_large")) return Words::tr("It is larger than this channel takes.");
  if (errorCode == QLatin1String("quota"))
    return Words::tr("The storage of this channel is full. An owner can make room or rent more.");
  if (errorCode == QLatin1String("lease"))
    return Words::tr("The rent of this channel has ended: nothing can be added.");
  if (errorCode == QLatin1String("forbidden")) return Words::tr("Your role in this channel does not allow this.");
  if (errorCode == QLatin1String("disk_full"))
    return Words::tr("The disk of this computer is full. Make room; it goes on by itself.");
  if (errorCode == QLatin1String("conflict"))
    return Words::tr("The file keeps changing while it is copied. Close it in the other program and try again.");
  if (errorCode == QLatin1String("not_here"))
    return Words::tr("It is not on this computer. With a connection it can be fetched.");
  if (errorCode == QLatin1String("encrypted"))
    return Words::tr("It is protected with a password. Save it and open it in another program.");
  if (errorCode == QLatin1String("damaged")) return Words::tr("It is damaged and cannot be shown.");
  if (errorCode == QLatin1String("unsupported")) return Words::tr("This kind of file cannot be shown here.");
  return Words::tr("Something went wrong with this file. Try again.");
}

}  // namespace vb::client::ui

// Words about documents: where they are, how large, what became of a file on its way. Pure; GUI thread (translations).
#pragma once

#include <QString>

#include "client/core/store/channel_views.h"
#include "client/ui/controls/chip.h"

namespace vb::client::ui {

// "92 kB", as the language on screen writes it.
QString sizeText(qint64 bytes);
// "yesterday", "14 October".
QString dayText(qint64 at, qint64 now);

struct PresenceWords {
  QString text;
  ChipKind kind = ChipKind::grey;
};
// Whether the newest version is on this computer.
PresenceWords presenceOf(const store::DocumentRow& row);
PresenceWords presenceOf(store::Presence presence);
// 0..100 of what comes or goes; -1: nothing does.
int progressOf(const store::DocumentRow& row);

// "Being sent, 40 %", "Waits for a connection", "Paused", or why it failed.
QString uploadWords(const store::UploadRow& row, bool isConnected);
// Why a file could not be added, fetched or shown: one sentence that says what to do.
QString documentProblem(const QString& errorCode);

}  // namespace vb::client::ui

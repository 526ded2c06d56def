// Age in words: how long ago something was, in the language on screen. Pure; GUI thread (translations).
#pragma once

#include <QDateTime>
#include <QString>

namespace vb::client {

// "now", "12 min", "1 h 20", "yesterday", "Mon 16 Nov", "16 Nov 2024": for a row of a list. Local time.
QString shortAge(qint64 utcMs, const QDateTime& now);
// "just now", "12 minutes ago", "3 hours ago", "yesterday at 10:41", "16 November 2025": for the reader.
QString longAge(qint64 utcMs, const QDateTime& now);
// "10:41", "yesterday 10:41", "16 Nov 10:41": for a moment, as in "updated at".
QString clockTime(qint64 utcMs, const QDateTime& now);

}  // namespace vb::client

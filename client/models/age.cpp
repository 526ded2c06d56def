#include "client/models/age.h"

#include <QCoreApplication>
#include <QLocale>

namespace vb::client {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Age)
};

QString dayAndMonth(const QDate& date, const QDate& today, bool weekday) {
  const QLocale locale;
  // Dutch abbreviations end in a full stop, which looks like the end of a sentence in a row.
  const auto clean = [](QString text) { return text.remove(QLatin1Char('.')); };
  if (date.year() != today.year()) return clean(locale.toString(date, QStringLiteral("d MMM yyyy")));
  const bool near = date.daysTo(today) < 7 && date.daysTo(today) > 0;
  return clean(locale.toString(date, near && weekday ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM")));
}

}  // namespace

QString shortAge(qint64 utcMs, const QDateTime& now) {
  if (utcMs <= 0) return {};
  const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs).toLocalTime();
  const qint64 minutes = then.secsTo(now) / 60;
  // A clock that runs behind must not show a negative age.
  if (minutes < 1) return Say::tr("now");
  if (minutes < 60) return Say::tr("%n min", nullptr, static_cast<int>(minutes));
  if (then.date() == now.date() || minutes < 6 * 60) {
    const int hours = static_cast<int>(minutes / 60);
    const int rest = static_cast<int>(minutes % 60);
    if (hours >= 10 || rest == 0) return Say::tr("%n h", nullptr, hours);
    return Say::tr("%1 h %2").arg(hours).arg(rest, 2, 10, QLatin1Char('0'));
  }
  if (then.date().daysTo(now.date()) == 1) return Say::tr("yesterday");
  return dayAndMonth(then.date(), now.date(), true);
}

QString longAge(qint64 utcMs, const QDateTime& now) {
  if (utcMs <= 0) return {};
  const QLocale locale;
  const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs).toLocalTime();
  const qint64 minutes = then.secsTo(now) / 60;
  if (minutes < 1) return Say::tr("just now");
  if (minutes < 60) return Say::tr("%n minute(s) ago", nullptr, static_cast<int>(minutes));
  if (then.date() == now.date() || minutes < 6 * 60)
    return Say::tr("%n hour(s) ago", nullptr, static_cast<int>(minutes / 60));
  const QString time = locale.toString(then.time(), QStringLiteral("HH:mm"));
  if (then.date().daysTo(now.date()) == 1) return Say::tr("yesterday at %1").arg(time);
  return locale.toString(
      then.date(), then.date().year() == now.date().year() ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

QString clockTime(qint64 utcMs, const QDateTime& now) {
  const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs).toLocalTime();
  const QString time = QLocale().toString(then.time(), QStringLiteral("HH:mm"));
  if (then.date() == now.date()) return time;
  if (then.date().daysTo(now.date()) == 1) return Say::tr("yesterday %1").arg(time);
  return dayAndMonth(then.date(), now.date(), false) + QLatin1Char(' ') + time;
}

}  // namespace vb::client

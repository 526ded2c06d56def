#include "client/ui/reader/later.h"

#include <QCoreApplication>

namespace vb::client::ui {
namespace {
struct Later {
  Q_DECLARE_TR_FUNCTIONS(Later)
};
constexpr int kMorningHour = 9;
constexpr int kAfternoonHour = 14;
}  // namespace

QVector<LaterChoice> laterChoices(const QDateTime& now) {
  const auto at = [](const QDate& date, int hour) { return QDateTime(date, QTime(hour, 0)).toMSecsSinceEpoch(); };
  QVector<LaterChoice> choices;
  if (now.time().hour() < kAfternoonHour - 1)
    choices.append({Later::tr("This afternoon"), at(now.date(), kAfternoonHour)});
  choices.append({Later::tr("Tomorrow"), at(now.date().addDays(1), kMorningHour)});
  choices.append({Later::tr("Next week"), at(now.date().addDays(8 - now.date().dayOfWeek()), kMorningHour)});
  return choices;
}

}  // namespace vb::client::ui

// When a question that was put off comes back. Pure.
#pragma once

#include <QDateTime>
#include <QVector>

namespace vb::client::ui {

struct LaterChoice {
  QString text;
  qint64 until = 0;  // UTC ms
};
// This afternoon (while it is not there yet), tomorrow morning, Monday next week; in local time.
QVector<LaterChoice> laterChoices(const QDateTime& now);

}  // namespace vb::client::ui

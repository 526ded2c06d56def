// Words for discussions and cases. GUI thread (translations).
#pragma once

#include <QDateTime>
#include <QString>

#include "client/core/store/channel_views.h"

namespace vb::client::ui {

// "4 posts · Anna de Vries · 12 min", for a row.
QString topicMeta(const store::TopicRow& row, const QDateTime& now);
// "is erased in 12 days", of a case; empty without a date.
QString eraseWords(qint64 eraseAt, const QDateTime& now);
QString casePartName(int part);  // 0..3: situation, tried, question, agreement
QString casePartHint(int part);

}  // namespace vb::client::ui

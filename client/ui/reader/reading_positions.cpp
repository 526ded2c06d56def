#include "client/ui/reader/reading_positions.h"

#include "client/ui/reader/tuning.h"

namespace vb::client::ui {
namespace {
const QString kKey = QStringLiteral("reading");
}

ReadingPositions::ReadingPositions(Preferences& preferences) : preferences_(preferences) {
  const QStringList lines = QString::fromUtf8(preferences.state(kKey)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (const QString& line : lines) {
    const QString id = line.section(QLatin1Char('='), 0, 0);
    positions_[id] = line.section(QLatin1Char('='), 1).toInt();
    newestLast_ << id;
  }
}

void ReadingPositions::keep(QuestionId question, int position) {
  const QString id = QString::fromStdString(question.text());
  newestLast_.removeOne(id);
  positions_.remove(id);
  if (position <= 0) return;
  positions_[id] = position;
  newestLast_ << id;
  while (newestLast_.size() > kPositionsKept) positions_.remove(newestLast_.takeFirst());
}

int ReadingPositions::of(QuestionId question) const {
  return positions_.value(QString::fromStdString(question.text()));
}

void ReadingPositions::store() {
  QStringList lines;
  for (const QString& id : newestLast_) lines << id + QLatin1Char('=') + QString::number(positions_.value(id));
  preferences_.setState(kKey, lines.join(QLatin1Char(' ')).toUtf8());
}

}  // namespace vb::client::ui

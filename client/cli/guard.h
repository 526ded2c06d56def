// Guard: what identifies a person in a text that is about to be sent, as lines for people and as JSON. Looks only; what
// was found is named by its place, never repeated: standard error may end in a log. Pure.
#pragma once

#include <QJsonArray>
#include <QString>
#include <QVector>

#include "shared/text/guard.h"

namespace vb::client::cli {

struct Found {
  text::PersonalData kind = text::PersonalData::bsn;
  QString field;   // "title", "body", "source"
  int line = 1;    // of sources: which one
  int column = 1;  // in characters, as an editor counts them
  int length = 0;
};

QVector<Found> findIn(const QString& field, const QString& text);
QVector<Found> findInSources(const QStringList& sources);
bool anyBsn(const QVector<Found>& found);
QJsonArray toJson(const QVector<Found>& found);
// "body, line 2, character 14: an IBAN", a line each.
QString toText(const QVector<Found>& found);

}  // namespace vb::client::cli

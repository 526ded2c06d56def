// Output: what vraagbaak-cli prints: JSON for programs, lines for people. Pure; strings in, strings out.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include "client/core/engine/engine.h"
#include "client/core/store/views.h"

namespace vb::client::cli {

QString idText(const Uuid& id);
template <class Tag>
QString idText(const Id<Tag>& id) {
  return idText(id.uuid);
}
QString linkName(Link link);
QString sendStateName(store::SendState state);
// "a question", of a command kind.
QString kindWords(const QString& kind);
// Local time to the minute; "-" for 0.
QString timeText(qint64 at);

QJsonObject toJson(const store::QuestionRow& row);
QJsonObject toJson(const store::QuestionView& view);
QJsonObject toJson(const store::OutboxRow& row);
QJsonObject toJson(const store::SearchHit& hit);
QJsonObject toJson(const store::CategoryRow& row);

QString toText(const store::QuestionRow& row);
// `categories`: all of them, for their names.
QString toText(const store::QuestionView& view, const QVector<store::CategoryRow>& categories);
QString toText(const store::OutboxRow& row);
QString toText(const store::SearchHit& hit);

// One document on standard output, with a line end; compact for watch.
void printJson(const QJsonObject& object, bool compact = false);
void printText(const QString& text);
QJsonObject errorJson(const QString& code, const QString& message);
// A remark or what is wrong, on standard error.
void note(const QString& text);

}  // namespace vb::client::cli

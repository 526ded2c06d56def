// Answers: what the helper writes to standard output: JSON objects, one a line, and bytes after a line that says how
// many.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace vb::client::extract {

// False when nobody reads any more.
bool answer(const QJsonObject& object);
bool answerBytes(const char* bytes, qint64 size);

}  // namespace vb::client::extract

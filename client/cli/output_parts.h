// What the units of Output share: pieces of lines and of documents. Pure.
#pragma once

#include <QJsonObject>
#include <QString>

#include "client/core/store/views.h"

namespace vb::client::cli {

// A name typed by somebody else must not drive the terminal.
QString plain(const QString& text, bool lines = false);
QString indented(const QString& text, const QString& by);
// " · [waiting]" of what is not stored yet; else nothing.
QString stateMark(store::SendState state);
QString byline(const store::Person& person, qint64 at, store::SendState state);
QJsonObject personJson(const store::Person& person);

}  // namespace vb::client::cli

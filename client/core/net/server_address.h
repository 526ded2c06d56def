// Which addresses may be spoken to: https anywhere, http only to this computer itself. Pure; any thread.
#pragma once

#include <QString>
#include <QUrl>

#include "shared/base/result.h"

namespace vb::client::net {

// "vraagbaak.nl", "https://host:8443/base/" -> a base address without trailing slash, query or user part.
// badField when it is no address; untrustedPeer for http to another computer.
Result<QUrl> serverAddress(const QString& text);
// `path` begins with a slash.
QUrl httpUrl(const QUrl& server, const QString& path);
// wss, or ws to this computer itself.
QUrl webSocketUrl(const QUrl& server);
bool isThisComputer(const QString& host);

}  // namespace vb::client::net

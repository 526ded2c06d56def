// What holds for every request over HTTP: TLS 1.2 or later with a verified peer, no cookies, nothing from a cache.
// Pure.
#pragma once

#include <string>

#include <QNetworkRequest>
#include <QUrl>

namespace vb::client::net {

// With the bearer token, unless it is empty.
QNetworkRequest guardedRequest(const QUrl& url, const std::string& token);

}  // namespace vb::client::net

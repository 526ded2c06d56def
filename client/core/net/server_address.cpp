#include "client/core/net/server_address.h"

#include <QHostAddress>

namespace vb::client::net {

bool isThisComputer(const QString& host) {
  if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0) return true;
  const QHostAddress address(host);
  return !address.isNull() && address.isLoopback();
}

Result<QUrl> serverAddress(const QString& text) {
  QString given = text.trimmed();
  if (!given.contains(QLatin1String("://"))) given.prepend(QLatin1String("https://"));
  QUrl url(given, QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty()) return fail(ErrorCode::badField, "server");
  const QString scheme = url.scheme().toLower();
  if (scheme == QLatin1String("http")) {
    if (!isThisComputer(url.host())) return fail(ErrorCode::untrustedPeer, "http is refused to another computer");
  } else if (scheme != QLatin1String("https")) {
    return fail(scheme == QLatin1String("ws") ? ErrorCode::untrustedPeer : ErrorCode::badField,
                "scheme " + scheme.toStdString());
  }
  url.setUserInfo({});
  url.setQuery(QString());
  url.setFragment(QString());
  QString path = url.path();
  while (path.endsWith(QLatin1Char('/'))) path.chop(1);
  url.setPath(path);
  return url;
}

QUrl httpUrl(const QUrl& server, const QString& path) {
  QUrl url = server;
  url.setPath(server.path() + path);
  return url;
}

QUrl webSocketUrl(const QUrl& server) {
  QUrl url = httpUrl(server, QStringLiteral("/v1/sync"));
  url.setScheme(server.scheme() == QLatin1String("http") ? QStringLiteral("ws") : QStringLiteral("wss"));
  return url;
}

}  // namespace vb::client::net

#include "client/ui/account/server_url.h"

namespace vb::client::ui {

QUrl serverUrlFrom(const QString& typed) {
  QString text = typed.trimmed();
  if (text.isEmpty() || text.contains(QLatin1Char(' '))) return {};
  if (!text.contains(QLatin1String("://"))) {
    const QString host = text.section(QLatin1Char(':'), 0, 0).toLower();
    const bool loopback = host == QLatin1String("localhost") || host.startsWith(QLatin1String("127."));
    text.prepend(loopback ? QStringLiteral("http://") : QStringLiteral("https://"));
  }
  const QUrl url(text, QUrl::StrictMode);
  const bool known = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
  return url.isValid() && known && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

}  // namespace vb::client::ui

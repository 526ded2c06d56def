#include "client/core/net/request_rules.h"

#include <QSslConfiguration>

namespace vb::client::net {

QNetworkRequest guardedRequest(const QUrl& url, const std::string& token) {
  QNetworkRequest request(url);
  auto tls = QSslConfiguration::defaultConfiguration();
  tls.setProtocol(QSsl::TlsV1_2OrLater);
  tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
  request.setSslConfiguration(tls);
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  if (!token.empty()) request.setRawHeader("Authorization", QByteArray("Bearer ") + QByteArray::fromStdString(token));
  return request;
}

}  // namespace vb::client::net

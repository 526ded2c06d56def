#include "client/core/net/http_client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include "client/core/net/request_rules.h"
#include "client/core/net/server_address.h"
#include "client/core/net/tuning.h"

namespace vb::client::net {
namespace {

std::string utf8(const QString& text) { return text.toStdString(); }

template <class T>
Result<T> shaped(const Result<json::object>& object, const std::initializer_list<const char*>& required) {
  if (!object) return object.error();
  for (const char* name : required)
    if (!object->contains(name)) return fail(ErrorCode::captivePortal, std::string("reply without ") + name);
  auto value = fromJson<T>(*object);
  if (!value) return fail(ErrorCode::captivePortal, value.error().detail);
  return *std::move(value);
}

bool isTlsFailure(int error) { return error == QNetworkReply::SslHandshakeFailedError; }

}  // namespace

Result<json::object> readReply(int status, int networkError, const QByteArray& contentType, const QByteArray& body) {
  if (isTlsFailure(networkError)) return fail(ErrorCode::untrustedPeer, "TLS refused");
  if (status == 0) return fail(ErrorCode::network, "no reply (" + std::to_string(networkError) + ")");
  const bool isJson = contentType.split(';').value(0).trimmed().toLower() == "application/json";
  if (!isJson) {
    // A reverse proxy in front of a server that restarts answers in HTML of its own.
    if (status == 502 || status == 503 || status == 504)
      return fail(ErrorCode::unavailable, "HTTP " + std::to_string(status));
    if (status == 204) return json::object();
    return fail(ErrorCode::captivePortal, "HTTP " + std::to_string(status) + " that is not JSON");
  }
  auto object = parseJsonObject(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
  if (!object) return fail(ErrorCode::captivePortal, "HTTP " + std::to_string(status) + " with broken JSON");
  if (status >= 200 && status < 300) return *std::move(object);
  const auto* name = object->if_contains("error");
  if (status < 400 || name == nullptr || !name->is_string())
    return fail(ErrorCode::captivePortal, "HTTP " + std::to_string(status) + " without an error code");
  const auto* detail = object->if_contains("detail");
  return fail(errorFromName(std::string_view(name->get_string())),
              detail != nullptr && detail->is_string() ? std::string(detail->get_string()) : std::string());
}

HttpClient::HttpClient(QObject* parent) : QObject(parent), network_(new QNetworkAccessManager(this)) {
  network_->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
  network_->setTransferTimeout(static_cast<int>(std::chrono::milliseconds(kHttpTimeout).count()));
}

HttpClient::~HttpClient() = default;

void HttpClient::request(const QByteArray& verb, const QUrl& server, const QString& path, const json::object* body,
                         const std::string& token, OnObject done) {
  const auto address = serverAddress(server.toString());
  if (!address) {
    QMetaObject::invokeMethod(
        this, [done, error = address.error()] { done(error); }, Qt::QueuedConnection);
    return;
  }
  auto request = guardedRequest(httpUrl(*address, path), token);
  request.setRawHeader("Accept", "application/json");
  QByteArray payload;
  if (body != nullptr) {
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    payload = QByteArray::fromStdString(json::serialize(*body));
  }
  QNetworkReply* reply = network_->sendCustomRequest(request, verb, payload);
  connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
    if (received > kHttpReplyBytesMax) reply->abort();
  });
  connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] { finished(reply, done); });
}

void HttpClient::finished(QNetworkReply* reply, const OnObject& done) {
  reply->deleteLater();
  const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  const QByteArray body = reply->isOpen() ? reply->read(kHttpReplyBytesMax) : QByteArray();
  done(readReply(status, reply->error(), reply->rawHeader("Content-Type"), body));
}

void HttpClient::signIn(const QUrl& server, const QString& email, const QString& password, const QString& device,
                        OnSignedIn done) {
  const json::object body{{"email", utf8(email)}, {"password", utf8(password)}, {"device", utf8(device)}};
  request("POST", server, QStringLiteral("/v1/session"), &body, {},
          [done = std::move(done)](const Result<json::object>& object) {
            done(shaped<SignedIn>(object, {"token", "user_id", "server_id"}));
          });
}

void HttpClient::signOut(const QUrl& server, const std::string& token, OnDone done) {
  request("DELETE", server, QStringLiteral("/v1/session"), nullptr, token,
          [done = std::move(done)](const Result<json::object>& object) {
            done(object ? Result<void>() : Result<void>(object.error()));
          });
}

void HttpClient::registerAccount(const QUrl& server, const QString& email, const QString& password,
                                 const UpdateProfile& profile, OnDone done) {
  const json::object body{{"email", utf8(email)}, {"password", utf8(password)}, {"profile", toJson(profile)}};
  request("POST", server, QStringLiteral("/v1/account"), &body, {},
          [done = std::move(done)](const Result<json::object>& object) {
            done(object ? Result<void>() : Result<void>(object.error()));
          });
}

void HttpClient::askServer(const QUrl& server, OnFacts done) {
  request("GET", server, QStringLiteral("/v1/server"), nullptr, {},
          [done = std::move(done)](const Result<json::object>& object) {
            done(shaped<ServerFacts>(object, {"server_id", "version"}));
          });
}

}  // namespace vb::client::net

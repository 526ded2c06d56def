#include "client/core/net/web_socket_transport.h"

#include <utility>

#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include "client/core/net/server_address.h"
#include "shared/base/limits.h"

namespace vb::client::net {
namespace {

QNetworkProxy proxyFor(const QUrl& server) {
  if (isThisComputer(server.host())) return QNetworkProxy::NoProxy;
  // Asked for as https: a proxy script knows nothing of wss, and the tunnel is the same.
  const auto found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server));
  return found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
}

// QWebSocket tells the status of a refused upgrade only in its error text, which may be translated.
int statusIn(const QString& errorText) {
  if (!errorText.contains(QLatin1String("status"), Qt::CaseInsensitive)) return 0;
  static const QRegularExpression pattern(QStringLiteral("\\b([1-5][0-9][0-9])\\b"));
  const auto match = pattern.match(errorText);
  return match.hasMatch() ? match.captured(1).toInt() : 0;
}

// It answered, but not as a WebSocket server does.
bool isNoHandshake(const QString& errorText) {
  for (const char* sign :
       {"QWebSocketPrivate::processHandshake", "Read handshake request", "Accept-Key", "protocol upgrade"})
    if (errorText.contains(QLatin1String(sign))) return true;
  return false;
}

bool isTlsError(int error) {
  return error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError ||
         error == QAbstractSocket::SslInvalidUserDataError;
}

}  // namespace

ErrorCode handshakeFailure(int status) {
  switch (status) {
    case 401:
      return ErrorCode::unauthorized;
    case 407:
      return ErrorCode::network;
    case 426:
      return ErrorCode::versionUnsupported;
    case 429:
    case 502:
    case 503:
    case 504:
      return ErrorCode::unavailable;
    default:
      return ErrorCode::captivePortal;
  }
}

WebSocketTransport::WebSocketTransport(QObject* parent) : QObject(parent) {}

WebSocketTransport::~WebSocketTransport() { release(false); }

void WebSocketTransport::open(const Endpoint& endpoint, TransportEvents& events) {
  release(false);
  events_ = &events;
  const auto server = serverAddress(QString::fromStdString(endpoint.server));
  if (!server) return refuse(server.error().code, server.error().detail);

  socket_ = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
  socket_->setMaxAllowedIncomingFrameSize(limits::kServerFrameBytesMax);
  socket_->setMaxAllowedIncomingMessageSize(limits::kServerFrameBytesMax);
  socket_->setProxy(proxyFor(*server));
  auto tls = QSslConfiguration::defaultConfiguration();
  tls.setProtocol(QSsl::TlsV1_2OrLater);
  tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
  socket_->setSslConfiguration(tls);
  connect(socket_, &QWebSocket::connected, this, &WebSocketTransport::connected);
  connect(socket_, &QWebSocket::disconnected, this, &WebSocketTransport::ended);
  connect(socket_, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
          [this](QAbstractSocket::SocketError error) { broken(error); });
  connect(socket_, &QWebSocket::pong, this, [this] {
    if (events_ != nullptr) events_->ponged();
  });
  connect(socket_, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
    if (events_ != nullptr && open_) events_->textReceived(text.toStdString());
  });

  QNetworkRequest request(webSocketUrl(*server));
  request.setRawHeader("Authorization", QByteArray("Bearer ") + QByteArray::fromStdString(endpoint.token));
  subprotocol_ = QString::fromStdString(endpoint.subprotocol);
  QWebSocketHandshakeOptions options;
  options.setSubprotocols({subprotocol_});
  const int generation = ++generation_;
  // From the event loop: QWebSocket reports some failures from within open().
  QMetaObject::invokeMethod(
      this,
      [this, request, options, generation] {
        if (generation == generation_ && socket_ != nullptr) socket_->open(request, options);
      },
      Qt::QueuedConnection);
}

void WebSocketTransport::connected() {
  if (socket_->subprotocol() != subprotocol_) {
    auto* events = events_;
    release(false);
    events->failed(ErrorCode::captivePortal, "the peer does not speak our subprotocol");
    return;
  }
  open_ = true;
  events_->opened();
}

void WebSocketTransport::broken(int socketError) {
  if (events_ == nullptr) return;
  const QString text = socket_->errorString();
  if (open_) return ended();
  ErrorCode code = ErrorCode::network;
  const int status = statusIn(text);
  if (status != 0) {
    code = handshakeFailure(status);
  } else if (isTlsError(socketError)) {
    code = ErrorCode::untrustedPeer;
  } else if (isNoHandshake(text)) {
    code = ErrorCode::captivePortal;
  }
  auto* events = events_;
  release(false);
  events->failed(code, text.toStdString());
}

void WebSocketTransport::ended() {
  if (events_ == nullptr) return;
  auto* events = events_;
  const bool wasOpen = open_;
  const int status = socket_->closeCode();
  const std::string reason = socket_->closeReason().toStdString();
  const std::string text = socket_->errorString().toStdString();
  release(false);
  if (wasOpen)
    events->closed(status == QWebSocketProtocol::CloseCodeNormal && reason.empty() ? 1006 : status,
                   reason.empty() ? text : reason);
  else
    events->failed(ErrorCode::network, text);
}

void WebSocketTransport::send(std::string text) {
  if (open_) socket_->sendTextMessage(QString::fromStdString(text));
}

void WebSocketTransport::ping() {
  if (open_) socket_->ping();
}

void WebSocketTransport::close() { release(true); }

void WebSocketTransport::release(bool politely) {
  ++generation_;
  events_ = nullptr;
  const bool wasOpen = std::exchange(open_, false);
  if (socket_ == nullptr) return;
  socket_->disconnect(this);
  // Qt writes the goodbye also where nobody is connected yet, and warns of it on standard error.
  if (politely && wasOpen)
    socket_->close();
  else
    socket_->abort();
  socket_->deleteLater();
  socket_ = nullptr;
}

void WebSocketTransport::refuse(ErrorCode code, std::string detail) {
  const int generation = ++generation_;
  QMetaObject::invokeMethod(
      this,
      [this, code, detail = std::move(detail), generation] {
        if (generation != generation_ || events_ == nullptr) return;
        auto* events = events_;
        events_ = nullptr;
        events->failed(code, detail);
      },
      Qt::QueuedConnection);
}

}  // namespace vb::client::net

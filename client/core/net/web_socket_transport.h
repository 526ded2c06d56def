// WebSocketTransport: a Transport over Qt WebSockets, through the system's proxy and against the system's
// certificates. There is no way to ignore a certificate error; nothing is sent to a peer that is not trusted.
#pragma once

#include <memory>

#include <QObject>
#include <QString>

#include "client/core/net/transport.h"

class QWebSocket;

namespace vb::client::net {

class WebSocketTransport : public QObject, public Transport {
  Q_OBJECT

 public:
  explicit WebSocketTransport(QObject* parent = nullptr);
  ~WebSocketTransport() override;

  void open(const Endpoint& endpoint, TransportEvents& events) override;
  void send(std::string text) override;
  void ping() override;
  void close() override;

 private:
  void connected();
  void broken(int socketError);
  void ended();
  // Lets go of the socket; its late signals reach nobody.
  void release(bool politely);
  void refuse(ErrorCode code, std::string detail);

  QWebSocket* socket_ = nullptr;
  TransportEvents* events_ = nullptr;
  QString subprotocol_;
  bool open_ = false;
  int generation_ = 0;  // a refusal that was posted for an older open() is dropped
};

// What a handshake that did not end in a WebSocket means: `status` is the HTTP status, 0 when there was none.
ErrorCode handshakeFailure(int status);

}  // namespace vb::client::net

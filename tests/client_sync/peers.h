// Peers for the tests of the net room: listeners on this computer that answer as told and count what they were given.
// Owned by the test, on its thread.
#pragma once

#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace vb::test {

// Answers every request with the same bytes; keeps what came in.
template <class Server>
class ScriptedPeer : public Server {
 public:
  QByteArray answer;
  QByteArray received;
  int connections = 0;

  void serve() {
    QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
      while (auto* socket = this->nextPendingConnection()) {
        ++connections;
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
          received += socket->readAll();
          if (answer.isEmpty() || !received.contains("\r\n\r\n")) return;
          socket->write(answer);
          socket->disconnectFromHost();
        });
      }
    });
  }
};

inline QByteArray httpAnswer(const QByteArray& status, const QByteArray& type, const QByteArray& body,
                             const QByteArray& more = {}) {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) +
         "\r\nConnection: close\r\n" + more + "\r\n" + body;
}

// A key and a certificate for "localhost" that nobody signed, made for this run.
struct SelfSigned {
  QTemporaryDir directory;
  QSslKey key;
  QSslCertificate certificate;

  bool make() {
    const QString keyFile = directory.filePath(QStringLiteral("key.pem"));
    const QString certificateFile = directory.filePath(QStringLiteral("cert.pem"));
    const QStringList arguments{"req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:P-256",
                                "-nodes",
                                "-keyout",
                                keyFile,
                                "-out",
                                certificateFile,
                                "-days",
                                "2",
                                "-subj",
                                "/CN=localhost",
                                "-addext",
                                "subjectAltName=DNS:localhost,IP:127.0.0.1"};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) return false;
    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly)) return false;
    key = QSslKey(file.readAll(), QSsl::Ec);
    certificate = QSslCertificate::fromPath(certificateFile).value(0);
    return !key.isNull() && !certificate.isNull();
  }
  QSslConfiguration configuration(QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) const {
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(protocol);
    return tls;
  }
};

}  // namespace vb::test

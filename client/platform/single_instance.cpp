#include "client/platform/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

#include "client/platform/link.h"
#include "client/platform/tuning.h"

namespace vb::client::platform {

SingleInstance::SingleInstance(const QString& profileDirectory, QObject* parent) : QObject(parent) {
  QDir().mkpath(profileDirectory);
  const QString canonical = QFileInfo(profileDirectory).canonicalFilePath();
  const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
  name_ = QStringLiteral("vraagbaak-") + QString::fromLatin1(hash);
  lock_ = std::make_unique<QLockFile>(canonical + QStringLiteral("/instance.lock"));
  lock_->setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Claim SingleInstance::claim(const QString& link) {
  if (lock_->tryLock(0)) {
    listen();
    return Claim::first;
  }
  // The lock is held: by a running app, which answers. A lock of a dead process is broken by QLockFile itself.
  return handOver(link) ? Claim::handedOver : Claim::noAnswer;
}

bool SingleInstance::handOver(const QString& link) {
  QLocalSocket socket;
  socket.connectToServer(name_, QIODevice::ReadWrite);
  if (!socket.waitForConnected(kInstanceAnswerMs)) return false;
  // Only what is one of our links travels; the other side checks again.
  const auto question = questionOfLink(link);
  socket.write(question ? linkOfQuestion(*question).toUtf8() + '\n' : QByteArray("\n"));
  const bool written = socket.waitForBytesWritten(kInstanceAnswerMs);
  socket.disconnectFromServer();
  return written;
}

void SingleInstance::listen() {
  server_ = std::make_unique<QLocalServer>();
  server_->setSocketOptions(QLocalServer::UserAccessOption);
  // We hold the lock, so what is left under this name belongs to nobody.
  QLocalServer::removeServer(name_);
  server_->listen(name_);
  connect(server_.get(), &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* socket = server_->nextPendingConnection()) {
      connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
      const auto read = [this, socket] {
        if (!socket->canReadLine() && socket->bytesAvailable() <= kLinkCharsMax) return;
        const QByteArray line = socket->readLine(kLinkCharsMax + 2);
        socket->disconnectFromServer();
        Q_EMIT raiseAsked(questionOfLink(QString::fromUtf8(line.trimmed())));
      };
      connect(socket, &QLocalSocket::readyRead, this, read);
      if (socket->bytesAvailable() > 0) read();
    }
  });
}

}  // namespace vb::client::platform

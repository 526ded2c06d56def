// Peers that send and fetch contents over HTTP by hand, and a server with a channel and its people.
#pragma once

#include <memory>
#include <utility>

#include <QCryptographicHash>
#include <QTcpSocket>

#include "tests/process/server_process.h"

namespace vb::test {

struct RawAnswer {
  int status = 0;  // 0: the connection ended without one
  QByteArray head;
  QByteArray body;
  QByteArray header(const QByteArray& name) const {
    for (const auto& line : head.split('\n'))
      if (line.toLower().startsWith(name.toLower() + ':')) return line.mid(name.size() + 1).trimmed();
    return {};
  }
  QString error() const {
    const auto json = toObject(body);
    return (json["error"].toString() + ' ' + json["detail"].toString()).trimmed();
  }
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

// One connection, kept alive.
class ContentConnection {
 public:
  explicit ContentConnection(const ServerProcess& server, qint64 readBuffer = 0) {
    if (readBuffer > 0) socket.setReadBufferSize(readBuffer);
    socket.connectToHost("127.0.0.1", static_cast<quint16>(server.port()));
    socket.waitForConnected(kPatience);
  }
  void sendHead(const QByteArray& method, const QByteArray& path, const QByteArray& token, const Headers& headers) {
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: vraagbaak\r\n";
    if (!token.isEmpty()) head += "Authorization: Bearer " + token + "\r\n";
    for (const auto& [name, value] : headers) head += name + ": " + value + "\r\n";
    send(head + "\r\n");
  }
  void send(const QByteArray& bytes) {
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(kPatience)) {
    }
  }
  RawAnswer answer(bool hasBody = true) {
    RawAnswer got;
    while (!buffer_.contains("\r\n\r\n") && more()) {
    }
    const auto end = buffer_.indexOf("\r\n\r\n");
    if (end < 0) return got;
    got.head = buffer_.left(end);
    got.status = got.head.mid(9, 3).toInt();
    buffer_.remove(0, end + 4);
    const auto length = hasBody ? got.header("Content-Length").toLongLong() : 0;
    while (buffer_.size() < length && more()) {
    }
    got.body = buffer_.left(length);
    buffer_.remove(0, got.body.size());
    return got;
  }
  RawAnswer ask(const QByteArray& method, const QByteArray& path, const QByteArray& token, Headers headers = {},
                const QByteArray& body = {}) {
    if (!body.isEmpty()) headers.emplaceBack("Content-Length", QByteArray::number(body.size()));
    sendHead(method, path, token, headers);
    if (!body.isEmpty()) send(body);
    return answer(method != "HEAD");
  }
  // The same with what tus wants.
  RawAnswer tus(const QByteArray& method, const QByteArray& path, const QByteArray& token, Headers headers = {},
                const QByteArray& body = {}) {
    headers.emplaceBack("Tus-Resumable", "1.0.0");
    return ask(method, path, token, std::move(headers), body);
  }
  RawAnswer patch(const QByteArray& path, const QByteArray& token, qint64 offset, const QByteArray& body) {
    return tus("PATCH", path, token,
               {{"Upload-Offset", QByteArray::number(offset)}, {"Content-Type", "application/offset+octet-stream"}},
               body);
  }

  QTcpSocket socket;

 private:
  bool more() {
    if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(kPatience)) return false;
    buffer_ += socket.readAll();
    return true;
  }
  QByteArray buffer_;
};

inline QByteArray sha256(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

// Bytes that repeat nowhere and are the same in every run.
inline QByteArray someBytes(int size) {
  QByteArray bytes(size, Qt::Uninitialized);
  quint64 state = 88172645463325252ULL;
  for (auto& byte : bytes) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    byte = static_cast<char>(state >> 32U);
  }
  return bytes;
}

// anna owns the channel, bram is a member, vera is not in it.
class ContentServer : public ServerProcess {
 public:
  bool begin() {
    addUser("anna@example.org");
    bramId = addUser("bram@example.org");
    addUser("vera@example.org");
    if (!makeChannel() || !start()) return false;
    anna = signIn("anna@example.org");
    bram = signIn("bram@example.org");
    vera = signIn("vera@example.org");
    return !anna.isEmpty() && !bram.isEmpty() && !vera.isEmpty();
  }
  Headers announce(qint64 size) const {
    return {{"Upload-Length", QByteArray::number(size)}, {"Upload-Metadata", "channel " + channel.toBase64()}};
  }
  // The path of a new upload.
  QByteArray announced(const QByteArray& token, qint64 size) {
    return ContentConnection(*this).tus("POST", "/v1/uploads", token, announce(size)).header("Location");
  }
  qint64 offsetOf(const QByteArray& upload, const QByteArray& token) {
    const auto answer = ContentConnection(*this).tus("HEAD", upload, token);
    return answer.status == 200 ? answer.header("Upload-Offset").toLongLong() : -1;
  }
  // The path of the content of a new document, made from a finished upload.
  QByteArray addDocument(const QByteArray& token, const QByteArray& upload, const QString& name) {
    Peer peer;
    if (!peer.greet(*this, token)) return {};
    const auto command = newId(), version = newId();
    peer.command(command, "add_document",
                 {{"channel_id", QString::fromLatin1(channel)},
                  {"document_id", newId()},
                  {"version_id", version},
                  {"name", name},
                  {"media_type", "application/octet-stream"},
                  {"upload_id", QString::fromLatin1(upload.mid(upload.lastIndexOf('/') + 1))}});
    if (peer.ack(command)["status"].toString() != "applied") return {};
    return "/v1/contents/channel/" + channel + '/' + version.toLatin1();
  }
  QByteArray addDocument(const QByteArray& token, const QByteArray& bytes) {
    const auto upload = announced(token, bytes.size());
    if (ContentConnection(*this).patch(upload, token, 0, bytes).status != 204) return {};
    return addDocument(token, upload, newId() + ".bin");
  }

  QByteArray channel;
  QByteArray anna, bram, vera;  // tokens
  QString bramId;

 private:
  bool makeChannel() {
    QByteArray printed;
    const QStringList create{"channel",        "create", "--name",  "Noord",
                             "--organisation", "Regio",  "--owner", "anna@example.org"};
    if (run(create, {}, &printed) != 0) return false;
    channel = printed.trimmed();
    return run({"channel", "add-member", "Noord", "--email", "bram@example.org"}, {}, &printed) == 0;
  }
};

}  // namespace vb::test

// ContentsServer: a scripted server of contents on loopback, as PROTOCOL.md describes it in "Contents of documents":
// ranges down, tus up, with the faults that a test asks for. On the thread of the test.
#pragma once

#include <functional>
#include <map>

#include <QCryptographicHash>
#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace vb::test {

inline QByteArray sha256Of(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

class ContentsServer {
 public:
  struct Request {
    QByteArray verb;
    QString path;
    QHash<QByteArray, QByteArray> headers;  // names in lower case
    QByteArray body;                        // as far as it came
  };
  struct Reply {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 cutAfter = -1;      // bytes of the body, then the connection is gone
    bool isPaced = false;      // kPacedBytes every 10 ms
    bool saysNothing = false;  // the connection stays open
  };
  struct Upload {
    qint64 length = 0;
    QByteArray bytes;
    QByteArray metadata;
  };

  static constexpr qint64 kPacedBytes = 256 * 1024;

  // ---- what it has, and what it does wrong; may be changed at any time
  QHash<QString, QByteArray> contents;                                        // by version id
  std::function<bool(const Request& request, Reply& reply)> beforeAnswering;  // true: `reply` is the answer
  std::function<void(const Request& request, Reply& reply)> beforeSending;
  std::map<QString, Upload> uploads;  // by id
  QByteArray token = "token";
  qint64 uploadBytesMax = 200'000'000;
  qint64 cutPatchAfter = -1;  // so much of a PATCH is taken, once
  QList<Request> requests;    // in order, answered or not

  ContentsServer() {
    server_.listen(QHostAddress::LocalHost);
    QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] {
      while (auto* socket = server_.nextPendingConnection()) accept(socket);
    });
  }
  QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server_.serverPort())); }

  QString addContent(const QString& version, const QByteArray& bytes) {
    contents[version] = bytes;
    return QString::fromLatin1(sha256Of(bytes));
  }
  int count(const QByteArray& verb, const QString& ending = {}) const {
    int found = 0;
    for (const auto& request : requests) found += request.verb == verb && request.path.endsWith(ending) ? 1 : 0;
    return found;
  }
  static Reply error(int status, const QByteArray& code, const QByteArray& detail = {}) {
    return {
        status, {{"Content-Type", "application/json"}}, R"({"error":")" + code + R"(","detail":")" + detail + R"("})"};
  }
  static Reply portal() { return {200, {{"Content-Type", "text/html"}}, "<html>Welkom op het gastnetwerk</html>"}; }

 private:
  struct Coming {
    QByteArray bytes;
    bool isBusy = false;
  };

  void accept(QTcpSocket* socket) {
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
      coming_[socket].bytes += socket->readAll();
      readOne(socket);
    });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
      coming_.remove(socket);
      socket->deleteLater();
    });
  }

  void readOne(QTcpSocket* socket) {
    auto& coming = coming_[socket];
    const auto end = coming.bytes.indexOf("\r\n\r\n");
    if (coming.isBusy || end < 0) return;
    Request request;
    const auto lines = coming.bytes.left(end).split('\n');
    const auto first = lines.first().trimmed().split(' ');
    request.verb = first.value(0);
    request.path = QString::fromUtf8(first.value(1));
    for (const auto& line : lines.mid(1)) {
      const auto colon = line.indexOf(':');
      request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    const auto length = request.headers.value("content-length").toLongLong();
    const bool isCut = request.verb == "PATCH" && cutPatchAfter >= 0 && coming.bytes.size() - end - 4 >= cutPatchAfter;
    if (!isCut && coming.bytes.size() - end - 4 < length) return;
    request.body = coming.bytes.mid(end + 4, isCut ? std::exchange(cutPatchAfter, -1) : length);
    coming.bytes.remove(0, end + 4 + length);
    coming.isBusy = true;
    requests.append(request);
    Reply reply;
    if (!beforeAnswering || !beforeAnswering(request, reply)) reply = answer(request);
    if (beforeSending) beforeSending(request, reply);
    if (isCut) return socket->abort();
    if (!reply.saysNothing) send(socket, request, reply);
  }

  void send(QTcpSocket* socket, const Request& request, const Reply& reply) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " x\r\n";
    for (const auto& [name, value] : reply.headers) head += name + ": " + value + "\r\n";
    if (reply.status != 204) head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    socket->write(head + "\r\n");
    const QByteArray body = request.verb == "HEAD" ? QByteArray() : reply.body;
    if (reply.cutAfter >= 0) {
      socket->write(body.left(reply.cutAfter));
      QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
        if (socket->bytesToWrite() == 0) socket->disconnectFromHost();
      });
      return;
    }
    if (reply.isPaced) return sendPaced(socket, body, 0);
    socket->write(body);
    done(socket);
  }

  void sendPaced(QTcpSocket* socket, const QByteArray& body, qint64 at) {
    socket->write(body.mid(at, kPacedBytes));
    if (at + kPacedBytes >= body.size()) return done(socket);
    QTimer::singleShot(10, socket, [=, this] { sendPaced(socket, body, at + kPacedBytes); });
  }

  void done(QTcpSocket* socket) {
    coming_[socket].isBusy = false;
    QTimer::singleShot(0, socket, [this, socket] { readOne(socket); });
  }

  // ---- the answers of a server without faults

  Reply answer(const Request& request) {
    if (request.headers.value("authorization") != "Bearer " + token) return error(401, "unauthorized");
    if (request.path.startsWith(QLatin1String("/v1/contents/"))) return content(request);
    if (request.headers.value("tus-resumable") != "1.0.0") return {412, {{"Tus-Version", "1.0.0"}}, {}};
    if (request.verb == "POST" && request.path == QLatin1String("/v1/uploads")) return makeUpload(request);
    const auto found = uploads.find(request.path.section(QLatin1Char('/'), -1));
    if (found == uploads.end()) return error(404, "not_found");
    auto& upload = found->second;
    if (request.verb == "DELETE") {
      uploads.erase(found);
      return {204, {}, {}};
    }
    if (request.verb == "PATCH") {
      if (request.headers.value("upload-offset").toLongLong() != upload.bytes.size()) return error(409, "conflict");
      if (upload.bytes.size() + request.body.size() > upload.length) return error(413, "too_large", "length");
      upload.bytes += request.body;
    }
    return {request.verb == "HEAD" ? 200 : 204,
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", QByteArray::number(upload.bytes.size())}},
            {}};
  }

  Reply content(const Request& request) const {
    const auto found = contents.constFind(request.path.section(QLatin1Char('/'), -1));
    if (found == contents.constEnd()) return error(404, "not_found");
    const QByteArray etag = '"' + sha256Of(*found) + '"';
    Reply reply{200, {{"Content-Type", "application/octet-stream"}, {"ETag", etag}}, *found};
    const QByteArray range = request.headers.value("range");
    if (!range.startsWith("bytes=") || request.headers.value("if-range") != etag) return reply;
    const auto from = range.mid(6).split('-').value(0).toLongLong();
    if (from >= found->size()) return error(416, "bad_field");
    reply.status = 206;
    reply.body = found->mid(from);
    reply.headers.append({"Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                               QByteArray::number(found->size() - 1) + '/' +
                                               QByteArray::number(found->size())});
    return reply;
  }

  Reply makeUpload(const Request& request) {
    Upload upload;
    upload.length = request.headers.value("upload-length").toLongLong();
    upload.metadata = request.headers.value("upload-metadata");
    if (upload.length > uploadBytesMax) return error(413, "too_large", "size");
    QString id;
    for (const auto& one : upload.metadata.split(','))
      if (one.startsWith("id ")) id = QString::fromLatin1(QByteArray::fromBase64(one.mid(3)));
    uploads.try_emplace(id, upload);
    return {201, {{"Tus-Resumable", "1.0.0"}, {"Location", "/v1/uploads/" + id.toLatin1()}}, {}};
  }

  QHash<QTcpSocket*, Coming> coming_;
  QTcpServer server_;
};

}  // namespace vb::test

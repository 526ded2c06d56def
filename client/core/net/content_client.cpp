#include "client/core/net/content_client.h"

#include <memory>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

#include "client/core/net/http_client.h"
#include "client/core/net/request_rules.h"
#include "client/core/net/server_address.h"
#include "client/core/net/tuning.h"

namespace vb::client::net {
namespace {

constexpr char kTusVersion[] = "1.0.0";

int statusOf(const QNetworkReply* reply) { return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

// Of a reply without content: an error name from its body, or that it is no answer of ours.
Result<void> failureOf(QNetworkReply* reply) {
  const QByteArray body = reply->isOpen() ? reply->read(kHttpReplyBytesMax) : QByteArray();
  const auto read = readReply(statusOf(reply), reply->error(), reply->rawHeader("Content-Type"), body);
  if (!read) return read.error();
  return fail(ErrorCode::captivePortal, "an answer without what was asked");
}

// A reply to HEAD has no body that says why.
Result<void> failureWithoutBody(const QNetworkReply* reply) {
  switch (statusOf(reply)) {
    case 401:
      return fail(ErrorCode::unauthorized);
    case 403:
      return fail(ErrorCode::forbidden);
    case 404:
    case 410:
      return fail(ErrorCode::notFound);
    case 429:
      return fail(ErrorCode::tooManyRequests);
    case 503:
      return fail(ErrorCode::unavailable);
    default:
      return readReply(statusOf(reply), reply->error(), {}, {}).error();
  }
}

Result<qint64> offsetOf(const QNetworkReply* reply) {
  bool isNumber = false;
  const auto offset = reply->rawHeader("Upload-Offset").toLongLong(&isNumber);
  if (!isNumber || offset < 0 || reply->rawHeader("Tus-Resumable") != kTusVersion)
    return fail(ErrorCode::captivePortal, "no offset");
  return offset;
}

QByteArray metadata(const char* name, const std::string& value) {
  return QByteArray(name) + ' ' + QByteArray::fromStdString(value).toBase64();
}

QString uploadPath(UploadId id) { return QStringLiteral("/v1/uploads/") + QString::fromStdString(id.text()); }

}  // namespace

// ---- downloads -------------------------------------------------------------------------------------------

ContentDownload::ContentDownload(QNetworkReply* reply, qint64 offset, QByteArray etag, QObject* parent)
    : QObject(parent), reply_(reply), etag_(std::move(etag)), offset_(offset) {
  reply_->setParent(this);
  reply_->setReadBufferSize(kReadBufferBytes);
  connect(reply_, &QNetworkReply::readyRead, this, [this] {
    if (isOurs()) return void(Q_EMIT bytesCame());
    // Nobody reads it: a long page of somebody else would stand there until the time is over.
    if (reply_->bytesAvailable() > kHttpReplyBytesMax) reply_->abort();
  });
  connect(reply_, &QNetworkReply::finished, this, &ContentDownload::end);
}

ContentDownload::~ContentDownload() = default;

void ContentDownload::drop() {
  disconnect();
  reply_->disconnect(this);
  reply_->abort();
  deleteLater();
}

bool ContentDownload::isOurs() {
  if (startsAt_ >= 0) return true;
  const int status = statusOf(reply_);
  if ((status != 200 && status != 206) || reply_->rawHeader("ETag") != etag_) return false;
  if (status == 200) {
    startsAt_ = 0;
    return true;
  }
  if (!reply_->rawHeader("Content-Range").startsWith("bytes " + QByteArray::number(offset_) + '-')) return false;
  startsAt_ = offset_;
  return true;
}

QByteArray ContentDownload::take(qint64 bytesMax) { return isOurs() ? reply_->read(bytesMax) : QByteArray(); }

void ContentDownload::end() {
  // What has come is to be had after the end too.
  if (reply_->error() == QNetworkReply::NoError && isOurs()) return void(Q_EMIT finished({}));
  if (startsAt_ >= 0) return void(Q_EMIT finished(fail(ErrorCode::network, "cut")));
  Q_EMIT finished(failureOf(reply_));
}

// ---- requests --------------------------------------------------------------------------------------------

ContentClient::ContentClient(QObject* parent) : QObject(parent), network_(new QNetworkAccessManager(this)) {
  network_->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
  network_->setTransferTimeout(static_cast<int>(std::chrono::milliseconds(kContentTimeout).count()));
}

ContentClient::~ContentClient() = default;

Result<void> ContentClient::setServer(const QUrl& server, const std::string& token) {
  token_.clear();
  const auto address = serverAddress(server.toString());
  if (!address) return address.error();
  server_ = *address;
  token_ = token;
  return {};
}

QNetworkRequest ContentClient::request(const QString& path) const {
  return guardedRequest(httpUrl(server_, path), token_);
}

QNetworkRequest ContentClient::tusRequest(const QString& path) const {
  auto request = this->request(path);
  request.setRawHeader("Tus-Resumable", kTusVersion);
  return request;
}

ContentDownload* ContentClient::download(const std::string& scope, VersionId version, const std::string& sha256,
                                         qint64 offset) {
  auto request = this->request(QStringLiteral("/v1/contents/") + QString::fromStdString(scope) + QLatin1Char('/') +
                               QString::fromStdString(version.text()));
  const QByteArray etag = '"' + QByteArray::fromStdString(sha256) + '"';
  // As it is: the length and the ranges are those of the content.
  request.setRawHeader("Accept-Encoding", "identity");
  if (offset > 0) {
    request.setRawHeader("Range", "bytes=" + QByteArray::number(offset) + '-');
    request.setRawHeader("If-Range", etag);
  }
  return new ContentDownload(network_->get(request), offset, etag, this);
}

void ContentClient::send(const QByteArray& verb, const QNetworkRequest& request, const QByteArray& body,
                         QObject* context, std::function<void(QNetworkReply*, Result<void>)> done) {
  QNetworkReply* reply = network_->sendCustomRequest(request, verb, body);
  connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
  // Who asked is gone: the request is cut, and nobody is told.
  connect(context, &QObject::destroyed, reply, [reply, context] {
    QObject::disconnect(reply, nullptr, context, nullptr);
    reply->abort();
  });
  connect(reply, &QNetworkReply::finished, context, [reply, verb, done = std::move(done)] {
    const int status = statusOf(reply);
    if (reply->error() == QNetworkReply::NoError && status >= 200 && status < 300) return done(reply, {});
    done(reply, verb == "HEAD" ? failureWithoutBody(reply) : failureOf(reply));
  });
}

void ContentClient::createUpload(const NewUpload& upload, QObject* context, OnDone done) {
  auto request = tusRequest(QStringLiteral("/v1/uploads"));
  request.setRawHeader("Upload-Length", QByteArray::number(upload.size));
  auto described = metadata("id", upload.id.text()) + ',' + metadata("channel", upload.channel.text());
  if (!upload.topic.isNil()) described += ',' + metadata("topic", upload.topic.text());
  request.setRawHeader("Upload-Metadata", described);
  send("POST", request, {}, context, [done = std::move(done)](QNetworkReply* reply, const Result<void>& sent) {
    if (sent && (statusOf(reply) != 201 || !reply->hasRawHeader("Location")))
      return done(fail(ErrorCode::captivePortal, "no upload was made"));
    done(sent);
  });
}

void ContentClient::uploadOffset(UploadId id, QObject* context, OnOffset done) {
  send("HEAD", tusRequest(uploadPath(id)), {}, context,
       [done = std::move(done)](const QNetworkReply* reply, const Result<void>& sent) {
         if (!sent) return done(sent.error());
         done(offsetOf(reply));
       });
}

void ContentClient::sendPiece(UploadId id, qint64 offset, const QByteArray& bytes, QObject* context, OnOffset done) {
  auto request = tusRequest(uploadPath(id));
  request.setRawHeader("Upload-Offset", QByteArray::number(offset));
  request.setRawHeader("Content-Type", "application/offset+octet-stream");
  send("PATCH", request, bytes, context,
       [done = std::move(done)](const QNetworkReply* reply, const Result<void>& sent) {
         if (!sent) return done(sent.error());
         done(offsetOf(reply));
       });
}

void ContentClient::dropUpload(UploadId id, QObject* context, OnDone done) {
  send("DELETE", tusRequest(uploadPath(id)), {}, context,
       [done = std::move(done)](QNetworkReply*, const Result<void>& sent) { done(sent); });
}

}  // namespace vb::client::net

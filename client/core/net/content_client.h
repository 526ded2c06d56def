// ContentClient: contents of documents over HTTP, as PROTOCOL.md describes them: downloads by ranges, uploads by
// tus 1.0. Lives on the core thread. What is not from our server is never taken for data. Each `done` is called once,
// from the event loop; never after the client, the download or the `context` of the call is gone.
#pragma once

#include <functional>
#include <string>

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include "shared/base/ids.h"
#include "shared/base/result.h"

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace vb::client::net {

// One content on its way here.
class ContentDownload : public QObject {
  Q_OBJECT

 public:
  ~ContentDownload() override;
  // Nothing more of it comes, and it deletes itself; also from within its own signals.
  void drop();
  // What has come since the last call, at most so much; what is not taken makes the server wait.
  QByteArray take(qint64 bytesMax);
  // Where the first byte stands in the content: as asked, or 0 when the server began anew.
  qint64 startsAt() const { return startsAt_; }

 Q_SIGNALS:
  void bytesCame();
  // All came: take() the rest. Or why not.
  void finished(const vb::Result<void>& result);

 private:
  friend class ContentClient;
  ContentDownload(QNetworkReply* reply, qint64 offset, QByteArray etag, QObject* parent);
  // False when what comes is not the content.
  bool isOurs();
  void end();

  QNetworkReply* reply_;
  QByteArray etag_;
  qint64 offset_;
  qint64 startsAt_ = -1;
};

class ContentClient : public QObject {
  Q_OBJECT

 public:
  explicit ContentClient(QObject* parent = nullptr);
  ~ContentClient() override;

  // untrustedPeer, badField: nothing will be sent. An empty token: none is.
  Result<void> setServer(const QUrl& server, const std::string& token);
  bool isReady() const { return !token_.empty(); }

  // From `offset` on; until it is dropped.
  ContentDownload* download(const std::string& scope, VersionId version, const std::string& sha256, qint64 offset);

  struct NewUpload {
    UploadId id;
    ChannelId channel;
    TopicId topic;  // nil: none
    qint64 size = 0;
  };
  using OnOffset = std::function<void(Result<qint64>)>;  // so many bytes the server has
  using OnDone = std::function<void(Result<void>)>;
  // Makes it, or finds the one that is there under this id.
  void createUpload(const NewUpload& upload, QObject* context, OnDone done);
  void uploadOffset(UploadId id, QObject* context, OnOffset done);
  void sendPiece(UploadId id, qint64 offset, const QByteArray& bytes, QObject* context, OnOffset done);
  void dropUpload(UploadId id, QObject* context, OnDone done);

 private:
  QNetworkRequest request(const QString& path) const;
  QNetworkRequest tusRequest(const QString& path) const;
  void send(const QByteArray& verb, const QNetworkRequest& request, const QByteArray& body, QObject* context,
            std::function<void(QNetworkReply*, Result<void>)> done);

  QNetworkAccessManager* network_;
  QUrl server_;
  std::string token_;
};

}  // namespace vb::client::net

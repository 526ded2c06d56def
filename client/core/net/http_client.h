// HttpClient: the few requests outside the sync connection: signing in and out, registering, asking who the server is.
// Lives on the core thread. A reply counts only when it is JSON of the expected shape with its content type; anything
// else is captivePortal. Redirects are not followed. Each `done` is called once, from the event loop.
#pragma once

#include <functional>
#include <string>

#include <QObject>
#include <QString>
#include <QUrl>

#include "shared/base/result.h"
#include "shared/domain/commands.h"

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace vb::client::net {

struct SignedIn {
  std::string token;
  UserId userId;
  std::string serverId;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (token, userId, serverId))

struct ServerFacts {
  std::string name;
  std::string serverId;
  std::string version;
  bool registration = false;  // self-registration is open
};
BOOST_DESCRIBE_STRUCT(ServerFacts, (), (name, serverId, version, registration))

class HttpClient : public QObject {
  Q_OBJECT

 public:
  explicit HttpClient(QObject* parent = nullptr);
  ~HttpClient() override;

  using OnSignedIn = std::function<void(Result<SignedIn>)>;
  using OnFacts = std::function<void(Result<ServerFacts>)>;
  using OnDone = std::function<void(Result<void>)>;

  void signIn(const QUrl& server, const QString& email, const QString& password, const QString& device,
              OnSignedIn done);
  void signOut(const QUrl& server, const std::string& token, OnDone done);
  void registerAccount(const QUrl& server, const QString& email, const QString& password, const UpdateProfile& profile,
                       OnDone done);
  void askServer(const QUrl& server, OnFacts done);

 private:
  using OnObject = std::function<void(Result<json::object>)>;
  void request(const QByteArray& verb, const QUrl& server, const QString& path, const json::object* body,
               const std::string& token, OnObject done);
  void finished(QNetworkReply* reply, const OnObject& done);

  QNetworkAccessManager* network_;
};

// What a reply means. `networkError` is a QNetworkReply::NetworkError; status 0 when there was no reply.
Result<json::object> readReply(int status, int networkError, const QByteArray& contentType, const QByteArray& body);

}  // namespace vb::client::net

// A real vraagbaakd and the peers that talk to it, for tests of the process. Waits for events, never for time.
#pragma once

#include <csignal>
#include <functional>
#include <memory>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace vb::test {

inline constexpr int kPatience = 60'000;  // ms; a wait that long is a failure

inline QByteArray toText(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
inline QJsonObject toObject(const QByteArray& text) { return QJsonDocument::fromJson(text).object(); }

inline QString newId() {
  static const auto clock = createSystemClock();
  static const auto random = createSystemRandom();
  return QString::fromStdString(Uuid::v7(*clock, *random).text());
}

struct HttpAnswer {
  int status = 0;
  QByteArray body;
  QByteArray retryAfter;
  QJsonObject json() const { return toObject(body); }
};

// One data folder; the server on it may be started, killed and started again.
class ServerProcess {
 public:
  ServerProcess() {
    // Hashing is not what these tests are about.
    writeConfig("[passwords]\noperations = 1\nmemory_bytes = 8192\n");
  }
  ~ServerProcess() {
    if (process_.state() != QProcess::NotRunning) {
      process_.kill();
      process_.waitForFinished();
    }
  }

  void writeConfig(const QByteArray& text) {
    QFile file(config());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }
  QString config() const { return folder_.filePath("vraagbaakd.toml"); }
  QString data() const { return folder_.filePath("data"); }
  QString path(const QString& name) const { return folder_.filePath(name); }

  // True when it listens; otherwise it has ended: see exitCode() and errors().
  bool start(QStringList more = {}) {
    process_.setProgram(QStringLiteral(VRAAGBAAKD));
    process_.setArguments(QStringList{"serve", "--config", config(), "--data", data(), "--listen",
                                      "127.0.0.1:" + QString::number(port_)} +
                          more);
    output_.clear();
    errors_.clear();
    process_.start();
    while (process_.state() != QProcess::NotRunning) {
      process_.waitForReadyRead(100);
      output_ += process_.readAllStandardOutput();
      const auto found = output_.indexOf("listening on port ");
      if (found >= 0 && output_.indexOf('\n', found) > 0) {
        const auto begin = found + static_cast<qsizetype>(qstrlen("listening on port "));
        port_ = output_.mid(begin, output_.indexOf('\n', begin) - begin).toInt();
        return true;
      }
    }
    errors_ += process_.readAllStandardError();
    return false;
  }
  void kill9() {
    process_.kill();
    process_.waitForFinished();
  }
  void signal(int number) { ::kill(static_cast<pid_t>(process_.processId()), number); }
  // Asks it to stop in order; the exit code, -1 when it did not.
  int stop() {
    signal(SIGTERM);
    return ended();
  }
  int ended() {
    const bool isOver = QTest::qWaitFor([this] { return process_.state() == QProcess::NotRunning; }, kPatience);
    errors_ += process_.readAllStandardError();
    return isOver && process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
  }
  int exitCode() const { return process_.exitCode(); }
  QByteArray errors() {
    errors_ += process_.readAllStandardError();
    return errors_;
  }
  int port() const { return port_; }
  qint64 pid() const { return process_.processId(); }

  // An admin command on the same data: its exit code; what it printed in `printed`.
  int run(const QStringList& words, const QByteArray& input = {}, QByteArray* printed = nullptr) {
    QProcess command;
    command.start(QStringLiteral(VRAAGBAAKD), words + QStringList{"--config", config(), "--data", data()});
    command.write(input);
    command.closeWriteChannel();
    if (!command.waitForFinished(kPatience)) return -1;
    if (printed != nullptr) *printed = command.readAllStandardOutput() + command.readAllStandardError();
    return command.exitCode();
  }
  QString addUser(const QString& email) {
    QByteArray printed;
    if (run({"user", "add", "--email", email, "--name", email.section('@', 0, 0)}, "een lang wachtwoord\n", &printed) !=
        0)
      return {};
    return printed.trimmed();
  }
  QString addCategory(const QString& name) {
    QByteArray printed;
    if (run({"category", "add", "--name-nl", name, "--name-en", name}, {}, &printed) != 0) return {};
    return printed.trimmed();
  }

  HttpAnswer http(const QByteArray& method, const QString& path, const QByteArray& body = {},
                  const QByteArray& token = {}, const QList<QPair<QByteArray, QByteArray>>& headers = {}) {
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port_).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    if (!token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + token);
    for (const auto& [name, value] : headers) request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, kPatience)) return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeader("Retry-After")};
  }
  QByteArray signIn(const QString& email) {
    const auto answer = http("POST", "/v1/session",
                             toText({{"email", email}, {"password", "een lang wachtwoord"}, {"device", "test"}}));
    return answer.json()["token"].toString().toUtf8();
  }
  // The value of a metric, -1 when there is none of that name.
  double metric(const QByteArray& name) {
    for (const auto& line : http("GET", "/metrics").body.split('\n'))
      if (line.startsWith("vraagbaak_" + name + ' ')) return line.mid(line.lastIndexOf(' ') + 1).toDouble();
    return -1;
  }

 private:
  QTemporaryDir folder_;
  QProcess process_;
  QByteArray output_;
  QByteArray errors_;
  int port_ = 0;
};

// A client that speaks the protocol by hand.
class Peer {
 public:
  Peer() : socket_(QString(), QWebSocketProtocol::VersionLatest) {
    QObject::connect(&socket_, &QWebSocket::connected, &socket_, [this] { isOpen = true; });
    QObject::connect(&socket_, &QWebSocket::disconnected, &socket_, [this] { isClosed = true; });
    QObject::connect(&socket_, &QWebSocket::textMessageReceived, &socket_, [this](const QString& text) {
      ++frames;
      for (const auto& line : text.split('\n')) messages.append(toObject(line.toUtf8()));
    });
  }

  // True when the upgrade was accepted.
  bool connectTo(const ServerProcess& server, const QByteArray& token, const QString& scheme = "ws") {
    begin(server, token, scheme);
    return QTest::qWaitFor([this] { return isOpen || isClosed; }, kPatience) && isOpen;
  }
  void begin(const ServerProcess& server, const QByteArray& token, const QString& scheme = "ws") {
    QNetworkRequest request(QUrl(QStringLiteral("%1://127.0.0.1:%2/v1/sync").arg(scheme).arg(server.port())));
    request.setRawHeader("Authorization", "Bearer " + token);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({"vraagbaak.v1"});
    socket_.open(request, options);
  }
  // Connects and says hello; true when welcomed.
  bool greet(const ServerProcess& server, const QByteArray& token) {
    if (!connectTo(server, token)) return false;
    send({{"type", "hello"}, {"version", 1}, {"client", "test"}});
    return !await("welcome").isEmpty();
  }
  void send(const QJsonObject& message) { socket_.sendTextMessage(QString::fromUtf8(toText(message))); }
  void command(const QString& id, const QString& kind, const QJsonObject& body) {
    send({{"type", "command"}, {"id", id}, {"kind", kind}, {"body", body}});
  }
  // The first message of this type for which `fits`; it is taken out. Empty when none came.
  QJsonObject await(const QString& type, const std::function<bool(const QJsonObject&)>& fits = {}) {
    QJsonObject found;
    const auto look = [&] {
      for (qsizetype i = 0; i < messages.size(); ++i)
        if (messages[i]["type"].toString() == type && (!fits || fits(messages[i]))) {
          found = messages.takeAt(i);
          return true;
        }
      return false;
    };
    const bool came = QTest::qWaitFor([&] { return look() || isClosed; }, kPatience);
    if (came && found.isEmpty()) look();
    return found;
  }
  QJsonObject ack(const QString& id) {
    return await("ack", [&](const QJsonObject& one) { return one["id"].toString() == id; });
  }
  // The status that the server closed with; 0 when it did not.
  int closeStatus() {
    return QTest::qWaitFor([this] { return isClosed; }, kPatience) ? static_cast<int>(socket_.closeCode()) : 0;
  }
  // As it would be cut by a network: without a close.
  void cut() { socket_.abort(); }
  QWebSocket& socket() { return socket_; }

  QList<QJsonObject> messages;
  int frames = 0;
  bool isOpen = false;
  bool isClosed = false;

 private:
  QWebSocket socket_;
};

inline QJsonObject questionBody(const QString& id, const QString& category, const QString& title) {
  return {{"question_id", id}, {"title", title}, {"body", "Wie weet dit?"}, {"category_ids", QJsonArray{category}}};
}

}  // namespace vb::test

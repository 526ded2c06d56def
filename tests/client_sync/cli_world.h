// CliWorld: a real vraagbaakd with two categories and a few people, and vraagbaak-cli run against it, each its own
// process. Owned by the test, on its thread.
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace vb::test {

struct Outcome {
  int code = -1;
  QByteArray out;
  QByteArray err;
  QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
  QJsonArray list(const char* name) const { return object().value(QLatin1String(name)).toArray(); }
  QString text(const char* name) const { return object().value(QLatin1String(name)).toString(); }
  QString errorCode() const { return object().value("error").toObject().value("code").toString(); }
};

inline Outcome runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {}) {
  QProcess process;
  process.start(QStringLiteral(VB_BIN_DIR "/") + program, arguments);
  process.write(input);
  process.closeWriteChannel();
  Outcome outcome;
  if (!process.waitForFinished(60'000)) {
    process.kill();
    process.waitForFinished();
    return outcome;
  }
  outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
  outcome.out = process.readAllStandardOutput();
  outcome.err = process.readAllStandardError();
  return outcome;
}

class CliWorld {
 public:
  const QByteArray password = "een lang wachtzinnetje 7";

  QString data() const { return folder_.filePath(QStringLiteral("server")); }
  QString profile(const QString& name) const { return folder_.filePath(name); }
  const QString& url() const { return url_; }
  QByteArray serverLog() { return server_.readAllStandardError(); }

  // Empty when everything is there.
  QByteArray begin() {
    for (const char* name : {"Armoede en schulden", "Jeugd en gezin"}) {
      const auto added = runProgram(QStringLiteral("vraagbaakd"),
                                    {"category", "add", "--data", data(), "--name-nl", name, "--name-en", name});
      if (added.code != 0) return added.err;
    }
    for (const char* name : {"anna", "bert", "carla"}) {
      const auto added =
          runProgram(QStringLiteral("vraagbaakd"),
                     {"user", "add", "--data", data(), "--email", QString::fromLatin1(name) + "@gemeente.example",
                      "--name", name, "--role", "policy"},
                     password + '\n');
      if (added.code != 0) return added.err;
    }
    return startServer() ? QByteArray() : "the server does not start: " + serverLog();
  }

  bool startServer() {
    server_.setProcessChannelMode(QProcess::SeparateChannels);
    server_.start(QStringLiteral(VB_BIN_DIR "/vraagbaakd"),
                  {QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                   QStringLiteral("127.0.0.1:%1").arg(port_)});
    QByteArray said;
    while (!said.contains('\n') && server_.waitForReadyRead(20'000)) said += server_.readAllStandardOutput();
    const auto match = QRegularExpression(QStringLiteral("port (\\d+)")).match(QString::fromUtf8(said));
    if (!match.hasMatch()) return false;
    port_ = static_cast<quint16>(match.captured(1).toUInt());
    url_ = QStringLiteral("http://127.0.0.1:%1").arg(port_);
    return true;
  }
  void stopServer() {
    server_.terminate();
    server_.waitForFinished(20'000);
  }

  Outcome cli(const QString& who, const QStringList& arguments, const QByteArray& input = {}) const {
    return plain(who, QStringList{QStringLiteral("--json")} + arguments, input);
  }
  Outcome plain(const QString& who, const QStringList& arguments, const QByteArray& input = {}) const {
    return runProgram(QStringLiteral("vraagbaak-cli"),
                      QStringList{QStringLiteral("--profile"), profile(who)} + arguments, input);
  }
  Outcome signIn(const QString& who, const QByteArray& given, const QStringList& more = {}) const {
    return cli(who, QStringList{"sign-in", who + QStringLiteral("@gemeente.example"), "--server", url_} + more,
               given + '\n');
  }
  Outcome signIn(const QString& who) const { return signIn(who, password); }

  // "watch" on this profile, which it then holds; false when it does not get to be live.
  bool startWatch(QProcess& watch, const QString& who, const QStringList& more, QByteArray& lines) const {
    watch.start(QStringLiteral(VB_BIN_DIR "/vraagbaak-cli"),
                QStringList{"--json", "--profile", profile(who), "watch"} + more);
    while (!lines.contains("\"live\"") && watch.waitForReadyRead(20'000)) lines += watch.readAllStandardOutput();
    return lines.contains("\"live\"");
  }

 private:
  QTemporaryDir folder_;
  QProcess server_;
  QString url_;
  quint16 port_ = 0;
};

}  // namespace vb::test

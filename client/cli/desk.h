// Desk: the engine with a way to wait for it: what every command of vraagbaak-cli works on. Owned by run().
#pragma once

#include <chrono>
#include <functional>

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include "client/cli/arguments.h"
#include "client/cli/exit_code.h"
#include "client/core/engine/engine.h"

namespace vb::client::cli {

class Desk : public QObject {
  Q_OBJECT

 public:
  explicit Desk(const Arguments& arguments);

  // kDone when what the command needs is there; otherwise what is wrong was said. A command that only reads opens the
  // profile beside another program. Where there is no profile folder none is made, except for Needs::profile.
  int open();
  Engine& engine() { return engine_; }
  store::Reader& reader() { return engine_.reader(); }
  const Arguments& arguments() const { return arguments_; }

  // Says what is wrong: on standard error, or with --json as the document {..., "error": {"code", "message"}}.
  // Gives `exit` back.
  int complain(ExitCode exit, const QString& code, const QString& message, const QJsonObject& fields = {}) const;
  // The document of a command that reads.
  void printRead(QJsonObject document) const;

  // Runs the event loop until it holds or the time is over; the last look decides.
  bool waitUntil(const std::function<bool()>& holds, std::chrono::milliseconds atMost);

  // Somebody is signed in, with a token that was not told to be revoked. Beside another program that is its concern.
  bool hasToken();

  enum class Reached { live, readOnly, signedOut, untrusted, nothing };
  // Connects and waits until everything is here; `patient`: goes on trying after a failed attempt.
  Reached connectAndSync(bool patient);
  // Fetches first. What only reads shows the cache when that fails, and says so; kNotSignedIn for the others.
  int freshen();
  // What was asked of the engine is on its way: how it went, told by nobody yet.
  struct Sent {
    ExitCode exit = kDone;
    QString state;    // "received" (never without a connection), "queued", "refused", "conflict", "not_stored"
    QString error;    // error name
    QString message;  // in words
    QString entry;    // the row of the outbox it waits or was refused in
  };
  // Of each row when it was queued: one for the same thing is replaced in its place.
  using Ids = QHash<QString, qint64>;
  Ids outboxIds();
  // Until it is on disk here; nothing is sent for it.
  Sent finishStoring();
  // And until the server answered to what was queued since `before`.
  Sent finishWriting(const Ids& before);

 private:
  void note(const LinkState& state);
  int complainOfOpening(const Error& error) const;
  Sent answerOf(const QVector<store::OutboxRow>& rows) const;

  Arguments arguments_;
  Engine engine_;
  bool tried_ = false;   // a connection was tried since goOnline
  bool online_ = false;  // goOnline was called
  quint64 flushes_ = 0;
  quint64 flushed_ = 0;
  QString storeError_;  // of the last write, with the next two
  QString refusal_;
  QString refusalDetail_;
};

}  // namespace vb::client::cli

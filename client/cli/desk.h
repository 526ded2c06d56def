// Desk: the engine with a way to wait for it: what every command of vraagbaak-cli works on. Owned by run().
#pragma once

#include <chrono>
#include <functional>

#include <QObject>
#include <QSet>

#include "client/cli/arguments.h"
#include "client/cli/exit_code.h"
#include "client/core/engine/engine.h"

namespace vb::client::cli {

class Desk : public QObject {
  Q_OBJECT

 public:
  explicit Desk(const Arguments& arguments);

  // kDone, kLocalStorage, or kNotSignedIn when `needsAccount` and nobody is; says why on standard error.
  int open(bool needsAccount);
  Engine& engine() { return engine_; }
  store::Reader& reader() { return engine_.reader(); }
  const Arguments& arguments() const { return arguments_; }

  // Runs the event loop until it holds or the time is over; the last look decides.
  bool waitUntil(const std::function<bool()>& holds, std::chrono::milliseconds atMost);

  enum class Reached { live, readOnly, signedOut, untrusted, nothing };
  // Connects and waits until everything is here; `patient`: goes on trying after a failed attempt.
  Reached connectAndSync(bool patient);
  // For commands that read: fetch first, or say that the cache is shown. kDone or kNotSignedIn.
  int freshen();
  // What was queued since `before` is on its way: waits for its answer, says how it went.
  struct Sent {
    int exitCode = kDone;
    QString state;  // "received", "queued", "refused", "conflict", "not_stored"
    QString error;
    QString detail;
  };
  using Ids = QSet<QString>;
  Ids outboxIds();
  Sent finishWriting(const Ids& before);

 private:
  void note(const LinkState& state);

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

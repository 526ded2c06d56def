// Seat: somebody at a computer: a profile, a vault and an engine on them as the desktop app makes it, at a real server.
#pragma once

#include <memory>

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "client/core/engine/engine.h"
#include "tests/process/server_process.h"

namespace vb::test {

class Seat {
 public:
  explicit Seat(QString email) : email_(std::move(email)) { begin(); }

  // Closes the program and starts it again on the same profile; it does not connect by itself.
  bool begin(bool storeToken = true) {
    if (!vault_) vault_ = std::make_shared<client::FileTokenVault>(vault());
    engine_.reset();
    client::EngineOptions options;
    options.profileDirectory = profile();
    options.start = false;
    options.storeToken = storeToken;
    options.tokens = vault_;
    engine_ = std::make_unique<client::Engine>(options);
    return engine_->open().ok();
  }
  void end() { engine_.reset(); }
  // From the next start.
  void useVault(std::shared_ptr<client::TokenVault> vault) { vault_ = std::move(vault); }
  bool signIn(const ServerProcess& server) {
    QSignalSpy finished(engine_.get(), &client::Engine::signInFinished);
    engine_->signIn(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.port())), email_,
                    QStringLiteral("een lang wachtwoord"));
    const bool answered = QTest::qWaitFor([&] { return !finished.isEmpty(); }, kPatience);
    return answered && finished.first().first().toString().isEmpty();
  }
  // Everything is here and everything is sent.
  bool isLive() {
    return QTest::qWaitFor(
        [this] { return engine_->link().link == client::Link::live && engine_->reader().outbox().isEmpty(); },
        kPatience);
  }
  bool flush() {
    QSignalSpy done(engine_.get(), &client::Engine::flushed);
    engine_->flush(1);
    return QTest::qWaitFor([&] { return !done.isEmpty(); }, kPatience);
  }

  client::Engine& engine() { return *engine_; }
  client::store::Reader& reader() { return engine_->reader(); }
  QString profile() const { return folder_.filePath(QStringLiteral("profile")); }
  QString vault() const { return folder_.filePath(QStringLiteral("token.json")); }
  // The one in the vault's file that is signed in with; empty when there is none.
  QByteArray token() const { return tokenUnder(false); }
  // The one that its server has still to hear of.
  QByteArray unheardToken() const { return tokenUnder(true); }

 private:
  QByteArray tokenUnder(bool isUnheard) const {
    QFile file(vault());
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto tokens = toObject(file.readAll());
    for (auto token = tokens.begin(); token != tokens.end(); ++token)
      if (token.key().startsWith(QLatin1String("revoke|")) == isUnheard) return token.value().toString().toUtf8();
    return {};
  }

  std::shared_ptr<client::TokenVault> vault_;
  QTemporaryDir folder_;
  QString email_;
  std::unique_ptr<client::Engine> engine_;
};

}  // namespace vb::test

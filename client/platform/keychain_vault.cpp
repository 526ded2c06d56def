#include "client/platform/keychain_vault.h"

#include <qt6keychain/keychain.h>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusReply>
#endif

namespace vb::client::platform {
namespace {

constexpr char kService[] = "Vraagbaak";

bool hasKeychain() {
#ifdef Q_OS_LINUX
  const QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return false;
  const QStringList known = bus.interface()->registeredServiceNames().value();
  const QStringList startable = bus.interface()->activatableServiceNames().value();
  for (const QString& name : {QStringLiteral("org.freedesktop.secrets"), QStringLiteral("org.kde.kwalletd5"),
                              QStringLiteral("org.kde.kwalletd6")})
    if (known.contains(name) || startable.contains(name)) return true;
  return false;
#else
  return true;
#endif
}

class KeychainVault : public TokenVault {
 public:
  void read(const QString& key, OnRead done) override {
    if (!isLasting()) return memory_.read(key, std::move(done));
    auto* job = new QKeychain::ReadPasswordJob(QLatin1String(kService));
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] {
      if (job->error() == QKeychain::NoError) return done(job->textData());
      if (job->error() == QKeychain::EntryNotFound) return done(QString());
      done(fail(ErrorCode::ioFailed, job->errorString().toStdString()));
    });
    job->start();
  }

  void write(const QString& key, const QString& token, OnDone done) override {
    if (!isLasting()) return memory_.write(key, token, std::move(done));
    auto* job = new QKeychain::WritePasswordJob(QLatin1String(kService));
    job->setKey(key);
    job->setTextData(token);
    run(job, std::move(done));
  }

  void remove(const QString& key, OnDone done) override {
    if (!isLasting()) return memory_.remove(key, std::move(done));
    auto* job = new QKeychain::DeletePasswordJob(QLatin1String(kService));
    job->setKey(key);
    run(job, std::move(done));
  }

  // Asked once: a keychain that starts later is used from the next start of the app.
  bool isLasting() const override {
    static const bool available = hasKeychain();
    return available;
  }

 private:
  static void run(QKeychain::Job* job, OnDone done) {
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] {
      if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound) return done({});
      done(fail(ErrorCode::ioFailed, job->errorString().toStdString()));
    });
    job->start();
  }

  MemoryTokenVault memory_;
};

}  // namespace

std::unique_ptr<TokenVault> createKeychainVault() { return std::make_unique<KeychainVault>(); }

}  // namespace vb::client::platform

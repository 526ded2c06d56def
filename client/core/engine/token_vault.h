// TokenVault: where the bearer token lives between runs: the keychain of the operating system, a 0600 file for the
// headless client, or memory only. Used on the engine's thread; `done` comes on that thread, at once or later. A token
// is never written to the cache, the settings or the log.
#pragma once

#include <functional>
#include <memory>

#include <QHash>
#include <QString>

#include "shared/base/result.h"

namespace vb::client {

class TokenVault {
 public:
  using OnRead = std::function<void(Result<QString>)>;  // empty = none stored
  using OnDone = std::function<void(Result<void>)>;
  virtual ~TokenVault() = default;
  // `key` names server and user; it is no secret.
  virtual void read(const QString& key, OnRead done) = 0;
  virtual void write(const QString& key, const QString& token, OnDone done) = 0;
  virtual void remove(const QString& key, OnDone done) = 0;
  // False: gone when the app ends; said plainly to the user.
  virtual bool isLasting() const = 0;
};

class MemoryTokenVault : public TokenVault {
 public:
  void read(const QString& key, OnRead done) override;
  void write(const QString& key, const QString& token, OnDone done) override;
  void remove(const QString& key, OnDone done) override;
  bool isLasting() const override { return false; }

 private:
  QHash<QString, QString> tokens_;
};

// One file, readable by its owner only (0600), written beside and renamed. For vraagbaak-cli.
class FileTokenVault : public TokenVault {
 public:
  explicit FileTokenVault(QString path) : path_(std::move(path)) {}
  void read(const QString& key, OnRead done) override;
  void write(const QString& key, const QString& token, OnDone done) override;
  void remove(const QString& key, OnDone done) override;
  bool isLasting() const override { return true; }

 private:
  Result<QHash<QString, QString>> load() const;
  Result<void> save(const QHash<QString, QString>& tokens) const;
  QString path_;
};

}  // namespace vb::client

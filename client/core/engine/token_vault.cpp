#include "client/core/engine/token_vault.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace vb::client {

void MemoryTokenVault::read(const QString& key, OnRead done) { done(tokens_.value(key)); }

void MemoryTokenVault::write(const QString& key, const QString& token, OnDone done) {
  tokens_.insert(key, token);
  done({});
}

void MemoryTokenVault::remove(const QString& key, OnDone done) {
  tokens_.remove(key);
  done({});
}

Result<QHash<QString, QString>> FileTokenVault::load() const {
  QHash<QString, QString> tokens;
  QFile file(path_);
  if (!file.exists()) return tokens;
  if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::ioFailed, "token file");
  const auto object = QJsonDocument::fromJson(file.readAll()).object();
  for (auto it = object.begin(); it != object.end(); ++it) tokens.insert(it.key(), it.value().toString());
  return tokens;
}

Result<void> FileTokenVault::save(const QHash<QString, QString>& tokens) const {
  if (tokens.isEmpty()) {
    if (QFile::exists(path_) && !QFile::remove(path_)) return fail(ErrorCode::ioFailed, "token file");
    return {};
  }
  QJsonObject object;
  for (auto it = tokens.begin(); it != tokens.end(); ++it) object.insert(it.key(), it.value());
  QSaveFile file(path_);
  // The permissions come before the first byte.
  if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
      file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
    return fail(ErrorCode::ioFailed, "token file");
  return {};
}

void FileTokenVault::read(const QString& key, OnRead done) {
  auto tokens = load();
  if (!tokens) return done(tokens.error());
  done(tokens->value(key));
}

void FileTokenVault::write(const QString& key, const QString& token, OnDone done) {
  auto tokens = load();
  // A damaged file holds nothing worth keeping: signing in again is what mends it.
  QHash<QString, QString> all = tokens ? *tokens : QHash<QString, QString>();
  all.insert(key, token);
  done(save(all));
}

void FileTokenVault::remove(const QString& key, OnDone done) {
  auto tokens = load();
  QHash<QString, QString> all = tokens ? *tokens : QHash<QString, QString>();
  all.remove(key);
  done(save(all));
}

}  // namespace vb::client

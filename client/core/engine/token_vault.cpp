#include "client/core/engine/token_vault.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "client/core/engine/private_file.h"

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
  const auto content = readPrivateFile(path_);
  if (!content) return content.error();
  QHash<QString, QString> tokens;
  const auto object = QJsonDocument::fromJson(*content).object();
  for (auto it = object.begin(); it != object.end(); ++it) tokens.insert(it.key(), it.value().toString());
  return tokens;
}

Result<void> FileTokenVault::save(const QHash<QString, QString>& tokens) const {
  if (tokens.isEmpty()) return writePrivateFile(path_, {});
  QJsonObject object;
  for (auto it = tokens.begin(); it != tokens.end(); ++it) object.insert(it.key(), it.value());
  return writePrivateFile(path_, QJsonDocument(object).toJson(QJsonDocument::Compact));
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

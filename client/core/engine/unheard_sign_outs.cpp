#include "client/core/engine/unheard_sign_outs.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include "client/core/engine/private_file.h"
#include "client/core/engine/tuning.h"

namespace vb::client {

void UnheardSignOuts::load(const OnToken& found) {
  const auto content = readPrivateFile(file_);
  if (!content) return;
  const auto list = QJsonDocument::fromJson(*content).array();
  for (const auto& value : list) {
    const auto one = value.toObject();
    const QString key = one.value(QLatin1String("key")).toString();
    if (!key.isEmpty() && entries_.size() < kRevocationsMax)
      entries_.push_back({key, QUrl(one.value(QLatin1String("server")).toString()), {}});
  }
  if (entries_.size() != static_cast<std::size_t>(list.size())) save();
  for (const auto& entry : std::vector<Entry>(entries_))
    vault_->read(entry.key, [this, alive = std::weak_ptr(alive_), entry, found](const Result<QString>& token) {
      if (alive.expired() || !token) return;
      if (token->isEmpty()) return drop(entry.key);
      for (auto& one : entries_)
        if (one.key == entry.key) one.token = *token;
      found(entry.server, *token);
    });
}

void UnheardSignOuts::keep(const QUrl& server, const QString& token, std::function<void()> done) {
  if (!vault_->isLasting()) return done();
  if (entries_.size() == kRevocationsMax) drop(entries_.front().key);
  const QString key =
      QStringLiteral("revoke|%1|%2").arg(server.toString(), QUuid::createUuid().toString(QUuid::WithoutBraces));
  entries_.push_back({key, server, token});
  // First the list: what is in the vault and in no list would stay there for ever.
  save();
  vault_->write(key, token,
                [this, alive = std::weak_ptr(alive_), key, done = std::move(done)](const Result<void>& written) {
                  if (alive.expired()) return;
                  if (!written) drop(key);
                  done();
                });
}

void UnheardSignOuts::heard(const QString& token) {
  const auto entry =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) { return one.token == token; });
  if (entry != entries_.end()) drop(QString(entry->key));
}

void UnheardSignOuts::drop(const QString& key) {
  std::erase_if(entries_, [&](const Entry& one) { return one.key == key; });
  vault_->remove(key, [](const Result<void>&) {});
  save();
}

void UnheardSignOuts::save() const {
  QJsonArray list;
  for (const auto& entry : entries_)
    list.append(QJsonObject{{QStringLiteral("key"), entry.key}, {QStringLiteral("server"), entry.server.toString()}});
  // Without room on the disk it is tried in this run only; a token expires by itself too.
  (void)writePrivateFile(file_, list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact));
}

}  // namespace vb::client
